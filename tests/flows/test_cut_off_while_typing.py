"""The power goes while a field is being typed in: within two seconds it was in the book, and stands there again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.helpers.books import unit_id
from tests.helpers.cut_offs import Start, kept_drafts
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.typing_pauses import pause_typing
from ui.common.forms.text_editors import LineEditor, LinesEditor
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.figures.screen import FiguresScreen
from ui.outreach.screen import OutreachScreen
from ui.returns.reports.screen import ReportsScreen
from ui.rule_sets.screen import RuleSetsScreen
from ui.scores.screen import ScoresScreen
from ui.scores.sheet.marks import NOTE, SELF

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def outreach(workplace: Workplace, qtbot: QtBot) -> OutreachScreen:
    screen = OutreachScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    return screen


def test_a_field_of_a_record_stands_there_again(start: Start, qtbot: QtBot) -> None:
    screen = outreach(start(), qtbot)
    screen.new_row()
    compose_text(screen.form.rows["topic"].editor, "đang gõ dở")
    pause_typing(screen.form)

    after = outreach(start(), qtbot)
    after.presenter.open_row(next(iter(after.presenter.draft_titles())))
    assert after.form.rows["topic"].editor.text() == "đang gõ dở"


def test_a_field_typed_back_to_what_it_was_leaves_no_draft(start: Start, qtbot: QtBot) -> None:
    workplace = start()
    screen = outreach(workplace, qtbot)
    screen.new_row()
    editor = screen.form.rows["note"].editor
    type_text(editor, "x")
    pause_typing(screen.form)
    assert len(kept_drafts(workplace, "outreach")) == 1
    press(editor, Qt.Key.Key_Backspace)
    screen.presenter.leave("note", "")
    assert kept_drafts(workplace, "outreach") == []


def figures(workplace: Workplace, qtbot: QtBot) -> FiguresScreen:
    screen = FiguresScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 600)
    screen.show()
    screen.begin()
    screen.take_focus()
    return screen


def test_a_cell_of_the_figures_stands_there_again_and_waits(start: Start, qtbot: QtBot) -> None:
    screen = figures(start(), qtbot)
    type_text(screen, "123")
    pause_typing(screen.table)

    after = figures(start(), qtbot)
    assert after.model.index(0, 0).data() == "123"
    assert list(after.presenter.held.values()) == ["123"]
    assert {finding.code for finding in after.presenter.findings.values()} == {"typed_again"}


@pytest.mark.parametrize("key", [ENTER, ESC])
def test_a_cell_that_is_left_or_given_up_leaves_nothing_aside(
    start: Start, qtbot: QtBot, key: Qt.Key
) -> None:
    workplace = start()
    screen = figures(workplace, qtbot)
    type_text(screen, "123")
    pause_typing(screen.table)
    assert len(kept_drafts(workplace, "figure_grid")) == 1
    editor = screen.table.delegate.editor
    assert editor is not None
    press(editor, key)
    assert kept_drafts(workplace, "figure_grid") == []
    assert screen.model.index(0, 0).data() == ("123" if key == ENTER else "–")


def test_a_cell_beside_one_that_waits_does_not_push_it_out(start: Start, qtbot: QtBot) -> None:
    workplace = start()
    screen = figures(workplace, qtbot)
    for number in ("mười", "5"):
        type_text(screen, number)
        pause_typing(screen.table)
        press(screen, ENTER)
    assert [draft.get("period") for draft in kept_drafts(workplace, "figure_grid")] == ["2025-Q3"]
    assert list(screen.presenter.held.values()) == ["mười"]


def scores(workplace: Workplace, qtbot: QtBot) -> ScoresScreen:
    screen = ScoresScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    screen.begin()
    screen.open_sheet(workplace.read(lambda session: unit_id(session, "99102")))
    return screen


@pytest.mark.parametrize(("code", "column", "typed"), [("3", SELF, "1,5"), ("10", SELF, "18/142")])
def test_a_cell_of_a_score_sheet_stands_there_again(
    start: Start, qtbot: QtBot, code: str, column: str, typed: str
) -> None:
    screen = scores(start(), qtbot)
    screen.sheet.table.show_place((code, column))
    type_text(screen, typed)
    pause_typing(screen.sheet.table)

    after = scores(start(), qtbot)
    assert after.sheet.presenter.text((code, column)) == typed
    assert after.sheet.presenter.is_held((code, column))


def test_the_note_of_a_criterion_stands_there_again(start: Start, qtbot: QtBot) -> None:
    screen = scores(start(), qtbot)
    panel = screen.sheet.criterion
    panel.show_criterion("3")
    type_text(panel.note, "Hồ sơ ở xã")
    pause_typing(panel)

    after = scores(start(), qtbot)
    assert after.sheet.presenter.text(("3", NOTE)) == "Hồ sơ ở xã"
    assert after.sheet.presenter.stored_text(("3", NOTE)) == ""


def test_a_score_that_is_kept_leaves_nothing_aside(start: Start, qtbot: QtBot) -> None:
    workplace = start()
    screen = scores(workplace, qtbot)
    screen.sheet.table.show_place(("3", SELF))
    type_text(screen, "2")
    pause_typing(screen.sheet.table)
    press(screen, ENTER)
    assert screen.sheet.presenter.stored_text(("3", SELF)) == "2"
    assert kept_drafts(workplace, "scores") == []


def reports(workplace: Workplace, qtbot: QtBot) -> ReportsScreen:
    screen = ReportsScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 600)
    screen.show()
    screen.begin()
    presenter = screen.presenter
    qtbot.waitUntil(lambda: not presenter.stale and not presenter.busy and presenter.report is not None)
    at = next(at for at in range(screen.parts.count()) if "Khó khăn" in screen.parts.item(at).text())
    screen.parts.setCurrentRow(at)
    return screen


def test_words_of_a_report_stand_there_again_and_are_kept_when_left(start: Start, qtbot: QtBot) -> None:
    screen = reports(start(), qtbot)
    compose_text(screen.panel.rows["difficulties.before"].editor, "Địa bàn rộng")
    pause_typing(screen.presenter)
    assert screen.presenter.own == {}

    second = start()
    after = reports(second, qtbot)
    row = after.panel.rows["difficulties.before"]
    assert (row.editor.text(), row.is_typing) == ("Địa bàn rộng", True)
    after.settle()
    assert after.presenter.own == {"difficulties.before": "Địa bàn rộng"}
    assert kept_drafts(second, "report_typed") == []


def rule_sets(workplace: Workplace, qtbot: QtBot) -> RuleSetsScreen:
    screen = RuleSetsScreen(workplace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    screen.begin()
    screen.show_record(next(item.id for item in screen.presenter.infos if item.code == "illustrative-five"))
    screen.presenter.go("group.1.criterion.1")
    return screen


def test_a_field_of_a_rule_set_stands_there_again_and_is_kept_when_left(start: Start, qtbot: QtBot) -> None:
    screen = rule_sets(start(), qtbot)
    screen.detail.begin_typing("title")
    type_text(screen.detail.rows["title"].editor, "Tên mới của tiêu chí")
    pause_typing(screen.detail)

    workplace = start()
    after = rule_sets(workplace, qtbot)
    editor = after.detail.rows["title"].editor
    assert isinstance(editor, LineEditor | LinesEditor)
    assert editor.text() == "Tên mới của tiêu chí"
    after.detail.settle()
    assert after.presenter.table()["title"] == "Tên mới của tiêu chí"
    assert kept_drafts(workplace, "rule_sets_typed") == []


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[Workplace], tuple[QDialog, LineEditor]]:
    """Open a dialog that puts aside what is typed in its one field."""

    def make(workplace: Workplace) -> tuple[QDialog, LineEditor]:
        dialog = QDialog()
        qtbot.addWidget(dialog)
        editor = LineEditor()
        QVBoxLayout(dialog).addWidget(editor)
        TypedAside(workplace, "return_typed", below="q/7/2025-Q3/").hold(dialog, "PCMD-02", {"value": editor})
        dialog.show()
        return dialog, editor

    return make


def test_a_field_of_a_dialog_stands_there_again(
    start: Start, ask: Callable[[Workplace], tuple[QDialog, LineEditor]]
) -> None:
    dialog, editor = ask(start())
    type_text(editor, "1.260")
    pause_typing(dialog)
    again, found = ask(start())
    assert (again.isVisible(), found.text()) == (True, "1.260")


@pytest.mark.parametrize("close", [QDialog.accept, QDialog.reject])
def test_a_dialog_that_was_closed_leaves_nothing_aside(
    start: Start,
    ask: Callable[[Workplace], tuple[QDialog, LineEditor]],
    close: Callable[[QDialog], None],
) -> None:
    workplace = start()
    dialog, editor = ask(workplace)
    type_text(editor, "1.260")
    pause_typing(dialog)
    assert kept_drafts(workplace, "return_typed") == [{"q/7/2025-Q3/PCMD-02/value": "1.260"}]
    close(dialog)
    assert kept_drafts(workplace, "return_typed") == []
