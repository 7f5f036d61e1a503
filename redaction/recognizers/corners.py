"""Streets, corners and towns as people say them in a chat: "5th and maple", "off spruce", "moved to phoenix"."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common
from redaction.recognizers.patterns import Pattern, Patterns

_STREETS = frozenset(
    """spruce maple elm oak pine cedar walnut chestnut sycamore hickory magnolia willow birch poplar juniper locust
    mulberry peachtree vine laurel dogwood aspen cypress hawthorn linden cherry orchard lakeshore broadway division
    franklin lincoln washington jefferson jackson monroe fulton lexington madison kennedy mlk roosevelt wilson harrison
    adams grant king ferry church water mill river lake front market state union prospect highland ridge grove sunset
    college university academy depot railroad canal bridge liberty pleasant center centre school park main high spring
    court pearl bank cross green meadow valley forest summit commerce industrial western eastern northern southern
    mercer hudson clinton delaware virginia georgia carolina pennsylvania michigan ohio texas houston austin dallas
    palm orange lemon olive peach plum apple grape ash beech cottonwood sagebrush mesquite acacia eucalyptus palmetto
    ashland woodland oakland lakeview hillside riverside fairview parkview bayview seaview""".split()
)
_TREES = "|".join(
    """spruce maple elm oak pine cedar walnut chestnut sycamore hickory magnolia willow birch poplar juniper locust mulberry
    peachtree vine laurel dogwood aspen cypress hawthorn linden broadway lakeshore fulton lexington roosevelt harrison
    franklin jefferson monroe mlk division cottonwood mesquite palmetto""".split()
)
_TOWNS = "|".join(
    """phoenix buffalo flint gary troy rome paris eden aurora providence savannah augusta florence athens sparta lima peru
    cairo memphis dallas houston austin denver boston jersey salem concord madison jackson charlotte chandler gilbert
    chester lancaster cleveland columbus richmond lincoln pierre helena cheyenne chico modesto oxford cambridge
    manchester portland oakland berkeley pasadena glendale aspen boulder golden durango pueblo laredo waco tyler temple
    midland odessa victoria corpus compton burbank anaheim salinas eureka truckee dover newark trenton camden princeton
    erie scranton reading wheeling dayton canton akron toledo lansing pontiac kalamazoo peoria normal decatur joliet
    elgin gurnee racine la\\scrosse fargo bismarck billings missoula butte boise nampa provo ogden reno sparks henderson
    yuma globe flagstaff page gallup clovis hobbs roswell norman lawton enid tulsa macon mobile selma dothan
    tupelo oxford natchez biloxi monroe ruston bossier alexandria lafayette slidell mobile asheville durham raleigh
    greenville florence sumter conway macon valdosta rome dalton bristol jackson paducah owensboro lexington""".split()
)
_ENDS = r"(?=[.,;!?)\n\ue000]|$|\s(?:and|n|&|w|w/|with|but|so|yesterday|today|now|last|for|bc|because|where|who|when|it|is|was|they|he|she|we|i|to|by|near|or|if|area|this|on|in)\b)"


class Corners(Patterns):
    patterns = (
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"(?<!\w)(?<x>\d{1,3}(?:st|nd|rd|th)(?:\s(?:and|n|at)\s|\s?[&/@]\s?)(?<b>\p{L}{3,20}))(?!\w)(?![ ](?:grade|period|graders))",
            digits=True,
        ),
        Pattern(
            EntityKind.LOCATION,
            0.85,
            r"\b(?:at|on|near|by|off|toward|towards|of|around|past)\s(?<x>(?<a>\p{L}{3,20})(?:\s(?:and|n)\s|\s?[&/@]\s?)(?<b>\p{L}{3,20}|\d{1,3}(?:st|nd|rd|th)))(?!\w)",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.8,
            rf"\b(?:on|off|down|up|across|along|past|toward|towards|onto)\s(?<street>(?<x>{_TREES}))(?=[.,;!?\n\ue000]|$|\s(?:and|n|&|at|by|near|w|w/|to|again|today|st|in|from|bc|so)\b)",
        ),
        Pattern(
            EntityKind.LOCATION,
            0.75,
            rf"\b(?:in|from|near|outside|around|to|through|over\sin|across|of|for|leaving|visiting)\s(?<town>(?<x>{_TOWNS})){_ENDS}",
        ),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        groups = match.re.groupindex
        if "street" in groups:
            return True
        if "town" in groups:
            return match["x"].lower() not in _SCHOOL_WORDS or match["x"][0].isupper()
        names = [match["b"], *([match["a"]] if "a" in groups else [])]
        return all(_may_be_street(name) for name in names)


_SCHOOL_WORDS = frozenset(
    "reading normal page mobile golden temple sparks globe orange victoria tyler troy gary".split()
)
"""In lower case these are lessons, things and people first."""


def _may_be_street(name: str) -> bool:
    lower = name.lower()
    return lower[0].isdigit() or lower in _STREETS or (name[0].isupper() and not name.isupper()) or not is_common(lower)
