"""What the office's records propose for the sheet that is shown. No widgets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from db.rules.periods import Span, parse_period
from db.rules.scoring.answers import answer_text
from db.services.measuring import measure_tables
from db.services.measuring.measure_tables import Behind
from db.services.scoring import proposals, unexplained
from db.services.scoring.proposals import Proposal
from db.services.searching import search
from db.services.searching.search import Found
from ui.common.workplace import Changed
from ui.scores.sheet.marks import SELF
from ui.scores.sheet.presenter import KIND, SheetPresenter


class Suggestions(QObject):
    """Reads what is proposed when it is first asked for, and anew once records changed."""

    def __init__(self, presenter: SheetPresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._held: Mapping[str, Proposal] | None = None
        presenter.opened.connect(self._forget)
        presenter.workplace.changed.connect(self._on_changed)

    @property
    def found(self) -> Mapping[str, Proposal]:
        """Return the proposals by criterion."""
        if self._held is None:
            self._held = self._read()
        return self._held

    def of(self, code: str) -> Proposal | None:
        return self.found.get(code)

    def differs(self, code: str) -> bool:
        """Return whether the commune's answer is another one than is proposed."""
        sheet = self._presenter.sheet
        return sheet is not None and unexplained.differs(sheet, self.found, code)

    def unexplained(self) -> tuple[str, ...]:
        """Return the criteria that differ without a word why."""
        sheet = self._presenter.sheet
        return unexplained.unexplained(sheet, self.found) if sheet else ()

    def acceptable(self) -> Mapping[str, str]:
        """Return what is proposed for the cells that are blank and may be filled in."""
        presenter = self._presenter
        if presenter.sheet is None or presenter.open_column != "self":
            return {}
        found = unexplained.acceptable(presenter.sheet, self.found)
        return {code: answer for code, answer in found.items() if not presenter.is_held((code, SELF))}

    def take(self, code: str) -> bool:
        """Answer a criterion as is proposed; return whether there was something to take."""
        presenter, found = self._presenter, self.of(code)
        if presenter.sheet is None or found is None or not found.answer or presenter.closed((code, SELF)):
            return False
        presenter.leave((code, SELF), answer_text(presenter.sheet.rule_set.criterion(code), found.answer))
        return True

    def take_all(self) -> int:
        """Answer all blank criteria as is proposed, in one step; return how many there were."""
        presenter, blank = self._presenter, self.acceptable()
        if presenter.sheet is not None and blank:
            sheet = presenter.sheet
            presenter.keep_all(
                replace(sheet.mark(code), self_answer=answer) for code, answer in blank.items()
            )
        return len(blank)

    def behind(self, code: str, place: int) -> Behind:
        """Return the records behind one of the numbers of a proposal: the value, or from place 1 its whole."""
        sheet, ref = self._presenter.sheet, self.found[code].refs[place]
        assert sheet is not None
        unit_id, span = sheet.unit.id, self._span()
        return self._presenter.workplace.read(
            lambda session: measure_tables.behind(session, ref, unit_id=unit_id, span=span, only=unit_id)
        )

    def describe(self, kind: str, ids: Sequence[int]) -> tuple[Found, ...]:
        return self._presenter.workplace.read(lambda session: search.describe(session, kind, ids))

    def _read(self) -> Mapping[str, Proposal]:
        sheet, span = self._presenter.sheet, self._span()
        if sheet is None:
            return {}
        return self._presenter.workplace.read(
            lambda session: proposals.proposals(session, sheet.rule_set, unit_id=sheet.unit.id, span=span)
        )

    def _span(self) -> Span:
        workplace = self._presenter.workplace
        return parse_period(str(workplace.year)).span(workplace.cut_off)

    def _on_changed(self, change: Changed) -> None:
        if change.kind != KIND:
            self._forget()

    def _forget(self) -> None:
        self._held = None
