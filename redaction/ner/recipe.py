"""What each training stage reads and how much of it, and the texts of one epoch made from that.

`general` teaches names in English at large from the open sets, `chats` goes on from there with school threads, `polish`
with a lower rate and less English at large.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redaction.ner.chats import cut, read_chats
from redaction.ner.names import NamePool
from redaction.ner.noise import garble
from redaction.ner.open_sets import read_open
from redaction.ner.renaming import renamed
from redaction.ner.runs import LABELS, Runs
from redaction.ner.sentences import Patterns, sentences


@dataclass(frozen=True)
class Stage:
    """Shares say how often a text of a source is drawn per epoch, on average."""

    open_shares: dict[str, float]
    thread_share: float
    sentences: int
    """Number of sentences from patterns in each epoch."""
    epochs: int
    rate: float
    """Peak learning rate of the top layer."""
    rename_open: float = 0.3
    """Share of the names in the open sets that are exchanged."""
    resting_layers: int = 0
    """Lowest layers that learn no more; with them rest the case shapes."""


STAGES = {
    "general": Stage(
        {"ewt_train": 1.0, "btc_train": 0.7, "wnut_train": 1.0, "wikigold": 0.5, "crossner": 0.35},
        thread_share=0.0, sentences=0, epochs=4, rate=3e-4,
    ),
    "chats": Stage(
        {"ewt_train": 0.5, "btc_train": 0.3, "wnut_train": 0.4, "wikigold": 0.1, "crossner": 0.05},
        thread_share=3.0, sentences=1200, epochs=3, rate=2e-4,
    ),
    "polish": Stage(
        {"ewt_train": 0.28, "btc_train": 0.1, "wnut_train": 0.15, "wikigold": 0.03},
        thread_share=1.6, sentences=1000, epochs=2, rate=1.2e-4,
    ),
}  # fmt: skip


_OWN_NAMES = 0.4
"""Share of the drawn threads that keep the names they were written with."""
_LOWER_OPEN, _LOWER_SENTENCES = 0.35, 0.65
"""Shares of those texts that lose their capitals."""


@dataclass(frozen=True)
class Sources:
    """Everything that the epochs are drawn from."""

    open_sets: dict[str, list[Runs]]
    threads: list[Runs]
    pool: NamePool
    patterns: Patterns


def read_sources(
    data: Path, threads: Path | None, stage: Stage, without: Sequence[str] = (), labels: Sequence[str] = LABELS
) -> Sources:
    """`data` is the folder of the open sets, `threads` that of the marked threads of the train part; `without`: names
    of threads that are left out.
    """
    return Sources(
        {name: read_open(data / f"{name}.jsonl.gz", labels=labels) for name in stage.open_shares},
        read_chats(threads, without, labels) if threads and stage.thread_share else [],
        NamePool.read(data),
        Patterns.read(),
    )


def texts_of_epoch(sources: Sources, stage: Stage, rng: random.Random) -> list[Runs]:
    """A fresh draw: other names, other typing, other cuts each time."""
    texts: list[Runs] = []
    for name, share in stage.open_shares.items():
        drawn = _drawn(sources.open_sets[name], share, rng)
        texts.extend(garble(renamed(text, sources.pool, rng, stage.rename_open), rng, _LOWER_OPEN) for text in drawn)
    for thread in _drawn(sources.threads, stage.thread_share, rng):
        named = thread if rng.random() < _OWN_NAMES else renamed(thread, sources.pool, rng)
        texts.extend(garble(part, rng) for part in cut(named, rng))
    made = sentences(sources.patterns, sources.pool, rng, stage.sentences)
    texts.extend(garble(text, rng, _LOWER_SENTENCES) for text in made)
    return [text for text in texts if text]


def _drawn(texts: Sequence[Runs], share: float, rng: random.Random) -> list[Runs]:
    """Each text floor(share) times, and once more with the rest as its chance."""
    whole, rest = divmod(share, 1.0)
    return [text for text in texts for _ in range(int(whole) + (rng.random() < rest))]
