"""After a correction a draft calls the same people as its discussion does."""

from dataclasses import replace

from api.archive import Archive
from api.identity import CONTRIBUTOR
from api.workflow import receipts, review
from api.workflow.redact import redact_or_hold
from api.workflow.rename import renamed, said_anew
from corpus.model.discussion import Discussion, Message, Source
from corpus.model.redaction import Corrections, EntityKind, Mention, Redaction
from corpus.model.submission import SubmissionState
from tests.factories import a_case
from tests.unit.api.journeys import ROSA, hand_in, submission


def redaction(sender: str, *placeholders: str) -> Redaction:
    mentions = tuple(
        Mention(0, at, at + 3, EntityKind.PERSON, f"PERSON-{at}", placeholder, "Names")
        for at, placeholder in enumerate(placeholders)
    )
    return Redaction(Discussion(Source.PLAIN, (Message(" ".join(placeholders), sender),)), mentions)


def test_whoever_stands_where_another_placeholder_stood_is_called_that_now() -> None:
    before = redaction("[Person 1]", "[Parent 1]", "[Parent 2]", "[School 1]", "[removed]")
    after = redaction("[Principal 1]", "[Student 1]", "[Parent 1]", "[School 1]", "[spring]")
    changed = renamed(before, after)
    assert changed == {"[Person 1]": "[Principal 1]", "[Parent 1]": "[Student 1]", "[Parent 2]": "[Parent 1]"}
    assert said_anew("[Parent 2] saw [Parent 1] at [School 1].", changed) == "[Parent 1] saw [Student 1] at [School 1]."


def test_a_role_that_a_reviewer_puts_right_changes_in_discussion_and_draft(archive: Archive) -> None:
    number = hand_in(archive).submission_id
    before = submission(archive, number).redaction
    assert before is not None
    old = next(m.placeholder for m in before.mentions if m.end - m.start == len("Jaylen Okafor"))
    with archive.writing(ROSA) as call:
        review.edit_draft(call, number, replace(a_case(), situation=(f"{old} filmed it.", "It went around.")))
        review.correct(call, number, Corrections(roles=(("Jaylen Okafor", "Student"),)))
    held = submission(archive, number)
    new = old.replace("Person", "Student")
    assert held.redaction is not None
    assert held.draft is not None
    assert new in held.redaction.text
    assert old not in held.redaction.text
    assert held.draft.situation[0] == f"{new} filmed it."
    with archive.writing(ROSA) as call:
        review.correct(call, number, Corrections(roles=(("Jaylen Okafor", "Coach"),)))
    draft = submission(archive, number).draft
    assert draft is not None
    assert draft.situation[0] == f"{old.replace('Person', 'Coach')} filmed it."


def test_a_draft_follows_what_its_contributor_puts_right_through_the_receipt(archive: Archive) -> None:
    receipt = hand_in(archive)
    number = receipt.submission_id
    before = submission(archive, number).redaction
    assert before is not None
    old = next(m.placeholder for m in before.mentions if m.end - m.start == len("Jaylen Okafor"))
    new = old.replace("Person", "Student")
    with archive.writing(CONTRIBUTOR) as call:
        typed = replace(a_case(), situation=(f"{old} filmed it.", "It went around."))
        receipts.change(call, receipt.code, draft=typed)
    archive.redactor.broken = True
    with archive.writing(CONTRIBUTOR) as call:
        receipts.change(call, receipt.code, corrections=Corrections(roles=(("Jaylen Okafor", "Student"),)))
    assert redact_or_hold(archive, number) is SubmissionState.HELD
    assert submission(archive, number).redaction is None, "what no longer belongs to the text is shown to nobody"
    archive.redactor.broken = False
    redact_or_hold(archive, number)
    held = submission(archive, number)
    assert held.redaction is not None
    assert held.draft is not None
    assert new in held.redaction.text
    assert held.draft.situation[0] == f"{new} filmed it."
    with archive.reading(ROSA) as call:
        raw = call.intake.raw(number)
    assert raw.before is None
    assert raw.draft is not None
    assert raw.draft.situation[0] == f"{new} filmed it."
