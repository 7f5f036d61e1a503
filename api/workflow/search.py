"""Search: redacts the question, asks the index, and reads every answer back from the casebook."""

import re
import unicodedata
from dataclasses import dataclass, replace

import structlog

from api.archive import Archive
from api.identity import Caller, Right
from corpus.errors import CaseNotFound, CaseWithdrawn, IndexUnavailable, InvalidQuery, RedactionIncomplete
from corpus.model.case import NOT_SAID, Case
from corpus.model.redaction import Mention
from corpus.model.search import Answer, Band, Filters, Hit, Query

log = structlog.get_logger()

LONGEST_QUERY = 20_000
MOST_RESULTS = 50
DEEPEST = 1_000
"""Whoever turns that many pages wants filters, or the snapshot."""
_NO_WORDS = "Nothing of that is a word. Say what happened, in a few words."
_NAMES_ONLY = "Names, numbers and links find nothing here: they are taken out. Say what happened."
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
"""Signs without width, which phones and pages put into words."""


@dataclass(frozen=True)
class Precedent:
    """A case as the answer to a question."""

    hit: Hit
    case: Case
    lookalikes: tuple[Case, ...] = ()


@dataclass(frozen=True)
class Precedents:
    """The answer to one question."""

    asked: str
    """The question as it was searched: redacted."""
    removed: tuple[Mention, ...]
    """What was taken out of the question; offsets refer to what was typed."""
    precedents: tuple[Precedent, ...]
    answer: Answer


def search(
    archive: Archive, caller: Caller, text: str, filters: Filters = Filters(), limit: int = 10, *, skip: int = 0
) -> Precedents:
    """Precedents for a situation in any words: at most `MOST_RESULTS`, after the first `skip` (`DEEPEST` at most).

    Raises InvalidQuery, IndexUnavailable. Nothing of `text` is kept, logged or embedded before its names are removed.
    """
    caller.require(Right.READ)
    if len(text) > LONGEST_QUERY:
        raise InvalidQuery(f"That is {len(text):,} characters; {LONGEST_QUERY:,} is the most. Paste the heart of it.")
    archive.catch_up()
    query, removed = _query(archive, text)
    if text.strip() and not any(map(str.isalnum, query.text)):
        raise InvalidQuery(_NAMES_ONLY if removed else _NO_WORDS)
    limit, skip = max(1, min(limit, MOST_RESULTS)), max(0, min(skip, DEEPEST))
    query = replace(query, filters=replace(filters, audiences=caller.audiences), limit=limit, skip=skip)
    answer = archive.index.search(query)
    asked = "" if query.words_only else query.text
    return Precedents(asked=asked, removed=removed, precedents=read_back(archive, caller, answer.hits), answer=answer)


def lookalikes(archive: Archive, caller: Caller, draft: Case, limit: int = 3) -> tuple[Precedent, ...]:
    """Cases that may tell of what a draft tells, weak ones left out; empty while nothing can be searched.

    The draft may be raw: it is redacted like every question, and nothing of it is kept.
    """
    told = " ".join(text for text in (draft.title, *draft.situation) if text not in NOT_SAID)[:LONGEST_QUERY]
    if not told:
        return ()
    try:
        found = search(archive, caller, told, limit=limit)
    except IndexUnavailable:
        return ()
    return tuple(precedent for precedent in found.precedents if precedent.hit.band is not Band.WEAK)


def read_case(archive: Archive, caller: Caller, code_number: int) -> Case:
    """One case; raises CaseWithdrawn to whoever could see it, CaseNotFound alike for every other absence."""
    caller.require(Right.READ)
    with archive.reading(caller) as call:
        try:
            return call.casebook.case(code_number, caller.audiences)
        except CaseNotFound:
            stone = call.casebook.tombstone(code_number, caller.audiences)
            if stone is None or stone.successor is not None:
                raise
            raise CaseWithdrawn(f"{stone.code} was withdrawn. It is gone for good.") from None


def read_or_follow(archive: Archive, caller: Caller, number: int) -> Case:
    """One case, or the one that it was merged into; raises as `read_case` does."""
    try:
        return read_case(archive, caller, number)
    except CaseWithdrawn:
        raise
    except CaseNotFound:
        return read_or_follow(archive, caller, followed(archive, caller, number))


def followed(archive: Archive, caller: Caller, number: int) -> int:
    """Where a merged case lives on; raises CaseNotFound for every other absence."""
    with archive.reading(caller) as call:
        stone = call.casebook.tombstone(number, caller.audiences)
    if stone is None or stone.successor is None:
        raise CaseNotFound("There is no case with that code.")
    return stone.successor


def _query(archive: Archive, text: str) -> tuple[Query, tuple[Mention, ...]]:
    """The redacted query; where redaction did not finish, one for words only, which is never embedded nor shown."""
    squeezed = re.sub(r"\s+", " ", _UNSEEN.sub("", unicodedata.normalize("NFKC", text))).strip()
    if not squeezed:
        return Query(""), ()
    try:
        asked, removed = archive.redactor.redact_query(squeezed)
    except RedactionIncomplete:
        log.warning("query_by_words_only")
        return Query(squeezed, words_only=True), ()
    return Query(asked), removed


def read_back(archive: Archive, caller: Caller, hits: tuple[Hit, ...]) -> tuple[Precedent, ...]:
    """The cases that hits stand for, as the casebook holds them now; those gone meanwhile are left out."""
    wanted = {number for hit in hits for number in (hit.case_number, *hit.lookalikes)}
    with archive.reading(caller) as call:
        cases = call.casebook.cases(wanted, caller.audiences)
    return tuple(
        Precedent(
            hit=hit,
            case=cases[hit.case_number],
            lookalikes=tuple(cases[number] for number in hit.lookalikes if number in cases),
        )
        for hit in hits
        if hit.case_number in cases
    )
