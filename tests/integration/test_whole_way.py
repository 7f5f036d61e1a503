"""An export with invented people walks the whole way with real parts; afterwards no sink holds any of them."""

import base64
import codecs
import gzip
import json
import urllib.parse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.archive import Archive
from api.identity import reviewer
from api.workflow import review
from api.workflow.desk import open_desk
from api.workflow.publish import publish
from tests.factories import a_case
from tests.integration.conftest import Running

CANARIES = (
    "Ngozi", "Thibodeaux", "Quetzalli", "Brzezinski", "Whitcombe", "Larkmoor", "Pinehollow",
    "ngozi.t@larkmoor.k12.example", "415-555-0173", "@quetz_b",
)  # fmt: skip
EXPORT = """\
12/03/2024, 07:41 - Messages and calls are end-to-end encrypted.
12/03/2024, 07:42 - Ngozi Thibodeaux: A TikTok dare hit our boys bathroom at Larkmoor Middle School. Quetzalli Brzezinski filmed it.
12/03/2024, 07:44 - Ngozi Thibodeaux: her handle is @quetz_b, mom's cell 415-555-0173. write me at ngozi.t@larkmoor.k12.example
12/03/2024, 07:50 - Amos Whitcombe: We had that in Pinehollow District. We called the family the same day and closed one restroom.
12/03/2024, 07:55 - Ngozi Thibodeaux: We wrote to all families and named the dare. quetzalli brought the dispenser back.
15/03/2024, 16:10 - Amos Whitcombe: In the end it died down after a week. Next time we would post staff at the doors first.
"""


def _hand_in(running: Running, text: str = EXPORT) -> tuple[int, str]:
    answer = running.site.post("/api/v1/submissions", json={"text": text, "audience": "national"})
    assert answer.status_code == 201, answer.text
    receipt = answer.json()["receipt"]
    status = running.site.post("/api/v1/submissions/status", json={"receipt": receipt}).json()
    assert status["state"] == "in review"
    return status["id"], receipt


def _review_and_publish(archive: Archive, submission_id: int) -> str:
    for caller in (reviewer(1), reviewer(2)):
        with archive.writing(caller) as call:
            draft = open_desk(call, submission_id).draft
            finished = replace(
                draft,
                title="A TikTok dare leaves a middle school bathroom without dispensers",
                outcome_text="It died down after a week.",
                facets=replace(a_case().facets, level=draft.facets.level),
            )
            if review.unfinished(draft):
                review.edit_draft(call, submission_id, finished)
            review.approve(call, submission_id, "No place, no date and no name is left in the case.")
    with archive.writing(reviewer(1)) as call:
        code = publish(call, submission_id).code
    archive.forget_traces()
    archive.catch_up()
    return code


def _disguises(word: str) -> Iterator[bytes]:
    """One word as the encodings that a sink may hold it in."""
    for text in {word, word.lower(), word.upper()}:
        plain = text.encode()
        yield plain
        yield text.encode("utf-16-le")
        yield text.encode("utf-32-le")
        yield base64.b64encode(plain).rstrip(b"=")[:-1]
        yield base64.urlsafe_b64encode(plain).rstrip(b"=")[:-1]
        yield plain.hex().encode()
        yield urllib.parse.quote(text).encode()
        yield json.dumps(text)[1:-1].encode()
        yield codecs.encode(text, "rot13").encode()
        yield text.encode("ascii", "xmlcharrefreplace")
        yield text[::-1].encode()


def _bytes_on_disk(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            yield str(path.relative_to(folder)), content
            if content[:2] == b"\x1f\x8b":
                yield f"{path.name} unpacked", gzip.decompress(content)


def _found_in(content: bytes) -> list[str]:
    return [word for word in CANARIES if any(disguise in content for disguise in _disguises(word))]


def test_the_sweep_finds_what_it_looks_for() -> None:
    for word in CANARIES:
        for disguise in _disguises(word):
            assert word in _found_in(b"..." + disguise + b"...")


def test_from_export_to_precedent_and_nobody_is_left_anywhere(
    running: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    shown = running.site.post("/api/v1/preview", json={"text": EXPORT})
    answers = {"preview": shown.content}
    assert shown.json()["removed"]
    submission_id, receipt = _hand_in(running)
    code = _review_and_publish(running.archive, submission_id)

    found = running.site.post("/api/v1/search", json={"text": "TikTok bathroom vandalism"})
    assert found.json()["precedents"][0]["code"] == code
    answers |= {
        "search": found.content,
        "case": running.site.get(f"/api/v1/cases/{code}").content,
        "similar": running.site.get(f"/api/v1/cases/{code}/similar").content,
        "openapi": running.site.get("/api/v1/openapi.json").content,
        "page": running.site.get(f"/cases/{code}").content,
        "home": running.site.get("/").content,
        "results page": running.site.post("/search", data={"text": "TikTok bathroom"}).content,
        "health": running.site.get("/health").content,
        "headers": repr(found.headers).encode(),
    }
    logged = capfd.readouterr()
    answers["log"] = (logged.out + logged.err).encode()
    assert {name: _found_in(content) for name, content in answers.items() if _found_in(content)} == {}
    on_disk = {name: _found_in(content) for name, content in _bytes_on_disk(running.folder) if _found_in(content)}
    assert on_disk == {}

    withdrawn = running.site.post("/api/v1/submissions/withdraw", json={"receipt": receipt})
    assert withdrawn.json()["state"] == "withdrawn"
    assert running.site.get(f"/api/v1/cases/{code}").status_code == 410
    after = running.site.post("/api/v1/search", json={"text": "TikTok bathroom vandalism"}).json()
    assert code not in [precedent["code"] for precedent in after["precedents"]]


def test_before_review_the_raw_text_is_on_the_disk_as_ciphertext_only(running: Running) -> None:
    _hand_in(running)
    assert [name for name, content in _bytes_on_disk(running.folder) if _found_in(content)] == []


def test_a_question_with_names_leaves_no_trace(running: Running, capfd: pytest.CaptureFixture[str]) -> None:
    asked = "Quetzalli Brzezinski at Larkmoor Middle School filmed a fight, her mom is at 415-555-0173"
    answer = running.site.post("/api/v1/search", json={"text": asked})
    assert answer.status_code == 200
    assert answer.json()["removed"] >= 3
    logged = capfd.readouterr()
    assert _found_in(answer.content + (logged.out + logged.err).encode()) == []
    assert [name for name, content in _bytes_on_disk(running.folder) if _found_in(content)] == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/v1/search", {"text": ["Quetzalli"], "limit": "Brzezinski"}),
        ("/api/v1/search", {"text": "x", "filters": {"Quetzalli": ["Brzezinski"]}}),
        ("/api/v1/submissions", {"text": "Quetzalli Brzezinski", "surprise": "Ngozi"}),
        ("/api/v1/submissions", {"text": "Quetzalli Brzezinski was here"}),
        ("/api/v1/submissions/status", {"receipt": "Quetzalli-Brzezinski"}),
        ("/api/v1/cases/Quetzalli/flag", {}),
    ],
)
def test_no_error_echoes_what_was_sent(running: Running, path: str, body: dict[str, object]) -> None:
    answer = running.site.post(path, json=body)
    assert 400 <= answer.status_code < 500
    assert _found_in(answer.content) == []
