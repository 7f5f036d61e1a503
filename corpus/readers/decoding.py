"""Bytes to text: the encodings that exports come in."""

import codecs
import re

from corpus.errors import UnreadableExport
from corpus.outside import storable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02


def decode(content: bytes) -> str:
    """The text of `content` with line feeds for line ends; raises UnreadableExport where it is no text."""
    text = _decoded(content)
    if sum(1 for _ in _CONTROLS.finditer(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableExport("This file is not a chat in text form. Export the chat as text, or paste it.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace").removeprefix("\ufeff")
    wide = _unmarked_utf16(content)
    if wide:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _western(content)


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without its mark shows as zeros in every other byte of mostly Western text."""
    sample = content[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.35 and even == 0:
        return "utf-16-le"
    if even > len(sample) * 0.35 and odd == 0:
        return "utf-16-be"
    return None


def _western(content: bytes) -> str:
    """Windows-1252, whose five unassigned bytes are read as Latin-1 so that no byte is lost."""
    return content.decode("latin-1").translate(_WINDOWS)


_UNASSIGNED = frozenset((0x81, 0x8D, 0x8F, 0x90, 0x9D))
_WINDOWS = {byte: bytes((byte,)).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _UNASSIGNED}
