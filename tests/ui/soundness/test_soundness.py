"""The page that checks the book, the quick look at the start, and the repair in the window."""

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from db.sessions import BOOK_NAME
from tests.db.checks.test_checking import edit
from tests.helpers.modals import Modals
from ui.common.preferences import Preferences
from ui.common.workplace import Workplace
from ui.shell.window import Window
from ui.soundness import start_check, texts
from ui.soundness.repair_dialog import RepairDialog
from ui.soundness.screen import SoundnessScreen
from ui.soundness.start_check import StartCheck


@pytest.fixture
def screen(workplace: Workplace, qtbot: QtBot) -> SoundnessScreen:
    shown = SoundnessScreen(workplace)
    qtbot.addWidget(shown)
    shown.begin()
    shown.show()
    return shown


def check(screen: SoundnessScreen, qtbot: QtBot) -> list[str]:
    screen.check()
    qtbot.waitUntil(screen.check_button.isEnabled, timeout=20_000)
    return [screen.findings.item(row).text() for row in range(screen.findings.count())]


def test_before_the_first_check_it_says_so(screen: SoundnessScreen) -> None:
    assert screen.state.text() == texts.NEVER


def test_a_sound_book_is_said_to_be_and_remembered(
    screen: SoundnessScreen, workplace: Workplace, qtbot: QtBot
) -> None:
    assert check(screen, qtbot) == [texts.NO_FINDINGS]
    again = SoundnessScreen(workplace)
    qtbot.addWidget(again)
    again.begin()
    assert "sổ nguyên vẹn" in again.state.text()


def test_what_is_wrong_is_a_line_each_and_counted_in_the_rail(
    screen: SoundnessScreen, workplace: Workplace, qtbot: QtBot
) -> None:
    edit(workplace.book.folder, "UPDATE step SET who = 'x'", "DELETE FROM search_word")
    with qtbot.waitSignal(screen.badge_changed) as badge:
        found = check(screen, qtbot)
    assert badge.args == [len(found)]
    assert any("Lần ghi số 1 trong nhật ký" in line for line in found)


def test_the_index_is_made_anew(screen: SoundnessScreen, workplace: Workplace, qtbot: QtBot) -> None:
    edit(workplace.book.folder, "INSERT INTO search_rest(search_rest) VALUES ('delete-all')")
    before = check(screen, qtbot)
    screen.reindex()
    assert (len(before), check(screen, qtbot)) == (1, [texts.NO_FINDINGS])


def test_a_repaired_book_is_taken_only_after_its_list_was_seen(
    screen: SoundnessScreen, workplace: Workplace, dialogs: Modals, qtbot: QtBot
) -> None:
    folder = workplace.book.folder
    before = (folder / BOOK_NAME).read_bytes()

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, RepairDialog)
        dialog.go_button.click()
        qtbot.waitUntil(lambda: dialog.go_button.text() == texts.USE, timeout=20_000)
        dialog.go_button.click()

    dialogs.expect(RepairDialog, act)
    with qtbot.waitSignal(workplace.reopening_requested) as asked:
        screen.repair()
    assert asked.args is not None
    workplace.book.close()
    kept = asked.args[0]()
    assert kept.parent == folder
    assert kept.name.startswith("so-pcmd.hong ")
    assert len(before) == kept.stat().st_size


def test_a_repair_that_was_left_changes_nothing(
    screen: SoundnessScreen, workplace: Workplace, dialogs: Modals
) -> None:
    dialogs.expect(RepairDialog, lambda dialog: dialog.reject())
    screen.repair()
    assert not list(workplace.book.folder.glob("sua-so*"))


@pytest.mark.parametrize(("sound", "lines"), [(True, 0), (False, 1)])
def test_the_quick_look_is_heard_of_only_when_something_is_wrong(
    sound: bool,
    lines: int,
    workplace: Workplace,
    preferences: Preferences,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = Window(preferences)
    qtbot.addWidget(window)
    monkeypatch.setattr(start_check, "is_sound", lambda *_: sound)
    look = StartCheck(workplace, window)
    look.begin()
    look.worker.wait()
    qtbot.waitUntil(lambda: bool(preferences.text("soundness/quick")) == sound)
    qtbot.waitUntil(lambda: len(window.cautions.findChildren(QLabel)) == lines)
