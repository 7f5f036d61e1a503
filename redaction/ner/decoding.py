"""From the network's numbers to spans: pieces to words, the recall dial, words to names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from redaction.ner.features import Pieces

Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class NameSpan:
    """A half-open range of characters that names somebody or something."""

    start: int
    end: int
    label: str
    score: float
    """The model's own confidence between 0 and 1, before the dial."""
    doubtful: bool = False
    """True for a word that is no name by the dial, but that the network does not rule out either."""


@dataclass(frozen=True)
class Reading:
    """One text as the network read it, word by word."""

    text: str
    labels: Sequence[str]
    starts: list[int]
    ends: list[int]
    """Characters of each word."""
    chances: Array
    """(words, 1 + labels), outside first."""
    begins: npt.NDArray[np.bool_]
    """(words, labels): a name of that label rather begins than goes on."""

    @classmethod
    def of(cls, text: str, pieces: Pieces, logits: npt.NDArray[np.float32], labels: Sequence[str]) -> "Reading":
        """`logits` is (pieces, 1 + 2 * labels); a word has the mean chances of its pieces."""
        if not pieces.ids:
            return cls(text, labels, [], [], np.zeros((0, 1 + len(labels))), np.zeros((0, len(labels)), bool))
        exponents = np.exp(logits.astype(np.float64) - logits.max(axis=1, keepdims=True))
        chances = exponents / exponents.sum(axis=1, keepdims=True)
        by_label = np.concatenate([chances[:, :1], chances[:, 1::2] + chances[:, 2::2]], axis=1)
        first = np.flatnonzero(np.diff(np.asarray(pieces.words), prepend=-1))
        last = np.append(first[1:], len(pieces.words)) - 1
        return cls(
            text,
            labels,
            [pieces.offsets[at][0] for at in first],
            [pieces.offsets[at][1] for at in last],
            np.add.reduceat(by_label, first, axis=0) / (last - first + 1)[:, None],
            chances[first, 1::2] > chances[first, 2::2],
        )

    def spans(self, dial: Mapping[str, float]) -> list[NameSpan]:
        """Neighbouring words of the same label as one span; a line end or a clear beginning parts them.

        `dial` multiplies each label's chances before the likeliest is chosen.
        """
        odds = np.array([1.0, *(dial[label] for label in self.labels)])
        best = np.argmax(self.chances * odds, axis=1)
        names: list[list[int]] = []
        for word in np.flatnonzero(best).tolist():
            if names and self._goes_on(word, names[-1][-1], best):
                names[-1].append(word)
            else:
                names.append([word])
        return [self._span(name, int(best[name[0]])) for name in names if self._has_letters(name)]

    def doubts(self, dial: Mapping[str, float], floor: float) -> list[NameSpan]:
        """The words beside the names of `spans`, one by one, whose chance to be of any name reaches `floor`."""
        odds = np.array([1.0, *(dial[label] for label in self.labels)])
        outside = np.argmax(self.chances * odds, axis=1) == 0
        doubtful = np.flatnonzero(outside & (self.chances[:, 0] <= 1 - floor)).tolist()
        return [
            NameSpan(self.starts[word], self.ends[word], self.labels[int(np.argmax(self.chances[word, 1:]))],
                     1 - float(self.chances[word, 0]), doubtful=True)
            for word in doubtful
        ]  # fmt: skip

    def _goes_on(self, word: int, before: int, best: npt.NDArray[np.intp]) -> bool:
        if before != word - 1 or best[word] != best[before]:
            return False
        gap = self.text[self.ends[before] : self.starts[word]]
        return "\n" not in gap and (gap == "" or not self.begins[word, best[word] - 1])

    def _has_letters(self, name: Sequence[int]) -> bool:
        return any(character.isalnum() for character in self.text[self.starts[name[0]] : self.ends[name[-1]]])

    def _span(self, name: Sequence[int], label: int) -> NameSpan:
        score = float(self.chances[name, label].mean())
        return NameSpan(self.starts[name[0]], self.ends[name[-1]], self.labels[label - 1], score)
