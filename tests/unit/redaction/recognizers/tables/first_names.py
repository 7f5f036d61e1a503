from redaction.recognizers.first_names import FirstNames
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    FirstNames: ({"keisha ellison came": "keisha ellison"}, ("will may grant hope",)),
}
