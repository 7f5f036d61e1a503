from redaction.recognizers.money import Money
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Money: (
        {
            "cost $4,350.20 total": "$4,350.20",
            "9 bucks": "9 bucks",
            "$5k": "$5k",
            "settled for 850k and": "850k",
            "two hundred and forty dollars gone": "two hundred and forty dollars",
            "about five thousand in damage": "five thousand",
            "we are short 3,208.50, ad": "3,208.50",
            "she owes lunch 61.75 now": "61.75",
            "the quote is 7300. so": "7300",
            "asked for USD 1.4 million in": "USD 1.4 million",
            "per diem went from 115 to 135 and": "115 to 135",
            "a gift of \u20ac40 each": "\u20ac40",
            "sent 25 hundred, a": "25 hundred",
            "the quote was for forty one thousand two hundred and the": "forty one thousand two hundred",
            "a 25k grant": "25k",
        },
        (
            "a dollar",
            "5 km",
            "a 401k talk",
            "a 5k run",
            "14k followers",
            "a GPA of 3.25",
            "paid 2 subs",
            "two cents from me",
            "the 5K on Friday",
            "moved\n0851 told",
        ),
    ),
}
