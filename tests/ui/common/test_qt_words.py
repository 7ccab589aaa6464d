"""Qt's own dialogs and menus speak Vietnamese: what they really show is read."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.common.qt_words import QtWords

# Names and units that are the same in Vietnamese.
_SAME = re.compile(r"(?:[A-Z]\d+\w*|mm|Pica \(P̸\)|Didot \(DD\)|Cicero \(CC\)|root|\d.*|.*%.*|CN|Inch \(in\))")
_ENGLISH = re.compile(
    r"\b(?:the|of|to|file|page|print|open|save|cancel|copy|paste|undo|name|size|type|all|[A-Za-z]+ing)\b",
    re.I,
)
_VIETNAMESE_LOOKALIKES = {"in", "to", "ghi", "trang"}


@pytest.fixture(autouse=True)
def vietnamese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("vi_VN"))
    words = QtWords()
    qapp.installTranslator(words)
    yield
    qapp.removeTranslator(words)
    QLocale.setDefault(before)


def _file_dialog() -> QWidget:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def _buttons() -> QWidget:
    box = QDialogButtonBox()
    for name in ("Ok", "Save", "Open", "Cancel", "Close", "Apply", "Reset", "Help", "Discard", "Yes", "No"):
        box.addButton(QDialogButtonBox.StandardButton[name])
    return box


def _message_box() -> QWidget:
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Retry | QMessageBox.StandardButton.Ignore)
    box.setDetailedText("chi tiết")
    return box


def _shown(root: QWidget) -> set[str]:
    texts: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        texts |= {widget.toolTip(), widget.windowTitle()}
        if isinstance(widget, QAbstractButton | QLabel):
            texts.add(widget.text())
        elif isinstance(widget, QGroupBox):
            texts.add(widget.title())
        elif isinstance(widget, QComboBox):
            texts |= {widget.itemText(at) for at in range(widget.count())}
        elif isinstance(widget, QTabWidget):
            texts |= {widget.tabText(at) for at in range(widget.count())}
    texts |= {action.text() for action in root.findChildren(QAction)}
    return {re.sub(r"<[^>]+>|&", "", text).strip() for text in texts} - {""}


def _english(texts: set[str]) -> list[str]:
    from ui.common.qt_word_texts import QT_WORDS

    sources = {source.replace("&", "") for source in QT_WORDS}
    sources -= {words.replace("&", "") for words in QT_WORDS.values()}
    return sorted(text for text in texts if text in sources or _looks_english(text))


def _looks_english(text: str) -> bool:
    found = {word.lower() for word in _ENGLISH.findall(text)} - _VIETNAMESE_LOOKALIKES
    return bool(found) and text.isascii() and not _SAME.fullmatch(text) and not text.startswith("/")


@pytest.mark.parametrize("make", [_file_dialog, _buttons, _message_box, QCalendarWidget])
def test_no_english_is_left(make: Callable[[], QWidget], qtbot: QtBot) -> None:
    widget = make()
    qtbot.addWidget(widget)
    assert _english(_shown(widget)) == []


@pytest.mark.parametrize("kind", [QPrintDialog, QPrintPreviewDialog])
def test_no_english_is_left_in_printing(kind: type[QPrintDialog | QPrintPreviewDialog], qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = kind(printer)
    qtbot.addWidget(dialog)
    assert _english(_shown(dialog)) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_is_vietnamese(kind: type[QLineEdit | QPlainTextEdit], qtbot: QtBot) -> None:
    editor = kind()
    qtbot.addWidget(editor)
    menu = editor.createStandardContextMenu()
    texts = {action.text().partition("\t")[0].replace("&", "") for action in menu.actions()} - {""}
    menu.deleteLater()
    assert {"Hoàn tác", "Dán", "Chọn tất cả"} <= texts
    assert _english(texts) == []
