"""What readers ask the archive to keep: a SavedSearch, whose alert watches for new cases, and a WantedCase."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.model.search import Filters


@dataclass(frozen=True)
class SavedSearch:
    """A search that its reader saved on purpose; known by codes alone, of which digests are kept."""

    id: int
    asked: str
    """Redacted."""
    filters: Filters
    """What was chosen; who may see what is decided anew for whoever opens it."""
    saved_at: datetime
    since: int
    """Number of the casebook's last change when it was saved: its alert tells of cases published after that."""
    seen: int
    """Number of the last change that its alert has been asked about."""
    takes_letters: bool = False
    """True once whoever reads the address has agreed."""


@dataclass(frozen=True)
class Match:
    """A new case that is close to a saved search."""

    saved_search_id: int
    case_number: int
    sent_at: datetime | None = None
    """When a letter told of it."""


class WantedState(StrEnum):
    WAITING = "waiting"
    """For a steward's look."""
    LISTED = "listed"
    FULFILLED = "fulfilled"
    """A case came; while that case is out of sight, it counts as listed."""
    LEFT_OUT = "left out"


@dataclass(frozen=True)
class WantedCase:
    """Something that readers searched for and the archive did not hold."""

    id: int
    wish: str
    """Redacted; empty once it was left out."""
    state: WantedState
    wished: int
    """By how many readers; said only as `api.small_counts` allows."""
    wished_at: datetime
    since: int
    """As of a saved search, like `seen`."""
    seen: int
    case_number: int | None = None
    """The case that came."""
