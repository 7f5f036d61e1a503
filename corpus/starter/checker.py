"""Applies to a starter case what can be checked by rule: shape, dates, counts, states, agencies, money, quotes.

Run as `python -m corpus.starter.checker [FOLDER]`; prints one line a problem and exits 1 when there is any.
What no rule can see (could a stranger find it in one search?) is read by a person.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus.case_prose import prose
from corpus.errors import InvalidCase
from corpus.model.case import StarterCase
from corpus.model.taxonomy import REMOVED, UNKNOWN, Provenance
from corpus.starter.loader import CASES_FOLDER, read_case

_MONTHS = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|"
    "Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|"
    "Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    "West Virginia|Wisconsin|Wyoming"
)
_STATE_TERMS = (
    "HIB|BOCES|ISD|USD|RE-1|SAU|UIL|WIAA|CIF|Childline|ChildLine|DCF|DCFS|AEA|parish|borough|constable|"
    "Regents|STAAR|DAEP|Stop Arm"
)
RULES: dict[str, re.Pattern[str]] = {
    "an exact date": re.compile(
        rf"\b(?:{_MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!-)|\b\d{{1,2}}/\d{{1,2}}(?:/\d+)?\b"
    ),
    "a year in prose": re.compile(r"\b(?:19|20)\d{2}\b"),
    "a clock time": re.compile(r"\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]\.?m\b"),
    "a state": re.compile(rf"\b(?:{_STATES})\b"),
    "a term of one state": re.compile(rf"\b(?:{_STATE_TERMS})\b"),
    "an exact amount": re.compile(r"\$ ?\d"),
    "an exact count": re.compile(r"(?<![\w.-])(?!(?:988|911|504|100)\b)\d{2,}(?![\w%-]|\.\d)(?! (?:minutes?|percent))"),
    "a quotation": re.compile(r"[“\"][^”\"]{25,}[”\"]"),
    "a web address or handle": re.compile(r"https?:|www\.|(?<!\w)@\w|#[A-Za-z]"),
    "a TV channel": re.compile(r"\bChannel \d+\b"),
}
SHARED_RUN_WORDS = 14
TITLE_WORDS = range(7, 15)
SITUATION_FACTS = range(3, 6)


def problems_of(starter: StarterCase) -> Iterator[str]:
    """What the rules find wrong with one case."""
    case = starter.case
    yield from _shape_problems(starter)
    for path, text in prose(case):
        for what, pattern in RULES.items():
            if found := pattern.search(text):
                yield f"{path} holds {what}: {found.group()!r}"


def _shape_problems(starter: StarterCase) -> Iterator[str]:
    case = starter.case
    if len(case.title.split()) not in TITLE_WORDS:
        yield f"title has {len(case.title.split())} words, wanted 8 to 12"
    if len(case.situation) not in SITUATION_FACTS:
        yield f"situation has {len(case.situation)} facts, wanted 3 to 5"
    if not case.actions:
        yield "no action"
    if not re.fullmatch(r"CASE-\d{4}", case.code):
        yield "code is not CASE- and four digits"
    if (case.provenance is Provenance.PUBLICLY_REPORTED) != bool(starter.origin):
        yield "origin is for publicly reported cases, all of them and only them"
    if case.facets.school_year not in {UNKNOWN, REMOVED} and not re.fullmatch(r"20\d\d-\d\d", case.facets.school_year):
        yield "school_year is not like 2022-23"


def shared_runs(starters: list[StarterCase], words: int = SHARED_RUN_WORDS) -> Iterator[str]:
    """Runs of `words` equal words that stand in more than one case: template prose or a copied source."""
    seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for starter in starters:
        for _, text in prose(starter.case):
            tokens = re.findall(r"\w+", text.lower())
            for start in range(len(tokens) - words + 1):
                seen[tuple(tokens[start : start + words])].add(starter.case.code)
    for run, codes in seen.items():
        if len(codes) > 1:
            yield f"{', '.join(sorted(codes))} share {' '.join(run)!r}"


def check_folder(folder: Path) -> list[str]:
    """Every problem in the TOML files under `folder`, a line each."""
    found: list[str] = []
    starters: list[StarterCase] = []
    for path in sorted(folder.rglob("*.toml")):
        try:
            starter = read_case(path)
        except InvalidCase as error:
            found.append(f"{path.name}: {error}")
            continue
        starters.append(starter)
        found.extend(f"{path.name}: {problem}" for problem in problems_of(starter))
    for key, values in (
        ("code", [s.case.code for s in starters]),
        ("origin", [s.origin for s in starters if s.origin]),
    ):
        found.extend(f"{key} {value} is used twice" for value in {v for v in values if values.count(v) > 1})
    return found + list(shared_runs(starters))


if __name__ == "__main__":
    lines = check_folder(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES_FOLDER)
    print("\n".join(lines) or "no problems found")
    sys.exit(bool(lines))
