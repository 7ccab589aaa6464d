"""A day typed on the number pad gets its slashes once it is whole; nothing else is touched."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import compose_text, press, type_text
from ui.common.forms.day_editor import DayEditor


@pytest.fixture
def editor(qtbot: QtBot) -> DayEditor:
    made = DayEditor()
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("01032025", "01/03/2025"),
        ("29022024", "29/02/2024"),
        ("29022025", "29022025"),
        ("31042025", "31042025"),
        ("20250301", "20250301"),
        ("14092125", "14092125"),
        ("0103202", "0103202"),
        ("010320251", "01/03/20251"),
        ("1/3/2025", "1/3/2025"),
        ("01/03/2025", "01/03/2025"),
    ],
)
def test_eight_digits_that_are_a_day_get_slashes(editor: DayEditor, typed: str, shown: str) -> None:
    type_text(editor, typed)
    assert editor.text() == shown


def test_composed_digits_too(editor: DayEditor) -> None:
    compose_text(editor, "14092025")
    assert editor.text() == "14/09/2025"


def test_who_listens_hears_the_day(editor: DayEditor) -> None:
    heard: list[str] = []
    editor.typed.connect(lambda: heard.append(editor.text()))
    type_text(editor, "14092025")
    assert heard[-1] == "14/09/2025"


def test_ctrl_z_takes_the_slashes_back(editor: DayEditor) -> None:
    type_text(editor, "14092025")
    press(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "14092025"
    assert editor.isModified()
    press(editor, Qt.Key.Key_End)
    press(editor, Qt.Key.Key_Backspace)
    type_text(editor, "4")
    assert editor.text() == "14/09/2024"


def test_a_kept_text_is_shown_as_it_is(editor: DayEditor) -> None:
    editor.set_text("14092025")
    assert editor.text() == "14092025"
