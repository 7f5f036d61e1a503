"""Counts of what was hidden: mentions masked letter by letter, and other words masked for nothing."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from re import compile as pattern

from redaction.ner.decoding import NameSpan
from redaction.ner.runs import Labelled

_WORD = pattern(r"\w+")


@dataclass
class Masking:
    """Counts over any number of texts; every share is between 0 and 1."""

    mentions: int = 0
    masked: int = 0
    other_words: int = 0
    over_masked: int = 0
    missed: list[tuple[int, Labelled]] = field(default_factory=list)
    """Number of the text and the mention, for looking at while choosing; never printed by the commands."""

    @property
    def recall(self) -> float:
        return self.masked / max(1, self.mentions)

    @property
    def over_mask(self) -> float:
        return self.over_masked / max(1, self.other_words)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the recall (Wilson 1927)."""
        return wilson(self.masked, self.mentions)


def wilson(hits: int, trials: int, z: float = 1.96) -> tuple[float, float]:
    """Interval of a share; (0, 1) without trials."""
    if not trials:
        return 0.0, 1.0
    share = hits / trials
    middle = share + z * z / (2 * trials)
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    return (middle - half) / (1 + z * z / trials), (middle + half) / (1 + z * z / trials)


def masking(
    texts: Sequence[str],
    gold: Sequence[Sequence[Labelled]],
    found: Sequence[Sequence[NameSpan]],
    labels: Collection[str],
    by: Collection[str] | None = None,
) -> Masking:
    """Mentions of `labels` that are masked by spans of the labels `by` (None: by any); a word is "other" where
    no gold span, of whatever label, touches it.
    """
    counts = Masking()
    for number, (text, named, spans) in enumerate(zip(texts, gold, found, strict=True)):
        hidden = _characters(spans, by)
        for mention in named:
            if mention.label in labels:
                counts.mentions += 1
                letters = (at for at in range(mention.start, mention.end) if text[at].isalnum())
                if all(at in hidden for at in letters):
                    counts.masked += 1
                else:
                    counts.missed.append((number, mention))
        taken = _characters(named, None)
        for word in _WORD.finditer(text):
            if taken.isdisjoint(range(*word.span())):
                counts.other_words += 1
                counts.over_masked += not hidden.isdisjoint(range(*word.span()))
    return counts


def _characters(spans: Iterable[Labelled | NameSpan], labels: Collection[str] | None) -> set[int]:
    return {at for span in spans if labels is None or span.label in labels for at in range(span.start, span.end)}
