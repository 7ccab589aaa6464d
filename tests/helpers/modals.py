"""Boxes and dialogs that wait for a person: a test says which will come and how it answers; others fail it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox

Button = QMessageBox.StandardButton | str
Patch = Callable[[type, str, Any], None]

_MODAL = (QDialog, QMessageBox, QFileDialog, QInputDialog, QPrintDialog, QPrintPreviewDialog)
# The static functions of QMessageBox with the buttons Qt shows unless told otherwise.
_STATIC_BOXES = {
    "information": QMessageBox.StandardButton.Ok,
    "warning": QMessageBox.StandardButton.Ok,
    "critical": QMessageBox.StandardButton.Ok,
    "question": QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
}
_ONE_FILE = ("getOpenFileName", "getSaveFileName")
_INPUTS = ("getText", "getMultiLineText", "getInt", "getDouble", "getItem")


@dataclass
class _Expected:
    kind: type[QDialog]
    act: Callable[[Any], None]
    file: str = ""


@dataclass
class Modals:
    """The queue of what a test expects, in order, and the list of what went otherwise."""

    _queue: list[_Expected] = field(default_factory=list)
    _surprises: list[str] = field(default_factory=list)

    def expect(self, kind: type[QDialog], act: Callable[[Any], None], file: str = "") -> None:
        """Expect a dialog of this class; `act` gets it, shown, and has to close it."""
        self._queue.append(_Expected(kind, act, file))

    def complain(self, line: str) -> None:
        """Note something that fails the test."""
        self._surprises.append(line)

    def complaints(self) -> list[str]:
        """Return what came unasked and what was expected and never came."""
        return [*self._surprises, *(f"expected and never came: {item.kind.__name__}" for item in self._queue)]

    def run(self, dialog: QDialog) -> int:
        """Stand for `exec`: let the test answer; an unexpected dialog is noted and dismissed as by Esc."""
        expected = self._next(type(dialog), _described(dialog))
        if expected is None:
            dialog.reject()
            return dialog.result()
        dialog.show()
        QApplication.processEvents()
        expected.act(dialog)
        if dialog.isVisible():
            self.complain(f"the test left this open: {_described(dialog)}")
            dialog.reject()
        return dialog.result()

    def choose_file(self, caption: str) -> str:
        """Stand for a file dialog's static function: return the expected path, or none as after Esc."""
        expected = self._next(QFileDialog, f"file dialog {caption!r}")
        return expected.file if expected else ""

    def watch(self, patch: Patch) -> None:
        """Put the watch into Qt's classes with the given function (`MonkeyPatch.setattr`)."""
        for kind in _MODAL:
            if "exec" in vars(kind):
                patch(kind, "exec", lambda dialog: self.run(dialog))
        patch(QMessageBox, "open", lambda box, *_: self.run(box))
        for name, usual in _STATIC_BOXES.items():
            patch(QMessageBox, name, staticmethod(partial(self._ask, usual)))
        self._watch_files(patch)
        for name in _INPUTS:
            patch(QInputDialog, name, staticmethod(self._refuse_input))

    def _watch_files(self, patch: Patch) -> None:
        def one(_parent: object = None, caption: str = "", *_: object, **__: object) -> tuple[str, str]:
            return self.choose_file(caption), ""

        def several(
            _parent: object = None, caption: str = "", *_: object, **__: object
        ) -> tuple[list[str], str]:
            return [path for path in (self.choose_file(caption),) if path], ""

        def folder(_parent: object = None, caption: str = "", *_: object, **__: object) -> str:
            return self.choose_file(caption)

        for name in _ONE_FILE:
            patch(QFileDialog, name, staticmethod(one))
        patch(QFileDialog, "getOpenFileNames", staticmethod(several))
        patch(QFileDialog, "getExistingDirectory", staticmethod(folder))

    def _ask(self, usual: Any, parent: Any, title: str, text: str, *more: Any, **named: Any) -> Any:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, parent=parent)
        box.setStandardButtons(named.get("buttons", more[0] if more else usual))
        self.run(box)
        return box.standardButton(box.clickedButton())

    def _refuse_input(
        self, _parent: object = None, title: str = "", *_: object, **__: object
    ) -> tuple[None, bool]:
        self.complain(f"nobody asked for: input dialog {title!r}")
        return None, False

    def _next(self, kind: type[QDialog], description: str) -> _Expected | None:
        if self._queue and issubclass(kind, self._queue[0].kind):
            return self._queue.pop(0)
        self.complain(f"nobody asked for: {description}")
        return None


@dataclass(frozen=True)
class MessageBoxes:
    """The message boxes that a test expects."""

    _modals: Modals

    def expect(self, button: Button, words: str = "") -> None:
        """Expect a box whose text holds `words`, and press a button: a standard one or the one with this text."""

        def press(box: QMessageBox) -> None:
            said = f"{box.windowTitle()}\n{box.text()}\n{box.informativeText()}\n{box.detailedText()}"
            if words not in said:
                self._modals.complain(f"message box without the words {words!r}: {_described(box)}")
            self._press(box, button)

        self._modals.expect(QMessageBox, press)

    def _press(self, box: QMessageBox, button: Button) -> None:
        if isinstance(button, str):
            found = next((one for one in box.buttons() if one.text().replace("&", "") == button), None)
        else:
            found = box.button(button)
        if found is None:
            self._modals.complain(f"message box without the button {button!r}: {_described(box)}")
            box.reject()
        else:
            found.click()


@dataclass(frozen=True)
class FileDialogs:
    """The file dialogs that a test expects."""

    _modals: Modals

    def expect(self, path: Path | None) -> None:
        """Expect a file or folder dialog and choose this path; with none, dismiss it."""

        def choose(dialog: QFileDialog) -> None:
            if path is None:
                dialog.reject()
                return
            dialog.selectFile(str(path))
            # accept() would ask about an existing file in a box that no test can reach.
            dialog.done(QDialog.DialogCode.Accepted.value)

        self._modals.expect(QFileDialog, choose, "" if path is None else str(path))


def accept_noting(said: list[str], words: Callable[[Any], str]) -> Callable[[Any], None]:
    """Return what answers a dialog: note some words of it, then accept."""

    def act(dialog: QDialog) -> None:
        said.append(words(dialog))
        dialog.accept()

    return act


def _described(dialog: QDialog) -> str:
    words = dialog.text() if isinstance(dialog, QMessageBox) else ""
    return f"{type(dialog).__name__} {dialog.windowTitle()!r} {words}".strip()
