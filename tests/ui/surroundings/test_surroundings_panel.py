"""The list of what the machine has: filled after the paint, looked at again, in a window of its own."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtPrintSupport import QPrinterInfo
from pytestqt.qtbot import QtBot

from db.rules.surroundings import LEAST_FREE, Matter, Standing
from exports.documents import typeface
from exports.documents.fonts import FontMissing
from tests.helpers.keyboard import press
from tests.helpers.modals import Modals
from ui.common.workplace import Workplace
from ui.soundness.screen import SoundnessScreen
from ui.surroundings import letters
from ui.surroundings.dialog import SurroundingsDialog
from ui.surroundings.panel import SurroundingsPanel
from ui.surroundings.presenter import SurroundingsPresenter

NOW = datetime(2026, 12, 1, 8, 5)


class Usage:
    """What a drive says of its room."""

    def __init__(self, free: int) -> None:
        self.free = free


@pytest.fixture
def panel(tmp_path: Path, qtbot: QtBot) -> SurroundingsPanel:
    presenter = SurroundingsPresenter(tmp_path, clock=lambda: NOW)
    made = SurroundingsPanel(presenter)
    presenter.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda _: presenter.wait())
    return made


def looked(panel: SurroundingsPanel, qtbot: QtBot) -> dict[Matter, str]:
    """Show the panel and return its words once it knows everything."""
    panel.show()
    qtbot.waitUntil(lambda: len(panel.presenter.judgements) == len(Matter), timeout=20_000)
    qtbot.waitUntil(lambda: not panel.presenter.is_looking)
    return {matter: shown.words.text() for matter, shown in panel.lines.items()}


def test_nothing_is_looked_at_before_the_page_was_seen(panel: SurroundingsPanel) -> None:
    panel.show()
    assert panel.presenter.judgements == {}
    assert {shown.words.text() for shown in panel.lines.values()} == {"Đang xem…"}


def test_each_thing_gets_its_sentence_and_a_reader_hears_how_it_stands(
    panel: SurroundingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Canon LBP2900", "PDF"])
    words = looked(panel, qtbot)
    assert words[Matter.WRITING] == "Ghi thử được."
    assert words[Matter.PRINTER] == "Có 2 máy in."
    assert panel.lines[Matter.PRINTER].words.accessibleName() == "Tốt – Máy in: Có 2 máy in."
    assert not panel.lines[Matter.PRINTER].mark.pixmap().isNull()


def test_without_fonts_for_paper_it_says_what_cannot_be_done(
    panel: SurroundingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise FontMissing(())

    monkeypatch.setattr(typeface, "typeface", missing)
    assert "chưa in và lưu PDF được" in looked(panel, qtbot)[Matter.PAPER]


def test_looking_again_sees_what_was_mended(
    panel: SurroundingsPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Usage(LEAST_FREE - 1)
    monkeypatch.setattr("db.surroundings.shutil.disk_usage", lambda _: room)
    assert "chỉ còn trống 99 MB" in looked(panel, qtbot)[Matter.SPACE]
    room.free = 50 * 2**30
    panel.again_button.setFocus()
    press(panel, Qt.Key.Key_Return)
    assert panel.lines[Matter.SPACE].words.text() == "Đang xem…"
    assert looked(panel, qtbot)[Matter.SPACE] == "Ổ đĩa còn trống 50 GB."


def test_what_holds_the_office_up_is_known_at_once(
    panel: SurroundingsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.presenter.look_at_folder()
    assert panel.presenter.refusal() == ""
    monkeypatch.setattr("db.surroundings.shutil.disk_usage", lambda _: Usage(5))
    panel.presenter.look_at_folder()
    assert panel.presenter.refusal().startswith("Ổ đĩa chỉ còn trống 0 MB, không đủ")


def test_letters_that_no_font_draws_are_named(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert letters.missing_letters(QFont()) == ""
    # Of the private use area no font knows anything.
    monkeypatch.setattr(letters, "VIETNAMESE_LETTERS", frozenset("aữ\U0010fff0"))
    assert letters.missing_letters(QFont()) == "\U0010fff0"


def test_the_machine_is_looked_at_from_the_page_that_checks_the_book(
    workplace: Workplace, dialogs: Modals, qtbot: QtBot
) -> None:
    screen = SoundnessScreen(workplace)
    qtbot.addWidget(screen)
    seen: list[Standing] = []

    def read(dialog: SurroundingsDialog) -> None:
        looked(dialog.panel, qtbot)
        seen.append(dialog.presenter.judgements[Matter.WRITING].standing)
        press(dialog, Qt.Key.Key_Escape)

    dialogs.expect(SurroundingsDialog, read)
    screen.machine_button.click()
    assert seen == [Standing.GOOD]
