"""What is left of a case that is gone."""

from dataclasses import dataclass
from datetime import datetime

from corpus.casebook.case_codes import code_of


@dataclass(frozen=True)
class Tombstone:
    """Its number, why it went, and where it lives on."""

    number: int
    reason: str
    successor: int | None
    at: datetime

    @property
    def code(self) -> str:
        return code_of(self.number)
