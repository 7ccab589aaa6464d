"""The box of search: results as one types, chosen by keys, opened in their own screens."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.sessions import Book
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.sample_records import KINDS, added
from ui.common.forms.text_editors import LineEditor
from ui.common.preferences import Preferences
from ui.common.screens.record_screen import RecordScreen
from ui.common.workplace import Workplace
from ui.figures.screen import FiguresScreen
from ui.plans.screen import PlansScreen
from ui.scores.screen import ScoresScreen
from ui.search.palette import SearchPalette
from ui.shell.subjects import screen_titles
from ui.shell.window import Window
from ui.units.screen import UnitsScreen

_EXACT = Qt.MatchFlag.MatchExactly


@pytest.fixture
def window(preferences: Preferences, workplace: Workplace, qtbot: QtBot) -> Window:
    made = Window(preferences)
    qtbot.addWidget(made)
    # The home page adds up two years.
    preferences.set_text("window/subject", "hotspots")
    made.show()
    with qtbot.waitSignal(made.list_filled):
        made.attach(workplace)
    QApplication.processEvents()
    return made


@pytest.fixture
def palette(window: Window) -> SearchPalette:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (made,) = window.findChildren(SearchPalette)
    return made


def search(palette: SearchPalette, text: str) -> list[str]:
    """Type a text and return the words of the lines."""
    palette.line.clear()
    type_text(palette.line, text)
    QApplication.processEvents()
    return shown(palette)


def shown(palette: SearchPalette) -> list[str]:
    tree = palette.results
    return [tree.model().index(row, 0).data() for row in range(tree.topLevelItemCount())]


def open_line(palette: SearchPalette, beside: str) -> None:
    """Go down to the line with these words beside it, and open it."""
    while (item := palette.results.currentItem()) is not None and item.text(1) != beside:
        press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Return)


def chosen(palette: SearchPalette) -> str:
    item = palette.results.currentItem()
    return item.text(0) if item is not None else ""


def test_results_come_by_kind_as_one_types(book: Book, palette: SearchPalette) -> None:
    added(book, "officials", name="Lò Thị Phiến")
    added(book, "outreach", topic="Chợ phiên", form="talk")
    assert search(palette, "phien") == [
        "Cán bộ",
        "Lò Thị Phiến",
        "Tuyên truyền",
        "Nói chuyện chuyên đề · Chợ phiên",
    ]
    assert chosen(palette) == "Lò Thị Phiến"


def test_what_is_being_composed_changes_nothing(book: Book, palette: SearchPalette) -> None:
    added(book, "officials", name="Lò Thị Phiến")
    before = shown(palette)
    QApplication.sendEvent(palette.line, QInputMethodEvent("phiến", []))
    QApplication.processEvents()
    assert (shown(palette), palette.line.text()) == (before, "")
    compose_text(palette.line, "thị phiến")
    QApplication.processEvents()
    assert palette.line.text() == "thị phiến"
    assert "Lò Thị Phiến" in shown(palette)


def test_arrows_pass_over_headings_and_stay_within_the_results(book: Book, palette: SearchPalette) -> None:
    added(book, "officials", name="Lò Thị Phiến")
    added(book, "outreach", topic="Chợ phiên", form="talk")
    search(palette, "phien")
    steps = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(palette.line, key)
        steps.append(chosen(palette))
    last = "Nói chuyện chuyên đề · Chợ phiên"
    assert steps == [last, last, "Lò Thị Phiến", "Lò Thị Phiến"]


def test_esc_goes_back_to_where_one_was(window: Window, palette: SearchPalette) -> None:
    palette.go_back()
    window.open_subject("outreach")
    screen = window.screens["outreach"]
    assert isinstance(screen, RecordScreen)
    screen.list.filters.line.setFocus()
    window.search()
    assert palette.line.hasFocus()
    press(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert screen.list.filters.line.hasFocus()


def test_leaving_the_box_closes_it(window: Window, palette: SearchPalette) -> None:
    window.bar.year.setFocus()
    assert not palette.isVisible()


def test_enter_opens_the_record_in_its_screen(book: Book, window: Window, palette: SearchPalette) -> None:
    added(book, "officials", name="Khác")
    record_id = added(book, "officials", name="Lò Thị Phiến")
    search(palette, "thi phien")
    press(palette.line, Qt.Key.Key_Return)
    screen = window.page
    assert (window.page_key, palette.isVisible()) == ("officials", False)
    assert isinstance(screen, RecordScreen)
    assert screen.list.table.current_id() == record_id == screen.presenter.entry.record_id


def test_record_of_another_year_brings_its_year_and_says_so(
    book: Book, window: Window, workplace: Workplace, palette: SearchPalette
) -> None:
    record_id = added(book, "outreach", topic="Chợ phiên", held_on=date(2023, 12, 20))
    workplace.choose_period(parse_period("2025-Q3"))
    search(palette, "cho phien")
    press(palette.line, Qt.Key.Key_Return)
    screen = window.screens["outreach"]
    assert workplace.period.label == "2024"
    assert isinstance(screen, RecordScreen)
    assert screen.list.table.current_id() == record_id
    assert "2024" in window.statusBar().currentMessage()


def test_figure_brings_its_period_and_its_cell(
    book: Book, window: Window, workplace: Workplace, palette: SearchPalette
) -> None:
    added(book, "figures", definition="cases", period="2024-Q1")
    workplace.choose_period(parse_period("2024-Q3"))
    search(palette, "so vu")
    beside = [str(item.text(1)) for item in palette.results.findItems("Số vụ đã phát hiện, xử lý", _EXACT)]
    assert "Xã Quế Lâm · Quý I năm 2024" in beside
    open_line(palette, beside="Xã Quế Lâm · Quý I năm 2024")
    screen = window.page
    assert isinstance(screen, FiguresScreen)
    assert workplace.period.label == "2024-Q1"
    assert screen.line.text().startswith("Xã Quế Lâm · Số vụ")
    assert "quý I năm 2024" in window.statusBar().currentMessage()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind in screen_titles()])
def test_every_kind_of_record_can_be_opened(book: Book, window: Window, kind: str) -> None:
    changes = {"period": "2025-05"} if kind == "figures" else {}
    record_id = added(book, kind, **changes)
    window.open_record(kind, record_id)
    assert window.page_key == kind
    window.page.narrow("không có")


def test_part_of_a_plan_is_opened_in_its_tab(book: Book, window: Window, palette: SearchPalette) -> None:
    plan_id = added(book, "plans", first_year=2024, last_year=2024)
    added(book, "plans")
    task_id = added(book, "tasks", plan_id=plan_id, content="Hội thi tiểu phẩm")
    search(palette, "tieu pham")
    press(palette.line, Qt.Key.Key_Return)
    screen = window.screens["plans"]
    assert isinstance(screen, PlansScreen)
    part = screen.tabs.currentWidget()
    assert isinstance(part, RecordScreen)
    assert (screen.presenter.entry.record_id, part.presenter.entry.record_id) == (plan_id, task_id)


def test_unit_is_chosen_in_the_list_of_units(window: Window, palette: SearchPalette) -> None:
    search(palette, "ang to")
    press(palette.line, Qt.Key.Key_Return)
    screen = window.page
    assert isinstance(screen, UnitsScreen)
    assert screen.list.table.current_id() == screen.presenter.shown[-1]


def test_more_opens_the_list_with_the_text(book: Book, window: Window, palette: SearchPalette) -> None:
    for _ in range(7):
        added(book, "outreach", topic="Chợ phiên")
    assert search(palette, "cho phien")[-1] == "Còn 2 nữa, mở danh sách…"
    for _ in range(6):
        press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Return)
    screen = window.screens["outreach"]
    assert isinstance(screen, RecordScreen)
    QApplication.processEvents()
    assert screen.list.filters.line.text() == "cho phien"
    assert len(screen.presenter.shown.ids) == 7


def test_a_subject_of_the_window_is_found(window: Window, palette: SearchPalette) -> None:
    assert search(palette, "cham diem")[:2] == ["Mục", "Chấm điểm"]
    press(palette.line, Qt.Key.Key_Return)
    assert isinstance(window.screens[window.screen_key], ScoresScreen)


def test_nothing_found_says_so_and_enter_stays(palette: SearchPalette) -> None:
    assert search(palette, "xyzxyz") == ["Không thấy gì có “xyzxyz”. Hãy thử ít chữ hơn."]
    press(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_more_measures_are_listed_in_their_screen(window: Window, palette: SearchPalette) -> None:
    lines = search(palette, "tuyen truyen")
    (more,) = [line for line in lines if line.startswith("Còn")]
    while chosen(palette) != more:
        press(palette.line, Qt.Key.Key_Down)
    press(palette.line, Qt.Key.Key_Return)
    assert window.page_key == "measures"
    assert window.page.findChildren(LineEditor)[0].text() == "tuyen truyen"


def test_ctrl_k_works_from_within_an_editor(window: Window) -> None:
    window.open_subject("outreach")
    screen = window.screens["outreach"]
    assert isinstance(screen, RecordScreen)
    line = screen.list.filters.line
    line.setFocus()
    type_text(line, "cho phien")
    line.setCursorPosition(3)
    QTest.keyClick(line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = window.findChildren(SearchPalette)
    assert (palette.line.hasFocus(), line.text()) == (True, "cho phien")
