"""Inspections: the establishment is found by any part of its words, what was found is handled in several forms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services.entering import entries
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.sample_records import added
from ui.common.forms.finder_editor import FinderEditor
from ui.common.workplace import Workplace
from ui.inspections.screen import InspectionsScreen

Key = Qt.Key


@pytest.fixture
def establishments(workplace: Workplace) -> tuple[int, ...]:
    names = ("Karaoke Sóng Đà", "Nhà nghỉ Ánh Sao", "Nhà nghỉ Ánh Sáng")
    return tuple(added(workplace.book, "establishments", name=name, address=None) for name in names)


@pytest.fixture
def screen(workplace: Workplace, establishments: tuple[int, ...], qtbot: QtBot) -> InspectionsScreen:
    made = InspectionsScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.activateWindow()
    made.begin()
    QApplication.processEvents()
    return made


def _finder(screen: InspectionsScreen) -> FinderEditor:
    screen.form.focus_field("establishment_id")
    editor = screen.form.rows["establishment_id"].editor
    assert isinstance(editor, FinderEditor)
    return editor


def test_part_of_a_name_and_enter_choose_the_establishment_and_its_unit(
    screen: InspectionsScreen, establishments: tuple[int, ...]
) -> None:
    screen.new_row()
    editor = _finder(screen)
    type_text(editor, "ong da")
    press(editor, Key.Key_Return)
    QApplication.processEvents()
    entry = screen.presenter.entry
    assert entry.texts()["establishment_id"] == str(establishments[0])
    with screen.workplace.book.reading() as session:
        assert entry.texts()["unit_id"] == str(unit_id(session, "99102"))
    assert editor.shown() == "Karaoke Sóng Đà – Xã Quế Lâm"


def test_a_unit_that_was_typed_stays(screen: InspectionsScreen, establishments: tuple[int, ...]) -> None:
    with screen.workplace.book.reading() as session:
        typed = str(unit_id(session, "99104"))
    screen.presenter.new_row()
    screen.presenter.leave("unit_id", typed)
    screen.presenter.leave("establishment_id", str(establishments[0]))
    assert screen.presenter.entry.texts()["unit_id"] == typed


@pytest.mark.parametrize(
    ("typed", "meant"), [("song", 0), ("anh", None), ("anh sang", 2), ("không có", None), ("  ", None)]
)
def test_only_words_that_find_one_establishment_mean_it(
    screen: InspectionsScreen, establishments: tuple[int, ...], typed: str, meant: int | None
) -> None:
    screen.new_row()
    editor = _finder(screen)
    type_text(editor, typed)
    assert editor.chosen() == ("" if meant is None else str(establishments[meant]))


@pytest.mark.parametrize("typed", ["anh", "999", "12a"])
def test_words_that_mean_no_establishment_are_held_back(screen: InspectionsScreen, typed: str) -> None:
    inspection = added(screen.workplace.book, "inspections")
    screen.presenter.reload()
    screen.presenter.open_row(inspection)
    editor = _finder(screen)
    type_text(editor, typed)
    screen.settle()
    findings = screen.presenter.entry.findings
    assert [(item.code, item.place) for item in findings] == [("not_chosen", "establishment_id")]
    assert editor.shown() == typed


def test_the_list_follows_a_renamed_establishment(
    screen: InspectionsScreen, establishments: tuple[int, ...]
) -> None:
    workplace = screen.workplace
    inspection = added(workplace.book, "inspections", establishment_id=establishments[0])
    screen.presenter.reload()
    screen.presenter.open_row(inspection)
    change = {"name": "Karaoke Sóng Mã"}
    workplace.write(
        lambda session: entries.change(session, "establishments", establishments[0], change), "establishments"
    )
    assert screen.list_model.value(0, "establishment") == "Karaoke Sóng Mã"
    editor = screen.form.rows["establishment_id"].editor
    assert isinstance(editor, FinderEditor)
    assert editor.shown() == "Karaoke Sóng Mã – Xã Quế Lâm"


def test_several_handlings_add_up_in_the_foot(screen: InspectionsScreen) -> None:
    inspection = added(screen.workplace.book, "inspections")
    screen.presenter.reload()
    screen.presenter.open_row(inspection)
    handlings = screen.parts[0].presenter
    for form, fine in (("fine", "3.500.000"), ("warning", ""), ("fine", "500000")):
        handlings.new_row()
        handlings.leave("form", form)
        handlings.leave("fine", fine)
    assert screen.presenter.shown.totals == {"breach": 1, "handlings": 3, "fines": 4_000_000}
    assert screen.parts[0].presenter.shown.totals == {"fine": 4_000_000}


def test_inspections_are_narrowed_by_breach(screen: InspectionsScreen) -> None:
    found, none = (added(screen.workplace.book, "inspections", breach=breach) for breach in (True, None))
    QApplication.processEvents()
    offered = [item.title for item in screen.presenter.options.of(screen.subject.filter_field("breach"))]
    screen.presenter.filter_by("breach", "1")
    with_breach = screen.presenter.shown.ids
    screen.presenter.filter_by("breach", "0")
    assert (with_breach, screen.presenter.shown.ids, offered) == ((found,), (none,), ["có", "không"])


def test_the_finder_asks_a_long_register_for_few(screen: InspectionsScreen) -> None:
    for number in range(25):
        added(screen.workplace.book, "establishments", name=f"Quán số {number}")
    screen.new_row()
    editor = _finder(screen)
    assert len(list(editor.matching("quan so"))) == 20
    assert editor.meant("quan so") is None
