from redaction.recognizers.name_cues import NameCues
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    NameCues: (
        {
            "principal hornick said": "hornick",
            "coach T left": "T",
            "my son jaylen ran": "jaylen",
            "her last name is Petrakis": "Petrakis",
            "mr page came": "page",
            "ask will about": "will",
            "the sisk boys": "sisk",
            "per keisha": "keisha",
        },
        (
            "the principal said so",
            "coach said no",
            "my son was",
            "tell them",
            "ask the nurse",
            "miss class",
            "un senor grito algo",
        ),
    ),
}
