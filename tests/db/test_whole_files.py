"""Writing a file: the new one is whole or the earlier one is intact, and no temporary file stays."""

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest
from xlsxwriter import Workbook

from db.whole_files import TargetNotWritable, replacing, replacing_all


class SharingViolation(PermissionError):
    """What Windows raises where another program holds the file."""

    winerror = 32


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(target: Path, text: str = "mới") -> None:
    with replacing(target) as temporary:
        temporary.write_text(text, encoding="utf-8")


def failing(number: int) -> object:
    def fail(*_arguments: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_new_file_appears_whole(tmp_path: Path) -> None:
    write(tmp_path / "báo cáo.xlsx")
    assert names(tmp_path) == ["báo cáo.xlsx"]
    assert (tmp_path / "báo cáo.xlsx").read_text(encoding="utf-8") == "mới"


def test_the_temporary_file_lies_beside_the_target_with_its_suffix(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.docx") as temporary:
        assert (temporary.parent, temporary.suffix) == (tmp_path, ".docx")
        assert not (tmp_path / "a.docx").exists()


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write(tmp_path / "a.txt")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_the_file_behind_a_link_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("cũ", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write(tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "mới"


def test_an_error_of_the_writer_keeps_the_earlier_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("cũ", encoding="utf-8")
    with pytest.raises(KeyError), replacing(target) as temporary:
        temporary.write_text("nửa chừng", encoding="utf-8")
        raise KeyError("slip")
    assert (names(tmp_path), target.read_text(encoding="utf-8")) == (["a.txt"], "cũ")


def test_trouble_with_another_file_is_not_the_targets(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a.txt"):
        (tmp_path / "font.ttf").read_bytes()
    assert names(tmp_path) == []


def test_a_target_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.xlsx").mkdir()
    for target, reason in (
        (tmp_path / "missing" / "a.xlsx", "folder_missing"),
        (tmp_path / "file" / "a.xlsx", "folder_missing"),
        (tmp_path / "folder.xlsx", "is_a_folder"),
        (tmp_path / ("a" * 300), "other"),
    ):
        with pytest.raises(TargetNotWritable) as caught:
            write(target)
        assert (caught.value.path, caught.value.reason) == (target, reason)
    assert names(tmp_path) == ["file", "folder.xlsx"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "no_permission"),
        (errno.EROFS, "no_permission"),
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EBUSY, "open_elsewhere"),
        (errno.EIO, "other"),
    ],
)
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_trouble_at_the_last_step_keeps_the_earlier_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, reason: str
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("cũ", encoding="utf-8")
    monkeypatch.setattr(step, failing(number))
    with pytest.raises(TargetNotWritable) as caught:
        write(target)
    assert caught.value.reason == reason
    assert (names(tmp_path), target.read_text(encoding="utf-8")) == (["a.txt"], "cũ")


def test_a_folder_without_permission_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pathlib.Path.open", failing(errno.EACCES))
    with pytest.raises(TargetNotWritable) as caught:
        write(tmp_path / "a.txt")
    assert caught.value.reason == "no_permission"


def test_a_read_only_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").touch()
    monkeypatch.setattr("os.access", lambda *_asked: False)
    with pytest.raises(TargetNotWritable) as caught:
        write(tmp_path / "a.txt")
    assert (caught.value.reason, names(tmp_path)) == ("no_permission", ["a.txt"])


def test_a_full_disk_while_writing_says_so(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable) as caught, replacing(tmp_path / "a.txt"):
        raise OSError(errno.ENOSPC, "full")
    assert (caught.value.reason, names(tmp_path)) == ("disk_full", [])


def test_a_full_disk_inside_xlsxwriter_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.xlsx"
    with pytest.raises(TargetNotWritable) as caught, replacing(target) as temporary:
        workbook = Workbook(temporary)
        monkeypatch.setattr("zipfile.ZipFile.write", failing(errno.ENOSPC))
        workbook.close()
    monkeypatch.undo()
    assert (caught.value.reason, names(tmp_path)) == ("disk_full", [])


def test_windows_says_permission_where_another_program_holds_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> NoReturn:
        raise SharingViolation(errno.EACCES, "sharing violation")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(TargetNotWritable) as caught:
        write(tmp_path / "a.txt")
    assert caught.value.reason == "open_elsewhere"


def test_a_full_disk_at_one_of_two_files_leaves_neither(tmp_path: Path) -> None:
    targets = [tmp_path / "a.xlsx", tmp_path / "a.pdf"]
    with pytest.raises(TargetNotWritable), replacing_all(targets) as files:
        raise OSError(errno.ENOSPC, "full", str(files[0]))
    assert names(tmp_path) == []
