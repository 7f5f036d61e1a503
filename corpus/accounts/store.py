"""Accounts: passwords by argon2id, a time-based second factor, sessions on the server."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from corpus.accounts.tables import AccountRow, AttemptRow, SignInRow
from corpus.errors import AccessDenied, BadInput
from corpus.vault import Sealed, Vault

SESSION_LASTS = timedelta(hours=10)
ATTEMPTS_AN_HOUR = 20
SHORTEST_PASSWORD = 12
_STEP_SECONDS = 30
_REFUSED = "Name, password and code don't belong together."


class Role(StrEnum):
    REVIEWER = "reviewer"
    STEWARD = "steward"


@dataclass(frozen=True)
class Account:
    id: int
    name: str
    role: Role


class Accounts:
    def __init__(self, session: Session, vault: Vault) -> None:
        self._session = session
        self._vault = vault
        self._hasher = PasswordHasher()

    def create(self, name: str, password: str, role: Role, *, at: datetime) -> tuple[Account, str]:
        """A new account and its second factor's setting-up address; raises BadInput with what to do."""
        name = name.strip().lower()
        if not 2 <= len(name) <= 64:  # noqa: PLR2004
            raise BadInput("A sign-in name has 2 to 64 characters.")
        if len(password) < SHORTEST_PASSWORD:
            raise BadInput(f"A password has at least {SHORTEST_PASSWORD} characters.")
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

    def sign_in(self, name: str, password: str, code: str, *, at: datetime) -> tuple[Account, str]:
        """The account and a fresh session token; raises AccessDenied alike for every reason.

        The caller commits also when it raises, so that failed tries count.
        """
        digest = _digest(name.strip().lower())
        if self._recent_attempts(digest, at) >= ATTEMPTS_AN_HOUR:
            raise AccessDenied("Too many tries for this name. Wait an hour, then try again.")
        row = self._by_name(name.strip().lower())
        if row is None or row.closed or not self._proves(row, password, code, at):
            self._session.add(AttemptRow(account_digest=digest, at=at))
            self._session.flush()
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

    def forget_old(self, at: datetime) -> None:
        """Drops sessions that have ended and tries older than an hour."""
        self._session.execute(delete(SignInRow).where(SignInRow.ends_at <= at))
        self._session.execute(delete(AttemptRow).where(AttemptRow.at < at - timedelta(hours=1)))

    def _proves(self, row: AccountRow, password: str, code: str, at: datetime) -> bool:
        try:
            self._hasher.verify(row.password_hash, password)
        except (VerificationError, InvalidHashError):
            return False
        sealed = Sealed(wrapped_key=row.factor_key, box=row.factor_box)
        factor = pyotp.TOTP(self._vault.open(sealed, context=row.factor_context).decode())
        for step in range(int(at.timestamp()) // _STEP_SECONDS - 1, int(at.timestamp()) // _STEP_SECONDS + 2):
            if step > row.factor_step and secrets.compare_digest(factor.at(step * _STEP_SECONDS), code.strip()):
                row.factor_step = step
                return True
        return False

    def _recent_attempts(self, digest: str, at: datetime) -> int:
        recent = select(func.count()).where(
            AttemptRow.account_digest == digest, AttemptRow.at > at - timedelta(hours=1)
        )
        return self._session.scalar(recent) or 0

    def _by_name(self, name: str) -> AccountRow | None:
        return self._session.scalars(select(AccountRow).where(AccountRow.name == name)).one_or_none()


def _account(row: AccountRow) -> Account:
    return Account(id=row.id, name=row.name, role=Role(row.role))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
