"""What stands in the fields of a dialog as texts by key, whatever the editors are: to be put aside and put in again."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QRadioButton

from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.text_editors import FlagEditor, LineEditor, LinesEditor

# Behind a key: what stood there before something was typed.
WAS = ".was"
Editor = LineEditor | LinesEditor | FlagEditor | QComboBox | QCheckBox | QRadioButton | QPlainTextEdit


class HeldFields(Protocol):
    """Fields that are put aside together. `on_edited` is told once what to call at every change."""

    def texts(self) -> dict[str, str]: ...

    def show_texts(self, texts: Mapping[str, str]) -> None: ...

    def on_edited(self, act: Callable[[], None]) -> None: ...


class HeldEditors:
    """Editors by key, shown in their order: one that decides what another offers stands before it."""

    def __init__(self, editors: Mapping[str, Editor]) -> None:
        self._editors = dict(editors)

    def texts(self) -> dict[str, str]:
        """Return what stands in each."""
        return {key: _text(editor) for key, editor in self._editors.items()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put in what is said of each; of others nothing is touched."""
        for key, editor in self._editors.items():
            if key in texts and texts[key] != _text(editor):
                _show(editor, texts[key])

    def on_edited(self, act: Callable[[], None]) -> None:
        """Call `act` whenever an officer changed something."""
        for editor in self._editors.values():
            _follow(editor, act)


def _text(editor: Editor) -> str:
    if isinstance(editor, ChoiceEditor):
        return editor.shown()
    if isinstance(editor, LineEditor | LinesEditor | FlagEditor):
        return editor.text()
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return "1" if editor.isChecked() else ""


def _show(editor: Editor, text: str) -> None:
    if isinstance(editor, ChoiceEditor):
        editor.set_choice("", text)
    elif isinstance(editor, LineEditor | LinesEditor | FlagEditor):
        editor.set_text(text)
    elif isinstance(editor, QComboBox):
        at = editor.findText(text)
        # What is not offered any more is not chosen.
        if at >= 0:
            editor.setCurrentIndex(at)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        editor.setChecked(bool(text))


def _follow(editor: Editor, act: Callable[[], None]) -> None:
    if isinstance(editor, LineEditor | LinesEditor | FlagEditor):
        editor.typed.connect(act)
        editor.settled.connect(act)
    elif isinstance(editor, QComboBox):
        editor.currentIndexChanged.connect(partial(_without, act))
    elif isinstance(editor, QPlainTextEdit):
        editor.textChanged.connect(act)
    else:
        editor.toggled.connect(partial(_without, act))


def _without(act: Callable[[], None], _chosen: object) -> None:
    act()
