"""Accounts: a password, a time-based second factor with codes for its loss, sessions on the server."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import pyotp
from argon2 import PasswordHasher
from sqlalchemy import CursorResult, delete, func, select
from sqlalchemy.orm import Session

from corpus.accounts.passwords import NOBODYS, Looked
from corpus.accounts.tables import AccountRow, RecoveryRow, SignInRow
from corpus.accounts.tries import Tries
from corpus.errors import AccessDenied, AccountNotFound, BadInput
from corpus.vault import Sealed, Vault

SESSION_LASTS = timedelta(hours=10)
SHORTEST_PASSWORD = 12
RECOVERY_CODES = 8
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS, _GROUP = 16, 4
_STEP_SECONDS = 30
_REFUSED = (
    "Name, password and code don't belong together. After ten wrong codes within an hour only a recovery code signs in."
)
_UNPROVEN = "That is not the password of this account. After twenty wrong ones sign out and in again."


class Role(StrEnum):
    REVIEWER = "reviewer"
    STEWARD = "steward"


@dataclass(frozen=True)
class Account:
    id: int
    name: str
    role: Role
    closed: bool = False


class Accounts:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._hasher = PasswordHasher()
        self._tries = Tries(session)

    def create(self, name: str, password: str, role: Role, *, at: datetime) -> tuple[Account, str]:
        """A new account and its second factor's setting-up address; raises BadInput with what to do."""
        name = _as_kept(name)
        if not 2 <= len(name) <= 64:  # noqa: PLR2004
            raise BadInput("A sign-in name has 2 to 64 characters.")
        _check_length(password)
        if self._by_name(name):
            raise BadInput("That sign-in name is taken. Choose another one.")
        secret, context = pyotp.random_base32(), secrets.token_hex(16)
        sealed = self._vault.seal(secret.encode(), context=context)
        row = AccountRow(
            name=name,
            role=role,
            password_hash=self._hasher.hash(password),
            factor_context=context,
            factor_key=sealed.wrapped_key,
            factor_box=sealed.box,
            created_at=at,
        )
        self._session.add(row)
        self._session.flush()
        return _account(row), pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Precedent")

    def password_of(self, name: str) -> str:
        """What a password under this sign-in name is held against; an empty text for nobody's name."""
        row = self._by_name(_as_kept(name))
        return row.password_hash if row else NOBODYS

    def own_password(self, account_id: int) -> str:
        return self._row(account_id).password_hash

    def sign_in(self, name: str, password: Looked, code: str, *, at: datetime) -> tuple[Account, str]:
        """The account and a fresh session token; raises AccessDenied alike for every reason.

        The caller commits also when it raises, so that failed tries count.
        """
        name = _as_kept(name)
        row = self._by_name(name)
        knows = row is not None and password.still_fits(row.password_hash)
        looked_at = knows and self._tries.may_send_code(name, at=at)
        if row is None or row.closed or not knows or not self._has_second(row, code, at, codes=looked_at):
            self._tries.note_refused(name, knew_password=looked_at, at=at)
            raise AccessDenied(_REFUSED)
        token = secrets.token_urlsafe(32)
        self._session.add(
            SignInRow(token_digest=_digest(token), account_id=row.id, started_at=at, ends_at=at + SESSION_LASTS)
        )
        self._session.flush()
        return _account(row), token

    def signed_in(self, token: str, *, at: datetime) -> Account | None:
        """Whose session a token is, while it lasts."""
        sign_in = self._session.get(SignInRow, _digest(token))
        if sign_in is None or sign_in.ends_at <= at:
            return None
        row = self._session.get(AccountRow, sign_in.account_id)
        return _account(row) if row and not row.closed else None

    def sign_out(self, token: str) -> None:
        self._session.execute(delete(SignInRow).where(SignInRow.token_digest == _digest(token)))

    def sign_out_everywhere(self, account_id: int, *, but: str = "") -> None:
        """Ends every session of an account but the one whose token is given."""
        ended = delete(SignInRow).where(SignInRow.account_id == account_id, SignInRow.token_digest != _digest(but))
        self._session.execute(ended)

    def prove(self, account_id: int, password: Looked, *, token: str, at: datetime) -> None:
        """Asks for the password once more within a session; raises AccessDenied.

        The caller commits also when it raises.
        """
        session = token or str(account_id)
        if not self._tries.may_prove(session, at=at) or not password.still_fits(self.own_password(account_id)):
            self._tries.note_unproven(session, at=at)
            raise AccessDenied(_UNPROVEN)

    def refused(self, account_id: int, *, at: datetime) -> tuple[int, int]:
        """Sign-ins under this name that were refused within the hour, and those of them with the right password."""
        name = self._row(account_id).name
        return self._tries.refused(name, at=at), self._tries.with_password(name, at=at)

    def set_password(self, account_id: int, password: str) -> None:
        """Raises BadInput for one that is too short."""
        _check_length(password)
        self._row(account_id).password_hash = self._hasher.hash(password)
        self._session.flush()

    def renew_recovery_codes(self, account_id: int) -> tuple[str, ...]:
        """Fresh codes in place of all earlier ones; only digests are kept."""
        self._session.execute(delete(RecoveryRow).where(RecoveryRow.account_id == account_id))
        codes = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
        self._session.add_all(RecoveryRow(digest=_recovery_digest(code), account_id=account_id) for code in codes)
        self._session.flush()
        return codes

    def recovery_codes_left(self, account_id: int) -> int:
        left = select(func.count()).where(RecoveryRow.account_id == account_id)
        return self._session.scalar(left) or 0

    def account(self, account_id: int) -> Account:
        """Raises AccountNotFound."""
        return _account(self._row(account_id))

    def all(self) -> list[Account]:
        """In the order in which they were made."""
        return [_account(row) for row in self._session.scalars(select(AccountRow).order_by(AccountRow.id))]

    def close(self, account_id: int) -> None:
        """Nobody signs in to it any more, and every session of it ends; its name stays taken."""
        self._row(account_id).closed = True
        self.sign_out_everywhere(account_id)
        self._session.flush()

    def forget_old(self, at: datetime) -> None:
        """Drops sessions that have ended and tries older than an hour."""
        self._session.execute(delete(SignInRow).where(SignInRow.ends_at <= at))
        self._tries.forget_old(at)

    def _has_second(self, row: AccountRow, code: str, at: datetime, *, codes: bool) -> bool:
        return (codes and self._fits(row, code, at)) or self._recovers(row, code)

    def _fits(self, row: AccountRow, code: str, at: datetime) -> bool:
        sealed = Sealed(wrapped_key=row.factor_key, box=row.factor_box)
        factor = pyotp.TOTP(self._vault.open(sealed, context=row.factor_context).decode())
        given = code.strip().encode()
        for step in range(int(at.timestamp()) // _STEP_SECONDS - 1, int(at.timestamp()) // _STEP_SECONDS + 2):
            right = factor.at(step * _STEP_SECONDS).encode()
            if step > row.factor_step and secrets.compare_digest(right, given):
                row.factor_step = step
                return True
        return False

    def _recovers(self, row: AccountRow, code: str) -> bool:
        """Uses a recovery code up. One statement decides, so that two who come at once are not both let in."""
        used = delete(RecoveryRow).where(RecoveryRow.digest == _recovery_digest(code), RecoveryRow.account_id == row.id)
        done = self._session.execute(used)
        return isinstance(done, CursorResult) and done.rowcount == 1

    def _row(self, account_id: int) -> AccountRow:
        row = self._session.get(AccountRow, account_id)
        if row is None:
            raise AccountNotFound("There is no account with that number.")
        return row

    def _by_name(self, name: str) -> AccountRow | None:
        return self._session.scalars(select(AccountRow).where(AccountRow.name == name)).one_or_none()


def _account(row: AccountRow) -> Account:
    return Account(id=row.id, name=row.name, role=Role(row.role), closed=row.closed)


def _as_kept(name: str) -> str:
    return name.strip().lower()


def _check_length(password: str) -> None:
    if len(password) < SHORTEST_PASSWORD:
        raise BadInput(f"A password has at least {SHORTEST_PASSWORD} characters.")


def _recovery_code() -> str:
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))


def _recovery_digest(code: str) -> str:
    """Spaces, dashes and case don't matter."""
    return _digest("".join(letter for letter in code.upper() if letter.isalnum()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
