"""The state of the office's form: names that are kept, and what was typed and could not be kept. No widgets."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from db.rules.entries import read_field
from db.rules.findings import Finding
from db.services import offices
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Changed, Workplace
from ui.office import texts
from ui.office.fields import OFFICE, names_text, rule_words

KIND = "office"
_ASIDE = "office_typed"


class OfficePresenter(QObject):
    """Keeps each name as it is left. `changed` when what is shown is no longer what is kept."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.findings: dict[str, Finding] = {}
        self._aside = TypedAside(workplace, _ASIDE, self)
        self._typed: dict[str, str] = {}
        # What an earlier run typed over another name than there is now.
        self._offered: dict[str, str] = {}
        self._take_left()
        workplace.changed.connect(self._on_changed)

    def texts(self) -> dict[str, str]:
        """Return what each field shows."""
        return {**names_text(self.workplace.office.names), **self._typed}

    @property
    def found_at(self) -> datetime | None:
        """Return when an earlier run typed what waits here, none where nothing of it waits."""
        return self._aside.at if any(map(self._aside.is_found, (*self._typed, *self._offered))) else None

    @property
    def is_newer(self) -> bool:
        """Return whether a name was changed since an earlier run typed over it."""
        return bool(self._offered)

    def take_found(self) -> None:
        """Put in what an earlier run typed, though the name is another one now."""
        for key, text in self._offered.items():
            self._hold(key, text)
        self._offered.clear()
        self.changed.emit()

    def throw_found(self) -> None:
        """What an earlier run typed is not wanted."""
        for key in filter(self._aside.is_found, (*self._typed, *self._offered)):
            self._typed.pop(key, None)
            self.findings.pop(key, None)
            self._aside.forget(key)
        self._offered.clear()
        self.changed.emit()

    def note(self, key: str, text: str) -> None:
        """Put aside what is being typed."""
        self._aside.note(key, text, names_text(self.workplace.office.names)[key])

    @property
    def rule(self) -> str:
        """Return the name of the cut-off rule in force."""
        return self.workplace.office.cut_off.name

    def leave(self, key: str, text: str) -> None:
        """Keep a name, or hold what was typed with what is wrong."""
        field = OFFICE.field(key)
        value, finding = read_field(field, text, today=self.workplace.today)
        if finding is None and field.required and value is None:
            finding = Finding("required", key)
        self._typed.pop(key, None)
        self.findings.pop(key, None)
        if finding is not None:
            self._typed[key], self.findings[key] = text, finding
            self.note(key, text)
            self._aside.keep()
            self.changed.emit()
            return
        if (value or "") != names_text(self.workplace.office.names)[key]:
            self._rename(key, str(value or ""))
        self._aside.forget(key)
        self.changed.emit()

    def choose_rule(self, rule: str) -> None:
        """Take another cut-off rule (`decree-09`, `calendar`, `own:20`); raises Refused for one that is none."""
        if rule == self.rule:
            return
        self.workplace.write(lambda session: offices.set_cut_off(session, rule), KIND)
        self.workplace.say(texts.CUT_OFF_KEPT.format(rule=rule_words(rule)))

    def _take_left(self) -> None:
        for key, name in names_text(self.workplace.office.names).items():
            left = self._aside.text(key)
            if left is not None and self._aside.is_newer(key, name):
                self._offered[key] = left
            elif left is not None:
                self._hold(key, left)

    def _hold(self, key: str, text: str) -> None:
        self._typed[key], self.findings[key] = text, Finding("typed_again", key, text)

    def _rename(self, key: str, name: str) -> None:
        self.workplace.write(lambda session: offices.rename(session, **{key: name}), KIND)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == KIND:
            self.workplace.reload_office()
            self.changed.emit()
