"""A stream encrypted in chunks, so that a cut, swapped, repeated or changed one is refused; read at any place.

The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: a chunk's nonce is a prefix, its
number and a mark for the last one. The prefix may be the same for all: each file has a key of its own.
"""

import io
import struct
from typing import Any, BinaryIO

CHUNK = 2**20
_TAG = 16
_PREFIX = b"pcmdbak"


class ChunkChanged(Exception):
    """A chunk is not the one that was written at its place."""


class SealingWriter(io.RawIOBase):
    """Takes bytes and writes them encrypted; `seal` writes the last chunk. What is not sealed cannot be read."""

    def __init__(self, file: BinaryIO, key: bytes, bound: bytes) -> None:
        self._file, self._cipher, self._bound = file, _cipher(key), bound
        self._held = bytearray()
        self._number = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        """Take bytes; a whole chunk goes to the file once something follows it."""
        self._held += data
        while len(self._held) > CHUNK:
            self._put(bytes(self._held[:CHUNK]), is_last=False)
            del self._held[:CHUNK]
        return len(data)

    def seal(self) -> None:
        """Write what is left as the last chunk."""
        self._put(bytes(self._held), is_last=True)

    def _put(self, chunk: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, is_last), chunk, self._bound))
        self._number += 1


class OpenedReader(io.RawIOBase):
    """Reads what was sealed, from any place, a chunk at a time; raises ChunkChanged.

    The last chunk is opened first: a stream that was cut has none.
    """

    def __init__(self, file: BinaryIO, key: bytes, bound: bytes) -> None:
        self._file, self._cipher, self._bound = file, _cipher(key), bound
        self._start = file.tell()
        sealed = file.seek(0, io.SEEK_END) - self._start
        self._chunks = max(1, -(-sealed // (CHUNK + _TAG)))
        self._size = sealed - self._chunks * _TAG
        self._at = 0
        self._number, self._chunk = -1, b""
        self._open(self._chunks - 1)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        """Read to the end of a chunk at most."""
        number, offset = divmod(self._at, CHUNK)
        if not 0 <= self._at < self._size:
            return 0
        self._open(number)
        piece = self._chunk[offset : offset + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _open(self, number: int) -> None:
        from cryptography.exceptions import InvalidTag

        if number == self._number:
            return
        self._file.seek(self._start + number * (CHUNK + _TAG))
        nonce = _nonce(number, number == self._chunks - 1)
        try:
            self._chunk = self._cipher.decrypt(nonce, self._file.read(CHUNK + _TAG), self._bound)
        except (InvalidTag, ValueError) as error:
            raise ChunkChanged from error
        self._number = number


def _nonce(number: int, is_last: bool) -> bytes:
    return _PREFIX + struct.pack(">I?", number, is_last)


def _cipher(key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key)
