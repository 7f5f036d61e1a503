from redaction.recognizers.emails import Emails
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Emails: (
        {
            "write bob@school.local now": "bob@school.local",
            "ann@k12.ca.us": "ann@k12.ca.us",
            "bob at school dot org": "bob at school dot org",
            "bob[at]school[dot]org": "bob[at]school[dot]org",
            "records [at] pine [dot] example": "records [at] pine [dot] example",
            "lata dot prasad at pine dot org": "lata dot prasad at pine dot org",
        },
        ("notes are at pine.org", "meet me @ 3", "look at this. org chart"),
    ),
}
