"""The door: samples of every source, words that survive whatever comes, broken files that are refused by name."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import BadInput
from corpus.model.discussion import Discussion, Source
from corpus.readers.reader import read_export

SAMPLES = Path(__file__).parents[3] / "samples" / "exports"
EXPECTED = {
    "whatsapp_ios.txt": (Source.WHATSAPP, 5, {"PM", "omitted", "edited"}),
    "whatsapp_android.txt": (Source.WHATSAPP, 5, set()),
    "imessage.txt": (Source.IMESSAGE, 2, {"Mar", "PM", "Read", "by", "them", "after", "minute"}),
    "pasted.txt": (Source.PLAIN, 3, set()),
    "groupme.json": (Source.GROUPME, 3, {"GroupMe", "image", "url", "example", "true", "false", "null"}),
    "slack_day.json": (Source.SLACK, 3, {"amp"}),
    "thread.eml": (Source.EMAIL, 3, set()),
    "box.mbox": (Source.EMAIL, 3, set()),
    "table.csv": (Source.TABLE, 2, set()),
    "table.jsonl": (Source.TABLE, 2, set()),
}
"""Source, how many messages, and words of the layout that `HEADER` does not know."""
HEADER = re.compile(
    r"(?m)^(?:Return-Path|Date|MIME-Version|Content-[\w-]+|--b1|From \S+@).*$|Message Date,.*|Subject: Re|From:|To:|Subject:"
    r"|On Tue, .*? at|\bPM\b|wrote:|=E2=80=94|</?p>|This message was edited|\bAM\b|\"\w+\":(?!\")|\"(?!text|name|content)\w+\":\"[^\"]*\""
    r"|\"\w+\":"
)


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", text))


def all_words(discussion: Discussion) -> set[str]:
    people = " ".join(f"{each.name} {' '.join(each.aliases)}" for each in discussion.participants)
    return words(discussion.plain_text) | words(people)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_of_a_sample_is_in_some_message(name: str) -> None:
    source, count, layout = EXPECTED[name]
    content = (SAMPLES / name).read_bytes()
    discussion = read_export(content, name)
    assert (discussion.source, len(discussion.messages)) == (source, count)
    assert not words(HEADER.sub(" ", content.decode())) - all_words(discussion) - layout


@pytest.mark.parametrize("name", EXPECTED)
def test_senders_are_participants_and_times_are_all_known_or_all_absent(name: str) -> None:
    discussion = read_export((SAMPLES / name).read_bytes())
    names = {participant.name for participant in discussion.participants}
    assert {message.sender for message in discussion.messages if message.sender} <= names
    assert len({message.sent_at is None for message in discussion.messages}) == 1


def test_every_sample_has_an_expectation() -> None:
    assert {path.name for path in SAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told_apart(encoding: str) -> None:
    text = "José: our café’s “plan”\nAnn: that fits\nJosé: good"
    discussion = read_export(text.encode(encoding))
    assert [message.text for message in discussion.messages] == ["our café’s “plan”", "that fits", "good"]


def test_an_unknown_layout_becomes_plain_text() -> None:
    text = "== log ==\n{odd|layout} of words\n\nstill here"
    discussion = read_export(text.encode())
    assert (discussion.source, [message.text for message in discussion.messages]) == (Source.PLAIN, [text])


def test_an_archive_of_several_chats_is_one_discussion() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a/_chat.txt", "12/03/2024, 07:41 - Ann: one")
        archive.writestr("b/_chat.txt", "12/03/2024, 07:41 - Ann: two")
    discussion = read_export(held.getvalue())
    assert [message.text for message in discussion.messages] == ["one", "two"]
    assert [participant.name for participant in discussion.participants] == ["Ann"]


PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
ZIP = io.BytesIO()
with zipfile.ZipFile(ZIP, "w") as _archive:
    _archive.writestr("[Content_Types].xml", "<Types/>")
NOISE = bytes((n * 167 + 13) % 256 for n in range(4096))
BROKEN = {
    "nothing": b"", "spaces": b" \n\t ", "mark alone": b"\xef\xbb\xbf", "utf-16 mark alone": b"\xff\xfe", "zeros": bytes(100),
    "png": PNG, "jpeg": b"\xff\xd8\xff\xe0" + NOISE, "gif": b"GIF89a" + NOISE, "pdf": b"%PDF-1.7\n" + NOISE,
    "old word": b"\xd0\xcf\x11\xe0" + NOISE, "sqlite": b"SQLite format 3\0" + NOISE, "gzip": b"\x1f\x8b\x08" + NOISE,
    "7z": b"7z\xbc\xaf\x27\x1c" + NOISE, "rar": b"Rar!\x1a\x07" + NOISE, "noise": NOISE, "elf": b"\x7fELF\x02\x01\x01" + bytes(60),
    "exe": b"MZ\x90\0\x03\0\0\0" + NOISE, "mp4": b"\0\0\0\x18ftypmp42" + NOISE, "ogg": b"OggS\0\x02" + NOISE, "mp3": b"ID3\x04\0" + NOISE,
    "webp": b"RIFF\x10\0\0\0WEBP" + NOISE, "bmp": b"BM" + bytes(60) + NOISE, "ico": b"\0\0\1\0" + NOISE, "heic": b"\0\0\0\x24ftypheic" + NOISE,
    "wav": b"RIFF\x24\0\0\0WAVE" + NOISE, "plist": b"bplist00" + NOISE, "class": b"\xca\xfe\xba\xbe" + NOISE, "wasm": b"\0asm\1\0\0\0" + NOISE,
    "tar": b"chat.txt" + bytes(249) + b"ustar" + bytes(300), "bzip": b"BZh91AY&SY" + NOISE, "xz": b"\xfd7zXZ\0" + NOISE, "zstd": b"\x28\xb5\x2f\xfd" + NOISE,
    "zip without end": b"PK\x03\x04" + NOISE, "zip of nothing": b"PK\x05\x06" + bytes(18), "zip cut": ZIP.getvalue()[:-8],
    "zip header alone": b"PK\x03\x04", "word file": ZIP.getvalue(), "controls": b"\x01\x02\x03\x04" * 50, "bells": b"\x07" * 90,
    "too large": b"a" * (20 * 1024 * 1024 + 1), "zeros in text": b"a\0\0\0" * 40, "docx alone": b"PK\x03\x04" + bytes(26) + b"word/document.xml",
}  # fmt: skip


def test_there_are_forty_broken_files() -> None:
    assert len(BROKEN) >= 40


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_a_way_out(name: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_export(BROKEN[name])
    assert re.search(r"[Ee]xport|[Pp]aste|Save|Unpack", str(refused.value))


def zip_of(**entries: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "called"),
    [
        (zip_of(**{"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:t>Ann</w:t>"}), "an Office file"),
        (zip_of(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": "<t>Ann</t>"}), "an Office file"),
        (zip_of(**{"IMG-1.jpg": "picture"}), "zip file holds no text"),
        (rb"{\rtf1\ansi\f0 Ann: Two mothers in my office.\par}", "fonts and layout"),
    ],
    ids=["word", "open document", "pictures", "rich text"],
)
def test_a_file_that_holds_no_plain_text_is_called_what_it_is(content: bytes, called: str) -> None:
    with pytest.raises(BadInput, match=called):
        read_export(content)


LONG = 64 * 1024
HEAD = "12/03/2024, 07:41 - "
LINES = [
    "a" * LONG, " " * LONG, "1" * LONG, "1/" * (LONG // 2), "[" * LONG, ": " * (LONG // 2), "a: " * (LONG // 3), "<" * LONG, ">" * LONG,
    "On " * (LONG // 3), "From: " * (LONG // 6), "-" * LONG, "_ " * (LONG // 2), "a@" * (LONG // 2), "a, " * (LONG // 3), "(" * LONG, '"' * LONG,
    HEAD + "a" * LONG, HEAD + "A added " * (LONG // 8), HEAD + "Ann: " + "<attached: " * (LONG // 11), HEAD + "Ann: " + "IMG-20240312-WA0001" * 3000,
    "{" * LONG, "[" * LONG + "]" * LONG, '{"a":' * (LONG // 5), "<html>" + "<p" * (LONG // 2), "<html>" + "<!--" * (LONG // 4), "<html>" + "&" * LONG,
    "From: " + "a" * LONG + "\nTo: b\nSubject: x\n\nb", "From: " + "(" * LONG + "\nTo: b\nSubject: x\n\nb", "From: " + "=?utf-8?q?" * 6000 + "\nTo: b\nSubject: x\n\nb",
    "From: a\nTo: " + "<" * LONG + "\nSubject: x\n\nb", "From: a\nTo: b\nSubject: " + "re: " * (LONG // 4) + "\n\nb", "From: a\nTo: b\nSubject: x\n\n" + ">" * LONG,
    "From: a\nTo: b\nSubject: x\n\n" + "On 1 Mar 2024 9:41 A wrote:\n>" * 2000, "On x 9:41 a wrote:\n" + "".join(">" * n + " On x 9:41 a wrote:\n" for n in range(1, 300)),
    "a,text,sender\n" + "," * LONG, "a,text,sender\n" + '"' * LONG, "x" + "\t9:41 AM" * 8000,
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(LINES)))
def test_a_hostile_line_is_read_whole(number: int) -> None:
    line = LINES[number]
    try:
        discussion = read_export(line.encode())
    except BadInput:
        assert not words(line) or line.startswith("<html>")
        return
    assert discussion.messages


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"From: a\nSubject: b\nDate: c\n", b'[{"type":"message","ts":"1","text":'):
        try:
            assert read_export(start + content).messages
        except BadInput:
            continue


PIECES = st.sampled_from([
    "12/03/2024, 07:41 - ", "[3/12/24, 7:41:03 PM] ", "Ann Lee: ", "+1 555 010 0142: ", "~ Bo: ", "Ann, 9:41 AM\n", "9:41 AM\n", "\n", "\n\n", " ", ": ",
    "Today 9:41 AM\n", "On Mar 12, 2024 9:41 PM, Bo <b@x.example> wrote:\n", "> ", "From: Ann\n", "Sent: 3/12/2024 9:41 AM\n", "To: Bo\n",
    "Subject: x\n", "-----Original Message-----\n", "________________\n", "\nsender,time,text\n", ",", "\t", ";", '"', "\u200e", "\u202f", "<Media omitted>",
    "Mar 12, 2024  7:41:03 PM\n", "note: ", "{", "}", "left", "joined using x", " added ", "2024-03-12 19:41:03 from Ann Lee\n", "\r\n", "\u2028"])  # fmt: skip
WORDS = st.text(alphabet=st.sampled_from("bcdfgzéßж"), min_size=9, max_size=12)


@settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(PIECES, WORDS), min_size=1, max_size=30))
def test_no_word_is_lost_whatever_the_layout(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        discussion = read_export(text.encode())
    except BadInput:
        assert not text.strip("\u200e \n\r\t\u202f\u2028") or not _written(text)
        return
    kept = " ".join((discussion.plain_text, *(f"{p.name} {' '.join(p.aliases)}" for p in discussion.participants)))
    assert all(word in kept for word in _written(text))


def _written(text: str) -> list[str]:
    return re.findall(r"[bcdfgzéßж]{9,}", text)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=True), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(
        ["messages", "text", "user", "ts", "type", "created_at", "group_id", "name", "attachments", "files", "time", "sender", "subtype", "content"]), inner, max_size=6)),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        discussion = read_export(json.dumps(value).encode())
    except BadInput:
        return
    assert all(message.text.encode() is not None for message in discussion.messages)
