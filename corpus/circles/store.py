"""Circles: made by a steward, joined by single-use invitation, left or closed to a member at once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import CursorResult, delete, select, update
from sqlalchemy.orm import Session

from corpus.circles.tables import CircleRow, InvitationRow, MemberRow, MembershipRow
from corpus.errors import CircleNotFound, InvitationNotFound
from corpus.model.circle import Circle, Member

INVITATION_LASTS = timedelta(hours=72)
MEMBER_LASTS = timedelta(days=365)
_INVITATION_BYTES, _TOKEN_BYTES = 16, 32
_NO_INVITATION = "That invitation was used before, has run out, or is mistyped. Ask for a new one."


class Circles:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, charter: str, *, at: datetime) -> Circle:
        row = CircleRow(name=name, charter=charter, created_at=at)
        self._session.add(row)
        self._session.flush()
        return _circle(row)

    def set_charter(self, circle_id: int, charter: str) -> Circle:
        """Raises CircleNotFound."""
        row = self._row(circle_id)
        row.charter = charter
        self._session.flush()
        return _circle(row)

    def circle(self, circle_id: int) -> Circle:
        """Raises CircleNotFound."""
        return _circle(self._row(circle_id))

    def all(self) -> list[Circle]:
        return [_circle(row) for row in self._session.scalars(select(CircleRow).order_by(CircleRow.id))]

    def invite(self, circle_id: int, *, at: datetime) -> str:
        """A fresh invitation of 128 bit for one use within 72 hours, kept as a digest; raises CircleNotFound."""
        self._row(circle_id)
        invitation = secrets.token_urlsafe(_INVITATION_BYTES)
        self._session.add(InvitationRow(circle_id=circle_id, digest=_digest(invitation), ends_at=at + INVITATION_LASTS))
        self._session.flush()
        return invitation

    def invited(self, invitation: str, *, at: datetime) -> Circle:
        """The circle that an invitation opens, without using it up; raises InvitationNotFound as `accept` does."""
        open_one = (InvitationRow.digest == _digest(invitation), InvitationRow.used_at.is_(None))
        chosen = select(InvitationRow.circle_id).where(*open_one, InvitationRow.ends_at > at)
        circle_id = self._session.scalars(chosen).one_or_none()
        if circle_id is None:
            raise InvitationNotFound(_NO_INVITATION)
        return self.circle(circle_id)

    def accept(self, invitation: str, member_token: str | None, *, at: datetime) -> tuple[Circle, Member, str]:
        """Uses an invitation up: the circle, the member, and the token of the member's session.

        Whoever comes with the token of a session that lasts stays that member. Raises InvitationNotFound alike for
        one that was used, has run out or was never given.
        """
        circle = self._use(invitation, at)
        known = self._known(member_token, at)
        token = member_token if known and member_token else secrets.token_urlsafe(_TOKEN_BYTES)
        row = known or MemberRow(token_digest=_digest(token), joined_at=at)
        row.ends_at = at + MEMBER_LASTS
        self._session.add(row)
        self._session.flush()
        if self._session.get(MembershipRow, (circle.id, row.id)) is None:
            self._session.add(MembershipRow(circle_id=circle.id, member_id=row.id, joined_at=at))
            self._session.flush()
        return circle, self._member(row), token

    def member(self, token: str, *, at: datetime) -> Member | None:
        """Whose session a token is, while it lasts."""
        row = self._known(token, at)
        return self._member(row) if row else None

    def members(self, circle_id: int) -> list[Member]:
        """In order of joining the archive."""
        chosen = select(MemberRow).join(MembershipRow).where(MembershipRow.circle_id == circle_id)
        return [self._member(row) for row in self._session.scalars(chosen.order_by(MemberRow.id))]

    def remove(self, circle_id: int, member_id: int) -> None:
        """Closes a circle to one of its members, at once; raises CircleNotFound where there is no such membership."""
        row = self._session.get(MembershipRow, (circle_id, member_id))
        if row is None:
            raise CircleNotFound("There is no such member in that circle.")
        self._session.delete(row)
        self._session.flush()

    def revoke(self, token: str, *, at: datetime) -> None:
        """Ends a member's session and memberships for good; does nothing to an unknown one."""
        row = self._known(token, at)
        if row is not None:
            row.ends_at = at
            self._session.execute(delete(MembershipRow).where(MembershipRow.member_id == row.id))
            self._session.flush()

    def forget_old(self, at: datetime) -> None:
        """Drops invitations that have run out."""
        self._session.execute(delete(InvitationRow).where(InvitationRow.ends_at <= at))

    def _use(self, invitation: str, at: datetime) -> Circle:
        # One statement decides, so that of many who come at once only one is let in, on either database.
        open_one = (InvitationRow.digest == _digest(invitation), InvitationRow.used_at.is_(None))
        used = self._session.execute(
            update(InvitationRow).where(*open_one, InvitationRow.ends_at > at).values(used_at=at)
        )
        if not isinstance(used, CursorResult) or used.rowcount != 1:
            raise InvitationNotFound(_NO_INVITATION)
        chosen = select(InvitationRow.circle_id).where(InvitationRow.digest == _digest(invitation))
        return self.circle(self._session.scalars(chosen).one())

    def _known(self, token: str | None, at: datetime) -> MemberRow | None:
        if not token:
            return None
        chosen = select(MemberRow).where(MemberRow.token_digest == _digest(token), MemberRow.ends_at > at)
        return self._session.scalars(chosen).one_or_none()

    def _member(self, row: MemberRow) -> Member:
        chosen = select(MembershipRow.circle_id).where(MembershipRow.member_id == row.id)
        return Member(id=row.id, joined_at=row.joined_at, circles=frozenset(self._session.scalars(chosen)))

    def _row(self, circle_id: int) -> CircleRow:
        row = self._session.get(CircleRow, circle_id)
        if row is None:
            raise CircleNotFound("There is no circle with that number.")
        return row


def _circle(row: CircleRow) -> Circle:
    return Circle(id=row.id, name=row.name, charter=row.charter, created_at=row.created_at)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
