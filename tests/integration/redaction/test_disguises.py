"""P3, the evasion matrix: 25 disguises of 40 identifiers, each masked or held in at least 99 of 100 cases."""

from collections.abc import Callable

import pytest

from corpus.errors import RedactionIncomplete
from corpus.model.discussion import Discussion, Message, Participant, Source
from redaction.redactor import Redactor, build_redactor

NAMES = (
    "Denise", "Whitfield", "Jaylen", "Petrakis", "Keisha", "Okafor", "Hornick", "Marisol", "Thandiwe", "Castellanos",
    "Wojciech", "Nguyen", "Abernathy", "Farhiya", "Delacroix", "Sandoval", "Rosalind", "Mahmoud", "Gurleen", "Bernadette",
    "Tsosie", "Ifeoma", "Kowalczyk", "Brannigan", "Yellowhorse", "Xiomara", "Leilani", "Oyelaran", "Fitzgerald", "Montero",
)  # fmt: skip
SCHOOLS = ("Riverside", "Larkspur", "Eastbrook", "Maplewood", "Kinderhook")
OTHERS = ("bob@school.local", "555-0142", "@carver.fights", "www.larkspur.example", "400 Sawmill Rd")
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


BEFORE, AFTER = "so i said to ", " about it"


def _leaks(redactor: Redactor, identifiers: tuple[str, ...], disguise: Callable[[str], str]) -> list[str]:
    """Identifiers of which letters are still there; the names are on the discussion's list, the rest is not."""
    messages = tuple(Message(BEFORE + disguise(identifier) + AFTER, "Somebody") for identifier in identifiers)
    declared = tuple(identifier for identifier in identifiers if identifier.isalpha())
    discussion = Discussion(Source.PLAIN, messages, (Participant("Somebody"),), declared)
    try:
        redacted = redactor.redact(discussion).discussion.messages
    except RedactionIncomplete:
        return []
    return [identifier for identifier, message in zip(identifiers, redacted, strict=True) if _shows(message.text)]


def _shows(redacted: str) -> bool:
    return any(c.isalnum() for c in redacted.removeprefix(BEFORE).removesuffix(AFTER).split("[")[0])


def test_there_are_25_disguises_of_40_identifiers() -> None:
    assert (len(DISGUISES), len(NAMES) + len(SCHOOLS) + len(OTHERS)) == (25, 40)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_disguise_hides_nothing(redactor: Redactor, disguise: str) -> None:
    identifiers = NAMES + SCHOOLS + (() if disguise in LETTERS_ONLY else OTHERS)
    leaks = _leaks(redactor, identifiers, DISGUISES[disguise])
    assert leaks == [], f"{len(leaks)} of {len(identifiers)} leak"
