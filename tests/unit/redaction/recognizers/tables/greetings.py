from redaction.recognizers.greetings import Greetings
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Greetings: (
        {"Hi Tom, how": "Tom", "ok\n- Carla": "Carla", "thx, bev": "bev", "hello\n\nhope\n": "hope"},
        (
            "Hi all, so",
            "- call home\n- tell staff",
            "Thanks again",
            "love em\n29/08/2024, 06:09 - all",
            "what do I.",
            "They may; we wait",
        ),
    ),
}
