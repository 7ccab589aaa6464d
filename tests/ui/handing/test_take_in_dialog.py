"""Taking a book in from the window: the file, the preview, the answers, and back again."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.rules.entries import Values
from db.rules.handing.document import HandedBook
from db.services import origins, units
from db.services.entering import entries
from exports.handed_books import write_handed
from tests.helpers import handed_books
from tests.helpers.keyboard import press
from tests.helpers.modals import FileDialogs
from tests.helpers.same_records import same_records
from ui.common.workplace import Workplace
from ui.handing import texts
from ui.handing.take_in_dialog import TakeInDialog
from ui.officials.screen import OfficialsScreen

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(town: Workplace, qtbot: QtBot) -> TakeInDialog:
    """The window at the new commune, shown."""
    made = TakeInDialog(town)
    qtbot.addWidget(made)
    made.show()
    return made


def read(dialog: TakeInDialog, qtbot: QtBot, file_dialogs: FileDialogs, path: Path) -> None:
    """Choose a file and wait until it is compared."""
    file_dialogs.expect(path)
    with qtbot.waitSignal(dialog.presenter.changed):
        dialog.choose_button.click()


def take(dialog: TakeInDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted):
        dialog.take()


def test_a_book_is_looked_at_taken_in_and_taken_back(
    dialog: TakeInDialog, town: Workplace, handed: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    before = same_records(town.book.folder)
    read(dialog, qtbot, file_dialogs, handed)
    assert "Ủy ban nhân dân huyện Hòa Lâm" in dialog.words.text()
    assert "chép thư mục minh-chung" in dialog.words.text()
    assert same_records(town.book.folder) == before
    take(dialog, qtbot)
    assert len(same_records(town.book.folder)["outreach_activity"]) > 0
    with qtbot.waitSignal(town.undo_changed):
        town.undo()
    town.worker.wait()
    qtbot.waitUntil(lambda: town.can_redo)
    after = same_records(town.book.folder)
    # Units stay: records rest on them.
    assert {table: rows for table, rows in after.items() if table not in ("unit", "succession")} == {
        table: rows for table, rows in before.items() if table not in ("unit", "succession")
    }


def test_a_file_that_is_no_book_is_refused_in_words(
    dialog: TakeInDialog, qtbot: QtBot, file_dialogs: FileDialogs, tmp_path: Path
) -> None:
    (tmp_path / "khac.pcmd").write_text("không phải sổ", encoding="utf-8")
    file_dialogs.expect(tmp_path / "khac.pcmd")
    with qtbot.waitSignal(dialog.presenter.refused):
        press(dialog, Qt.Key.Key_O, CONTROL)
    assert "khac.pcmd" in dialog.message.text()
    assert not dialog.take_button.isEnabled()


def test_after_a_file_that_is_no_book_the_one_before_cannot_be_taken_under_its_name(
    dialog: TakeInDialog, handed: Path, tmp_path: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    read(dialog, qtbot, file_dialogs, handed)
    assert dialog.take_button.isEnabled()
    (tmp_path / "thư.pcmd").write_text("xin chào", encoding="utf-8")
    file_dialogs.expect(tmp_path / "thư.pcmd")
    with qtbot.waitSignal(dialog.presenter.refused):
        dialog.choose_button.click()
    assert dialog.message.text().startswith("thư.pcmd: ")
    assert (dialog.counts.isVisible(), dialog.take_button.isEnabled()) == (False, False)
    assert dialog.words.text() == texts.TAKE_IN_WORDS


def test_what_a_newer_file_says_is_taken_only_where_it_is_marked(
    dialog: TakeInDialog,
    ended: Workplace,
    town: Workplace,
    handed: Path,
    qtbot: QtBot,
    file_dialogs: FileDialogs,
    tmp_path: Path,
) -> None:
    read(dialog, qtbot, file_dialogs, handed)
    take(dialog, qtbot)
    change = partial(entries.change, kind="officials", record_id=1, values={"post": "Trưởng ban"})
    ended.write(lambda session: change(session), "officials")
    newer: HandedBook = ended.read(handed_books.whole_book)
    write_handed(newer, tmp_path / "moi.pcmd")
    read(dialog, qtbot, file_dialogs, tmp_path / "moi.pcmd")
    assert dialog.questions.rowCount() == 1
    dialog.questions.setCurrentCell(0, 0)
    press(dialog.questions, Qt.Key.Key_Space)
    take(dialog, qtbot)
    found = town.read(lambda session: entries.values_of(session, "officials", 1))
    assert found["post"] == "Trưởng ban"


def test_lists_tell_where_a_record_came_from_and_are_narrowed_by_it(
    dialog: TakeInDialog, town: Workplace, handed: Path, qtbot: QtBot, file_dialogs: FileDialogs
) -> None:
    own = town.read(lambda session: units.find(session, "99101", handed_books.MERGED_ON).id)
    values: Values = {"name": "Vì Văn Pâng", "unit_id": own}
    town.write(lambda session: entries.add(session, "officials", values), "officials")
    read(dialog, qtbot, file_dialogs, handed)
    take(dialog, qtbot)
    screen = OfficialsScreen(town)
    qtbot.addWidget(screen)
    screen.begin()
    screen.show()
    every = len(screen.presenter.shown.ids)
    (source,) = town.read(origins.sources)
    screen.presenter.filter_by("origin", source.book_key)
    assert len(screen.presenter.shown.ids) == every - 1
    screen.presenter.open_row(screen.presenter.shown.ids[0])
    assert "Nhận từ sổ của Ủy ban nhân dân huyện Hòa Lâm" in screen.presenter.form_heads()[1]
    screen.presenter.filter_by("origin", origins.OWN)
    assert len(screen.presenter.shown.ids) == 1


def test_a_window_closed_while_it_reads_leaves_no_trouble(
    town: Workplace, handed: Path, qtbot: QtBot
) -> None:
    made = TakeInDialog(town)
    job = made.presenter.read_file(handed)
    made.reject()
    with qtbot.waitSignal(job.finished):
        made.deleteLater()
    QApplication.processEvents()
    assert made.presenter.plan is not None
