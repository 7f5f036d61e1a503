from redaction.recognizers.places import Places
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Places: ({"moved from Ohio": "Ohio", "in Dry Fork, TX": "Dry Fork, TX"}, ("in state", "OK, IN a minute")),
}
