"""The check before printing: what is told, and how one gets to what is to be mended."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from db.rules.findings import Finding
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import added
from ui.common import printing
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.check_dialog import CheckDialog
from ui.plans.places import Spot, place_words, spot_of
from ui.plans.screen import PlansScreen


@pytest.mark.parametrize(
    ("place", "spot", "words"),
    [
        ("subject", Spot("plan", "subject"), "Trích yếu"),
        ("grounds.2", Spot("plan", "grounds"), "Căn cứ 2"),
        ("signatory.name", Spot("plan", "signatory_name"), "Người ký"),
        ("recipients.3", Spot("plan", "recipients"), "Nơi nhận 3"),
        ("targets", Spot("targets"), "Chỉ tiêu"),
        ("tasks.3", Spot("tasks", row=3), "Nhiệm vụ 3"),
        ("annexes.1", Spot("tasks", row=1), "Phụ lục 1"),
        ("place", Spot("office"), "Địa danh"),
        ("II.2.a", Spot("sections"), "Mục II.2.a"),
        ("1", Spot("sections"), "Mục 1"),
        ("body", Spot("sections"), "Nội dung"),
    ],
)
def test_every_place_is_named_and_led_to(place: str, spot: Spot, words: str) -> None:
    assert (spot_of(place), place_words(place)) == (spot, words)


FINDINGS = (Finding("paper_subject_missing", "subject"), Finding("paper_task_lead_missing", "tasks.2", "Họp"))


@pytest.fixture
def dialog(qtbot: QtBot) -> CheckDialog:
    made = CheckDialog(FINDINGS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_findings_stand_with_their_places_in_words(dialog: CheckDialog) -> None:
    shown = [dialog.table.item(row, 0) for row in range(2)]
    assert [item.text() for item in shown if item] == ["Trích yếu", "Nhiệm vụ 2"]


def test_enter_and_a_double_click_lead_to_the_chosen_one(dialog: CheckDialog) -> None:
    dialog.table.selectRow(1)
    press(dialog.table, Qt.Key.Key_Return)
    assert (dialog.chosen, dialog.result()) == (FINDINGS[1], 0)
    dialog.table.cellDoubleClicked.emit(1, 0)
    assert dialog.chosen == FINDINGS[1]


def test_printing_all_the_same_chooses_none(dialog: CheckDialog) -> None:
    dialog.print_button.click()
    assert (dialog.chosen, dialog.result()) == (None, 1)


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> PlansScreen:
    """A plan of one empty chapter, two tasks (the second without an agency), a target without a place."""
    plan_id = added(workplace.book, "plans", state="draft", number=5, symbol="KH-UBND")
    added(workplace.book, "sections", plan_id=plan_id, shape="heading-1", text="MỤC ĐÍCH")
    added(workplace.book, "sections", plan_id=plan_id, shape="heading-1", text="TỔ CHỨC")
    added(workplace.book, "tasks", plan_id=plan_id)
    added(workplace.book, "tasks", plan_id=plan_id, lead=None, content="Họp giao ban")
    added(workplace.book, "targets", plan_id=plan_id)
    made = PlansScreen(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.activateWindow()
    made.begin()
    QApplication.processEvents()
    return made


def mend(code: str, place: str) -> object:
    """Return what chooses one finding in the dialog and goes to its place."""

    def act(dialog: CheckDialog) -> None:
        found = [(item.code, item.place) for item in dialog._findings]
        dialog.table.selectRow(found.index((code, place)))
        dialog.mend_button.click()

    return act


@pytest.mark.parametrize(
    ("code", "place", "tab", "words"),
    [
        ("paper_grounds_missing", "grounds", 0, ""),
        ("paper_section_empty", "II", 1, "TỔ CHỨC"),
        ("paper_targets_unplaced", "targets", 2, "Ít nhất 70 % số xã"),
        ("paper_task_lead_missing", "tasks.2", 3, "Họp giao ban"),
    ],
)
def test_mending_leads_to_the_field_or_the_row(
    screen: PlansScreen, dialogs: Modals, qtbot: QtBot, code: str, place: str, tab: int, words: str
) -> None:
    dialogs.expect(CheckDialog, mend(code, place))  # type: ignore[arg-type]
    screen.print_out()
    qtbot.waitUntil(lambda: not dialogs.complaints())
    assert screen.tabs.currentIndex() == tab
    part = screen.parts[tab - 1]
    assert tab == 0 or words in part.presenter.entry.texts().values()


def test_what_the_office_lacks_is_said(screen: PlansScreen, workplace: Workplace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workplace.said) as said:
        screen.go_to(Finding("paper_place_missing", "place"))
    assert said.args == [texts.CHECK_IN_OFFICE]


def test_the_preview_offers_word_beside_pdf(
    screen: PlansScreen, dialogs: Modals, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def show(owner: QWidget, path: Path, title: str, others: tuple[tuple[str, object], ...]) -> None:
        offered.extend(words for words, _ in others)

    monkeypatch.setattr(printing, "preview", show)
    dialogs.expect(CheckDialog, lambda dialog: dialog.print_button.click())
    screen.print_out()
    qtbot.waitUntil(lambda: bool(offered))
    assert offered == [texts.SAVE_WORD]


def test_a_plan_is_kept_as_word(
    screen: PlansScreen, file_dialogs: FileDialogs, workplace: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    file_dialogs.expect(tmp_path / "ke-hoach.docx")
    with qtbot.waitSignal(workplace.said):
        screen.save_as_word()
    words = [paragraph.text for paragraph in Document(str(tmp_path / "ke-hoach.docx")).paragraphs]
    assert any("TỔ CHỨC" in line for line in words)
