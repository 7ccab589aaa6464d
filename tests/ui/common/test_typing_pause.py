"""When what is typed is put aside: after a pause, and at the latest within two seconds while typing goes on."""

from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from ui.common.typing_pause import LATEST_MS, PAUSE_MS, TypingPause


def test_both_times_leave_room_for_the_writing() -> None:
    assert PAUSE_MS <= 1_000
    assert PAUSE_MS < LATEST_MS < 2_000


def test_every_key_begins_the_pause_anew_but_not_the_latest_moment(qtbot: QtBot) -> None:
    pause, ends = TypingPause(), QElapsedTimer()
    assert (pause.pause.interval(), pause.latest.interval()) == (PAUSE_MS, LATEST_MS)
    # The same, five times as fast.
    pause.pause.setInterval(PAUSE_MS // 5)
    pause.latest.setInterval(LATEST_MS // 5)
    keys = QTimer(pause)
    keys.timeout.connect(pause.typed)
    keys.start(10)
    ends.start()
    with qtbot.waitSignal(pause.due, timeout=3_000):
        pause.typed()
    keys.stop()
    pause.stop()
    assert PAUSE_MS // 5 < ends.elapsed() < 2_000


def test_it_is_due_once_and_waits_for_the_next_key(qtbot: QtBot) -> None:
    pause = TypingPause()
    due: list[int] = []
    pause.due.connect(lambda: due.append(1))
    pause.typed()
    pause.pause.timeout.emit()
    assert (due, pause.pause.isActive(), pause.latest.isActive()) == ([1], False, False)
    pause.typed()
    assert pause.latest.isActive()
    pause.stop()


def test_what_is_kept_is_not_due(qtbot: QtBot) -> None:
    pause = TypingPause()
    pause.typed()
    pause.stop()
    assert not pause.pause.isActive() and not pause.latest.isActive()
