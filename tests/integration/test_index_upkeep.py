"""A damaged index goes on answering by words, and is mended beside the service without anybody asking."""

from pathlib import Path

from api.bootstrap import Engines, open_archive
from api.identity import OPERATOR, VISITOR
from api.index_upkeep import mend_beside
from api.settings import Settings
from api.workflow.search import search
from corpus.model.case import NATIONAL
from tests.factories import NOON, a_case


def _flip_a_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def test_a_flipped_byte_costs_meaning_for_a_while_and_never_an_answer(tmp_path: Path, engines: Engines) -> None:
    settings = Settings(folder=tmp_path, starter=False)
    archive = open_archive(settings, engines=engines)
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience=NATIONAL, at=NOON)
    with archive.reading(OPERATOR) as call:
        archive.index.rebuild(call.casebook.published(), call.casebook.last_change())
    generation = archive.index.health().generation
    assert mend_beside(archive) is None
    for vectors in (settings.index_folder / "generations" / generation).glob("vectors.npy"):
        _flip_a_byte(vectors)

    again = open_archive(settings, engines=engines)
    assert not again.index.health().vectors_ok
    assert [p.case.number for p in search(again, VISITOR, "bathroom dare").precedents] == [1]
    mending = mend_beside(again)
    assert mending is not None
    mending.join()
    assert again.index.health().vectors_ok
    assert again.index.health().generation != generation
    assert [p.case.number for p in search(again, VISITOR, "bathroom dare").precedents] == [1]
