"""Ages that stand without "years old" and without "age": by whose they are, by a half, by a plural, by a comma."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns
from redaction.recognizers.units import MEASURE, PEOPLE, TIME

_AGE = EntityKind.AGE
_KIN = any_of(
    """boy|girl|kid|child|baby|toddler|infant|son|daughter|brother|sister|bro|sis|twin|cousin|nephew|niece|mom|mother|dad|father|grandma
    |grandpa|grandmother|grandfather|uncle|aunt|stepson|stepdad|stepmom|boyfriend|girlfriend|student|victim|driver|suspect
    |shooter|caller|passenger|oldest|eldest|youngest|middle one|little one|older one|younger one|other one|friend|teen
    |freshman|sophomore|junior|senior|female|male|minor|subject|patient|runaway"""
).replace(" ", r"\s")
_STAFF = any_of(
    "sub|teacher|custodian|janitor|volunteer|guard|man|woman|lady|guy|coach|para|aide|nurse|secretary|officer|newcomer|chaperone|stranger|neighbor"
)
_TEENS = any_of("ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen")
_TENS = any_of("twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")
_ONES = any_of("one|two|three|four|five|six|seven|eight|nine")
_SPOKEN = rf"(?:{_TEENS}|{_TENS}(?:[\s-]{_ONES})?|three|four|five|six|seven|eight|nine)"
_HALF = r"(?:\s(?:and\sa\shalf|1/2|3/4|n\sa\shalf)|\s?\u00bd|\.5)"
_YEARS = rf"(?:(?:[1-9]\d|[3-9]){_HALF}?|{_SPOKEN}{_HALF}?)"
_HEDGE = r"(?:(?:only|just|like|almost|nearly|about|around|maybe|barely|still|now|already|probably|really|not\seven|all\sof|what|abt)\s){0,2}"
_NO_YEARS = TIME.replace("|years|yrs", "")
_NO_AGE = any_of(
    f"""{_NO_YEARS}|{MEASURE}|{PEOPLE}|credits|of|out|for|to|cars|seats|rooms|behind
    |short|away|late|absences|tardies|referrals|grade|grades|strikes|deep|hundred|thousand|down|ahead|classes|cases
    |steps|levels|more|or|on|schools|buses|doors|th|subs|grams|big|different|separate"""
)
_END = rf"(?![\w%:/$-]|[.,]\d|[ ]{_NO_AGE}\b)"
_STOP = (
    r"(?=\s?[.,;:!?)\x22\n\ue000]|$|\s(?:and|but|n|he|she|i|we|so|now|with|w|too|when|if|today|next|last|in|this)\b)"
)


class AgesInPassing(Patterns):
    patterns = (
        Pattern(
            _AGE,
            0.85,
            rf"\b(?:they'?re|they\s(?:are|were)|(?:s?he|they|kid|i)(?:'?ll|\swill)\sbe|(?:is|was)\ss?he|s?he'?s|s?he\s(?:is|was)|who\s(?:is|was))\s{_HEDGE}(?<x>{_YEARS}(?:\s(?:and|&|n)\s{_YEARS})?){_END}",
        ),
        Pattern(
            _AGE,
            0.85,
            rf"\b(?:must\sbe|has\sto\sbe|can'?t\sbe|looks?(?:\slike)?|looked(?:\slike)?|acts\slike|going\son|on\spaper(?:,?\ss?he\s(?:is|was))?|i\sam)\s{_HEDGE}(?<x>[1-9]\d|{_TEENS}|{_TENS}){_END}{_STOP}",
        ),
        Pattern(
            _AGE,
            0.85,
            rf"\b{_KIN}(?:'?s)?(?:\s(?:in|on)\sthe\s\w{{2,10}}|\swho\s\w{{2,12}}(?:\s\w{{2,10}}){{0,2}})?\s(?:is|was|turned|turns)\s{_HEDGE}(?<x>{_YEARS}){_END}",
        ),
        Pattern(
            _AGE, 0.85, rf"\b{_KIN}(?:'?s)?(?:\s(?:in|on)\sthe\s\w{{2,10}})?,?[ ](?<x>{_YEARS}){_END}(?=[,.;)?!\n]|$)"
        ),
        Pattern(
            _AGE,
            0.85,
            rf"\b(?:had\s(?:him|her|me|us|them|(?:a|the|my)\s\w{{3,10}})|pregnant|died|dead|married|diagnosed|orphaned|widowed|retired|oldest|youngest|eldest|himself|herself|driving|dropped\sout|lost\s(?:him|her)),?\sat\s(?<x>[1-9]\d|{_TEENS}|{_TENS}){_END}{_STOP}",
        ),
        Pattern(
            _AGE,
            0.85,
            r"(?<=\bthe\s|\band\s)(?<x>(?:1\d|[4-9])s)\b(?=\s(?:and|should|share|are|were|with|can|do|get)\b|[.,;])",
            digits=True,
        ),
        Pattern(
            _AGE,
            0.9,
            r"(?<![\w.,$/:-])\d{1,2}\s?(?:y|yr|yrs|y\.o\.?|year|years|mo|mos)(?=[\s,]{1,2}(?:female|male|girl|boy|kid|child|student|f|m)\b)",
            digits=True,
        ),
        Pattern(_AGE, 0.85, r"(?<![\w.,$/:-])\d{1,2}y\b", digits=True),
        Pattern(_AGE, 0.85, rf"(?<![\w.,$/:-])(?<x>{_YEARS}\sgoing\son\s{_YEARS})\b"),
        Pattern(
            _AGE,
            0.85,
            rf"\b{_STAFF}(?:'?s)?\s(?:is|was|turned|turns)\s{_HEDGE}(?<x>[1-9]\d|{_TEENS}|{_TENS}(?:[\s-]{_ONES})?){_END}{_STOP}",
        ),
        Pattern(
            _AGE,
            0.85,
            rf"\b(?:papers|records|file|passport|chart)\s(?:say|says|said)\s{_HEDGE}(?<x>[1-9]\d|{_TEENS}){_END}{_STOP}",
        ),
        Pattern(_AGE, 0.85, rf"\b(?:oldest|youngest|eldest)\s(?:\w{{1,10}}\s){{1,4}}at\s(?<x>{_YEARS}){_END}"),
        Pattern(
            _AGE,
            0.85,
            rf"(?<![\w.,$/:-])(?:[4-9]|1\d|{_SPOKEN})\sand\sa\shalf\b(?!\s(?:{_NO_AGE}|years?|yrs?|times|inches|in)\b)",
        ),
        Pattern(
            _AGE,
            0.8,
            r"(?<![\w.,$/:-])(?:[4-9]|1\d)\s(?:1/2|and\sa\shalf)(?=\s?[.,;!?)\n]|$)|(?<![\w.,$/:-])(?:[4-9]|1\d)\s?\u00bd(?=\s?[.,;!?)\n]|$)",
            digits=True,
        ),
        Pattern(
            _AGE, 0.85, r"(?<=\b\p{Lu}\p{Ll}{1,15}(?:\s\p{Lu}\.)?)\s\((?<x>[4-9]|1\d)(?=\)|,\s\p{Ll})", digits=True
        ),
        Pattern(
            _AGE,
            0.8,
            r"(?:(?<=\n)|^)\p{Lu}[\p{L}'.]{1,20}(?:[ ,]{1,2}\p{Lu}[\p{L}'.]{0,20}){1,3}\s-\s(?<x>\d{1,2}(?:\s1/2|\s(?:yrs?|mos?|years)(?:\s\d{1,2}\smos?)?)?)(?=\n|,|$)",
            digits=True,
        ),
        Pattern(_AGE, 0.9, r"\bage:?\s{1,3}(?<x>\d{1,2}\s(?:yrs?|y|years)\s\d{1,2}\s(?:mos?|m|months))\b", digits=True),
        Pattern(_AGE, 0.85, rf"\b(?:turn|cumple|cumplió|tiene|tengo|tienen)\s(?<x>\d{{1,2}}|{_TEENS}){_END}"),
    )
    """In order: theirs by a pronoun, by a guess, by kin; at a turn of life; many of one age; the forms of a radio; halves;
    in brackets, in lists and in forms; in Spanish.
    """
