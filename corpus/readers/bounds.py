"""How much the readers take on: several times what one discussion may hold, and little enough to be read in seconds.

Everything is counted before it is parsed. A file may be large for what is dropped from it, such as the pictures in a
mail, so each layout counts what costs it time.
"""

import re
from collections.abc import Iterable
from email.message import Message as Mail

from corpus.errors import UnreadableExport

MOST_TEXT = 2_000_000
"""Characters with all dates, names and marks: five times the words that one discussion may have."""
MOST_TAGS = 400_000
MOST_JSON_MARKS = 1_000_000
"""Commas and opened brackets of a JSON file."""
MOST_RECORDS = 50_000
MOST_HEAD = 100_000
"""Characters of all heads of a mail and its parts."""
MOST_PARTS = 2_000
"""Mails, and parts of them, in one file."""
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_PART = re.compile(rb"^(?:--|From |Content-Type:)", re.MULTILINE | re.IGNORECASE)
_TOO_MUCH = "This is far more than one discussion. Export or paste only the days that matter, without media."


def refuse_more_than(most: int, amount: int) -> None:
    """Raises UnreadableExport."""
    if amount > most:
        raise UnreadableExport(_TOO_MUCH)


def check_text(text: str) -> None:
    """Raises UnreadableExport."""
    refuse_more_than(MOST_TEXT, len(text))


def check_markup(markup: str) -> None:
    """Raises UnreadableExport."""
    refuse_more_than(MOST_TAGS, markup.count("<") + markup.count("&"))


def check_json(texts: Iterable[str]) -> None:
    """Raises UnreadableExport for files that are too much together."""
    refuse_more_than(MOST_JSON_MARKS, sum(text.count(mark) for text in texts for mark in ",[{"))


def check_records(values: Iterable[object]) -> None:
    """Raises UnreadableExport where parsed files list too many objects together."""
    lists = [each for value in values for each in (value.values() if isinstance(value, dict) else [value])]
    refuse_more_than(MOST_RECORDS, sum(len(each) for each in lists if isinstance(each, list)))


def check_mail(content: bytes) -> None:
    """Raises UnreadableExport for a mail, or a box of them, with too long a head or too many parts."""
    head_ends = _HEAD_ENDS.search(content, 0, MOST_HEAD)
    refuse_more_than(MOST_HEAD, 0 if head_ends else len(content))
    refuse_more_than(MOST_PARTS, sum(1 for _ in _PART.finditer(content)))


def check_parts(mail: Mail) -> None:
    """Raises UnreadableExport for a parsed mail with too long heads or too much text."""
    parts = list(mail.walk())
    refuse_more_than(MOST_HEAD, sum(len(str(value)) for part in parts for value in part.values()))
    texts = (part for part in parts if not part.is_multipart() and part.get_content_maintype() == "text")
    # Decoded to bytes only: to characters, the library stumbles over a charset that is told in pieces (RFC 2231).
    refuse_more_than(MOST_TEXT, sum(len(part.get_payload(decode=True)) for part in texts))
