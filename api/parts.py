"""What the verbs ask of the engines and of the post; another redactor, index or mail server need give no more."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from corpus.model.case import Change, PublishedCase
from corpus.model.case_map import CaseMap
from corpus.model.discussion import Discussion
from corpus.model.redaction import Corrections, Mention, Redaction
from corpus.model.search import Answer, Hit, Query


class RedactsDiscussions(Protocol):
    """What the verbs ask about a discussion; raises RedactionIncomplete."""

    def redact(
        self, discussion: Discussion, corrections: Corrections = ..., earlier: Redaction | None = None, /
    ) -> Redaction: ...


class Redacts(RedactsDiscussions, Protocol):
    """What the verbs ask of a redactor; both raise RedactionIncomplete."""

    def redact_query(self, text: str, /, *, kept: bool = ...) -> tuple[str, tuple[Mention, ...]]: ...


class Finds(Protocol):
    """What the verbs ask of an index."""

    @property
    def last_change(self) -> int: ...

    @property
    def outdated(self) -> int: ...

    def apply(self, changes: list[Change]) -> None: ...

    def search(self, query: Query) -> Answer: ...

    def rebuild(
        self,
        published: Iterable[PublishedCase],
        upto: int,
        progress: Callable[[int, int], None] | None = ...,
        *,
        words_only: bool = ...,
    ) -> str: ...

    @property
    def damaged(self) -> tuple[str, ...]: ...

    def health(self) -> Any: ...

    def similar(self, case_number: int, audiences: frozenset[str], limit: int = ...) -> tuple[Hit, ...]: ...

    def case_map(self) -> CaseMap: ...

    def alike(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]: ...

    def close_to(self, queries: Sequence[Query], case_numbers: Iterable[int]) -> tuple[frozenset[int], ...]: ...


class Sends(Protocol):
    """What the verbs ask of the post; raises PostUnavailable."""

    def send(self, to: str, subject: str, text: str, ends_at: str = "") -> None:
        """`ends_at`: the page that ends such letters, where there is one; a POST to it without a session ends them."""
