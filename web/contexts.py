"""What every page's context shares. A page's own dataclass stands beside its routes and is all its template reads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from api.identity import Caller, Right


@dataclass(frozen=True, kw_only=True)
class Page:
    """Base of all page contexts."""

    title: str
    """Of the document, without the site's name."""
    caller: Caller
    json_link: str = ""
    """Where the same content is as JSON; empty where it isn't public."""
    table_link: str = ""
    """Where the same list is as CSV."""
    feed_link: str = ""
    """Where the same list is as Atom."""
    embed_link: str = ""
    """Where other sites get the page as a card."""
    structured: Mapping[str, Any] | None = None
    """The page in the words of schema.org (`api.embed`): a block of values that nothing runs."""

    @property
    def document_title(self) -> str:
        """What a screen reader says first."""
        return self.title

    @property
    def reviews(self) -> bool:
        """Whether the reviewer's links are shown."""
        return Right.REVIEW in self.caller.rights

    @property
    def belongs(self) -> bool:
        """Whether the way to the circles is shown."""
        return Right.BELONG in self.caller.rights


@dataclass(frozen=True, kw_only=True)
class FormPage(Page):
    """Base of pages with a form that may come back with problems."""

    problems: dict[str, str] = field(default_factory=dict)
    """Field to sentence; every one is shown beside its field and in the summary on top."""

    @property
    def document_title(self) -> str:
        return f"To mend: {self.title}" if self.problems else self.title
