"""What the page of accounts does to them; each act tells what was wrong by the workplace. No widgets."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from db import office_accounts, office_protection
from db.keyring.ring import Account, NewRing, Ring
from db.keyring.signing_in import SignedIn, ring_in, sign_in
from db.rules.rights import Encrypts, Right, Role
from exports.documents.recovery_key_content import RecoveryPaper
from ui.accounts import texts
from ui.common.workplace import Workplace

Act = Callable[[SignedIn], object]


class AccountsPresenter(QObject):
    """`changed` when accounts or what is encrypted are no longer as shown."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        workplace.signed_in_changed.connect(self.changed)

    @property
    def who(self) -> SignedIn | None:
        return self.workplace.signed_in

    @property
    def may_change(self) -> bool:
        return self.who is not None and self.workplace.can(Right.ADMINISTER)

    def ring(self) -> Ring | None:
        """Return the ring, none where the office works without accounts."""
        return ring_in(self.workplace.book.folder) if self.who is not None else None

    def accounts(self) -> tuple[Account, ...]:
        ring = self.ring()
        return ring.accounts if ring is not None else ()

    def note_of(self, account: Account) -> str:
        """Return what is said beside an account."""
        notes = [texts.SELF] if self.who is not None and account.name == self.who.name else []
        return ", ".join([*notes, texts.MUST_CHANGE] if account.must_change else notes)

    def add(self, name: str, password: str, role: Role) -> bool:
        book = self.workplace.book
        return self._do(
            lambda by: office_accounts.add(book, by, name, password, role), texts.ADDED.format(name=name)
        )

    def set_role(self, name: str, role: Role) -> bool:
        book = self.workplace.book
        return self._do(
            lambda by: office_accounts.set_role(book, by, name, role), texts.ROLE_SET.format(name=name)
        )

    def reset(self, name: str, password: str) -> bool:
        book = self.workplace.book
        return self._do(
            lambda by: office_accounts.reset_password(book, by, name, password),
            texts.RESET_DONE.format(name=name),
        )

    def remove(self, name: str) -> bool:
        book = self.workplace.book
        return self._do(lambda by: office_accounts.remove(book, by, name), texts.REMOVED.format(name=name))

    def encrypt(self, encrypts: Encrypts) -> bool:
        """Write the book anew where it has to be; nothing may be under way meanwhile."""
        book = self.workplace.book
        return self._alone() and self._do(
            lambda by: office_protection.encrypt(book, by, encrypts), texts.ENCRYPTED
        )

    def renewed_recovery(self) -> NewRing | None:
        """Return a ring with another recovery key, to be shown and not kept yet."""
        if self.who is None:
            return None
        return office_protection.renewed_recovery(self.workplace.book.folder, self.who)

    def keep_recovery(self, renewed: NewRing) -> bool:
        book = self.workplace.book
        return self._do(lambda by: office_protection.keep_recovery(book, by, renewed), texts.RENEWED)

    def protect(self, made: NewRing) -> bool:
        """Put accounts beside the book, and encrypt it where that was chosen."""
        if not self._alone():
            return False
        book, encrypts = self.workplace.book, made.ring.encrypts
        try:
            who = office_protection.protect(book, made)
            self.workplace.sign_in(who)
            if encrypts == Encrypts.BOOK:
                office_protection.encrypt(book, who, encrypts)
        except Exception as error:
            self.changed.emit()
            self.workplace.fail(error)
            return False
        self.workplace.say(texts.PROTECTED.format(name=who.name))
        self.changed.emit()
        return True

    def unprotect(self, password: str) -> bool:
        """Work without accounts again, once the own password was given."""
        book = self.workplace.book

        def act(by: SignedIn) -> None:
            sign_in(book.folder, by.name, password, datetime.now())
            office_protection.unprotect(book, by)
            self.workplace.sign_in(None)

        return self._alone() and self._do(act, texts.UNPROTECTED)

    def paper(self, made: NewRing) -> RecoveryPaper:
        """Return the sheet of a new recovery key."""
        name = self.who.name if self.who is not None else made.ring.accounts[0].name
        return RecoveryPaper(self.workplace.office.unit.name, name, self.workplace.today, made.recovery_key)

    def _do(self, act: Act, said: str) -> bool:
        if self.who is None:
            return False
        try:
            act(self.who)
        except Exception as error:
            self.workplace.fail(error)
            return False
        self.workplace.say(said)
        self.changed.emit()
        return True

    def _alone(self) -> bool:
        keeper = self.workplace.keeper
        # A backup reads the very file that is to be replaced.
        if not self.workplace.worker.is_free or (keeper is not None and keeper.is_busy):
            self.workplace.say(texts.BUSY)
            return False
        return True
