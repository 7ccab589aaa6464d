"""What is brought to be restored is told from what cannot be a backup at first sight."""

import os
from pathlib import Path

import pytest

from db.backups.faults import BadBackup
from db.backups.offered import check_offered

REFUSED = [
    ("a folder", "sao luu", "folder"),
    ("a folder that is named like one", "thu muc.pcmdbak", "folder"),
    ("a workbook", "Danh sách.xlsx", "other_kind"),
    ("a name without a suffix", "khong", "other_kind"),
    ("nothing there", "đã xóa.pcmdbak", "missing"),
    ("a name too long for any file", "x" * 5_000 + ".pcmdbak", "missing"),
    ("a name with a zero in it", "a\0b.pcmdbak", "missing"),
    ("no file but a pipe", "ống.pcmdbak", "missing"),
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with what is no backup."""
    for name in ("sao luu", "thu muc.pcmdbak"):
        (tmp_path / name).mkdir()
    (tmp_path / "Danh sách.xlsx").write_bytes(b"PK")
    (tmp_path / "khong").write_bytes(b"")
    os.mkfifo(tmp_path / "ống.pcmdbak")
    return tmp_path


@pytest.mark.parametrize(("what", "name", "fault"), REFUSED, ids=[what for what, *_ in REFUSED])
def test_what_cannot_be_a_backup_is_refused_with_its_reason(
    home: Path, what: str, name: str, fault: str
) -> None:
    with pytest.raises(BadBackup) as told:
        check_offered(home / name)
    assert told.value.fault == fault


@pytest.mark.parametrize("name", ["Sổ của huyện Tuần Giáo.pcmdbak", "SO.PCMDBAK", "a.b.pcmdbak"])
def test_a_file_of_the_right_name_is_opened_to_see(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"")
    check_offered(tmp_path / name)


def test_a_path_from_somewhere_else_is_not_looked_for_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "so.pcmdbak").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadBackup):
        check_offered(Path("so.pcmdbak"))
