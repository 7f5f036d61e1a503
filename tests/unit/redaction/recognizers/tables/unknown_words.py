from redaction.recognizers.unknown_words import UnknownWords
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    UnknownWords: (
        {
            "then harjot left": "harjot",
            "saw tre'von": "tre'von",
            "milos left": "milos",
            "ask nunn": "nunn",
            "remy left": "remy",
            "ask o'rourke": "o'rourke",
            "Ames called": "Ames",
        },
        (
            "the techer",
            "bathrooms",
            "didn't",
            "texted",
            "va a darles seguimiento",
            "la carta traducida",
            "q lo recogiera y ya",
            "goss",
            "he is 5'4, maam",
            "How'd it go",
            "a passcode",
        ),
    ),
}
