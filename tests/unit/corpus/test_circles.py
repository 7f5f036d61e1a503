from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from api.archive import Archive
from api.identity import OPERATOR
from corpus.circles.store import INVITATION_LASTS, MEMBER_LASTS
from corpus.errors import CircleNotFound, InvitationNotFound
from tests.factories import NOON


def _invited(archive: Archive) -> tuple[int, str]:
    with archive.writing(OPERATOR) as call:
        circle = call.circles.add("Small schools", "Be kind.", at=NOON)
        return circle.id, call.circles.invite(circle.id, at=NOON)


def test_an_invitation_makes_one_member_and_only_digests_are_kept(archive: Archive) -> None:
    circle_id, invitation = _invited(archive)
    with archive.writing(OPERATOR) as call:
        circle, member, token = call.circles.accept(invitation, None, at=NOON)
        assert (circle.id, member.circles) == (circle_id, frozenset({circle_id}))
        assert call.circles.member(token, at=NOON) == member
        assert call.circles.member(token[:-1], at=NOON) is None
        with pytest.raises(InvitationNotFound):
            call.circles.accept(invitation, None, at=NOON)
    kept = b"".join(path.read_bytes() for path in archive.settings.folder.rglob("*") if path.is_file())
    assert invitation.encode() not in kept
    assert token.encode() not in kept


def test_an_invitation_holds_128_bits_and_72_hours(archive: Archive) -> None:
    _, invitation = _invited(archive)
    assert len(invitation) >= 22
    with archive.writing(OPERATOR) as call:
        for ask in (call.circles.invited, lambda code, at: call.circles.accept(code, None, at=at)):
            with pytest.raises(InvitationNotFound):
                ask(invitation, at=NOON + INVITATION_LASTS)


def test_fifty_who_race_for_one_invitation_make_one_membership(archive: Archive) -> None:
    circle_id, invitation = _invited(archive)

    def accept(_: int) -> bool:
        try:
            with archive.writing(OPERATOR) as call:
                call.circles.accept(invitation, None, at=NOON)
        except InvitationNotFound:
            return False
        return True

    with ThreadPoolExecutor(max_workers=10) as pool:
        assert sum(pool.map(accept, range(50))) == 1
    with archive.reading(OPERATOR) as call:
        assert len(call.circles.members(circle_id)) == 1
        assert call.session.execute(text("select count(*) from members")).scalar_one() == 1


def test_a_member_joins_a_second_circle_with_the_same_session(archive: Archive) -> None:
    first, invitation = _invited(archive)
    second, another = _invited(archive)
    with archive.writing(OPERATOR) as call:
        _, member, token = call.circles.accept(invitation, None, at=NOON)
        _, same, kept = call.circles.accept(another, token, at=NOON)
    assert (same.id, kept) == (member.id, token)
    assert same.circles == {first, second}
    assert same.audiences == {f"circle:{first}", f"circle:{second}"}


def test_a_made_up_session_never_becomes_a_members(archive: Archive) -> None:
    _, invitation = _invited(archive)
    with archive.writing(OPERATOR) as call:
        _, _, token = call.circles.accept(invitation, "chosen-by-a-stranger", at=NOON)
        assert token != "chosen-by-a-stranger"
        assert call.circles.member("chosen-by-a-stranger", at=NOON) is None


def test_a_membership_ends_when_closed_left_or_run_out(archive: Archive) -> None:
    circle_id, invitation = _invited(archive)
    with archive.writing(OPERATOR) as call:
        _, member, token = call.circles.accept(invitation, None, at=NOON)
        assert call.circles.member(token, at=NOON + MEMBER_LASTS) is None
        call.circles.remove(circle_id, member.id)
        assert call.circles.member(token, at=NOON).circles == frozenset()
        with pytest.raises(CircleNotFound):
            call.circles.remove(circle_id, member.id)
        call.circles.revoke(token, at=NOON)
        assert call.circles.member(token, at=NOON) is None


def test_whoever_leaves_takes_nobody_along(archive: Archive) -> None:
    circle_id, invitation = _invited(archive)
    with archive.writing(OPERATOR) as call:
        _, _, token = call.circles.accept(invitation, None, at=NOON)
        _, stays, _ = call.circles.accept(call.circles.invite(circle_id, at=NOON), None, at=NOON)
        call.circles.revoke(token, at=NOON)
        assert call.circles.members(circle_id) == [stays]


def test_old_invitations_are_dropped(archive: Archive) -> None:
    _invited(archive)
    with archive.writing(OPERATOR) as call:
        call.circles.forget_old(NOON + timedelta(hours=73))
        assert call.session.execute(text("select count(*) from invitations")).scalar_one() == 0
