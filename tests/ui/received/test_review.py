"""A received plan is read, looked through by keyboard and stored as a draft; nothing decided is lost."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.rules.encodings import Encoding, converted
from db.rules.plan_review.items import Part
from db.rules.text import folded
from db.services.planning import plans
from tests.db.rules.plan_reading import made_plans
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import FileDialogs, MessageBoxes, Modals
from tests.helpers.sample_records import contents
from ui.common.texts import TURN_BACK
from ui.common.workplace import Workplace
from ui.plans.screen import PlansScreen
from ui.received import texts
from ui.received.encoding_dialog import EncodingDialog
from ui.received.review_dialog import ReviewDialog
from ui.received.start_page import StartPage

Key, Mod = Qt.Key, Qt.KeyboardModifier
Open = Callable[[], ReviewDialog]
NO_YEAR = """KẾ HOẠCH
Phòng, chống mại dâm trên địa bàn huyện
I. MỤC TIÊU
- 70% xã có hình thức tuyên truyền.
II. NHIỆM VỤ
1. Tuyên truyền
- Tổ chức tuyên truyền ở các xã.
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch tỉnh.txt"
    path.write_text(made_plans.DISTRICT, encoding="utf-8")
    return path


@pytest.fixture
def open_dialog(workplace: Workplace, qtbot: QtBot) -> Open:
    """Return a function that opens the window of reading."""

    def make() -> ReviewDialog:
        dialog = ReviewDialog(workplace)
        qtbot.addWidget(dialog)
        dialog.resize(1200, 660)
        dialog.show()
        QApplication.processEvents()
        return dialog

    return make


@pytest.fixture
def dialog(open_dialog: Open, plan_file: Path, qtbot: QtBot) -> ReviewDialog:
    """The window with the district's plan read."""
    made = open_dialog()
    with qtbot.waitSignal(made.presenter.opened):
        made.read_file(plan_file)
    return made


def old_encoding(text: str) -> str:
    """The text in TCVN3, by its small letters; capitals stand without marks, as they came in that encoding."""
    codes = {converted(chr(code), Encoding.TCVN3): chr(code) for code in range(0xA1, 0x100)}
    return "".join(
        codes.get(letter, letter if letter.isascii() else folded(letter).upper()) for letter in text
    )


def first_of(dialog: ReviewDialog, part: Part) -> int:
    return next(at for at, item in enumerate(dialog.presenter.items) if item.part is part)


def every_plan(workplace: Workplace) -> int:
    return len(workplace.read(plans.every))


def test_a_file_is_read_and_nothing_is_stored_yet(dialog: ReviewDialog, workplace: Workplace) -> None:
    assert dialog.is_reviewing
    assert dialog.review.source.blockCount() == len(dialog.presenter.lines)
    assert every_plan(workplace) == 0


def test_pasted_text_is_read_too(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    dialog.start.pasted.setPlainText(made_plans.COMMUNE)
    with qtbot.waitSignal(dialog.presenter.opened):
        press(dialog.start.pasted, Key.Key_Return, Mod.ControlModifier)
        dialog.start.read_pasted()
    assert dialog.presenter.name == texts.PASTED


def test_a_text_that_is_no_plan_says_so_and_stays_at_the_start(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.presenter.failed):
        dialog.read_text(made_plans.ARTICLE)
    assert not dialog.is_reviewing
    assert "không giống một kế hoạch" in dialog.start.message.text()


def test_a_file_that_cannot_be_read_says_why(open_dialog: Open, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a document")
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.presenter.failed):
        dialog.read_file(broken)
    assert "hỏng.docx" in dialog.start.message.text()


def drop(start: StartPage, *paths: Path) -> None:
    """Let files go over the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    over, copied, left = QPointF(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    start.dropEvent(QDropEvent(over, copied, data, left, Mod.NoModifier))


def test_one_dropped_file_is_read_and_several_are_asked_for_one_by_one(
    open_dialog: Open, plan_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    drop(dialog.start, plan_file, tmp_path)
    assert "Đã thả 2 tệp" in dialog.start.message.text()
    with qtbot.waitSignal(dialog.presenter.failed):
        drop(dialog.start, tmp_path)
    assert "thư mục" in dialog.start.message.text()
    with qtbot.waitSignal(dialog.presenter.opened):
        drop(dialog.start, plan_file)


def test_an_old_encoding_is_compared_and_can_be_left_as_it_came(
    open_dialog: Open, dialogs: Modals, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "cũ.txt"
    path.write_bytes(old_encoding(made_plans.COMMUNE).encode("latin-1"))
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.presenter.opened):
        dialog.read_file(path)
    assert "TCVN3" in dialog.review.converted.text()
    dialogs.expect(EncodingDialog, lambda box: box.undo_button.click())
    with qtbot.waitSignal(dialog.presenter.opened):
        dialog.review.compare()
    assert dialog.presenter.preview is None
    assert dialog.presenter.lines[0] == old_encoding(made_plans.COMMUNE).splitlines()[0]
    assert len(dialog.presenter.under_way()) == 1


def test_the_chosen_item_shows_its_source_lines(dialog: ReviewDialog) -> None:
    at = first_of(dialog, Part.TARGETS)
    dialog.review.tree.choose(at)
    (marked,) = dialog.review.source.extraSelections()
    assert marked.cursor.selectedText() == "- 11/11 xã, thị trấn mở ít nhất 02 buổi nói chuyện."


def test_space_leaves_an_item_out_and_takes_it_again(dialog: ReviewDialog) -> None:
    at = first_of(dialog, Part.TARGETS)
    dialog.review.tree.choose(at)
    press(dialog.review.tree, Key.Key_Space)
    assert not dialog.presenter.items[at].accepted
    press(dialog.review.tree, Key.Key_Space)
    assert dialog.presenter.items[at].accepted


def test_a_heading_goes_with_all_below_it_and_comes_back_with_one(dialog: ReviewDialog) -> None:
    presenter = dialog.presenter
    at = next(at for at, item in enumerate(presenter.items) if item.level)
    presenter.accept(at, False)
    assert [item.accepted for item in presenter.items[at : at + 3]] == [False] * 3
    presenter.accept(at + 2, True)
    assert [item.accepted for item in presenter.items[at : at + 3]] == [True, True, True]


def test_what_is_typed_is_judged_at_its_field(dialog: ReviewDialog) -> None:
    at = first_of(dialog, Part.TARGETS)
    dialog.review.tree.choose(at)
    form = dialog.review.form.form
    assert form is not None
    form.focus_field("value")
    type_text(form.rows["value"].editor, "x")
    press(form.rows["value"].editor, Key.Key_Return)
    assert "chưa phải là số" in form.rows["value"].message.text()
    assert dialog.presenter.needs_look(at)


def test_f8_goes_from_doubt_to_doubt_and_a_look_settles_one(dialog: ReviewDialog) -> None:
    before = dialog.presenter.doubts()
    dialog.review.step_to_doubt(1)
    at = dialog.review.tree.current_place()
    assert at is not None
    assert dialog.presenter.needs_look(at)
    dialog.review.confirm()
    assert dialog.presenter.doubts() == before - 1
    assert not dialog.presenter.needs_look(at)


@pytest.mark.parametrize("width", [900, 1300])
def test_what_to_look_at_is_in_sight_in_a_narrow_window(dialog: ReviewDialog, width: int) -> None:
    dialog.resize(width, 500)
    QApplication.processEvents()
    tree = dialog.review.tree
    assert tree.header().length() <= tree.viewport().width()
    assert tree.columnWidth(3) >= 100


def test_only_doubts_hides_what_is_sure(dialog: ReviewDialog) -> None:
    dialog.review.only_doubts.setChecked(True)
    tree = dialog.review.tree
    hidden = [at for at, row in enumerate(tree._rows) if row.isHidden()]
    assert hidden
    assert all(not dialog.presenter.needs_look(at) for at in hidden)


def test_stored_as_an_own_plan_it_has_no_number(dialog: ReviewDialog, workplace: Workplace) -> None:
    dialog.store()
    (plan,) = workplace.read(plans.every)
    assert (dialog.made, plan.number, plan.state) == (plan.id, None, "draft")
    workplace.undo()
    assert every_plan(workplace) == 0


def test_stored_as_received_it_keeps_its_number(dialog: ReviewDialog, workplace: Workplace) -> None:
    dialog.review.as_received.setChecked(True)
    dialog.store()
    (plan,) = workplace.read(plans.every)
    assert (plan.number, plan.symbol) == (38, "KH-UBND")


def test_what_is_wrong_is_shown_and_nothing_is_stored(dialog: ReviewDialog, workplace: Workplace) -> None:
    at = first_of(dialog, Part.TARGETS)
    dialog.presenter.type_text(at, "value", "bảy")
    before = contents(workplace.book)
    dialog.store()
    form = dialog.review.form.form
    assert form is not None
    assert dialog.review.tree.current_place() == at
    assert dialog.focusWidget() is form.rows["value"].editor
    assert "Còn 1 chỗ cần sửa" in dialog.message.text()
    assert contents(workplace.book) == before


def test_a_plan_without_a_year_gets_it_by_hand(open_dialog: Open, workplace: Workplace, qtbot: QtBot) -> None:
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.presenter.opened):
        dialog.read_text(NO_YEAR)
    dialog.store()
    form = dialog.review.form.form
    assert form is not None
    assert dialog.focusWidget() is form.rows["first_year"].editor
    for key in ("first_year", "last_year"):
        type_text(form.rows[key].editor, "2025")
        press(form.rows[key].editor, Key.Key_Return)
    dialog.store()
    assert [plan.first_year for plan in workplace.read(plans.every)] == [2025]


def test_a_subject_that_was_left_out_is_asked_for(dialog: ReviewDialog, workplace: Workplace) -> None:
    dialog.presenter.accept(0, False)
    dialog.store()
    assert dialog.review.tree.current_place() == 0
    assert "Kế hoạch phải có Trích yếu" in dialog.message.text()
    assert every_plan(workplace) == 0


def test_a_plan_that_is_there_already_is_asked_about(
    dialog: ReviewDialog, open_dialog: Open, plan_file: Path, workplace: Workplace, qtbot: QtBot,
    message_boxes: MessageBoxes,
) -> None:  # fmt: skip
    dialog.store()
    second = open_dialog()
    with qtbot.waitSignal(second.presenter.opened):
        second.read_file(plan_file)
    message_boxes.expect(TURN_BACK, "Lưu thêm một dự thảo nữa")
    second.store()
    assert every_plan(workplace) == 1


def test_a_review_that_was_left_goes_on_where_it_was(dialog: ReviewDialog, open_dialog: Open) -> None:
    at = first_of(dialog, Part.TARGETS)
    dialog.presenter.type_text(at, "text", "Chỉ tiêu đã sửa")
    dialog.presenter.accept(at + 1, False)
    dialog.reject()
    again = open_dialog()
    (left,) = again.presenter.under_way()
    again.presenter.go_on(left.draft_id)
    assert again.is_reviewing
    assert again.presenter.items == dialog.presenter.items


def test_what_was_stored_or_dropped_is_not_under_way(dialog: ReviewDialog, open_dialog: Open) -> None:
    dialog.store()
    other = open_dialog()
    assert other.presenter.under_way() == ()


def test_a_window_closed_while_it_reads_leaves_nothing_under_way(
    open_dialog: Open, plan_file: Path, workplace: Workplace
) -> None:
    dialog = open_dialog()
    dialog.read_file(plan_file)
    workplace.worker.wait()
    dialog.reject()
    QApplication.processEvents()
    assert not dialog.is_reviewing
    assert dialog.presenter.under_way() == ()


def test_a_reading_that_was_stopped_shows_nothing(
    open_dialog: Open, plan_file: Path, workplace: Workplace, qtbot: QtBot
) -> None:
    dialog, gate = open_dialog(), Event()
    workplace.worker.run(lambda _: gate.wait(), lambda _: None, dialog.workplace.fail)
    job = dialog.presenter.read_file(plan_file)
    job.cancel()
    with qtbot.waitSignal(job.finished):
        gate.set()
    assert not dialog.is_reviewing
    assert dialog.presenter.under_way() == ()


def test_a_review_is_dropped_only_when_it_is_meant(
    dialog: ReviewDialog, open_dialog: Open, message_boxes: MessageBoxes
) -> None:
    dialog.reject()
    start = open_dialog().start
    (drop,) = (button for button in start.findChildren(QPushButton) if button.text() == texts.DROP)
    message_boxes.expect(texts.LET_IT_BE, "không hoàn tác được")
    drop.click()
    assert len(dialog.presenter.under_way()) == 1
    message_boxes.expect(texts.DROP, "kế hoạch tỉnh.txt")
    drop.click()
    assert dialog.presenter.under_way() == ()


def test_tab_goes_through_the_start_as_it_is_read(dialog: ReviewDialog, open_dialog: Open) -> None:
    dialog.reject()
    start = open_dialog().start
    order: list[QWidget | None] = [start.open_button]
    while order[-1] is not start.pasted:
        assert order[-1] is not None
        order.append(order[-1].nextInFocusChain())
    words = [button.text() for button in order if isinstance(button, QPushButton)]
    assert words == [texts.OPEN, texts.GO_ON, texts.DROP]


def test_undo_of_what_was_stored_brings_the_review_back(
    dialog: ReviewDialog, open_dialog: Open, workplace: Workplace
) -> None:
    dialog.presenter.type_text(first_of(dialog, Part.TARGETS), "text", "Chỉ tiêu đã sửa")
    dialog.store()
    workplace.undo()
    again = open_dialog()
    (left,) = again.presenter.under_way()
    again.presenter.go_on(left.draft_id)
    assert again.presenter.items == dialog.presenter.items
    again.store()
    assert every_plan(workplace) == 1


def test_the_plans_screen_reads_a_plan_and_chooses_it(
    workplace: Workplace, dialogs: Modals, file_dialogs: FileDialogs, plan_file: Path, qtbot: QtBot
) -> None:
    screen = PlansScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()

    def act(dialog: ReviewDialog) -> None:
        with qtbot.waitSignal(dialog.presenter.opened):
            dialog.read_file()
        dialog.store()

    dialogs.expect(ReviewDialog, act)
    file_dialogs.expect(plan_file)
    with qtbot.waitSignal(
        workplace.said, check_params_cb=lambda words: words.startswith("Đã lưu dự thảo kế hoạch năm 2024")
    ):
        screen.read_plan()
    (plan,) = workplace.read(plans.every)
    assert (screen.presenter.entry.record_id, workplace.year) == (plan.id, 2024)
