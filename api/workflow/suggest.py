"""Suggest: what the archive can say about a draft while it is being written. Nothing of the draft is kept."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from api.archive import Archive
from api.identity import Caller, Right
from api.workflow.principles import hints
from api.workflow.search import Precedent, lookalikes
from corpus.model.case import Case
from corpus.model.search import Band

_NEAREST, _SHOWN = 7, 3
_CLOSE_COUNTS = 2
_ENOUGH = 2
"""Points for a topic before it is suggested: one close case, or two related ones."""


@dataclass(frozen=True)
class Suggestions:
    hints: dict[str, str]
    """Field to a gentle question; none of them stops anybody."""
    lookalikes: tuple[Case, ...]
    """Cases that may tell of the same incident."""
    topic: str
    """Code of the topic that the nearest cases have; "" where they don't agree."""


def suggest(archive: Archive, caller: Caller, draft: Case) -> Suggestions:
    """The draft may be raw: it is redacted like every question."""
    caller.require(Right.CONTRIBUTE)
    nearest = lookalikes(archive, caller, draft, limit=_NEAREST)
    return Suggestions(
        hints=hints(draft), lookalikes=tuple(found.case for found in nearest[:_SHOWN]), topic=_topic(nearest)
    )


def with_topic(draft: Case, suggested: Suggestions) -> Case:
    """The draft under the suggested topic, where it has none yet."""
    return draft if draft.facets.topic else replace(draft, facets=replace(draft.facets, topic=suggested.topic))


def _topic(nearest: Sequence[Precedent]) -> str:
    points: Counter[str] = Counter()
    for found in nearest:
        points[found.case.facets.topic] += _CLOSE_COUNTS if found.hit.band is Band.CLOSE else 1
    (best, most), *others = [*points.most_common(2), ("", 0)]
    tied = any(count == most for _, count in others)
    return best if most >= _ENOUGH and not tied else ""
