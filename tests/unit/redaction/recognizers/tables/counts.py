from redaction.recognizers.counts import Audiences, CountAnswers, Counts, Quantities
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Counts: (
        {
            "then twenty three, 9 45 9th graders": "45",
            "one one one one 14 kids": "14",
            "303 suspended": "303",
            "1,204 students": "1,204",
            "enrollment of 312": "312",
            "7 boys did": "7",
            "about 200 kids": "200",
            "eleven 6th graders": "eleven",
            "voted 31 to 9 against": "31 to 9",
            "we lost 3-1 again": "3-1",
            "38 out today": "38",
            "calling all 11\n": "11",
            "Kofi was one of four.": "four",
            "Suspended: 5. Warned: 7.": "7",
            "Students sent home: forty": "forty",
            "in a 6-1 vote": "6-1",
            "upheld 4-3": "4-3",
            "4 ayes, one nay": "4",
            "head of 37 so far": "37",
            "should be 39. missing": "39",
            "it got 7 hands": "7",
            "all 23 walk. no cords": "23",
            "the count was three hundred and five": "three hundred and five",
            "seventeen of sixty-two essays": "seventeen",
        },
        (
            "2 kids",
            "two boys",
            "5th graders",
            "504 kids",
            "grade 5 students",
            "in 2019 graduates",
            "out at 3:40 today",
            "0805 parents called",
            "all 8th graders",
            "6 of our best",
            "at 9:57\nkids out",
        ),
    ),
    Quantities: (
        {
            "showed 61 changes": "61",
            "forty-four lawns": "forty-four",
            "viewed over 4,000 times": "4,000",
            "11 forms, all signed": "11",
            "we put out 140 chairs.": "140",
        },
        ("4 letters", "40 chairs", "45 minutes", "12 months", "shared 4 times"),
    ),
    Audiences: (
        {"got 3.1k followers": "3.1k", "the 21-member class": "21", "enrolled 1,926, down": "1,926"},
        ("a 5k run", "1,250 sq ft", "a 2-person job", "about 40,000 views"),
    ),
    CountAnswers: (
        {"how many today\n97. have 96": "97", "A: how many at x\nB: 73": "73"},
        ("how many\n5:30 is late", "how many\n2", "when\n97."),
    ),
}
