"""The line under a table never shows a number with digits cut off."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QTableWidget, QToolTip
from pytestqt.qtbot import QtBot

from ui.common.lists.foot_line import TOO_NARROW, FootLine

NUMBER = "1.234.567"


@pytest.fixture
def table(qtbot: QtBot) -> QTableWidget:
    made = QTableWidget(1, 3)
    qtbot.addWidget(made)
    made.setColumnWidth(1, 60)
    return made


@pytest.fixture
def line(table: QTableWidget, qtbot: QtBot) -> FootLine:
    made = FootLine(table)
    qtbot.addWidget(made)
    made.resize(400, 30)
    return made


def test_a_column_is_widened_for_its_number(table: QTableWidget, line: FootLine) -> None:
    line.show_numbers({1: NUMBER}, "")
    assert table.columnWidth(1) > 60
    assert line.shown(1) == NUMBER


def test_a_wide_column_stays_as_it_is(table: QTableWidget, line: FootLine) -> None:
    table.setColumnWidth(1, 300)
    line.show_numbers({1: NUMBER}, "")
    assert table.columnWidth(1) == 300


def test_a_column_made_too_narrow_says_so_as_excel_does(table: QTableWidget, line: FootLine) -> None:
    line.show_numbers({1: NUMBER}, "")
    table.setColumnWidth(1, 50)
    assert line.shown(1) == TOO_NARROW


def test_the_whole_number_is_in_the_tip_and_is_read_out(table: QTableWidget, line: FootLine) -> None:
    line.show_numbers({1: NUMBER}, f"Người: {NUMBER}")
    table.setColumnWidth(1, 50)
    place = QPoint(table.verticalHeader().width() + table.columnWidth(0) + 20, 10)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, place, line.mapToGlobal(place)))
    assert (QToolTip.text(), line.accessibleDescription()) == (NUMBER, f"Người: {NUMBER}")
