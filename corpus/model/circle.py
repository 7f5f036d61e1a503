"""A Circle of invited leaders and its Members, of whom the archive knows nothing but that they were invited."""

from dataclasses import dataclass
from datetime import datetime

_PREFIX = "circle:"


@dataclass(frozen=True)
class Circle:
    id: int
    name: str
    charter: str
    """What its members agree on, in plain text; whoever joins later reads the same."""
    created_at: datetime

    @property
    def audience(self) -> str:
        """As consent and cases name it, such as "circle:3"."""
        return audience_of(self.id)


@dataclass(frozen=True)
class Member:
    id: int
    joined_at: datetime
    circles: frozenset[int]

    @property
    def audiences(self) -> frozenset[str]:
        return frozenset(audience_of(circle_id) for circle_id in self.circles)


def audience_of(circle_id: int) -> str:
    return f"{_PREFIX}{circle_id}"
