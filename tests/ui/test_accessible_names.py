"""A screen reader has a name for everything that Tab reaches."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListView, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from ui.common.screens.parted_screen import PartedScreen
from ui.common.screens.screen import Screen
from ui.common.worker import Worker
from ui.common.workplace import Workplace
from ui.establishments.screen import EstablishmentsScreen
from ui.hotspots.screen import HotspotsScreen
from ui.inspections.screen import InspectionsScreen
from ui.models.screen import ModelsScreen
from ui.returns.filling.screen import FillingScreen
from ui.returns.received.screen import ReceivedScreen
from ui.scores.screen import ScoresScreen
from ui.units.screen import UnitsScreen
from ui.wizard.screen import WizardScreen


def nameless(whole: QWidget) -> list[str]:
    """Return what Tab reaches without a name; a list inside a box has the box's, a tab bar its tab's."""
    reached = [
        part
        for part in whole.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QListView | QTabBar)
    ]
    known = [(part, QAccessible.queryAccessibleInterface(part)) for part in reached]
    return [type(part).__name__ for part, face in known if not face.text(QAccessible.Text.Name)]


REGISTERS = (EstablishmentsScreen, InspectionsScreen, HotspotsScreen, ModelsScreen)


@pytest.mark.parametrize("kind", [ScoresScreen, UnitsScreen, ReceivedScreen, *REGISTERS])
def test_every_control_of_a_list_screen_has_a_name(
    kind: Callable[[Workplace], Screen], workplace: Workplace, qtbot: QtBot
) -> None:
    screen = kind(workplace)
    qtbot.addWidget(screen)
    screen.begin()

    assert nameless(screen) == []


@pytest.mark.parametrize("kind", REGISTERS)
def test_every_field_and_part_of_a_register_has_a_name(
    kind: Callable[[Workplace], PartedScreen], workplace: Workplace, qtbot: QtBot
) -> None:
    screen = kind(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    screen.presenter.new_row()
    for part in screen.parts:
        part.form.focus_field()

    assert nameless(screen) == []


def test_every_control_of_returns_has_a_name(workplace: Workplace, qtbot: QtBot) -> None:
    screen = FillingScreen(workplace)
    qtbot.addWidget(screen)

    assert nameless(screen) == []


def test_every_control_of_the_first_steps_has_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    wizard = WizardScreen(tmp_path, Worker())
    qtbot.addWidget(wizard)

    assert nameless(wizard) == []
