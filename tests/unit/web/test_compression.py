"""Pages are compressed for visitors, and never for whoever carries a session."""

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from tests.unit.web.test_site import filed


@pytest.mark.parametrize("path", ["/", "/topics", "/static/site.css"])
def test_visitors_get_less_to_wait_for(site: TestClient, path: str) -> None:
    packed = site.get(path, headers={"Accept-Encoding": "gzip"})
    plain = site.get(path, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < len(plain.content) / 2


def test_whoever_carries_a_cookie_gets_pages_as_they_are(site: TestClient, archive: Archive) -> None:
    code = filed(archive)
    headers = {"Accept-Encoding": "gzip", "Cookie": "precedent_session=x"}
    assert "content-encoding" not in site.get(f"/cases/{code}", headers=headers).headers
    assert site.get("/static/site.css", headers=headers).headers["content-encoding"] == "gzip"
