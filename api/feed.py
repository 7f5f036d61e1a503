"""Lists as Atom feeds (RFC 4287); what of a case may stand in one is decided here and nowhere else.

Times are the first day of the term of publication: the archive tells no day. Readers of feeds know news by their id.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from api.workflow.exports import LICENCE
from corpus.model.case import Case

_ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NEVER = date(2000, 1, 1)
"""A feed must name a time; this one says that nothing was published yet."""
_TERMS_START = (1, 6, 8)
"""Months, as in `api.terms`."""


@dataclass(frozen=True)
class FeedEntry:
    """One line of a feed; `address` is its id as well."""

    address: str
    title: str
    summary: str
    on: date = NEVER
    json_address: str = ""


def feed(title: str, path: str, cases: Sequence[Case], public_url: str) -> bytes:
    """Cases in the order given."""
    return atom(title, path, (case_entry(case, public_url) for case in cases), public_url)


def atom(title: str, path: str, entries: Iterable[FeedEntry], public_url: str) -> bytes:
    """A feed that lives at `path` of the archive's public address."""
    told = list(entries)
    root = Element("feed", xmlns=_ATOM)
    _text(root, "id", public_url + path)
    _text(root, "title", f"Precedent: {title}")
    _text(root, "updated", _time(max((entry.on for entry in told), default=NEVER)))
    _text(root, "rights", LICENCE)
    _text(SubElement(root, "author"), "name", "Precedent")
    SubElement(root, "link", rel="self", href=public_url + path)
    for entry in told:
        _add(SubElement(root, "entry"), entry)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root)


def case_entry(case: Case, public_url: str) -> FeedEntry:
    return FeedEntry(
        address=f"{public_url}/cases/{case.code}",
        title=case.title,
        summary=" ".join(case.situation),
        on=case.published_on or NEVER,
        json_address=f"{public_url}/api/v1/cases/{case.code}",
    )


def _add(parent: Element, entry: FeedEntry) -> None:
    _text(parent, "id", entry.address)
    _text(parent, "title", entry.title)
    _text(parent, "updated", _time(entry.on))
    _text(parent, "summary", entry.summary)
    SubElement(parent, "link", rel="alternate", href=entry.address)
    if entry.json_address:
        SubElement(parent, "link", rel="alternate", type="application/json", href=entry.json_address)


def _text(parent: Element, name: str, text: str) -> None:
    """XML can't hold control characters, not even escaped."""
    SubElement(parent, name).text = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _time(day: date) -> str:
    start = max(month for month in _TERMS_START if month <= day.month)
    return f"{day.year}-{start:02d}-01T00:00:00Z"
