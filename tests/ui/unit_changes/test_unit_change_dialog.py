"""The question of a change of units: each kind, what is told before, nothing made unseen, one step back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.services import units
from db.sessions import Book
from tests.helpers.books import ON
from tests.helpers.keyboard import press, type_text
from tests.helpers.modals import Modals
from tests.helpers.sample_records import added, contents
from tests.ui.test_accessible_names import nameless
from ui.common.forms.finder_editor import FinderEditor
from ui.common.workplace import Workplace
from ui.unit_changes.dialog import UnitChangeDialog
from ui.unit_changes.form import ChangeForm
from ui.units.screen import UnitsScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(workplace: Workplace, qtbot: QtBot) -> UnitChangeDialog:
    """The question, with xã Quế Lâm chosen in the list before."""
    chosen = workplace.read(lambda session: units.find(session, "99102", ON).id)
    made = UnitChangeDialog(workplace, chosen)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: UnitChangeDialog, kind: str, day: str = "1/6/2025") -> None:
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData(kind))
    dialog.form.day.setText(day)


def merge(dialog: UnitChangeDialog) -> None:
    """Quế Lâm and Đạt Thành into a new commune."""
    choose(dialog, "merger")
    dialog.form.sources.add().finder.setText("99103")
    dialog.form.results.all[0].code.setText("99120")
    dialog.form.results.all[0].name.setText("Xã Quế An")


def merge_into(dialog: UnitChangeDialog) -> None:
    choose(dialog, "merger")
    line = dialog.form.results.all[0]
    line.mode.setCurrentIndex(1)
    line.finder.setText("dat thanh")


def split(dialog: UnitChangeDialog) -> None:
    choose(dialog, "split")
    for line, (code, name) in zip(
        dialog.form.results.all, (("99121", "Xã Quế Thượng"), ("99122", "Xã Quế Hạ")), strict=True
    ):
        line.code.setText(code)
        line.name.setText(name)


def rename(dialog: UnitChangeDialog) -> None:
    choose(dialog, "renaming")
    dialog.form.name.setText("Quế Sơn")


def change_kind(dialog: UnitChangeDialog) -> None:
    choose(dialog, "kind")
    dialog.form.new_kind.setCurrentText("Phường")


def change_parent(dialog: UnitChangeDialog) -> None:
    choose(dialog, "parent")
    dialog.form.parent_unit.setText("99 tinh dong lam")


TOLD: list[tuple[Callable[[UnitChangeDialog], None], str]] = [
    (merge, "Bắt đầu ngày 01/06/2025: Xã Quế An (99120)."),
    (merge_into, "Hết hiệu lực, ngày cuối là 31/05/2025: Xã Quế Lâm (99102)."),
    (split, "Bắt đầu ngày 01/06/2025: Xã Quế Thượng (99121), Xã Quế Hạ (99122)."),
    (rename, "Bắt đầu ngày 01/06/2025: Xã Quế Sơn (99102)."),
    (change_kind, "Bắt đầu ngày 01/06/2025: Phường Quế Lâm (99102)."),
    (change_parent, "Bắt đầu ngày 01/06/2025: Xã Quế Lâm (99102)."),
]


@pytest.mark.parametrize(("fill", "words"), TOLD)
def test_a_change_is_told_made_and_taken_back(
    dialog: UnitChangeDialog, workplace: Workplace, fill: Callable[[UnitChangeDialog], None], words: str
) -> None:
    before = contents(workplace.book)
    fill(dialog)
    press(dialog, Qt.Key.Key_F9)
    assert words in dialog.told.text()
    assert contents(workplace.book) == before
    dialog.apply_button.click()
    assert contents(workplace.book) != before
    workplace.undo()
    assert contents(workplace.book) == before


def test_records_that_go_along_are_counted(dialog: UnitChangeDialog, book: Book) -> None:
    for kind, day in (("outreach", "held_on"), ("outreach", "held_on"), ("hotspots", "found_on")):
        added(book, kind, **{day: ON.replace(month=7)})
    rename(dialog)
    dialog.preview_button.click()
    assert (
        "Chuyển theo đơn vị mới các dòng có ngày từ 01/06/2025: 2 hoạt động tuyên truyền, 1 tụ điểm."
        in dialog.told.text()
    )


def test_what_a_split_leaves_is_said(dialog: UnitChangeDialog, book: Book) -> None:
    added(book, "outreach", held_on=ON.replace(month=7))
    split(dialog)
    dialog.preview_button.click()
    assert "vẫn ở đơn vị đã hết hiệu lực vì chưa rõ thuộc đơn vị nào: 1 hoạt động" in dialog.told.text()


def test_nothing_is_made_that_was_not_previewed_as_it_stands(
    dialog: UnitChangeDialog, workplace: Workplace
) -> None:
    before = contents(workplace.book)
    rename(dialog)
    assert not dialog.apply_button.isEnabled()
    dialog.preview_button.click()
    dialog.form.name.setText("Quế Trung")
    assert not dialog.apply_button.isEnabled()
    dialog.apply()
    assert contents(workplace.book) == before


def retype(finder: FinderEditor, text: str) -> None:
    """Put other words in the place of what was chosen."""
    finder.set_choice("", text)


def retype_result(form: ChangeForm, code: str, name: str) -> None:
    form.results.all[0].code.setText(code)
    form.results.all[0].name.setText(name)


WRONG: list[tuple[str, Callable[[UnitChangeDialog], None], Callable[[ChangeForm], None], list[str]]] = [
    ("no day", rename, lambda form: form.day.setText(""), ["Ngày thay đổi: Cần nhập ô này."]),
    (
        "no such day",
        rename,
        lambda form: form.day.setText("31/6/2025"),
        ["Ngày thay đổi: Không có ngày 31/6/2025. Hãy xem lại ngày và tháng."],
    ),
    (
        "a day to come",
        rename,
        lambda form: form.day.setText("1/1/2026"),
        ["Ngày thay đổi: Ngày 01/01/2026 chưa đến. Hãy ghi thay đổi khi đã đến ngày đó."],
    ),
    ("no name", rename, lambda form: form.name.setText(" "), ["Tên mới: Cần nhập ô này."]),
    ("no parent", change_parent, lambda form: retype(form.parent_unit, ""), ["Thuộc: Cần nhập ô này."]),
    (
        "no unit",
        rename,
        lambda form: retype(form.sources.all[0].finder, ""),
        ["Đơn vị cũ: Cần nhập ô này."],
    ),
    (
        "a unit that nobody knows",
        rename,
        lambda form: retype(form.sources.all[0].finder, "Xã Zz"),
        ["Đơn vị cũ: “Xã Zz” chưa rõ là đơn vị nào. Hãy chọn một dòng trong danh sách."],
    ),
    (
        "a number that nobody knows",
        rename,
        lambda form: retype(form.sources.all[0].finder, "3333"),
        ["Đơn vị cũ: “3333” chưa rõ là đơn vị nào. Hãy chọn một dòng trong danh sách."],
    ),
    (
        "a code of another, a kind of another level",
        merge,
        lambda form: retype_result(form, "99104", "Huyện Mới"),
        [
            "Tên đầy đủ: Loại “Huyện” không thuộc cấp 3. Có thể là: Phường, Xã, Thị trấn, Đặc khu.",
            "Mã: Mã 99104 đang là mã của Xã An Bình. Hãy ghi mã khác.",
        ],
    ),
    (
        "a unit twice",
        merge,
        lambda form: retype(form.sources.all[1].finder, "99102"),
        ["Đơn vị cũ: Xã Quế Lâm được chọn hai lần."],
    ),
    (
        "the same name",
        rename,
        lambda form: form.name.setText("Xã Quế  Lâm"),
        ["Đơn vị sau đó: Chưa có gì thay đổi ở Xã Quế Lâm."],
    ),
]


@pytest.mark.parametrize(
    ("fill", "spoil", "said"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG]
)
def test_what_is_wrong_is_said_with_its_field(
    dialog: UnitChangeDialog,
    workplace: Workplace,
    fill: Callable[[UnitChangeDialog], None],
    spoil: Callable[[ChangeForm], None],
    said: list[str],
) -> None:
    before = contents(workplace.book)
    fill(dialog)
    spoil(dialog.form)
    dialog.preview_button.click()
    assert dialog.told.text().splitlines() == ["Chưa ghi được:", *(f"•  {line}" for line in said)]
    assert not dialog.apply_button.isEnabled()
    assert contents(workplace.book) == before


SHOWN = [
    ("merger", 1, ["results", "parent"]),
    ("split", 2, ["results", "parent"]),
    ("renaming", 1, ["name"]),
    ("kind", 1, ["kind"]),
    ("parent", 1, ["parent"]),
]


@pytest.mark.parametrize(("kind", "results", "fields"), SHOWN)
def test_each_kind_shows_its_own_fields(
    dialog: UnitChangeDialog, kind: str, results: int, fields: list[str]
) -> None:
    form = dialog.form
    choose(dialog, kind)
    widgets = {"results": form.results.widget, "name": form.name, "kind": form.new_kind}
    widgets["parent"] = form.parent_unit
    assert [key for key, widget in widgets.items() if widget.isVisible()] == fields
    assert (len(form.sources.all), len(form.results.all), nameless(dialog)) == (1, results, [])


def test_tab_follows_the_lines(dialog: UnitChangeDialog) -> None:
    merge(dialog)
    dialog.form.day.setFocus()
    form, reached = dialog.form, []
    for _ in range(9):
        press(dialog, Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    first, second, result = form.sources.all[0], form.sources.all[1], form.results.all[0]
    assert reached == [
        first.finder,
        first.extent,
        first.remove_button,
        second.finder,
        second.extent,
        second.remove_button,
        form.add_source,
        result.mode,
        result.code,
    ]


def test_a_line_is_added_and_taken_away(dialog: UnitChangeDialog) -> None:
    form = dialog.form
    assert not form.sources.all[0].remove_button.isEnabled()
    form.add_source.click()
    type_text(dialog, "99103")
    assert form.sources.all[1].finder.chosen().isdecimal()
    form.sources.all[0].remove_button.click()
    assert [line.finder.shown() for line in form.sources.all] == ["99103"]


def test_the_list_of_units_opens_the_question_with_its_row(
    workplace: Workplace, qtbot: QtBot, dialogs: Modals
) -> None:
    screen = UnitsScreen(workplace)
    qtbot.addWidget(screen)
    screen.show()
    screen.begin()
    screen.list.table.choose(screen.presenter.shown[2])
    screen.take_focus()
    seen: list[str] = []

    def answer(question: UnitChangeDialog) -> None:
        seen.append(question.form.sources.all[0].finder.shown())
        rename(question)
        press(question, Qt.Key.Key_F9)
        press(question, Qt.Key.Key_Return)

    dialogs.expect(UnitChangeDialog, answer)
    press(screen, Qt.Key.Key_D, CONTROL)
    names = [row.cells["name"] for row in screen.presenter.rows(screen.presenter.shown)]
    assert seen == ["99102 Xã Quế Lâm"]
    assert "Xã Quế Sơn" in names


def test_a_renamed_office_goes_on_and_back(
    dialog: UnitChangeDialog, workplace: Workplace, qtbot: QtBot
) -> None:
    screen = UnitsScreen(workplace)
    qtbot.addWidget(screen)
    screen.begin()
    rename(dialog)
    retype(dialog.form.sources.all[0].finder, "991 huyen")
    dialog.form.name.setText("Thị xã Hòa Lâm")
    dialog.preview_button.click()
    assert "Sổ này đi tiếp với đơn vị sử dụng là Thị xã Hòa Lâm" in dialog.told.text()
    dialog.apply_button.click()
    assert workplace.office.unit.name == "Thị xã Hòa Lâm"
    workplace.undo()
    assert workplace.office.unit.name == "Huyện Hòa Lâm"
