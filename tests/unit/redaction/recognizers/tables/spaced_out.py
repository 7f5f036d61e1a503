from redaction.recognizers.spaced_out import SpacedOut
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    SpacedOut: (
        {
            "it was D e n i s e": "D e n i s e",
            "by D.e.n.i.s.e": "D.e.n.i.s.e",
            "ask D e n i s e's mom": "D e n i s e",
        },
        ("a b c", "s t o p it", "1 2 3 4", "s t o p's the word"),
    ),
}
