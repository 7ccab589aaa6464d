"""When backups are made, and what the status bar says of them."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.backups.keeping import listed
from db.rules.backups import FOLDER, Why
from db.services import offices
from db.sessions import Session
from db.trouble import TargetNotWritable
from tests.helpers.books import NOW
from ui.backups import keeper as keeping
from ui.backups import texts
from ui.backups.exit_dialog import ExitDialog
from ui.backups.keeper import Done, Keeper
from ui.backups.status import BackupStatus
from ui.backups.words import moment_text, status_of
from ui.common.workplace import Workplace


@pytest.fixture
def keeper(workplace: Workplace) -> Iterator[Keeper]:
    """What keeps the backups of the officer's workplace."""
    made = Keeper(workplace)
    yield made
    made.stop()


def rename(session: Session) -> None:
    offices.rename(session, place="Nơi khác")


def no_error(error: Exception) -> None:
    pytest.fail(str(error))


def back_up(keeper: Keeper, qtbot: QtBot, why: Why = Why.HAND) -> Done:
    done: list[Done] = []
    with qtbot.waitSignal(keeper.back_up(why, done.append, no_error).finished):
        pass
    return done[0]


def test_a_book_without_a_backup_needs_one_until_it_has_it(keeper: Keeper, qtbot: QtBot) -> None:
    assert keeper.needs_backup()
    back_up(keeper, qtbot)
    assert not keeper.needs_backup()
    assert [item.named.why for item in keeper.listed()] == [Why.HAND]


def test_a_change_wants_another(keeper: Keeper, workplace: Workplace, qtbot: QtBot) -> None:
    back_up(keeper, qtbot)
    workplace._clock = lambda: NOW + timedelta(minutes=5)
    workplace.book._clock = workplace._clock
    workplace.write(rename, "office")
    assert keeper.needs_backup()


def test_a_window_that_stays_open_makes_its_backup_of_the_day(
    keeper: Keeper, workplace: Workplace, qtbot: QtBot
) -> None:
    back_up(keeper, qtbot)
    workplace._clock = lambda: NOW + timedelta(days=1)
    workplace.book._clock = workplace._clock
    workplace.write(rename, "office")
    keeper.look()
    with qtbot.waitSignal(keeper.changed):
        assert keeper.is_busy
    assert [item.named.why for item in keeper.listed()] == [Why.DAILY, Why.HAND]


def test_the_status_bar_tells_of_the_last_one_and_how_many(keeper: Keeper, qtbot: QtBot) -> None:
    status = BackupStatus(keeper)
    qtbot.addWidget(status)
    status.show_status()
    assert status.text() == texts.STATUS_NONE
    back_up(keeper, qtbot)
    assert status.text() == "Sao lưu đã kiểm tra hôm nay 10:42 · 1 bản"


def test_an_old_one_is_told_in_red_only_when_something_changed(
    keeper: Keeper, workplace: Workplace, qtbot: QtBot
) -> None:
    back_up(keeper, qtbot)
    workplace._clock = lambda: NOW + timedelta(days=3)
    assert status_of(keeper).words == "Sao lưu đã kiểm tra 20/09/2025 10:42 · 1 bản"
    workplace.book._clock = lambda: NOW + timedelta(days=1)
    workplace.write(rename, "office")
    status = status_of(keeper)
    assert (status.words[:14], status.color is None) == ("Sao lưu đã cũ:", False)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "hôm nay 10:42"), (1, "hôm qua 10:42"), (2, "20/09/2025 10:42")]
)
def test_moments_are_said_as_people_say_them(days: int, words: str) -> None:
    assert moment_text(NOW, NOW + timedelta(days=days)) == words


def full_disk(*_: object, **__: object) -> None:
    raise TargetNotWritable(Path("sao-luu"), "disk_full")


def test_one_that_could_not_be_made_is_remembered_and_told(
    keeper: Keeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "make_kept", full_disk)
    errors: list[Exception] = []
    with qtbot.waitSignal(keeper.back_up(Why.DAILY, lambda _: None, errors.append).finished):
        pass
    assert (status_of(keeper).words, len(errors)) == (texts.STATUS_FAILED, 1)
    monkeypatch.undo()
    back_up(keeper, qtbot)
    assert not keeper.has_failed


def test_the_window_closes_once_the_backup_is_made(
    keeper: Keeper, workplace: Workplace, qtbot: QtBot
) -> None:
    dialog = ExitDialog(keeper)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.begin()
    assert [item.named.why for item in listed(workplace.book.folder / FOLDER)] == [Why.EXIT]


def test_the_backup_at_the_end_can_be_left_out(keeper: Keeper, workplace: Workplace, qtbot: QtBot) -> None:
    dialog = ExitDialog(keeper)
    qtbot.addWidget(dialog)
    dialog.begin()
    with qtbot.waitSignal(dialog.accepted):
        dialog.leave_button.click()
    keeper.stop()
    assert len(listed(workplace.book.folder / FOLDER)) <= 1
    workplace.write(rename, "office")


def test_an_end_without_room_can_be_tried_again_or_left(
    keeper: Keeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "make_kept", full_disk)
    dialog = ExitDialog(keeper)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin()
    qtbot.waitUntil(dialog.again_button.isVisible)
    assert "đĩa đã đầy" in dialog.words.text()
    monkeypatch.undo()
    with qtbot.waitSignal(dialog.accepted):
        dialog.again_button.click()


def test_a_copy_goes_to_the_second_place_and_is_missed_when_it_is_late(
    keeper: Keeper, workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "USB").mkdir()
    keeper.second.choose(tmp_path / "USB")
    assert status_of(keeper).words == texts.STATUS_NONE
    assert back_up(keeper, qtbot).copied
    assert [item.path.name for item in listed(tmp_path / "USB" / texts.SECOND_FOLDER)] == [
        item.path.name for item in keeper.listed()
    ]
    workplace._clock = lambda: NOW + timedelta(days=8)
    assert status_of(keeper).words.endswith(texts.STATUS_SECOND)
    keeper.second.days = 30
    assert not status_of(keeper).words.endswith(texts.STATUS_SECOND)


def test_a_stick_that_is_not_there_is_no_trouble(keeper: Keeper, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "USB").mkdir()
    keeper.second.choose(tmp_path / "USB")
    (tmp_path / "USB").rename(tmp_path / "away")
    done = back_up(keeper, qtbot)
    assert (done.copied, done.copy_error, keeper.has_failed) == (False, None, False)
    (tmp_path / "away").rename(tmp_path / "USB")
    assert back_up(keeper, qtbot).copied


def test_a_full_stick_leaves_the_backup_and_is_told(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "USB").mkdir()
    keeper.second.choose(tmp_path / "USB")
    monkeypatch.setattr(keeping, "copy_to", full_disk)
    done = back_up(keeper, qtbot)
    assert (done.copied, type(done.copy_error), len(keeper.listed())) == (False, TargetNotWritable, 1)


def test_the_disk_of_the_book_is_no_second_place(keeper: Keeper, workplace: Workplace) -> None:
    assert keeper.second.is_on_the_same_disk(workplace.book.folder)


def test_a_book_that_only_reads_makes_none(keeper: Keeper, workplace: Workplace) -> None:
    workplace.book._writer = None
    assert not keeper.needs_backup()
