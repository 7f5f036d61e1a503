"""Real parts for the integration tests: one redactor and one exported encoder for all, an archive for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.bootstrap import Engines, load_engines, open_archive
from api.settings import Settings
from web.app import create_site


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    """The real redactor and the real encoder, loaded once for all tests of this process."""
    return load_engines(Settings(folder=tmp_path_factory.mktemp("engines")))


@dataclass(frozen=True)
class Running:
    """An archive with its site, and the folder that holds everything it wrote."""

    archive: Archive
    site: TestClient
    folder: Path


@pytest.fixture
def running(tmp_path: Path, engines: Engines) -> Iterator[Running]:
    archive = open_archive(Settings(folder=tmp_path, starter=False), engines=engines)
    with TestClient(create_site(archive), base_url="http://127.0.0.1:8000") as site:
        yield Running(archive, site, tmp_path)
