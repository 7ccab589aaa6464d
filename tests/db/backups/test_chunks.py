"""A stream in chunks: read at any place, and refused where a chunk is not the one that was written there."""

import io
from random import Random

import pytest

from db.backups.chunks import CHUNK, ChunkChanged, OpenedReader, SealingWriter
from db.keyring.sealing import new_key

KEY, BOUND = new_key(), b"head"
TAG = 16
SEALED_CHUNK = CHUNK + TAG


def sealed(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = SealingWriter(out, KEY, BOUND)
    for start in range(0, len(data), 700_001):
        writer.write(data[start : start + 700_001])
    writer.seal()
    return out.getvalue()


def opened(data: bytes, key: bytes = KEY, bound: bytes = BOUND) -> bytes:
    return io.BufferedReader(OpenedReader(io.BytesIO(data), key, bound)).read()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 5])
def test_what_was_sealed_is_read_back(size: int) -> None:
    data = Random(size).randbytes(size)
    assert opened(sealed(data)) == data


def test_it_is_read_at_any_place() -> None:
    data = Random(1).randbytes(2 * CHUNK + 99)
    reader = io.BufferedReader(OpenedReader(io.BytesIO(sealed(data)), KEY, BOUND))
    for place in (2 * CHUNK + 90, 5, CHUNK - 3, len(data), 0):
        reader.seek(place)
        assert reader.read(9) == data[place : place + 9]


DATA = Random(2).randbytes(3 * CHUNK + 77)
FIRST, SECOND, THIRD = (sealed(DATA)[at * SEALED_CHUNK :][:SEALED_CHUNK] for at in range(3))
LAST = sealed(DATA)[3 * SEALED_CHUNK :]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(FIRST + SECOND + THIRD, id="cut at a chunk"),
        pytest.param(FIRST + SECOND + THIRD + LAST[:-1], id="cut within the last"),
        pytest.param((FIRST + SECOND)[: CHUNK + 99], id="cut in half"),
        pytest.param(b"", id="all gone"),
        pytest.param(SECOND + FIRST + THIRD + LAST, id="swapped"),
        pytest.param(FIRST + FIRST + SECOND + THIRD + LAST, id="repeated"),
        pytest.param(FIRST + THIRD + LAST, id="left out"),
        pytest.param(FIRST + SECOND + THIRD + LAST + LAST, id="lengthened"),
        pytest.param(FIRST[:-1] + b"\0" + SECOND + THIRD + LAST, id="a byte changed"),
        pytest.param(LAST, id="only the last"),
    ],
)
def test_anything_else_is_refused(changed: bytes) -> None:
    with pytest.raises(ChunkChanged):
        opened(changed)


@pytest.mark.parametrize(("key", "bound"), [(bytes(32), BOUND), (KEY, b"another head")], ids=["key", "head"])
def test_another_key_or_head_opens_nothing(key: bytes, bound: bytes) -> None:
    with pytest.raises(ChunkChanged):
        opened(sealed(b"so"), key, bound)
