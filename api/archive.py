"""The Archive: every part that the verbs need, wired once, and the Call in which a verb runs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import IO, TypeVar

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from api.identity import Caller
from api.logs import place_of
from api.parts import Finds, Redacts, Sends
from api.redacts_once import RedactsOnce
from api.settings import Settings
from corpus import audit
from corpus.accounts.passwords import Passwords
from corpus.accounts.store import Accounts
from corpus.casebook.follow_ups import FollowUps
from corpus.casebook.likenesses import Likenesses
from corpus.casebook.standings import Standings
from corpus.casebook.store import Casebook
from corpus.casebook.uses import Uses
from corpus.circles.store import Circles
from corpus.database import checkpoint
from corpus.errors import ArchiveError, DatabaseUnavailable
from corpus.intake.addresses import Addresses
from corpus.intake.endings import Endings
from corpus.intake.store import Intake
from corpus.ledger import Ledger
from corpus.questions.saved_searches import SavedSearches
from corpus.questions.wanted_cases import WantedCases
from corpus.sealed_rows import fits
from corpus.vault import Vault

log = structlog.get_logger()
Texts = TypeVar("Texts")
_NOT_WRITTEN = (
    "Nothing can be written just now: the archive's disk is full, or its database doesn't answer. What you sent "
    "last is not stored; keep it and try again in a while."
)


@dataclass(frozen=True)
class Call:
    """One call of a verb: who calls, in which transaction, at what time."""

    archive: "Archive"
    session: Session
    caller: Caller
    now: datetime
    redactor: RedactsOnce

    def ahead(self, read: Callable[["Call"], Texts], work: Callable[[RedactsOnce, Texts], object]) -> None:
        """Has redacted what a verb will ask for, before its transaction begins and keeps other writers waiting.

        `read` finds the texts in a view of its own, `work` hands them to the redactor. Nothing is decided here: the
        verb looks again, and meets again whatever was raised.
        """
        with suppress(ArchiveError):
            with self.archive.reading(self.caller) as look:
                texts = read(look)
            work(self.redactor, texts)

    @property
    def casebook(self) -> Casebook:
        return Casebook(self.session)

    @property
    def intake(self) -> Intake:
        return Intake(self.session, self.archive.vault)

    @property
    def standings(self) -> Standings:
        return Standings(self.session)

    @property
    def endings(self) -> Endings:
        return Endings(self.session)

    @property
    def follow_ups(self) -> FollowUps:
        return FollowUps(self.session)

    @property
    def likenesses(self) -> Likenesses:
        return Likenesses(self.session)

    @property
    def uses(self) -> Uses:
        return Uses(self.session)

    @property
    def addresses(self) -> Addresses:
        return Addresses(self.session, self.archive.vault)

    @property
    def circles(self) -> Circles:
        return Circles(self.session)

    @property
    def saved_searches(self) -> SavedSearches:
        return SavedSearches(self.session, self.archive.vault)

    @property
    def wanted_cases(self) -> WantedCases:
        return WantedCases(self.session)

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.session, self.archive.vault)

    def record(self, action: str, subject: str) -> None:
        """Leaves a line in the audit trail; ids only."""
        audit.record(self.session, at=self.now, actor=self.caller.name, action=action, subject=subject)


class Archive:
    """Holds the parts; knows no verb."""

    def __init__(
        self,
        *,
        settings: Settings,
        engine: Engine,
        vault: Vault,
        ledger: Ledger,
        redactor: Redacts,
        index: Finds,
        clock: Callable[[], datetime],
        post: Sends | None = None,
        share: IO[str] | None = None,
    ) -> None:
        self.settings = settings
        self.vault = vault
        self.passwords = Passwords()
        self.ledger = ledger
        self.redactor = redactor
        self.index = index
        self.clock = clock
        self.post = post
        """None where no mail server is named: nothing is sent then."""
        self._share = share
        """Of its folder, kept open until the archive goes: no backup is put back meanwhile."""
        self._engine = engine
        self._reading_engine = engine.execution_options(reads_only=True)
        self._catching_up = Lock()

    @contextmanager
    def writing(self, caller: Caller) -> Iterator[Call]:
        """A transaction that is on the disk when the block ends, and undone when it raises; DatabaseUnavailable where
        the disk is full or the server gone.
        """
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                yield Call(self, session, caller, self.clock(), RedactsOnce(self.redactor))
        except OperationalError as error:
            log.error("not_written", reason=type(error).__name__, where=place_of(error.__traceback__))
            raise DatabaseUnavailable(_NOT_WRITTEN) from None

    @contextmanager
    def reading(self, caller: Caller) -> Iterator[Call]:
        """A consistent view that never waits for writers and writes nothing."""
        with Session(self._reading_engine, expire_on_commit=False) as session:
            yield Call(self, session, caller, self.clock(), RedactsOnce(self.redactor))

    def key_fits(self) -> bool:
        """Whether the master key opens what is sealed; a wrong one would seal what comes in for nobody."""
        return fits(self.vault, self._reading_engine)

    def catch_up(self) -> bool:
        """Brings the index to the casebook's last change; False when the index can't take it now.

        Called after every commit that touches a case, and before a search that finds the index behind, so that a
        crash between the two costs nothing. The casebook stays the truth either way.
        """
        with self._catching_up, self.reading(Caller()) as call:
            behind = self.index.last_change
            if call.casebook.last_change() == behind:
                return True
            changes = call.casebook.changes_since(behind)
        try:
            self.index.apply(changes)
        except Exception as error:  # noqa: BLE001 - a full disk, a foreign runtime: searches go on with what is there
            log.error("index_behind", reason=type(error).__name__, changes=len(changes))
            return False
        finally:
            self._note_if_possible()
        return True

    def forget_traces(self) -> None:
        """After an ending: notes it outside the database and empties the log, so that no key lingers there."""
        self.note_endings()
        checkpoint(self._engine)

    def note_endings(self) -> None:
        """Completes the ledger: what has ended, how the cases stand, which ids were given out."""
        with self.reading(Caller()) as call:
            ended, over = call.endings.ended()
            stones = [stone for stone in call.casebook.tombstones() if stone.reason == "withdrawn"]
            self.ledger.note(
                cases={stone.number: stone.at for stone in stones},
                submissions=sorted(ended),
                over=sorted(over),
                standings=call.standings.since(self.ledger.last_change),
                given=call.endings.last_given(),
            )

    def _note_if_possible(self) -> None:
        try:
            self.note_endings()
        except OSError as error:  # the next note completes it; a search is answered all the same
            log.error("ledger_behind", reason=type(error).__name__)
