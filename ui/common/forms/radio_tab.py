"""Tab goes to the radio button that is chosen: Qt sees to it only once one of the group had the cursor."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton


def tab_to_chosen(buttons: Iterable[QRadioButton]) -> None:
    """Let Tab stop at the chosen one of a group only, also where it is chosen by the program."""
    for button in buttons:
        button.toggled.connect(lambda chosen, button=button: _show_to_tab(button, chosen))
        _show_to_tab(button, button.isChecked())


def _show_to_tab(button: QRadioButton, chosen: bool) -> None:
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
