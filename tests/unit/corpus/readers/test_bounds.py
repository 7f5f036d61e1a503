"""Far more than one discussion is refused before it is parsed, whatever its layout; what is large for its pictures is not."""

import base64
import csv
import io
import json
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from corpus.errors import UnreadableExport
from corpus.readers import email as mail_reader
from corpus.readers import markup
from corpus.readers.bounds import MOST_HEAD, MOST_JSON_MARKS, MOST_PARTS, MOST_RECORDS, MOST_TAGS, MOST_TEXT
from corpus.readers.decoding import decode
from corpus.readers.quotations import take_apart
from corpus.readers.reader import read_export

HEAD = b"From: Ann <ann@x.example>\nDate: Tue, 12 Mar 2024 19:41:03 -0500\nSubject: the bus\n"
ROW = b"2024-03-12 07:41,Ann,ok then\n"
PARTS = b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * MOST_PARTS


def _zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return packed.getvalue()


FAR_TOO_MUCH = {
    "table": b"date,sender,text\n" + ROW * (MOST_TEXT // len(ROW)),
    "chat": b"12/03/2024, 07:41 - Ann: Second bathroom.\n" * (MOST_TEXT // 40),
    "one line": b"x" * (MOST_TEXT + 1),
    "JSON": b"[" + b"[]," * MOST_JSON_MARKS + b"[]]",
    "records": json.dumps([{"text": "ok", "sender": "Ann"}] * (MOST_RECORDS + 1)).encode(),
    "markup": b"<html>" + b"<b>x" * (MOST_TAGS + 1),
    "head": HEAD + b"To: " + b"Bo <bo@x.example>,\n " * (MOST_HEAD // 15) + b"\n\nWe called home.",
    "folded head": HEAD + b" and so on\n" * (MOST_HEAD // 10) + b"\nWe called home.",
    "parts": HEAD + PARTS,
    "box": (b"From ann@x.example Mon Jan  1 2024\n" + HEAD + b"\nok\n") * (MOST_PARTS + 1),
    "zip of JSON": _zipped(a_json=b"[" + b"1," * 600_000 + b"1]", b_json=b"[" + b"1," * 600_000 + b"1]"),
    "zip of text": _zipped(a_txt=ROW * 40_000, b_txt=ROW * 40_000),
}


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parsers were asked."""
    asked: list[str] = []

    def noted(room: Any, name: str) -> None:
        parse: Callable[..., Any] = getattr(room, name)

        def parse_noted(*given: Any, **named: Any) -> Any:
            asked.append(name)
            return parse(*given, **named)

        monkeypatch.setattr(room, name, parse_noted)

    noted(csv, "reader")
    noted(mail_reader, "message_from_bytes")
    noted(markup, "_TextParser")
    return asked


@pytest.mark.parametrize("layout", FAR_TOO_MUCH)
def test_far_too_much_is_refused_before_it_is_parsed(layout: str, parsed: list[str]) -> None:
    with pytest.raises(UnreadableExport, match="only the days that matter"):
        read_export(FAR_TOO_MUCH[layout])
    assert parsed == [] or layout == "zip of text", "its first file is read before the second is too much"


@pytest.mark.parametrize("inner", ["head", "text"])
def test_a_part_of_a_mail_is_bounded_as_the_mail_is(inner: str) -> None:
    head = (
        b"Content-Type: text/plain; " + b'a="b";' * (MOST_HEAD // 5) if inner == "head" else b"Content-Type: text/plain"
    )
    text = b"ok " * (MOST_TEXT // 2) if inner == "text" else b"ok"
    within = b"--x\n" + head + b"\n\n" + text + b"\n--x--\n"
    with pytest.raises(UnreadableExport, match="only the days that matter"):
        read_export(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + within)


def test_a_mail_that_is_large_for_its_picture_is_read() -> None:
    picture = b"--x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(
        b"p" * 9_000_000
    )
    said = b"--x\nContent-Type: text/plain\n\nWe called home.\n"
    found = read_export(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + said + picture + b"\n--x--\n")
    assert "We called home." in found.plain_text


def test_quotations_within_quotations_hold_no_copies_of_each_other() -> None:
    body = "From: Bo\nSent: 1/1/24\nhi\n" * 20_000
    tracemalloc.start()
    take_apart(body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60 * len(body)


def test_every_byte_of_windows_text_is_kept() -> None:
    every = bytes(set(range(0x20, 0x100)) - {0x7F})
    assert decode(every * 2).startswith(every[:95].decode() + "\u20ac\x81\u201a")
    assert len(decode(every)) == len(every)
