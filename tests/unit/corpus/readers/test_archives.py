"""Promise B2: hostile archives, each built here, are refused with a sentence that says what to do."""

import builtins
import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from corpus.errors import BadInput, HostileExport, UnreadableExport
from corpus.readers.archives import MOST_ENTRIES, read_archive
from corpus.readers.reader import read_export

CHAT = b"12/03/2024, 07:41 - Ann: hello\n"
MB = 1024 * 1024


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content, compress_type=method)
    return held.getvalue()


def named(name: str) -> bytes:
    """A chat beside an entry whose name is written as it is, past what zipfile would mend."""
    stand_in = "n" * len(name.encode())
    return zipped(("_chat.txt", CHAT), (stand_in, b"x")).replace(stand_in.encode(), name.encode())


def moded(mode: int, name: str = "link.txt") -> bytes:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = mode << 16
    return zipped(("_chat.txt", CHAT), (info, b"/etc/hosts"))


def flagged(bits: int) -> bytes:
    """Sets bits of the general purpose flag in both places."""
    content = bytearray(zipped(("_chat.txt", CHAT)))
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.index(start) + at
        content[place : place + 2] = struct.pack("<H", struct.unpack("<H", content[place : place + 2])[0] | bits)
    return bytes(content)


def lying(claimed: int, real: int, everywhere: bool = True, mend_checksum: bool = False) -> bytes:
    """A deflated entry of `real` bytes that claims another size."""
    body = b"words " * (real // 6 + 1)
    content = bytearray(zipped(("_chat.txt", body[:real])))
    central = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, central + 24, claimed)
    if everywhere:
        struct.pack_into("<I", content, 22, claimed)
    if mend_checksum:
        checksum = zlib.crc32(body[: min(claimed, real)])
        struct.pack_into("<I", content, central + 16, checksum)
        struct.pack_into("<I", content, 14, checksum)
    return bytes(content)


def method(number: int) -> bytes:
    content = bytearray(zipped(("_chat.txt", CHAT)))
    struct.pack_into("<H", content, 8, number)
    struct.pack_into("<H", content, content.index(b"PK\x01\x02") + 10, number)
    return bytes(content)


def overlapping(copies: int) -> bytes:
    """Many entries in the list that all point at the same packed bytes."""
    single = zipped(("0000.txt", b"\0" * 60_000 + bytes(range(256)) * 10))
    start = single.index(b"PK\x01\x02")
    end = single.index(b"PK\x05\x06")
    listed = b"".join(single[start:end].replace(b"0000.txt", f"{n:04}.txt".encode()) for n in range(copies))
    return single[:start] + listed + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, copies, copies, len(listed), start, 0)


def bomb(megabytes: int, name: str = "_chat.txt") -> bytes:
    return zipped((name, b"\0" * (megabytes * MB)))


INNER = zipped(("_chat.txt", CHAT))
TAR = b"\0" * 257 + b"ustar\x0000" + b"\0" * 300
HOSTILE: dict[str, Callable[[], bytes]] = {
    **{f"bomb of {n} MB": lambda n=n: bomb(n) for n in (1, 2, 8, 30, 49)},
    "bomb over the cap": lambda: bomb(51),
    "bomb in a picture": lambda: bomb(8, "IMG-1.jpg"),
    "bomb beside a chat": lambda: zipped(("_chat.txt", CHAT), ("b.txt", b"\0" * 9 * MB)),
    "bomb in parts": lambda: zipped(*((f"{n}.txt", b"\0" * 600_000) for n in range(60))),
    "bomb of spaces": lambda: zipped(("_chat.txt", b" " * 5 * MB)),
    "bomb of one line": lambda: zipped(("_chat.txt", CHAT * 200_000)),
    "stored past the cap out": lambda: zipped(*((f"{n}.txt", b"ab" * 350_000) for n in range(75)), method=zipfile.ZIP_DEFLATED),
    "too large to upload": lambda: zipped(("_chat.txt", b"x" * (21 * MB)), method=zipfile.ZIP_STORED),
    "too many files": lambda: zipped(*((f"{n}.txt", CHAT) for n in range(MOST_ENTRIES + 1))),
    "far too many files": lambda: zipped(*((f"{n}", b"") for n in range(20_000))),
    "too many folders": lambda: zipped(*((f"{n}/", b"") for n in range(MOST_ENTRIES + 1))),
    **{f"path {name!r}": lambda name=name: named(name) for name in (
        "../evil.txt", "../../../../etc/cron.d/x", "a/../../b.txt", "/etc/passwd", "//host/share.txt", "C:/x.txt", "C:\\x.txt",
        "..\\evil.txt", "\\\\host\\x.txt", "a\\b.txt", "a/..", "..", "./../x.txt", "x.txt\0.jpg", "c:evil.txt")},
    "a name without end": lambda: zipped(("_chat.txt", CHAT), ("n" * 5000 + ".txt", b"x")),
    "symbolic link": lambda: moded(0o120777),
    "symbolic link as chat": lambda: moded(0o120777, "chat2.txt"),
    "device": lambda: moded(0o060666),
    "character device": lambda: moded(0o020666),
    "pipe": lambda: moded(0o010666),
    "socket": lambda: moded(0o140666),
    "encrypted": lambda: flagged(0x1),
    "strongly encrypted": lambda: flagged(0x41),
    "hidden headers": lambda: flagged(0x2000),
    **{f"nested {name}": lambda name=name, body=body: zipped(("_chat.txt", CHAT), (name, body)) for name, body in (
        ("inner.zip", INNER), ("inner.txt", INNER), ("x.gz", b"\x1f\x8b\x08"), ("x.jpg", b"\x1f\x8b\x08\0\0"), ("x.tar", TAR),
        ("x.bin", TAR), ("x.7z", b"7z\xbc\xaf\x27\x1c"), ("x.dat", b"7z\xbc\xaf\x27\x1c"), ("x.rar", b"Rar!"), ("note.txt", b"BZh91AY"),
        ("x.opus", b"\xfd7zXZ\0"), ("x.ZIP", b"anything"), ("x.apk", INNER), ("x", b"\x28\xb5\x2f\xfd"))},
    "nested twice": lambda: zipped(("a.zip", zipped(("b.zip", INNER)))),
    "says less than it holds": lambda: lying(10, 200_000),
    "says less in the list alone": lambda: lying(10, 200_000, everywhere=False),
    "says less, checksum mended": lambda: lying(10, 200_000, mend_checksum=True),
    "says more than it holds": lambda: lying(90_000, 80_000),
    "says nothing": lambda: lying(0, 80_000),
    "says four gigabytes": lambda: lying(0xFFFFFFFE, 80_000),
    **{f"packed by method {n}": lambda n=n: method(n) for n in (1, 9, 12, 14, 93, 95, 99)},
    "overlapping": lambda: overlapping(2),
    "overlapping many times": lambda: overlapping(150),
    "one name twice": lambda: zipped(("a.txt", CHAT), ("b.txt", CHAT)).replace(b"b.txt", b"a.txt"),
    "folder with a body": lambda: zipped(("_chat.txt", CHAT), ("folder/", b"words in a folder")),
}  # fmt: skip


def test_there_are_sixty_hostile_archives() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused_and_writes_nothing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content = HOSTILE[name]()
    with monkeypatch.context() as patched:
        patched.setattr(builtins, "open", _never)
        patched.setattr(zipfile.ZipFile, "extract", _never)
        with pytest.raises(BadInput) as refused:
            read_export(content, "chat.zip")
    assert isinstance(refused.value, HostileExport), str(refused.value)
    assert str(refused.value).count(".") >= 2, "says what it is and what to do"


def _never(*args: object, **options: object) -> None:
    raise AssertionError("a reader touched the disk")


def test_text_files_are_read_and_pictures_left_out() -> None:
    entries = read_archive(zipped(("chat/_chat.txt", CHAT), ("chat/IMG-1.jpg", b"\xff\xd8\xff"), ("plan.docx", INNER)))
    assert [(entry.path, entry.content) for entry in entries] == [("chat/_chat.txt", CHAT)]


def test_a_chat_that_repeats_itself_is_no_bomb() -> None:
    assert read_archive(zipped(("_chat.txt", CHAT * 1500)))[0].content == CHAT * 1500


def test_a_file_called_otherwise_in_the_list_says_to_export_again() -> None:
    with pytest.raises(HostileExport, match=r"list of contents says\. Export the chat again"):
        read_archive(INNER.replace(b"_chat.txt", b"_chat.csv", 1))


@pytest.mark.parametrize("cut", [10, 40, 90, -1, -10, -30])
def test_a_damaged_archive_says_to_export_again(cut: int) -> None:
    with pytest.raises(UnreadableExport, match="Export the chat again"):
        read_archive(INNER[:cut])


def test_an_archive_without_text_says_so() -> None:
    with pytest.raises(UnreadableExport, match="no text"):
        read_export(zipped(("a.jpg", b"\xff\xd8\xff")))
