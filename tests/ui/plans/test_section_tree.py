"""The outline of a plan as a tree: keys, mouse, folding, pasted text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.records import Plan
from db.services.entering import entries
from db.sessions import Book
from tests.helpers.books import grow
from tests.helpers.keyboard import press, type_text
from tests.helpers.made_once import made_once
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.paste_dialog import PasteDialog
from ui.plans.sections_panel import SectionsPanel

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
SECTIONS = (
    ("heading-1", "MỘT"),
    ("heading-2", "Hai"),
    ("heading-3", "Ba"),
    ("heading-2", "Bốn"),
    ("heading-1", "NĂM"),
    ("paragraph", "Sáu"),
)


def written(book: Book) -> None:
    """The draft of a plan with its sections."""
    plan_id = added(book, "plans", state="draft")
    for shape, text in SECTIONS:
        added(book, "sections", plan_id=plan_id, shape=shape, text=text)


@pytest.fixture(scope="session")
def written_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_once(tmp_path_factory, "section_tree", lambda folder: grow(template_folder, folder, written))


@pytest.fixture
def book_template(written_template: Path) -> Path:
    return written_template


@pytest.fixture
def plan_id(workplace: Workplace) -> int:
    return workplace.read(lambda session: session.scalars(select(Plan.id)).one())


@pytest.fixture
def panel(workplace: Workplace, plan_id: int, qtbot: QtBot) -> SectionsPanel:
    made = SectionsPanel(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show_parent({"plan_id": plan_id})
    made.show()
    made.activateWindow()
    made.begin()
    made.list.table.selectRow(0)
    made.take_focus()
    QApplication.processEvents()
    return made


def lines(panel: SectionsPanel) -> str:
    """The outline as it stands, without indents."""
    model = panel.list_model
    return " | ".join(str(model.value(row, "outline")).strip("\u00a0") for row in range(model.rowCount()))


def choose(panel: SectionsPanel, words: str) -> None:
    model = panel.list_model
    row = next(row for row in range(model.rowCount()) if words in str(model.value(row, "outline")))
    panel.list.table.selectRow(row)


def hit(
    panel: SectionsPanel, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    press(panel.list.table, key, modifiers)


def spot(panel: SectionsPanel, row: int, share: float = 0.5, x: int = 200) -> QPoint:
    """A point on a row, `share` of its height from its top."""
    table = panel.list.table
    return QPoint(x, table.rowViewportPosition(row) + round(table.rowHeight(row) * share))


def drag(panel: SectionsPanel, row: int, to: QPoint) -> None:
    viewport, left = panel.list.table.viewport(), Qt.MouseButton.LeftButton
    start = spot(panel, row)
    QTest.mousePress(viewport, left, pos=start)
    for point in (start + QPoint(0, 30), to):
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, left, pos=to)


WHOLE = "I. MỘT | 1. Hai | a) Ba | 2. Bốn | II. NĂM | Sáu"


@pytest.mark.parametrize(
    ("words", "key", "found"),
    [
        ("Hai", Key.Key_Down, "I. MỘT | 1. Bốn | 2. Hai | a) Ba | II. NĂM | Sáu"),
        ("NĂM", Key.Key_Up, "I. NĂM | Sáu | II. MỘT | 1. Hai | a) Ba | 2. Bốn"),
        ("Bốn", Key.Key_Right, "I. MỘT | 1. Hai | a) Ba | b) Bốn | II. NĂM | Sáu"),
        ("Hai", Key.Key_Left, "I. MỘT | II. Hai | 1. Ba | 2. Bốn | III. NĂM | Sáu"),
        ("MỘT", Key.Key_Left, WHOLE),
        ("Sáu", Key.Key_Right, WHOLE),
    ],
)
def test_alt_and_an_arrow_move_a_section(panel: SectionsPanel, words: str, key: Qt.Key, found: str) -> None:
    choose(panel, words)
    hit(panel, key, _ALT)
    assert lines(panel) == found
    assert words in panel.presenter.entry.texts()["text"]


def test_what_cannot_move_says_so(panel: SectionsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.workplace.said) as said:
        hit(panel, Key.Key_Up, _ALT)
    assert said.args == [texts.NOT_MOVED]


def test_an_issued_plan_says_why_nothing_moves(panel: SectionsPanel, plan_id: int, qtbot: QtBot) -> None:
    with panel.workplace.book.writing(who="x") as session:
        session.connection().exec_driver_sql("UPDATE plan SET state = 'issued'")
    choose(panel, "NĂM")
    acts: tuple[Callable[[], None], ...] = (
        lambda: hit(panel, Key.Key_Up, _ALT),
        panel.remove_rows,
        panel.presenter.make_skeleton,
    )
    for act in acts:
        with qtbot.waitSignal(panel.workplace.failed) as told:
            act()
        assert told.args[0].findings[0].code == "plan_issued"
    assert lines(panel) == WHOLE


def test_a_move_is_one_step_of_undo(panel: SectionsPanel) -> None:
    choose(panel, "NĂM")
    hit(panel, Key.Key_Up, _ALT)
    panel.workplace.undo()
    assert lines(panel) == WHOLE


def test_delete_takes_what_lies_below_and_undo_brings_it_back(panel: SectionsPanel) -> None:
    choose(panel, "MỘT")
    hit(panel, Key.Key_F6)
    assert lines(panel) == "I. NĂM | Sáu"
    panel.workplace.undo()
    assert lines(panel) == WHOLE


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_f2_and_enter_go_to_the_text(panel: SectionsPanel, key: Qt.Key) -> None:
    hit(panel, key)
    editor = panel.form.rows["text"].editor
    assert panel.focusWidget() in (editor, editor.focusProxy())


def test_f5_adds_after_all_that_lies_below_the_chosen_one(panel: SectionsPanel) -> None:
    choose(panel, "Hai")
    hit(panel, Key.Key_F5)
    type_text(panel.focusWidget() or panel, "Mới")
    panel.settle()
    assert lines(panel) == "I. MỘT | 1. Hai | a) Ba | 2. Mới | 3. Bốn | II. NĂM | Sáu"


def test_the_scheme_of_the_plan_numbers_the_tree(panel: SectionsPanel, plan_id: int) -> None:
    workplace = panel.workplace
    workplace.write(
        lambda session: entries.change(session, "plans", plan_id, {"scheme": "decimal"}), "plans", plan_id
    )
    assert "1.1. Ba" in lines(panel)


def test_arrows_fold_unfold_and_walk(panel: SectionsPanel) -> None:
    hit(panel, Key.Key_Left)
    assert lines(panel) == "I. MỘT | II. NĂM | Sáu"
    hit(panel, Key.Key_Right)
    hit(panel, Key.Key_Right)
    assert panel.presenter.entry.texts()["text"] == "Hai"
    choose(panel, "Ba")
    hit(panel, Key.Key_Left)
    assert panel.presenter.entry.texts()["text"] == "Hai"


def test_a_click_on_the_mark_folds(panel: SectionsPanel) -> None:
    for _ in range(2):
        QTest.mouseClick(panel.list.table.viewport(), Qt.MouseButton.LeftButton, pos=spot(panel, 4, x=8))
        folded = lines(panel)
    assert folded == WHOLE
    QTest.mouseClick(panel.list.table.viewport(), Qt.MouseButton.LeftButton, pos=spot(panel, 4, x=8))
    assert lines(panel) == "I. MỘT | 1. Hai | a) Ba | 2. Bốn | II. NĂM"


def test_a_section_moved_into_a_folded_one_stays_in_sight(panel: SectionsPanel) -> None:
    choose(panel, "Hai")
    hit(panel, Key.Key_Left)
    choose(panel, "Bốn")
    hit(panel, Key.Key_Right, _ALT)
    assert lines(panel) == "I. MỘT | 1. Hai | a) Ba | b) Bốn | II. NĂM | Sáu"


Aim = Callable[[SectionsPanel], QPoint]


@pytest.mark.parametrize(
    ("row", "aim", "found"),
    [
        (1, lambda panel: spot(panel, 3, 0.9), "I. MỘT | 1. Bốn | 2. Hai | a) Ba | II. NĂM | Sáu"),
        (4, lambda panel: spot(panel, 0, 0.1), "I. NĂM | Sáu | II. MỘT | 1. Hai | a) Ba | 2. Bốn"),
        (1, lambda panel: spot(panel, 4, 0.5), "I. MỘT | 1. Bốn | II. NĂM | Sáu | 1. Hai | a) Ba"),
        (5, lambda panel: spot(panel, 2, 0.9), "I. MỘT | 1. Hai | a) Ba | Sáu | 2. Bốn | II. NĂM"),
        (0, lambda panel: QPoint(200, panel.list.table.viewport().height() - 2), None),
        (0, lambda panel: spot(panel, 2, 0.5), WHOLE),
    ],
)
def test_a_dragged_section_takes_what_lies_below(
    panel: SectionsPanel, row: int, aim: Aim, found: str | None
) -> None:
    drag(panel, row, aim(panel))
    assert lines(panel) == (found or "I. NĂM | Sáu | II. MỘT | 1. Hai | a) Ba | 2. Bốn")


def test_escape_gives_a_drag_up(panel: SectionsPanel) -> None:
    viewport, left = panel.list.table.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=spot(panel, 4))
    QTest.mouseMove(viewport, spot(panel, 0, 0.1))
    assert panel.tree.is_dragging
    hit(panel, Key.Key_Escape)
    QTest.mouseRelease(viewport, left, pos=spot(panel, 0, 0.1))
    assert lines(panel) == WHOLE


PASTED = "1. Bảy\na) Tám\nvà chín\n3. Mười"


def test_pasted_text_is_shown_and_inserted_as_one_step(panel: SectionsPanel, dialogs: Modals) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    seen: list[str] = []

    def accept(dialog: PasteDialog) -> None:
        top = dialog.tree.topLevelItem(0)
        below = top and top.child(0)
        assert top and below
        seen.extend([top.text(0), below.text(0), below.text(1), dialog.count.text()])
        dialog.accept_button.click()

    dialogs.expect(PasteDialog, accept)
    choose(panel, "Bốn")
    QTest.keyPress(panel.list.table, Key.Key_V, _CONTROL)
    assert seen[:3] == ["3. Bảy", "a) Tám và chín", "a)  (dòng 2–3, đã nối)"]
    assert "2 chỗ" in seen[3]
    assert "2. Bốn | 3. Bảy | a) Tám và chín | 4. Mười | II. NĂM" in lines(panel)
    # Ctrl is still held down: what came in stands alone, or F6 would take the section before it too.
    assert panel.list.table.chosen_count() == 1
    panel.workplace.undo()
    assert lines(panel) == WHOLE


def test_a_jump_in_pasted_numbers_is_flagged(panel: SectionsPanel, qtbot: QtBot) -> None:
    dialog = PasteDialog(PASTED, lambda parts: ["" for _ in parts], panel)
    item = dialog.tree.topLevelItem(1)
    assert item is not None
    assert "nhảy từ 1 sang 3" in item.text(2)
    dialog.deleteLater()


def test_text_that_is_turned_down_stores_nothing(panel: SectionsPanel, dialogs: Modals) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    dialogs.expect(PasteDialog, lambda dialog: dialog.cancel_button.click())
    hit(panel, Key.Key_V, _CONTROL)
    assert lines(panel) == WHOLE
    assert not panel.workplace.can_undo


def test_an_empty_clipboard_waits_for_text(panel: SectionsPanel, dialogs: Modals) -> None:
    QGuiApplication.clipboard().setText("")

    def write(dialog: PasteDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        assert dialog.count.text() == texts.PASTE_NOTHING
        dialog.source.setPlainText("Một câu.")
        dialog.accept()

    dialogs.expect(PasteDialog, write)
    choose(panel, "Sáu")
    panel.paste_text()
    assert lines(panel).endswith("Sáu | Một câu.")
