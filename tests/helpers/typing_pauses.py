"""A pause in typing, without waiting for it."""

from PySide6.QtCore import QObject

from ui.common.typing_pause import TypingPause


def pause_typing(*held: QObject) -> None:
    """Let the time run out that an officer may type on; fails where nothing waits for it."""
    pauses = [pause for one in held for pause in one.findChildren(TypingPause) if pause.latest.isActive()]
    assert pauses, "nothing typed waits to be put aside"
    for pause in pauses:
        pause.latest.timeout.emit()
