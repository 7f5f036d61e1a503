"""The site's map, a case by lot, and counts on a shelf as tables that no script draws."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.identity import OPERATOR
from corpus.model.search import Answer, FacetName, Query
from tests.factories import a_case
from tests.unit.web.test_site import filed
from web.app import create_site


@pytest.fixture
def site(archive: Archive) -> Iterator[TestClient]:
    with TestClient(create_site(archive), raise_server_exceptions=False) as client:
        yield client


def test_the_map_names_national_cases_only_and_robots_name_the_map(site: TestClient, archive: Archive) -> None:
    filed(archive)
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(), audience="circle:1", at=call.now)
    root = ET.fromstring(site.get("/sitemap.xml").content)
    addresses = [loc.text or "" for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert [address.rpartition("/")[2] for address in addresses if "/cases/" in address] == ["CASE-0001"]
    assert any(address.endswith("/topics/2.1") for address in addresses)
    assert f"Sitemap: {archive.settings.public_url}/sitemap.xml" in site.get("/robots.txt").text


def test_a_case_by_lot_leads_to_a_case_and_an_empty_archive_has_none(site: TestClient, archive: Archive) -> None:
    assert site.get("/random", follow_redirects=False).status_code == 404
    filed(archive)
    assert site.get("/random", follow_redirects=False).headers["location"] == "/cases/CASE-0001"


def test_a_shelf_names_its_other_forms_and_its_licence(site: TestClient) -> None:
    page = site.get("/topics/2.1").text
    for link in (
        '<link rel="alternate" type="application/json" href="/api/v1/topics/2.1">',
        '<link rel="alternate" type="text/csv" href="/api/v1/topics/2.1/cases.csv">',
        'href="/api/v1/topics/2.1/feed.atom">',
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
    ):
        assert link in page
    assert 'type="application/atom+xml"' not in site.get("/about").text


def test_outcomes_and_seasons_are_tables_without_small_counts(
    site: TestClient, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = archive.index.search
    counts = {FacetName.OUTCOME: {"settled": 12, "escalated": 3}, FacetName.SEASON: {"fall": 4}}

    def counted(query: Query) -> Answer:
        return replace(search(query), counts=counts)

    monkeypatch.setattr(archive.index, "search", counted)
    page = site.get("/topics/2.1").text
    assert '<tr><th scope="row">Settled</th><td>10+</td></tr>' in page
    assert '<tr><th scope="row">Escalated</th><td>under 5</td></tr>' in page
    assert "<caption>Season</caption>" not in page
    assert "not a rate" in page


def test_a_case_carries_its_metadata_and_its_card_and_no_letter_that_ends_the_block(
    site: TestClient, archive: Archive
) -> None:
    with archive.writing(OPERATOR) as call:
        call.casebook.add(a_case(title="</script><script>alert(1)</script> dare"), audience="national", at=call.now)
    page = site.get("/cases/CASE-0001").text
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    told = json.loads(block)
    assert (told["@type"], told["identifier"]) == ("Article", "CASE-0001")
    assert told["headline"] == "</script><script>alert(1)</script> dare"
    assert told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "<script>alert" not in page
    (link,) = re.findall(r'type="application/json\+oembed"[^>]* href="([^"]+)"', page)
    assert site.get(unescape(link)).json()["title"] == told["headline"]


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("/", "/api/v1/cases"),
        ("/map", "/api/v1/map"),
        ("/calendar", "/api/v1/calendar"),
        ("/calendar/spring", "/api/v1/calendar/spring"),
        ("/playlists", "/api/v1/playlists"),
        ("/changes", "/api/v1/changes"),
        ("/wanted", "/api/v1/wanted"),
        ("/digest", "/api/v1/digest"),
        ("/topics", "/api/v1/topics"),
        ("/topics/2.1", "/api/v1/topics/2.1"),
        ("/open", "/api/v1/openapi.json"),
    ],
)
def test_every_public_page_names_where_it_is_as_json(site: TestClient, path: str, link: str) -> None:
    page = site.get(path).text
    assert f'<link rel="alternate" type="application/json" href="{link}">' in page
    assert '<link rel="license"' in page
    assert site.get(link).status_code == 200


def test_the_page_of_ways_out_says_what_is_connected(site: TestClient, archive: Archive, tmp_path: Path) -> None:
    assert "neither is connected" in site.get("/open").text
    archive.settings = replace(archive.settings, slack_secret_file=tmp_path)
    assert "answers a Slack slash command" in site.get("/open").text
