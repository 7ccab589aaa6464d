"""Zipped packages from outside, read a piece at a time: what is no sound one is refused."""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

import pytest

from db.packages import PackageLimits, check_archive
from db.rules.findings import Refused

SMALL = PackageLimits(entries=5, unpacked_bytes=3 * 2**20, ratio=100)
TEXT = b"so-pcmd " * 100


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


def link(name: str, target: bytes) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(entry, target)
    return buffer.getvalue()


def overlapping(count: int) -> bytes:
    """Return a package whose directory names the same bytes again and again."""
    data = zipped({"a": TEXT})
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = entry * count
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


def huge_directory(size: int) -> bytes:
    """Return a package that says of its directory that it is nearly the whole file."""
    filler = b"PK\x03\x04" + bytes(size)
    return filler + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, size, 4, 0)


def wrong_sum() -> bytes:
    data = bytearray(zipped({"a": TEXT}, zipfile.ZIP_STORED))
    data[data.index(b"so-pcmd")] ^= 1
    return bytes(data)


class Counting(io.BytesIO):
    """A file that knows the largest piece that was ever read of it."""

    largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.largest = max(self.largest, len(piece))
        return piece


def code_of(file: BinaryIO, limits: PackageLimits = SMALL) -> str:
    with pytest.raises(Refused) as caught:
        check_archive(file, limits, lambda name: name in ("a", "b", "c"))
    return caught.value.findings[0].code


REFUSED = {
    "unknown entry": (zipped({"a": TEXT, "d": TEXT}), "package_name"),
    "leads up": (zipped({"../a": TEXT}), "package_name"),
    "link": (link("a", b"/etc/passwd"), "file_broken"),
    "many entries": (zipped(dict.fromkeys("abcdef", TEXT)), "package_entries"),
    "large": (zipped({"a": bytes(4 * 2**20)}), "package_unpacked"),
    "dense": (zipped({"a": bytes(2 * 2**20)}), "package_dense"),
    "twice": (zipped({"a": TEXT, "A": TEXT}), "file_broken"),
    "other method": (zipped({"a": TEXT}, zipfile.ZIP_LZMA), "file_broken"),
    "cut": (zipped({"a": TEXT})[:-30], "file_broken"),
    "overlapping": (overlapping(3), "file_broken"),
    "huge directory": (huge_directory(2**20), "file_broken"),
    "wrong sum": (wrong_sum(), "file_broken"),
    "mark alone": (b"PK\x03\x04", "file_broken"),
    "empty": (b"", "file_broken"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_an_unsound_package_is_refused(data: bytes, code: str) -> None:
    assert code_of(io.BytesIO(data)) == code


def test_entries_that_share_bytes_under_different_names_are_refused() -> None:
    data = zipped({"a": TEXT, "b": TEXT})
    second = data.index(b"PK\x03\x04", 4)
    at = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4) + 42
    shared = data[:at] + struct.pack("<L", second - 1) + data[at + 4 :]
    assert code_of(io.BytesIO(shared)) == "file_broken"


def test_a_sound_package_passes_and_its_file_stays_open() -> None:
    file = io.BytesIO(zipped({"a": TEXT, "b": b""}))
    check_archive(file, SMALL, lambda name: name in ("a", "b"))
    assert not file.closed


def test_a_large_package_is_read_a_piece_at_a_time() -> None:
    limits = PackageLimits(unpacked_bytes=64 * 2**20, ratio=2_000)
    sound = Counting(zipped({"a": bytes(range(256)) * 2**16}, zipfile.ZIP_STORED))
    check_archive(sound, limits, lambda _: True)
    hostile = Counting(huge_directory(16 * 2**20))
    assert code_of(hostile, limits) == "file_broken"
    assert max(sound.largest, hostile.largest) <= 2 * 2**20


def test_what_is_packed_may_be_full_of_packages() -> None:
    inner = zipped({f"part {number}": TEXT for number in range(40)})
    outer = io.BytesIO(zipped({"a": inner}, zipfile.ZIP_STORED))
    check_archive(outer, PackageLimits(entries=3), {"a"}.__contains__)
