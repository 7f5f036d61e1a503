"""How the intake writes down what it keeps: raw text as bytes to seal, redactions as JSON, rows as Submissions."""

import json
from dataclasses import dataclass
from typing import Any

from cattrs.preconf.json import make_converter

from corpus.case_codec import case_from_json
from corpus.intake.tables import SubmissionRow
from corpus.model.case import Case
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, Redaction
from corpus.model.submission import Consent, Submission, SubmissionState

_converter = make_converter()


@dataclass(frozen=True)
class RawText:
    """What is sealed: the discussion as read, what people corrected in its redaction, what was typed beside it."""

    discussion: Discussion
    corrections: Corrections = Corrections()
    draft: Case | None = None
    """The case as its contributor typed it, not yet redacted."""
    earlier: tuple[Case, ...] = ()
    """The drafts before each step of generalising since it was edited last, oldest first."""
    before: Redaction | None = None
    """What was shown before the contributor changed something, until it is redacted again: drafts speak of whom it
    numbered."""


def submission_of(row: SubmissionRow) -> Submission:
    return Submission(
        id=row.id,
        state=SubmissionState(row.state),
        source=row.source,
        consent=Consent(audience=row.audience, quote_verbatim=row.quote_verbatim),
        submitted_at=row.submitted_at,
        changed_at=row.changed_at,
        redaction=_converter.structure(json.loads(row.redaction), Redaction) if row.redaction else None,
        draft=case_from_json(row.draft) if row.draft else None,
        claimed_by=row.claimed_by,
        claimed_until=row.claimed_until,
        case_number=row.case_number,
        case_revision=row.case_revision,
        joins=row.joins,
        joins_revision=row.joins_revision,
        part_of=row.part_of,
    )


def redaction_to_json(redaction: Redaction) -> str:
    """The redaction without the sender names it was made from, which stay sealed."""
    shown = Redaction(discussion=redaction.discussion, mentions=redaction.mentions)
    return json.dumps(_converter.unstructure(shown), ensure_ascii=False)


def dump(raw: RawText) -> bytes:
    return json.dumps(_converter.unstructure(raw), ensure_ascii=False).encode()


def load(content: bytes) -> RawText:
    plain: dict[str, Any] = json.loads(content)
    return _converter.structure(plain, RawText)
