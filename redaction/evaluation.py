"""Recall and precision against marked texts: `python -m redaction.evaluation FOLDER`.

Per kind and slice: masked, partial, over-mask, keep-words violated, entities and texts wholly hidden, each with its
Wilson interval. Prints figures; texts only where misses are asked for, which nobody does on a test set.
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from time import perf_counter

from corpus.model.discussion import Discussion, Message, Participant, Source
from corpus.model.redaction import DIRECT_KINDS, EntityKind, Span
from redaction.lexicon import is_common, is_first_name, is_rarer_homograph, origins
from redaction.marked import Mark, MarkedText, read_folder
from redaction.recognizers.headers import STAMP
from redaction.titles import HONORIFICS, TITLES

SpanFinder = Callable[[MarkedText], Sequence[Span]]
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ARTICLE = re.compile(r"(?:(?:the|la|el|los|las)\s(?=\S))?", re.IGNORECASE)
_STAMPS = re.compile(
    rf"^[ \t]*{STAMP.replace('(?x)', '')}|^.{{0,40}}?\d{{1,2}}:\d{{2}}\s?(?:[AaPp][Mm])?$", re.MULTILINE
)


@dataclass
class Tally:
    """`hit` of `of`, with the 95 % interval of Wilson (1927)."""

    hit: int = 0
    of: int = 0

    def add(self, hit: bool) -> None:
        self.hit += hit
        self.of += 1

    @property
    def interval(self) -> tuple[float, float]:
        """Both ends as shares; (0, 1) for nothing counted."""
        if not self.of:
            return 0.0, 1.0
        z, n, share = 1.959964, self.of, self.hit / self.of
        middle = share + z * z / (2 * n)
        reach = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return max(0.0, (middle - reach) / (1 + z * z / n)), min(1.0, (middle + reach) / (1 + z * z / n))

    def __str__(self) -> str:
        if not self.of:
            return "none"
        low, high = self.interval
        return f"{100 * self.hit / self.of:5.1f} %  [{100 * low:.1f}, {100 * high:.1f}]  n={self.of}"


@dataclass
class Figures:
    """The figures of one run over marked texts."""

    masked: dict[str, Tally] = field(default_factory=dict)
    """By kind, and by slice of PERSON such as "PERSON lower case"."""
    partial: Counter[str] = field(default_factory=Counter)
    entities: dict[str, Tally] = field(default_factory=dict)
    over_mask: Tally = field(default_factory=Tally)
    keep_violated: Tally = field(default_factory=Tally)
    texts_hidden: Tally = field(default_factory=Tally)
    """Texts whose direct identifiers are all hidden."""
    misses: list[str] = field(default_factory=list)
    over: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    words: int = 0

    def report(self) -> str:
        lines = [
            f"{name:28} masked {tally}  partial {self.partial[name]}" for name, tally in sorted(self.masked.items())
        ]
        lines += [f"{kind:28} entities {tally}" for kind, tally in sorted(self.entities.items())]
        lines += [
            f"{'texts wholly hidden':28} {self.texts_hidden}",
            f"{'over-mask':28} {self.over_mask}",
            f"{'keep-words violated':28} {self.keep_violated}",
            f"{'words a second':28} {self.words / max(self.seconds, 1e-9):.0f}  ({self.words} words)",
        ]
        return "\n".join(lines)


def evaluate(texts: Iterable[MarkedText], find: SpanFinder) -> Figures:
    """Figures of `find` over `texts`."""
    figures = Figures()
    for marked in texts:
        began = perf_counter()
        spans = find(marked)
        figures.seconds += perf_counter() - began
        figures.words += len(_WORD.findall(marked.text))
        _score(marked, _cover(marked.text, spans), figures)
    return figures


def _cover(text: str, spans: Iterable[Span]) -> bytearray:
    covered = bytearray(len(text))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    return covered


def _score(marked: MarkedText, covered: bytearray, figures: Figures) -> None:
    entities: dict[tuple[EntityKind, str], bool] = {}
    for mark in marked.marks:
        share = _share(marked.text, covered, mark.start, mark.end)
        if mark.kind is None:
            figures.keep_violated.add(share > 0)
            if share:
                figures.over[f"K {marked.surface(mark)}"] += 1
            continue
        for name in (mark.kind.value, *_slices(marked, mark)):
            figures.masked.setdefault(name, Tally()).add(share == 1)
            figures.partial[name] += 0 < share < 1
        key = (mark.kind, mark.entity)
        entities[key] = entities.get(key, True) and share == 1
        if share < 1:
            figures.misses.append(_miss(marked, mark))
    for (kind, _), hidden in entities.items():
        figures.entities.setdefault(kind.value, Tally()).add(hidden)
    figures.texts_hidden.add(all(hidden for (kind, _), hidden in entities.items() if kind in DIRECT_KINDS))
    _score_others(marked, covered, figures)


def _score_others(marked: MarkedText, covered: bytearray, figures: Figures) -> None:
    """Words outside every mark and outside the export's own time stamps."""
    aside = bytearray(len(marked.text))
    for start, end in [(mark.start, mark.end) for mark in marked.marks] + [
        m.span() for m in _STAMPS.finditer(marked.text)
    ]:
        aside[start:end] = b"\1" * (end - start)
    for word in _WORD.finditer(marked.text):
        if not any(aside[word.start() : word.end()]):
            hidden = any(covered[word.start() : word.end()])
            figures.over_mask.add(hidden)
            if hidden:
                figures.over[word.group().lower()] += 1


def _share(text: str, covered: bytearray, start: int, end: int) -> float:
    """Share of the letters and digits of a range that are covered, but for an article or a title that it opens with."""
    start += len(_ARTICLE.match(text, start, end).group())  # type: ignore[union-attr]
    while (space := text.find(" ", start, end)) > 0 and _is_title(text[start:space].lower().strip(".")):
        start = space + 1
    letters = [index for index in range(start, end) if text[index].isalnum()]
    return sum(covered[index] for index in letters) / len(letters) if letters else 1.0


def _is_title(word: str) -> bool:
    """True for "mrs" and "coach", which belong outside of a mark and name nobody; not for Dean and Major, who may."""
    return word in HONORIFICS | TITLES and not is_rarer_homograph(word) and not is_first_name(word)


def _slices(marked: MarkedText, mark: Mark) -> list[str]:
    """The slices that a person's mention belongs to."""
    if mark.kind is not EntityKind.PERSON:
        return []
    surface = marked.surface(mark)
    line = marked.text.rfind("\n", 0, mark.start) + 1
    opening, closing = marked.text[line : mark.start], marked.text[mark.end : mark.end + 2]
    header = closing.startswith((":", "\n")) and not re.search(r"[^\W\d_]{3,}", re.sub(r"(?i)from|to|cc", "", opening))
    names = ["PERSON header" if header else "PERSON body"]
    if surface.islower():
        names.append("PERSON lower case")
    if " " not in surface:
        names.append("PERSON one word")
    if all(is_common(word) for word in surface.lower().split()):
        names.append("PERSON word-like")
    return [*names, *(f"PERSON {origin.replace('_', ' ')}" for origin in origins(surface))]


def _miss(marked: MarkedText, mark: Mark) -> str:
    before = marked.text[max(0, mark.start - 40) : mark.start]
    after = marked.text[mark.end : mark.end + 25]
    return f"{mark.entity:4} {marked.slug}: {before!r} >>{marked.surface(mark)}<< {after!r}"


def with_participants(marked: MarkedText) -> Discussion:
    """The text as one message of a discussion whose participants are the marked senders."""
    senders = [marked.surface(mark) for mark in marked.marks if "PERSON header" in _slices(marked, mark)]
    people = tuple(Participant(name) for name in dict.fromkeys(senders))
    return Discussion(Source.PLAIN, (Message(marked.text),), people)


def main() -> None:
    """The command line."""
    from redaction.redactor import SHIPPED_MODEL, build_redactor

    parser = argparse.ArgumentParser(
        prog="python -m redaction.evaluation", description="Measures the redactor on marked texts."
    )
    parser.add_argument("folder", type=Path, nargs="+", help="folders of *.marked.txt files")
    parser.add_argument("--known", action="store_true", help="the senders are known participants")
    parser.add_argument("--without-model", action="store_true", help="patterns and context only")
    parser.add_argument(
        "--misses", action="store_true", help="print what was missed or wrongly hidden (never on a test set)"
    )
    chosen = parser.parse_args()
    redactor = build_redactor(name_model=None if chosen.without_model else SHIPPED_MODEL)

    def find(marked: MarkedText) -> Sequence[Span]:
        if not chosen.known:
            return redactor.spans(marked.text)
        mentions = redactor.redact(with_participants(marked)).mentions
        return [Span(mention.start, mention.end, mention.kind) for mention in mentions]

    sets = {str(folder): read_folder(folder) for folder in chosen.folder}
    if len(sets) > 1:
        sets["all of them"] = [text for texts in sets.values() for text in texts]
    for name, texts in sets.items():
        figures = evaluate(texts, find)
        print(f"{name}: {len(texts)} texts", figures.report(), sep="\n")
        if chosen.misses:
            print(*figures.misses, sep="\n")
            print(figures.over.most_common(150))


if __name__ == "__main__":
    main()
