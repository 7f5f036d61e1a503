from redaction.recognizers.vehicles import Plates, PlatesBesideCars, Rides
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Plates: (
        {
            "plate\nPXG 4410\nok": "PXG 4410",
            "plate KTX 4418.": "KTX 4418",
            "license tag 4TB 118 parked": "4TB 118",
            "tag was B44 7LC and": "B44 7LC",
            "his plate is RI 881 204": "RI 881 204",
            "corolla DT 29 114.": "DT 29 114",
            "plate C884 102": "C884 102",
            "partial BKT 4, gone": "BKT 4",
            "plate starts KLM\n": "KLM",
            "tail N448KB is": "N448KB",
        },
        (
            "tag 4 kids in it",
            "a price tag of it",
            "license to drive",
            "in one line\n9:14",
            "the 504 med",
            "no plates, parents wait\n[2/5/25, 3 PM]",
        ),
    ),
    PlatesBesideCars: (
        {
            "a white civic out front\nKLR 4482": "KLR 4482",
            "grey Tahoe, 7XKR221 i think": "7XKR221",
            "the truck is B44 7LC, gone": "B44 7LC",
        },
        ("KLR 4482", "a ford F-150, no", "car line ran to 3:40 PM", "the truck hit 2 kids", "car 12 AM"),
    ),
    Rides: (
        {
            "Medic 7 came": "Medic 7",
            "unit Adam 6 bus stop": "unit Adam 6",
            "in apt 4b now": "apt 4b",
            "the cta 22 was": "22",
            "CTA 82 bus detour": "82 bus",
            "on vhf channel 68 now": "channel 68",
        },
        ("ambulance 4 min out", "no car\n3/4/25", "12 bus drivers", "channel 9"),
    ),
}
