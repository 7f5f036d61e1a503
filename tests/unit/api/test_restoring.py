"""Who may have the archive open while a backup is put back and the database is migrated."""

from pathlib import Path
from typing import IO, Any

import pytest
from typer.testing import CliRunner, Result

from api import command_line
from api.archive import Archive
from api.commands import upkeep
from api.in_use import alone, share
from corpus.backup import back_up
from corpus.errors import ArchiveInUse
from corpus.vault import Vault
from tests.unit.api.journeys import hand_in

pytestmark = pytest.mark.usefixtures("on_sqlite")


def _run(*words: str) -> Result:
    return CliRunner().invoke(command_line.app, words)


@pytest.fixture(autouse=True)
def settings(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "load_settings", lambda: archive.settings)


def test_nobody_migrates_while_a_backup_is_put_back(archive: Archive) -> None:
    with alone(archive.settings.folder):
        assert isinstance(_run("migrate").exception, ArchiveInUse)
    assert _run("migrate").exit_code == 0


def test_nobody_opens_the_archive_before_what_ended_has_ended_again(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(step: str) -> None:
        with pytest.raises(ArchiveInUse):
            share(archive.settings.folder)
        steps.append(step)

    def opened(*_: Any, held: IO[str]) -> Archive:
        refused("opened")
        assert not held.closed
        return archive

    steps: list[str] = []
    monkeypatch.setattr(upkeep, "opened", opened)
    monkeypatch.setattr(upkeep, "end_again", lambda *_, **__: refused("ended again"))
    monkeypatch.setattr(upkeep, "bring_index_up", lambda *_, **__: refused("indexed"))
    back_up(archive.settings.folder / "precedent.db", tmp_path / "b.db")
    said = _run("restore", str(tmp_path / "b.db")).output
    assert steps == ["opened", "ended again", "indexed"]
    assert "deletes it 30 days after" in " ".join(said.split())
    share(archive.settings.folder).close()


@pytest.mark.parametrize("right", [True, False])
def test_a_backup_under_another_master_key_is_told_before_anything_is_sealed_with_the_wrong_one(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, right: bool
) -> None:
    hand_in(archive)
    back_up(archive.settings.folder / "precedent.db", tmp_path / "b.db")
    if not right:
        archive.vault = Vault(bytes(32))
    monkeypatch.setattr(upkeep, "opened", lambda *_, held: archive)
    monkeypatch.setattr(upkeep, "end_again", lambda *_, **__: None)
    monkeypatch.setattr(upkeep, "bring_index_up", lambda *_, **__: None)
    said = " ".join(_run("restore", str(tmp_path / "b.db")).output.split())
    assert ("does not open what the backup holds" in said) is not right


@pytest.mark.parametrize("noted", [True, False])
def test_where_nothing_says_what_has_ended_since_a_restore_says_so(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, noted: bool
) -> None:
    hand_in(archive)
    back_up(archive.settings.folder / "precedent.db", tmp_path / "b.db")
    if noted:
        archive.note_endings()
    monkeypatch.setattr(upkeep, "opened", lambda *_, held: archive)
    monkeypatch.setattr(upkeep, "end_again", lambda *_, **__: None)
    monkeypatch.setattr(upkeep, "bring_index_up", lambda *_, **__: None)
    said = _run("restore", str(tmp_path / "b.db")).output
    assert ("whatever was withdrawn since the backup is back" in said) is not noted
