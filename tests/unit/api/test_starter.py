"""The starter corpus is read once: again only where its files, or what the casebook holds of it, are other ones."""

import pytest

from api import starter
from api.archive import Archive
from api.identity import OPERATOR
from corpus.errors import RedactionIncomplete
from corpus.model.case import StarterCase
from tests.factories import a_case


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that the files were read."""
    made: list[int] = []

    def two_cases():
        made.append(len(made))
        return iter([StarterCase(a_case(code="CASE-0001"), None), StarterCase(a_case(code="CASE-0002"), None)])

    monkeypatch.setattr(starter, "starter_cases", two_cases)
    return made


def _load(archive: Archive) -> int:
    archive.settings.folder.mkdir(exist_ok=True)
    return starter.load_starter(archive, lambda _done, _of: None)


def test_a_corpus_that_was_loaded_is_not_read_again(archive: Archive, reads: list[int]) -> None:
    assert [_load(archive), _load(archive)] == [2, 0]
    assert len(reads) == 1


def test_other_files_are_read(archive: Archive, reads: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    _load(archive)
    monkeypatch.setattr(starter, "corpus_digest", lambda: "other")
    _load(archive)
    assert len(reads) == 2


def test_a_casebook_that_lacks_a_case_gets_it_read(archive: Archive, reads: list[int]) -> None:
    _load(archive)
    with archive.writing(OPERATOR) as call:
        call.casebook.withdraw(2, reason="withdrawn", at=call.now)
    _load(archive)
    assert len(reads) == 2


def test_a_corpus_that_waits_for_a_redactor_is_tried_again(
    archive: Archive, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object) -> None:
        raise RedactionIncomplete("not running")

    with monkeypatch.context() as without:
        without.setattr(archive.redactor, "redact", down)
        assert _load(archive) == 0
    assert _load(archive) == 2
