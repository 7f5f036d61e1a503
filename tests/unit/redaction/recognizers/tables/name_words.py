from redaction.recognizers.name_words import NameWords
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    NameWords: (
        {
            "her husband Mark says": "Mark",
            "camera has chase and will in it": "chase",
            "rich gets no lunch": "rich",
            "hope's locker": "hope",
        },
        ("i hope so", "we will see", "a grant is due", "the bill is due", "no rich kids", "in may we"),
    ),
}
