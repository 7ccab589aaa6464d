"""What the screen of scoring offers of the exchange with communes: two things of its menu, and files dropped on it.

The windows are imported when they are asked for: the screen opens without them.
"""

from typing import TYPE_CHECKING

from PySide6.QtGui import QDropEvent

from db.rules.units import Level
from ui.common.dropped_files import dropped_files
from ui.scores.received import texts

if TYPE_CHECKING:
    from ui.scores.screen import ScoresScreen


def add_exchange(screen: "ScoresScreen") -> None:
    """Add sending and taking in to the menu of other things."""
    screen.setAcceptDrops(True)
    # What a commune sends goes up; what comes back is the result.
    is_commune = screen.workplace.office.unit.level == Level.COMMUNE
    screen.add_other(texts.SEND_UP if is_commune else texts.SEND, lambda: _send(screen))
    screen.add_other(texts.TAKE_RESULT if is_commune else texts.TAKE, lambda: _take(screen))


def take_dropped(screen: "ScoresScreen", event: QDropEvent) -> None:
    """Take in files that were dropped on the screen."""
    from ui.scores.received.dialog import ReceiveDialog

    screen.settle()
    ReceiveDialog.ask(screen.workplace, screen, dropped_files(event))


def _send(screen: "ScoresScreen") -> None:
    from ui.scores.received.send_dialog import SendDialog

    screen.settle()
    is_sheet = screen.pages.currentWidget() is screen.sheet
    SendDialog.ask(screen.workplace, screen.sheet.presenter.unit_id if is_sheet else None, screen)


def _take(screen: "ScoresScreen") -> None:
    from ui.scores.received.dialog import ReceiveDialog

    screen.settle()
    ReceiveDialog.ask(screen.workplace, screen)
