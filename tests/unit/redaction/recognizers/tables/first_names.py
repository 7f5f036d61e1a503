from redaction.recognizers.first_names import FirstNames
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    FirstNames: (
        {
            "keisha ellison came": "keisha ellison",
            "ANGIE SAYS no": "ANGIE",
            "@Hyun-woo did": "Hyun-woo",
            "Ron I need you": "Ron",
            "marcus  1:10 PM": "marcus",
            "cole n his mom": "cole",
            "Abdi: Kinder is out": "Abdi",
        },
        (
            "will may grant hope",
            "grades 3-5",
        ),
    ),
}
