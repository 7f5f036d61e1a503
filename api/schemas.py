"""What the JSON interface takes and gives; one serializer for every door, so nothing leaves that no page shows."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from api.small_counts import at_least, counts_at_least
from api.terms import term_of
from api.workflow.exports import LICENCE
from api.workflow.search import Precedent, Precedents
from corpus.case_codec import case_to_mapping
from corpus.casebook.case_codes import code_of
from corpus.model.case import Case
from corpus.model.search import FacetName, Filters, Hit
from corpus.model.submission import Submission, SubmissionState
from corpus.model.topics import TOPIC_GROUPS, TOPICS
from corpus.outside import is_storable


def _only_storable(given: Any) -> Any:
    if not is_storable(given):
        raise PydanticCustomError("unstorable_text", "It holds NUL or half a character.")
    return given


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _storable(cls, given: Any) -> Any:
        return _only_storable(given)


Record = Annotated[dict[str, Any], AfterValidator(_only_storable)]
Seen = Annotated[str, Query(max_length=64, description="`seen` of the desk; refused once that has changed")]
"""A case as it is sent; `case_codec` says what is wrong with it."""


class SearchIn(Strict):
    text: str = Field("", max_length=20_000, description="A situation in any words; names are removed before searching")
    filters: dict[FacetName, list[str]] = Field({}, description="Facet to wanted values")
    limit: int = Field(10, ge=1, le=50)


class DecisionIn(Strict):
    note: str = Field(min_length=1, max_length=2_000)


class ReceiptIn(Strict):
    receipt: str = Field(min_length=8, max_length=64)


class ReceiptOut(BaseModel):
    receipt: str
    state: str


class PreviewOut(BaseModel):
    redacted: list[dict[str, str | None]]
    removed: list[dict[str, Any]]
    draft: dict[str, Any]


class SubmissionOut(BaseModel):
    id: int
    state: str
    submitted_on: str
    case: str | None


class SegmentOut(BaseModel):
    text: str
    marked: bool


class PrecedentOut(BaseModel):
    code: str
    title: str
    band: str
    role: str
    passage: list[SegmentOut]
    reasons: list[dict[str, str]]
    outcome: str
    school_year: str
    topic: str
    provenance: str
    counter: bool
    lookalikes: list[str]


class SearchOut(BaseModel):
    asked: str = Field(description="The question as it was searched, names removed")
    removed: int = Field(description="How many mentions were taken out of the question")
    close: bool = Field(description="False means: no close precedent yet")
    found: int = Field(description="Rounded down to fives; 0 stands for fewer than five")
    precedents: list[PrecedentOut]
    counts: dict[str, dict[str, int]] = Field(description="Facet to value to count, rounded down to fives")
    without_meaning: bool


class TopicOut(BaseModel):
    code: str
    name: str
    cases: int = Field(description="Rounded down to fives; 0 stands for fewer than five")


class ShelfOut(BaseModel):
    code: str
    name: str
    found: int = Field(description="Rounded down to fives; 0 stands for fewer than five")
    counts: dict[str, dict[str, int]] = Field(description="Facet to value to count, rounded down to fives")
    cases: list[dict[str, Any]] = Field(description="The newest, as each stands at its own address")
    licence: str


def filters_from(chosen: dict[FacetName, list[str]]) -> Filters:
    return Filters(chosen={name: frozenset(values) for name, values in chosen.items() if values})


CASE_FIELDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            "code", "title", "situation", "provenance", "outcome", "outcome_text", "trigger", "spread", "called_in",
            "first_message_after", "outcome_later", "outcome_later_text", "backfired", "do_over", "asked_as",
            "peers_might_take", "doesnt_apply_if", "follow_ups", "confidence", "redacted_discussion", "revision",
        ),
        (),
    ),
    "actions": ("phase", "who", "what", "why", "effect"),
    "words_used": ("audience", "text"),
    "missing": ("resources", "knowledge", "skills", "dispositions"),
    "facets": (
        "topic", "level", "more_topics", "setting", "size", "division", "school_year", "season", "sector", "channels",
        "involved", "hooks", "phone_policy",
    ),
}  # fmt: skip
"""What of a case may leave: its fields, and the fields within each. A new one stays inside until it is here."""


def case_out(case: Case) -> dict[str, Any]:
    """A case as any reader may see it, by `CASE_FIELDS`; the day of publication becomes its term."""
    mapping = case_to_mapping(case)
    return {
        **{name: _picked(mapping[name], within) for name, within in CASE_FIELDS.items()},
        "topic_names": [TOPICS[topic] for topic in case.topics if topic in TOPICS],
        "published": str(term_of(case.published_on)) if case.published_on else "",
        "licence": LICENCE,
    }


def _picked(value: Any, within: tuple[str, ...]) -> Any:
    if not within:
        return value
    if isinstance(value, dict):
        return {name: value[name] for name in within}
    return [_picked(part, within) for part in value]


def precedent_out(precedent: Precedent) -> PrecedentOut:
    hit, case = precedent.hit, precedent.case
    return PrecedentOut(
        code=case.code,
        title=case.title,
        band=hit.band,
        role=hit.role,
        passage=_segments(hit),
        reasons=[{"kind": reason.kind, "text": reason.text} for reason in hit.reasons],
        outcome=case.outcome,
        school_year=case.facets.school_year,
        topic=TOPICS.get(case.facets.topic, ""),
        provenance=case.provenance,
        counter=hit.counter,
        lookalikes=[other.code for other in precedent.lookalikes],
    )


def search_out(found: Precedents) -> SearchOut:
    return SearchOut(
        asked=found.asked,
        removed=len(found.removed),
        close=found.answer.has_close,
        found=at_least(found.answer.found),
        precedents=[precedent_out(precedent) for precedent in found.precedents],
        counts={name: counts_at_least(values) for name, values in found.answer.counts.items()},
        without_meaning=found.answer.without_meaning,
    )


def topics_out(found: Precedents) -> list[TopicOut]:
    """Every group, each followed by its topics."""
    counts = counts_at_least(found.answer.counts.get(FacetName.TOPIC, {}))
    names = {**TOPIC_GROUPS, **TOPICS}
    order = sorted(names, key=lambda code: [int(part) for part in code.split(".")])
    return [TopicOut(code=code, name=names[code], cases=counts.get(code, 0)) for code in order]


def shelf_out(code: str, found: Precedents) -> ShelfOut:
    return ShelfOut(
        code=code,
        name=TOPICS.get(code) or TOPIC_GROUPS[code],
        found=at_least(found.answer.found),
        counts={name: counts_at_least(values) for name, values in found.answer.counts.items()},
        cases=[case_out(precedent.case) for precedent in found.precedents],
        licence=LICENCE,
    )


def submission_out(submission: Submission) -> SubmissionOut:
    """The case is named while it stands on the submission, not while it is recalled or gone."""
    stands = submission.state is SubmissionState.PUBLISHED and submission.case_number is not None
    return SubmissionOut(
        id=submission.id,
        state=submission.state,
        submitted_on=submission.submitted_at.date().isoformat(),
        case=code_of(submission.case_number) if stands and submission.case_number else None,
    )


def _segments(hit: Hit) -> list[SegmentOut]:
    return [SegmentOut(text=segment.text, marked=segment.marked) for segment in hit.passage]
