"""All communes register in one dialog."""

import pytest
from pytestqt.qtbot import QtBot

from db.services.scoring import sheets
from db.sessions import Session
from tests.helpers.books import unit_id
from tests.helpers.modals import Modals
from ui.common.workplace import Workplace
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.register_all_dialog import RegisterAllDialog


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    """The board of the small district."""
    shown = ScoresScreen(workplace)
    qtbot.addWidget(shown)
    shown.show()
    shown.begin()
    return shown


def registered(workplace: Workplace) -> list[str]:
    def read(session: Session) -> list[str]:
        units = [unit_id(session, code) for code in ("99101", "99102", "99105")]
        return [sheets.sheet(session, unit_id=unit, year=2025).registered_class for unit in units]

    return workplace.read(read)


def test_one_class_for_all_and_another_for_one(
    screen: ScoresScreen, workplace: Workplace, dialogs: Modals
) -> None:
    quelam = workplace.read(lambda session: unit_id(session, "99102"))

    def fill(dialog: RegisterAllDialog) -> None:
        dialog.every.setCurrentText("Tốt")
        dialog.boxes[quelam].setCurrentText("Khá")
        dialog.day.setText("1/1/2027")
        dialog.accept_button.click()
        assert "Ngày 01/01/2027 ở sau hôm nay" in dialog.message.text()
        dialog.day.setText("12/3/2025")
        dialog.accept_button.click()

    dialogs.expect(RegisterAllDialog, fill)
    screen.register_all()
    assert registered(workplace) == ["good", "fair", "good"]

    workplace.undo()
    assert registered(workplace) == ["", "", ""]


def test_nothing_chosen_is_told(screen: ScoresScreen, dialogs: Modals) -> None:
    def fill(dialog: RegisterAllDialog) -> None:
        dialog.accept_button.click()
        assert "Chưa chọn loại mới" in dialog.message.text()
        dialog.reject()

    dialogs.expect(RegisterAllDialog, fill)
    screen.register_all()
