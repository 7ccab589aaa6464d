"""The icon in the title and task bars."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from ui.common.program_icon import set_program_icon


def test_a_window_shows_a_teal_notebook_with_a_white_mark(qtbot: QtBot) -> None:
    before = QGuiApplication.windowIcon()
    try:
        set_program_icon()
        picture = QGuiApplication.windowIcon().pixmap(QSize(128, 128)).toImage()
    finally:
        QGuiApplication.setWindowIcon(before)
    assert picture.pixelColor(44, 24) == QColor("#0f6b6b")
    assert picture.pixelColor(67, 80) == QColor("#ffffff")
    assert picture.pixelColor(1, 1).alpha() == 0
