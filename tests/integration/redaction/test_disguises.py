"""P3, the evasion matrix: 25 disguises of 40 identifiers in sentences of eight frames, every one masked or held.

In the quick run the frames take turns, so that each cell of disguise and identifier is tried in one of them and each
disguise in all; with PRECEDENT_LONG_TESTS every cell is tried in every frame.
"""

import os
from collections.abc import Callable
from itertools import takewhile
from typing import NamedTuple

import pytest

from corpus.errors import RedactionIncomplete
from corpus.model.discussion import Discussion, Message, Participant, Source
from redaction.placeholders import PLACEHOLDER
from redaction.redactor import Redactor, build_redactor

NAMES = (
    "Denise", "Whitfield", "Jaylen", "Petrakis", "Keisha", "Okafor", "Hornick", "Marisol", "Thandiwe", "Castellanos",
    "Wojciech", "Nguyen", "Abernathy", "Farhiya", "Delacroix", "Sandoval", "Rosalind", "Mahmoud", "Gurleen", "Bernadette",
    "Tsosie", "Ifeoma", "Kowalczyk", "Brannigan", "Yellowhorse", "Xiomara", "Leilani", "Oyelaran", "Fitzgerald", "Montero",
)  # fmt: skip
SCHOOLS = ("Riverside", "Larkspur", "Eastbrook", "Maplewood", "Kinderhook")
OTHERS = ("bob@school.local", "555-0142", "@carver.fights", "www.larkspur.example", "400 Sawmill Rd")


class Frame(NamedTuple):
    before: str
    after: str


FRAMES = (
    Frame("so i said to ", " about it"),
    Frame("", " was in the office again"),
    Frame("ask ", "'s mom about the bus"),
    Frame("can someone call ", "?"),
    Frame("they were all there (", ", the aide, me)"),
    Frame("lol ", " u ok??"),
    Frame("the note says: ", ". no answer since"),
    Frame("then the others left with ", ""),
)
IN_EVERY_FRAME = bool(os.environ.get("PRECEDENT_LONG_TESTS"))

CYRILLIC = str.maketrans("aeopcxyiABEKMHOPCTX", "аеорсхуіАВЕКМНОРСТХ")
GREEK = str.maketrans("oviaAEHIKMNOPTXYZB", "ονιαΑΕΗΙΚΜΝΟΡΤΧΥΖΒ")
LEET = str.maketrans("aeio", "4310")
CIRCLED = {ord("a") + n: 0x24D0 + n for n in range(26)} | {ord("A") + n: 0x24B6 + n for n in range(26)}
BOLD = {ord("a") + n: 0x1D41A + n for n in range(26)} | {ord("A") + n: 0x1D400 + n for n in range(26)}
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
SMALL = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")


def _between(mark: str) -> Callable[[str], str]:
    return mark.join


def _after_second(mark: str) -> Callable[[str], str]:
    return lambda text: text[:2] + mark + text[2:]


DISGUISES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "lower case": str.lower,
    "upper case": str.upper,
    "mixed case": lambda text: "".join(c.upper() if n % 2 else c.lower() for n, c in enumerate(text)),
    "zero-width space": _after_second("\u200b"),
    "zero-width joiner everywhere": _between("\u200d"),
    "soft hyphen": _after_second("\u00ad"),
    "word joiner": _after_second("\u2060"),
    "byte order mark": _after_second("\ufeff"),
    "direction marks": lambda text: f"\u202b{text}\u202c",
    "isolates": lambda text: f"\u2068{text}\u2069",
    "variation selectors": _between("\ufe0f"),
    "combining stroke": _between("\u0336"),
    "combining acute": lambda text: "".join(c + "\u0301" for c in text),
    "full width": lambda text: text.translate(WIDE),
    "mathematical bold": lambda text: text.translate(BOLD),
    "circled": lambda text: text.translate(CIRCLED),
    "Cyrillic look-alikes": lambda text: text.translate(CYRILLIC),
    "Greek look-alikes": lambda text: text.translate(GREEK),
    "small capitals": lambda text: text.lower().translate(SMALL),
    "letter-spaced": _between(" "),
    "dotted": _between("."),
    "digits for letters": lambda text: text.translate(LEET),
    "split over two lines": _after_second("\n"),
    "character references": lambda text: f"&#{ord(text[0])};" + text[1:],
}
LETTERS_ONLY = {"digits for letters", "dotted", "letter-spaced", "split over two lines"}
"""Disguises that turn a number or an address into something else; there the disguise must be seen through for names."""


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    return build_redactor(name_model=None)


class Cell(NamedTuple):
    identifier: str
    frame: Frame


def _cells(disguise: str) -> list[Cell]:
    identifiers = NAMES + SCHOOLS + (() if disguise in LETTERS_ONLY else OTHERS)
    if IN_EVERY_FRAME:
        return [Cell(identifier, frame) for frame in FRAMES for identifier in identifiers]
    turn = list(DISGUISES).index(disguise)
    return [Cell(one, FRAMES[(number + turn) % len(FRAMES)]) for number, one in enumerate(identifiers)]


def _leaks(redactor: Redactor, cells: list[Cell], disguise: Callable[[str], str]) -> list[str]:
    """What shows in which frame; the names are on the discussion's list, the rest is not."""
    messages = tuple(
        Message(cell.frame.before + disguise(cell.identifier) + cell.frame.after, "Somebody") for cell in cells
    )
    declared = tuple(dict.fromkeys(cell.identifier for cell in cells if cell.identifier.isalpha()))
    discussion = Discussion(Source.PLAIN, messages, (Participant("Somebody"),), declared)
    try:
        redacted = redactor.redact(discussion).discussion.messages
    except RedactionIncomplete:
        return []
    return [
        f"{cell.identifier} in {message.text!r}"
        for cell, message in zip(cells, redacted, strict=True)
        if _shows(message.text, cell.frame)
    ]


def _shows(redacted: str, frame: Frame) -> bool:
    """True where a letter or digit is left that belongs neither to the frame nor to a placeholder."""
    rest = redacted[_shared(redacted, frame.before) :]
    rest = rest[: len(rest) - _shared(rest[::-1], frame.after[::-1])]
    return any(map(str.isalnum, PLACEHOLDER.sub("", rest)))


def _shared(text: str, opening: str) -> int:
    """How many characters both open with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(text, opening, strict=False)))


@pytest.mark.parametrize(
    ("redacted", "shows"),
    [
        ("ask [Person 1]'s mom about the bus", False),
        ("[Person 1] [Parent 2]'s mom about the bus", False),
        ("ask Denise's mom about the bus", True),
        ("ask [Person 1] Whitfield's mom about the bus", True),
        ("ask [Person 1]ise's mom about the bus", True),
        ("ask [Denise]'s mom about the bus", True),
    ],
)
def test_a_leak_is_seen_before_after_and_within_a_placeholder(redacted: str, shows: bool) -> None:
    assert _shows(redacted, FRAMES[2]) is shows


def test_there_are_25_disguises_of_40_identifiers_in_8_frames() -> None:
    assert (len(DISGUISES), len(NAMES) + len(SCHOOLS) + len(OTHERS), len(FRAMES)) == (25, 40, 8)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_hides_nothing(redactor: Redactor, disguise: str) -> None:
    cells = _cells(disguise)
    leaks = _leaks(redactor, cells, DISGUISES[disguise])
    assert leaks == [], f"{len(leaks)} of {len(cells)} leak"
