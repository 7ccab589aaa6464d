"""Secrets: passwords stretched by Argon2id, a key locked by one, keys for each use, seals. From PyCA's library only.

Argon2id with 19 MiB, two passes, one lane: OWASP's least, some 40 ms on the oldest PC; AES-256-GCM; HKDF and HMAC over
SHA-256 (RFC 9106, NIST SP 800-38D, RFC 5869).
"""

import base64
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KEY_BYTES = 32
_SALT_BYTES, _NONCE_BYTES = 16, 12
_MOST_MEMORY_KIB, _MOST_PASSES, _MOST_LANES = 2**20, 20, 16


@dataclass(frozen=True)
class Stretching:
    """How hard a password is made to guess; kept with each lock, so that it may grow one day."""

    memory_kib: int = 19_456
    passes: int = 2
    lanes: int = 1


@dataclass(frozen=True)
class Lock:
    """A key of 32 bytes that one secret opens."""

    salt: bytes
    nonce: bytes
    locked: bytes
    stretching: Stretching = Stretching()


def new_key() -> bytes:
    """Return 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def locked(key: bytes, secret: bytes, label: str) -> Lock:
    """Lock a key by a secret; only for the same label does it open again."""
    salt, nonce, how = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES), Stretching()
    return Lock(salt, nonce, _cipher(secret, salt, how).encrypt(nonce, key, label.encode()), how)


def opened(lock: Lock, secret: bytes, label: str) -> bytes | None:
    """Return the key that a secret opens, none where it does not."""
    from cryptography.exceptions import InvalidTag

    try:
        key: bytes = _cipher(secret, lock.salt, lock.stretching).decrypt(
            lock.nonce, lock.locked, label.encode()
        )
    except InvalidTag:
        return None
    return key


def key_for(use: str, key: bytes, salt: bytes = b"") -> bytes:
    """Return the key of one use (`book`, `backup`, `accounts`), from which no other is found."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made: bytes = HKDF(SHA256(), KEY_BYTES, salt or None, f"pcmd {use}".encode()).derive(key)
    return made


def seal_of(text: str, key: bytes) -> str:
    """Return what only the holder of the key can write under a text."""
    return hmac.new(key_for("accounts", key), text.encode(), "sha256").hexdigest()


def is_sealed(text: str, seal: str, key: bytes) -> bool:
    """Tell whether the seal was written under this text."""
    return hmac.compare_digest(seal_of(text, key).encode(), seal.encode())


def lock_plain(lock: Lock) -> dict[str, Any]:
    """Return a lock as JSON holds it."""
    how = lock.stretching
    parts = {"salt": lock.salt, "nonce": lock.nonce, "locked": lock.locked}
    return {
        **{name: base64.b64encode(data).decode() for name, data in parts.items()},
        "memory_kib": how.memory_kib,
        "passes": how.passes,
        "lanes": how.lanes,
    }


def lock_from(plain: Mapping[str, Any]) -> Lock:
    """Return the lock that JSON holds; raises KeyError, TypeError or ValueError for what is none."""
    salt, nonce, key = (base64.b64decode(plain[name], validate=True) for name in ("salt", "nonce", "locked"))
    how = Stretching(*(int(plain[name]) for name in ("memory_kib", "passes", "lanes")))
    # A file that was tampered with must not take the memory or the day of whoever tries a password.
    if not (8 * how.lanes <= how.memory_kib <= _MOST_MEMORY_KIB and 1 <= how.passes <= _MOST_PASSES):
        raise ValueError("stretching")
    if not (1 <= how.lanes <= _MOST_LANES and len(salt) >= 8 and len(nonce) == _NONCE_BYTES):
        raise ValueError("lock")
    return Lock(salt, nonce, key, how)


def _cipher(secret: bytes, salt: bytes, how: Stretching) -> Any:
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(hash_secret_raw(secret, salt, how.passes, how.memory_kib, how.lanes, KEY_BYTES, Type.ID))
