"""The screen of return forms, by keyboard: a draft made, changed, seen with its figures and put in force; files."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services import content
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import add
from tests.ui.test_accessible_names import nameless
from ui.common.findings_dialog import FindingsDialog
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.day_dialog import DayDialog
from ui.common.workplace import Workplace
from ui.return_forms.screen import ReturnFormsScreen

KEYS = Qt.Key
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
OUTREACH, PEOPLE = "sheet.2", "sheet.2.column.5"


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> Iterator[ReturnFormsScreen]:
    """The screen, shown, at the quarterly set in force; what it still fills is waited for."""
    made = ReturnFormsScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    made.begin()
    made.take_focus()
    yield made
    workplace.worker.wait()
    QApplication.processEvents()


@pytest.fixture
def draft(screen: ReturnFormsScreen) -> ReturnFormsScreen:
    """The screen at a draft of the quarterly set, the cursor in its tree."""
    number = next(item.id for item in screen.presenter.heads if item.code == "quarterly")
    screen.show_record(number)
    press(screen, KEYS.Key_T, CONTROL)
    screen.tree.setFocus()
    return screen


def go(screen: ReturnFormsScreen, place: str) -> None:
    screen.presenter.go(place)
    screen.tree.setFocus()


def fill(screen: ReturnFormsScreen, key: str, text: str) -> None:
    """Type a text over what stands in a field and leave it with Enter."""
    editor = screen.detail.rows[key].editor
    screen.detail.focus_field(key)
    press(editor, KEYS.Key_A, CONTROL)
    press(editor, KEYS.Key_Delete)
    type_text(editor, text)
    press(editor, KEYS.Key_Return)


def choose(screen: ReturnFormsScreen, key: str, code: str) -> None:
    """Choose in a box, as its list would."""
    editor = screen.detail.rows[key].editor
    assert isinstance(editor, ChoiceEditor)
    editor.set_choice(code, next(item.title for item in editor.options if item.code == code))
    editor.settled.emit()


def codes(screen: ReturnFormsScreen) -> list[str]:
    judgement = screen.presenter.judgement
    return [item.code for item in judgement.findings] if judgement else []


def seen(screen: ReturnFormsScreen, qtbot: QtBot) -> list[str]:
    """The keys of the columns that the preview shows."""
    qtbot.waitUntil(lambda: screen.preview.filler.result is not None)
    shown = screen.preview.view.form.content
    return [column.key for column in shown.form.columns] if shown else []


def answer(day: str, dialog: DayDialog) -> None:
    dialog.editor.set_text(day)
    dialog.accept_button.click()


def test_a_set_in_force_is_seen_and_not_changed(screen: ReturnFormsScreen) -> None:
    said: list[str] = []
    screen.workplace.said.connect(said.append)
    go(screen, "sheet.1")
    press(screen.tree, KEYS.Key_F5)
    assert "Ctrl+T" in said[-1]
    fill(screen, "title", "Khác")
    assert screen.presenter.body["sheet"][0]["title"] != "Khác"


def test_a_column_is_added_named_and_measured_and_its_figures_are_seen(
    draft: ReturnFormsScreen, qtbot: QtBot
) -> None:
    go(draft, PEOPLE)
    press(draft.tree, KEYS.Key_F5)
    assert draft.presenter.place == "sheet.2.column.6"
    assert codes(draft) == ["measure_missing"]
    type_text(draft.detail.rows["head"].editor, "Bản tin phát")
    press(draft.detail.rows["head"].editor, KEYS.Key_Return)
    choose(draft, "measure", "outreach.broadcasts")
    assert codes(draft) == []
    assert "Bản tin phát" in [node.title.partition(" · ")[2] for node in draft.presenter.nodes()]
    assert draft.detail.rows["measure"].about.text()
    assert "cot_1" in seen(draft, qtbot)


def test_the_cursor_goes_on_where_a_choice_brings_other_fields(draft: ReturnFormsScreen) -> None:
    go(draft, PEOPLE)
    editor = draft.detail.rows["holds"].editor
    draft.detail.focus_field("holds")
    press(editor, KEYS.Key_A, CONTROL)
    type_text(editor, "Số thứ")
    press(editor, KEYS.Key_Return)
    assert "measure" not in draft.detail.rows
    assert draft.focusWidget() is draft.detail.rows["holds"].editor
    press(draft.detail.rows["holds"].editor, KEYS.Key_Return)
    assert draft.focusWidget() is draft.detail.rows["width"].editor


def test_a_wrong_column_is_left_out_of_the_preview_and_told(draft: ReturnFormsScreen, qtbot: QtBot) -> None:
    go(draft, PEOPLE)
    press(draft.tree, KEYS.Key_F5)
    assert "cot_1" not in seen(draft, qtbot)
    assert "Cột mới" in draft.preview.note.text()


def test_a_measure_is_narrowed_or_repeated_for_each_entry(draft: ReturnFormsScreen) -> None:
    go(draft, PEOPLE)
    choose(draft, "filter.audience", "worker")
    column = draft.presenter.body["sheet"][1]["column"][4]
    assert column["measure"] == "outreach.people[audience=worker]"
    choose(draft, "filter.audience", "{code}")
    column = draft.presenter.body["sheet"][1]["column"][4]
    assert (column["measure"], column["each"], column["head"]) == (
        "outreach.people[audience={code}]",
        "audiences",
        "{title}",
    )


def test_rules_follow_a_key_that_changes(draft: ReturnFormsScreen) -> None:
    go(draft, PEOPLE)
    fill(draft, "key", "luot_nguoi")
    rules = draft.presenter.body["sheet"][1]["rule"]
    assert rules[0]["whole"] == "luot_nguoi"
    assert codes(draft) == []


def test_rules_of_other_forms_follow_a_code_that_changes(draft: ReturnFormsScreen) -> None:
    at = next(
        at for at, sheet in enumerate(draft.presenter.body["sheet"], start=1) if sheet["code"] == "PCMD-04B"
    )
    go(draft, f"sheet.{at}")
    fill(draft, "code", "B4")
    assert codes(draft) == []


def test_f8_goes_to_what_is_wrong(draft: ReturnFormsScreen) -> None:
    go(draft, PEOPLE)
    fill(draft, "width", "0")
    go(draft, "head")
    press(draft.tree, KEYS.Key_F8)
    assert draft.presenter.place == PEOPLE
    assert draft.focusWidget() is draft.detail.rows["width"].editor


def test_what_cannot_be_kept_waits_at_its_field(draft: ReturnFormsScreen) -> None:
    go(draft, OUTREACH)
    fill(draft, "print.left", "hẹp")
    go(draft, "head")
    assert codes(draft) == ["not_number"]
    press(draft.tree, KEYS.Key_F8)
    assert draft.presenter.place == OUTREACH
    fill(draft, "print.left", "25,5")
    assert draft.presenter.body["sheet"][1]["print"] == {"left": 25.5}


def test_print_set_up_is_taken_back_to_the_usual(draft: ReturnFormsScreen) -> None:
    go(draft, OUTREACH)
    choose(draft, "print.orientation", "portrait")
    press(draft.detail.rows["print.fit_width"].editor, KEYS.Key_Space)
    assert draft.presenter.body["sheet"][1]["print"] == {"orientation": "portrait", "fit_width": False}
    choose(draft, "print.orientation", "landscape")
    press(draft.detail.rows["print.fit_width"].editor, KEYS.Key_Space)
    assert "print" not in draft.presenter.body["sheet"][1]


def test_nodes_are_moved_removed_and_come_back(draft: ReturnFormsScreen) -> None:
    before = [column["key"] for column in draft.presenter.body["sheet"][1]["column"]]
    go(draft, PEOPLE)
    press(draft.tree, KEYS.Key_Up, ALT)
    assert draft.presenter.place == "sheet.2.column.4"
    press(draft.tree, KEYS.Key_F6)
    assert "people" not in [column["key"] for column in draft.presenter.body["sheet"][1]["column"]]
    draft.workplace.undo()
    draft.workplace.undo()
    assert [column["key"] for column in draft.presenter.body["sheet"][1]["column"]] == before


def test_forms_rules_and_levels_are_added(draft: ReturnFormsScreen) -> None:
    go(draft, "head")
    press(draft.tree, KEYS.Key_F5)
    assert draft.presenter.body["sheet"][-1]["code"] == "B-01"
    draft.tree.setFocus()
    press(draft.tree, KEYS.Key_F5, CONTROL)
    assert draft.presenter.place.endswith("rule.1")
    go(draft, "levels")
    press(draft.tree, KEYS.Key_F5)
    assert len(draft.presenter.body["levels"]) == 2
    assert "levels_overlap" in codes(draft)


def test_the_preview_takes_the_whole_screen_and_gives_it_back(draft: ReturnFormsScreen, qtbot: QtBot) -> None:
    go(draft, OUTREACH)
    seen(draft, qtbot)
    press(draft.tree, KEYS.Key_F9)
    assert (draft.tree.isVisible(), draft.focusWidget()) == (False, draft.preview.view)
    press(draft.preview.view, KEYS.Key_Escape)
    assert (draft.tree.isVisible(), draft.focusWidget()) == (True, draft.tree)


def test_a_change_is_filled_into_the_preview_once(draft: ReturnFormsScreen) -> None:
    begun: list[bool] = []
    draft.preview.filler.filling.connect(lambda: begun.append(True))
    go(draft, PEOPLE)
    begun.clear()

    fill(draft, "head", "Người dự")
    assert len(begun) == 1
    draft.workplace.undo()
    assert len(begun) == 2
    draft.workplace.write(lambda session: add(session, "outreach"), "outreach")
    assert len(begun) == 3


def test_a_draft_is_put_in_force_given_up_and_the_shipped_one_comes_back(
    draft: ReturnFormsScreen, dialogs: Modals
) -> None:
    dialogs.expect(DayDialog, partial(answer, "1/1/2026"))
    press(draft.tree, KEYS.Key_D, CONTROL)
    info = draft.presenter.info
    assert info is not None
    assert (info.state.value, info.valid_from) == ("ahead", date(2026, 1, 1))
    draft.steps.give_up()
    assert draft.presenter.is_open
    dialogs.expect(DayDialog, partial(answer, "1/1/2026"))
    press(draft.tree, KEYS.Key_D, CONTROL)
    draft.presenter.workplace.undo()
    with draft.workplace.book.reading() as session:
        held = content.of_kind(session, "return_set")
    assert [item.valid_to for item in held] == [None, None]


def test_an_unsound_draft_is_not_put_in_force(draft: ReturnFormsScreen) -> None:
    said: list[str] = []
    draft.workplace.said.connect(said.append)
    go(draft, PEOPLE)
    fill(draft, "width", "0")
    press(draft.tree, KEYS.Key_D, CONTROL)
    assert "Còn 1 lỗi" in said[-1]


def test_a_set_goes_out_as_a_file_and_comes_in_as_a_draft(
    draft: ReturnFormsScreen, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    go(draft, OUTREACH)
    fill(draft, "measured_in", "Lượt")
    target = tmp_path / "bo.toml"
    file_dialogs.expect(target)
    press(draft.tree, KEYS.Key_E, CONTROL)
    press(draft, KEYS.Key_Escape)
    draft.list.take_focus()
    press(draft.list.table, KEYS.Key_F6)
    count = len(draft.presenter.heads)
    file_dialogs.expect(target)
    press(draft.list.table, KEYS.Key_I, CONTROL)
    assert len(draft.presenter.heads) == count + 1
    assert draft.presenter.body["sheet"][1]["measured_in"] == "Lượt"


def test_a_rule_sets_file_is_refused(
    screen: ReturnFormsScreen, file_dialogs: FileDialogs, dialogs: Modals, tmp_path: Path
) -> None:
    target = tmp_path / "bo.toml"
    target.write_text("# Sổ PCMD: bộ tiêu chí chấm điểm xã\n# mã: x\n", encoding="utf-8")
    file_dialogs.expect(target)
    dialogs.expect(FindingsDialog, lambda dialog: dialog.accept())
    press(screen.list.table, KEYS.Key_I, CONTROL)
    assert len(screen.presenter.heads) == 2


def test_everything_that_tab_reaches_has_a_name(draft: ReturnFormsScreen) -> None:
    for place in ("head", OUTREACH, PEOPLE, "sheet.2.rule.1", "levels.1"):
        go(draft, place)
        assert nameless(draft) == []


def test_limits_of_checks_and_figures_by_hand_are_kept(draft: ReturnFormsScreen) -> None:
    fill(draft, "checks.jump", "2,5")
    assert draft.presenter.document().limits.jump == Decimal("2.5")
    fill(draft, "checks.rate", "0")
    assert codes(draft) == ["limit_too_low"]
    go(draft, PEOPLE)
    press(draft.tree, KEYS.Key_F5)
    choose(draft, "holds", "by_hand")
    choose(draft, "kind", "flow")
    assert codes(draft) == ["limit_too_low"]
    assert draft.presenter.document().sheets[1].columns[5].kind == "flow"
