"""P7 of the promises: states x roles x routes. Each role gets what is its own; everything else looks exactly absent."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pyotp
import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from httpx import Response
from starlette.routing import BaseRoute

from api.app import create_app
from api.archive import Archive
from api.dependencies import MEMBER_COOKIE, SESSION_COOKIE
from api.identity import CONTRIBUTOR, OPERATOR, VISITOR, Caller, Right, member
from api.settings import Settings
from api.workflow import accounts, circles, review
from api.workflow.merge import merge_cases
from api.workflow.recall import recall
from api.workflow.redact import end_stale
from api.workflow.submit import Receipt
from api.workflow.withdraw import flag, withdraw_submission
from corpus import migrations
from corpus.accounts.store import Role
from corpus.casebook.case_codes import code_of
from corpus.database import open_engine
from corpus.ledger import Ledger
from corpus.model.submission import SubmissionState
from corpus.vault import Vault
from tests.conftest import MASTER_KEY, Clock
from tests.fakes import FakeIndex, FakeRedactor
from tests.unit.api.journeys import ROSA, approve, finish, hand_in, published, titled

CANARY = "Zebrafinch"
"""Stands in the title of every case that not everybody may see."""
ABSENT = 9_000
PASSWORD = "correct horse battery"
NEEDS = {
    Right.ACCOUNT: {"reviewer", "steward"},
    Right.REVIEW: {"reviewer", "steward"},
    Right.STEWARD: {"steward"},
    Right.BELONG: {"insider", "outsider", "steward"},
}


@dataclass
class World:
    cases: dict[str, int]
    """State to number."""
    receipts: dict[str, Receipt]
    """State of a submission to its receipt."""
    clients: dict[str, TestClient]
    circle: int


def _signed_in(archive: Archive, role: Role) -> dict[str, str]:
    with archive.writing(OPERATOR) as call:
        _, address = call.accounts.create(role.value, PASSWORD, role, at=call.now)
    code = pyotp.parse_uri(address).at(call.now)
    return {SESSION_COOKIE: accounts.sign_in(archive, OPERATOR, role.value, PASSWORD, code)}


def _joined(archive: Archive, name: str) -> tuple[Caller, dict[str, str], int]:
    with archive.writing(OPERATOR) as call:
        circle = circles.create(call, name, "Be kind.")
        token = circles.join(call, circles.invite(call, circle.id)).token
    return member(VISITOR, frozenset({circle.audience})), {MEMBER_COOKIE: token}, circle.id


def _cases(archive: Archive, insider: Caller, audience: str) -> dict[str, int]:
    secret = titled(f"{CANARY} damage after a dare that went around on TikTok")
    own = {"by": insider, "audience": audience}
    cases = {"published": published(archive)[1], "circle": published(archive, secret, **own)[1]}
    for kind, options in (("", {}), ("circle ", own)):
        cases[f"{kind}hidden"] = published(archive, secret, **options)[1]
        cases[f"{kind}recalled"] = published(archive, secret, **options)[1]
        receipt, cases[f"{kind}withdrawn"] = published(archive, secret, **options)
        cases[f"{kind}merged"] = published(archive, secret if options else None, **options)[1]
        with archive.writing(ROSA) as call:
            merge_cases(call, cases[f"{kind}merged"], cases["circle" if options else "published"])
            recall(call, cases[f"{kind}recalled"])
        with archive.writing(replace(insider, name="contributor")) as call:
            flag(call, cases[f"{kind}hidden"])
            withdraw_submission(call, receipt.code)
    archive.catch_up()
    return cases


def _receipts(archive: Archive, clock: Clock) -> dict[str, Receipt]:
    held = {"expired": hand_in(archive)}
    clock.pass_by(timedelta(days=31))
    with archive.writing(OPERATOR) as call:
        end_stale(call)
    held |= {state: hand_in(archive) for state in ("in review", "needs you", "approved", "declined", "withdrawn")}
    finish(archive, held["approved"].submission_id)
    approve(archive, held["approved"].submission_id)
    with archive.writing(ROSA) as call:
        review.send_back(call, held["needs you"].submission_id, "Who called home first?")
        review.decline(call, held["declined"].submission_id, "It is still going on.")
    with archive.writing(CONTRIBUTOR) as call:
        withdraw_submission(call, held["withdrawn"].code)
    held["published"] = published(archive)[0]
    archive.redactor.broken = True
    held["held"] = hand_in(archive)
    archive.redactor.broken = False
    return held


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Built once, because it takes some forty commits; no test changes what another one looks at."""
    folder, clock = tmp_path_factory.mktemp("world"), Clock()
    engine = open_engine(f"sqlite:///{folder / 'precedent.db'}")
    migrations.upgrade(engine)
    archive = Archive(
        settings=Settings(folder=folder, searches_a_minute=100_000, submissions_an_hour=100_000),
        engine=engine,
        vault=Vault(MASTER_KEY),
        ledger=Ledger(folder / "ended.log"),
        redactor=FakeRedactor(),
        index=FakeIndex(),
        clock=clock,
    )
    receipts = _receipts(archive, clock)
    insider, inside, circle = _joined(archive, "Small schools")
    _, outside, _ = _joined(archive, "Large schools")
    cookies = {
        "visitor": {},
        "insider": inside,
        "outsider": outside,
        "reviewer": _signed_in(archive, Role.REVIEWER),
        "steward": _signed_in(archive, Role.STEWARD),
    }
    app = create_app(archive)
    clients = {role: TestClient(app, cookies=kept, follow_redirects=False) for role, kept in cookies.items()}
    yield World(_cases(archive, insider, f"circle:{circle}"), receipts, clients, circle)
    engine.dispose()


def _alike(one: Response, other: Response) -> bool:
    return (one.status_code, one.content, one.headers) == (other.status_code, other.content, other.headers)


def _routes(world: World) -> Iterator[tuple[Right, str, str]]:
    """Right, method and path of every route of the JSON interface."""
    waiting: list[BaseRoute] = list(world.clients["visitor"].app.routes)
    while waiting:
        route = waiting.pop()
        waiting += getattr(getattr(route, "original_router", None), "routes", [])
        if isinstance(route, APIRoute):
            [right] = {found for found in map(_right, _dependants(route)) if found}
            yield from ((right, method, route.path) for method in route.methods)


def _dependants(route: APIRoute) -> Iterator[object]:
    waiting = [route.dependant]
    while waiting:
        dependant = waiting.pop()
        waiting += dependant.dependencies
        yield dependant


def _right(dependant: object) -> Right | None:
    return getattr(dependant.call, "right", None)


def _may_see(role: str, state: str) -> bool:
    return state == "published" or (state == "circle" and role == "insider")


def _knows_of(role: str, state: str, kind: str) -> bool:
    """Whether the role could see such a case before it was gone."""
    return state == kind or (state == f"circle {kind}" and role == "insider")


def test_a_case_in_every_state_is_its_readers_or_exactly_absent(world: World) -> None:
    tried = 0
    for role, client in world.clients.items():
        absent = client.get(f"/api/v1/cases/{code_of(ABSENT)}")
        assert absent.status_code == 404
        for state, number in world.cases.items():
            for path in ("", "/similar"):
                answer = client.get(f"/api/v1/cases/{code_of(number)}{path}")
                tried += 1
                if not path and _knows_of(role, state, "merged"):
                    assert answer.status_code == 308
                elif _knows_of(role, state, "withdrawn"):
                    assert (answer.status_code, answer.json()["error"]) == (410, "CaseWithdrawn")
                    assert CANARY not in answer.text
                elif _may_see(role, state):
                    assert answer.status_code == 200
                else:
                    assert _alike(answer, absent), (role, state, path)
    assert tried == len(world.clients) * len(world.cases) * 2 == 100


def test_a_search_finds_what_the_role_may_see_and_nothing_else(world: World) -> None:
    for role, client in world.clients.items():
        found = client.post("/api/v1/search", json={"text": f"dare {CANARY} bathroom", "limit": 50})
        codes = {precedent["code"] for precedent in found.json()["precedents"]}
        hidden = {code_of(number) for state, number in world.cases.items() if not _may_see(role, state)}
        assert code_of(world.cases["published"]) in codes
        assert not codes & hidden
        assert (CANARY in found.text.replace(found.json()["asked"], "")) == (role == "insider")


def test_nobody_doubts_what_they_do_not_see(world: World) -> None:
    for role, client in world.clients.items():
        absent = client.post(f"/api/v1/cases/{code_of(ABSENT)}/flag")
        for state, number in world.cases.items():
            if not _may_see(role, state):
                assert _alike(client.post(f"/api/v1/cases/{code_of(number)}/flag"), absent), (role, state)


def test_a_submission_in_every_state_is_its_receipts_alone(world: World) -> None:
    verbs = ("status", "answer", "change", "tell", "address", "withdraw")
    more = {"answer": {"answer": "We did."}, "tell": {"verdict": "held"}, "address": {"address": "a@b.org"}}
    for role, client in world.clients.items():
        for state, receipt in world.receipts.items():
            answer = client.post("/api/v1/submissions/status", json={"receipt": receipt.code})
            assert answer.json()["state"] == state, role
            assert "Jaylen" not in answer.text
        for verb in verbs:
            send = client.put if verb == "address" else client.post
            wrong = send(f"/api/v1/submissions/{verb}", json={"receipt": "AAAA-BBBB-CCCC", **more.get(verb, {})})
            assert (wrong.status_code, wrong.json()["error"]) == (404, "ReceiptNotFound"), (role, verb)
    assert set(world.receipts) == set(SubmissionState)


def test_every_route_refuses_the_wrong_role_in_the_same_words_whatever_is_there(world: World) -> None:
    ids = [receipt.submission_id for receipt in world.receipts.values()]
    numbers = list(world.cases.values())
    there = [*((submission_id, numbers[0]) for submission_id in ids), *((ids[0], number) for number in numbers[1:])]
    tried = 0
    for right, method, path in _routes(world):
        for role, client in world.clients.items():
            if role in NEEDS.get(right, world.clients):
                continue
            absent = client.request(method, _filled(path, ABSENT, ABSENT))
            assert absent.status_code == 403, (role, path)
            for known in dict.fromkeys(_filled(path, *pair) for pair in there):
                tried += 1
                assert _alike(client.request(method, known), absent), (role, path)
    assert tried > 400


def test_whoever_has_the_right_gets_further_and_an_absent_one_is_not_found(world: World) -> None:
    for role in ("reviewer", "steward"):
        client = world.clients[role]
        assert len(client.get("/api/v1/reviews").json()) >= 3
        for subject in ("history", "trail"):
            shown = client.get(f"/api/v1/reviews/cases/{code_of(world.cases['circle'])}/{subject}")
            assert shown.status_code == 200
        missing = client.get(f"/api/v1/reviews/cases/{code_of(ABSENT)}/history")
        assert missing.status_code == 404


def test_a_circle_is_its_members_and_its_stewards_or_exactly_absent(world: World) -> None:
    for role in ("insider", "steward"):
        assert world.clients[role].get(f"/api/v1/circles/{world.circle}").json()["charter"] == "Be kind."
    stranger = world.clients["outsider"]
    absent = stranger.get(f"/api/v1/circles/{ABSENT}")
    assert absent.status_code == 404
    assert _alike(stranger.get(f"/api/v1/circles/{world.circle}"), absent)
    assert [found["id"] for found in stranger.get("/api/v1/circles").json()] != [world.circle]


def test_an_invitation_travels_in_the_body_and_its_session_in_a_cookie(world: World) -> None:
    made = world.clients["steward"].post(f"/api/v1/circles/{world.circle}/invitations")
    client = world.clients["visitor"]
    joined = client.post("/api/v1/circles/join", json=made.json())
    assert joined.status_code == 200
    assert "httponly" in joined.headers["set-cookie"].lower()
    assert client.get(f"/api/v1/cases/{code_of(world.cases['circle'])}").status_code == 200
    assert client.post("/api/v1/circles/join", json=made.json()).status_code == 404
    assert client.post("/api/v1/circles/leave").status_code == 200
    assert client.get(f"/api/v1/cases/{code_of(world.cases['circle'])}").status_code == 404


def test_no_one_hands_in_for_a_circle_that_is_not_theirs(world: World) -> None:
    wanted = {"text": "Anyone had the bathroom dare? We called home.", "audience": f"circle:{world.circle}"}
    answers = {role: client.post("/api/v1/submissions", json=wanted) for role, client in world.clients.items()}
    made_up = world.clients["visitor"].post("/api/v1/submissions", json={**wanted, "audience": "circle:77"})
    assert {role for role, answer in answers.items() if answer.status_code == 201} == {"insider", "steward"}
    assert _alike(answers["visitor"], made_up)


def _filled(path: str, submission_id: int, number: int) -> str:
    values = {"submission_id": submission_id, "follow_up_id": number, "circle_id": number, "member_id": number}
    values |= {"account_id": number, "wanted_id": number}
    return path.replace(":int}", "}").format(code=code_of(number), **values)
