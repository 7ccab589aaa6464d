"""Asking for a file's name and writing it off the main thread; what cannot be written may be tried again."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from db.rules.file_names import plain_file_name
from db.whole_files import TargetNotWritable
from ui.common import texts
from ui.common.errors import error_text
from ui.common.workplace import Workplace

Write = Callable[[Path, Callable[[str], None]], None]


def ask_target(
    owner: QWidget, title: str, name: str, kinds: str, others: tuple[str, ...] = ()
) -> Path | None:
    """Ask where to write; none where the officer turned back. `others` are suffixes besides the one of the name.

    The name may be made of words from outside; the officer sees it and may write another one.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return _asked(owner, title, Path(folder) / plain_file_name(name), kinds, others)


def _asked(
    owner: QWidget, title: str, proposed: Path, kinds: str, others: tuple[str, ...] = ()
) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(owner, title, str(proposed), kinds)
    if not chosen:
        return None
    path, suffix = Path(chosen), proposed.suffix
    return path if path.suffix.lower() in (suffix, *others) else path.with_name(path.name + suffix)


def write_file(
    owner: QWidget,
    workplace: Workplace,
    target: Path,
    kinds: str,
    write: Write,
    on_written: Callable[[Path], None] = lambda _: None,
) -> None:
    """Write a file and say so. Trouble with the target is told with the ways out: again, or another name."""

    def failed(error: Exception) -> None:
        if not isinstance(error, TargetNotWritable):
            workplace.fail(error)
            return
        again = ask_again(owner, error, target, kinds)
        if again is not None:
            write_file(owner, workplace, again, kinds, write, on_written)

    def written(_: None) -> None:
        workplace.say(texts.WRITTEN.format(name=target.name))
        on_written(target)

    workplace.worker.run(lambda tell: write(target, tell), written, failed)


def ask_again(owner: QWidget, error: Exception, target: Path, kinds: str) -> Path | None:
    """Tell why a file cannot be written; return where to try again, none where the officer gave up."""
    box = QMessageBox(QMessageBox.Icon.Warning, texts.TROUBLE_TITLE, error_text(error), parent=owner)
    retry = box.addButton(texts.RETRY, QMessageBox.ButtonRole.AcceptRole)
    other = box.addButton(texts.OTHER_NAME, QMessageBox.ButtonRole.ActionRole)
    box.addButton(texts.CLOSE, QMessageBox.ButtonRole.RejectRole)
    box.exec()
    if box.clickedButton() is retry:
        return target
    if box.clickedButton() is other:
        return _asked(owner, texts.OTHER_NAME, target, kinds)
    return None
