"""What the window tells of the program: read, narrowed and copied by keyboard."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.rules.release_notes import Release, Section, read_releases
from tests.helpers.keyboard import type_text
from tests.helpers.modals import Modals
from ui.about import showing
from ui.about.about_dialog import AboutDialog
from ui.about.licences_dialog import LicencesDialog
from ui.about.news_dialog import NewsDialog
from ui.about.showing import PathDialog, show_file, show_folder
from ui.about.support_dialog import SupportDialog
from ui.about.values import About, Part
from ui.common import theme
from ui.shell.subjects import SUBJECTS

ABOUT = About("1.0.0", date(2026, 11, 26), "0011", Path("/sổ/của/huyện"))
PARTS = (
    Part("alembic", "1.20.1", "MIT", "Văn bản MIT"),
    Part("Qt", "6.11.3", "LGPL-3.0-only", "Văn bản LGPL"),
)
RELEASES = (
    Release("1.1.0", date(2027, 2, 15), (Section("Sửa", ("Ngày 31/06 & <b> không được nhận.",)),)),
    Release("1.0.0", None, (Section("", ("Lệnh `pcmd demo` mới.",)), Section("Báo cáo", ("In bản nháp.",)))),
)


def shown(dialog: QDialog, qtbot: QtBot) -> QDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog: QDialog, words: str) -> None:
    buttons = {button.text().replace("&", ""): button for button in dialog.findChildren(QPushButton)}
    buttons[words].click()


def told(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def head_color(dialog: NewsDialog) -> QColor:
    """Return the colour of the first head of lines."""
    found = dialog.text.document().find("Sửa")
    return found.charFormat().foreground().color()


DIALOGS: dict[str, Callable[[], QDialog]] = {
    "about": lambda: AboutDialog(ABOUT, lambda: PARTS),
    "licences": lambda: LicencesDialog(PARTS),
    "news": lambda: NewsDialog(RELEASES, "Những điều mới"),
    "support": lambda: SupportDialog("Chương trình: 1.0.0"),
    "path": lambda: PathDialog("Nhật ký lỗi", Path("/sổ/so-pcmd.log")),
}


@pytest.mark.parametrize("kind", DIALOGS)
def test_each_fits_a_low_screen_with_its_buttons_and_ends_by_esc(kind: str, qtbot: QtBot) -> None:
    dialog = shown(DIALOGS[kind](), qtbot)
    dialog.resize(dialog.minimumSizeHint().expandedTo(dialog.minimumSize()))
    assert (dialog.width(), dialog.height()) <= (880, 400)
    for button in dialog.findChildren(QPushButton):
        assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", DIALOGS)
def test_each_control_is_named(kind: str, qtbot: QtBot) -> None:
    dialog = shown(DIALOGS[kind](), qtbot)
    for control in (*dialog.findChildren(QAbstractButton), *dialog.findChildren(QLineEdit)):
        labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is control]
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert not control.isVisible() or control.accessibleName() or text or labels


@pytest.mark.parametrize(
    ("about", "words"),
    [
        (ABOUT, "Phiên bản 1.0.0, ngày 26/11/2026"),
        (About("1.0.0", None, "0011", Path()), "Phiên bản 1.0.0"),
        (About("", None, "0011", Path()), "Không rõ phiên bản"),
    ],
)
def test_about_says_the_version(about: About, words: str, qtbot: QtBot) -> None:
    dialog = shown(AboutDialog(about, lambda: PARTS), qtbot)
    assert words in told(dialog).splitlines()
    assert "Phiên bản cấu trúc sổ: 0011" in told(dialog)


def test_licences_are_gathered_only_when_they_are_asked_for(qtbot: QtBot, dialogs: Modals) -> None:
    asked: list[int] = []

    def parts() -> tuple[Part, ...]:
        asked.append(1)
        return PARTS

    dialog = shown(AboutDialog(ABOUT, parts), qtbot)
    assert asked == []
    dialogs.expect(LicencesDialog, lambda licences: licences.reject())
    press(dialog, "Giấy phép…")
    assert asked == [1]


def test_a_licence_is_read_beside_the_list(qtbot: QtBot) -> None:
    dialog = LicencesDialog(PARTS)
    shown(dialog, qtbot)
    assert dialog.text.toPlainText() == "Văn bản MIT"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == "Văn bản LGPL"


@pytest.mark.parametrize(
    ("typed", "rows", "text"),
    [("lgpl", 1, "Văn bản LGPL"), ("ALEM", 1, "Văn bản MIT"), ("x", 0, "Không có phần mềm nào như vậy.")],
)
def test_the_list_of_licences_is_narrowed(typed: str, rows: int, text: str, qtbot: QtBot) -> None:
    dialog = LicencesDialog(PARTS)
    shown(dialog, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    dialog.filter.setFocus()
    type_text(dialog.filter, typed)
    assert (dialog.table.rowCount(), dialog.text.toPlainText()) == (rows, text)


def test_news_are_read_under_their_versions_as_they_are_written(qtbot: QtBot) -> None:
    dialog = NewsDialog(RELEASES, "Những điều mới")
    shown(dialog, qtbot)
    lines = [line for line in dialog.text.toPlainText().splitlines() if line]
    assert lines == [
        "Phiên bản 1.1.0 – 15/02/2027",
        "Sửa",
        "Ngày 31/06 & <b> không được nhận.",
        "Phiên bản 1.0.0",
        "Lệnh pcmd demo mới.",
        "Báo cáo",
        "In bản nháp.",
    ]


@pytest.mark.parametrize(
    ("typed", "has"),
    [
        ("lenh", "Lệnh pcmd demo mới."),
        ("bao cao", "Báo cáo\nIn bản nháp."),
        ("vàng", "Không có dòng nào có chữ này."),
    ],
)
def test_news_are_narrowed(typed: str, has: str, qtbot: QtBot) -> None:
    dialog = NewsDialog(RELEASES, "Những điều mới")
    shown(dialog, qtbot)
    type_text(dialog.filter, typed)
    assert has in dialog.text.toPlainText()
    assert "31/06" not in dialog.text.toPlainText()


@pytest.fixture
def usual_palette(qapp: QApplication) -> Iterator[QPalette]:
    """The application's colours, given back at the end."""
    usual = QPalette(qapp.palette())
    yield usual
    qapp.setPalette(usual)


def test_heads_of_news_follow_from_light_to_dark_and_back(
    usual_palette: QPalette, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = NewsDialog(RELEASES, "Những điều mới")
    shown(dialog, qtbot)
    light = head_color(dialog)
    qapp.setPalette(QPalette(QColor("#202020")))
    qtbot.waitUntil(lambda: head_color(dialog) == theme.accent_words())
    assert head_color(dialog) != light
    qapp.setPalette(usual_palette)
    qtbot.waitUntil(lambda: head_color(dialog) == light)


def test_news_of_each_release_stand_under_words_of_the_rail_in_its_order() -> None:
    rail = [subject.title for subject in SUBJECTS]
    releases = read_releases((Path(__file__).resolve().parents[3] / "CHANGELOG.md").read_text("utf-8"))
    for release in releases:
        named = [word for section in release.sections for word in rail if word in section.title]
        assert named == [word for word in rail if word in named]
    assert named == rail


def test_without_notes_that_is_said(dialogs: Modals) -> None:
    said: list[str] = []

    def read(dialog: NewsDialog) -> None:
        said.append(told(dialog))
        dialog.reject()

    dialogs.expect(NewsDialog, read)
    NewsDialog.tell(())
    assert "không kèm danh sách điểm mới" in said[0]


def test_support_information_is_seen_and_copied(qtbot: QtBot) -> None:
    dialog = SupportDialog("Chương trình: 1.0.0\nHệ thống: Linux")
    shown(dialog, qtbot)
    assert dialog.text.isVisible()
    press(dialog, "Chép")
    assert QGuiApplication.clipboard().text() == "Chương trình: 1.0.0\nHệ thống: Linux"
    assert "Đã chép" in dialog.said.text()


def test_where_no_file_manager_answers_the_path_is_told(
    tmp_path: Path, qtbot: QtBot, dialogs: Modals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "_open_folder", lambda folder: False)
    said: list[str] = []

    def read(dialog: PathDialog) -> None:
        press(dialog, "Chép")
        said.append(QGuiApplication.clipboard().text())
        dialog.reject()

    owner = shown(QDialog(), qtbot)
    for show in (show_folder, show_file):
        dialogs.expect(PathDialog, read)
        show(tmp_path / "a", "Nhật ký lỗi", owner)
    assert said == [str(tmp_path / "a")] * 2


def test_a_file_manager_that_answers_is_enough(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def answer(folder: Path) -> bool:
        opened.append(folder)
        return True

    monkeypatch.setattr(showing, "_open_folder", answer)
    show_file(tmp_path / "so-pcmd.log", "Nhật ký lỗi", shown(QDialog(), qtbot))
    assert opened == [tmp_path]


def test_a_folder_that_is_not_there_is_not_asked_for(tmp_path: Path) -> None:
    assert not showing._open_folder(tmp_path / "không có")
