import pytest

from api.archive import Archive
from api.identity import OPERATOR, VISITOR, Caller, member, reviewer, steward
from api.workflow import circles
from api.workflow.browse import gone, newest
from api.workflow.search import read_case, search
from api.workflow.withdraw import flag, withdraw_submission
from corpus import audit
from corpus.errors import AccessDenied, CaseNotFound, CircleNotFound, InvalidCase
from tests.unit.api.journeys import hand_in, published

STEWARD = steward(9)


def _circle(archive: Archive, name: str = "Small schools") -> int:
    with archive.writing(STEWARD) as call:
        return circles.create(call, name, "Be kind; what is told here stays here.").id


def _join(archive: Archive, circle_id: int) -> tuple[Caller, str]:
    with archive.writing(STEWARD) as call:
        invitation = circles.invite(call, circle_id)
    with archive.writing(VISITOR) as call:
        token = circles.join(call, f" {invitation} ").token
        return member(VISITOR, call.circles.member(token, at=call.now).audiences), token


def test_what_a_steward_types_is_redacted_and_only_a_steward_may(archive: Archive) -> None:
    with archive.writing(STEWARD) as call:
        made = circles.create(call, "Friends of schools", "Ask Jaylen.")
        again = circles.rewrite_charter(call, made.id, "Do not ask Jaylen.")
    assert not [text for text in (made.charter, again.charter) if "Jaylen" in text]
    with archive.writing(STEWARD) as call, pytest.raises(InvalidCase, match="name of a person or a school"):
        circles.create(call, "Friends of Riverbend High", "Be kind.")
    for stranger in (VISITOR, reviewer(1)):
        with archive.writing(stranger) as call, pytest.raises(AccessDenied):
            circles.create(call, "Mine", "Mine.")
        with archive.writing(stranger) as call, pytest.raises(AccessDenied):
            circles.invite(call, made.id)
    with archive.writing(STEWARD) as call, pytest.raises(InvalidCase):
        circles.create(call, "", "Be kind.")


def test_the_charter_is_read_by_whoever_joins_later_and_by_nobody_else(archive: Archive) -> None:
    circle_id, other = _circle(archive), _circle(archive, "Large schools")
    insider, _ = _join(archive, circle_id)
    with archive.reading(insider) as call:
        assert circles.circle(call, circle_id).charter.startswith("Be kind")
        assert [found.id for found in circles.circles(call)] == [circle_id]
        for absent in (other, 99):
            with pytest.raises(CircleNotFound, match="no circle with that number"):
                circles.circle(call, absent)
    with archive.reading(VISITOR) as call, pytest.raises(AccessDenied):
        circles.circle(call, circle_id)


def test_a_circles_case_is_for_its_members_alone(archive: Archive) -> None:
    circle_id = _circle(archive)
    insider, _ = _join(archive, circle_id)
    outsider, _ = _join(archive, _circle(archive, "Large schools"))
    _, number = published(archive, by=insider, audience=f"circle:{circle_id}")
    assert read_case(archive, insider, number).number == number
    assert [found.case.number for found in search(archive, insider, "bathroom dare").precedents] == [number]
    for stranger in (VISITOR, outsider):
        assert search(archive, stranger, "bathroom dare").precedents == ()
        assert newest(archive, stranger, 10) == []
        with pytest.raises(CaseNotFound):
            read_case(archive, stranger, number)
        with archive.writing(stranger) as call, pytest.raises(CaseNotFound):
            flag(call, number)


def test_a_circles_tombstone_is_seen_by_its_members_alone(archive: Archive) -> None:
    circle_id = _circle(archive)
    insider, _ = _join(archive, circle_id)
    receipt, number = published(archive, by=insider, audience=f"circle:{circle_id}")
    with archive.writing(VISITOR) as call:
        withdraw_submission(call, receipt.code)
    assert gone(archive, number, insider).number == number
    with pytest.raises(CaseNotFound):
        gone(archive, number)


@pytest.mark.parametrize("audience", ["circle:1", "circle:99", "everybody", ""])
def test_nobody_consents_to_a_circle_that_is_not_theirs(archive: Archive, audience: str) -> None:
    _circle(archive)
    with pytest.raises(InvalidCase) as caught:
        hand_in(archive, audience=audience)
    assert set(caught.value.problems) == {"audience"}
    with archive.reading(OPERATOR) as call:
        assert call.intake.counts() == {}


def test_whoever_was_removed_or_left_sees_nothing_any_more(archive: Archive) -> None:
    circle_id = _circle(archive)
    _, token = _join(archive, circle_id)
    with archive.writing(STEWARD) as call:
        [joined] = circles.members(call, circle_id)
        circles.remove(call, circle_id, joined.id)
        assert call.circles.member(token, at=call.now).audiences == frozenset()
    _, other = _join(archive, circle_id)
    with archive.writing(VISITOR) as call:
        circles.leave(call, other)
        assert call.circles.member(other, at=call.now) is None


def test_the_trail_ties_no_member_to_a_submission(archive: Archive) -> None:
    circle_id = _circle(archive)
    insider, _ = _join(archive, circle_id)
    receipt = hand_in(archive, by=insider, audience=f"circle:{circle_id}")
    with archive.reading(OPERATOR) as call:
        actors = {row.actor for row in audit.trail(call.session, f"submission:{receipt.submission_id}")}
        joined = {row.actor for row in audit.trail(call.session, f"circle:{circle_id}")}
    assert actors == {"contributor", "operator"}
    assert "member:1" in joined
