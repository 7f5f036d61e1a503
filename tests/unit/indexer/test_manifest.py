"""A file that is not the one that was sealed is named, whatever happened to it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import IndexMismatch
from indexer.manifest import (
    FORMAT,
    Manifest,
    damaged_files,
    read_manifest,
    replace_text,
    sealed,
    sync_tree,
    write_manifest,
)


@pytest.fixture
def settled(monkeypatch):
    """What reached the disk, in order, and how many bytes it had then."""
    found = []

    def settle(handle):
        found.append((Path(f"/proc/self/fd/{handle}").readlink().name, os.fstat(handle).st_size))

    monkeypatch.setattr(os, "fsync", settle)
    return found


def _sealed_folder(folder):
    (folder / "a.bin").write_bytes(b"x" * 1000)
    (folder / "b.bin").write_bytes(b"")
    files = {name: sealed(folder / name) for name in ("a.bin", "b.bin")}
    manifest = Manifest("g1", "model", 384, 12, 3, 9, files)
    write_manifest(folder, manifest)
    return manifest


def test_round_trip(tmp_path):
    manifest = _sealed_folder(tmp_path)
    assert read_manifest(tmp_path) == manifest
    assert damaged_files(tmp_path, manifest) == ()


@pytest.mark.parametrize("damage", [b"", b"x" * 999, b"x" * 999 + b"y", b"x" * 1001])
def test_any_change_is_seen(tmp_path, damage):
    manifest = _sealed_folder(tmp_path)
    (tmp_path / "a.bin").write_bytes(damage)
    assert damaged_files(tmp_path, manifest) == ("a.bin",)


def test_a_missing_file_is_seen(tmp_path):
    manifest = _sealed_folder(tmp_path)
    (tmp_path / "b.bin").unlink()
    assert damaged_files(tmp_path, manifest) == ("b.bin",)


def test_every_flipped_byte_of_the_manifest_is_refused(tmp_path):
    _sealed_folder(tmp_path)
    path = tmp_path / "manifest.json"
    whole = path.read_bytes()
    for place in range(len(whole) - 1):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(IndexMismatch):
            read_manifest(tmp_path)


def test_another_format_is_refused(tmp_path):
    write_manifest(tmp_path, replace(_sealed_folder(tmp_path), format=FORMAT - 1))
    with pytest.raises(IndexMismatch, match="another format"):
        read_manifest(tmp_path)


def test_every_file_and_folder_reaches_the_disk(tmp_path, settled):
    _sealed_folder(tmp_path)
    sync_tree(tmp_path)
    assert sorted(name for name, _ in settled) == sorted(["a.bin", "b.bin", "manifest.json", tmp_path.name])


def test_replaced_text_is_whole_on_the_disk_before_it_takes_its_name(tmp_path, settled):
    replace_text(tmp_path / "CURRENT", "one")
    (aside, length), (folder, _) = settled
    assert (aside.startswith(".CURRENT."), length, folder) == (True, 3, tmp_path.name)


def test_replaced_text_leaves_nothing_aside(tmp_path):
    replace_text(tmp_path / "CURRENT", "one")
    replace_text(tmp_path / "CURRENT", "two")
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]
    assert (tmp_path / "CURRENT").read_text() == "two"
