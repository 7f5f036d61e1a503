from redaction.recognizers.numbered import Numbered, NumberedAgain
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Numbered: (
        {
            "Bus 42 was late": "Bus 42",
            "room 118 full": "room 118",
            "sub in 214.": "214",
            "Rooms 12 to 19": "Rooms 12 to 19",
            "bus 3, 12 and 40 empty": "bus 3, 12 and 40",
            "buses 3 12 and 40 empty": "buses 3 12 and 40",
            "rooms E4, E5 and E9.": "rooms E4, E5 and E9",
            "on floor, Room K-2, x": "Room K-2",
            "left door 6 open": "door 6",
            "row 4, seat 88.": "seat 88",
            "from closet 3, who": "closet 3",
            "cabinet #3, and": "cabinet #3",
            "so portable seven over": "portable seven",
            "the 42 bus was": "42",
            "move P-2 and P-4 inside": "P-2 and P-4",
            "he drives 31. he": "31",
            "bus forty two is": "bus forty two",
            "busses 9 and 11 boarded": "busses 9 and 11",
            "Route 14-B comes": "Route 14-B",
            "the printer in B109 at": "B109",
            "ruta 12 no vino": "ruta 12",
            "salón 4 cerrado": "salón 4",
        },
        (
            "camera ten feet off",
            "a classroom oh well",
            "in 300 days",
            "room for 20 kids",
            "the bus was late",
            "bus 20 minutes late",
            "one of them",
            "room one of three",
            "grades K-2",
            "a fever of 103.1",
        ),
    ),
    NumberedAgain: (
        {
            "bus 31 came\nFaith said it said 31.": "31",
            "rooms E4 and E5\nmoving E5 today": "E5",
            "bus 7 left\n7 pulled in": "7",
            "sub in rm 22\n22 again!!": "22",
            "rm B-12. then out\nB-12 again": "B-12",
        },
        ("we rode 31.", "bus 12 and the boy is 12", "bus 31\n31 kids", "room 9\nat 9 we"),
    ),
}
