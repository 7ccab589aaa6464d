"""The log in the window: steps with their fields, the bin and the way back, each record's own history."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.records import Base, Hotspot
from db.rules.periods import parse_period
from db.services import units
from db.services.entering import entries
from db.services.history.logged_tables import HIDDEN, KINDS, TABLES
from tests.helpers.books import unit_lines
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import add
from ui.common.workplace import Workplace
from ui.history import texts
from ui.history.record_dialog import RecordHistoryDialog
from ui.history.screen import HistoryScreen
from ui.history.words import column_word
from ui.hotspots.screen import HotspotsScreen

_CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hotspot(workplace: Workplace) -> int:
    """A hotspot that was added and then changed."""
    number = workplace.write(lambda session: add(session, "hotspots"), "hotspots")
    change = {"place": "Bến xe cũ"}
    workplace.write(lambda session: entries.change(session, "hotspots", number, change), "hotspots", number)
    return number


@pytest.fixture
def screen(workplace: Workplace, hotspot: int, qtbot: QtBot) -> HistoryScreen:
    """The screen of the log."""
    made = HistoryScreen(workplace)
    qtbot.addWidget(made)
    made.show()
    made.begin()
    return made


def column(screen: HistoryScreen, at: int) -> list[str]:
    model = screen.list_model
    return [model.index(row, at).data() for row in range(model.rowCount())]


def fields(screen: HistoryScreen) -> list[tuple[str, ...]]:
    table = screen.fields
    return [
        tuple(item.text() if (item := table.item(row, at)) else "" for at in range(1, 4))
        for row in range(table.rowCount())
    ]


def test_every_column_that_is_logged_has_a_word() -> None:
    nameless = [
        f"{table.name}.{column.key}"
        for table in Base.metadata.sorted_tables
        if table.name in TABLES
        for column in table.columns
        if column.key not in {*HIDDEN, *(TABLES[table.name].parent or ())}
        and column_word(table.name, column.key) == column.key
    ]
    assert nameless == []
    assert texts.TABLES.keys() == TABLES.keys() and texts.KINDS.keys() == set(KINDS)


def test_steps_are_listed_with_what_they_changed(screen: HistoryScreen) -> None:
    assert column(screen, 2)[:2] == ["Sửa tụ điểm", "Thêm tụ điểm"]
    assert fields(screen) == [(column_word("hotspot", "place"), "Khu vực bến xe", "Bến xe cũ")]


def test_words_narrow_the_list(screen: HistoryScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.presenter.changed):
        type_text(screen.list.filters.line, "ben xe cu")
    assert column(screen, 2) == ["Sửa tụ điểm"]


def test_a_kind_and_a_time_narrow_the_list(screen: HistoryScreen) -> None:
    screen.list.filters.choose("kind", "outreach")
    assert column(screen, 2) == []
    screen.list.filters.clear()
    screen.list.filters.choose("span", "today")
    assert "Thêm tụ điểm" in column(screen, 2)


def test_what_is_done_elsewhere_shows_at_once(screen: HistoryScreen, workplace: Workplace) -> None:
    workplace.undo()
    assert column(screen, 2)[0] == "Hoàn tác việc lúc 20/09/2025 10:42: Sửa tụ điểm"


def test_a_deleted_record_comes_back_and_undo_takes_it_away_again(
    screen: HistoryScreen, workplace: Workplace, hotspot: int
) -> None:
    workplace.write(lambda session: entries.remove(session, "hotspots", hotspot), "hotspots")
    press(screen.list.table, Qt.Key.Key_Tab, _CONTROL)
    assert column(screen, 3) == ["Bến xe cũ, Xã Quế Lâm"]
    press(screen.list.table, Qt.Key.Key_R, _CONTROL)
    assert workplace.read(lambda session: session.get(Hotspot, hotspot)) is not None
    assert column(screen, 3) == []
    workplace.undo()
    assert column(screen, 3) == ["Bến xe cũ, Xã Quế Lâm"]


def test_what_cannot_come_back_is_told(screen: HistoryScreen, workplace: Workplace, qtbot: QtBot) -> None:
    place = workplace.write(lambda session: add(session, "establishments"), "establishments")
    signed = workplace.write(
        lambda session: add(session, "commitments", establishment_id=place), "commitments"
    )
    workplace.write(lambda session: entries.remove(session, "commitments", signed), "commitments")
    workplace.write(lambda session: entries.remove(session, "establishments", place), "establishments")
    screen.turn(1)
    screen.list.table.selectRow(1)
    with qtbot.waitSignal(workplace.failed) as told:
        screen.bring_back()
    assert told.args is not None and told.args[0].reason == "parent"


def test_the_list_is_exported_field_by_field(
    screen: HistoryScreen, tmp_path: Path, file_dialogs: FileDialogs, workplace: Workplace, qtbot: QtBot
) -> None:
    target = tmp_path / "nhat-ky.xlsx"
    file_dialogs.expect(target)
    with qtbot.waitSignal(workplace.said):
        screen.export_list()
    workplace.worker.wait()
    assert target.stat().st_size > 0


def test_a_record_shows_its_own_history(
    workplace: Workplace, hotspot: int, qtbot: QtBot, dialogs: Modals
) -> None:
    made = HotspotsScreen(workplace)
    qtbot.addWidget(made)
    made.begin()
    made.show_record(hotspot)
    seen: list[str] = []

    def look(dialog: RecordHistoryDialog) -> None:
        seen.extend(
            item.text() for row in range(dialog.table.rowCount()) if (item := dialog.table.item(row, 2))
        )
        dialog.accept()

    dialogs.expect(RecordHistoryDialog, look)
    press(made, Qt.Key.Key_H, _CONTROL)
    assert [words for words in seen if words] == ["Sửa tụ điểm", "Thêm tụ điểm"]


def test_a_list_of_units_is_kept_but_is_no_step_of_undo(workplace: Workplace) -> None:
    day = workplace.today
    workplace.write(lambda session: units.load(session, unit_lines(), on=day, file_name="b.csv"), "units")
    assert not workplace.can_undo


def test_what_was_just_done_is_seen_whatever_period_is_chosen(screen: HistoryScreen) -> None:
    workplace = screen.presenter.workplace
    workplace.choose_period(parse_period("2019"))
    screen.begin()
    assert (screen.presenter.span, len(screen.presenter.shown) > 0) == ("week", True)
