"""Local media, churches, businesses and services by their closing word, call letters and channels; mascots."""

import regex

from corpus.model.redaction import EntityKind
from redaction.lexicon import is_common
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.anchored import Anchored
from redaction.recognizers.patterns import Pattern, Patterns


class LocalOrganizations(Anchored):
    kind = EntityKind.ORGANIZATION
    score = 0.8
    anchors = frozenset(
        """church|baptist|baptist church|methodist|lutheran|ame|temple|synagogue|mosque|parish|chapel|ministries|hospital
        |medical center|clinic|general hospital|transit|transportation|bus company|bus co|bus lines|charters|pizza|diner
        |cafe|donuts|grill|market|grocery|bank|credit union|police department|police dept|pd|sheriff|sheriff's office
        |fire department|fire dept|county sheriff|tribune|gazette|herald|courier|chronicle|times|journal
        |dispatch|sentinel
        |observer|ledger|examiner|register|post|bee|patch|star|reporter|record|news|teachers association
        |education association
        |federation of teachers|booster club|boosters|rotary|rotary club|lions club|foundation|llc|inc|ymca|ywca
        |boys and girls club|tv|radio|fm|poultry|farms|catering|daycare|day care|preschool|dental|pediatrics|law
        |law firm
        |police|borough police|township police|city police|state police|sheriff's dept|fire|inn|motel|hotel|suites|precinct|lodge|tabernacle
        |fellowship|assembly of god|bus|bus service|coach lines|coaches|coach|photo|photography|foods|behavioral|behavioral health|staffing|solutions|security
        |security services|therapy|counseling center|hardware|auto|tire|bakery|barbershop|salon|bbq|tavern|bar|grille|lanes|theater|theatre|cinema|mortuary
        |funeral home|feed & seed|supply|nursery|studio|studios|pharmacy|drugs|mart|food mart|meats|restaurant|taqueria|deli|coffee|brewing|landscaping
        |construction|plumbing|roofing|electric|gas|propane|water district|utilities|patriots|moms for liberty|moms
        """.replace("\n        ", "").split("|")
    )
    never_led_by = frozenset(
        """the a an our my your his her their this that every each any some one two other another local small public at in
        from of to for and or but with near by on as is was are were he she they we it all hi hey hello so then i i'm
        school high middle elementary district county state city federal national fox cnn nbc cbs abc breaking good bad
        great fake big old new no last many most first second some these those more""".split()
    )

    def fits(self, text: str, tokens: list, index: int, stop: int) -> bool:  # type: ignore[type-arg]
        if index == 0:
            return False
        anchor, before = tokens[index], tokens[index - 1]
        if anchor.lower in _SURE:
            return True
        return bool(before.capital and anchor.capital and not before.all_capitals)


_SURE = frozenset(
    "pd church baptist methodist lutheran transit ymca ywca poultry credit sheriff rotary donuts pizza diner".split()
)
_MASCOTS = """eagles?|wildcats?|tigers?|bulldogs?|panthers?|lions?|cougars?|hawks?|falcons?|wolves|wolverines?|bears?|mustangs?
|knights?|vikings?|warriors?|trojans?|spartans?|rams?|hornets?|bobcats?|jaguars?|raiders?|pirates?|titans?|huskies|broncos?
|cardinals?|blue\\sjays|ravens?|owls?|gators?|otters?|mariners?|coyotes?|badgers?|grizzlies|dragons?|chargers?|patriots?
|lancers?|colts?|cubs?|bruins?|cyclones?|comets?|rockets?|bees|yellow\\sjackets?|scorpions?|rattlers?|matadors?|thunderbirds?"""


_MEMBERS = any_of(
    """Parents|Mothers|Moms|Dads|Fathers|Citizens|Neighbors|Residents|Taxpayers|Voters|Educators|Teachers|Students|Youth
    |Families|Friends|Advocates|Communities|Coalition|Alliance|Center|Council|Network|Partners|Campaign"""
)
_OF_A_STATE = r"[A-Z]\w{1,12}(?:i|[cx])ans"


class LocalForms(Patterns):
    patterns = (
        Pattern(
            EntityKind.ORGANIZATION,
            0.8,
            rf"(?-i:\b(?:[A-Z][\w'-]{{1,20}}\s){{0,2}}(?:{_MEMBERS}|{_OF_A_STATE})\sfor\s(?:(?:an?|the)\s)?[A-Z][\w'-]{{1,20}}(?:\s[A-Z][\w'-]{{1,20}}){{0,2}})",
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.85,
            r"(?-i:\b(?:[A-Z][\w-]+\s(?:(?:of|and|&)\s)?){0,5})?(?:\b(?:uta|seiu|afscme|aft|nea|ufcw|teamsters|federation|union|educators|[a-z]{1,3}ea)\s)?\blocal\s(?:no\.?\s|\#)?\d{1,5}\b",
            digits=True,
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.8,
            r"\bthe\s(?<x>(?:courier|gazette|herald|tribune|clarion|bugle|argus)|(?-i:Ledger|Chronicle|Sentinel|Observer|Examiner|Dispatch|Beacon|Times|Journal|Register|Star|Post|Bee|Courant|Record|Republican|Democrat|Call|Banner|Independent))(?=[.,;!?\n]|$|\s(?:ran|says|said|has|had|is|was|called|calls|story|reporter|wants|wrote|printed|got|online|comes|piece|and|will|picked)\b)",
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.8,
            r"(?-i:\b[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}\s(?:Borough|Township|Village|City|County|Parish|Shores|Heights)\s(?:Police|Sheriff's\sOffice|Fire))",
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.8,
            r"\b(?:fire\s)?station\s(?<x>\d{1,3})\b|\b(?:troop|pack|post|lodge|vfw|amvets)\s(?:no\.?\s|\#)?\d{1,5}\b",
            digits=True,
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.9,
            r"\b(?:channel|ch\.?|tv)[ ]?\d{1,2}(?:\snews)?\b(?![ ](?:days|times|hours|min|kids|weeks))",
            digits=True,
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.9,
            r"\b(?:news|newscenter|action\snews|eyewitness\snews|newschannel|abc|nbc|cbs|fox|kcal|telemundo|univision|cw)[\s-]?\d{1,2}(?:\snews)?\b",
            digits=True,
        ),
        Pattern(
            EntityKind.ORGANIZATION,
            0.85,
            r"(?-i:\b[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?\b(?:[ ](?:\d{1,2}|[Nn]ews(?:\s\d{1,2})?|[Rr]adio))?)",
        ),
        Pattern(
            EntityKind.TRACE,
            0.9,
            r"\bhome\sof\sthe\s(?:(?:fighting|mighty|golden|lady)\s)?(?<x>\w{3,20}(?:\s(?-i:[A-Z])\w{2,20})?)",
        ),
        Pattern(
            EntityKind.TRACE,
            0.85,
            rf"\b(?:go|lady|fighting|mighty|fellow|dear|proud|(?-i:[Tt]he|[Oo]ur)(?=\s(?-i:[A-Z])))\s(?<x>{_MASCOTS})(?:\s(?:pride|nation|strong|way|code|family|country))?\b(?!\s(?:said|den))",
        ),
        Pattern(
            EntityKind.TRACE,
            0.85,
            rf"\b(?<x>{_MASCOTS})\s(?:pride|nation|strong|way|family|country|gym|stadium|field|time|den|pack)\b",
        ),
        Pattern(EntityKind.TRACE, 0.8, rf"(?-i:(?<=[a-z,]\s)(?=[A-Z]))(?:{_MASCOTS})\b"),
    )

    def accepts(self, match: "regex.Match[str]") -> bool:
        found = match.group()
        return not (found.isupper() and is_common(found.lower().split()[0]))
