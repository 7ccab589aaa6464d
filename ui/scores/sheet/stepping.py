"""Which steps a sheet can take now, what stands in the way, and taking one. No widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from db.rules.findings import Finding, Refused
from db.rules.rights import Right
from db.rules.scoring.chain import APPROVING, State, Step, Taken, open_steps
from db.rules.scoring.marks import APPRAISED, SELF
from db.services.scoring import steps
from ui.common.finding_texts import finding_text
from ui.scores.sheet import marks
from ui.scores.sheet import step_texts as words
from ui.scores.sheet.presenter import KIND, Place, SheetPresenter
from ui.scores.sheet.result_words import result_words
from ui.scores.sheet.suggestions import Suggestions

# The step that usually comes next.
_NEXT = {
    State.OPEN: Step.SUBMIT,
    State.RETURNED: Step.SUBMIT,
    State.SUBMITTED: Step.APPRAISE,
    State.APPRAISED: Step.RECOGNISE,
}
_FILLED = {Step.SUBMIT: (SELF, marks.SELF), Step.APPRAISE: (APPRAISED, marks.APPRAISED)}


@dataclass(frozen=True)
class Obstacle:
    """What stands in the way of a step, and the place where it can be mended."""

    words: str
    place: Place


class Stepping(QObject):
    """Takes the presenter's sheet along its chain.

    That a commune says why it did not take what its records propose is asked here and not by the service: the records
    are this office's, and a sheet may come from an office with others.
    """

    def __init__(self, presenter: SheetPresenter, suggestions: Suggestions) -> None:
        super().__init__(presenter)
        self._presenter, self._suggestions = presenter, suggestions

    @property
    def next(self) -> Step | None:
        """Return the step that usually comes next, none where the way is over."""
        sheet = self._presenter.sheet
        return _NEXT.get(sheet.state) if sheet else None

    @property
    def others(self) -> tuple[Step, ...]:
        """Return what else can be done with the sheet now."""
        sheet = self._presenter.sheet
        return tuple(step for step in open_steps(sheet.state) if step is not self.next) if sheet else ()

    def lacks(self, step: Step) -> Right | None:
        """Return the right for a step that who signed in has not, nothing where it may be taken."""
        right = Right.APPROVE if step in APPROVING else Right.ENTER
        return None if self._presenter.workplace.can(right) else right

    def obstacle(self, step: Step) -> Obstacle | None:
        """Return what has to be mended on the sheet before a step is asked for, nothing where it can be taken."""
        if step not in _FILLED:
            return None
        unsaid = self._notes if step is Step.SUBMIT else self._reasons
        return self._held() or self._missing(step) or unsaid()

    def take(self, taken: Taken) -> tuple[Finding, ...]:
        """Take a step; return what stands against it, nothing where it was taken."""
        sheet, workplace = self._presenter.sheet, self._presenter.workplace
        assert sheet is not None
        unit_id, year, today = sheet.unit.id, sheet.year, workplace.today
        try:
            workplace.write(
                lambda session: steps.take(session, unit_id=unit_id, year=year, taken=taken, today=today),
                KIND,
                unit_id,
            )
        except Refused as refused:
            return refused.findings
        return ()

    def question(self, step: Step) -> str:
        """Return what the dialog of a step asks."""
        sheet = self._presenter.sheet
        assert sheet is not None
        column = SELF if step is Step.SUBMIT else APPRAISED
        return words.DIALOG[step][1].format(
            unit=sheet.unit.name,
            year=sheet.year,
            result=result_words(sheet, column),
            number=sheet.decision_number,
        )

    def usual_class(self, step: Step) -> str:
        """Return the class that a step usually names: the one registered for, the one that was appraised."""
        sheet = self._presenter.sheet
        assert sheet is not None
        if step is Step.RECOGNISE:
            return sheet.result(APPRAISED).class_code or ""
        return sheet.registered_class if step is Step.REGISTER else ""

    def _held(self) -> Obstacle | None:
        sheet, held = self._presenter.sheet, self._presenter.held_places
        if sheet is None or not held:
            return None
        return Obstacle(words.HELD_FIRST.format(count=len(held)), held[0])

    def _missing(self, step: Step) -> Obstacle | None:
        sheet, (column, key) = self._presenter.sheet, _FILLED[step]
        codes = steps.missing(sheet, column) if sheet else ()
        if not codes:
            return None
        finding = Finding("answers_missing", "step", ", ".join(codes), {"count": str(len(codes))})
        return Obstacle(finding_text(finding), (codes[0], key))

    def _notes(self) -> Obstacle | None:
        codes = self._suggestions.unexplained()
        if not codes:
            return None
        told = words.NOTES_MISSING.format(count=len(codes), codes=", ".join(codes))
        return Obstacle(told, (codes[0], marks.NOTE))

    def _reasons(self) -> Obstacle | None:
        sheet = self._presenter.sheet
        codes = steps.unexplained(sheet) if sheet else ()
        if not codes:
            return None
        finding = Finding("reasons_missing", "step", ", ".join(codes), {"count": str(len(codes))})
        return Obstacle(finding_text(finding), (codes[0], marks.REASON))
