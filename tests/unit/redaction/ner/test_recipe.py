import random
from dataclasses import replace

from redaction.ner.names import NamePool
from redaction.ner.recipe import STAGES, Sources, Stage, texts_of_epoch
from redaction.ner.runs import Run, text_of
from redaction.ner.sentences import Patterns

POOL = NamePool(
    ("Denise",),
    ("Okafor",),
    ("Nazlı",),
    ("Nguyen",),
    ("Birch Hollow School",),
    ("Cedar Flats Unified",),
    ("Tarrow",),
    ("Quince Ln",),
)
SOURCES = Sources(
    {"open": [(Run(f"sentence {number}"),) for number in range(200)]},
    [(Run("one\ntwo\n"), Run("Dana", "PERSON", "P1"))],
    POOL,
    Patterns(("ask {F}",), ("nobody",)),
)
NOTHING = Stage({"open": 0.0}, thread_share=0.0, sentences=0, epochs=1, rate=1e-4)


def drawn(stage: Stage, seed: int = 1) -> list[str]:
    return [text_of(text) for text in texts_of_epoch(SOURCES, stage, random.Random(seed))]


def test_shares_say_how_many_texts_are_drawn():
    assert drawn(NOTHING) == []
    assert len(drawn(replace(NOTHING, open_shares={"open": 2.0}))) == 400
    assert 60 < len(drawn(replace(NOTHING, open_shares={"open": 0.5}))) < 140
    assert len(drawn(replace(NOTHING, sentences=7))) == 7


def test_a_thread_is_drawn_whole_each_time():
    together = "\n".join(drawn(replace(NOTHING, thread_share=3.0))).lower()
    assert together.count("o") >= 6
    assert len(together.splitlines()) == 9


def test_the_seed_decides():
    stage = replace(NOTHING, open_shares={"open": 0.5}, thread_share=1.0, sentences=5)
    assert drawn(stage, 3) == drawn(stage, 3)
    assert drawn(stage, 3) != drawn(stage, 4)


def test_stages_read_no_test_part():
    assert not any("test" in name or "dev" in name for stage in STAGES.values() for name in stage.open_shares)
