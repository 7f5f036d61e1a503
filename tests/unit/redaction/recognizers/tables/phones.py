from redaction.recognizers.phones import Phones
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Phones: (
        {
            "cell 555-0142": "555-0142",
            "(559)555-0177": "(559)555-0177",
            "505 555-0199": "505 555-0199",
            "919.555.0175": "919.555.0175",
            "ext is 4417": "ext is 4417",
            "call me at 5550142": "5550142",
            "at 10:31\n337-555-0148": "337-555-0148",
        },
        (
            "from 7:30 to 8:15",
            "2023-24",
            "in 2019",
            "call 1-800-273-8255 or 988",
            "poison control (800) 222-1222",
            "Xbox 360",
            "from 1320-1500",
        ),
    ),
}
