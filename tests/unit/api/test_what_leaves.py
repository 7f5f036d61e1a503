"""What leaves, door by door and field by field: nothing that is not on the list of its door, nothing of other audiences."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.archive import Archive
from api.cards import SHORT_LENGTH, plain_card
from api.doors.assistants import answer
from api.doors.chat_answer import chat_answer
from api.embed import case_structured, embed_out
from api.feed import feed
from api.identity import OPERATOR, VISITOR
from api.library_schemas import cases_out, season_out
from api.open_route import OpenRoute
from api.schemas import CASE_FIELDS, case_out
from api.workflow.exports import CASE_HEADS, case_row
from api.workflow.saved_searches import save_search
from api.workflow.search import Precedents
from corpus.case_codec import case_to_mapping
from corpus.model.case import NATIONAL, Action, Case, Missing, WordsUsed
from corpus.model.search import Answer, FacetName
from corpus.model.taxonomy import Audience, Effect, Phase
from corpus.starter import reading_lists
from tests.factories import a_case

HOME = "https://archive.example"
ADDED = {"topic_names", "published", "licence"}
DAY = date(2026, 3, 2)


def mark(place: str) -> str:
    return f"mark-{place}."


MARKED = a_case(
    title=mark("title"),
    situation=(mark("situation0"), mark("situation1")),
    outcome_text=mark("outcome_text"),
    trigger=mark("trigger"),
    spread=mark("spread"),
    actions=(Action(Phase.LATER, mark("who"), mark("what"), mark("why"), Effect.HELPED),),
    called_in=(mark("called_in"),),
    words_used=(WordsUsed(Audience.FAMILIES, mark("words")),),
    first_message_after=mark("first_message_after"),
    outcome_later_text=mark("outcome_later_text"),
    backfired=(mark("backfired"),),
    do_over=(mark("do_over"),),
    asked_as=(mark("asked_as"),),
    peers_might_take=(mark("peers_might_take"),),
    missing=Missing((mark("resources"),), (mark("knowledge"),), (mark("skills"),), (mark("dispositions"),)),
    doesnt_apply_if=(mark("doesnt_apply_if"),),
    follow_ups=(mark("follow_ups"),),
    redacted_discussion=mark("redacted_discussion"),
    published_on=DAY,
)


def shown(text: str) -> set[str]:
    """Which marks stand in it; the day of publication never does."""
    assert DAY.isoformat() not in text
    return {part.partition(".")[0] for part in text.split("mark-")[1:]}


EVERYTHING = shown(json.dumps(case_to_mapping(replace(MARKED, published_on=None))))


CARD = {"title", "what", "outcome_text", "backfired"}
DOORS: dict[str, tuple[str, set[str]]] = {
    "JSON": (json.dumps(case_out(MARKED)), EVERYTHING),
    "CSV": ("|".join(case_row(MARKED, HOME)), {"title", "outcome_text"}),
    "Atom": (feed("x", "/x", [MARKED], HOME).decode(), {"title", "situation0", "situation1"}),
    "card": (plain_card(MARKED, HOME), CARD),
    "short card": (plain_card(MARKED, HOME, SHORT_LENGTH), CARD),
    "oEmbed": (embed_out(MARKED, HOME).model_dump_json(), {"title", "situation0", "outcome_text"}),
    "schema.org": (json.dumps(case_structured(MARKED, HOME)), {"title", "situation0", "situation1"}),
}


@pytest.mark.parametrize("door", DOORS)
def test_a_door_lets_out_what_its_list_names_and_no_more(door: str) -> None:
    text, allowed = DOORS[door]
    assert shown(text) == allowed


def test_every_field_of_a_case_is_on_the_list_or_kept_inside_on_purpose() -> None:
    assert {field.name for field in fields(Case)} - set(CASE_FIELDS) == {"published_on"}
    mapping = case_to_mapping(MARKED)
    for name, within in CASE_FIELDS.items():
        parts = mapping[name] if isinstance(mapping[name], list) else [mapping[name]]
        held = {key for part in parts if isinstance(part, dict) for key in part}
        assert held == set(within), name


def test_the_json_of_a_case_has_the_listed_keys_only() -> None:
    assert set(case_out(MARKED)) == set(CASE_FIELDS) | ADDED
    assert case_out(MARKED)["published"] == "Spring term 2026"


def test_a_table_has_a_cell_for_each_head() -> None:
    assert len(case_row(MARKED, HOME)) == len(CASE_HEADS)


@pytest.fixture
def client(archive: Archive) -> Iterator[TestClient]:
    """An archive with a case for all, one of a circle, a hidden and a withdrawn one."""
    with archive.writing(OPERATOR) as call:
        for number, audience in enumerate((NATIONAL, "circle:7", NATIONAL, NATIONAL), start=1):
            title = mark("title") if number == 1 else f"mark-secret{number}. dare"
            call.casebook.add(replace(MARKED, title=title), audience=audience, at=call.now)
        call.casebook.hide(3, at=call.now)
        call.casebook.withdraw(4, reason="withdrawn", at=call.now)
    archive.catch_up()
    with TestClient(create_app(archive), raise_server_exceptions=False) as client:
        yield client


def test_assistants_and_chats_get_what_the_doors_let_out(client: TestClient, archive: Archive) -> None:
    told = answer(archive, "case", {"code": "CASE-0001"}).structured_content
    assert told == client.get("/api/v1/cases/CASE-0001").json() == case_out(replace(MARKED, revision=1))
    cards = "\n".join(chat_answer(archive, mark("title"), 600))
    assert shown(cards) == CARD
    found = answer(archive, "search", {"text": mark("title")}).structured_content
    assert shown(json.dumps(found["precedents"])) == {"title"}


def _open_paths(archive: Archive) -> list[str]:
    code = save_search(archive, VISITOR, "mark").code
    filled = {"code": "CASE-0001", "season": "spring", "number": "1", "slug": "x", "wanted_id": "1"}
    waiting: list[Any] = list(create_app(archive).routes)
    paths = set()
    while waiting:
        route = waiting.pop()
        waiting += getattr(getattr(route, "original_router", None), "routes", [])
        if isinstance(route, OpenRoute) and "GET" in route.methods:
            values = dict(filled)
            if route.path.startswith("/api/v1/saved/"):
                values["code"] = code
            if route.path.startswith("/api/v1/topics/"):
                values["code"] = "2.1"
            paths.add(route.path.format(**values))
    return sorted(paths - {"/api/v1/wanted/waiting"})


def test_no_open_address_shows_a_visitor_what_is_not_for_all(client: TestClient, archive: Archive) -> None:
    paths = _open_paths(archive)
    assert len(paths) > 25
    answered = {path: client.get(path) for path in paths}
    for path, got in answered.items():
        assert "secret" not in got.text, path
        assert "circle:7" not in got.text, path
        assert DAY.isoformat() not in got.text, path
        assert got.status_code in {200, 404, 422}, path
        if got.status_code == 200:
            assert 'rel="license"' in got.headers["link"], path
            assert got.headers["access-control-allow-origin"] == "*", path
    assert sum(got.status_code == 200 for got in answered.values()) > 22


def test_tables_name_their_licence_in_every_row(client: TestClient) -> None:
    for path in ("/api/v1/cases.csv", "/api/v1/topics/2.1/cases.csv", "/api/v1/changes.csv", "/api/v1/playlists.csv"):
        rows = list(csv.DictReader(io.StringIO(client.get(path).text.removeprefix("\ufeff"), newline="")))
        assert all("CC BY 4.0" in row["licence"] for row in rows)


def test_every_operation_says_in_words_what_it_does(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    parts = {tag["name"] for tag in described["tags"] if tag["description"]}
    for path, operations in described["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            assert set(operation["tags"]) <= parts, path


def test_counts_of_the_library_are_coarse() -> None:
    answer = Answer(hits=(), found=14, counts={FacetName.TOPIC: {"2": 14, "2.1": 7, "5.4": 4}}, generation="fake")
    found = Precedents(asked="", removed=(), precedents=(), answer=answer)
    assert cases_out(1, found).found == 10
    told = season_out("fall", found)
    assert (told.cases, told.topics) == (10, {"2.1": 5})


@pytest.mark.parametrize("kind", ["playlists", "inquiries"])
def test_playlists_tell_the_cases_in_sight_only(client: TestClient, kind: str) -> None:
    listed = getattr(reading_lists, kind)()
    slug = next(iter(listed))
    told = client.get(f"/api/v1/{kind}/{slug}").json()
    assert told["title"] == listed[slug].title
    assert {stop["code"] for stop in told["stops"]} <= {"CASE-0001"}
    assert client.get(f"/api/v1/{kind}/nothing-of-that-name").status_code == 404
