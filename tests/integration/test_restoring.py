"""Whoever has the folder alone opens the archive in it, and nobody else does until that is done."""

from pathlib import Path

import pytest

from api.bootstrap import Engines, open_archive
from api.in_use import alone
from api.settings import Settings
from corpus.errors import ArchiveInUse


def test_who_has_the_folder_alone_opens_the_archive_and_nobody_else(tmp_path: Path, engines: Engines) -> None:
    settings = Settings(folder=tmp_path, starter=False)
    with alone(tmp_path) as held:
        assert open_archive(settings, engines=engines, held=held).settings == settings
        with pytest.raises(ArchiveInUse):
            open_archive(settings, engines=engines)
    assert open_archive(settings, engines=engines).settings == settings
