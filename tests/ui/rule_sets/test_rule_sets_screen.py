"""The screen of rule sets, by keyboard: a draft made, changed, tried and put in force; files."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.rule_sets import AnswerKind, Band
from db.rules.scoring.writing import document_text
from tests.helpers.books import unit_id
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from tests.helpers.rule_sets import criterion, sound
from tests.helpers.sample_records import contents
from tests.helpers.scoring import fill_in
from tests.ui.test_accessible_names import nameless
from ui.common.findings_dialog import FindingsDialog
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.day_dialog import DayDialog
from ui.common.nodes.rows_editor import RowsEditor
from ui.common.workplace import Workplace
from ui.rule_sets.screen import RuleSetsScreen
from ui.rule_sets.trial_dialog import TrialDialog

KEYS = Qt.Key
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
FIVE, HUNDRED = "illustrative-five", "illustrative-100"


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> RuleSetsScreen:
    """The screen, shown, at the set in force."""
    made = RuleSetsScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    made.begin()
    made.take_focus()
    return made


@pytest.fixture
def draft(screen: RuleSetsScreen) -> RuleSetsScreen:
    """The screen at the shipped draft, the cursor in its tree."""
    number = next(item.id for item in screen.presenter.infos if item.code == FIVE)
    screen.show_record(number)
    screen.tree.setFocus()
    return screen


def go(screen: RuleSetsScreen, place: str) -> None:
    screen.presenter.go(place)
    screen.tree.setFocus()


def fill(screen: RuleSetsScreen, key: str, text: str) -> None:
    """Type a text over what stands in a field and leave it with Enter."""
    editor = screen.detail.rows[key].editor
    screen.detail.focus_field(key)
    press(editor, KEYS.Key_A, CONTROL)
    press(editor, KEYS.Key_Delete)
    type_text(editor, text)
    press(editor, KEYS.Key_Return)


def codes(screen: RuleSetsScreen) -> list[str]:
    judgement = screen.presenter.judgement
    return [item.code for item in judgement.findings] if judgement else []


def test_a_set_in_force_is_shown_and_not_changed(screen: RuleSetsScreen, workplace: Workplace) -> None:
    before = contents(workplace.book)
    assert screen.presenter.info is not None
    assert (screen.presenter.info.code, screen.presenter.is_open) == (HUNDRED, False)
    assert screen.findings.total.text() == "Tổng 100 điểm"
    go(screen, "group.1.criterion.1")
    fill(screen, "title", "Khác")
    press(screen.tree, KEYS.Key_F5)
    press(screen.tree, KEYS.Key_F6)
    assert contents(workplace.book) == before


def test_a_sheet_that_is_scored_counts_at_once_and_reads_no_set_anew(
    screen: RuleSetsScreen, workplace: Workplace
) -> None:
    read: list[bool] = []
    screen.presenter.judged.connect(lambda: read.append(True))
    workplace.write(lambda session: fill_in(session, unit_id(session, "99102"), 2025), "scores")
    assert screen.list_model.value(1, "sheets") == 1
    assert read == []


def test_every_control_has_a_name(draft: RuleSetsScreen) -> None:
    for place in ("head", "group.1", "group.1.criterion.1.item.1", "condition.1", "class.1", "levels.1"):
        go(draft, place)
        assert nameless(draft) == []


def test_a_copy_is_begun_and_taken_back(screen: RuleSetsScreen, workplace: Workplace) -> None:
    press(screen, KEYS.Key_T, CONTROL)
    info = screen.presenter.info
    assert info is not None
    assert (info.code, info.is_draft, info.valid_from) == (HUNDRED, True, date(2026, 1, 1))
    workplace.undo()
    assert len(screen.presenter.infos) == 2


def test_an_empty_draft_tells_what_it_needs(screen: RuleSetsScreen) -> None:
    press(screen, KEYS.Key_F5)
    assert {"required", "no_groups", "no_classes"} <= set(codes(screen))
    press(screen.tree, KEYS.Key_F8)
    assert screen.focusWidget() is screen.detail.rows["citation"].editor


def test_a_field_that_was_left_is_kept_as_one_step(draft: RuleSetsScreen, workplace: Workplace) -> None:
    go(draft, "group.1.criterion.2")
    fill(draft, "most", "12,5")
    assert draft.findings.total.text() == "Tổng 102,5 điểm"
    assert draft.focusWidget() is draft.detail.rows["may_not_apply"].editor
    workplace.undo()
    assert draft.findings.total.text() == "Tổng 100 điểm"
    assert draft.presenter.place == "group.1.criterion.2"


def test_a_text_that_cannot_be_kept_stays_with_its_sentence(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.2")
    fill(draft, "most", "mười")
    row = draft.detail.rows["most"]
    assert (row.text(), row.message.text()) == ("mười", "“mười” chưa phải là số. Hãy gõ như 1.234 hoặc 8,5.")


def test_a_text_that_cannot_be_kept_waits_at_its_field(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.2")
    fill(draft, "most", "mười")
    go(draft, "group.1.criterion.1.item.1")
    assert codes(draft) == ["not_number"]
    press(draft.tree, KEYS.Key_F8)
    assert (draft.presenter.place, draft.detail.rows["most"].text()) == ("group.1.criterion.2", "mười")
    fill(draft, "most", "10")
    assert codes(draft) == []


def test_what_waits_goes_along_with_its_criterion(draft: RuleSetsScreen, workplace: Workplace) -> None:
    go(draft, "group.1.criterion.2")
    fill(draft, "most", "mười")
    go(draft, "group.1.criterion.2")
    press(draft.tree, KEYS.Key_Up, ALT)
    assert (draft.presenter.place, draft.detail.rows["most"].text()) == ("group.1.criterion.1", "mười")
    workplace.undo()
    go(draft, "group.1.criterion.2")
    assert draft.detail.rows["most"].text() == "mười"
    press(draft.tree, KEYS.Key_F6)
    assert "not_number" not in codes(draft)


def test_a_draft_in_which_something_waits_is_not_put_in_force(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.2")
    fill(draft, "most", "mười")
    go(draft, "head")
    said: list[str] = []
    draft.workplace.said.connect(said.append)
    press(draft.tree, KEYS.Key_D, CONTROL)
    assert said == ["Còn 1 lỗi nên chưa áp dụng được. Hãy sửa các chỗ trong danh sách dưới cây."]


@pytest.mark.parametrize(
    "place, key, text",
    [
        ("head", "valid_from", ""),
        ("head", "due.self", "12"),
        ("head", "set_code", ""),
        ("levels.1", "units", ""),
        ("levels.1", "units", "xã, quận"),
        ("condition.1", "kind", "zzz"),
        ("group.1.criterion.2", "answer.kind", "x"),
        ("head", "decimals", "1,5"),
    ],
)
def test_what_a_set_cannot_be_without_is_asked_for(
    draft: RuleSetsScreen, place: str, key: str, text: str
) -> None:
    before = contents(draft.workplace.book)
    go(draft, place)
    fill(draft, key, text)
    assert draft.detail.rows[key].message.text()
    assert contents(draft.workplace.book) == before


@pytest.mark.parametrize(
    "place", ["head", "group.1", "group.1.criterion.2", "condition.4", "class.1", "failing.1"]
)
def test_every_field_may_be_emptied_and_filled_with_anything(draft: RuleSetsScreen, place: str) -> None:
    for text in ("", "9999999999/1", "x,y", "0", "31/12/2030"):
        go(draft, place)
        for key in tuple(draft.detail.rows):
            row = draft.detail.rows.get(key)
            if row is not None and not isinstance(row.editor, RowsEditor):
                draft.detail.focus_field(key)
                press(row.editor, KEYS.Key_A, CONTROL)
                press(row.editor, KEYS.Key_Delete)
                type_text(row.editor, text)
                draft.detail.settle()
    assert draft.presenter.judgement is not None


def test_what_is_wrong_is_told_at_its_field_and_in_the_tree(draft: RuleSetsScreen) -> None:
    go(draft, "group.2.criterion.2")
    fill(draft, "answer.per", "0")
    assert draft.detail.rows["answer.per"].message.text().startswith("Phải tính cho một số dân")
    assert draft.findings.list.count() == 1
    go(draft, "head")
    press(draft.tree, KEYS.Key_F8)
    assert draft.presenter.place == "group.2.criterion.2"
    assert draft.focusWidget() is draft.detail.rows["answer.per"].editor


def test_another_scale_has_other_fields(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.3")
    assert "answer.each" in draft.detail.rows
    fill(draft, "answer.kind", "Theo khoảng")
    assert draft.presenter.rule_set is not None
    assert draft.presenter.rule_set.criterion("3").scale.kind is AnswerKind.BANDS
    assert "answer.each" not in draft.detail.rows
    assert "bands_none" in codes(draft)


def test_a_narrowed_measure_is_shown_in_words(screen: RuleSetsScreen) -> None:
    go(screen, "group.2.criterion.2")
    editor = screen.detail.rows["answer.measure"].editor
    assert isinstance(editor, ChoiceEditor)
    assert "[" not in editor.shown()
    assert editor.text() == "outreach.sessions[audience=worker]"


def test_an_unknown_measure_is_told_at_its_field(draft: RuleSetsScreen) -> None:
    go(draft, "group.2.criterion.1")
    fill(draft, "answer.measure", "outreach.sesions")
    assert draft.detail.rows["answer.measure"].message.text().startswith("Không có đại lượng")


def test_no_unknown_scale_is_kept(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.3")
    fill(draft, "answer.kind", "Cách khác")
    assert draft.detail.rows["answer.kind"].message.text().startswith("“Cách khác” không có")
    assert codes(draft) == ["not_chosen"]


def test_bands_are_pasted_from_excel(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.3")
    fill(draft, "answer.kind", "Theo khoảng")
    editor = draft.detail.rows["answer.band"].editor
    assert isinstance(editor, RowsEditor)
    editor.setFocus()
    editor.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText("0\t\t2,5\t0\n2,5\t\t\t10\n")
    press(editor, KEYS.Key_V, CONTROL)
    assert draft.presenter.rule_set is not None
    half = Decimal("2.5")
    assert draft.presenter.rule_set.criterion("3").scale.bands == (
        Band(Decimal(0), Decimal(0), below=half),
        Band(half, Decimal(10)),
    )
    assert codes(draft) == []


def test_a_cell_that_is_no_number_is_marked(draft: RuleSetsScreen) -> None:
    go(draft, "group.4.criterion.1")
    editor = draft.detail.rows["answer.band"].editor
    assert isinstance(editor, RowsEditor)
    editor.model().setData(editor.model().index(1, 3), "nhiều")
    draft.settle()
    assert draft.detail.rows["answer.band"].message.text().startswith("“nhiều” chưa phải là số")
    assert codes(draft) == ["not_number"]
    go(draft, "head")
    go(draft, "group.4.criterion.1")
    shown = draft.detail.rows["answer.band"].editor
    assert isinstance(shown, RowsEditor)
    told = shown.model().index(1, 3).data(Qt.ItemDataRole.ToolTipRole)
    assert (shown.rows()[1][3], str(told)[:7]) == ("nhiều", "“nhiều”")


def test_a_band_is_typed_by_keyboard_and_kept_however_it_is_left(draft: RuleSetsScreen, qtbot: QtBot) -> None:
    go(draft, "group.2.criterion.2")
    editor = draft.detail.rows["answer.band"].editor
    assert isinstance(editor, RowsEditor)
    editor.setFocus()
    editor.setCurrentCell(1, 0)
    type_text(editor, "25")
    press(editor, KEYS.Key_Return)
    qtbot.waitUntil(lambda: codes(draft) == ["bands_gap"])
    editor.setCurrentCell(1, 0)
    type_text(editor, "20")
    # The cell is still open when another node is chosen.
    press(editor, KEYS.Key_F8)
    draft.settle()
    assert codes(draft) == []


def test_what_is_being_typed_is_kept_before_a_step(draft: RuleSetsScreen, dialogs: Modals) -> None:
    go(draft, "head")
    editor = draft.detail.rows["total"].editor
    editor.setFocus()
    type_text(editor, "99")
    dialogs.expect(TrialDialog, lambda dialog: dialog.accept())
    press(editor, KEYS.Key_F9)
    assert codes(draft) == ["total_differs"]


def test_nodes_are_added_moved_and_removed_by_keys(draft: RuleSetsScreen) -> None:
    go(draft, "group.1.criterion.2")
    press(draft.tree, KEYS.Key_F5)
    assert draft.presenter.place == "group.1.criterion.3"
    assert draft.focusWidget() is draft.detail.rows["title"].editor
    type_text(draft.detail.rows["title"].editor, "Tiêu chí thêm ")
    press(draft.detail, KEYS.Key_Escape)
    assert draft.focusWidget() is draft.tree
    press(draft.tree, KEYS.Key_Up, ALT)
    assert draft.presenter.place == "group.1.criterion.2"
    press(draft.tree, KEYS.Key_Right, ALT)
    assert draft.presenter.place == "group.1.criterion.1.item.3"
    press(draft.tree, KEYS.Key_Left, ALT)
    press(draft.tree, KEYS.Key_F5, SHIFT)
    assert draft.presenter.place == "group.1.criterion.2.item.1"
    go(draft, "group.1.criterion.2")
    press(draft.tree, KEYS.Key_F6)
    assert draft.findings.total.text() == "Tổng 100 điểm"


def test_a_draft_is_tried_and_nothing_of_the_sheet_is_kept(draft: RuleSetsScreen, dialogs: Modals) -> None:
    seen: list[str] = []

    def answer(dialog: TrialDialog) -> None:
        dialog.fill()
        seen.append(dialog.summary.text())
        dialog.accept()

    dialogs.expect(TrialDialog, answer)
    press(draft.tree, KEYS.Key_F9)
    assert "Tổng 100 trên 100 điểm" in seen[0]
    sheets = [
        row for name, row in contents(draft.workplace.book).items() if name.startswith("score_") and row
    ]
    assert sheets == []


def _is_at(dialog: TrialDialog, row: int) -> bool:
    return dialog.table.currentRow() == row


def test_answers_are_typed_down_the_scratch_sheet(draft: RuleSetsScreen, qtbot: QtBot) -> None:
    assert draft.presenter.rule_set is not None
    dialog = TrialDialog(draft.presenter.rule_set, "Thử")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.table.setFocus()
    for row, text in enumerate(("1", "c", "5/10", "một")):
        type_text(dialog.table, text)
        press(dialog.table, KEYS.Key_Return)
        qtbot.waitUntil(partial(_is_at, dialog, row + 1))
    assert dialog.answers == {"1.1": "early", "1.2": "yes", "2": "5/10"}
    assert dialog.summary.text().startswith("Tiêu chí 3: ")
    assert "Tổng 15 trên 100 điểm" in dialog.summary.text()
    assert nameless(dialog) == []


def forced(screen: RuleSetsScreen, dialogs: Modals, day: str) -> None:
    def answer(dialog: DayDialog) -> None:
        dialog.editor.set_text(day)
        dialog.accept_button.click()

    dialogs.expect(DayDialog, answer)
    press(screen.tree, KEYS.Key_D, CONTROL)


def test_an_untried_draft_is_put_in_force_when_confirmed(
    draft: RuleSetsScreen, dialogs: Modals, message_boxes: MessageBoxes
) -> None:
    message_boxes.expect("Áp dụng ngay", "chưa được chấm thử")
    forced(draft, dialogs, "1/1/2026")
    info = draft.presenter.info
    assert info is not None
    assert (info.code, info.state.value, draft.presenter.is_open) == (FIVE, "ahead", False)


def test_an_untried_draft_may_be_tried_first(
    draft: RuleSetsScreen, dialogs: Modals, message_boxes: MessageBoxes
) -> None:
    shown: list[str] = []

    def answer(dialog: TrialDialog) -> None:
        shown.append(dialog.windowTitle())
        dialog.reject()

    message_boxes.expect("Chấm thử trước", "chưa được chấm thử")
    dialogs.expect(TrialDialog, answer)
    press(draft.tree, KEYS.Key_D, CONTROL)
    assert len(shown) == 1
    assert draft.presenter.is_open


def test_an_unsound_draft_is_not_put_in_force(draft: RuleSetsScreen, workplace: Workplace) -> None:
    go(draft, "head")
    fill(draft, "total", "99")
    said: list[str] = []
    workplace.said.connect(said.append)
    press(draft.tree, KEYS.Key_D, CONTROL)
    assert said == ["Còn 1 lỗi nên chưa áp dụng được. Hãy sửa các chỗ trong danh sách dưới cây."]


def chosen(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "bộ.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_a_set_comes_from_a_file(screen: RuleSetsScreen, file_dialogs: FileDialogs, tmp_path: Path) -> None:
    file_dialogs.expect(chosen(tmp_path, RULE_SET_FILES.sealed("tinh", document_text(sound()))))
    press(screen, KEYS.Key_I, CONTROL)
    info = screen.presenter.info
    assert info is not None
    assert (info.code, info.is_draft, info.title) == ("tinh", True, "Bộ tiêu chí")


def test_an_unsound_file_may_come_as_a_draft(
    screen: RuleSetsScreen,
    file_dialogs: FileDialogs,
    dialogs: Modals,
    message_boxes: MessageBoxes,
    tmp_path: Path,
) -> None:
    text = document_text(sound(criterion("1", "0"), criterion("2", "10")))
    file_dialogs.expect(chosen(tmp_path, RULE_SET_FILES.sealed("tinh", text)))
    dialogs.expect(FindingsDialog, lambda dialog: dialog.accept())
    message_boxes.expect("Nhập để sửa tiếp", "còn 1 lỗi")
    press(screen, KEYS.Key_I, CONTROL)
    assert codes(screen) == ["most_not_positive"]


def test_a_foreign_file_is_told(
    screen: RuleSetsScreen, file_dialogs: FileDialogs, dialogs: Modals, tmp_path: Path
) -> None:
    file_dialogs.expect(chosen(tmp_path, "title = 'x'"))
    dialogs.expect(FindingsDialog, lambda dialog: dialog.accept())
    press(screen, KEYS.Key_I, CONTROL)
    assert len(screen.presenter.infos) == 2


def test_a_set_is_written_to_a_file(
    screen: RuleSetsScreen, file_dialogs: FileDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "ra.toml"
    file_dialogs.expect(target)
    press(screen, KEYS.Key_E, CONTROL)
    qtbot.waitUntil(target.is_file)
    assert target.read_text("utf-8").startswith("# Sổ PCMD")


def test_a_draft_is_removed_and_comes_back(draft: RuleSetsScreen, workplace: Workplace) -> None:
    draft.list.take_focus()
    press(draft, KEYS.Key_F6)
    assert [item.code for item in draft.presenter.infos] == [HUNDRED]
    workplace.undo()
    assert len(draft.presenter.infos) == 2


def test_enter_and_escape_lead_from_list_to_field_and_back(draft: RuleSetsScreen) -> None:
    draft.list.take_focus()
    press(draft, KEYS.Key_Return)
    assert draft.focusWidget() is draft.tree
    press(draft.tree, KEYS.Key_Return)
    assert draft.focusWidget() is draft.detail.rows["title"].editor
    press(draft.detail, KEYS.Key_Escape)
    press(draft.tree, KEYS.Key_Escape)
    assert draft.focusWidget() is draft.list.table
