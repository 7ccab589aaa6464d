"""What stands in the place of the book until somebody signed in. Imports nothing of the book: the page comes first."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.keyring.signing_in import SignedIn
from ui.common.preferences import Preferences
from ui.sign_in.form import NarrowForm
from ui.sign_in.pages import NamePage, NewPasswordPage, RecoveryPage
from ui.sign_in.presenter import SignInPresenter

LAST = "sign_in/last"


class SignInScreen(QStackedWidget):
    """The name page, and what one comes to from it. `signed_in` with who may open the book."""

    signed_in = Signal(object)

    def __init__(
        self,
        folder: Path,
        preferences: Preferences,
        *,
        clock: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.presenter = SignInPresenter(folder, clock=clock)
        self._preferences = preferences
        self.name_page, self.recovery_page = NamePage(self.presenter), RecoveryPage(self.presenter)
        for page in (self.name_page, self.recovery_page):
            self.addWidget(page)
        self.name_page.offer(self.presenter.names(), preferences.text(LAST))
        self.name_page.signed_in.connect(self._on_signed_in)
        self.name_page.forgotten.connect(lambda: self._turn_to(self.recovery_page))
        self.recovery_page.left.connect(lambda: self._turn_to(self.name_page))
        self.recovery_page.recovered.connect(self._let_in)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.name_page.take_focus)

    def _on_signed_in(self, who: SignedIn) -> None:
        if not who.must_change:
            self._let_in(who)
            return
        page = NewPasswordPage(self.presenter, who)
        page.changed.connect(self._let_in)
        page.left.connect(lambda: self._turn_to(self.name_page))
        self.addWidget(page)
        self._turn_to(page)

    def _let_in(self, who: SignedIn) -> None:
        self._preferences.set_text(LAST, who.name)
        self.signed_in.emit(who)

    def _turn_to(self, page: NarrowForm) -> None:
        page.message.say("")
        self.setCurrentWidget(page)
        page.take_focus()
