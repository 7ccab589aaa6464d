"""The board of communes: order, filter, and a summary that is the return's own."""

import pytest

from db.rules.periods import parse_period
from db.services.returns import filling
from db.sessions import Book
from tests.ui.scores.marking import give_all
from ui.common.workplace import Workplace
from ui.scores.board.presenter import BoardPresenter


@pytest.fixture
def board(book: Book, workplace: Workplace) -> BoardPresenter:
    """The board of the small district with two communes scored, one of them by itself only."""
    give_all(book, "99102", missing=5)
    give_all(book, "99105", appraised=False)
    presenter = BoardPresenter(workplace)
    presenter.reload()
    return presenter


def names(board: BoardPresenter) -> list[str]:
    return [str(line.cells["unit"]) for line in board.rows(board.shown)]


def test_communes_stand_in_the_order_of_their_codes(board: BoardPresenter) -> None:
    assert names(board)[0] == "Thị trấn Đồi Thông"
    assert [line.cells["number"] for line in board.rows(board.shown)] == [1, 2, 3, 4, 5]


def test_names_sort_in_vietnamese_order(board: BoardPresenter) -> None:
    board.sort_by("unit", False)

    assert names(board) == ["Xã An Bình", "Xã Ăng Tở", "Xã Đạt Thành", "Thị trấn Đồi Thông", "Xã Quế Lâm"]


@pytest.mark.parametrize("descending", [False, True])
def test_communes_without_points_stand_last_whatever_the_order(
    board: BoardPresenter, descending: bool
) -> None:
    board.sort_by("self_points", descending)

    assert [line.cells["self_points"] for line in board.rows(board.shown)][2:] == [None, None, None]


@pytest.mark.parametrize("typed", ["que", "quế lâm", "LAM"])
def test_the_filter_needs_no_tone_marks(board: BoardPresenter, typed: str) -> None:
    board.filter_text(typed)

    assert names(board) == ["Xã Quế Lâm"]


def test_the_summary_equals_the_return(board: BoardPresenter, workplace: Workplace) -> None:
    with workplace.book.reading() as session:
        filled = filling.fill(
            session, set_code="quarterly", unit=workplace.office.unit, period=workplace.period
        )
    totals = filled.control_totals

    assert board.summary.counts["scores.self_points"] == totals["PCMD-07.self"]
    assert board.summary.counts["scores.appraised_points"] == totals["PCMD-07.appraised"]
    assert board.summary.classes == {"Tốt": 1, "Khá": 0, "Chưa đạt": 0}


def test_the_summary_leaves_out_what_was_scored_after_the_period(
    board: BoardPresenter, workplace: Workplace
) -> None:
    workplace.choose_period(parse_period("2025-Q2"))

    assert board.summary.counts["scores.self_sheets"] is None
    assert board.summary.lines()[0] == "Tự chấm: chưa có xã nào · Thẩm định: chưa có xã nào"
    assert "Chưa xếp loại 5" in board.summary.lines()[1]


def test_a_year_without_a_rule_set_has_no_classes(board: BoardPresenter, workplace: Workplace) -> None:
    workplace.choose_period(parse_period("2018"))

    assert board.summary.classes == {}
