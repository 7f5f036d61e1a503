from redaction.recognizers.local_media import LocalMedia
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    LocalMedia: (
        {
            "the gazette called": "gazette",
            "harlow tribune already ran it": "harlow tribune",
            "a post-dispatch story": "post-dispatch",
            "6abc at the gate": "6abc",
            "69 news truck outside": "69 news",
            "valley news now": "valley news now",
        },
        ("dispatch called me", "read the herald", "good news now", "9 news items", "no daily news"),
    ),
}
