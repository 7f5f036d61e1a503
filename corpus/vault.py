"""Seals raw text: AES-256-GCM under a key of its own per submission, wrapped by the master key.

The master key lives in a file outside the database. Ending a text means destroying its wrapped key; the
ciphertext that is left in backups, logs and free pages then opens for nobody.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from corpus.errors import KeyUnavailable

_NONCE = 12
_KEY = 32
_MISSING = (
    "The master key file {path} is missing, and {held} originals, factors or addresses are sealed with it. Put its "
    "copy back. If there is none left, nobody can open them any more; "
    "`head -c 32 /dev/urandom > {path}` makes a key for new ones."
)


@dataclass(frozen=True)
class Sealed:
    wrapped_key: bytes
    box: bytes


class Vault:
    def __init__(self, master_key: bytes) -> None:
        """`master_key` has 32 bytes; raises KeyUnavailable otherwise."""
        if len(master_key) != _KEY:
            raise KeyUnavailable(f"The master key must have {_KEY} bytes; this one has {len(master_key)}.")
        self._master = AESGCM(master_key)
        self._seed = master_key

    def derived_key(self, purpose: str) -> bytes:
        """32 bytes for one purpose, by HKDF-SHA256 (RFC 5869); the master key itself never leaves."""
        return HKDF(algorithm=hashes.SHA256(), length=_KEY, salt=None, info=purpose.encode()).derive(self._seed)

    def seal(self, content: bytes, *, context: str) -> Sealed:
        """Seals under a fresh key; `context` (such as an id) must be given again to open."""
        key = AESGCM.generate_key(bit_length=8 * _KEY)
        return Sealed(
            wrapped_key=_encrypt(self._master, key, context),
            box=_encrypt(AESGCM(key), content, context),
        )

    def open(self, sealed: Sealed, *, context: str) -> bytes:
        """The content; raises KeyUnavailable when key, context or box don't belong together."""
        key = _decrypt(self._master, sealed.wrapped_key, context)
        return _decrypt(AESGCM(key), sealed.box, context)


def load_master_key(path: Path, sealed: Callable[[], int]) -> bytes:
    """The 32 bytes in `path`, made on first use with owner-only access; raises KeyUnavailable.

    `sealed` says how much is sealed already. Where anything is, a key that is missing is not made anew: what comes in
    meanwhile would be lost as soon as the right one is put back.
    """
    try:
        if not path.exists():
            if held := sealed():
                raise KeyUnavailable(_MISSING.format(path=path, held=held))
            _create_key_file(path)
        key = path.read_bytes()
    except OSError as error:
        raise KeyUnavailable(
            f"The master key file can't be read: {error.strerror}. Check its path and owner."
        ) from None
    if len(key) != _KEY:
        raise KeyUnavailable(
            f"The master key file must hold {_KEY} bytes; it holds {len(key)}. Restore it from its copy."
        )
    return key


def _create_key_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = path.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(AESGCM.generate_key(bit_length=8 * _KEY))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(aside, path)  # fails where another process was first: its key stands
    except FileExistsError:
        pass
    finally:
        aside.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _encrypt(cipher: AESGCM, content: bytes, context: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, content, context.encode())


def _decrypt(cipher: AESGCM, box: bytes, context: str) -> bytes:
    try:
        return cipher.decrypt(box[:_NONCE], box[_NONCE:], context.encode())
    except (InvalidTag, ValueError):
        raise KeyUnavailable("The sealed text can't be opened with this master key.") from None
