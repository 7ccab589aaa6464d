"""Any measure by unit and period, chosen and opened by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services import figure_definitions
from db.services.searching.search import Found
from db.sessions import Book, Session
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added
from ui.common.preferences import Preferences
from ui.common.screens.record_screen import RecordScreen
from ui.common.workplace import Workplace
from ui.measures.behind_dialog import BehindDialog
from ui.measures.presenter import QUARTERS, YEARS
from ui.measures.screen import MeasuresScreen
from ui.shell.window import Window


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> MeasuresScreen:
    made = MeasuresScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.begin()
    return made


def row(screen: MeasuresScreen, title: str) -> list[str]:
    """The cells of a line of the table."""
    model = screen.table_model
    at = [line.title for line in model.lines].index(title)
    return [str(model.index(at, column).data()) for column in range(1, model.columnCount())]


def listed(screen: MeasuresScreen) -> list[str]:
    found = screen.tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)
    return [item.text(0) for item in found if item.parent() is not None]


def test_months_of_the_year_and_the_year_itself(book: Book, screen: MeasuresScreen) -> None:
    added(book, "outreach", held_on=date(2025, 3, 1), sessions=2)
    added(book, "outreach", held_on=date(2024, 12, 20), sessions=0)
    screen.presenter.reload()
    assert row(screen, "Xã Quế Lâm") == ["0", "–", "2", *["–"] * 9, "2"]
    assert row(screen, "Xã An Bình") == ["–"] * 13


def test_quarters_and_years_can_be_columns(book: Book, screen: MeasuresScreen) -> None:
    added(book, "outreach", held_on=date(2025, 3, 1), sessions=2)
    screen.step.setCurrentIndex(screen.step.findData(QUARTERS))
    assert row(screen, "Xã Quế Lâm") == ["2", "–", "–", "–", "2"]
    screen.step.setCurrentIndex(screen.step.findData(YEARS))
    assert screen.table_model.headerData(1, Qt.Orientation.Horizontal) == "Năm 2021"
    assert row(screen, "Xã Quế Lâm") == ["–", "–", "–", "–", "2"]


def test_measure_is_found_by_any_part_of_its_title(screen: MeasuresScreen) -> None:
    type_text(screen.line, "to roi")
    assert listed(screen) == ["Số tờ rơi, tờ gấp đã phát"]
    press(screen.line, Qt.Key.Key_Down)
    press(screen.tree, Qt.Key.Key_Down)
    press(screen.tree, Qt.Key.Key_Down)
    assert screen.title.text() == "Số tờ rơi, tờ gấp đã phát"
    assert screen.about.text()


def test_filters_of_the_measure_narrow_it(book: Book, screen: MeasuresScreen) -> None:
    added(book, "outreach", form="talk", sessions=2)
    added(book, "outreach", form="press", sessions=3)
    box = screen.boxes["form"]
    box.setCurrentIndex(box.findData("press"))
    assert row(screen, "Xã Quế Lâm")[-1] == "3"
    screen.presenter.choose("training.sessions")
    assert screen.boxes == {}


def test_every_measure_can_be_shown(screen: MeasuresScreen) -> None:
    for name in screen.presenter.catalogue:
        screen.presenter.choose(name)
        assert screen.title.text() == screen.presenter.measure.title


def test_period_of_the_bar_chooses_the_year(book: Book, workplace: Workplace, screen: MeasuresScreen) -> None:
    added(book, "outreach", held_on=date(2023, 3, 1), sessions=4)
    workplace.choose_period(parse_period("2023-Q2"))
    assert row(screen, "Xã Quế Lâm")[2] == "4"


def test_what_changes_while_nobody_looks_is_read_when_somebody_does(
    book: Book, workplace: Workplace, screen: MeasuresScreen
) -> None:
    screen.hide()
    added(book, "outreach", held_on=date(2025, 3, 1), sessions=2)
    workplace.refresh("outreach")
    assert row(screen, "Xã Quế Lâm")[2] == "–"
    screen.show()
    assert row(screen, "Xã Quế Lâm")[2] == "2"


def test_chosen_cells_are_copied_as_a_block(book: Book, screen: MeasuresScreen) -> None:
    added(book, "outreach", held_on=date(2025, 3, 1), sessions=1200)
    screen.presenter.reload()
    screen.table.clearSelection()
    for column in (0, 3, 4):
        index = screen.table_model.index(3, column)
        screen.table.selectionModel().select(index, screen.table.selectionModel().SelectionFlag.Select)
    QTest.keySequence(screen.table, QKeySequence(QKeySequence.StandardKey.Copy))
    line = screen.table_model.lines[3]
    assert QGuiApplication.clipboard().text().split("\t")[0] == line.title


def test_blank_opens_nothing_and_says_so(screen: MeasuresScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.workplace.said) as said:
        screen.open_number(0, 1)
    assert said.args == ["Ô này không có số liệu."]


def test_enter_on_a_number_lists_its_records_and_opens_one(
    book: Book, workplace: Workplace, preferences: Preferences, qtbot: QtBot, dialogs: Modals
) -> None:
    added(book, "outreach", held_on=date(2025, 3, 1), sessions=2)
    record_id = added(book, "outreach", held_on=date(2025, 3, 2), sessions=5)
    preferences.set_text("window/subject", "measures")
    window = Window(preferences)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.list_filled):
        window.attach(workplace)
    shown = window.page
    assert isinstance(shown, MeasuresScreen)
    shown.table.setFocus()
    shown.table.setCurrentIndex(shown.table_model.index(0, 3))
    seen: list[list[str]] = []

    def choose(dialog: BehindDialog) -> None:
        model = dialog.table.list_model
        seen.extend(
            [[model.index(at, 2).data(), model.index(at, 3).data()] for at in range(model.rowCount())]
        )
        press(dialog.table, Qt.Key.Key_Return)

    dialogs.expect(BehindDialog, choose)
    press(shown.table, Qt.Key.Key_Return)
    assert seen == [["02/03/2025", "5"], ["01/03/2025", "2"]]
    outreach = window.screens["outreach"]
    assert isinstance(outreach, RecordScreen)
    assert outreach.presenter.entry.record_id == record_id


def test_search_shows_a_measure(screen: MeasuresScreen) -> None:
    screen.show_found(Found("measures", 0, "", code="outreach.people"))
    item = screen.tree.currentItem()
    assert isinstance(item, QTreeWidgetItem)
    assert item.text(0) == screen.title.text() == "Số lượt người được tuyên truyền"
    QApplication.processEvents()


def own_figure(workplace: Workplace, title: str = "Số lượt tư vấn tại trạm") -> str:
    """Let the office count something of its own; return its code."""

    def add(session: Session) -> str:
        return figure_definitions.add(session, title=title, unit="lượt", section="own")

    return workplace.write(add, "figure_definitions")


def test_a_column_that_the_office_adds_is_a_measure_at_once(
    screen: MeasuresScreen, workplace: Workplace
) -> None:
    code = own_figure(workplace)
    assert "Số lượt tư vấn tại trạm" in listed(screen)
    screen.show_found(Found("measures", 0, "", code=f"figures.{code}"))
    assert screen.title.text() == "Số lượt tư vấn tại trạm"


def test_a_measure_whose_column_was_taken_back_gives_way(
    screen: MeasuresScreen, workplace: Workplace
) -> None:
    screen.show_found(Found("measures", 0, "", code=f"figures.{own_figure(workplace)}"))
    workplace.undo()
    assert screen.title.text() == "Số buổi tuyên truyền"
    assert "Số lượt tư vấn tại trạm" not in listed(screen)
    workplace.redo()
    assert "Số lượt tư vấn tại trạm" in listed(screen)


def test_a_change_elsewhere_leaves_what_narrows_the_measure(
    book: Book, screen: MeasuresScreen, workplace: Workplace
) -> None:
    box = screen.boxes["form"]
    box.setCurrentIndex(box.findData("press"))
    own_figure(workplace)
    assert screen.boxes["form"].currentData() == "press" == screen.presenter.chosen["form"]


def test_what_was_entered_for_a_period_names_it(book: Book, screen: MeasuresScreen, dialogs: Modals) -> None:
    added(book, "figures", definition="cases", period="2025-Q1", value=4)
    screen.presenter.choose("figures.cases")
    told: list[str] = []

    def look(dialog: BehindDialog) -> None:
        told.append(dialog.table.model().index(0, 2).data())
        dialog.reject()

    dialogs.expect(BehindDialog, look)
    screen.open_number(0, screen.table_model.columnCount() - 1)
    assert told == ["Quý I năm 2025"]
