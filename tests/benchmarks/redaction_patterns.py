"""B6: every recogniser against hostile strings of 64 kB: `python -m tests.benchmarks.redaction_patterns`.

Prints the slowest string of each recogniser in milliseconds of processor time; the promise is 50 for each pattern.
"""

from time import process_time

from redaction.recognizers.patterns import Patterns
from redaction.recognizers.registry import standing_recognizers

SIZE = 64 * 1024
SEEDS = (
    "a", "A", "1", " ", ".", "@", "#", "-", "_", "\n", "a ", "A ", "1 ", "a.", "a@", "a-", "1-", "1.", "1/", "#a",
    "a1", "Aa ", "St ", "(1) ", "a b ", "1 a ", "on 1 ", "http://", "[1:11] ", "e\u0301", "\n\n", "Hi A\n", "1 n st ",
    "March 1 ", "one ", "D e ", "$1,", "PS 1 ", "From: a\n", "12/12/12, 1:11 - a", "a: ", "name is ", "is is ", "\u674e",
)  # fmt: skip


def main() -> None:
    strings = [(seed * (SIZE // len(seed) + 1))[:SIZE] for seed in SEEDS]
    for recognizer in standing_recognizers(None):
        if isinstance(recognizer, Patterns):
            for pattern, compiled in recognizer._compiled:
                slowest = max(
                    ((_milliseconds(compiled, text), text[:12]) for text in strings), key=lambda pair: pair[0]
                )
                flag = "  <-- above 50" if slowest[0] > 50 else ""
                print(f"{recognizer.name:14} {slowest[0]:8.1f} ms  {slowest[1]!r:16} {pattern.expression[:60]!r}{flag}")
        else:
            worst = max(((_find(recognizer, text), text[:12]) for text in strings), key=lambda pair: pair[0])
            print(f"{recognizer.name:14} {worst[0]:8.1f} ms  {worst[1]!r:16} (reads words)")


def _milliseconds(compiled, text: str) -> float:
    began = process_time()
    try:
        for _ in compiled.finditer(text, timeout=5):
            pass
    except TimeoutError:
        return 5000.0
    return 1000 * (process_time() - began)


def _find(recognizer, text: str) -> float:
    began = process_time()
    for _ in recognizer.find(text):
        pass
    return 1000 * (process_time() - began)


if __name__ == "__main__":
    main()
