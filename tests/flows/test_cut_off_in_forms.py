"""The power goes where a form keeps no draft: names of the office, tables of sets, texts that were refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.rules.reports.filled import DAY
from db.services import offices
from tests.db.rules.plan_reading import made_plans
from tests.flows.test_cut_off_while_typing import reports, rule_sets
from tests.helpers.cut_offs import Start, kept_drafts
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.record_lists import list_file
from tests.helpers.typing_pauses import pause_typing
from ui.common.found_again import FoundAgain
from ui.common.nodes.rows_editor import RowsEditor
from ui.common.workplace import Workplace
from ui.imports.dialog import ImportDialog
from ui.imports.presenter import Stage
from ui.office.form import OfficeForm
from ui.office.presenter import OfficePresenter
from ui.received.review_dialog import ReviewDialog
from ui.rule_sets.screen import RuleSetsScreen

BANDS = "group.4.criterion.1"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


def office(workplace: Workplace, qtbot: QtBot) -> OfficeForm:
    form = OfficeForm(OfficePresenter(workplace, workplace))
    qtbot.addWidget(form)
    form.show()
    return form


def sign(form: OfficeForm, name: str) -> None:
    form.names.focus_field("signatory_name")
    compose_text(form.names.rows["signatory_name"].editor, name)
    pause_typing(form.names, form.presenter)


def signatory(workplace: Workplace) -> str:
    return workplace.read(offices.current).names.signatory_name


def test_a_name_of_the_office_stands_there_again_and_is_kept_when_left(start: Start, qtbot: QtBot) -> None:
    first = start()
    before = signatory(first)
    sign(office(first, qtbot), " Hoa")

    second = start()
    after = office(second, qtbot)
    row = after.names.rows["signatory_name"]
    assert "Hoa" in row.text() and "Hoa" not in before
    assert after.found.words.text().startswith("Đã lấy lại những gì đang gõ dở lúc 10:42")
    assert (row.message.isVisible(), signatory(second)) == (True, before)
    after.names.put_in("signatory_name", row.text())
    assert "Hoa" in signatory(second)
    assert (after.found.isVisible(), kept_drafts(second, "office_typed")) == (False, [])


def test_a_name_that_is_thrown_away_leaves_the_kept_one(start: Start, qtbot: QtBot) -> None:
    sign(office(start(), qtbot), " Hoa")
    second = start()
    after = office(second, qtbot)
    after.found.throw_button.click()
    assert after.names.rows["signatory_name"].text() == signatory(second)
    assert (after.found.isVisible(), kept_drafts(second, "office_typed")) == (False, [])


def test_a_name_that_was_changed_since_is_not_covered(start: Start, qtbot: QtBot) -> None:
    first = start()
    sign(office(first, qtbot), " Hoa")
    first.write(lambda session: offices.rename(session, signatory_name="Trần Văn Sau"), "office")

    after = office(start(), qtbot)
    row = after.names.rows["signatory_name"]
    assert (row.text(), "nay đã khác" in after.found.words.text()) == ("Trần Văn Sau", True)
    after.found.take_button.click()
    assert "Hoa" in row.text()


def test_a_name_that_is_refused_is_not_lost_either(start: Start, qtbot: QtBot) -> None:
    office(start(), qtbot).presenter.leave("signatory_name", "A" * 101)
    assert office(start(), qtbot).names.rows["signatory_name"].text() == "A" * 101


def bands(screen: RuleSetsScreen) -> RowsEditor:
    screen.presenter.go(BANDS)
    editor = screen.detail.rows["answer.band"].editor
    assert isinstance(editor, RowsEditor)
    return editor


def type_cell(editor: RowsEditor, text: str) -> QLineEdit:
    editor.setFocus()
    editor.setCurrentCell(1, 3)
    type_text(editor, text)
    cell = editor.findChild(QLineEdit)
    assert cell is not None
    return cell


def test_a_cell_of_a_table_stands_there_again_and_is_kept_when_left(start: Start, qtbot: QtBot) -> None:
    screen = rule_sets(start(), qtbot)
    type_cell(bands(screen), "7")
    pause_typing(screen.detail)

    workplace = start()
    after = rule_sets(workplace, qtbot)
    assert bands(after).rows()[1][3] == "7"
    assert after.detail.found.isVisible()
    after.detail.settle()
    assert after.presenter.table()["answer"]["band"][1]["points"] == 7
    assert (after.detail.found.isVisible(), kept_drafts(workplace, "rule_sets_typed")) == (False, [])


def test_a_cell_that_is_given_up_leaves_nothing_aside(start: Start, qtbot: QtBot) -> None:
    workplace = start()
    screen = rule_sets(workplace, qtbot)
    cell = type_cell(bands(screen), "7")
    pause_typing(screen.detail)
    assert len(kept_drafts(workplace, "rule_sets_typed")) == 1
    press(cell, ESC)
    assert kept_drafts(workplace, "rule_sets_typed") == []


def test_a_table_that_is_thrown_away_is_the_kept_one_again(start: Start, qtbot: QtBot) -> None:
    screen = rule_sets(start(), qtbot)
    before = bands(screen).rows()
    type_cell(bands(screen), "7")
    pause_typing(screen.detail)

    workplace = start()
    after = rule_sets(workplace, qtbot)
    bands(after)
    after.detail.found.throw_button.click()
    assert bands(after).rows() == before
    after.detail.settle()
    assert not workplace.can_undo
    assert kept_drafts(workplace, "rule_sets_typed") == []


def test_a_cell_that_was_refused_is_not_lost_either(start: Start, qtbot: QtBot) -> None:
    screen = rule_sets(start(), qtbot)
    editor = bands(screen)
    editor.model().setData(editor.model().index(1, 3), "nhiều")
    screen.detail.settle()

    after = rule_sets(start(), qtbot)
    assert bands(after).rows()[1][3] == "nhiều"
    after.detail.settle()
    assert after.detail.rows["answer.band"].message.text().startswith("“nhiều” chưa phải là số")


def test_a_field_of_a_set_that_was_refused_is_not_lost_either(start: Start, qtbot: QtBot) -> None:
    screen = rule_sets(start(), qtbot)
    screen.presenter.go("head")
    screen.detail.begin_typing("valid_from")
    type_text(screen.detail.rows["valid_from"].editor, "31/2/2025")
    screen.detail.settle()

    after = rule_sets(start(), qtbot)
    after.presenter.go("head")
    row = after.detail.rows["valid_from"]
    assert (row.text(), row.message.isVisible()) == ("31/2/2025", True)


def test_a_day_of_a_report_that_was_refused_is_not_lost(start: Start, qtbot: QtBot) -> None:
    screen = reports(start(), qtbot)
    screen.parts.setCurrentRow(0)
    type_text(screen.panel.rows[DAY].editor, "31/2/2025")
    screen.settle()

    after = reports(start(), qtbot)
    after.parts.setCurrentRow(0)
    row = after.panel.rows[DAY]
    assert (row.editor.text(), row.is_typing, row.message.isVisible()) == ("31/2/2025", True, True)


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(made_plans.DISTRICT, encoding="utf-8")
    return path


def test_a_field_of_a_received_plan_stands_in_its_review(start: Start, qtbot: QtBot, plan_file: Path) -> None:
    dialog = ReviewDialog(start())
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.presenter.opened):
        dialog.read_file(plan_file)
    at = next(at for at, item in enumerate(dialog.presenter.items) if item.kind == "tasks")
    dialog.review.tree.choose(at)
    dialog.review.form.take_focus()
    form = dialog.review.form.form
    assert form is not None
    key = form.focused_key() or ""
    compose_text(form.rows[key].editor, "Đang gõ ")
    pause_typing(dialog)

    after = ReviewDialog(start())
    qtbot.addWidget(after)
    after.presenter.go_on(after.presenter.under_way()[0].draft_id)
    assert "Đang gõ " in after.presenter.items[at].raw[key]


def mapping(workplace: Workplace, qtbot: QtBot, path: Path) -> ImportDialog:
    dialog = ImportDialog(workplace, "outreach")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.presenter.read_file(path)
    qtbot.waitUntil(lambda: dialog.presenter.stage is Stage.MAPPING, timeout=20_000)
    return dialog


def test_a_mapping_stands_there_again(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    path = list_file(tmp_path / "a.xlsx", ("Hôm", "Nơi", "Kiểu"), [("14/9/2025", "Xã Quế Lâm", "Khác")])
    dialog = mapping(start(), qtbot, path)
    dialog.mapping.box(0).setCurrentIndex(dialog.mapping.box(0).findData("held_on"))
    dialog.mapping.name.selectAll()
    compose_text(dialog.mapping.name, "Sổ của phòng")
    pause_typing(dialog)

    workplace = start()
    again = mapping(workplace, qtbot, path)
    assert again.findChild(FoundAgain) is not None
    assert again.mapping.name.text() == "Sổ của phòng"
    assert again.mapping.box(0).currentData() == "held_on"
    again.reject()
    assert kept_drafts(workplace, "import_mapping_typed") == []
