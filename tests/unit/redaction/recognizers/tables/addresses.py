from redaction.recognizers.addresses import Addresses, Streets
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Addresses: (
        {
            "at 400 N. Sawmill Rd now": "400 N. Sawmill Rd",
            "at 500 Civic Row, ok": "500 Civic Row",
            "2207 Calle Fresno #6": "2207 Calle Fresno #6",
            "po box 426": "po box 426",
        },
        ("2 kids in the way", "a 3 minute drive", "5 of our drive"),
    ),
    Streets: (
        {"on Turkey Foot Rd": "Turkey Foot Rd", "by tamarack dr.": "tamarack dr."},
        ("the main road", "a long drive"),
    ),
}
