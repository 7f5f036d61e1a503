"""A list of cases as an Atom feed (RFC 4287); what of a case may stand in it is decided here and nowhere else."""

from collections.abc import Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from api.workflow.exports import LICENCE
from corpus.model.case import Case

_ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
_NEVER = date(2000, 1, 1)
"""A feed must name a time; this one says that nothing was published yet."""


def feed(title: str, path: str, cases: Sequence[Case], public_url: str) -> bytes:
    """Newest first; times are the days of publication, never of an incident."""
    root = Element("feed", xmlns=_ATOM)
    _text(root, "id", public_url + path)
    _text(root, "title", f"Precedent: {title}")
    _text(root, "updated", _time(max((case.published_on or _NEVER for case in cases), default=_NEVER)))
    _text(root, "rights", LICENCE)
    _text(SubElement(root, "author"), "name", "Precedent")
    SubElement(root, "link", rel="self", href=public_url + path)
    for case in cases:
        entry = SubElement(root, "entry")
        address = f"{public_url}/cases/{case.code}"
        _text(entry, "id", address)
        _text(entry, "title", case.title)
        _text(entry, "updated", _time(case.published_on or _NEVER))
        _text(entry, "summary", " ".join(case.situation))
        SubElement(entry, "link", rel="alternate", href=address)
        SubElement(entry, "link", rel="alternate", type="application/json", href=_json_address(case, public_url))
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root)


def _json_address(case: Case, public_url: str) -> str:
    return f"{public_url}/api/v1/cases/{case.code}"


def _text(parent: Element, name: str, text: str) -> None:
    """XML can't hold control characters, not even escaped."""
    SubElement(parent, name).text = "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
