"""The window: first painted, then given its book."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.sessions import Book, BookLocked
from tests.helpers.modals import MessageBoxes
from tests.helpers.sample_records import added
from ui.common.preferences import Preferences
from ui.common.screens.record_screen import RecordScreen
from ui.common.screens.tabbed_screen import TabbedScreen
from ui.common.workplace import Workplace
from ui.shell.subjects import SUBJECTS
from ui.shell.window import Window


@pytest.fixture
def window(preferences: Preferences, qtbot: QtBot) -> Window:
    made = Window(preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def _open(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.list_filled):
        window.attach(workplace)


def test_nothing_of_the_database_is_imported_for_the_first_paint() -> None:
    code = "import desktop.app, sys; print([n for n in sys.modules if n.split('.')[0] in ('sqlalchemy', 'alembic')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_have_their_width_before_they_are_painted(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.list_filled):
        window.attach(workplace)
        assert window.bar.office.width() >= window.bar.office.sizeHint().width() > 0


def test_it_is_painted_without_a_book(preferences: Preferences, qtbot: QtBot) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.screens == {}


def test_it_opens_within_the_screen(window: Window) -> None:
    room = window.screen().availableSize()
    assert window.width() <= max(room.width(), window.minimumWidth())
    assert window.height() < room.height()


def test_screens_are_made_on_the_first_visit(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    before = set(window.screens)
    window.open_subject("scores")
    assert set(window.screens) - before == {"scores"}


def test_alt_and_a_digit_open_a_subject(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    place = [subject.key for subject in SUBJECTS].index("scores")
    QTest.keyClick(window.focusWidget(), Qt.Key(Qt.Key.Key_1 + place), Qt.KeyboardModifier.AltModifier)
    assert window.screen_key == "scores"


def test_the_last_subject_is_opened_again(
    window: Window, workplace: Workplace, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.set_text("window/subject", "outreach")
    _open(window, workplace, qtbot)
    assert window.screen_key == "outreach"


def test_a_year_keeps_the_part_of_the_period(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    window.bar.period.setCurrentIndex(window.bar.period.findText("Quý III"))
    window.bar.year.setCurrentIndex(window.bar.year.findText("2024"))
    assert workplace.period.label == "2024-Q3"


def test_enter_in_the_box_of_periods_goes_back_to_the_screen(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    _open(window, workplace, qtbot)
    window.open_subject("outreach")
    window.bar.period.setFocus()
    QTest.keyClick(window.bar.period, Qt.Key.Key_Return)
    assert window.screens["outreach"].isAncestorOf(window.focusWidget())


def test_esc_in_the_rail_goes_back_to_the_screen(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    window.open_subject("outreach")
    button = window.rail.buttons["plans"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert window.screens["outreach"].isAncestorOf(window.focusWidget())


def test_the_key_of_the_open_subject_gives_it_the_cursor(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    _open(window, workplace, qtbot)
    window.open_subject("outreach")
    window.bar.year.setFocus()
    window.open_subject("outreach")
    assert window.screens["outreach"].isAncestorOf(window.focusWidget())


@pytest.mark.parametrize(
    ("period", "listed"), [("2025", True), ("2025-Q1", False)], ids=["listed", "of another period"]
)
def test_a_record_is_opened_in_its_own_screen(
    window: Window, workplace: Workplace, qtbot: QtBot, period: str, listed: bool
) -> None:
    wanted = [added(workplace.book, "outreach") for _ in range(3)][1]
    workplace.choose_period(parse_period(period))
    _open(window, workplace, qtbot)
    window.open_subject("outreach")
    screen = window.screens["outreach"]
    assert isinstance(screen, RecordScreen)
    screen.presenter.filter_text("không có chữ này")
    window.open_subject("plans")
    window.screens["plans"].record_requested.emit("outreach", wanted)
    QApplication.processEvents()
    assert (window.screen_key, screen.presenter.entry.record_id) == ("outreach", wanted)
    assert screen.list.table.chosen_ids() == ((wanted,) if listed else ())
    assert screen.isAncestorOf(window.focusWidget())


def test_a_page_of_a_subject_is_opened_by_its_own_key(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    _open(window, workplace, qtbot)
    window.open_subject("inspections")
    screen = window.screens["businesses"]
    assert isinstance(screen, TabbedScreen)
    assert (window.screen_key, screen.key) == ("businesses", "inspections")
    window.open_subject("establishments")
    assert (screen.key, screen.page.isAncestorOf(window.focusWidget())) == ("establishments", True)


def test_only_the_page_that_is_wanted_is_made(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    window.open_subject("models")
    screen = window.screens["numbers"]
    assert isinstance(screen, TabbedScreen)
    assert list(screen.pages) == ["models"]


def test_a_record_of_a_page_is_opened_from_another_page(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    wanted = added(workplace.book, "inspections")
    _open(window, workplace, qtbot)
    window.open_subject("establishments")
    screen = window.screens["businesses"]
    assert isinstance(screen, TabbedScreen)
    screen.page.record_requested.emit("inspections", wanted)
    assert isinstance(screen.page, RecordScreen)
    assert (screen.key, screen.page.presenter.entry.record_id) == ("inspections", wanted)


def test_no_more_subjects_than_keys(window: Window) -> None:
    keys = [key for subject in SUBJECTS for key in (subject.key, *(page.key for page in subject.pages))]
    assert len(SUBJECTS) <= 10
    assert len(keys) == len(set(keys))


def test_a_record_that_is_gone_is_told_and_nothing_is_opened(
    window: Window, workplace: Workplace, qtbot: QtBot, message_boxes: MessageBoxes
) -> None:
    _open(window, workplace, qtbot)
    message_boxes.expect("Đóng", "đã bị xóa")
    window.open_record("outreach", 99)
    screen = window.screens["outreach"]
    assert isinstance(screen, RecordScreen)
    assert screen.presenter.entry.record_id is None


def test_a_book_that_is_open_elsewhere_is_told_calmly(window: Window, book: Book) -> None:
    window.tell_not_open(BookLocked(book.folder))
    words = [label.text() for label in window.pages.findChildren(QLabel)]
    assert any("đang mở ở một cửa sổ khác" in text for text in words)


def test_invented_records_are_labelled(window: Window, workplace: Workplace, qtbot: QtBot) -> None:
    _open(window, workplace, qtbot)
    assert not window.banner.isVisible()


@pytest.mark.parametrize(
    "subject",
    [
        "outreach",
        "trainings",
        "officials",
        "establishments",
        "inspections",
        "hotspots",
        "models",
    ],
)
def test_every_control_has_a_name_for_a_screen_reader(
    window: Window, workplace: Workplace, qtbot: QtBot, subject: str
) -> None:
    _open(window, workplace, qtbot)
    window.open_subject(subject)
    controls = [
        *window.findChildren(QAbstractButton),
        *window.findChildren(QLineEdit),
        *window.findChildren(QComboBox),
    ]
    nameless = [_place(control) for control in controls if control.isVisible() and not _name(control)]
    assert nameless == []


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def _place(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}"


def test_returns_that_are_due_are_counted_once_the_first_list_stands(
    window: Window, workplace: Workplace, qtbot: QtBot
) -> None:
    _open(window, workplace, qtbot)

    qtbot.waitUntil(lambda: window.rail.buttons["returning"].badge == 13)
