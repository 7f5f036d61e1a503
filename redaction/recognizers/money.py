"""Amounts of money, however written."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.alternatives import any_of
from redaction.recognizers.patterns import Pattern, Patterns

_MONEY = EntityKind.MONEY
_FACTOR = any_of("k|m|mil|million|thousand|grand|billion")
_WORD = any_of(
    """one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen
    |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|half|few"""
)
_WORDS = rf"\b(?>{_WORD}\b(?:[\s-](?:and\s)?(?:a\s)?{_WORD}\b){{0,7}}+)"
_OWED = any_of(
    """cost|costs|quote|quoted|bill|billed|invoice|fee|fees|fine|fined|settlement|settled|budget|debt|owe|owes|owed|raised|stole|stolen
    |embezzled|short|paid|pay|pays|deductible|price|tuition|salary|stipend|grant|damage|damages|restitution|refund|refunded|balance|total
    |charged|donated|donation|spent|deposit|loan|levy|bond|bid|estimate|reward|bonus|rent|took|moved|worth"""
)
_LOSS = any_of(
    "damage|damages|repairs|fees|fines|debt|cash|losses|donations|sales|tickets|checks|merch|legal fees|overtime"
).replace(" ", r"\s")


class Money(Patterns):
    patterns = (
        Pattern(
            _MONEY,
            1.0,
            rf"(?:usd\s?)?[$\u20ac\u00a3]\s?\d[\d,]{{0,15}}+(?:\.\d{{1,2}})?(?:\s?(?>{_FACTOR})\b)?",
            digits=True,
        ),
        Pattern(
            _MONEY,
            0.9,
            r"(?<![\w.,$])\d[\d,]{0,15}(?:\.\d{1,2})?(?:\s?(?:k|million|thousand|grand|hundred))?\s(?:dollars|bucks|usd|dólares|pesos)\b",
            digits=True,
        ),
        Pattern(_MONEY, 0.9, rf"{_WORDS}\s(?:dollars|bucks|grand|dólares)\b"),
        Pattern(_MONEY, 0.9, rf"{_WORDS}(?<=thousand|hundred|million)(?=\s(?:in|of)\s(?:\w{{2,10}}\s)?{_LOSS}\b)"),
        Pattern(
            _MONEY,
            0.85,
            r"(?<![\w.,$:/-])(?!401k|9\s?mil\b)(?<!\b(?:a|the|our)\s(?=5k|10k))\d{1,4}(?:\.\d{1,2})?\s?(?:k|mil|million|grand)\b(?![ ](?:followers|views|likes|shares|run|race|walk|steps|students|kids|people|ppl|members|video|words|subs|acres|miles))",
            digits=True,
        ),
        Pattern(
            _MONEY,
            0.9,
            r"\busd\s\d[\d,]{0,12}(?:\.\d{1,2})?(?:\s?(?:k|million|thousand))?\b|(?<![\w.,$:/-])\d{1,2}\shundred\b(?![ ](?:kids|people|students|percent|block))",
            digits=True,
        ),
        Pattern(
            _MONEY,
            0.8,
            r"\b(?:per\sdiem|rate|rates|price|fee|fees|dues|pay|salary|stipend|budget|bid|rent)\s(?:\w{2,10}\s){0,3}from\s(?<x>\d{2,6}\sto\s\d{2,6})\b",
            digits=True,
        ),
        Pattern(_MONEY, 0.9, r"(?<![\w.,$:/-])\d{1,3}(?:,\d{3}){1,3}\.\d{2}(?![\w%]|[.,]\d)", digits=True),
        Pattern(
            _MONEY,
            0.85,
            rf"\b{_OWED}\b[^.\n\d$]{{0,25}}?(?<![\w.,$:/-])(?<x>\d{{1,6}}\.\d{{2}})(?![\w%]|[.,]\d)",
            digits=True,
        ),
        Pattern(
            _MONEY,
            0.8,
            rf"\b{_OWED}\s(?:is\s|was\s|of\s|at\s|us\s|them\s|me\s|about\s|around\s|came\sto\s|over\s){{0,2}}(?<x>\d{{1,3}}(?:,\d{{3}})+|\d{{3,6}})(?!(?<=(?:19|20)\d\d))(?=\s?[.;!?)\n]|,\s|$|\s(?:for|a|per|and|from|back|each|total|but|so)\b)",
            digits=True,
        ),
        Pattern(
            _MONEY,
            0.8,
            rf"\b{_OWED}\s(?:\w{{1,12}}\s){{0,4}}?(?:is|was|for|of|came\sto)\s(?<x>{_WORDS}(?<=hundred|thousand|million|forty|fifty|sixty))(?=\s?[.,;\n]|$|\sand\sthe\b)",
        ),
    )
    """With a sign; with a word for money, in digits and in words; as a loss; in thousands; with cents; where money is owed."""
