from redaction.recognizers.handles import Handles
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Handles: (
        {
            "is it @carver.fights": "@carver.fights",
            "under #FireCastellanos": "#FireCastellanos",
            "ig: jay_2009": "jay_2009",
            "as dj.realprincipal": "dj.realprincipal",
            "user dprice4 changed it": "dprice4",
            "In Infinite Campus dprice4 again": "dprice4",
            "logged as k.tran today": "k.tran",
            "the account, jpage, was": "jpage",
            "Handles: xX_hunterz_Xx, justicefortoast, bigmac.4.": "justicefortoast",
            "snap: tay_tay": "tay_tay",
            "on toastking#4471": "toastking#4471",
            "rowdaddy_varsity.": "rowdaddy_varsity",
        },
        (
            "#newcomer-team\n",
            "done.then",
            "@everyone look",
            "u.know it",
            "user error",
            "first page 2nd",
            "covid19",
            "a fb video of it",
        ),
    ),
}
