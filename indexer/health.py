"""How the index is: what answers, and whether a rebuild is due."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Health:
    generation: str
    """Empty when nothing can be searched: rebuild."""
    cases: int
    passages: int
    last_change: int
    vectors_ok: bool
    """False when only words answer: rebuild."""
    keywords_ok: bool
    """False when the keyword files were damaged and stand in memory instead: rebuild."""
