from redaction.recognizers.corners import Corners
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Corners: (
        {
            "at 5th and maple, nobody": "5th and maple",
            "running across spruce\n": "spruce",
            "sycamore & king? at sycamore & king w": "sycamore & king",
            "moved to phoenix.": "phoenix",
            "on zuri n kofi by the light": "zuri n kofi",
        },
        (
            "5th and 6th grade",
            "at lunch and recess",
            "in reading and math",
            "on time and safe",
            "on Friday night",
            "1st night",
            "the order of Reading rules.",
            "on snap and venmo'd",
        ),
    ),
}
