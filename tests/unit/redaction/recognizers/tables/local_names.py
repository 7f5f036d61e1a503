from redaction.recognizers.local_names import LocalForms, LocalOrganizations
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    LocalOrganizations: (
        {
            "Greater Bethel Church": "Greater Bethel Church",
            "call Redline Transit now": "Redline Transit",
            "harlan pd": "harlan pd",
        },
        (
            "the church",
            "breaking news",
            "our bank",
            "the Friday bus",
        ),
    ),
    LocalForms: (
        {"Channel 9 came": "Channel 9", "WPTC called": "WPTC", "home of the Falcons": "Falcons", "tv 11": "tv 11"},
        (
            "WHEN IS IT",
            "the news",
            "a bear walked in",
            "on tv 3 days",
            "fed the gator",
            'a "Colt" on it',
        ),
    ),
}
