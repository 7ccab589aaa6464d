"""The state of a return: its figures now or as approved, what was found in them, what went out before. No widgets."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from db.rules.returns.filled import FilledReturn, FilledSheet
from db.services.returns import standings
from db.services.returns.frozen_returns import ApprovedReturn
from ui.common.borders import compared_note
from ui.common.forms.choosing import Option
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.returns.filling import texts
from ui.returns.filling.choices import Asked, ReturnChoices
from ui.returns.filling.marks import (
    Marks,
    Said,
    marks_of,
    said_of_differences,
    said_of_findings,
    said_of_frozen,
    said_of_hand,
)
from ui.returns.filling.notes import Note, notes

if TYPE_CHECKING:
    from db.services.returns.standings import ReturnStanding

_ASIDE = "return_typed"
_FOLDER = "returns/folder"
Tell = Callable[[str], None]


class FillingPresenter(QObject):
    """Fills and checks a set for a unit and the chosen period on the worker.

    `options_changed` with other sets or units, `filling` when the work began, `filled_changed` with another result,
    `outdated` when records or the period changed since. An approved return is shown as it was approved, until an
    officer wants to see the records as they are now.
    """

    options_changed = Signal()
    filling = Signal()
    filled_changed = Signal()
    outdated = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.choices = ReturnChoices(workplace)
        self.standing: ReturnStanding | None = None
        self.stale, self.busy = True, False
        self.wants_now = False
        self._said_of: tuple[object, bool] = (None, False)
        self._all_said: list[Said] = []
        self._latest: Asked | None = None
        self._filled_for: Asked | None = None
        workplace.changed.connect(self._on_outdated)
        workplace.period_changed.connect(self._on_outdated)
        workplace.borders_changed.connect(self._on_outdated)

    @property
    def sets(self) -> tuple[Option, ...]:
        return self.choices.sets

    @property
    def units(self) -> tuple[Option, ...]:
        return self.choices.units

    @property
    def exports(self) -> tuple[ApprovedReturn, ...]:
        return self.standing.history if self.standing else ()

    @property
    def filled(self) -> FilledReturn | None:
        """Return what is shown: the approved return, or what the records say now."""
        if self.standing is None:
            return None
        frozen = self.standing.frozen
        return frozen.filled if self.shows_frozen and frozen else self.standing.looked

    @property
    def shows_frozen(self) -> bool:
        """Tell whether the figures are those that were approved."""
        frozen = self.standing.frozen if self.standing else None
        return frozen is not None and frozen.filled is not None and not self.wants_now

    def reload(self) -> None:
        """Read what can be chosen and fill anew."""
        self.choices.reload()
        self.options_changed.emit()
        self.fill()

    def choose_set(self, code: str) -> None:
        if self.choices.takes_set(code):
            self.fill()

    def choose_unit(self, code: str) -> None:
        """Choose a unit by its number as digits; anything else leaves the one that was chosen."""
        if self.choices.takes_unit(code):
            self.options_changed.emit()
            self.fill()

    def show_return(self, set_code: str, unit_id: int) -> None:
        """Choose a set and a unit at once and fill anew; what is not known in the period stays as it was."""
        self.choices.reload()
        self.choices.takes_unit(str(unit_id))
        self.choices.takes_set(set_code)
        self.options_changed.emit()
        self.fill()

    def aside(self) -> TypedAside:
        """Return where dialogs about the chosen return put aside what is typed in them."""
        asked = self.choices.asked()
        below = f"{asked.set_code}/{asked.unit.id}/{asked.period.label}/" if asked else ""
        return TypedAside(self.workplace, _ASIDE, below=below)

    def show_now(self, wanted: bool) -> None:
        """Show what the records say now in place of what was approved, or the other way round."""
        if wanted != self.wants_now:
            self.wants_now = wanted
            self.filled_changed.emit()

    def fill(self) -> None:
        """Fill the chosen set on the worker; a later wish makes an earlier one void."""
        asked = self._latest = self.choices.asked()
        self.stale = False
        if asked is None:
            self._take(None, None)
            return
        if asked != self._filled_for:
            # Figures of another period or unit must not stand under the new name.
            self.standing, self.wants_now = None, False
        self.busy = True
        self.filling.emit()
        book, today = self.workplace.book, self.workplace.today

        def work(tell: Tell) -> "ReturnStanding":
            tell(texts.FILLING)
            with book.reading() as session:
                return standings.look(
                    session,
                    set_code=asked.set_code,
                    unit=asked.unit,
                    period=asked.period,
                    today=today,
                    borders=asked.borders,
                )

        job = self.workplace.worker.run(work, lambda found: self._take(asked, found), self.workplace.fail)
        job.finished.connect(self._on_finished)

    def notes(self) -> tuple[Note, ...]:
        """Return what stands above the forms."""
        if self.standing is None:
            return tuple(Note(words, True) for words in self.choices.why_not())
        told = notes(self.standing, self.workplace.period)
        compared = compared_note(self.workplace) if not self.shows_frozen else ()
        return (*told, *([Note(" ".join((*compared, texts.EXPORT_AS_REPORTED)), True)] if compared else []))

    def marks(self, sheet: FilledSheet) -> Marks:
        """Return what is said of the cells of a form that is shown."""
        shown = (self.standing, self.shows_frozen)
        if self._said_of[0] is not shown[0] or self._said_of[1] is not shown[1]:
            self._said_of, self._all_said = shown, self._said()
        return marks_of(sheet, self._all_said)

    def proposed_target(self, usual_folder: Path) -> Path:
        """Return the file to propose: the return's own name in the folder used last, else in the usual one."""
        from exports.returns.naming import return_file_name

        assert self.filled is not None
        kept = self.workplace.preferences.text(_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else usual_folder
        return folder / return_file_name(self.filled)

    def remember_folder(self, folder: Path) -> None:
        self.workplace.preferences.set_text(_FOLDER, str(folder))

    def _said(self) -> list[Said]:
        standing = self.standing
        if standing is None:
            return []
        if self.shows_frozen and standing.frozen is not None:
            words = said_of_frozen(standing.frozen.words)
            return [*words, *said_of_differences(standing.differences)]
        hand = standing.hand
        return [*said_of_hand(hand.by_hand.marks), *said_of_findings(standing.found, hand.filled.sheets)]

    def _take(self, asked: Asked | None, standing: "ReturnStanding | None") -> None:
        if asked == self._latest:
            self._filled_for, self.standing = asked, standing
            self.filled_changed.emit()

    def _on_finished(self) -> None:
        # A stopped job brings no result: what is shown then is what was there before.
        self.busy = False
        self.filled_changed.emit()

    def _on_outdated(self, *_: object) -> None:
        self.stale = True
        self.outdated.emit()
