"""The same marked texts in other dress: `python -m tests.benchmarks.redaction_forms [--folder FOLDER] [--every 4]`.

Nobody types like the next one, and what was pasted lost its shape on the way. A figure that falls from the first line to
another shows what the redactor leans on. The last forms dress only the names of people, schools and places, outside of
sender lines. The peer is the text as it was.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.model.redaction import EntityKind
from redaction.evaluation import evaluate
from redaction.marked import Mark, MarkedText, read_folder
from redaction.redactor import build_redactor

ROOT = Path(__file__).parents[2]
WIDTH = 62
"""Characters after which a mail program breaks a line."""
SHOWN = re.compile(
    r"(PERSON|SCHOOL|LOCATION|ID|AGE|DATE|COUNT)\s+masked\s+([\d.]+)|(over-mask|keep-words violated)\s+([\d.]+)"
)
NAMED = frozenset({EntityKind.PERSON, EntityKind.SCHOOL, EntityKind.LOCATION})

Form = Callable[[str], Sequence[str]]
"""For each character what stands in its place."""


def in_capitals(text: str) -> list[str]:
    return [letter.upper() if len(letter.upper()) == 1 else letter for letter in text]


def in_lower_case(text: str) -> list[str]:
    return [letter.lower() if len(letter.lower()) == 1 else letter for letter in text]


def without_marks(text: str) -> list[str]:
    """No point or comma at the end of a word."""
    return [
        "" if letter in ".,;!?" and not text[at + 1 : at + 2].isalnum() else letter for at, letter in enumerate(text)
    ]


def wrapped(text: str, opening: str = "") -> list[str]:
    """Lines of `WIDTH` characters at most, each further one after `opening`."""
    out, line, blank = list(text), 0, 0
    for at, letter in enumerate(text):
        if letter == "\n":
            line = at + 1
        elif letter == " ":
            blank = at
        if at - line >= WIDTH and blank > line:
            out[blank] = f"\n{opening}"
            line = blank + 1
    return out


def instead(old: str, new: str) -> Form:
    return lambda text: [new if letter == old else letter for letter in text]


TEXTS: dict[str, Form] = {
    "as it was": list,
    "capitals": in_capitals,
    "lower case": in_lower_case,
    "no punctuation": without_marks,
    "wrapped": wrapped,
    "wrapped and quoted": lambda text: wrapped(text, "> "),
    "in one line": instead("\n", " "),
    "two blanks": instead(" ", "  "),
    "tabs": instead(" ", "\t"),
    "fixed blanks": instead(" ", "\u00a0"),
}
NAMES = {
    "bold": "*",
    "italics": "_",
    "struck out": "~",
    "in quotes": '"',
    "in slashes": "/",
    "before dots": ("", "..."),
}


def dressed(text: MarkedText, parts: Sequence[str]) -> MarkedText:
    """The text with its characters replaced and its marks where they belong now."""
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    marks = tuple(replace(mark, start=places[mark.start], end=places[mark.end]) for mark in text.marks)
    return replace(text, text="".join(parts), marks=marks)


def with_names(text: MarkedText, before: str, behind: str) -> MarkedText:
    parts = list(text.text)
    for mark in text.marks:
        if mark.kind in NAMED and not _is_a_sender(mark, text.text):
            parts[mark.start] = before + parts[mark.start]
            parts[mark.end - 1] += behind
    return dressed(text, parts)


def _is_a_sender(mark: Mark, text: str) -> bool:
    return text[mark.end : mark.end + 1] == ":"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "redaction" / "ner" / "threads" / "tune")
    parser.add_argument("--every", type=int, default=4, help="read only one of so many texts")
    asked = parser.parse_args()
    texts = read_folder(asked.folder)[:: asked.every]
    redactor = build_redactor()
    forms = {name: [dressed(text, form(text.text)) for text in texts] for name, form in TEXTS.items()}
    for name, marks in NAMES.items():
        before, behind = (marks, marks) if isinstance(marks, str) else marks
        forms[f"names {name}"] = [with_names(text, before, behind) for text in texts]
    for name, changed in forms.items():
        report = evaluate(changed, lambda text: redactor.spans(text.text)).report()
        shown = [f"{kind or other} {share or rate}" for kind, share, other, rate in SHOWN.findall(report)]
        print(f"{name:<20} {'  '.join(shown)}", flush=True)


if __name__ == "__main__":
    main()
