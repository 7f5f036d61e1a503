"""A case for other sites: an oEmbed card, and schema.org metadata; what may stand in either is decided here."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from pydantic import BaseModel

from api.workflow.exports import LICENCE, LICENCE_ADDRESS
from corpus.model.case import NOT_SAID, Case
from corpus.model.topics import TOPICS

_SMALLEST, _WIDEST, _HIGHEST = 200, 600, 400
_SCHEMA = "https://schema.org"


@dataclass(frozen=True)
class EmbedIn:
    """What a site may ask of a card."""

    maxwidth: int = 600
    maxheight: int = 400
    format: str = "json"


class EmbedOut(BaseModel):
    version: str = "1.0"
    type: str = "rich"
    title: str
    author_name: str = "Precedent"
    provider_name: str = "Precedent"
    provider_url: str
    html: str
    width: int
    height: int
    cache_age: int = 86_400
    licence: str = LICENCE


def embed_out(case: Case, public_url: str, width: int = _WIDEST, height: int = _HIGHEST) -> EmbedOut:
    """A quotation with a link, without scripts, styles or pictures."""
    address = f"{public_url}/cases/{case.code}"
    facts = "".join(f"<p>{escape(fact)}</p>" for fact in case.situation[:1])
    ended = f"<p>Ended: {escape(case.outcome_text)}</p>" if case.outcome_text not in NOT_SAID else ""
    return EmbedOut(
        title=case.title,
        provider_url=public_url,
        html=(
            f'<blockquote cite="{escape(address)}"><p><strong>{escape(case.title)}</strong></p>{facts}{ended}'
            f'<p><a href="{escape(address)}">{case.code}, Precedent</a></p></blockquote>'
        ),
        width=min(max(width, _SMALLEST), _WIDEST),
        height=min(max(height, _SMALLEST), _HIGHEST),
    )


def embed_path(case: Case, public_url: str) -> str:
    """Where other sites find the card of a case."""
    return f"/api/v1/oembed?{urlencode({'format': 'json', 'url': f'{public_url}/cases/{case.code}'})}"


def case_structured(case: Case, public_url: str) -> dict[str, Any]:
    """A case in the words of schema.org."""
    address = f"{public_url}/cases/{case.code}"
    told: dict[str, Any] = {
        "@context": _SCHEMA,
        "@type": "Article",
        "@id": address,
        "url": address,
        "identifier": case.code,
        "headline": case.title,
        "abstract": " ".join(case.situation),
        "about": [TOPICS[topic] for topic in case.topics if topic in TOPICS],
        "version": case.revision,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "license": LICENCE_ADDRESS,
        "audience": {"@type": "EducationalAudience", "educationalRole": "administrator"},
        "publisher": {"@type": "Organization", "name": "Precedent", "url": public_url},
    }
    if case.published_on:
        told["datePublished"] = str(case.published_on.year)
    return told


def list_structured(name: str, path: str, cases: Sequence[Case], public_url: str) -> dict[str, Any]:
    """A list of cases in the words of schema.org."""
    return {
        "@context": _SCHEMA,
        "@type": "CollectionPage",
        "@id": public_url + path,
        "name": name,
        "license": LICENCE_ADDRESS,
        "mainEntity": {
            "@type": "ItemList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": case.title, "url": f"{public_url}/cases/{case.code}"}
                for place, case in enumerate(cases, start=1)
            ],
        },
    }


def archive_structured(public_url: str) -> dict[str, Any]:
    """The whole archive as a set of records."""
    return {
        "@context": _SCHEMA,
        "@type": "Dataset",
        "@id": f"{public_url}/",
        "name": "Precedent",
        "description": "What school leaders did when it happened to them: redacted, reviewed cases.",
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "Precedent", "url": public_url},
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/jsonl",
            "contentUrl": f"{public_url}/api/v1/snapshot.jsonl",
        },
    }
