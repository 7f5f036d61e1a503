"""What the JSON interface takes and gives for saved searches, alerts, wanted cases and the digest."""

from typing import Any

from pydantic import BaseModel, Field

from api.schemas import SearchOut, Strict, case_out, search_out
from api.workflow.digest import Digest
from api.workflow.exports import LICENCE
from api.workflow.saved_searches import Saved
from api.workflow.search import Precedents
from api.workflow.wanted import Wanted
from corpus.model.case import Case
from corpus.model.question import SavedSearch, WantedCase
from corpus.model.search import FacetName

_CODE = Field(min_length=8, max_length=64)


class SaveIn(Strict):
    text: str = Field(
        "", max_length=20_000, description="A situation in any words; names are removed before it is kept"
    )
    filters: dict[FacetName, list[str]] = Field({}, description="Facet to wanted values")


class SavedOut(BaseModel):
    code: str = Field(description="Opens it; may be shared. Shown this once: only a digest is kept")
    own_code: str = Field(description="Ends it, and says where letters go. Keep it to yourself")
    asked: str = Field(description="The words as they are kept, names removed")
    removed: int = Field(description="How many mentions were taken out")


class StateOut(BaseModel):
    state: str


class OwnCodeIn(Strict):
    own_code: str = _CODE


class LettersIn(Strict):
    own_code: str = _CODE
    address: str = Field("", max_length=254, description="Where letters go; empty ends them")


class SavedSearchOut(BaseModel):
    asked: str
    filters: dict[str, list[str]]
    answer: SearchOut
    licence: str = LICENCE


class AlertOut(BaseModel):
    cases: list[dict[str, Any]] = Field(description="New cases that are close, the latest first")
    licence: str = LICENCE


class WishIn(Strict):
    text: str = Field(min_length=1, max_length=400, description="What you looked for and did not find")


class LookIn(Strict):
    wish: str = Field(min_length=1, max_length=400, description="How it is said to the nation")


class JoinIn(Strict):
    into: int = Field(ge=1, le=2**31 - 1, description="Number of the listed wanted case that says the same")


class WantedOut(BaseModel):
    id: int
    wish: str
    wished: int = Field(description="By how many readers, rounded down to fives; 0 stands for fewer than five")
    came: str = Field(description="Code of the case that came; empty while it is wanted")


class WantedListOut(BaseModel):
    wanted: list[WantedOut]
    licence: str = LICENCE


class WishOut(BaseModel):
    id: int
    wish: str


class DigestOut(BaseModel):
    month: str
    new: list[dict[str, Any]] = Field(description="The newest cases, each as at its own address")
    found: int = Field(description="Rounded down to fives; 0 stands for fewer than five")
    wanted: list[WantedOut]
    came: list[WantedOut]
    licence: str = LICENCE


def saved_out(saved: Saved) -> SavedOut:
    return SavedOut(code=saved.code, own_code=saved.own_code, asked=saved.asked, removed=len(saved.removed))


def saved_search_out(saved: SavedSearch, found: Precedents) -> SavedSearchOut:
    filters = {str(name): sorted(values) for name, values in saved.filters.chosen.items()}
    return SavedSearchOut(asked=saved.asked, filters=filters, answer=search_out(found))


def alert_out(cases: list[Case]) -> AlertOut:
    return AlertOut(cases=[case_out(case) for case in cases])


def wanted_out(wanted: Wanted) -> WantedOut:
    return WantedOut(id=wanted.id, wish=wanted.wish, wished=wanted.wished, came=wanted.came.code if wanted.came else "")


def wish_out(wanted: WantedCase) -> WishOut:
    """For a steward."""
    return WishOut(id=wanted.id, wish=wanted.wish)


def digest_out(digest: Digest) -> DigestOut:
    return DigestOut(
        month=digest.name,
        new=[case_out(case) for case in digest.new],
        found=digest.found,
        wanted=[wanted_out(one) for one in digest.wanted],
        came=[wanted_out(one) for one in digest.came],
    )
