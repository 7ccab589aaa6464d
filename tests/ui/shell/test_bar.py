"""The bar never shows half of a date."""

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.bar import WholeLabel


@pytest.fixture
def label(qtbot: QtBot) -> WholeLabel:
    made = WholeLabel()
    qtbot.addWidget(made)
    made.setText("15/06/2025 – 14/09/2025")
    return made


def _ink(label: WholeLabel) -> int:
    image = label.grab().toImage()
    ground = image.pixel(0, 0)
    return sum(image.pixel(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def test_days_of_the_period_are_shown_whole(label: WholeLabel) -> None:
    label.resize(label.sizeHint())
    assert _ink(label) > 0


def test_days_that_have_no_room_are_not_shown_at_all(label: WholeLabel) -> None:
    label.resize(label.sizeHint().width() - 10, label.sizeHint().height())
    assert _ink(label) == 0
    assert label.minimumSizeHint().width() == 0
