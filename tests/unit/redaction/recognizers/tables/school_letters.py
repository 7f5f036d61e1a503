from redaction.recognizers.school_letters import SchoolLetters
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    SchoolLetters: (
        {
            "DHS parents came": "DHS",
            "LMS 7th graders did it": "LMS",
            "I'm the AP at DHS": "DHS",
            "kids from LMS saw it": "LMS",
            "the NHS gym": "NHS",
            "Riverbend vs HHS": "HHS",
            "SMS football lost": "SMS",
            "EMS's band": "EMS",
            "the EMS was called by the principal of EMS": "EMS",
        },
        (
            "DHS took the child",
            "a DHS worker came",
            "the report at DHS",
            "our LMS was down",
            "EMS came for two students",
            "an SMS to parents",
            "we SMS parents",
            "NHS students held it",
            "dhs call at 3",
        ),
    ),
}
