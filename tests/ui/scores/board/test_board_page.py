"""The board by keyboard: views, filters, what is late, the gap of a commune, what is remembered."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.rules.scoring.chain import Step
from db.rules.scoring.marks import Mark
from db.services.scoring import sheets
from db.sessions import Book, Session
from tests.helpers.books import grow, unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.made_once import made_once
from tests.helpers.modals import FileDialogs
from tests.helpers.sample_records import step
from tests.helpers.scoring import TODAY, fill_in, take
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.scores.board.page import BoardPage
from ui.scores.board.views import View

CONTROL = Qt.KeyboardModifier.ControlModifier
DOI_THONG, QUE_LAM, DAT_THANH, AN_BINH, ANG_TO = (f"9910{end}" for end in range(1, 6))


def scored(session: Session) -> None:
    """One best, one with less after the appraisal, one submitted, one returned, one untouched."""
    fill_in(session, unit_id(session, DOI_THONG), 2025)
    fill_in(session, unit_id(session, QUE_LAM), 2025)
    commune = unit_id(session, QUE_LAM)
    take(session, commune, 2025, Step.REOPEN, reason="Xem lại")
    own = sheets.sheet(session, unit_id=commune, year=2025).marks
    less = [
        Mark(code, own[code].self_answer, answer, "Thiếu hồ sơ") for code, answer in (("5", "no"), ("2", "0"))
    ]
    sheets.give_marks(session, unit_id=commune, year=2025, marks=less, today=TODAY)
    take(session, commune, 2025, Step.APPRAISE)
    fill_in(session, unit_id(session, DAT_THANH), 2025, last=Step.SUBMIT)
    fill_in(session, unit_id(session, AN_BINH), 2025, last=Step.SUBMIT)
    take(session, unit_id(session, AN_BINH), 2025, Step.RETURN, reason="Thiếu hồ sơ")


@pytest.fixture(scope="session")
def scored_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        grow(template_folder, folder, lambda book: step(book, scored))

    return made_once(tmp_path_factory, "scored_board", make)


@pytest.fixture
def book_template(scored_template: Path) -> Path:
    return scored_template


def opened(workplace: Workplace, qtbot: QtBot) -> BoardPage:
    page = BoardPage(workplace)
    qtbot.addWidget(page)
    page.resize(1190, 600)
    page.show()
    page.reload()
    page.take_focus()
    qtbot.waitUntil(lambda: bool(page.presenter.summary.counts))
    return page


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> BoardPage:
    return opened(workplace, qtbot)


def column(page: BoardPage, key: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    at = [item.key for item in page.list_model.columns].index(key)
    model = page.list_model
    return [str(model.index(row, at).data(role)) for row in range(model.rowCount())]


def test_groups_of_the_rule_set_stand_between_state_and_totals(page: BoardPage) -> None:
    titles = [str(item.title) for item in page.list_model.columns]
    assert titles[2:9] == ["Trạng thái", "Nhóm I", "Nhóm II", "Nhóm III", "Nhóm IV", "Tự chấm", "Thẩm định"]


def test_states_ranks_and_years_in_a_row_are_in_sight(page: BoardPage) -> None:
    assert column(page, "state") == ["Đã thẩm định", "Đã thẩm định", "Đã nộp", "Đã trả lại", "Chưa chấm"]
    assert column(page, "rank") == ["1", "2", "–", "–", "–"]
    assert column(page, "class") == ["Tốt", "Khá", "–", "–", "–"]
    assert column(page, "streak") == ["1", "1", "–", "–", "–"]


def test_a_cell_tells_its_share_to_all(page: BoardPage) -> None:
    assert column(page, "group:I")[:3] == ["30", "24", "–"]
    assert column(page, "group:I", Qt.ItemDataRole.ToolTipRole)[1] == "24 (80 % của 30 điểm)"
    assert column(page, "group:I", Qt.ItemDataRole.AccessibleTextRole)[1] == "Nhóm I: 24 (80 % của 30 điểm)"


@pytest.mark.parametrize(
    ("key", "view", "cells"),
    [
        (Qt.Key.Key_1, View.APPRAISED, ["35", "23", "–", "–", "–"]),
        (Qt.Key.Key_2, View.SELF, ["35", "35", "35", "35", "–"]),
        (Qt.Key.Key_3, View.DIFFERENCE, ["0", "-12", "–", "–", "–"]),
        (Qt.Key.Key_4, View.BEFORE, ["–", "–", "–", "–", "–"]),
    ],
)
def test_views_turn_by_key(page: BoardPage, key: Qt.Key, view: View, cells: list[str]) -> None:
    press(page, Qt.Key.Key_2, CONTROL)
    press(page, key, CONTROL)
    assert page.presenter.view is view
    assert column(page, "group:II") == cells


def test_the_view_is_compared_with_the_year_before(book: Book, page: BoardPage) -> None:
    step(
        book,
        lambda session: fill_in(session, unit_id(session, QUE_LAM), 2024, missing=3, on=date(2024, 9, 2)),
    )
    page.workplace.refresh("scores")
    press(page, Qt.Key.Key_4, CONTROL)
    assert column(page, "group:I")[1] == "-3"
    assert column(page, "before")[1] == "97"


def test_the_view_the_detail_and_the_order_are_remembered(
    page: BoardPage, open_workplace: Callable[[], Workplace], qtbot: QtBot
) -> None:
    press(page, Qt.Key.Key_3, CONTROL)
    press(page, Qt.Key.Key_B, CONTROL)
    page.list.table.sort_requested.emit("group:I", False)
    again = opened(open_workplace(), qtbot)
    assert again.presenter.view is View.DIFFERENCE
    assert again.views.buttons[View.DIFFERENCE].isChecked()
    assert not again.detail.isVisible()
    assert column(again, "unit")[:2] == ["Xã Quế Lâm", "Thị trấn Đồi Thông"]


def test_an_unknown_remembered_view_is_the_appraised_one(
    workplace: Workplace, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.set_text("scores/view", "xyz")
    preferences.set_text("scores/sort", "-group:XIX")
    page = opened(Workplace(workplace.book, preferences), qtbot)
    assert page.presenter.view is View.APPRAISED
    assert page.list_model.rowCount() == 5


def test_communes_that_have_not_submitted_or_are_late_stand_alone_by_key(page: BoardPage) -> None:
    press(page, Qt.Key.Key_J, CONTROL)
    assert column(page, "unit") == ["Xã Ăng Tở", "Xã An Bình"]
    assert column(page, "due") == ["Chậm 173 ngày", "Còn 61 ngày"]
    assert column(page, "due", Qt.ItemDataRole.ToolTipRole)[0] == (
        "Chậm 173 ngày (đăng ký hạn 31/03/2025 (chậm 173 ngày); nộp phiếu hạn 20/11/2025 (còn 61 ngày))"
    )
    press(page, Qt.Key.Key_J, CONTROL)
    assert page.list_model.rowCount() == 5


@pytest.mark.parametrize(
    ("key", "code", "names"),
    [
        ("state", "returned", ["Xã An Bình"]),
        ("state", "not_begun", ["Xã Ăng Tở"]),
        ("class", "Khá", ["Xã Quế Lâm"]),
        ("class", "", ["Thị trấn Đồi Thông", "Xã Quế Lâm", "Xã Đạt Thành", "Xã An Bình", "Xã Ăng Tở"]),
    ],
)
def test_the_board_is_narrowed_by_state_and_class(
    page: BoardPage, key: str, code: str, names: list[str]
) -> None:
    page.list.filters.choose(key, code)
    assert column(page, "unit") == names


def test_words_of_states_are_found_as_one_types(page: BoardPage, qtbot: QtBot) -> None:
    page.seek()
    type_text(page.list.filters.line, "da nop")
    qtbot.waitUntil(lambda: page.list_model.rowCount() == 1)
    assert column(page, "unit") == ["Xã Đạt Thành"]


@pytest.mark.parametrize(
    ("key", "first"), [("state", "Xã Ăng Tở"), ("class", "Thị trấn Đồi Thông"), ("due", "Xã Ăng Tở")]
)
def test_states_classes_and_days_sort_by_their_own_order(page: BoardPage, key: str, first: str) -> None:
    page.presenter.sort_by(key, False)
    assert column(page, "unit")[0] == first


def test_a_search_hit_outside_the_filter_is_shown(page: BoardPage) -> None:
    press(page, Qt.Key.Key_J, CONTROL)
    page.choose(page.workplace.read(lambda session: unit_id(session, DOI_THONG)))
    assert page.list_model.rowCount() == 5
    assert not page.attention.isChecked()


def told(page: BoardPage, row: int, qtbot: QtBot) -> tuple[str, str]:
    """What is told of the commune of a row, reached from the first by key."""
    for key in (Qt.Key.Key_Home, *[Qt.Key.Key_Down] * row):
        press(page.list.table, key)
    qtbot.waitUntil(lambda: not page._soon.isActive())
    return page.detail.title.text(), page.detail.words.text()


def test_the_gap_of_a_commune_and_what_closes_it_are_told(page: BoardPage, qtbot: QtBot) -> None:
    title, words = told(page, 1, qtbot)
    assert title == "Xã Quế Lâm · Đã thẩm định · Tự chấm: 100 điểm – Tốt · Thẩm định: 82 điểm – Khá"
    assert words.splitlines() == [
        "Theo điểm thẩm định: còn thiếu 3 điểm để lên loại Tốt.",
        "Đủ điểm nếu đạt trọn tiêu chí 5. Mỗi quý có ít nhất một hình thức tuyên truyền (+12).",
        "Còn phải làm: công nhận hạn 31/01/2026 (còn 133 ngày).",
        "Còn có thể thêm ở tiêu chí 2. Ban chỉ đạo họp định kỳ, có biên bản (+6).",
    ]


@pytest.mark.parametrize(
    ("row", "words"),
    [(0, "Đã ở loại cao nhất của bộ tiêu chí."), (2, "Đã ở loại cao nhất"), (4, "Phiếu chưa đủ câu trả lời")],
)
def test_what_has_no_gap_says_why(page: BoardPage, qtbot: QtBot, row: int, words: str) -> None:
    assert words in told(page, row, qtbot)[1]


def test_a_year_without_a_rule_set_is_looked_at_without_trouble(page: BoardPage, qtbot: QtBot) -> None:
    page.workplace.choose_period(parse_period("2018"))
    assert column(page, "due") == ["–"] * 5
    assert "chưa có bộ tiêu chí" in told(page, 0, qtbot)[1]
    assert [item.key for item in page.list_model.columns if item.key.startswith("group:")] == []


def test_counts_by_class_have_their_share_with_three_decimals(page: BoardPage) -> None:
    assert page.presenter.summary.lines()[1] == (
        "Xếp loại sau thẩm định: Tốt 1 (20 %) · Khá 1 (20 %) · Chưa đạt 0 · Chưa xếp loại 3 (60 %)"
    )


def test_what_is_shown_goes_to_excel_with_its_view_and_filter(
    page: BoardPage, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    press(page, Qt.Key.Key_3, CONTROL)
    page.list.filters.choose("state", "appraised")
    file_dialogs.expect(tmp_path / "a.xlsx")
    page.export()
    page.workplace.worker.wait()
    rows = [list(row) for row in load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)]
    lines = [row[0] for row in rows]
    assert "Điểm theo nhóm: Chênh lệch" in lines
    assert "Đang lọc: 2 trong số 5 xã" in lines
    (head,) = (row for row in rows if "Nhóm II" in row)
    (que_lam,) = (row for row in rows if "Xã Quế Lâm" in row)
    assert que_lam[head.index("Nhóm II")] == -12
    assert que_lam[head.index("Hạng")] == 2
