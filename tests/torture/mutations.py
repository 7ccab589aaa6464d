"""Mutations of real files: bytes flipped, cut, spliced; packages taken apart, spoilt within and packed again."""

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, bytes, Random], bytes]

_NUMBERS = (b"0", b"-1", b"99999999", b"4294967296", b"1e308", b"NaN", b"../../a", b"'", b"")
_TEXTS = (
    b"&#0;",
    b"&lt;",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"=cmd|' /C calc'!A0",
    "\u202e".encode(),
    b"]]>",
    b"<a>",
)


def mutated(data: bytes, other: bytes, chance: Random) -> bytes:
    """Return a file spoilt in one of the ways; `other` is a second file from which a splice takes its part."""
    is_package = data.startswith(b"PK")
    # A package whose bytes are flipped is hardly ever read: most of them are spoilt inside.
    inner = is_package and chance.random() < 0.75
    ways: Sequence[Mutation] = _INNER if inner else _OUTER
    return chance.choice(ways)(data, other, chance)


def _flipped(data: bytes, _other: bytes, chance: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 16)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _cut(data: bytes, _other: bytes, chance: Random) -> bytes:
    first, last = sorted(chance.randrange(len(data)) for _ in range(2))
    return chance.choice((data[:last], data[first:], data[:first] + data[last:]))


def _spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    at, start = chance.randrange(len(data)), chance.randrange(len(other))
    piece = other[start : start + chance.randint(1, 4_000)]
    return data[:at] + piece + data[at + chance.choice((0, len(piece))) :]


def _repeated(data: bytes, _other: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.randint(1, 200)]
    return data[:at] + piece * chance.randint(2, 2_000) + data[at:]


def _numbers_changed(data: bytes, _other: bytes, chance: Random) -> bytes:
    """Put strange numbers and texts in the place of short stretches that begin with a digit or a quote."""
    places = [at for at, byte in enumerate(data) if byte in b'0123456789"']
    spoilt = bytearray(data)
    for at in sorted(chance.sample(places, min(len(places), 6)), reverse=True):
        spoilt[at : at + chance.randint(1, 3)] = chance.choice((*_NUMBERS, *_TEXTS))
    return bytes(spoilt)


def _part_spoilt(data: bytes, other: bytes, chance: Random) -> bytes:
    """Spoil one entry, so that the package itself stays sound."""
    parts = _parts(data)
    name = chance.choice([name for name, content in parts.items() if content] or [*parts])
    way = chance.choice(
        (_flipped, _cut, _spliced, _repeated, _numbers_changed, _numbers_changed, _elements_changed)
    )
    parts[name] = way(parts[name] or b"<a/>", other, chance)
    return _packed(parts)


def _elements_changed(data: bytes, _other: bytes, chance: Random) -> bytes:
    """Double, move or drop a whole line between two marks: XML that often stays well formed."""
    pieces = data.split(b"><")
    for _ in range(chance.randint(1, 4)):
        at, to = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(3):
            case 0:
                pieces[at] = pieces[to]
            case 1:
                pieces.insert(to, pieces[at])
            case _:
                pieces[at], pieces[to] = pieces[to], pieces[at]
    return b"><".join(pieces)


def _parts_swapped(data: bytes, _other: bytes, chance: Random) -> bytes:
    parts = _parts(data)
    one, two = chance.choice([*parts]), chance.choice([*parts])
    parts[one], parts[two] = parts[two], parts[one]
    return _packed(parts)


def _part_dropped(data: bytes, _other: bytes, chance: Random) -> bytes:
    parts = _parts(data)
    parts.pop(chance.choice([*parts]))
    return _packed(parts)


def _part_added(data: bytes, other: bytes, chance: Random) -> bytes:
    parts = _parts(data)
    name = chance.choice(
        ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "a/../b", "xl/media/a.png", "x")
    )
    return _packed({**parts, name: other[:2_000]})


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


_OUTER: Sequence[Mutation] = (_flipped, _cut, _spliced, _repeated, _numbers_changed)
_INNER: Sequence[Mutation] = (
    _part_spoilt,
    _part_spoilt,
    _part_spoilt,
    _parts_swapped,
    _part_dropped,
    _part_added,
)
