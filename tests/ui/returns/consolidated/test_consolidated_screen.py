"""Adding up returns on screen, by keyboard: the rows' sources, a figure's parts, taking the result over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services.returns import sourced_filling
from db.sessions import Book
from tests.helpers.books import COMMUNES, OFFICER, grow
from tests.helpers.keyboard import press
from tests.helpers.made_once import made_once
from tests.helpers.received_returns import receive
from ui.common.workplace import Workplace
from ui.returns.consolidated import texts
from ui.returns.consolidated.screen import ConsolidatedScreen
from ui.returns.filling.presenter import FillingPresenter

CONTROL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND = list(COMMUNES)[:2]


def received(book: Book) -> None:
    """The returns of two communes, the second without a check code."""
    with book.writing(who=OFFICER) as session:
        receive(session, FIRST, {("PCMD-02", FIRST, "people"): 10})
        receive(session, SECOND, {("PCMD-02", SECOND, "people"): 5}, verified=False)


@pytest.fixture(scope="session")
def received_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "two_returns", lambda folder: grow(template_folder, folder, received))


@pytest.fixture
def book_template(received_template: Path) -> Path:
    return received_template


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> Iterator[ConsolidatedScreen]:
    """The screen of the third quarter, in which two communes sent their returns."""
    workplace.choose_period(parse_period("2025-Q3"))
    shown = ConsolidatedScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 640)
    shown.show()
    shown.begin()
    shown.take_focus()
    wait(shown, qtbot)
    yield shown
    workplace.worker.wait()


def wait(screen: ConsolidatedScreen, qtbot: QtBot) -> None:
    """Wait until the result stands on screen."""
    qtbot.waitUntil(
        lambda: not screen.presenter.stale and not screen.presenter.busy and screen.forms.count() > 0
    )


def lines(screen: ConsolidatedScreen, table: str) -> list[list[str]]:
    model = getattr(screen, table).model
    return [
        [model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())
    ]


def choose(screen: ConsolidatedScreen, form: int, row: int, column: int) -> None:
    screen.forms.setCurrentIndex(form)
    view = screen.forms.page(form).view
    view.setCurrentIndex(view.form.index(row, column))


def test_every_row_says_where_it_comes_from(screen: ConsolidatedScreen) -> None:
    told = lines(screen, "rows")
    assert [line[2] for line in told] == [
        "Sổ của đơn vị này",
        "Báo cáo của đơn vị",
        "Báo cáo của đơn vị",
        *["Chưa có"] * 3,
    ]
    assert told[1][3:] == ["Đã xác minh", "1", "BC_99101_2025-Q3_L1.xlsx"]
    assert told[2][3] == "Chưa xác minh"
    assert screen.rows.words.text().startswith("2 báo cáo của đơn vị")
    assert any(words.startswith("Chưa có báo cáo của 3 đơn vị") for words in screen.notes.said)


def test_a_chosen_figure_shows_its_file_and_cell_a_total_each_of_its_parts(
    screen: ConsolidatedScreen,
) -> None:
    choose(screen, 1, 1, 4)
    (part,) = lines(screen, "parts")
    assert part[:4] == ["Thị trấn Đồi Thông", "10", "PCMD-02!E12", "BC_99101_2025-Q3_L1.xlsx"]
    assert part[4:] == ["Báo cáo của đơn vị", "Kỳ báo cáo: Lượt người"]
    choose(screen, 1, 6, 4)
    assert [line[:2] for line in lines(screen, "parts")] == [
        ["Thị trấn Đồi Thông", "10"],
        ["Xã Quế Lâm", "5"],
    ]
    choose(screen, 1, 6, 2)
    assert screen.parts.words.text() == texts.NO_FIGURE


def test_ctrl_enter_takes_the_result_over_and_opens_the_page_of_filling(
    screen: ConsolidatedScreen, qtbot: QtBot
) -> None:
    presenter = screen.presenter
    with qtbot.waitSignal(screen.subject_requested, check_params_cb=lambda key: key == "returns"):
        press(screen.rows.table, Qt.Key.Key_Return, CONTROL)
    wait(screen, qtbot)
    qtbot.waitUntil(lambda: presenter.in_use)
    assert presenter.unit is not None
    unit, period = presenter.unit, presenter.workplace.period
    with presenter.workplace.book.reading() as session:
        taken = sourced_filling.fill(session, set_code="quarterly", unit=unit, period=period)
    assert presenter.found is not None and taken.filled.sha256 == presenter.found.filled.sha256
    assert "99101" in taken.sources
    screen.give_back_button.click()
    qtbot.waitUntil(lambda: not presenter.in_use)
    presenter.workplace.undo()
    qtbot.waitUntil(lambda: presenter.in_use)


def test_f6_turns_between_the_units_and_the_forms(screen: ConsolidatedScreen) -> None:
    press(screen.rows.table, Qt.Key.Key_F6)
    view = screen.forms.page(screen.forms.currentIndex()).view
    assert view.hasFocus()
    press(view, Qt.Key.Key_F6)
    assert screen.rows.table.hasFocus()


def test_another_period_without_files_says_what_to_do(screen: ConsolidatedScreen, qtbot: QtBot) -> None:
    screen.workplace.choose_period(parse_period("2025-Q2"))
    wait(screen, qtbot)
    assert screen.notes.said[0] == texts.NO_FILES
    screen.workplace.choose_period(parse_period("1990-Q1"))
    qtbot.waitUntil(lambda: screen.forms.count() == 0 and not screen.presenter.busy)
    assert not screen.take_over_button.isEnabled()
    assert screen.notes.said


def test_the_page_of_filling_fills_from_the_returns_that_were_taken_over(
    screen: ConsolidatedScreen, qtbot: QtBot
) -> None:
    screen.take_over()
    filling = FillingPresenter(screen.workplace)
    with qtbot.waitSignal(filling.filled_changed, check_params_cb=lambda: filling.standing is not None):
        filling.reload()
    assert filling.standing is not None and screen.presenter.found is not None
    assert filling.standing.hand.filled.sha256 == screen.presenter.found.filled.sha256
    assert "báo cáo của cấp dưới" in filling.notes()[-1].words
    screen.workplace.worker.wait()
