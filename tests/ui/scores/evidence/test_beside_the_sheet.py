"""Evidence on the screen of scoring: it follows the cursor, is reached by keys and counted in the grid."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services.scoring import evidence
from db.services.scoring.evidence import Said
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.helpers.sample_records import step
from ui.common.workplace import Workplace
from ui.scores.evidence.evidence_dialog import EvidenceDialog
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.model import EVIDENCE_ROLE, KEYS

Key = Qt.Key


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The screen at the sheet of a commune whose second criterion has evidence."""
    unit = workplace.read(lambda session: unit_id(session, "99102"))
    step(
        workplace.book,
        lambda session: evidence.add(
            session,
            unit_id=unit,
            year=2025,
            criterion="2",
            said=Said("12/KH-UBND"),
            file=None,
            today=date(2025, 9, 20),
        ),
    )
    made = ScoresScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    made.activateWindow()
    made.begin()
    made.open_sheet(unit)
    QApplication.processEvents()
    return made


def counts(screen: ScoresScreen) -> dict[str, int]:
    model, column = screen.sheet.model, KEYS.index("title")
    indexes = [model.index(row, column) for row in range(model.rowCount())]
    return {model.code(index): count for index in indexes if (count := index.data(EVIDENCE_ROLE))}


def test_the_evidence_follows_the_cursor_and_is_counted(screen: ScoresScreen) -> None:
    assert counts(screen) == {"2": 1}
    assert screen.evidence.title.text() == "Minh chứng tiêu chí 1"
    press(screen.sheet.table, Key.Key_Down)
    assert screen.evidence.title.text() == "Minh chứng tiêu chí 2: 1"
    index = screen.sheet.model.index(screen.sheet.model.row_of("2"), KEYS.index("title"))
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("\n1 minh chứng")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", 1 minh chứng")


def test_evidence_is_added_from_the_grid(screen: ScoresScreen, dialogs: Modals) -> None:
    def act(dialog: EvidenceDialog) -> None:
        type_text(dialog.number, "13/BC")
        dialog.keep_button.click()

    dialogs.expect(EvidenceDialog, act)
    press(screen.sheet.table, Key.Key_F5)
    assert counts(screen) == {"1": 1, "2": 1}
    screen.workplace.undo()
    assert counts(screen) == {"2": 1}


def test_keys_lead_to_the_list_and_back(screen: ScoresScreen) -> None:
    press(screen.sheet.table, Key.Key_Down)
    QTest.keyClick(screen.sheet.table, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert screen.evidence.table.hasFocus()
    press(screen.evidence.table, Key.Key_Escape)
    assert screen.sheet.table.hasFocus()
    assert screen.pages.currentWidget() is screen.sheet


def test_another_year_has_its_own_evidence(screen: ScoresScreen) -> None:
    screen.workplace.choose_period(parse_period("2024"))
    assert counts(screen) == {}
