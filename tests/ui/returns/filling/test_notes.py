"""What is said above the forms."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from db.rules.periods import parse_period
from db.services.returns.frozen_returns import ApprovedReturn, FrozenReturn
from ui.returns.filling.notes import notes
from ui.returns.filling.presenter import FillingPresenter

DAY, AT = date(2025, 9, 14), datetime(2025, 9, 16, 8, 5)


def approved(sha256: str) -> FrozenReturn:
    """The first revision of the quarter."""
    known = ApprovedReturn(
        1, "quarterly", "2025-Q3", DAY, DAY, 1, "1A2B", sha256, "a.xlsx", AT, "Hoa", "", None, None, None
    )
    return FrozenReturn(known, None, "")


@pytest.mark.parametrize(
    ("earlier", "revision", "words"),
    [
        ("", 1, "Nếu duyệt bây giờ: lần 1."),
        ("same", 1, "Số liệu của sổ không khác bản đã duyệt lần 1."),
        ("other", 2, "Số liệu của sổ đã khác bản đã duyệt lần 1 ở 0 ô; duyệt bây giờ là lần 2."),
    ],
)
def test_the_revision_is_said_in_words(
    presenter: FillingPresenter, earlier: str, revision: int, words: str
) -> None:
    standing = presenter.standing
    assert standing is not None
    filled = replace(standing.hand.filled, revision=revision)
    sha256 = filled.sha256 if earlier == "same" else "0"
    standing = replace(
        standing,
        hand=replace(standing.hand, filled=filled),
        frozen=approved(sha256) if earlier else None,
    )

    assert words in notes(standing, parse_period("2025-Q3"))[0].words


def test_sample_data_are_said_to_be_no_report(presenter: FillingPresenter) -> None:
    standing = presenter.standing
    assert standing is not None
    filled = standing.hand.filled
    sample = replace(filled, head=replace(filled.head, sample=True))

    said = notes(replace(standing, hand=replace(standing.hand, filled=sample)), parse_period("2025-Q3"))[1]

    assert said.warns
    assert "không dùng để báo cáo" in said.words
