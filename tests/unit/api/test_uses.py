"""I used this: a code, a few words, a reviewer's look, and then a line on the case."""

import pytest
from sqlalchemy import text

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, reviewer
from api.workflow.uses import (
    LONGEST_INSIGHT,
    insights,
    leave_insight_out,
    let_insight_in,
    tell_use,
    times_used,
    use_case,
    use_of,
    waiting_insights,
)
from corpus.errors import AccessDenied, CaseNotFound, InvalidCase, MoveNotAllowed, RedactionIncomplete, UseNotFound
from corpus.model.case import NATIONAL
from tests.factories import a_case

REVIEWER = reviewer(11)
TOLD = "We posted staff at once, as Jaylen Okafor's school did, and it stopped."


@pytest.fixture
def number(archive: Archive) -> int:
    with archive.writing(OPERATOR) as call:
        return call.casebook.add(a_case(), audience=NATIONAL, at=call.now).number


def used(archive: Archive, number: int, insight: str = "") -> str:
    with archive.writing(VISITOR) as call:
        code = use_case(call, number)
        if insight:
            tell_use(call, code, insight)
    return code


def shown(archive: Archive, number: int) -> tuple[str, ...]:
    with archive.reading(VISITOR) as call:
        return insights(call, number)


def test_what_was_told_shows_only_after_a_look_and_without_names(archive: Archive, number: int) -> None:
    used(archive, number, TOLD)
    assert shown(archive, number) == ()
    with archive.writing(REVIEWER) as call:
        (waiting,) = waiting_insights(call)
        assert "Jaylen" not in waiting.insight
        let_insight_in(call, waiting.id, waiting.insight + " For good.")
    (line,) = shown(archive, number)
    assert line.endswith("For good.")


def test_what_a_reviewer_leaves_out_is_forgotten(archive: Archive, number: int) -> None:
    used(archive, number, TOLD)
    with archive.writing(REVIEWER) as call:
        (waiting,) = waiting_insights(call)
        leave_insight_out(call, waiting.id)
        assert call.uses.use(waiting.id).insight == ""
        with pytest.raises(MoveNotAllowed):
            let_insight_in(call, waiting.id, "Again.")
    assert shown(archive, number) == ()


def test_only_a_digest_of_the_code_is_kept_and_its_spelling_is_forgiven(archive: Archive, number: int) -> None:
    code = used(archive, number)
    with archive.writing(VISITOR) as call:
        held = call.session.execute(text("SELECT * FROM uses")).all()
        assert code not in str(held)
        assert code.replace("-", "") not in str(held)
        assert use_of(call, f" {code.lower().replace('-', ' ')} ").case_number == number
        with pytest.raises(UseNotFound):
            use_of(call, "2222-2222-2222")


@pytest.mark.parametrize("insight", ["", "  ", "x" * (LONGEST_INSIGHT + 1)])
def test_nothing_and_too_much_come_back(archive: Archive, number: int, insight: str) -> None:
    with archive.writing(VISITOR) as call, pytest.raises(InvalidCase):
        tell_use(call, use_case(call, number), insight)


def test_what_cannot_be_redacted_is_not_kept(archive: Archive, number: int) -> None:
    code = used(archive, number)
    archive.redactor.broken = True  # type: ignore[attr-defined]
    with archive.writing(VISITOR) as call:
        with pytest.raises(RedactionIncomplete):
            tell_use(call, code, TOLD)
        assert use_of(call, code).insight == ""


def test_telling_again_replaces_until_a_reviewer_has_looked(archive: Archive, number: int) -> None:
    code = used(archive, number, "First.")
    with archive.writing(VISITOR) as call:
        assert tell_use(call, code, "Second.").insight == "Second."
    with archive.writing(REVIEWER) as call:
        let_insight_in(call, waiting_insights(call)[0].id, "Second.")
    with archive.writing(VISITOR) as call, pytest.raises(MoveNotAllowed):
        tell_use(call, code, "Third.")


def test_readers_look_at_no_queue_and_use_no_case_of_others(archive: Archive, number: int) -> None:
    with archive.writing(OPERATOR) as call:
        hidden = call.casebook.add(a_case(), audience="circle:1", at=call.now).number
    with archive.writing(VISITOR) as call:
        with pytest.raises(AccessDenied):
            waiting_insights(call)
        with pytest.raises(CaseNotFound):
            use_case(call, hidden)


def test_uses_end_with_their_case_and_go_on_with_a_merged_one(archive: Archive, number: int) -> None:
    code = used(archive, number, "It helped.")
    with archive.writing(OPERATOR) as call:
        kept = call.casebook.add(a_case(), audience=NATIONAL, at=call.now).number
        call.casebook.withdraw(number, reason="merged", at=call.now, successor=kept)
        assert times_used(call, kept) == 1
        call.casebook.withdraw(kept, reason="withdrawn", at=call.now)
        with pytest.raises(UseNotFound):
            use_of(call, code)
