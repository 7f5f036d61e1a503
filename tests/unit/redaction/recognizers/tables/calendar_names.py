from redaction.recognizers.calendar_names import CalendarNames
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    CalendarNames: (
        {
            "Coach Monday saw it": "Monday",
            "a girl named march did": "march",
            "Tuesday's mom is here": "Tuesday",
            "From: March\nTo: all": "March",
            "[8:02 AM] Tuesday: copy": "Tuesday",
        },
        ("tell the nurse Monday. ok", "Monday's meeting", "Monday: gym", "From: March 3", "they called Monday"),
    ),
}
