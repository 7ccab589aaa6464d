"""A score sheet's whole way over two screens: the commune registers and scores, the district appraises and prints."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from db.new_book import NewOffice, make_book
from db.rules.periods import parse_period
from db.rules.scoring.chain import State, Step
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Book
from tests.exports.documents.reading import whole_text
from tests.helpers.books import NOW, OFFICER, ON, unit_id, unit_lines
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from ui.common.preferences import Preferences
from ui.common.printing import PreviewDialog
from ui.common.workplace import Workplace
from ui.scores.received import texts
from ui.scores.received.dialog import ReceiveDialog
from ui.scores.received.send_dialog import SendDialog
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.step_dialog import StepDialog

CODE = "99102"
ENTER, CONTROL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
# What the commune types from the first criterion to the last: 92 of the 94 points that apply.
TYPED = ("8", "4", "0", "1", "c", "4", "5", "3/3", "c", "2/2", "kad", "0", "2")


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Workplace]:
    """The desk of xã Quế Lâm, in a book of its own."""
    folder = tmp_path / "xa"
    make_book(folder, NewOffice(unit_lines(), "units.csv", CODE, ON), who=OFFICER, clock=lambda: NOW)
    with Book(folder, clock=lambda: NOW) as book:
        settings = QSettings(str(tmp_path / "xa.ini"), QSettings.Format.IniFormat)
        made = Workplace(book, Preferences(settings), clock=lambda: NOW)
        made.choose_period(parse_period("2025"))
        yield made
        made.worker.wait()


def opened(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """Show the screen of scoring with the sheet of xã Quế Lâm."""
    screen = ScoresScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    screen.begin()
    screen.take_focus()
    screen.show_record(workplace.read(lambda session: unit_id(session, CODE)))
    return screen


def sheet(workplace: Workplace) -> Sheet:
    return workplace.read(lambda s: sheets.sheet(s, unit_id=unit_id(s, CODE), year=2025))


def take(screen: ScoresScreen, dialogs: Modals, step: Step | None = None, **typed: str) -> None:
    """Take a step of the menu, or the next one by its key, with what is typed into its dialog."""

    def fill(dialog: StepDialog) -> None:
        for key, text in typed.items():
            dialog.editors[key].setFocus()
            type_text(dialog.editors[key], text)
        dialog.accept_button.click()

    dialogs.expect(StepDialog, fill)
    if step is None:
        press(screen, ENTER, CONTROL)
    else:
        screen.steps[step].trigger()


def choose(screen: ScoresScreen, words: str) -> None:
    next(action for action in screen.other.actions() if action.text() == words).trigger()


def test_a_sheet_goes_over_two_screens_from_registration_to_paper(
    commune: Workplace,
    workplace: Workplace,
    dialogs: Modals,
    file_dialogs: FileDialogs,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    here, there = opened(commune, qtbot), opened(workplace, qtbot)
    take(here, dialogs, Step.REGISTER, class_code="tot")
    here.sheet.take_focus()
    for typed in TYPED:
        type_text(here, typed)
        press(here, ENTER)
    take(here, dialogs)
    assert sheet(commune).state is State.SUBMITTED

    path = sent(here, dialogs, file_dialogs, qtbot, tmp_path)
    received(there, dialogs, file_dialogs, qtbot, path)
    assert sheet(workplace).marks == sheet(commune).marks

    press(there.sheet.table, Qt.Key.Key_Escape)
    press(there, ENTER)
    for _ in TYPED:
        press(there, ENTER)
    take(there, dialogs)
    take(there, dialogs, number="07/QĐ-UBND")
    assert (sheet(workplace).state, sheet(workplace).recognised_class) == (State.RECOGNISED, "good")

    paper = whole_text(printed(there, dialogs, file_dialogs, qtbot, tmp_path))
    assert "PHIẾU CHẤM ĐIỂM" in paper
    assert "07/QĐ-UBND" in paper
    assert "97,87" in paper


def sent(
    screen: ScoresScreen, dialogs: Modals, file_dialogs: FileDialogs, qtbot: QtBot, folder: Path
) -> Path:
    """Send the sheet up from the menu; the file that was written."""

    def send(dialog: SendDialog) -> None:
        file_dialogs.expect(folder)
        with qtbot.waitSignal(dialog.accepted):
            dialog.folder_button.click()

    dialogs.expect(SendDialog, send)
    choose(screen, texts.SEND_UP)
    (path,) = folder.glob("*.xlsx")
    return path


def received(
    screen: ScoresScreen, dialogs: Modals, file_dialogs: FileDialogs, qtbot: QtBot, path: Path
) -> None:
    """Take the file in from the menu."""

    def receive(dialog: ReceiveDialog) -> None:
        file_dialogs.expect(path)
        with qtbot.waitSignal(dialog.presenter.changed):
            dialog.choose_button.click()
        with qtbot.waitSignal(dialog.accepted):
            press(dialog.go_button, ENTER)

    dialogs.expect(ReceiveDialog, receive)
    choose(screen, texts.TAKE)


def printed(
    screen: ScoresScreen, dialogs: Modals, file_dialogs: FileDialogs, qtbot: QtBot, folder: Path
) -> Path:
    """Print the sheet by its key and keep the PDF."""
    target = folder / "phieu.pdf"

    def keep(dialog: PreviewDialog) -> None:
        file_dialogs.expect(target)
        dialog.save.trigger()
        dialog.accept()

    dialogs.expect(PreviewDialog, keep)
    press(screen.sheet.table, Qt.Key.Key_P, CONTROL)
    qtbot.waitUntil(target.exists, timeout=20_000)
    return target
