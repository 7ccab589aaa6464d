"""The keyboard of the tests writes Vietnamese as an officer's does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.keyboard import compose_text, press, type_text

WORDS = "Quài Tở, Đặng Thị Hường 12/9"


@pytest.mark.parametrize("write", [type_text, compose_text])
def test_vietnamese_letters_arrive_in_a_line(qtbot: QtBot, write: Callable[[QWidget, str], None]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    write(field, WORDS)
    assert field.text() == WORDS


@pytest.mark.parametrize("write", [type_text, compose_text])
def test_vietnamese_letters_arrive_in_a_text(qtbot: QtBot, write: Callable[[QWidget, str], None]) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    write(field, WORDS)
    assert field.toPlainText() == WORDS


def test_keys_go_to_the_field_that_has_the_focus(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    first, second = QLineEdit(), QLineEdit()
    layout = QVBoxLayout(form)
    layout.addWidget(first)
    layout.addWidget(second)
    form.show()
    first.setFocus()

    type_text(form, "một")
    press(form, Qt.Key.Key_Tab)
    type_text(form, "hai")

    assert (first.text(), second.text()) == ("một", "hai")


def test_a_composed_word_shows_before_it_is_committed(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    seen: list[str] = []
    field.textChanged.connect(seen.append)

    compose_text(field, "xã mới")

    assert seen == ["xã", "xã ", "xã mới"]
