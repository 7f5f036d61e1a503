"""How phones garble a text: case, punctuation, typing errors, run by run so that labels stay in place."""

import random
from collections.abc import Callable
from dataclasses import replace

from redaction.ner.runs import OUTSIDE, Run, Runs

_BESIDE = {
    letter: row[max(0, place - 1) : place] + row[place + 1 : place + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for place, letter in enumerate(row)
}
_DROPPED = str.maketrans("", "", ",.;:!?'\"’‘“”")
_UPPER, _LOWER_NAMES_ONLY = 0.04, 0.06
_WITHOUT_PUNCTUATION = 0.12
_MISTYPED = 0.14
_SLIPS = (0.01, 0.02, 0.04)
"""Slips a letter in a text that has any."""


def garble(runs: Runs, rng: random.Random, lower: float = 0.4) -> Runs:
    """One way of typing for the whole text: a share `lower` without capitals, some in capitals only, some with
    lower-case names among usual words; on top of that no punctuation or typing errors now and then.
    """
    others = 1 - lower - _UPPER - _LOWER_NAMES_ONLY
    (case,) = rng.choices((lower_case, _upper, _lower_names, _as_is), (lower, _UPPER, _LOWER_NAMES_ONLY, others))
    runs = case(runs)
    if rng.random() < _WITHOUT_PUNCTUATION:
        runs = _each(runs, _without_punctuation)
    if rng.random() < _MISTYPED:
        rate = rng.choice(_SLIPS)
        runs = _each(runs, lambda text: mistyped(text, rng, rate))
    return tuple(run for run in runs if run.text)


def mistyped(text: str, rng: random.Random, rate: float) -> str:
    """Each letter is doubled, dropped, swapped with the next or hit beside, with probability `rate`."""
    letters = list(text)
    for place, letter in enumerate(letters):
        if letter.isalpha() and rng.random() < rate:
            _slip(letters, place, rng)
    return "".join(letters)


def _slip(letters: list[str], place: int, rng: random.Random) -> None:
    letter = letters[place]
    after = letters[place + 1] if place + 1 < len(letters) else ""
    match rng.randrange(4):
        case 0:
            letters[place] = letter * 2
        case 1 if len(letters) > 3:
            letters[place] = ""
        case 2 if after.isalpha():
            letters[place], letters[place + 1] = after, letter
        case _:
            letters[place] = rng.choice(_BESIDE.get(letter.lower(), letter))


def lower_case(runs: Runs) -> Runs:
    """The text without any capital."""
    return _each(runs, str.lower)


def _upper(runs: Runs) -> Runs:
    return _each(runs, str.upper)


def _lower_names(runs: Runs) -> Runs:
    return tuple(replace(run, text=run.text.lower()) if run.label != OUTSIDE else run for run in runs)


def _as_is(runs: Runs) -> Runs:
    return runs


def _each(runs: Runs, change: Callable[[str], str]) -> Runs:
    return tuple(Run(change(run.text), run.label, run.entity, run.fixed) for run in runs)


def _without_punctuation(text: str) -> str:
    return text.translate(_DROPPED) if "@" not in text and "//" not in text else text
