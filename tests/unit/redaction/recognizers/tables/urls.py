from redaction.recognizers.urls import Urls
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Urls: (
        {
            "see https://x.example/a?b=c ok": "https://x.example/a?b=c",
            "form at copperbasin.example/report": "copperbasin.example/report",
            "file IMG_2044.jpg sent": "IMG_2044.jpg",
            "bramwell_rant_FINAL2.m4a": "bramwell_rant_FINAL2.m4a",
        },
        ("done.then we left", "3.5 miles", "e.g. this"),
    ),
}
