from redaction.recognizers.spoken_ids import SpokenIds
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    SpokenIds: (
        {
            "his is 4 4 7 1 2 0 3 sorry": "4 4 7 1 2 0 3",
            "plate is seven x k r two two one i think": "seven x k r two two one",
            "plate is 7 x kilo 2 2 1": "7 x kilo 2 2 1",
        },
        ("count 1 2 3 4 5 6", "one two three four five", "a b c d e f g", "5 4 3 2 1 go", "one or two of the three"),
    ),
}
