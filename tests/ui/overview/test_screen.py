"""The home page on screen."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.periods import parse_period
from db.services import units
from db.services.entering import drafts
from db.sessions import Book, Session
from tests.helpers.books import grow
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.keyboard import press
from tests.helpers.made_once import made_once
from tests.helpers.sample_records import add, added, step
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.overview import texts
from ui.overview.screen import OverviewScreen
from ui.shell.subjects import subject_of


def fill(book: Book) -> None:
    """A plan with a target, and an activity that counts for it."""
    plan_id = added(book, "plans", state="submitted")
    added(book, "targets", plan_id=plan_id, value=Decimal(80), measure="outreach.people")
    added(book, "outreach", held_on=date(2025, 5, 6), people=40, sessions=2)


@pytest.fixture(scope="session")
def filled_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "overview", lambda folder: grow(template_folder, folder, fill))


@pytest.fixture
def book_template(request: pytest.FixtureRequest, book_template: Path) -> Path:
    is_filled = "filled" in request.fixturenames
    template: Path = request.getfixturevalue("filled_template") if is_filled else book_template
    return template


@pytest.fixture
def filled(workplace: Workplace) -> Workplace:
    return workplace


def opened(workplace: Workplace, qtbot: QtBot) -> OverviewScreen:
    screen = OverviewScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1200, 650)
    screen.begin()
    screen.show()
    QApplication.processEvents()
    return screen


def texts_of(screen: OverviewScreen) -> list[str]:
    model = screen.targets.list_model
    return [model.index(0, column).data() for column in range(model.columnCount())]


def test_a_target_stands_in_a_row_with_its_share_and_a_word(filled: Workplace, qtbot: QtBot) -> None:
    shown = texts_of(opened(filled, qtbot))
    assert shown == ["Ít nhất 70 % số xã", "≥ 80", "40", "50", "Chậm tiến độ"]


def test_it_reads_anew_when_records_change_while_it_is_seen(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    added(filled.book, "outreach", held_on=date(2025, 5, 7), people=20)
    filled.refresh("outreach")
    assert texts_of(screen)[2] == "60"


def test_it_waits_to_read_until_it_is_seen(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    screen.hide()
    added(filled.book, "outreach", held_on=date(2025, 5, 7), people=20)
    filled.refresh("outreach")
    assert texts_of(screen)[2] == "40"
    screen.show()
    assert texts_of(screen)[2] == "60"


def test_another_period_shows_other_numbers(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    filled.choose_period(parse_period("2025-Q1"))
    assert texts_of(screen)[2:4] == ["–", "–"]


def test_a_commune_without_outreach_leads_to_its_screen(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    assert screen.silent.count() == 4
    screen.silent.setCurrentRow(0)
    with qtbot.waitSignal(screen.subject_requested) as asked:
        press(screen.silent, Qt.Key.Key_Return)
    assert asked.args == ["outreach"]


def test_a_draft_leads_to_its_screen(filled: Workplace, qtbot: QtBot) -> None:
    filled.write_aside(lambda session: drafts.keep(session, "tasks", {"content": "x"}))
    screen = opened(filled, qtbot)
    assert screen.waiting.item(0).text() == "Kế hoạch: 1 bản nháp"
    with qtbot.waitSignal(screen.subject_requested) as asked:
        screen.waiting.itemActivated.emit(screen.waiting.item(0))
    assert asked.args == ["plans"]


@pytest.mark.parametrize("kind", [*ENTRY_KINDS, "figure_grid", "received_plans"])
def test_a_draft_of_any_kind_waits_on_a_screen_of_the_window(
    filled: Workplace, qtbot: QtBot, kind: str
) -> None:
    filled.write_aside(lambda session: drafts.keep(session, kind, {"note": "x"}))
    screen = opened(filled, qtbot)
    with qtbot.waitSignal(screen.subject_requested) as asked:
        screen.waiting.itemActivated.emit(screen.waiting.item(0))
    assert subject_of(asked.args[0]) is not None


def test_a_year_without_data_offers_three_first_steps(workplace: Workplace, qtbot: QtBot) -> None:
    screen = opened(workplace, qtbot)
    asked: list[str] = []
    screen.subject_requested.connect(asked.append)
    for button in screen.welcome.buttons:
        button.click()
    assert screen.welcome.isVisible()
    assert asked == ["plans", "outreach", "officials"]


def test_targets_of_a_draft_are_not_followed_and_the_page_says_so(filled: Workplace, qtbot: QtBot) -> None:
    filled.choose_period(parse_period("2024"))
    added(filled.book, "outreach", held_on=date(2024, 5, 6), people=40)
    screen = opened(filled, qtbot)
    assert not screen.targets.isVisible()
    assert not screen.welcome.isVisible()


def test_the_chart_is_read_out_month_by_month(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    assert screen.chart.accessibleName() == texts.MONTHS.format(year=2025, before=2024)
    assert "Tháng 5: 2, năm trước –" in screen.chart.accessibleDescription()


def test_a_narrow_window_has_one_column(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    beside = screen.numbers.mapTo(screen, screen.numbers.rect().topLeft()).x()
    screen.resize(860, 500)
    QApplication.processEvents()
    below = screen.numbers.mapTo(screen, screen.numbers.rect().topLeft()).x()
    assert (beside > 600, below < 100) == (True, True)


def test_enter_on_a_key_number_asks_for_its_measure(filled: Workplace, qtbot: QtBot) -> None:
    screen = opened(filled, qtbot)
    screen.numbers.setFocus()
    screen.numbers.selectRow(0)
    with qtbot.waitSignal(screen.found_requested) as asked:
        press(screen.numbers, Qt.Key.Key_Return)
    assert (asked.args[0].kind, asked.args[0].code) == ("measures", "outreach.sessions")


def test_the_way_to_the_numbers_of_the_units_before_is_told(
    settled: Book, preferences: Preferences, qtbot: QtBot
) -> None:
    def outreach(session: Session) -> None:
        old = units.find(session, "03289", EVE).id
        add(session, "outreach", held_on=date(2024, 5, 6), people=40, unit_id=old)

    step(settled, outreach)
    workplace = Workplace(settled, preferences)
    workplace.choose_period(parse_period("2024"))
    screen = opened(workplace, qtbot)
    assert screen.ended.text() == (
        "Xã Tuần Giáo có từ ngày 01/07/2025. Sổ có số liệu của các đơn vị trước đó: "
        "hãy chọn Nhìn theo (Alt+E) địa giới 01/07/2025 để xem."
    )
    workplace.choose_borders(JULY)
    assert screen.ended.text() == ""
