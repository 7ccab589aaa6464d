"""Names of another time, from the window of the office."""

import pytest
from pytestqt.qtbot import QtBot

from db.services import office_names, offices
from tests.helpers.modals import Modals
from ui.common.workplace import Workplace
from ui.office.earlier_names_dialog import EarlierNamesDialog
from ui.units.screen import UnitsScreen


@pytest.fixture
def dialog(workplace: Workplace, qtbot: QtBot) -> EarlierNamesDialog:
    made = EarlierNamesDialog(workplace)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_names_of_now_are_kept_for_the_days_before(
    dialog: EarlierNamesDialog, workplace: Workplace
) -> None:
    now = workplace.office.names
    dialog.day.setText("1/3/2025")
    dialog.keep_button.click()
    workplace.write(lambda session: offices.rename(session, issuing_agency="Phòng Y tế"), "office")
    (kept,) = workplace.read(office_names.earlier)
    assert (kept.names, f"{kept.until:%d/%m/%Y}") == (now, "28/02/2025")


@pytest.mark.parametrize("text", ["", "31/2/2025", "mai"])
def test_a_day_that_is_none_is_said_to_be_so(
    dialog: EarlierNamesDialog, workplace: Workplace, text: str
) -> None:
    dialog.day.setText(text)
    dialog.keep_button.click()
    assert dialog.message.text()
    assert workplace.read(office_names.earlier) == ()


def test_a_day_before_the_last_names_is_refused(dialog: EarlierNamesDialog) -> None:
    dialog.day.setText("1/3/2025")
    dialog.keep()
    dialog.keep()
    assert "28/02/2025" in dialog.message.text()


def test_earlier_names_are_dropped_and_come_back(dialog: EarlierNamesDialog, workplace: Workplace) -> None:
    dialog.day.setText("1/3/2025")
    dialog.keep()
    again = EarlierNamesDialog(workplace)
    again.table.setCurrentCell(0, 0)
    again.forget_button.click()
    assert workplace.read(office_names.earlier) == ()
    workplace.undo()
    assert len(workplace.read(office_names.earlier)) == 1
    again.deleteLater()


def test_the_screen_of_the_office_opens_it(workplace: Workplace, qtbot: QtBot, dialogs: Modals) -> None:
    screen = UnitsScreen(workplace)
    qtbot.addWidget(screen)
    dialogs.expect(EarlierNamesDialog, lambda dialog: dialog.reject())
    screen.form.rename_requested.emit()
