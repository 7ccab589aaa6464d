"""What is said above the forms."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from db.rules.periods import parse_period
from db.services.returns.frozen_returns import ExportedReturn
from ui.returns.filling.notes import notes
from ui.returns.filling.presenter import FillingPresenter

TODAY = date(2025, 9, 20)


def exported(revision: int) -> ExportedReturn:
    """An export of the quarter."""
    day = date(2025, 9, 14)
    at = datetime(2025, 9, 16, 8, 5)
    return ExportedReturn(1, "quarterly", "2025-Q3", day, day, revision, "1A2B", "a.xlsx", at, "Hoa")


@pytest.mark.parametrize(
    ("earlier", "revision", "words"),
    [
        ([], 1, "Nếu kết xuất bây giờ: lần 1."),
        ([exported(1)], 1, "Số liệu không đổi so với lần 1 (kết xuất ngày 16/09/2025)"),
        ([exported(1)], 2, "Số liệu đã khác lần 1 (kết xuất ngày 16/09/2025); kết xuất bây giờ là lần 2."),
    ],
)
def test_the_revision_is_said_in_words(
    presenter: FillingPresenter, earlier: list[ExportedReturn], revision: int, words: str
) -> None:
    assert presenter.filled is not None
    filled = replace(presenter.filled, revision=revision)

    assert words in notes(filled, parse_period("2025-Q3"), earlier, TODAY)[0].words


@pytest.mark.parametrize(("today", "warns"), [(date(2025, 9, 14), True), (date(2025, 9, 15), False)])
def test_a_period_that_is_not_over_is_said(presenter: FillingPresenter, today: date, warns: bool) -> None:
    assert presenter.filled is not None

    said = [note.words for note in notes(presenter.filled, parse_period("2025-Q3"), [], today)]

    assert any(words.startswith("Kỳ chưa hết (ngày cuối là 14/09/2025)") for words in said) is warns


def test_sample_data_are_said_to_be_no_report(presenter: FillingPresenter) -> None:
    assert presenter.filled is not None
    filled = replace(presenter.filled, head=replace(presenter.filled.head, sample=True))

    said = notes(filled, parse_period("2025-Q3"), [], TODAY)[1]

    assert said.warns
    assert "không dùng để báo cáo" in said.words
