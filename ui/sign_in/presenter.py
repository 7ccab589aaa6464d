"""What signing in knows: the folder, the names, how long one still has to wait. No widgets; nothing of the book."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from db.keyring.recovering import recover, recoverable
from db.keyring.signing_in import MustWait, SignedIn, WrongPassword, ring_in, sign_in
from db.rules.accounts import password_findings
from db.rules.findings import Refused
from ui.common.errors import error_text, is_known
from ui.common.finding_texts import finding_text
from ui.sign_in import texts

T = TypeVar("T")
Clock = Callable[[], datetime]


class SignInPresenter:
    """Tries passwords; `problem` says in words what was wrong with the last."""

    def __init__(self, folder: Path, *, clock: Clock = datetime.now) -> None:
        self.folder, self.clock = folder, clock
        self.problem = ""
        self._wait_until: datetime | None = None

    def names(self) -> tuple[str, ...]:
        """Return who may sign in; raises RingNotReadable or AccountsMissing."""
        return tuple(account.name for account in ring_in(self.folder).accounts)

    def sign_in(self, name: str, password: str) -> SignedIn | None:
        if not password:
            self.problem = texts.NEEDED
            return None
        return self._told(lambda: sign_in(self.folder, name, password, self.clock()))

    def administrators(self, typed: str) -> tuple[str, ...] | None:
        """Return whose password a recovery key sets; none where it is not the one."""
        return self._told(lambda: recoverable(self.folder, typed))

    def recover(self, typed: str, name: str, password: str, again: str) -> SignedIn | None:
        self.problem = new_password_problem(name, password, again)
        return None if self.problem else self._told(lambda: recover(self.folder, typed, name, password))

    def change_password(self, by: SignedIn, old: str, new: str, again: str) -> SignedIn | None:
        """Change the own password; who signed in goes on with the answer."""
        from db.office_accounts import change_own_password

        self.problem = new_password_problem(by.name, new, again)
        if self.problem:
            return None
        return self._told(lambda: change_own_password(self.folder, by, old, new, self.clock()))

    def wait_words(self) -> str:
        """Return how long one still has to wait, nothing where one need not."""
        left = self._wait_until - self.clock() if self._wait_until else timedelta()
        if left <= timedelta():
            self._wait_until = None
            return ""
        minutes, seconds = divmod(max(1, round(left.total_seconds())), 60)
        form = texts.MINUTES if minutes else texts.SECONDS
        return texts.WAIT.format(time=form.format(minutes=minutes, seconds=seconds))

    def _told(self, act: Callable[[], T]) -> T | None:
        self.problem = ""
        try:
            return act()
        except Refused as refused:
            self.problem = finding_text(refused.findings[0])
        except Exception as error:
            if not is_known(error):
                raise
            if isinstance(error, WrongPassword | MustWait) and error.wait:
                self._wait_until = self.clock() + error.wait
            self.problem = error_text(error)
        return None


def new_password_problem(name: str, password: str, again: str) -> str:
    """Return what is wrong with a new password that was typed twice, nothing where it is taken."""
    findings = password_findings(password, name)
    if findings:
        return finding_text(findings[0])
    return "" if password == again else texts.DIFFERS
