"""A rush of what is handed in: a few are redacted at once, some wait, the rest is told when to come back, and keeps its words."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from api.archive import Archive
from api.bodies import Bodies
from api.places import LONG, Places, Redacting
from corpus.errors import Overloaded
from corpus.model.case import NATIONAL
from tests.unit.api.journeys import hand_in
from web.app import create_site

SAID = "Dana: We called home."
FULL = Redacting(short=Places(0, waiting=0), long=Places(0, waiting=0))


def _run(what: Coroutine[object, object, None]) -> None:
    """In a thread of its own: the browser tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, what).result()


@pytest.fixture
def full(archive: Archive) -> TestClient:
    site = create_site(archive)
    site.state.redacting = FULL
    return TestClient(site)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/api/v1/preview", {"text": SAID}),
        ("/api/v1/submissions", {"text": SAID, "audience": NATIONAL}),
        ("/api/v1/drafts/suggestions", {"draft": {}}),
        ("/api/v1/submissions/answer", {"receipt": "ABCD-ABCD", "answer": "Yes."}),
        ("/api/v1/submissions/change", {"receipt": "ABCD-ABCD"}),
        ("/api/v1/submissions/tell", {"receipt": "ABCD-ABCD", "verdict": "held"}),
    ],
)
def test_a_program_too_many_is_told_when_to_come_back(full: TestClient, path: str, sent: dict[str, object]) -> None:
    answer = full.post(path, json=sent)
    assert (answer.status_code, answer.json()["error"]) == (503, "Overloaded")
    assert 0 < int(answer.headers["retry-after"]) < 10


@pytest.mark.parametrize(
    "path",
    [
        *("/contribute/check", "/contribute/case", "/contribute/hand-in"),
        *("/receipt/answer", "/receipt/hide", "/receipt/case", "/receipt/tell"),
    ],
)
def test_a_reader_too_many_keeps_everything_typed(full: TestClient, path: str) -> None:
    answer = full.post(path, data={"text": SAID, "names": "Okafor", "hide": ["one", "two"]})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")
    assert f'<form class="decide" action="{path}" method="post">' in answer.text
    assert answer.text.count("</textarea>") == 4
    assert SAID in answer.text


def test_a_file_is_to_be_chosen_again_and_what_was_typed_with_it_is_kept(full: TestClient) -> None:
    answer = full.post("/contribute/check", data={"names": "Okafor"}, files={"file": ("chat.txt", SAID.encode())})
    assert "Choose the file again" in answer.text
    assert 'enctype="multipart/form-data"' in answer.text
    assert "Okafor" in answer.text
    assert SAID not in answer.text


def test_taking_back_reading_and_searching_need_no_place(full: TestClient, archive: Archive) -> None:
    receipt = hand_in(archive).code
    assert full.post("/receipt", data={"receipt": receipt}).status_code == 200
    assert full.post("/search", data={"text": "fire"}).status_code == 200
    assert full.post("/api/v1/submissions/withdraw", json={"receipt": receipt}).status_code == 200


def test_one_address_may_ask_so_often(archive: Archive) -> None:
    archive.settings = replace(archive.settings, redactions_a_minute=2)
    visitor = TestClient(create_site(archive))
    answers = [visitor.post("/contribute/check", data={"text": SAID}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[-1].headers["retry-after"] == "30"
    assert SAID in answers[-1].text


@pytest.mark.parametrize(("length", "waits"), [(LONG, True), (LONG + 1, False), (None, False)])
def test_a_short_discussion_does_not_wait_for_a_long_one(length: int | None, waits: bool) -> None:
    short, long = Places(1), Places(1)
    assert Redacting(short=short, long=long).place_for(length) is (short if waits else long)


def test_every_place_is_given_back_and_the_next_in_turn_has_it() -> None:
    places = Places(2, waiting=1)
    seen: list[int | None] = []

    async def redact(number: int, done: asyncio.Event) -> None:
        try:
            async with places.taken():
                seen.append(number)
                await done.wait()
        except Overloaded:
            seen.append(None)

    async def rush() -> None:
        done = asyncio.Event()
        every = [asyncio.create_task(redact(number, done)) for number in range(4)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert seen == [0, 1, None], "two are in, one waits, one is turned away"
        done.set()
        await asyncio.gather(*every)

    _run(rush())
    assert seen == [0, 1, None, 2]


def test_whoever_waits_too_long_is_turned_away_and_an_error_keeps_no_place() -> None:
    places = Places(1, patience=0)

    async def fail_twice() -> None:
        for _ in range(2):
            with pytest.raises(Overloaded):
                async with places.taken(), places.taken():
                    pytest.fail("there was one place")

    _run(fail_twice())


def test_one_address_leaves_room_for_others_and_all_together_for_small_bodies() -> None:
    bodies = Bodies(most=2, most_of_one=1)
    with bodies.room_for("a", large=True) as first, bodies.room_for("a", large=True) as again:
        assert (first, again) == (True, False)
        with bodies.room_for("b", large=True) as other, bodies.room_for("c", large=True) as third:
            assert (other, third) == (True, False)
            with bodies.room_for("c", large=False) as small:
                assert small
    with bodies.room_for("a", large=True) as later:
        assert later


def test_a_large_body_without_room_is_told_when_to_come_back(archive: Archive) -> None:
    site = create_site(archive)
    site.state.bodies = Bodies(most=0)
    visitor = TestClient(site)
    page = visitor.post("/contribute/check", data={"text": "x" * 1_500_000})
    assert (page.status_code, page.headers["retry-after"]) == (503, "3")
    assert "Go back, where what you typed still stands" in page.text
    program = visitor.post(
        "/api/v1/preview", content=iter([b'{"text": "x"}']), headers={"Content-Type": "application/json"}
    )
    assert (program.status_code, program.json()["error"], program.headers["retry-after"]) == (503, "Overloaded", "3")
    assert visitor.post("/api/v1/preview", json={"text": SAID}).status_code == 200


def test_what_is_no_form_may_have_six_megabytes(archive: Archive) -> None:
    answer = TestClient(create_site(archive)).post("/api/v1/preview", json={"text": "x" * 6_000_000})
    assert (answer.status_code, answer.json()["error"]) == (413, "TooLarge")
