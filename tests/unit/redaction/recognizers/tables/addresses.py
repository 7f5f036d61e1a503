from redaction.recognizers.addresses import Addresses, Streets
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    Addresses: (
        {
            "at 400 N. Sawmill Rd now": "400 N. Sawmill Rd",
            "at 500 Civic Row, ok": "500 Civic Row",
            "2207 Calle Fresno #6": "2207 Calle Fresno #6",
            "po box 426": "po box 426",
        },
        (
            "2 kids in the way",
            "a 3 minute drive",
            "5 of our drive",
            "took us 2 yrs to get it",
            "pull him from 2nd hour",
            "still on the 2020 rules",
            "a map of Israel and Jordan",
        ),
    ),
    Streets: (
        {
            "on Turkey Foot Rd": "Turkey Foot Rd",
            "by tamarack dr.": "tamarack dr.",
            "hit on county rd 9": "county rd",
            "PLAYING HAMPTON RIDGE. who drives": "HAMPTON RIDGE",
            "4080 w juniper blvd": "juniper blvd",
        },
        (
            "the main road",
            "a long drive",
            "da beach park by the gym",
            "no press, no lily pond",
            "ran cross country in fall",
            "on a google drive of shots",
        ),
    ),
}
