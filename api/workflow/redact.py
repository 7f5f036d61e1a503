"""Redact: a sealed submission gets its redaction and its draft, or stays held."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import structlog

from api.archive import Archive, Call
from api.identity import OPERATOR
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
    raw = text_of(call, submission_id)
    raw = replace(raw, corrections=raw.corrections.joined(more))
    redaction = call.archive.redactor.redact(raw.discussion, raw.corrections)
    submission = call.intake.submission(submission_id)
    before = submission.redaction or raw.before
    typed = raw.draft or submission.draft
    changed = renamed(before, redaction) if typed and before else {}
    if typed and (changed or raw.before):
        typed = _keep_renamed(call, submission_id, replace(raw, before=None), typed, changed)
    draft = redact_draft(call.archive, raw, typed) if typed else draft_case(redaction, raw.discussion)
    call.intake.keep_redaction(submission_id, redaction, at=call.now)
    call.intake.keep_draft(submission_id, draft, at=call.now)
    if call.intake.submission(submission_id).state is SubmissionState.HELD:
        call.intake.move(submission_id, SubmissionState.IN_REVIEW, at=call.now)
    call.record("redact", f"submission:{submission_id}")
    return redaction


def _keep_renamed(call: Call, submission_id: int, raw: RawText, typed: Case, changed: Mapping[str, str]) -> Case:
    """The draft with the placeholders that its discussion has now, sealed like that as well."""

    def anew(draft: Case) -> Case:
        return map_prose(draft, lambda text: said_anew(text, changed))

    if call.intake.is_sealed(submission_id):
        earlier = tuple(anew(draft) for draft in raw.earlier)
        draft = anew(raw.draft) if raw.draft else None
        call.intake.replace_raw(submission_id, replace(raw, draft=draft, earlier=earlier))
    return anew(typed)


def redact_or_hold(archive: Archive, submission_id: int) -> SubmissionState:
    """The edge's way: redacts in a transaction of its own and says where the submission stands afterwards."""
    try:
        with archive.writing(OPERATOR) as call:
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


def redact_draft(archive: Archive, raw: RawText, draft: Case) -> Case:
    """The draft with its prose redacted as part of the discussion, in which the same people keep their placeholders:
    a draft made from the redacted text already speaks of them.

    Raises RedactionIncomplete.
    """
    texts = [text for _, text in prose(draft) if text not in {UNKNOWN, REMOVED}]
    alone = archive.redactor.redact(raw.discussion, raw.corrections) if raw.discussion.messages else None
    redacted = archive.redactor.redact(_with(raw.discussion, texts), raw.corrections, alone).discussion.messages
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
    raw = text_of(call, submission_id)
    together = _with(raw.discussion, [words])
    alone = call.archive.redactor.redact(raw.discussion, raw.corrections)
    redaction = call.archive.redactor.redact(together, raw.corrections, alone)
    messages = redaction.discussion.messages
    if len(messages) != len(together.messages):
        raise RedactionIncomplete("What you wrote could not be redacted. Write it without names.")
    return messages[-1].text


def redact_plain(archive: Archive, text: str) -> str:
    """What somebody typed that belongs to no discussion, redacted; raises RedactionIncomplete."""
    return archive.redactor.redact(plain_discussion(text)).discussion.messages[0].text


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
