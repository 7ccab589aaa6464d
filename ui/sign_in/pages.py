"""The pages of signing in: name and password, a new password, the recovery key."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from db.keyring.signing_in import SignedIn
from ui.sign_in import texts
from ui.sign_in.form import NarrowForm
from ui.sign_in.password_edit import PasswordFields
from ui.sign_in.presenter import SignInPresenter

_SECOND_MS = 1_000


class NamePage(NarrowForm):
    """Who one is, and the password. `signed_in` with who came in, `forgotten` asks for the recovery key."""

    signed_in = Signal(object)
    forgotten = Signal()

    def __init__(
        self, presenter: SignInPresenter, title: str = texts.TITLE, words: str = texts.WORDS
    ) -> None:
        super().__init__(title, words)
        self._presenter = presenter
        self.name_label, self.name = QLabel(texts.NAME), QComboBox()
        self.name_label.setBuddy(self.name)
        self.name.setAccessibleName(texts.NAME.replace("&", ""))
        self.password = PasswordFields(texts.PASSWORD)
        self.forgotten_button = self.add_button(texts.FORGOTTEN, texts.FORGOTTEN_TIP)
        self.buttons.addStretch(1)
        self.primary = self.add_primary(texts.SIGN_IN, texts.SIGN_IN_TIP)
        for widget in (self.name_label, self.name, self.password):
            self.fields.addWidget(widget)
        self._waiting = QTimer(self)
        self._waiting.setInterval(_SECOND_MS)
        self._waiting.timeout.connect(self.show_wait)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.name.currentTextChanged.connect(lambda _: self._take_name())

    def offer(self, names: tuple[str, ...], last: str) -> None:
        """Offer the names, the last one that signed in first."""
        self.name.clear()
        self.name.addItems(names)
        self.name.setCurrentText(last if last in names else names[0])

    def act(self) -> None:
        if not self.primary.isEnabled():
            return
        who = self._presenter.sign_in(self.name.currentText(), self.password.texts()[0])
        self.password.edits[0].clear()
        self.take_focus()
        if who is not None:
            self.message.say("")
            self.signed_in.emit(who)
            return
        self.message.say(self._presenter.problem)
        if self._presenter.wait_words():
            self.show_wait()
            self._waiting.start()

    def show_wait(self) -> None:
        """Count down until a password is taken again."""
        words = self._presenter.wait_words()
        self.primary.setEnabled(not words)
        self.message.say(words)
        if not words:
            self._waiting.stop()

    def take_focus(self) -> None:
        self.password.edits[0].setFocus()

    def _take_name(self) -> None:
        # Each name waits for itself; the file knows.
        self._waiting.stop()
        self.primary.setEnabled(True)
        self.message.say("")


class NewPasswordPage(NarrowForm):
    """A password of one's own in the place of another's. `changed` with who goes on."""

    changed = Signal(object)

    def __init__(self, presenter: SignInPresenter, who: SignedIn) -> None:
        words = texts.NEW_WORDS if who.must_change else texts.CHANGE_WORDS
        super().__init__(texts.NEW_TITLE, words.format(name=who.name))
        self._presenter, self._who = presenter, who
        self.password = PasswordFields(texts.OLD, texts.NEW, texts.AGAIN)
        hint = QLabel(texts.NEW_HINT)
        hint.setWordWrap(True)
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for widget in (self.password, hint):
            self.fields.addWidget(widget)
        self.back_button = self.add_button(texts.BACK, texts.BACK_TIP)
        self.buttons.addStretch(1)
        self.add_primary(texts.KEEP, texts.KEEP_TIP)
        self.back_button.clicked.connect(self.left)

    def act(self) -> None:
        if self.password.edits[-1].hasFocus() or all(self.password.texts()):
            old, new, again = self.password.texts()
            who = self._presenter.change_password(self._who, old, new, again)
            self.message.say(self._presenter.problem)
            if who is not None:
                self.password.clear()
                self.changed.emit(who)
        else:
            self.focusNextChild()

    def take_focus(self) -> None:
        self.password.edits[0].setFocus()


class RecoveryPage(NarrowForm):
    """The recovery key, then whose new password it sets. `recovered` with who came in."""

    recovered = Signal(object)

    def __init__(self, presenter: SignInPresenter) -> None:
        super().__init__(texts.RECOVERY_TITLE, texts.RECOVERY_WORDS)
        self._presenter = presenter
        self.key, self.name = QLineEdit(), QComboBox()
        self.key.setPlaceholderText(texts.RECOVERY_HINT)
        self.key.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.password = PasswordFields(texts.NEW, texts.AGAIN)
        self._key_label, self._name_label = QLabel(texts.RECOVERY_KEY), QLabel(texts.NAME)
        for label, widget in ((self._key_label, self.key), (self._name_label, self.name)):
            label.setBuddy(widget)
            widget.setAccessibleName(label.text().replace("&", ""))
            self.fields.addWidget(label)
            self.fields.addWidget(widget)
        self.fields.addWidget(self.password)
        self.back_button = self.add_button(texts.BACK, texts.BACK_TIP)
        self.buttons.addStretch(1)
        self.primary = self.add_primary(texts.CHECK, texts.CHECK_TIP)
        self.back_button.clicked.connect(self.left)
        self.key.textEdited.connect(lambda _: self._show_names(False))
        self._show_names(False)

    def act(self) -> None:
        if self.name.isHidden():
            self._check()
            return
        password, again = self.password.texts()
        name = self.name.currentText()
        who = self._presenter.recover(self.key.text(), name, password, again)
        self.message.say(self._presenter.problem)
        if who is not None:
            self.password.clear()
            self.key.clear()
            self.recovered.emit(who)

    def take_focus(self) -> None:
        self.key.setFocus()

    def _check(self) -> None:
        names = self._presenter.administrators(self.key.text())
        self.message.say(self._presenter.problem)
        if names is None:
            return
        self.name.clear()
        self.name.addItems(names)
        self.name.setEditable(not names)
        self._show_names(True)
        self.words.setText(texts.RECOVERED_WORDS if names else texts.RECOVERED_NOBODY)
        (self.password.edits[0] if names else self.name).setFocus()

    def _show_names(self, shown: bool) -> None:
        widgets: tuple[QWidget, ...] = (self._name_label, self.name, self.password)
        for widget in widgets:
            widget.setVisible(shown)
        self.primary.setText(texts.RECOVER if shown else texts.CHECK)
        self.primary.setToolTip(texts.RECOVER_TIP if shown else texts.CHECK_TIP)
        if not shown:
            self.words.setText(texts.RECOVERY_WORDS)
