"""Many rows at once in a list of records: pasted, set, taken over from the row above, completed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.books import unit_id
from tests.helpers.keyboard import compose_text, press, type_text
from tests.helpers.modals import Modals
from tests.ui.test_accessible_names import nameless
from ui.common.blocks.paste_rows_dialog import PasteRowsDialog
from ui.common.blocks.set_field_dialog import SetFieldDialog
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.suggestions import Suggestions
from ui.common.workplace import Workplace
from ui.outreach.screen import OutreachScreen
from ui.trainings.screen import TrainingsScreen

Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
Act = Callable[[PasteRowsDialog], None]

HEADED = (
    "Ngày\tXã\tHình thức\tNội dung\tSố người\tTrong đó nữ\tGhi thêm\n"
    "14/9/2025\tQuế Lâm\tNói chuyện chuyên đề\tĐường dây nóng\t1.234\t-\tx\n"
    "15/9/25\tđạt thành\tnoi chuyen chuyen de\tĐường dây nóng\t86\t40\t\n"
)


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> OutreachScreen:
    shown = OutreachScreen(workplace)
    qtbot.addWidget(shown)
    shown.resize(1190, 640)
    shown.show()
    shown.begin()
    shown.take_focus()
    return shown


def paste(screen: OutreachScreen | TrainingsScreen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    screen.take_focus()
    press(screen, Key.Key_V, _CONTROL)
    # A dialog leaves the keys to the window under it; without a screen nobody gives them back.
    screen.activateWindow()
    QApplication.processEvents()


def accept(dialog: PasteRowsDialog) -> None:
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()


def cell(dialog: PasteRowsDialog, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    """What a cell of the preview shows, or its tooltip."""
    return str(dialog.table.model().index(row, column).data(role) or "")


def texts(screen: OutreachScreen, column: int) -> list[str]:
    model = screen.list_model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_a_block_with_heads_becomes_rows_in_one_step(screen: OutreachScreen, dialogs: Modals) -> None:
    dialogs.expect(PasteRowsDialog, accept)
    paste(screen, HEADED)
    assert texts(screen, 1) == ["Xã Đạt Thành", "Xã Quế Lâm"]
    assert texts(screen, 4) == ["86", "1.234"]
    screen.workplace.undo()
    assert texts(screen, 1) == []


def test_the_same_block_again_adds_nothing_unless_wanted(screen: OutreachScreen, dialogs: Modals) -> None:
    def see(dialog: PasteRowsDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        dialog.skip.click()
        accept(dialog)

    dialogs.expect(PasteRowsDialog, accept)
    paste(screen, HEADED)
    dialogs.expect(PasteRowsDialog, see)
    paste(screen, HEADED)
    assert len(texts(screen, 1)) == 4
    assert "Có thể trùng" in screen.form.caution.text()


def test_a_wrong_cell_is_told_and_mended_in_the_preview(screen: OutreachScreen, dialogs: Modals) -> None:
    def mend(dialog: PasteRowsDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        assert "Không có ngày 31/02/2025" in dialog.message.text()
        dialog.table.model().setData(dialog.table.model().index(1, 1), "28/02/2025")
        accept(dialog)

    dialogs.expect(PasteRowsDialog, mend)
    paste(screen, HEADED.replace("14/9/2025", "31/02/2025"))
    assert texts(screen, 0) == ["15/09/2025", "28/02/2025"]


def test_enter_on_the_way_back_adds_nothing(screen: OutreachScreen, dialogs: Modals) -> None:
    def turn_back(dialog: PasteRowsDialog) -> None:
        dialog.back_button.setFocus()
        press(dialog, Key.Key_Return)
        assert not dialog.isVisible()

    dialogs.expect(PasteRowsDialog, turn_back)
    paste(screen, HEADED)
    assert texts(screen, 0) == []


def test_traces_of_a_person_are_told_and_can_be_added(screen: OutreachScreen, dialogs: Modals) -> None:
    told: list[str] = []

    def see(dialog: PasteRowsDialog) -> None:
        cell = dialog.table.model().index(3, 4)
        told.extend((dialog.message.text(), cell.data(Qt.ItemDataRole.ToolTipRole), dialog.count.text()))
        accept(dialog)

    dialogs.expect(PasteRowsDialog, see)
    paste(screen, f"{HEADED}16/9/25\tđạt thành\tnoi chuyen chuyen de\tGặp 0912345678\t8\t4\t\n")
    assert ["giống số điện thoại" in words for words in told[:2]] == [True, True]
    assert "1 dòng nên xem lại" in told[2]
    assert len(texts(screen, 0)) == 3


WRONG = [
    ("Quế Lâm", "Quế Lân", "Có phải ý là: Xã Quế Lâm"),
    ("\t40\t", "\t99\t", "lớn hơn tổng"),
    ("\t86\t", "\tnhiều\t", "chưa phải là số"),
    ("đạt thành", "", "Cần nhập ô này"),
]


@pytest.mark.parametrize(("right", "wrong", "words"), WRONG)
def test_what_is_wrong_is_told_at_its_cell_and_nothing_added(
    screen: OutreachScreen, dialogs: Modals, right: str, wrong: str, words: str
) -> None:
    told: list[str] = []

    def see(dialog: PasteRowsDialog) -> None:
        told.append(dialog.message.text())
        assert not dialog.accept_button.isEnabled()
        dialog.reject()

    dialogs.expect(PasteRowsDialog, see)
    paste(screen, HEADED.replace(right, wrong))
    assert words in told[0]
    assert texts(screen, 0) == []


def test_a_trace_of_a_person_is_told_at_its_cell_and_kept_none_the_less(
    screen: OutreachScreen, dialogs: Modals
) -> None:
    def see(dialog: PasteRowsDialog) -> None:
        assert "Dòng 2, Nội dung: “0912345678” giống số điện thoại." in dialog.message.text()
        assert "1 dòng nên xem lại" in dialog.count.text()
        assert [cell(dialog, row, 0) for row in (1, 2)] == ["2 · mới, nên xem lại", "3 · mới"]
        assert "giống số điện thoại" in cell(dialog, 1, 4, Qt.ItemDataRole.ToolTipRole)
        assert not cell(dialog, 2, 4, Qt.ItemDataRole.ToolTipRole)
        accept(dialog)

    dialogs.expect(PasteRowsDialog, see)
    paste(screen, HEADED.replace("Đường dây nóng", "gọi 0912345678", 1))
    assert len(texts(screen, 1)) == 2


def test_a_cell_that_is_mended_is_guarded_anew(screen: OutreachScreen, dialogs: Modals) -> None:
    told: list[tuple[str, bool]] = []

    def mend(dialog: PasteRowsDialog) -> None:
        model = dialog.table.model()
        for text in ("Lò Thị Mai, Nguyễn Văn An", "Đường dây nóng"):
            model.setData(model.index(1, 4), text)
            told.append((dialog.message.text(), dialog.accept_button.isEnabled()))
        dialog.reject()

    dialogs.expect(PasteRowsDialog, mend)
    paste(screen, HEADED)
    assert "“Lò Thị Mai, Nguyễn Văn An” giống tên riêng" in told[0][0]
    assert told[1] == ("", True)
    assert told[0][1]


def test_what_is_wrong_is_told_before_what_is_only_doubtful(screen: OutreachScreen, dialogs: Modals) -> None:
    def see(dialog: PasteRowsDialog) -> None:
        assert "Không có ngày" in dialog.message.text()
        assert cell(dialog, 1, 0) == "2 · cần sửa"
        dialog.reject()

    dialogs.expect(PasteRowsDialog, see)
    bad = HEADED.replace("Đường dây nóng", "gọi 0912345678", 1).replace("14/9/2025", "31/02/2025")
    paste(screen, bad)


def test_columns_without_heads_are_chosen_and_remembered(screen: OutreachScreen, dialogs: Modals) -> None:
    def choose(dialog: PasteRowsDialog) -> None:
        assert "chưa phải là ngày" in dialog.message.text()
        for at, key in enumerate(("unit_id", "form", "held_on")):
            dialog.boxes[at].setCurrentIndex(dialog.boxes[at].findData(key))
        accept(dialog)

    dialogs.expect(PasteRowsDialog, choose)
    paste(screen, "Quế Lâm\tNói chuyện chuyên đề\t14/9")
    dialogs.expect(PasteRowsDialog, accept)
    paste(screen, "Đạt Thành\tNói chuyện chuyên đề\t15/9")
    assert texts(screen, 0) == ["15/09/2025", "14/09/2025"]


def test_trainings_are_pasted_the_same_way(workplace: Workplace, qtbot: QtBot, dialogs: Modals) -> None:
    screen = TrainingsScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    dialogs.expect(PasteRowsDialog, accept)
    paste(screen, "14/9/2025\t15/9/2025\tHuyện Hòa Lâm\tLớp tập huấn")
    assert screen.list_model.index(0, 2).data() == "Lớp tập huấn"


def test_every_control_of_the_preview_has_a_name(screen: OutreachScreen, dialogs: Modals) -> None:
    def see(dialog: PasteRowsDialog) -> None:
        assert nameless(dialog) == []
        dialog.reject()

    dialogs.expect(PasteRowsDialog, see)
    paste(screen, HEADED)


@pytest.fixture
def filled(screen: OutreachScreen, dialogs: Modals) -> OutreachScreen:
    """The screen with two rows, the cursor in the list."""
    dialogs.expect(PasteRowsDialog, accept)
    paste(screen, HEADED)
    screen.take_focus()
    return screen


def test_a_new_row_takes_over_what_follows_from_row_to_row(filled: OutreachScreen) -> None:
    press(filled, Key.Key_F7)
    shown = filled.presenter.entry.texts()
    assert (shown["form"], shown["held_on"], shown["people"]) == ("talk", "", "")
    assert shown["unit_id"] == str(filled.workplace.read(lambda session: unit_id(session, "99103")))
    assert filled.form.focused_key() == "held_on"


def test_a_field_is_copied_from_the_row_above(filled: OutreachScreen) -> None:
    press(filled, Key.Key_F7)
    filled.form.focus_field("topic")
    press(filled, Key.Key_Apostrophe, _CONTROL)
    assert filled.presenter.entry.texts()["topic"] == "Đường dây nóng"


def test_of_a_kept_row_the_row_above_in_the_list_is_copied(filled: OutreachScreen) -> None:
    press(filled, Key.Key_Down)
    filled.form.focus_field("people")
    press(filled, Key.Key_Apostrophe, _CONTROL)
    assert texts(filled, 4) == ["86", "86"]


def test_one_field_of_the_chosen_rows_is_set_as_one_step(filled: OutreachScreen, dialogs: Modals) -> None:
    def choose(dialog: SetFieldDialog) -> None:
        dialog.field.setCurrentIndex(dialog.field.findData("topic"))
        type_text(dialog.rows["topic"].editor, "Sống lành mạnh")
        dialog.keep_button.click()

    filled.list.table.selectAll()
    dialogs.expect(SetFieldDialog, choose)
    press(filled, Key.Key_D, _CONTROL)
    assert texts(filled, 7) == ["Sống lành mạnh"] * 2
    filled.workplace.undo()
    assert texts(filled, 7) == ["Đường dây nóng"] * 2


def test_what_one_row_refuses_is_told_and_set_in_none(filled: OutreachScreen, dialogs: Modals) -> None:
    def choose(dialog: SetFieldDialog) -> None:
        dialog.field.setCurrentIndex(dialog.field.findData("people"))
        type_text(dialog.rows["people"].editor, "5")
        dialog.keep_button.click()
        assert "lớn hơn tổng" in dialog.rows["people"].message.text()
        dialog.reject()

    filled.list.table.selectAll()
    dialogs.expect(SetFieldDialog, choose)
    press(filled, Key.Key_D, _CONTROL)
    assert texts(filled, 4) == ["86", "1.234"]


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("note", "gọi 0912345678", "“0912345678” giống số điện thoại"),
        ("held_on", "14/9/95", "Ngày 14/09/1995 quá xa"),
    ],
)
def test_what_wants_a_look_is_told_before_it_is_set_in_all(
    filled: OutreachScreen, dialogs: Modals, key: str, text: str, words: str
) -> None:
    def choose(dialog: SetFieldDialog) -> None:
        dialog.field.setCurrentIndex(dialog.field.findData(key))
        type_text(dialog.rows[key].editor, text)
        dialog.keep_button.click()
        told = (dialog.rows[key].message.text(), dialog.keep_button.text())
        assert (told[0].startswith(words), told[1]) == (True, "Vẫn ghi 2 dòng")
        dialog.keep_button.click()
        assert not dialog.isVisible()

    filled.list.table.selectAll()
    dialogs.expect(SetFieldDialog, choose)
    press(filled, Key.Key_D, _CONTROL)


def test_what_was_typed_before_is_offered_and_never_put_in_unasked(filled: OutreachScreen) -> None:
    press(filled, Key.Key_F5)
    filled.form.focus_field("topic")
    editor = filled.form.rows["topic"].editor
    (offers,) = editor.findChildren(Suggestions)
    compose_text(editor, "dây")
    assert offers.names == ("Đường dây nóng",)
    press(offers.popup, Key.Key_Return)
    assert editor.text() == "dây"


def test_a_choice_is_offered_nothing_typed_before(filled: OutreachScreen) -> None:
    editor = filled.form.rows["form"].editor
    assert isinstance(editor, ChoiceEditor)
    assert editor.findChildren(Suggestions) == []
