from redaction.recognizers.initials import Initials
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Initials: (
        {"student M.R. left": "M.R.", "with d.w. id": "d.w."},
        (
            "at 3 p.m. we",
            "e.g. this",
            "the U.S. is",
            "Ms Rao, Ed.D.",
            "at 4 p. m.] ok",
        ),
    ),
}
