"""Redact: a sealed submission gets its redaction and its draft, or stays held."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
from api.parts import RedactsDiscussions
from api.workflow.draft import NO_CODE, draft_case
from api.workflow.rename import renamed, said_anew
from corpus.case_prose import map_prose, prose
from corpus.errors import RedactionIncomplete
from corpus.intake.records import RawText
from corpus.model.case import Case, Facets
from corpus.model.discussion import Discussion, Message, plain_discussion
from corpus.model.redaction import Corrections, Redaction
from corpus.model.submission import SubmissionState
from corpus.model.taxonomy import REMOVED, UNKNOWN
from corpus.model.topics import TOPICS

log = structlog.get_logger()

_CODE = re.compile(r"CASE-\d{4,9}")
_SCHOOL_YEAR = re.compile(r"20\d\d-\d\d")


def redact(call: Call, submission_id: int, more: Corrections = Corrections()) -> Redaction:
    """Redacts the text and the draft together, with what is sealed of corrections and `more`, and opens the review.

    Raises RedactionIncomplete; the submission then stands as it stood, sealed and held.
    """
    found = _texts(call, submission_id, more)
    done = _redacted(call.redactor, found)
    if found.typed and (done.changed or found.raw.before):
        _keep_renamed(call, submission_id, replace(found.raw, before=None), done.changed)
    call.intake.keep_redaction(submission_id, done.redaction, at=call.now)
    call.intake.keep_draft(submission_id, done.draft, at=call.now)
    if call.intake.submission(submission_id).state is SubmissionState.HELD:
        call.intake.move(submission_id, SubmissionState.IN_REVIEW, at=call.now)
    call.record("redact", f"submission:{submission_id}")
    return done.redaction


def redact_ahead(call: Call, submission_id: int, more: Corrections = Corrections()) -> None:
    """What takes long in `redact`, before its transaction begins; see Call.ahead."""
    call.ahead(lambda look: _texts(look, submission_id, more), _redacted)


@dataclass(frozen=True)
class _Texts:
    raw: RawText
    before: Redaction | None
    """What its draft speaks of."""
    typed: Case | None


@dataclass(frozen=True)
class _Redacted:
    redaction: Redaction
    draft: Case
    changed: Mapping[str, str]
    """Placeholders that the typed draft has to say otherwise now."""


def _texts(call: Call, submission_id: int, more: Corrections) -> _Texts:
    raw = text_of(call, submission_id)
    submission = call.intake.submission(submission_id)
    raw = replace(raw, corrections=raw.corrections.joined(more))
    return _Texts(raw, submission.redaction or raw.before, raw.draft or submission.draft)


def _redacted(redactor: RedactsDiscussions, found: _Texts) -> _Redacted:
    redaction = redactor.redact(found.raw.discussion, found.raw.corrections)
    if found.typed is None:
        return _Redacted(redaction, draft_case(redaction, found.raw.discussion), {})
    changed = renamed(found.before, redaction) if found.before else {}
    return _Redacted(redaction, redact_draft(redactor, found.raw, _anew(found.typed, changed)), changed)


def _anew(draft: Case, changed: Mapping[str, str]) -> Case:
    """The draft with the placeholders that its discussion has now."""
    return map_prose(draft, lambda text: said_anew(text, changed)) if changed else draft


def _keep_renamed(call: Call, submission_id: int, raw: RawText, changed: Mapping[str, str]) -> None:
    """Seals the drafts with the placeholders that their discussion has now."""
    if call.intake.is_sealed(submission_id):
        earlier = tuple(_anew(draft, changed) for draft in raw.earlier)
        draft = _anew(raw.draft, changed) if raw.draft else None
        call.intake.replace_raw(submission_id, replace(raw, draft=draft, earlier=earlier))


def redact_or_hold(archive: Archive, submission_id: int) -> SubmissionState:
    """The edge's way: redacts in a transaction of its own and says where the submission stands afterwards."""
    try:
        with archive.writing(OPERATOR) as call:
            redact_ahead(call, submission_id)
            redact(call, submission_id)
    except RedactionIncomplete:
        log.warning("submission_held", submission=submission_id)
    with archive.reading(OPERATOR) as call:
        return call.intake.submission(submission_id).state


def redact_held(archive: Archive) -> int:
    """Tries again whatever is held; returns how many could be opened for review."""
    with archive.reading(OPERATOR) as call:
        held = [submission.id for submission in call.intake.queue([SubmissionState.HELD])]
    return sum(redact_or_hold(archive, submission_id) is not SubmissionState.HELD for submission_id in held)


def redact_draft(redactor: RedactsDiscussions, raw: RawText, draft: Case) -> Case:
    """The draft with its prose redacted as part of the discussion, in which the same people keep their placeholders:
    a draft made from the redacted text already speaks of them.

    Raises RedactionIncomplete.
    """
    texts = [text for _, text in prose(draft) if text not in {UNKNOWN, REMOVED}]
    alone = redactor.redact(raw.discussion, raw.corrections) if raw.discussion.messages else None
    redacted = redactor.redact(_with(raw.discussion, texts), raw.corrections, alone).discussion.messages
    redacted = redacted[len(raw.discussion.messages) :]
    if len(redacted) != len(texts):
        raise RedactionIncomplete("The draft came back from redaction with a text missing.")
    following = iter(redacted)
    clean = map_prose(draft, lambda _: next(following).text)
    code = clean.code if _CODE.fullmatch(clean.code) else NO_CODE
    return replace(clean, code=code, facets=_facets_only(clean.facets), redacted_discussion="")


def _facets_only(facets: Facets) -> Facets:
    """Without what stands in a facet and is no value of it; these are the ones that hold any text."""
    known = facets.school_year == REMOVED or _SCHOOL_YEAR.fullmatch(facets.school_year)
    return replace(
        facets,
        topic=facets.topic if facets.topic in TOPICS else "",
        more_topics=tuple(topic for topic in facets.more_topics if topic in TOPICS),
        school_year=facets.school_year if known else UNKNOWN,
    )


def redact_words(call: Call, submission_id: int, words: str) -> str:
    """What somebody typed about a submission, redacted as part of its discussion; raises RedactionIncomplete."""
    return _redacted_words(call.redactor, text_of(call, submission_id), words)


def words_ahead(call: Call, about: Callable[[Call], tuple[int, str]]) -> None:
    """What takes long in `redact_words`, before its transaction begins; `about` finds submission and words."""

    def read(look: Call) -> tuple[RawText, str]:
        submission_id, words = about(look)
        return text_of(look, submission_id), words

    call.ahead(read, lambda once, found: _redacted_words(once, *found))


def _redacted_words(redactor: RedactsDiscussions, raw: RawText, words: str) -> str:
    together = _with(raw.discussion, [words])
    alone = redactor.redact(raw.discussion, raw.corrections)
    redaction = redactor.redact(together, raw.corrections, alone)
    messages = redaction.discussion.messages
    if len(messages) != len(together.messages):
        raise RedactionIncomplete("What you wrote could not be redacted. Write it without names.")
    return messages[-1].text


def draft_ahead(call: Call, submission_id: int, draft_of: Callable[[Call], Case]) -> None:
    """What takes long in `redact_draft`, before its transaction begins; see Call.ahead."""
    call.ahead(
        lambda look: (text_of(look, submission_id), draft_of(look)), lambda once, found: redact_draft(once, *found)
    )


def redact_plain(redactor: RedactsDiscussions, text: str) -> str:
    """What somebody typed that belongs to no discussion, redacted; raises RedactionIncomplete."""
    return redactor.redact(plain_discussion(text)).discussion.messages[0].text


def text_of(call: Call, submission_id: int) -> RawText:
    """The sealed text; for a recalled submission, whose text has been destroyed, the redacted one in its place.

    Raises KeyUnavailable when there is neither.
    """
    redaction = call.intake.submission(submission_id).redaction
    if redaction is None or call.intake.is_sealed(submission_id):
        return call.intake.raw(submission_id)
    return RawText(discussion=redaction.discussion)


def _with(discussion: Discussion, texts: Sequence[str]) -> Discussion:
    return replace(discussion, messages=discussion.messages + tuple(Message(text=text) for text in texts))


def end_stale(call: Call) -> int:
    """Ends submissions that nobody decided within the promised days; returns how many."""
    before = call.now - timedelta(days=call.archive.settings.raw_days)
    stale = call.intake.stale(before)
    for submission_id in stale:
        call.intake.move(submission_id, SubmissionState.EXPIRED, at=call.now)
        call.record("expire", f"submission:{submission_id}")
    return len(stale)
