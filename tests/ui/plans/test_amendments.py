"""Amendments on screen: the banner, the panel, the dialog that issues one, and what goes to paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.services.entering import entries
from db.services.planning import amendments, plans
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, Modals
from tests.helpers.sample_records import added, issued
from ui.common import printing
from ui.common.workplace import Workplace
from ui.plans import amendment_texts as texts
from ui.plans.amendment_dialog import IssueAmendmentDialog
from ui.plans.amendment_panel import AmendmentPanel
from ui.plans.amendments_presenter import AmendmentsPresenter, Lock
from ui.plans.presenter import TasksPresenter
from ui.plans.screen import PlansScreen

Key = Qt.Key


@pytest.fixture
def plan_id(workplace: Workplace) -> int:
    """An issued plan with one task."""
    made = added(workplace.book, "plans")
    added(workplace.book, "tasks", plan_id=made)
    issued(workplace.book, made)
    return made


@pytest.fixture
def panel(workplace: Workplace, plan_id: int, qtbot: QtBot) -> AmendmentPanel:
    """The panel of amendments, shown for the issued plan."""
    made = AmendmentPanel(AmendmentsPresenter(workplace, workplace))
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    made.presenter.show_plan(plan_id)
    QApplication.processEvents()
    return made


def edit(workplace: Workplace, plan_id: int) -> None:
    """Change a word of the plan."""
    workplace.write(lambda session: entries.change(session, "plans", plan_id, {"grounds": "Luật A"}), "plans")


def cells(panel: AmendmentPanel) -> list[list[str]]:
    model = panel.changes_model
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_the_buttons_follow_what_the_plan_allows(panel: AmendmentPanel) -> None:
    buttons = (panel.begin, panel.issue, panel.drop, panel.print_button, panel.word_button)
    assert [button.isEnabled() for button in buttons] == [True, False, False, False, False]
    panel.begin.click()
    assert [button.isEnabled() for button in buttons] == [False, True, True, True, True]
    assert not panel.empty.isVisible()


def test_its_keys_mean_the_amendment_and_never_the_plan(
    workplace: Workplace, plan_id: int, qtbot: QtBot
) -> None:
    screen = PlansScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    panel = screen.amendment_panel
    screen.tabs.setCurrentWidget(panel)
    for where, key in ((panel.begin, Key.Key_F6), (panel.begin, Key.Key_F5), (panel.table, Key.Key_F6)):
        press(where, key)
    assert panel.presenter.shown == ()
    assert workplace.read(lambda session: plans.by_id(session, plan_id)).state == "issued"


def test_a_plan_that_is_not_issued_has_no_amendments(workplace: Workplace, panel: AmendmentPanel) -> None:
    panel.presenter.show_plan(added(workplace.book, "plans"))
    assert (panel.presenter.lock, panel.begin.isEnabled()) == (Lock.FREE, False)


def test_a_closed_plan_takes_no_amendment(workplace: Workplace, panel: AmendmentPanel, plan_id: int) -> None:
    workplace.write(lambda session: entries.change(session, "plans", plan_id, {"state": "closed"}), "plans")
    assert (panel.presenter.lock, panel.begin.isEnabled()) == (Lock.CLOSED, False)


def test_each_change_is_listed_as_it_is_made(
    workplace: Workplace, panel: AmendmentPanel, plan_id: int
) -> None:
    panel.begin.click()
    edit(workplace, plan_id)
    assert cells(panel) == [["Thông tin", "Căn cứ", "Bổ sung", "–", "Luật A"]]


def test_dropping_brings_the_plan_back_and_undo_the_amendment(
    workplace: Workplace, panel: AmendmentPanel, plan_id: int
) -> None:
    panel.begin.click()
    edit(workplace, plan_id)
    panel.drop.click()
    assert (panel.presenter.shown, panel.presenter.lock) == ((), Lock.LOCKED)
    workplace.undo()
    assert len(cells(panel)) == 1


def test_an_amendment_is_issued_by_keyboard(
    workplace: Workplace, panel: AmendmentPanel, plan_id: int, dialogs: Modals
) -> None:
    def fill(dialog: IssueAmendmentDialog) -> None:
        for key, words in (("number", "12"), ("issued_on", "2/6/2025"), ("reason", "Căn cứ Công văn 7")):
            dialog.rows[key].editor.setFocus()
            type_text(dialog.rows[key].editor, words)
        press(dialog.issue_button, Key.Key_Return)

    panel.begin.click()
    edit(workplace, plan_id)
    dialogs.expect(IssueAmendmentDialog, fill)
    panel.issue.click()
    (found,) = panel.presenter.shown
    assert (found.number, found.reason, found.is_open) == (12, "Căn cứ Công văn 7", False)
    assert panel.model.index(0, 1).data() == "12/KH-UBND"


def test_what_stands_in_the_way_is_told_under_its_field(
    workplace: Workplace, panel: AmendmentPanel, plan_id: int, dialogs: Modals
) -> None:
    said: list[list[str]] = []

    def fill(dialog: IssueAmendmentDialog) -> None:
        press(dialog.issue_button, Key.Key_Return)
        said.append([key for key, row in dialog.rows.items() if row.message.isVisible()])
        for key, words in (("number", "12"), ("issued_on", "9/1/2025"), ("reason", "x")):
            dialog.rows[key].show_text(words)
        press(dialog.issue_button, Key.Key_Return)
        said.append([key for key, row in dialog.rows.items() if row.message.isVisible()])
        press(dialog, Key.Key_Escape)

    panel.begin.click()
    edit(workplace, plan_id)
    dialogs.expect(IssueAmendmentDialog, fill)
    panel.issue.click()
    assert said == [["number", "issued_on", "reason"], ["issued_on"]]
    assert panel.presenter.open_one is not None


def test_an_amendment_is_shown_as_it_will_print(
    panel: AmendmentPanel,
    workplace: Workplace,
    plan_id: int,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    shown: list[tuple[str, bytes]] = []
    monkeypatch.setattr(
        printing, "preview", lambda owner, path, title: shown.append((title, path.read_bytes()[:5]))
    )
    panel.begin.click()
    edit(workplace, plan_id)
    panel.print_button.click()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [("Sửa đổi lần 1 kế hoạch 05", b"%PDF-")]


def test_an_amendment_is_saved_as_a_word_file(
    panel: AmendmentPanel,
    workplace: Workplace,
    plan_id: int,
    file_dialogs: FileDialogs,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    panel.begin.click()
    edit(workplace, plan_id)
    file_dialogs.expect(tmp_path / "sua-doi.docx")
    panel.word_button.click()
    qtbot.waitUntil(lambda: (tmp_path / "sua-doi.docx").is_file())
    workplace.worker.wait()


def test_removing_a_part_of_an_issued_plan_is_refused_calmly(
    workplace: Workplace, plan_id: int, qtbot: QtBot
) -> None:
    tasks = TasksPresenter(workplace, workplace)
    tasks.show_parent({"plan_id": plan_id})
    with qtbot.waitSignal(workplace.failed) as told:
        tasks.remove(tasks.shown.ids)
    assert told.args[0].findings[0].code == "plan_issued"
    assert len(tasks.shown.ids) == 1


def test_the_parts_follow_when_an_amendment_is_dropped(
    workplace: Workplace, plan_id: int, qtbot: QtBot
) -> None:
    presenter = AmendmentsPresenter(workplace, workplace)
    presenter.show_plan(plan_id)
    tasks = TasksPresenter(workplace, workplace)
    tasks.show_parent({"plan_id": plan_id})
    presenter.begin()
    tasks.remove(tasks.shown.ids)
    assert tasks.shown.ids == ()
    presenter.drop()
    assert len(tasks.shown.ids) == 1


def test_the_banner_says_whether_the_plan_may_be_edited(
    workplace: Workplace, plan_id: int, qtbot: QtBot
) -> None:
    screen = PlansScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    assert (screen.banner.isVisible(), screen.banner.text()) == (True, texts.BANNER_LOCKED)
    workplace.write(lambda session: amendments.begin(session, plan_id), "amendments")
    assert screen.banner.text() == texts.BANNER_OPEN
