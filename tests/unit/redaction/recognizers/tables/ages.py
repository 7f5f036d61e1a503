from redaction.recognizers.ages import Ages
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Ages: (
        {
            "he is 14 years old": "14 years old",
            "age 9": "9",
            "a 14-year-old": "14-year-old",
            "Jayden is 14 and he": "14",
            "Verlin, who is 67 and has": "67",
            "so hes nine. do": "nine",
            "her son is five": "five",
            "she is what, 7? don't": "7",
            "HE'S FIVE, HE": "FIVE",
            "Widelene, seven, second grade": "seven",
            "a man, 34, was": "34",
            "Lucas (gr 11, 17) not": "17",
            "(I know), 15, reported": "15",
            "Jaxon (8) says": "8",
            "a brother of 11.": "11",
            "until I was twelve, in": "twelve",
            "my boy gage is 12 he": "12",
            "Hattie is 60 something with": "60 something",
            "Yes, Hunter. 17, good kid": "17",
            "tiene 9 años": "9 años",
            "how old\n\nNat\n9. turns": "9",
        },
        (
            "R.T. (10)",
            "a birthday gift for",
            "he's five minutes out",
            "she is one of",
            "on day 3, 12 kids",
            "5 years ago",
            "page 9",
            "14 kids",
        ),
    ),
}
