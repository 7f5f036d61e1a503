from redaction.recognizers.short_codes import ShortCodes
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    ShortCodes: (
        {
            "I pulled cam 17": "cam 17",
            "whoever was in stall 2": "stall 2",
            "parking space A-88 has": "parking space A-88",
            "the kid tagged C-88": "C-88",
            "the E-wing 3 key": "E-wing 3",
            "both in 7B last year": "7B",
            "the girl from 8-03 says": "8-03",
            "gate code is 8814# now": "8814#",
            "put it under 4471 for now": "4471",
            "last four only, 7XK2, red": "7XK2",
            "the pass says 0639.": "0639",
            "she was on the 12 not": "12",
            "22, 23 and 31 were late": "22, 23 and 31",
            "the moped is L5YACBPA8H1128840": "L5YACBPA8H1128840",
            "unit 4B22": "4B22",
            "is 1100 4276, homeroom": "1100 4276",
            "MRN 00718826": "MRN 00718826",
        },
        (
            "schools under 150",
            "workers comp form C-4",
            "in 3D",
            "a 1A auditor",
            "K-5",
            "COVID-19",
            "MERV-13",
            "on the 12 kids",
            "9AM-12PM",
            "2023-24",
            "2023 2024",
            "at table",
            "stop 2 kids",
            "form DS-3053",
        ),
    ),
}
