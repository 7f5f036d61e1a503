"""B6: every recogniser against hostile strings of 64 kB: `python -m tests.benchmarks.redaction_patterns [--short]`.

With `--short` of as many characters as are read without a clock (`patterns.SHORT`). Prints the slowest string of each pattern, and of each recogniser that reads words, in milliseconds of processor time;
the promise is 50. The words of a text are made once for all who read them: their own line. On a machine that others use
a figure above the promise is taken as the least of three runs.
"""

import sys
from time import process_time

from redaction.reading import reading
from redaction.recognizers.patterns import SHORT, Patterns
from redaction.recognizers.registry import standing_recognizers
from redaction.words import words

SIZE = 64 * 1024
SEEDS = (
    "a", "A", "1", " ", ".", "@", "#", "-", "_", "\n", "a ", "A ", "1 ", "a.", "a@", "a-", "1-", "1.", "1/", "#a",
    "a1", "Aa ", "St ", "(1) ", "a b ", "1 a ", "on 1 ", "http://", "[1:11] ", "e\u0301", "\n\n", "Hi A\n", "1 n st ",
    "March 1 ", "one ", "D e ", "$1,", "PS 1 ", "From: a\n", "12/12/12, 1:11 - a", "a: ", "name is ", "is is ", "\u674e",
)  # fmt: skip


MOST = 50.0
"""Milliseconds that one pattern may take over one string."""


def main() -> None:
    size = SHORT if "--short" in sys.argv else SIZE
    strings = [(seed * (size // len(seed) + 1))[:size] for seed in SEEDS]
    _report("words", "shared by all who read words", words, strings)
    with reading():
        for text in strings:
            words(text)
        for recognizer in standing_recognizers(None):
            if isinstance(recognizer, Patterns):
                for pattern, compiled in recognizer._compiled:
                    _report(recognizer.name, repr(pattern.expression[:60]), _every(compiled), strings)
            else:
                _report(recognizer.name, "reads words", lambda text, of=recognizer: list(of.find(text)), strings)


def _report(name: str, what: str, read, strings: list[str]) -> None:
    slowest, text = max(((_least(read, text), text) for text in strings), key=lambda pair: pair[0])
    print(f"{name:18} {slowest:8.1f} ms  {text[:12]!r:16} {what}{'  <-- above 50' if slowest > MOST else ''}")


def _every(compiled):
    return lambda text: sum(1 for _ in compiled.finditer(text, timeout=5))


def _least(read, text: str) -> float:
    """Milliseconds of processor time; asked again while above the promise."""
    least = float("inf")
    for _ in range(3):
        began = process_time()
        try:
            read(text)
        except TimeoutError:
            return 5000.0
        least = min(least, 1000 * (process_time() - began))
        if least <= MOST:
            break
    return least


if __name__ == "__main__":
    main()
