"""What is handed in is in memory until it is sealed: raw text never lies on a disk in the clear."""

import tempfile

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from web.app import create_site

LARGE = b"%PDF" + b"x" * 19_900_000
"""As large as an upload may be, and refused by its first bytes."""


@pytest.mark.parametrize(("path", "field"), [("/contribute/check", "file"), ("/api/v1/preview/upload", "export")])
def test_the_largest_upload_is_never_put_into_a_file(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, path: str, field: str
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *_args, **_given: opened.append(path))
    answer = TestClient(create_site(archive)).post(path, files={field: ("chat.pdf", LARGE)})
    assert (answer.status_code, "This is a PDF" in answer.text) == (422, True)
    assert not opened
