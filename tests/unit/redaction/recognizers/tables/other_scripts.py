from redaction.recognizers.other_scripts import OtherScripts
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    OtherScripts: ({"call 李老师 now": "李老师"}, ("call José now", "ok 👍")),
}
