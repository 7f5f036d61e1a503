"""Zip archives, read as a stream in memory under caps and never extracted to a path.

Everything that an archive claims is checked before a byte is unpacked, and again while it is.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from corpus.errors import HostileExport, UnreadableExport

MOST_IN = 20 * 1024 * 1024
"""Bytes of an upload."""
MOST_OUT = 50 * 1024 * 1024
"""Bytes of all entries unpacked."""
MOST_RATIO = 100
"""Bytes out for one byte in, by entry and as a whole."""
MOST_ENTRIES = 200
_RATIO_FLOOR = 64 * 1024
"""Below this size a ratio says nothing: "ok ok ok" packs well too."""
_MOST_NAME = 512
_CHUNK = 64 * 1024
_HEADER = 30
_TAR = slice(257, 262)
_TEXT_ENDINGS = (".txt", ".json", ".jsonl", ".csv", ".tsv", ".eml", ".mbox", ".html", ".htm", ".md", ".log")
_ARCHIVE_ENDINGS = (
    *(".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst"),
    *(".lz", ".lzma", ".z", ".jar", ".apk", ".cab", ".iso", ".arj"),
)
_ARCHIVE_STARTS = (
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x28\xb5\x2f\xfd",
)
_OFFICE_ENDINGS = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".pages", ".numbers", ".key", ".epub")
"""Zip files by make, documents by use; counted and streamed past, never opened."""
_ENCRYPTED = 0x1 | 0x40 | 0x2000


@dataclass(frozen=True)
class Entry:
    """One text file of an archive."""

    path: str
    content: bytes


def is_archive(content: bytes) -> bool:
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_archive(content: bytes) -> tuple[Entry, ...]:
    """The text files of a zip, in its order; other files are checked and left out.

    Raises HostileExport for a broken cap or a forbidden entry, UnreadableExport for a damaged archive.
    """
    _refuse_if(len(content) > MOST_IN, "It is larger than 20 MB. Export the chat without media.")
    # Listing hundreds of thousands of entries takes seconds by itself; the margin is for embedded documents.
    _refuse_if(content.count(b"PK\x01\x02") > 10 * MOST_ENTRIES, _TOO_MANY)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check_claims(infos)
            return tuple(_entries(content, archive, infos))
    except zipfile.BadZipFile as error:
        if "CRC" in str(error) or "verlap" in str(error) or "differ" in str(error):
            raise HostileExport(
                _REFUSED + "A file in it is not what the list of contents says. Export the chat again."
            ) from None
        raise UnreadableExport(_DAMAGED) from None
    except (zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, OverflowError):
        raise UnreadableExport(_DAMAGED) from None


_REFUSED = "This archive was not opened. "
_DAMAGED = "This zip file is damaged or incomplete. Export the chat again, or paste its text."
_TOO_MANY = f"It holds more than {MOST_ENTRIES} files. Export one conversation, without media."


def _refuse_if(broken: bool, sentence: str) -> None:
    if broken:
        raise HostileExport(_REFUSED + sentence)


def _check_claims(infos: list[zipfile.ZipInfo]) -> None:
    _refuse_if(len(infos) > MOST_ENTRIES, _TOO_MANY)
    _refuse_if(sum(info.file_size for info in infos) > MOST_OUT, "It unpacks to more than 50 MB. Export without media.")
    packed, unpacked = sum(info.compress_size for info in infos), sum(info.file_size for info in infos)
    _refuse_if(_too_dense(packed, unpacked), "It unpacks to far more than it holds. Export the chat again.")
    names = [info.filename for info in infos]
    _refuse_if(len(set(names)) < len(names), "Two files in it share one name. Export the chat again.")
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for info, following in pairwise(ordered):
        overlaps = info.header_offset + _HEADER + info.compress_size > following.header_offset
        _refuse_if(overlaps, "Files in it overlap. Export the chat again.")
    for info in infos:
        _check_claim(info)


def _check_claim(info: zipfile.ZipInfo) -> None:
    name, mode = info.orig_filename, info.external_attr >> 16
    folders = name.replace("\\", "/").split("/")
    outside = name.startswith(("/", "\\")) or ".." in folders or ":" in folders[0] or "\0" in name or "\\" in name
    _refuse_if(
        outside or not name or len(name) > _MOST_NAME, "A file in it points outside the archive. Export the chat again."
    )
    _refuse_if(stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR), "It holds a link. Export the chat again.")
    _refuse_if(
        bool(info.flag_bits & _ENCRYPTED), "It is locked with a password. Unpack it and upload the chat's text file."
    )
    _refuse_if(
        name.lower().endswith(_ARCHIVE_ENDINGS), "It holds another archive. Upload the chat's text file by itself."
    )
    _refuse_if(
        _too_dense(info.compress_size, info.file_size), "It unpacks to far more than it holds. Export the chat again."
    )
    _refuse_if(
        info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED),
        "It is packed in an unusual way. Unpack it and upload the chat's text file.",
    )
    _refuse_if(info.is_dir() and info.file_size > 0, "A folder in it holds data. Export the chat again.")


def _too_dense(packed: int, unpacked: int) -> bool:
    return unpacked > _RATIO_FLOOR and unpacked > MOST_RATIO * packed


def _entries(content: bytes, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Iterator[Entry]:
    room = MOST_OUT
    for info in infos:
        if info.is_dir():
            continue
        archive.open(info).close()  # proves that the list and the entry itself agree on the name
        wanted = info.filename.lower().endswith(_TEXT_ENDINGS)
        unpacked, size = _unpacked(content, info, room, keep=wanted)
        room -= size
        if wanted and not info.filename.startswith("__MACOSX/"):
            yield Entry(info.filename, unpacked)


def _unpacked(content: bytes, info: zipfile.ZipInfo, room: int, *, keep: bool) -> tuple[bytes, int]:
    """One entry's bytes, held on to only where `keep`, and their number.

    Inflated here to its true end: zipfile stops at the size that an entry claims, and so believes a lie.
    """
    kept: list[bytes] = []
    size = checksum = 0
    for chunk in _chunks(_packed(content, info), info.compress_type):
        if size == 0 and not info.filename.lower().endswith(_OFFICE_ENDINGS):
            nested = chunk.startswith(_ARCHIVE_STARTS) or chunk[_TAR] == b"ustar"
            _refuse_if(nested, "It holds another archive. Upload the chat's text file by itself.")
        size += len(chunk)
        checksum = zlib.crc32(chunk, checksum)
        _refuse_if(size > room or size > info.file_size, "A file in it is longer than it says. Export the chat again.")
        if keep:
            kept.append(chunk)
    _refuse_if(
        size != info.file_size or checksum != info.CRC, "A file in it is not what it says. Export the chat again."
    )
    return b"".join(kept), size


def _packed(content: bytes, info: zipfile.ZipInfo) -> bytes:
    """The bytes between an entry's own header and the next entry's."""
    name_length, extra_length = struct.unpack_from("<HH", content, info.header_offset + 26)
    start = info.header_offset + _HEADER + name_length + extra_length
    return content[start : start + info.compress_size]


def _chunks(packed: bytes, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        yield from (packed[start : start + _CHUNK] for start in range(0, len(packed), _CHUNK))
        return
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    chunk = inflating.decompress(packed, _CHUNK)
    while chunk:
        yield chunk
        chunk = inflating.decompress(inflating.unconsumed_tail, _CHUNK)
