from redaction.recognizers.networks import Networks
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Networks: (
        {
            "from 68.114.27.203, the": "68.114.27.203",
            "mac A4-83-E7-19-CC-02 is": "A4-83-E7-19-CC-02",
            "mac a483.e719.cc02 is": "a483.e719.cc02",
            "on 2001:db8:85a3::8a2e:370 today": "2001:db8:85a3::8a2e:370",
        },
        ("v 1.2.3", "version 10.4.22", "at 8:15:30 we", "12-13-14-15", "999.114.27.203"),
    ),
}
