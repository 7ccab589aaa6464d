"""Locking, the own password, signing out: what a window does as long as the office of its book has accounts."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.common.workplace import Workplace
    from ui.sign_in.session import SignedInSession


class Locking(QObject):
    """Follows whether somebody is signed in; an office without accounts loads nothing of it.

    `about_to_lock` lets the window keep what is being typed.
    """

    about_to_lock = Signal()
    sign_out_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._workplace: Workplace | None = None
        self._session: SignedInSession | None = None

    def attach(self, workplace: "Workplace") -> None:
        """Take the open book."""
        self._workplace = workplace
        workplace.signed_in_changed.connect(self._follow)
        self._follow()

    def lock(self) -> None:
        """Hide everything until who signed in gives the password again."""
        if self._session is not None:
            self._session.lock()

    def change_password(self) -> None:
        if self._session is not None:
            self._session.change_password()

    def tell_what_was_found(self) -> None:
        """Tell, as soon as there is nothing else to do, what was changed from outside."""
        if self._session is not None:
            QTimer.singleShot(0, self._session, self._session.tell_what_was_found)

    def _follow(self) -> None:
        workplace = self._workplace
        if workplace is None or (workplace.signed_in is None) == (self._session is None):
            return
        if self._session is not None:
            self._session.end()
            self._session = None
            return
        from ui.sign_in.session import SignedInSession

        self._session = SignedInSession(self._window, workplace)
        self._session.about_to_lock.connect(self.about_to_lock)
        self._session.sign_out_requested.connect(self.sign_out_requested)
