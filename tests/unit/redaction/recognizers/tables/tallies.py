from redaction.recognizers.tallies import Tallies
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Tallies: (
        {
            "I suspended 9 for it": "9",
            "4 of ours and 3 from town": "3",
            "a school of 212 so": "212",
            "theres fourteen in the room": "fourteen",
            "ER took 4, we": "4",
            "wrote up 8, my": "8",
            "stands at 143, down from 171.": "171",
            "9 of my 11 signed": "9",
            "the 9 are not": "9",
            "so.\nTwelve are from here": "Twelve",
            "Vern: 37\nok": "37",
            "Sent. 31 unaccounted now": "31",
            "the count was 507, ok": "507",
            "we had nine out. nine, i": "nine",
            "we had 17 carts in": "17",
            "it was 212 little ones": "212",
            "in line. 118 out": "118",
        },
        (
            "we had 5 minutes",
            "took 3 tries",
            "at 9 we left",
            "it is 88 today",
            "a 504 and a 911 call",
            "1. go home\n12. call",
            "in 2019 we",
            "like 9.",
            "we had 4 quarters",
            "Five Guys has fries",
            "ate at The Final Four",
            "101 Dalmatians is",
            "grade 7 and 8 are",
            "0915 lockdown",
            "gets 10 days",
            "had 3 strikes",
        ),
    ),
}
