from redaction.recognizers.births import Births
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Births: (
        {
            "born 3/4/2010": "3/4/2010",
            "d/o/b 9-1-08, missed": "9-1-08",
            "Y.O.B. 2015": "2015",
            "(Odom, b. 1961)": "1961",
            "DOB:20121109 pasted": "DOB:20121109",
            "bday is 5/5/2010 bc": "5/5/2010",
            "3/4/2010 (DOB)": "3/4/2010",
        },
        ("a birthday gift for", "grade b. 20 left", "born to run"),
    ),
}
