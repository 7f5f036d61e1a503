from redaction.recognizers.answers import Answers
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Answers: (
        {
            "who did it\ndrew\nok": "drew",
            "[9:14 AM] Al: name?\n[9:15 AM] Bo: price. why": "price",
            "whos on camera\nB: jack n autumn": "autumn",
            "drew did\nno not sandy.": "sandy",
            "Al: who\nBo: oh no not peaches": "peaches",
            "ok\nsandy\nok": "sandy",
            "whose login\nNneka: dobbs.": "dobbs",
        },
        (
            "who did it\nidk\n",
            "who is in\nthe nurse",
            "grace\n",
            "when\nsoon",
            "name?\nno idea",
            "who\nGil: names?\nAsha: later",
            "who to talk to\n\nHassan (HR)\ngood.",
        ),
    ),
}
