"""Prevents: a site that a phone in a corridor waits for. Style below 60 kB and script below 40 kB, compressed, in all."""

import gzip
from pathlib import Path

STATIC = Path(__file__).parents[2] / "web" / "static"
MOST_STYLE, MOST_SCRIPT = 60_000, 40_000


def _compressed(kind: str) -> int:
    files = sorted(STATIC.rglob(f"*.{kind}"))
    assert files
    return sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in files)


def test_style_is_light() -> None:
    assert _compressed("css") < MOST_STYLE


def test_script_is_light() -> None:
    assert _compressed("js") < MOST_SCRIPT


def test_style_and_script_ask_nothing_of_elsewhere() -> None:
    for path in [*STATIC.rglob("*.css"), *STATIC.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert "url(http" not in text, path.name
        assert 'url("http' not in text, path.name
        assert "@import" not in text, path.name
