"""The cells of the groups: points or differences, how warm they are, what they are told with."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from db.rules.scoring.results import Sum
from db.rules.scoring.rule_sets import Criterion, CriterionGroup
from ui.scores.board.heat import color_of
from ui.scores.board.views import Heat, View, group_cells, heat_of_difference, heat_of_share

GROUPS = (CriterionGroup("I", "Một", (Criterion("1", "", Decimal(40)),)),)
SUMS = {
    "self": {"I": Sum(Decimal("38.5"), Decimal(40))},
    "appraised": {"I": Sum(Decimal(30), Decimal(40))},
}
DARK, LIGHT = "#1e1e1e", "#ffffff"
LEAST_CONTRAST = 4.5


@pytest.mark.parametrize(
    ("percent", "heat"),
    [
        ("0", Heat.LOWEST),
        ("-5", Heat.LOWEST),
        ("49.999", Heat.LOWEST),
        ("50", Heat.LOW),
        ("70", Heat.MIDDLE),
        ("85", Heat.HIGH),
        ("94.9", Heat.HIGH),
        ("95", Heat.HIGHEST),
        ("100", Heat.HIGHEST),
    ],
)
def test_a_share_has_its_heat(percent: str, heat: Heat) -> None:
    assert heat_of_share(Decimal(percent)) is heat


@pytest.mark.parametrize(
    ("points", "most", "heat"),
    [
        ("0", "40", None),
        ("-1", "40", Heat.LOW),
        ("-8", "40", Heat.LOWEST),
        ("7.9", "40", Heat.HIGH),
        ("8", "40", Heat.HIGHEST),
        ("3", "0", None),
    ],
)
def test_a_difference_has_its_heat(points: str, most: str, heat: Heat | None) -> None:
    assert heat_of_difference(Decimal(points), Decimal(most)) is heat


@pytest.mark.parametrize(
    ("view", "value", "heat", "words"),
    [
        (View.APPRAISED, "30", Heat.MIDDLE, "75 % của 40 điểm"),
        (View.SELF, "38.5", Heat.HIGHEST, "96,3 % của 40 điểm"),
        (View.DIFFERENCE, "-8.5", Heat.LOWEST, "tự chấm 38,5, thẩm định 30"),
        (View.BEFORE, "2", Heat.HIGH, "năm trước 28, năm nay 30"),
    ],
)
def test_each_view_has_its_numbers(view: View, value: str, heat: Heat, words: str) -> None:
    cells = group_cells(view, GROUPS, SUMS, {"I": Decimal(28)})
    assert (cells["group:I"], cells["group:I/heat"], cells["group:I/why"]) == (Decimal(value), heat, words)


@pytest.mark.parametrize("view", list(View))
def test_what_was_not_scored_is_blank_in_every_view(view: View) -> None:
    unscored = {"appraised": {"I": Sum(None, Decimal(40))}, "self": {"I": Sum(None, Decimal(0))}}
    assert group_cells(view, GROUPS, {}, {}) == {"group:I": None}
    assert group_cells(view, GROUPS, unscored, {"I": Decimal(3)}) == {"group:I": None}


@pytest.fixture(params=[(LIGHT, "#000000"), (DARK, "#ffffff")])
def theme_words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QColor]:
    """The colour of words in a light and in a dark theme."""
    ground, words = request.param
    usual, palette = qapp.palette(), QPalette(qapp.palette())
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    palette.setColor(QPalette.ColorRole.Text, QColor(words))
    qapp.setPalette(palette)
    yield QColor(words)
    qapp.setPalette(usual)


@pytest.mark.parametrize("heat", list(Heat))
def test_numbers_stay_readable_on_every_ground(theme_words: QColor, heat: Heat) -> None:
    lighter, darker = sorted((luminance(theme_words), luminance(color_of(heat))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST


def luminance(color: QColor) -> float:
    """The relative luminance of a colour, as WCAG has it."""
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
