"""P5 of the promises: an error that nobody foresaw shows no word of what it met, on no page and in no log."""

import logging
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse

from api.archive import Archive
from api.headers import HEADERS
from api.logs import WordlessRecord, place_of
from api.unexpected import CutShort
from corpus.model.discussion import Discussion
from tests.fakes import FakeRedactor
from web.app import create_site

CANARY = "Quetzalli"


class Breaks(FakeRedactor):
    def redact(self, discussion: Discussion, *_given: object) -> None:  # type: ignore[override]
        raise RuntimeError(f"{CANARY}: {discussion.plain_text}")


@pytest.fixture
def site(archive: Archive) -> FastAPI:
    archive.redactor = Breaks()  # type: ignore[assignment]
    return create_site(archive)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/api/v1/preview", {"json": {"text": CANARY}}),
        ("/contribute/check", {"data": {"text": CANARY}}),
        ("/api/v1/preview/upload", {"files": {"export": (f"{CANARY}.txt", CANARY.encode())}}),
    ],
)
def test_it_is_told_by_kind_route_place_and_number(
    site: FastAPI,
    path: str,
    sent: dict[str, object],
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = TestClient(site).post(path, **sent)  # type: ignore[arg-type]
    logged = capsys.readouterr()
    assert answer.status_code == 500
    assert all(name in answer.headers for name in HEADERS)
    assert CANARY not in answer.text + logged.out + logged.err + caplog.text
    reference = re.findall(r"in the log as ([0-9a-f]{8})\.", answer.text)
    assert len(reference) == 1
    for told in ("RuntimeError", path, "api/test_unexpected.py:", reference[0]):
        assert told in logged.out + logged.err


def test_an_answer_that_has_begun_is_cut_short_without_a_word(site: FastAPI) -> None:
    def broken_off():
        yield b"half of it"
        raise RuntimeError(CANARY)

    site.add_api_route("/half", lambda: StreamingResponse(broken_off()))
    with pytest.raises(CutShort) as caught:
        TestClient(site).get("/half")
    assert CANARY not in repr(caught.value)
    assert caught.value.__suppress_context__


def _record(name: str, text: str, *args: object, error: BaseException | None = None) -> str:
    raised = (type(error), error, error.__traceback__) if error else None
    record = WordlessRecord(name, logging.ERROR, "x.py", 1, text, args, raised)
    return logging.Formatter().format(record)


def test_libraries_are_logged_by_name_and_servers_by_their_fixed_words() -> None:
    with pytest.raises(ValueError, match=CANARY) as caught:
        int(CANARY)
    told = _record("uvicorn.error", "Exception in ASGI application\n", error=caught.value)
    library = _record("asyncio", f"never retrieved {CANARY}", error=caught.value)
    assert place_of(caught.value.__traceback__).startswith("api/test_unexpected.py:")
    assert told.startswith("uvicorn.error: Exception in ASGI application (ValueError at api/test_unexpected.py:")
    assert library.startswith("asyncio: said something (ValueError at ")
    assert CANARY not in told + library
    assert _record("uvicorn.error", "%s asked %d times", CANARY, 3) == "uvicorn.error: ... asked 3 times"
    assert _record("gunicorn.error", "Connection in use: %s", "('127.0.0.1', 8000)").endswith("8000)")
