from redaction.recognizers.dates_in_passing import DatesInPassing
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    DatesInPassing: (
        {
            "on 08-Aug-2023 we": "08-Aug-2023",
            "in 10/2023 he": "10/2023",
            "Thursday the twenty-first is": "Thursday the twenty-first",
            "twentieth of this month": "twentieth of this month",
            "on the 6th of the month a": "6th of the month",
            "by the fifteenth, or": "fifteenth",
            "taken Tuesday 21 outside": "Tuesday 21",
            "Fri. 5-30 not 5-23": "Fri. 5-30 not 5-23",
            "the deadline is 11-14, so": "11-14",
            "out 9-12 to 9-15 then": "9-12 to 9-15",
            "log 12-10-21/12-11-21": "12-10-21",
            "Sent: May 20\nTo": "May 20",
            "class of 2023": "2023",
        },
        (
            "lost 10-21",
            "ages 9-12",
            "Tuesday 10 kids",
            "the first day of the month plan",
            "on the second floor",
            "by juneteenth",
            "in 300/2023",
            "the class of it",
        ),
    ),
}
