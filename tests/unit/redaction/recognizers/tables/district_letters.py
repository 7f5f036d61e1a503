from redaction.recognizers.district_letters import DistrictLetters
from tests.unit.redaction.recognizers.tables import Table

TABLE: Table = {
    DistrictLetters: (
        {
            "asked central office (APS) twice": "APS",
            "I called CPS law, and here CPS is the district": "CPS",
            "our district APS has a policy": "APS",
            "the PTSD board voted, PTSD is not": "PTSD",
            "the CPS superintendent said": "CPS",
            "Ask the district. APS had a grant": "APS",
            "through the office; APS legal wants a form": "APS",
        },
        (
            "CPS came to the house",
            "our APS met",
            "the district (K-12) says",
            "IEPs is the way",
            "APS told us",
            "told the district. CPS came",
            "CPS legal",
        ),
    ),
}
