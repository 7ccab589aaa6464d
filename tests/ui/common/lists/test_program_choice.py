"""What the program chooses stands alone, whatever keys are held down meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.common.lists.program_choice import ProgramChoice

HELD = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
}
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Table(ProgramChoice, QTableWidget):
    pass


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table(4, 2)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(params=HELD, ids=lambda key: key.name)
def held(request: pytest.FixtureRequest, table: Table) -> Iterator[Qt.KeyboardModifier]:
    key = request.param
    QTest.keyPress(table, key, HELD[key])
    yield HELD[key]
    QTest.keyRelease(table, key, _NONE)


def chosen(table: QTableWidget) -> list[tuple[int, int]]:
    return sorted((index.row(), index.column()) for index in table.selectedIndexes())


def test_a_cell_stands_alone(table: Table, held: Qt.KeyboardModifier) -> None:
    table.setCurrentCell(0, 0)
    table.setCurrentCell(2, 1)
    assert chosen(table) == [(2, 1)]


def test_a_row_stands_alone(table: Table, held: Qt.KeyboardModifier) -> None:
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.selectRow(0)
    table.selectRow(2)
    assert chosen(table) == [(2, 0), (2, 1)]


def test_the_officer_still_chooses_several(table: Table, held: Qt.KeyboardModifier) -> None:
    table.setCurrentCell(1, 0)
    at = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), _LEFT, held, at)
    assert chosen(table) == [(1, 0), (2, 0)]


def test_a_press_on_a_head_extends_what_is_chosen(table: Table, held: Qt.KeyboardModifier) -> None:
    table.selectRow(1)
    heads: QWidget = table.verticalHeader().viewport()
    at = heads.rect().center()
    at.setY(table.rowViewportPosition(2) + table.rowHeight(2) // 2)
    QTest.mouseClick(heads, _LEFT, held, at)
    assert {row for row, _ in chosen(table)} == {1, 2}
