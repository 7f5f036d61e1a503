"""Reads the playlists and inquiries that come with the archive: one TOML file each, named by its slug."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from corpus.model.playlist import Inquiry, Playlist, Stop
from corpus.starter.loader import STARTER_FOLDER


@cache
def playlists() -> Mapping[str, Playlist]:
    """By slug, in the order of their titles."""
    read = [Playlist(slug=slug, **_common(mapping)) for slug, mapping in _read("playlists")]
    return {found.slug: found for found in sorted(read, key=lambda found: found.title)}


@cache
def inquiries() -> Mapping[str, Inquiry]:
    """By slug, in the order of their questions."""
    read = [
        Inquiry(slug=slug, **_common(mapping), still_open=tuple(mapping["still_open"]))
        for slug, mapping in _read("inquiries")
    ]
    return {found.slug: found for found in sorted(read, key=lambda found: found.title)}


def _read(folder: str) -> list[tuple[str, dict[str, Any]]]:
    paths: list[Path] = sorted((STARTER_FOLDER / folder).glob("*.toml"))
    return [(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]


def _common(mapping: Mapping[str, Any]) -> dict[str, Any]:
    stops = tuple(Stop(**stop) for stop in mapping["stops"])
    return {"title": mapping["title"], "purpose": mapping["purpose"], "stops": stops}
