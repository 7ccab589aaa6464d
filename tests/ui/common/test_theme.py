"""Windows open within the screen, whatever its size."""

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ui.common import theme
from ui.common.workplace import Workplace
from ui.imports.dialog import ImportDialog

SIZES = [
    (300, 200, (300, 200)),
    (10_000, 200, (0, 200)),
    (300, 10_000, (300, -40)),
    (10_000, 10_000, (0, -40)),
]


@pytest.mark.parametrize(("width", "height", "opened"), SIZES)
def test_a_window_is_as_large_as_wished_or_as_the_screen_allows(
    qtbot: QtBot, width: int, height: int, opened: tuple[int, int]
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    theme.fit_screen(dialog, width, height)
    room = dialog.screen().availableSize()
    whole = (room.width(), room.height())
    assert (dialog.width(), dialog.height()) == tuple(
        size if size > 0 else most + size for size, most in zip(opened, whole, strict=True)
    )


def test_the_import_shows_its_buttons_on_a_small_screen(qtbot: QtBot, workplace: Workplace) -> None:
    dialog = ImportDialog(workplace, "outreach")
    qtbot.addWidget(dialog)
    assert dialog.width() <= dialog.screen().availableSize().width()
    assert dialog.minimumSizeHint().width() <= 880
