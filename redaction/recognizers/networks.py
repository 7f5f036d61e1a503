"""Addresses of machines on a network: IPv4, IPv6, MAC. What they open (URLs) is in urls.py."""

from corpus.model.redaction import EntityKind
from redaction.recognizers.patterns import Pattern, Patterns

_ID = EntityKind.ID
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"


class Networks(Patterns):
    patterns = (
        Pattern(_ID, 0.95, rf"(?<![\w.]){_BYTE}(?:\.{_BYTE}){{3}}(?:/\d{{1,2}}|:\d{{2,5}})?(?![\w]|\.\d)", digits=True),
        Pattern(_ID, 0.95, r"(?<![\w:-])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\w:-])"),
        Pattern(_ID, 0.95, r"(?<![\w.])[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}(?![\w.])"),
        Pattern(
            _ID,
            0.95,
            r"(?<![\w:])(?=[\da-f:]{0,8}[a-f]|[\da-f:]{0,12}::|\d{4}:[\da-f]{4}:)[\da-f]{1,4}(?:::?[\da-f]{1,4}){3,7}(?![\w:])",
        ),
    )
    """Written with points, in pairs of digits, in three groups of four, and IPv6."""
