from pathlib import Path

import pytest

from corpus.errors import KeyUnavailable
from corpus.vault import Sealed, Vault, load_master_key

SECRET = b"Jaylen Okafor was there"


def test_what_is_sealed_opens_again_and_only_with_its_own_key_and_context() -> None:
    vault = Vault(bytes(32))
    sealed = vault.seal(SECRET, context="a")
    assert vault.open(sealed, context="a") == SECRET
    with pytest.raises(KeyUnavailable):
        vault.open(sealed, context="b")
    with pytest.raises(KeyUnavailable):
        Vault(bytes([1] * 32)).open(sealed, context="a")


def test_no_two_seals_are_alike_and_none_shows_its_content() -> None:
    vault = Vault(bytes(32))
    first, second = vault.seal(SECRET, context="a"), vault.seal(SECRET, context="a")
    assert first.box != second.box
    assert first.wrapped_key != second.wrapped_key
    assert b"Okafor" not in first.box + first.wrapped_key


@pytest.mark.parametrize("position", [0, 12, 20, -1])
def test_a_changed_byte_is_refused(position: int) -> None:
    vault = Vault(bytes(32))
    sealed = vault.seal(SECRET, context="a")
    box = bytearray(sealed.box)
    box[position] ^= 1
    with pytest.raises(KeyUnavailable):
        vault.open(Sealed(sealed.wrapped_key, bytes(box)), context="a")


def test_the_master_key_is_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    key = load_master_key(path, lambda: 0)
    assert load_master_key(path, lambda: 3) == key
    assert path.stat().st_mode & 0o077 == 0
    assert [file.name for file in path.parent.iterdir()] == ["master.key"]


def test_a_master_key_of_the_wrong_length_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    path.write_bytes(b"short")
    with pytest.raises(KeyUnavailable, match="32 bytes"):
        load_master_key(path, lambda: 0)


def test_a_missing_master_key_is_not_made_anew_where_anything_is_sealed(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "master.key"
    with pytest.raises(KeyUnavailable, match="3 originals"):
        load_master_key(path, lambda: 3)
    assert not path.exists()
