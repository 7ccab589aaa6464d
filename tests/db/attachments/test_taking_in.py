"""A file comes in whole or not at all: kinds, sizes, names, links, trouble of the disk, a row that fails."""

import errno
import io
import os
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest

from db.attachments import taking_in
from db.attachments.keeping import FileState, located, state_of, strays, sweep
from db.attachments.taking_in import Place, taking
from db.rules.attachments import FOLDER, MOST_BYTES, Attachment
from db.rules.findings import Refused
from db.trouble import TargetNotWritable
from tests.helpers import evidence_files as files
from tests.helpers.evidence_files import written

PLACE = Place(2025, "99102")
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An office's folder with nothing in it."""
    made = tmp_path / "so"
    made.mkdir()
    return made


def take(folder: Path, source: Path, place: Place = PLACE) -> Attachment:
    with taking(folder, source, place) as kept:
        return kept


def refusal(folder: Path, source: Path) -> str:
    with pytest.raises(Refused) as refused:
        take(folder, source)
    (finding,) = refused.value.findings
    assert refused.value.source == source.name
    return finding.code


def lying_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


KINDS: list[tuple[str, Callable[[], bytes]]] = [
    ("Quyết định.PDF", files.pdf),
    ("Biên bản.docx", files.word),
    ("Danh sách.xlsx", files.workbook),
    ("ảnh.jpeg", lambda: files.JPG),
    ("ảnh.png", files.png),
]


@pytest.mark.parametrize(("name", "make"), KINDS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_file_of_a_known_kind_is_kept_whole(
    folder: Path, tmp_path: Path, name: str, make: Callable[[], bytes]
) -> None:
    source = written(tmp_path / name, make())
    kept = take(folder, source)
    path = located(folder, kept.stored_name)
    assert path is not None
    assert path.read_bytes() == source.read_bytes()
    assert (kept.file_name, kept.size) == (name, source.stat().st_size)
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.WHOLE
    assert path.parent == folder / FOLDER / "2025" / "99102"
    assert len(list(path.parent.iterdir())) == 1


BAD: list[tuple[str, bytes, str]] = [
    ("setup.exe", b"MZ", "attachment_kind"),
    ("kế hoạch.pdf.exe", b"MZ", "attachment_kind"),
    ("tên không đuôi", files.pdf(), "attachment_kind"),
    ("setup.pdf", b"MZ\x90\x00", "attachment_other_kind"),
    ("ẩn.pdf", b"MZ\x90\x00 %PDF-1.7", "attachment_other_kind"),
    ("trang.pdf", b"<html><script>", "attachment_other_kind"),
    ("ảnh.png", files.JPG, "attachment_other_kind"),
    ("bảng.docx", files.workbook(), "attachment_other_kind"),
    ("nén.docx", files.with_part(b"", "a.txt"), "attachment_other_kind"),
    ("macro.docx", files.with_part(files.word(), "word/vbaProject.bin"), "attachment_runs"),
    ("cũ.docx", files.OLD_WORD, "attachment_old"),
    ("hỏng.xlsx", files.workbook()[:200], "file_broken"),
    ("trống.pdf", b"", "attachment_empty"),
    ("to.pdf", b"%PDF-" + bytes(MOST_BYTES), "attachment_too_big"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD, ids=[name for name, _, _ in BAD])
def test_anything_else_is_refused_and_leaves_nothing(
    folder: Path, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    assert refusal(folder, written(tmp_path / name, data)) == code
    assert lying_in(folder) == []


def test_a_file_of_just_the_most_bytes_is_kept(folder: Path, tmp_path: Path) -> None:
    data = b"%PDF-" + bytes(MOST_BYTES - 5)
    assert take(folder, written(tmp_path / "to.pdf", data)).size == MOST_BYTES


def test_what_is_no_file_is_told_so(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "thư mục.pdf").mkdir()
    os.mkfifo(tmp_path / "ống.pdf")
    assert refusal(folder, tmp_path / "không có.pdf") == "file_missing"
    assert refusal(folder, tmp_path / "thư mục.pdf") == "file_not_a_file"
    assert refusal(folder, tmp_path / "ống.pdf") == "file_not_a_file"
    assert lying_in(folder) == []


def test_a_source_that_vanishes_while_it_is_read_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stick(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(errno.EIO, "pulled out")

    source, read = written(tmp_path / "a.pdf", files.pdf()), taking_in._read
    monkeypatch.setattr(taking_in, "_read", lambda _file, coming: read(Stick(), coming))
    assert refusal(folder, source) == "file_not_readable"
    assert lying_in(folder) == []


def test_the_same_bytes_are_kept_once_for_a_sheet(folder: Path, tmp_path: Path) -> None:
    first = take(folder, written(tmp_path / "một.pdf", files.pdf()))
    again = take(folder, written(tmp_path / "hai.pdf", files.pdf()))
    other = take(folder, written(tmp_path / "một.pdf", files.pdf("13")))
    assert (again.file_name, again.stored_name) == ("hai.pdf", first.stored_name)
    assert other.stored_name != first.stored_name
    assert len(list(folder.rglob("*.pdf"))) == 2


def test_a_row_that_fails_takes_its_new_file_along(folder: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", files.pdf())
    with pytest.raises(ZeroDivisionError), taking(folder, source, PLACE):
        raise ZeroDivisionError
    assert lying_in(folder) == []


def test_a_row_that_fails_leaves_a_file_that_was_there(folder: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", files.pdf())
    kept = take(folder, source)
    with pytest.raises(ZeroDivisionError), taking(folder, source, PLACE):
        raise ZeroDivisionError
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.WHOLE


@pytest.mark.parametrize("place", [FOLDER, f"{FOLDER}/2025", f"{FOLDER}/2025/99102"])
def test_a_link_never_leads_a_file_out_of_the_folder(folder: Path, tmp_path: Path, place: str) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).symlink_to(outside)
    assert refusal(folder, written(tmp_path / "a.pdf", files.pdf())) == "attachment_folder"
    assert outside.is_dir()
    assert lying_in(outside) == []


def test_a_link_in_the_place_of_a_file_is_replaced_not_followed(folder: Path, tmp_path: Path) -> None:
    source, victim = written(tmp_path / "a.pdf", files.pdf()), written(tmp_path / "khác.txt", b"keep")
    kept = take(folder, source)
    path = folder / FOLDER / kept.stored_name
    path.unlink()
    path.symlink_to(victim)
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.ASTRAY
    take(folder, source)
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.WHOLE
    assert victim.read_bytes() == b"keep"


def test_a_code_of_a_unit_is_no_way_out(folder: Path, tmp_path: Path) -> None:
    kept = take(folder, written(tmp_path / "a.pdf", files.pdf()), Place(2025, "../../.."))
    assert located(folder, kept.stored_name) == folder / FOLDER / kept.stored_name
    assert lying_in(tmp_path)[0] == "a.pdf"


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "disk_full"), (errno.EROFS, "no_permission"), (errno.EIO, "other")]
)
def test_trouble_of_the_disk_is_told_and_leaves_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, "trouble")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(TargetNotWritable) as told:
        take(folder, written(tmp_path / "a.pdf", files.pdf()))
    assert (told.value.reason, told.value.path.name) == (reason, "a.pdf")
    assert lying_in(folder) == []


def test_a_file_in_the_place_of_the_folder_is_told(folder: Path, tmp_path: Path) -> None:
    written(folder / FOLDER, b"")
    with pytest.raises(TargetNotWritable) as told:
        take(folder, written(tmp_path / "a.pdf", files.pdf()))
    assert told.value.reason == "folder_missing"


def test_the_book_keeps_room_on_the_disk(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(10**9, 9 * 10**8, 10**8))
    assert refusal(folder, written(tmp_path / "a.pdf", files.pdf())) == "attachment_no_room"


def test_all_files_together_have_a_limit(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folder, written(tmp_path / "a.pdf", files.pdf()))
    monkeypatch.setattr(taking_in, "MOST_BYTES_IN_ALL", 2000)
    assert refusal(folder, written(tmp_path / "b.pdf", files.pdf("b"))) == "attachments_too_big"


def test_a_file_that_is_gone_or_changed_is_found_out(folder: Path, tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", files.pdf())
    kept = take(folder, source)
    path = folder / FOLDER / kept.stored_name
    assert not path.stat().st_mode & 0o222
    path.unlink()
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.MISSING
    written(path, files.pdf("9"))
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.CHANGED
    take(folder, source)
    assert state_of(folder, kept.stored_name, kept.sha256) is FileState.WHOLE


def test_a_row_from_elsewhere_opens_no_file_outside(folder: Path, tmp_path: Path) -> None:
    written(tmp_path / "a.pdf", files.pdf())
    for name in ("../../a.pdf", str(tmp_path / "a.pdf"), "2025/99102/../../../a.pdf"):
        assert located(folder, name) is None
        assert state_of(folder, name, "0" * 64) is FileState.ASTRAY


def test_the_sweep_takes_only_what_a_break_left(folder: Path, tmp_path: Path) -> None:
    named = take(folder, written(tmp_path / "a.pdf", files.pdf()))
    left = take(folder, written(tmp_path / "b.pdf", files.pdf("b")), Place(2024, "99101"))
    home = (folder / FOLDER / named.stored_name).parent
    half, own = written(home / ".pcmd-0a", b"%PDF"), written(folder / FOLDER / "Ghi chú.txt", b"")
    assert strays(folder, {named.stored_name}).others == (own,)
    swept = sweep(folder, {named.stored_name})
    assert set(swept) == {half, folder / FOLDER / left.stored_name}
    assert not (folder / FOLDER / "2024").exists()
    assert own.exists()
    assert state_of(folder, named.stored_name, named.sha256) is FileState.WHOLE


def test_the_sweep_follows_no_link(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "ngoài"
    outside.mkdir()
    take(outside, written(tmp_path / "a.pdf", files.pdf()))
    (folder / FOLDER).symlink_to(outside / FOLDER)
    assert sweep(folder, set()) == ()
    assert len(list(outside.rglob("*.pdf"))) == 1
