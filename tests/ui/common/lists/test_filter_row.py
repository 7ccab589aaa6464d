"""The row over a list keeps its words whole where there is little room."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.common import texts
from ui.common.lists.filter_row import FilterRow


@pytest.fixture
def row(qtbot: QtBot) -> FilterRow:
    made = FilterRow()
    qtbot.addWidget(made)
    for key, label in (("unit", "Xã"), ("team", "Đoàn, đội"), ("breach", "Có vi phạm")):
        made.add_box(key, label)
    made.show_count("1.234 dòng")
    made.show()
    return made


def cut(box: QComboBox) -> bool:
    """Tell whether the words of a box are wider than the box."""
    return box.fontMetrics().horizontalAdvance(box.currentText()) > box.width()


@pytest.mark.parametrize("width", [450, 600, 750, 1000])
def test_the_boxes_show_all_their_words_at_any_width(row: FilterRow, qtbot: QtBot, width: int) -> None:
    row.resize(width, row.height())
    qtbot.waitUntil(lambda: not any(map(cut, row.findChildren(QComboBox))))
    hint, font = row.line.placeholderText(), row.line.fontMetrics()
    assert hint in texts.FILTER_HINTS
    assert font.horizontalAdvance(hint) < row.line.width()


def test_with_little_room_the_boxes_stand_under_the_line_and_come_back(row: FilterRow, qtbot: QtBot) -> None:
    box = row.findChildren(QComboBox)[0]
    row.resize(450, row.height())
    qtbot.waitUntil(lambda: box.y() > row.line.geometry().bottom())
    row.resize(1000, row.height())
    qtbot.waitUntil(lambda: box.y() <= row.line.geometry().bottom())
