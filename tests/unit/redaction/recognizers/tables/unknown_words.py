from redaction.recognizers.unknown_words import UnknownWords
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    UnknownWords: (
        {"then harjot left": "harjot", "saw tre'von": "tre'von"},
        ("the techer", "bathrooms", "didn't", "texted", "va a darles seguimiento", "la carta traducida"),
    ),
}
