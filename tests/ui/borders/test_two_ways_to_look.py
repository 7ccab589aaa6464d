"""As reported or in the borders of a day: one choice for the whole window, followed by every screen with numbers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services import units
from db.sessions import Book, Session
from tests.helpers.changed_borders import EVE, JULY
from tests.helpers.modals import Modals
from tests.helpers.sample_records import contents, step
from tests.helpers.scoring import fill_in
from ui.common.borders import BordersNote
from ui.common.borders_day_dialog import BordersDayDialog
from ui.common.preferences import Preferences
from ui.common.screens.record_screen import RecordScreen
from ui.common.workplace import Workplace
from ui.measures.behind_dialog import BehindDialog
from ui.measures.screen import MeasuresScreen
from ui.outreach.screen import OutreachScreen
from ui.overview.screen import OverviewScreen
from ui.scores.screen import ScoresScreen
from ui.shell.bar import Bar
from ui.shell.window import Window

TOOL_TIP, SPOKEN = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def past(changed_book: Book, workplace: Workplace) -> Workplace:
    """The workplace in the year before the change."""
    workplace.choose_period(parse_period("2024"))
    return workplace


@pytest.fixture
def bar(changed_book: Book, workplace: Workplace, qtbot: QtBot) -> Bar:
    made = Bar()
    qtbot.addWidget(made)
    made.attach(workplace)
    return made


def offered(bar: Bar) -> list[str]:
    return [bar.borders.itemText(at) for at in range(bar.borders.count())]


def test_days_on_which_units_changed_are_offered_with_their_eves(bar: Bar) -> None:
    assert offered(bar) == [
        "như đã báo cáo",
        "địa giới 01/07/2025",
        "địa giới 30/06/2025",
        "địa giới ngày khác…",
    ]
    assert bar.borders.currentText() == "như đã báo cáo"


def test_the_choice_is_remembered(bar: Bar, workplace: Workplace, preferences: Preferences) -> None:
    bar.borders.setCurrentIndex(1)
    assert workplace.borders == JULY
    assert Workplace(workplace.book, preferences).borders == JULY


def test_what_is_remembered_and_is_no_day_is_as_reported(
    workplace: Workplace, preferences: Preferences
) -> None:
    preferences.set_text("borders", "31/02/2025")
    assert Workplace(workplace.book, preferences).borders is None


def test_another_day_can_be_typed_and_is_offered_from_then_on(
    bar: Bar, workplace: Workplace, dialogs: Modals
) -> None:
    def answer(dialog: BordersDayDialog) -> None:
        dialog.editor.setText("31/02/2025")
        dialog.accept_button.click()
        assert dialog.message.text()
        dialog.editor.setText("5/3/2025")
        dialog.accept_button.click()

    dialogs.expect(BordersDayDialog, answer)
    bar.borders.setCurrentIndex(bar.borders.count() - 1)
    assert workplace.borders == date(2025, 3, 5)
    assert bar.borders.currentText() == "địa giới 05/03/2025"


def test_turning_back_from_another_day_leaves_the_choice(
    bar: Bar, workplace: Workplace, dialogs: Modals
) -> None:
    workplace.choose_borders(EVE)
    dialogs.expect(BordersDayDialog, lambda dialog: dialog.reject())
    bar.borders.setCurrentIndex(bar.borders.count() - 1)
    assert workplace.borders == EVE
    assert bar.borders.currentText() == "địa giới 30/06/2025"


def shown(qtbot: QtBot, screen: RecordScreen | MeasuresScreen | OverviewScreen | ScoresScreen) -> None:
    qtbot.addWidget(screen)
    screen.resize(1200, 660)
    screen.show()
    screen.begin()


@pytest.fixture
def measures(past: Workplace, qtbot: QtBot) -> MeasuresScreen:
    made = MeasuresScreen(past)
    shown(qtbot, made)
    made.presenter.choose("outreach.people")
    return made


def last_cells(screen: MeasuresScreen) -> dict[str, str]:
    """What stands in the column of the year, by the title of the line."""
    model = screen.table_model
    year = model.columnCount() - 1
    return {line.title: str(model.index(at, year).data()) for at, line in enumerate(model.lines)}


def test_measures_follow_and_say_so(measures: MeasuresScreen, past: Workplace) -> None:
    assert last_cells(measures)["Xã Quế Lâm"] == "60"
    past.choose_borders(JULY)
    cells = last_cells(measures)
    assert cells["Phường Đồi Thông"] == "70"
    assert cells["Xã Đạt Tân"] == "Không so sánh được: Xã Đạt Thành chia về nhiều nơi"
    assert cells["Huyện Hòa Lâm (không chia được cho các đơn vị dưới)"] == "20"
    (note,) = measures.findChildren(BordersNote)
    assert (note.isVisible(), note.text().startswith("Số liệu quy về địa giới ngày 01/07/2025")) == (
        True,
        True,
    )


def test_a_cell_that_is_not_comparable_says_why_to_all(measures: MeasuresScreen, past: Workplace) -> None:
    past.choose_borders(JULY)
    model = measures.table_model
    at = [line.title for line in model.lines].index("Xã Khe Sâu")
    why = "Không so sánh được: chưa rõ nguồn gốc hoặc nơi đến của Xã Khe Sâu"
    assert model.index(at, 5).data() == model.index(at, 5).data(TOOL_TIP) == why
    assert str(model.index(at, 5).data(SPOKEN)).endswith(why)
    assert why in measures.presenter.rows()[[row[0] for row in measures.presenter.rows()].index("Xã Khe Sâu")]
    assert measures.table.columnSpan(at, 1) == 13


def test_bars_say_why_there_is_no_bar(measures: MeasuresScreen, past: Workplace) -> None:
    past.choose_borders(JULY)
    assert "Tháng 5" not in measures.bars.accessibleDescription()
    assert "Không so sánh được" in measures.bars.accessibleDescription()
    measures.bars.grab()


def test_the_units_behind_a_restated_number_are_named(
    measures: MeasuresScreen, past: Workplace, dialogs: Modals
) -> None:
    past.choose_borders(JULY)
    seen: list[str] = []

    def look(dialog: BehindDialog) -> None:
        model = dialog.sources.list_model
        seen.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))
        seen.append(dialog.told.text())
        rows = dialog.table.list_model
        seen.extend(str(rows.index(row, 1).data()) for row in range(rows.rowCount()))
        dialog.reject()

    dialogs.expect(BehindDialog, look)
    at = [line.title for line in measures.table_model.lines].index("Phường Đồi Thông")
    measures.open_number(at, measures.table_model.columnCount() - 1)
    assert seen[:3] == [
        "Thị trấn Đồi Thông",
        "Xã Quế Lâm",
        "Cộng các đơn vị trên: 70, đúng bằng số đang xem (70).",
    ]
    assert sorted(seen[3:]) == ["Thị trấn Đồi Thông", "Xã Quế Lâm"]


@pytest.fixture
def outreach(past: Workplace, qtbot: QtBot) -> OutreachScreen:
    made = OutreachScreen(past)
    shown(qtbot, made)
    qtbot.waitUntil(lambda: made.list.filters._boxes["unit_id"].count() > 1)
    return made


def column(screen: RecordScreen, key: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    at = [item.key for item in screen.list_model.columns].index(key)
    model = screen.list_model
    return [str(model.index(row, at).data(role)) for row in range(model.rowCount())]


def test_lists_show_and_narrow_by_the_units_of_the_day(outreach: OutreachScreen, past: Workplace) -> None:
    past.choose_borders(JULY)
    assert column(outreach, "unit").count("Phường Đồi Thông") == 2
    assert "Phường Đồi Thông (ghi cho Xã Quế Lâm)" in column(outreach, "unit", TOOL_TIP)
    box = outreach.list.filters._boxes["unit_id"]
    box.setCurrentIndex(box.findText("Phường Đồi Thông"))
    assert column(outreach, "people") == ["60", "10"]
    assert outreach.presenter.shown.totals["people"] == 70


def test_what_lies_in_no_unit_of_the_day_alone_stays_and_says_so(
    outreach: OutreachScreen, past: Workplace
) -> None:
    past.choose_borders(JULY)
    assert "≠ Xã Đạt Thành" in column(outreach, "unit")
    told = [words for words in column(outreach, "unit", TOOL_TIP) if "Xã Đạt Thành" in words]
    assert told == ["≠ Xã Đạt Thành (không xếp được vào một đơn vị của ngày này)"]
    box = outreach.list.filters._boxes["unit_id"]
    box.setCurrentIndex(box.findText("Huyện Hòa Lâm (không chia được cho các đơn vị dưới)"))
    assert sorted(column(outreach, "people")) == ["20", "5"]


def test_lists_are_in_the_order_of_the_units_of_the_day(outreach: OutreachScreen, past: Workplace) -> None:
    past.choose_borders(JULY)
    outreach.presenter.sort_by("unit", descending=False)
    names = column(outreach, "unit")
    at = [place for place, name in enumerate(names) if name == "Phường Đồi Thông"]
    assert at[1] == at[0] + 1


def test_as_reported_again_everything_is_as_before(outreach: OutreachScreen, past: Workplace) -> None:
    before = column(outreach, "unit")
    past.choose_borders(JULY)
    past.choose_borders(None)
    assert column(outreach, "unit") == before
    (note,) = outreach.findChildren(BordersNote)
    assert not note.isVisible()


def test_forms_stay_with_the_units_of_their_days(outreach: OutreachScreen, past: Workplace) -> None:
    past.choose_borders(JULY)
    outreach.list.table.selectRow(0)
    row = outreach.presenter.entry.texts()["unit_id"]
    with past.book.reading() as session:
        assert units.by_id(session, int(row)).valid_to == EVE


def test_the_home_page_follows(past: Workplace, qtbot: QtBot) -> None:
    screen = OverviewScreen(past)
    shown(qtbot, screen)
    past.choose_borders(JULY)
    model = screen.numbers.list_model
    people = [str(model.index(row, 0).data()) for row in range(model.rowCount())].index(
        "Số lượt người được tuyên truyền (lượt người)"
    )
    assert model.index(people, 1).data() == "Không so sánh được"
    assert "Xã Khe Sâu" in model.index(people, 1).data(TOOL_TIP)
    assert "Không so sánh được" in screen.chart.accessibleDescription()
    screen.chart.grab()


def scored(session: Session) -> None:
    """Appraise the two communes of Đồi Thông and the renamed one in 2024, and what they became in 2025."""
    for code, on, year, missing in (
        ("99101", EVE, 2024, 0),
        ("99102", EVE, 2024, 0),
        ("99105", EVE, 2024, 0),
        ("99101", JULY, 2025, 1),
    ):
        unit = units.find(session, code, on)
        fill_in(session, unit.id, year, missing=missing, on=date(year, 6, 1))


def test_scores_of_merged_communes_are_named_not_added(
    changed_book: Book, workplace: Workplace, qtbot: QtBot
) -> None:
    step(changed_book, scored)
    screen = ScoresScreen(workplace)
    shown(qtbot, screen)
    board = screen.board.presenter
    lines = {str(line.cells["unit"]): line.cells for line in board.rows(board.shown)}
    assert lines["Phường Đồi Thông"]["before"] is None
    assert lines["Xã Quế Lâm"]["before"] == 100
    workplace.choose_borders(JULY)
    lines = {str(line.cells["unit"]): line.cells for line in board.rows(board.shown)}
    assert lines["Phường Đồi Thông"]["before"] == "≠"
    told = str(lines["Phường Đồi Thông"]["before/why"])
    assert "gộp từ nhiều xã" in told
    assert "Thị trấn Đồi Thông 100; Xã Quế Lâm 100" in told
    assert lines["Xã Ăng Tố"]["before"] == 100
    said: list[str] = []
    workplace.said.connect(said.append)
    screen.show_record(next(line.id for line in board.rows(board.shown) if line.cells["before"] == "≠"))
    assert said[-1].startswith("Năm trước: Không so sánh được")
    assert "không có vào ngày" in str(lines["Xã Quế Lâm"]["before/why"])


def test_the_window_looks_without_a_change(
    changed_book: Book, workplace: Workplace, preferences: Preferences, qtbot: QtBot
) -> None:
    before = contents(changed_book)
    window = Window(preferences)
    qtbot.addWidget(window)
    window.attach(workplace)
    for day in (JULY, EVE, None):
        workplace.choose_borders(day)
        for key in ("overview", "plans", "outreach", "measures", "scores", "figures"):
            window.open_subject(key)
    assert contents(changed_book) == before
    assert window.findChildren(QLabel)
