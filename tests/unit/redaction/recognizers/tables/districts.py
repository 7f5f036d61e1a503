from redaction.recognizers.districts import DistrictForms, DistrictNames
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    DistrictNames: (
        {
            "Three Forks Unified": "Three Forks Unified",
            "Cedar Hollow Public Schools": "Cedar Hollow Public Schools",
            "harlow co schools said": "harlow co schools",
            "from Vernon Twp. Public Schools": "Vernon Twp. Public Schools",
        },
        ("the school district", "our district", "many public schools"),
    ),
    DistrictForms: (
        {
            "mvusd said": "mvusd",
            "ISD 904": "ISD 904",
            "Kettle Creek R-IV": "Kettle Creek R-IV",
            "at Joint District 394-B, then": "Joint District 394-B",
            "District I-104 board": "District I-104",
            "RSU 96 has": "RSU 96",
        },
        ("usd 5", "GPS on", "call CPS"),
    ),
}
