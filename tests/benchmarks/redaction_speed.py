"""Start-up, words a second and memory of the whole redactor: `python -m tests.benchmarks.redaction_speed FOLDER`.

FOLDER holds marked texts. Processor time of one core counts; set OMP_NUM_THREADS=1.
"""

import resource
import sys
from pathlib import Path
from time import perf_counter, process_time

from corpus.model.discussion import Discussion, Message, Source
from redaction.marked import read_folder
from redaction.redactor import build_redactor

LONG = 100_000
"""Characters of the long discussion that is to take at most 6 s."""


def main() -> None:
    texts = [marked.text for marked in read_folder(Path(sys.argv[1]))]
    began = perf_counter()
    redactor = build_redactor()
    print(f"start        {perf_counter() - began:.2f} s, imports of this script aside")
    _report("each text", redactor, [[text] for text in texts])
    long = ("\n".join(texts) * (LONG // sum(map(len, texts)) + 1))[:LONG]
    _report("100 kB", redactor, [long.split("\n")])
    print(f"memory       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def _report(name: str, redactor, discussions: list[list[str]]) -> None:
    words = sum(len(text.split()) for texts in discussions for text in texts)
    began, wall = process_time(), perf_counter()
    for texts in discussions:
        redactor.redact(Discussion(Source.PLAIN, tuple(Message(text) for text in texts)))
    seconds, waited = process_time() - began, perf_counter() - wall
    print(
        f"{name:12} {words / seconds:.0f} words a second of processor time; {seconds:.1f} s ({waited:.1f} s waited), {words} words"
    )


if __name__ == "__main__":
    main()
