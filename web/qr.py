"""A text as a QR code: one path in a square, drawn by the server, so that no script and no image is needed."""

from dataclasses import dataclass

import segno

_QUIET = 4
"""Empty modules around the code, as its standard asks."""


@dataclass(frozen=True)
class QrCode:
    size: int
    """Width and height in modules."""
    path: str
    """As the `d` of an SVG path."""


def qr_code(text: str) -> QrCode:
    rows = [list(row) for row in segno.make_qr(text, error="m").matrix_iter(border=_QUIET)]
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return QrCode(size=len(rows), path=path)
