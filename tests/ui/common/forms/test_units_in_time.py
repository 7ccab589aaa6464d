"""The unit of a record in time at the form: told as soon as its day is there, taken by one key, never by itself."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from db.rules.periods import parse_period
from db.services import units
from db.sessions import Book
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.keyboard import press
from tests.helpers.modals import Modals
from ui.common.blocks.paste_rows_dialog import PasteRowsDialog
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.field_row import FieldRow
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.outreach.screen import OutreachScreen

OLD, NEW = "Thị trấn Tuần Giáo", "Xã Tuần Giáo"
THREE = [OLD, "Xã Quài Cang", "Xã Quài Nưa"]


@pytest.fixture
def screen(settled: Book, preferences: Preferences, qtbot: QtBot) -> OutreachScreen:
    """Outreach of Xã Tuần Giáo, made of three communes, in the year 2025."""
    workplace = Workplace(settled, preferences, clock=lambda: datetime(2026, 3, 1))
    workplace.choose_period(parse_period("2025"))
    made = OutreachScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.activateWindow()
    made.begin()
    QApplication.processEvents()
    return made


def begin(screen: OutreachScreen, day: str, code: str, old: bool) -> FieldRow:
    with screen.workplace.book.reading() as session:
        unit = units.find(session, code, EVE if old else JULY)
    screen.new_row()
    screen.form.put_in("held_on", day)
    screen.form.put_in("unit_id", str(unit.id))
    return screen.form.rows["unit_id"]


def shown(row: FieldRow) -> str:
    assert isinstance(row.editor, ChoiceEditor)
    return row.editor.shown()


def test_f8_takes_the_unit_of_the_day(screen: OutreachScreen) -> None:
    row = begin(screen, "3/8/2025", "03253", old=True)
    assert row.message.text() == (
        "Thị trấn Tuần Giáo không có vào ngày 03/08/2025; khi đó là Xã Tuần Giáo (03253). "
        "Hãy chọn đơn vị đó hoặc sửa ngày."
    )
    assert (shown(row), row.message.remedy.text()) == (OLD, "Chọn đơn vị đó  F8")
    screen.form.focus_field("form")
    press(screen.form.rows["form"].editor, Qt.Key.Key_F8)
    assert (shown(row), row.message.text()) == (NEW, "")
    assert row.message.remedy.isHidden()


def test_the_remedy_makes_the_form_no_wider_than_its_place(screen: OutreachScreen) -> None:
    row = begin(screen, "3/8/2025", "03253", old=True)
    QApplication.processEvents()
    place = screen.form.findChild(QScrollArea)
    held = place.widget() if place is not None else None
    assert place is not None and held is not None
    assert row.message.remedy.isVisible()
    assert held.minimumSizeHint().width() <= place.viewport().width()


def test_the_button_does_the_same(screen: OutreachScreen) -> None:
    row = begin(screen, "3/8/2025", "03253", old=True)
    row.message.remedy.click()
    assert shown(row) == NEW


def test_of_several_none_is_taken_but_all_are_offered_first(screen: OutreachScreen) -> None:
    screen.workplace.choose_period(parse_period("2026"))
    row = begin(screen, "6/5/2024", "03253", old=False)
    press(row.editor, Qt.Key.Key_F8)
    assert (shown(row), row.message.remedy.text()) == (NEW, "")
    assert isinstance(row.editor, ChoiceEditor)
    assert [item.title for item in row.editor.options[:4]] == [*THREE, NEW]


def test_a_unit_of_another_time_is_kept(screen: OutreachScreen) -> None:
    screen.workplace.choose_period(parse_period("2026"))
    row = begin(screen, "6/5/2024", "03289", old=True)
    screen.form.put_in("form", "talk")
    assert (row.message.text(), screen.presenter.entry.findings) == ("", ())
    assert screen.presenter.entry.record_id is not None


def test_the_screen_of_a_year_across_offers_old_and_new(screen: OutreachScreen) -> None:
    row = begin(screen, "6/5/2025", "03289", old=True)
    assert isinstance(row.editor, ChoiceEditor)
    assert [item.title for item in row.editor.options] == [*THREE, NEW]


def test_a_pasted_block_takes_the_units_of_its_days_at_one_key(
    screen: OutreachScreen, dialogs: Modals
) -> None:
    def act(dialog: PasteRowsDialog) -> None:
        assert dialog.remedy_button.text() == "Nhận đơn vị của ngày đó ở 1 dòng  F8"
        assert not dialog.accept_button.isEnabled()
        dialog.take_remedies()
        assert dialog.remedy_button.isHidden()
        dialog.accept_button.click()

    dialogs.expect(PasteRowsDialog, act)
    rows = (
        "Ngày\tXã\tHình thức",
        "3/8/2025\tThị trấn Tuần Giáo\tNói chuyện chuyên đề",
        "3/5/2025\tXã Quài Cang\tNói chuyện chuyên đề",
    )
    QGuiApplication.clipboard().setText("\n".join(rows))
    screen.take_focus()
    press(screen, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    model = screen.list_model
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == [NEW, "Xã Quài Cang"]
