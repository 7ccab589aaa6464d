"""The information for support: what helps, and nothing of what officers typed or of who they are."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.backups.keeping import make_kept
from db.backups.making import Order
from db.connections import BOOK_NAME
from db.keyring.places import RING_NAME
from db.rules.backups import Why
from desktop import paths
from desktop.about.support import information
from tests.helpers.accounts import NAMES, GuardedOffice
from tests.helpers.books import COMMUNES, NOW, OFFICER
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace


def line_of(told: str, title: str) -> str:
    return next(line for line in told.splitlines() if line.startswith(f"{title}: "))


def test_an_open_book_is_told_by_kinds_and_counts(workplace: Workplace) -> None:
    added(workplace.book, "outreach")
    told = information(workplace.book.folder, workplace, NOW)
    assert "đang mở" in line_of(told, "Tệp sổ")
    assert "hoạt động tuyên truyền 1," in line_of(told, "Số dòng")
    assert "không có tài khoản" in line_of(told, "Bảo vệ")
    assert "ổ của máy" in line_of(told, "Chỗ để sổ")
    assert "Qt 6" in line_of(told, "Hệ thống")


def test_nothing_of_persons_places_or_paths_is_told(workplace: Workplace) -> None:
    added(workplace.book, "outreach")
    folder = workplace.book.folder
    log = paths.log_file(folder)
    log.write_text("2026-11-26 08:05:00,123 ERROR qt.x: Nguyễn Văn Ánh\n", encoding="utf-8")
    told = information(folder, workplace, NOW)
    typed = [
        OFFICER,
        *COMMUNES.values(),
        "Hòa Lâm",
        "Văn Ánh",
        str(folder),
        *folder.parts[1:],
        str(Path.home()),
    ]
    assert [words for words in typed if words in told] == []
    assert "2026-11-26 08:05:00 ERROR qt.x" in told


def test_of_accounts_only_their_number_is_told(staffed: GuardedOffice) -> None:
    told = information(staffed.folder, None, NOW)
    assert "4 tài khoản, mã hóa bản sao lưu" in line_of(told, "Bảo vệ")
    assert [name for name in NAMES.values() if name in told] == []


def test_a_folder_without_anything_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    told = information(tmp_path / "chưa có" / "gì", None, NOW)
    assert line_of(told, "Tệp sổ") == "Tệp sổ: chưa có"
    assert line_of(told, "Sao lưu") == "Sao lưu: chưa có bản nào"
    assert line_of(told, "Nhật ký lỗi") == "Nhật ký lỗi: trống"
    assert "Số dòng" not in told


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"SQLite format 3\0" + b"x" * 9_000, "chưa biết được (BookDamaged)"),
        (b"", "chưa đọc được vì sổ được mã hóa"),
        (b"x" * 9_000, "chưa đọc được vì sổ được mã hóa"),
    ],
    ids=["damaged", "empty", "not to be read"],
)
def test_a_book_that_does_not_open_keeps_nothing_else_from_being_told(
    book_folder: Path, content: bytes, expected: str
) -> None:
    (book_folder / BOOK_NAME).write_bytes(content)
    told = information(book_folder, None, NOW)
    assert expected in line_of(told, "Tệp sổ")
    assert "lược đồ" in line_of(told, "Chương trình")


def test_accounts_that_cannot_be_read_are_told_by_their_trouble(guarded: GuardedOffice) -> None:
    for path in guarded.folder.glob(f"{RING_NAME}*"):
        path.write_bytes(b"no accounts")
    assert line_of(information(guarded.folder, None, NOW), "Bảo vệ") == (
        "Bảo vệ: chưa biết được (RingNotReadable)"
    )


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (timedelta(0), "1 bản, bản gần nhất cách đây 0 giờ"),
        (timedelta(hours=47, minutes=59), "47 giờ"),
        (timedelta(hours=48), "2 ngày"),
        (timedelta(days=-3), "đồng hồ của máy"),
    ],
)
def test_the_age_of_the_last_backup_is_told(book_folder: Path, later: timedelta, expected: str) -> None:
    make_kept(Order(book_folder, Why.HAND, OFFICER, NOW))
    assert expected in line_of(information(book_folder, None, NOW + later), "Sao lưu")
