"""Establishments with what belongs to each."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.entries import Values
from db.rules.findings import Refused
from db.rules.periods import parse_period
from db.services.entering import drafts, entries
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.sample_records import added
from ui.common import theme
from ui.common.screens.child_panel import ChildPanel
from ui.common.workplace import Workplace
from ui.establishments.screen import EstablishmentsScreen

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
COMMITMENTS, WORKFORCES, INSPECTIONS = range(3)


@pytest.fixture
def number(workplace: Workplace) -> int:
    return added(workplace.book, "establishments", name="Karaoke Sóng Đà")


@pytest.fixture
def screen(workplace: Workplace, number: int, qtbot: QtBot) -> EstablishmentsScreen:
    made = EstablishmentsScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.begin()
    made.presenter.open_row(number)
    return made


def _cells(screen: EstablishmentsScreen, *keys: str) -> list[object]:
    return [screen.list_model.value(0, key) for key in keys]


def _tab(screen: EstablishmentsScreen, at: int) -> ChildPanel:
    screen.tabs.setCurrentIndex(at + 1)
    screen.parts[at].take_focus()
    return screen.parts[at]


def test_what_was_typed_beside_the_form_stands_in_the_list_at_once(screen: EstablishmentsScreen) -> None:
    workers, signed = screen.parts[WORKFORCES].presenter, screen.parts[COMMITMENTS].presenter
    assert _cells(screen, "workers", "committed_on") == [None, "Chưa ký"]
    workers.new_row()
    for key, text in (("counted_on", "1/3"), ("workers", "12"), ("female", "7")):
        workers.leave(key, text)
    signed.new_row()
    signed.leave("signed_on", "2/3")
    assert _cells(screen, "workers", "female", "committed_on") == [12, 7, date(2025, 3, 2)]
    assert screen.tabs.tabText(2) == "Lao động (1)"


def test_undo_of_a_part_is_seen_in_the_list(screen: EstablishmentsScreen, number: int) -> None:
    workplace = screen.workplace
    values: Values = {"establishment_id": number, "counted_on": date(2025, 3, 1), "workers": 5}
    workplace.write(lambda session: entries.add(session, "workforces", values), "workforces")
    assert _cells(screen, "workers") == [5]
    workplace.undo()
    assert _cells(screen, "workers") == [None]
    assert screen.tabs.tabText(2) == "Lao động (0)"


def test_a_commitment_is_added_by_keyboard_alone(screen: EstablishmentsScreen) -> None:
    screen.take_focus()
    press(screen, Key.Key_Escape)
    screen.turn(1)
    press(screen, Key.Key_F5)
    type_text(screen, "2/3")
    press(screen, Key.Key_Return)
    assert _cells(screen, "committed_on") == [date(2025, 3, 2)]
    press(screen, Key.Key_Escape)
    assert screen.focusWidget() is screen.parts[COMMITMENTS].list.table
    press(screen, Key.Key_Escape)
    assert screen.focusWidget() is screen.list.table


def test_delete_in_a_part_takes_the_parts_row_alone(screen: EstablishmentsScreen, number: int) -> None:
    workplace = screen.workplace
    values: Values = {"establishment_id": number, "signed_on": date(2025, 3, 1)}
    workplace.write(lambda session: entries.add(session, "commitments", values), "commitments")
    part = _tab(screen, COMMITMENTS)
    press(part, Key.Key_Delete)
    assert (part.presenter.shown.ids, screen.presenter.shown.ids) == ((), (number,))


def test_print_export_and_filter_in_a_part_are_the_whole_lists(screen: EstablishmentsScreen) -> None:
    asked: list[str] = []
    screen.papers.export_list = lambda: asked.append("export")  # type: ignore[method-assign]
    part = _tab(screen, COMMITMENTS)
    press(part, Key.Key_E, Control)
    press(part, Key.Key_F, Control)
    assert asked == ["export"]
    assert screen.focusWidget() is screen.list.filters.line


def test_an_inspection_added_here_is_of_this_establishment_and_its_unit(
    screen: EstablishmentsScreen, number: int
) -> None:
    presenter = screen.parts[INSPECTIONS].presenter
    presenter.new_row()
    for key, text in (("held_on", "5/6"), ("team", "district")):
        presenter.leave(key, text)
    inspection = presenter.entry.record_id
    assert inspection is not None
    with screen.workplace.book.reading() as session:
        held = entries.values_of(session, "inspections", inspection)
        assert (held["establishment_id"], held["unit_id"]) == (number, unit_id(session, "99102"))
    assert _cells(screen, "inspected_on") == [date(2025, 6, 5)]


def test_a_draft_of_the_other_form_does_not_break_this_one(
    screen: EstablishmentsScreen, number: int, workplace: Workplace
) -> None:
    inspection = added(workplace.book, "inspections", establishment_id=number)
    typed = {"establishment_id": "không có", "held_on": "31/02"}
    workplace.write_aside(lambda session: drafts.keep(session, "inspections", typed, record_id=inspection))
    presenter = screen.parts[INSPECTIONS].presenter
    presenter.reload()
    presenter.open_row(inspection)
    assert presenter.entry.texts()["held_on"] == "31/02"
    presenter.leave("note", "Đã nhắc")
    assert presenter.entry.typed["establishment_id"] == "không có"


def test_an_inspection_is_opened_on_its_own_page(
    screen: EstablishmentsScreen, number: int, workplace: Workplace, qtbot: QtBot
) -> None:
    inspection = added(workplace.book, "inspections", establishment_id=number)
    screen.parts[INSPECTIONS].presenter.reload()
    part = _tab(screen, INSPECTIONS)
    with qtbot.waitSignal(screen.record_requested) as asked:
        press(part, Key.Key_O, Control)
    assert asked.args == ["inspections", inspection]


def test_a_new_establishment_has_no_parts_until_it_is_kept(screen: EstablishmentsScreen) -> None:
    screen.new_row()
    assert not any(screen.tabs.isTabEnabled(at) for at in (1, 2, 3))
    assert [screen.tabs.tabText(at) for at in (1, 2, 3)] == ["Cam kết", "Lao động", "Kiểm tra"]
    for key, text in (("name", "Quán Gió"), ("kind", "bar"), ("unit_id", _unit(screen))):
        screen.presenter.leave(key, text)
    assert all(screen.tabs.isTabEnabled(at) for at in (1, 2, 3))


def test_closed_ones_are_greyed_and_can_be_left_out(
    screen: EstablishmentsScreen, number: int, workplace: Workplace
) -> None:
    change = {"closed_on": date(2025, 5, 1)}
    workplace.write(
        lambda session: entries.change(session, "establishments", number, change), "establishments", number
    )
    ink = screen.list_model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert (ink, _cells(screen, "state")) == (theme.faint(), ["Đã đóng cửa"])
    screen.presenter.filter_by("state", "open")
    open_now = [*screen.presenter.shown.ids]
    screen.presenter.filter_by("state", "closed")
    closed_now = [*screen.presenter.shown.ids]
    workplace.choose_period(parse_period("2025-Q1"))
    screen.presenter.filter_by("state", "open")
    assert (open_now, closed_now, [*screen.presenter.shown.ids]) == ([], [number], [number])
    assert screen.list_model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None


def test_the_box_of_states_offers_the_states(screen: EstablishmentsScreen) -> None:
    QApplication.processEvents()
    field = screen.subject.filter_field("state")
    offered = [item.title for item in screen.presenter.options.of(field)]
    assert offered == ["Đang hoạt động", "Đã đóng cửa"]


def test_an_inspected_establishment_stays_and_the_reason_is_told(
    screen: EstablishmentsScreen, number: int, workplace: Workplace, qtbot: QtBot
) -> None:
    added(workplace.book, "inspections", establishment_id=number)
    with qtbot.waitSignal(workplace.failed) as told:
        screen.presenter.remove([number])
    assert isinstance(told.args[0], Refused)
    assert screen.presenter.shown.ids == (number,)
    assert screen.presenter.entry.record_id == number


def test_parts_follow_the_chosen_row(screen: EstablishmentsScreen, number: int, workplace: Workplace) -> None:
    other = added(workplace.book, "establishments", name="Nhà nghỉ Ánh Sao")
    added(workplace.book, "commitments", establishment_id=other)
    screen.presenter.reload()
    screen.take_focus()
    press(screen, Key.Key_Down)
    assert screen.tabs.tabText(1) == "Cam kết (1)"
    press(screen, Key.Key_Up)
    assert screen.tabs.tabText(1) == "Cam kết (0)"


def _unit(screen: EstablishmentsScreen) -> str:
    with screen.workplace.book.reading() as session:
        return str(unit_id(session, "99102"))
