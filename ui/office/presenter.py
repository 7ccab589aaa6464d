"""The state of the office's form: names that are kept, and what was typed and could not be kept. No widgets."""

from PySide6.QtCore import QObject, Signal

from db.rules.entries import read_field
from db.rules.findings import Finding
from db.services import offices
from ui.common.workplace import Changed, Workplace
from ui.office import texts
from ui.office.fields import OFFICE, names_text, rule_words

KIND = "office"


class OfficePresenter(QObject):
    """Keeps each name as it is left. `changed` when what is shown is no longer what is kept."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.findings: dict[str, Finding] = {}
        self._typed: dict[str, str] = {}
        workplace.changed.connect(self._on_changed)

    def texts(self) -> dict[str, str]:
        """Return what each field shows."""
        return {**names_text(self.workplace.office.names), **self._typed}

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
        elif (value or "") != names_text(self.workplace.office.names)[key]:
            self._rename(key, str(value or ""))
        self.changed.emit()

    def choose_rule(self, rule: str) -> None:
        """Take another cut-off rule (`decree-09`, `calendar`, `own:20`); raises Refused for one that is none."""
        if rule == self.rule:
            return
        self.workplace.write(lambda session: offices.set_cut_off(session, rule), KIND)
        self.workplace.say(texts.CUT_OFF_KEPT.format(rule=rule_words(rule)))

    def _rename(self, key: str, name: str) -> None:
        self.workplace.write(lambda session: offices.rename(session, **{key: name}), KIND)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == KIND:
            self.workplace.reload_office()
            self.changed.emit()
