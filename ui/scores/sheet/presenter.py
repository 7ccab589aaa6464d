"""The state of one commune's sheet: what is stored, what was typed and could not be kept yet. No widgets."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Finding, Refused, Unknown
from db.rules.scoring.answers import NOT_APPLICABLE
from db.rules.scoring.chain import FILLED_IN, closed_finding
from db.rules.scoring.marks import COLUMNS as BOTH
from db.rules.scoring.marks import Mark
from db.rules.text import cleaned
from db.services.borders import unit_days
from db.services.entering import cautions, drafts
from db.services.scoring import sheets
from db.services.scoring.sheets import Sheet
from db.sessions import Session
from ui.common.errors import error_text
from ui.common.finding_texts import finding_text
from ui.common.workplace import Changed, Workplace
from ui.scores.sheet.marks import APPRAISED, COLUMN_OF, NOTE, REASON, SELF, judge, mark_text

KIND, _RULES = "scores", "rule_sets"
Place = tuple[str, str]


class SheetPresenter(QObject):
    """A commune's sheet of the chosen year.

    `opened` when another sheet (or none) is shown, `changed` when the one shown is no longer as it was. A place is a
    criterion's code and a column.
    """

    opened = Signal()
    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.unit_id: int | None = None
        self.sheet: Sheet | None = None
        self.trouble, self.is_without_rules = "", False
        self.findings: dict[Place, Finding] = {}
        self._typed: dict[Place, str] = {}
        self._draft_id: int | None = None
        self._stashed: dict[Place, str] = {}
        self._busy = False
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._on_period_changed)

    def show(self, unit_id: int | None) -> None:
        """Show a commune's sheet with what was typed over it earlier; none shows nothing."""
        self.unit_id = unit_id
        self._reload()
        self._take_draft()
        self._judge_all()
        self.opened.emit()

    @property
    def open_column(self) -> str:
        """Return the column that may be filled in now, `self` or `appraised`; neither where the sheet is done."""
        state = self.sheet.state if self.sheet else None
        return next((column for column in BOTH if state in FILLED_IN[column]), "")

    def closed(self, place: Place) -> Finding | None:
        """Return why nothing can be typed at a place now, nothing where something can."""
        return closed_finding(self.sheet.state, COLUMN_OF[place[1]]) if self.sheet else None

    def stored_text(self, place: Place) -> str:
        """Return what is kept at a place, as it would be typed."""
        if self.sheet is None:
            return ""
        code, column = place
        return mark_text(self.sheet.rule_set, self.sheet.mark(code), column)

    def text(self, place: Place) -> str:
        """Return what stands at a place: what was typed and waits, else what is kept."""
        return self._typed.get(place, self.stored_text(place))

    def is_held(self, place: Place) -> bool:
        """Return whether a place shows something that is not kept in the sheet yet."""
        return place in self._typed

    @property
    def held_places(self) -> tuple[Place, ...]:
        """Return the places whose text is not kept in the sheet yet, in the order of the sheet."""
        asked = self.sheet.rule_set.asked if self.sheet else ()
        codes = [item.code for item in asked]
        known = [place for place in self._typed if place[0] in codes]
        return tuple(sorted(known, key=lambda place: codes.index(place[0])))

    def points(self, place: Place) -> Decimal | None:
        """Return the kept points of an answer."""
        points = self.sheet.points.get(COLUMN_OF[place[1]], {}) if self.sheet else {}
        return points.get(place[0])

    def caution(self, code: str) -> tuple[Place, Finding] | None:
        """Return what in the words kept for a criterion looks like a trace of a person."""
        for column in (REASON, NOTE):
            text = self.text((code, column))
            found = self.workplace.read(partial(cautions.personal_in, text=text)) if text else None
            if found is not None:
                return (code, column), found
        return None

    def adopt(self, code: str) -> None:
        """Take the commune's answer over as the appraised one, where none was given yet."""
        place, own = (code, APPRAISED), self.stored_text((code, SELF))
        if own and not self.text(place) and self.closed(place) is None:
            self.leave(place, own)

    def set_not_applicable(self, place: Place) -> None:
        """Answer that a criterion does not apply; where it has to, that is told as if it had been typed."""
        if self.closed(place) is None:
            self.leave(place, NOT_APPLICABLE)

    def drop(self, place: Place) -> None:
        """Take away what stands at a place; of a closed column only what was typed and waits."""
        self.leave(place, "" if self.closed(place) is None else self.stored_text(place))

    def leave(self, place: Place, text: str) -> None:
        """Keep what was typed at a place, or hold it as a draft with what is wrong."""
        if self.sheet is None or (cleaned(text) == self.text(place) and not self.is_held(place)):
            self.unstash()
            return
        self._stashed = {}
        self._note(place, cleaned(text))
        self._busy = True
        try:
            self._keep_mark(place[0])
        finally:
            self._busy = False
        self._keep_draft()
        self.changed.emit()

    def stash(self, place: Place, text: str) -> None:
        """Put what is being typed at a place aside against a power cut, without judging it."""
        self._stashed = {place: text}
        self._keep_draft()

    def unstash(self) -> None:
        """The place is left: what was put aside is kept by now, or was not wanted."""
        if self._stashed:
            self._stashed = {}
            self._keep_draft()

    def keep_all(self, marks: Iterable[Mark]) -> None:
        """Keep several marks as one step of undo."""
        self._busy = True
        try:
            self._write(tuple(marks))
        finally:
            self._busy = False
        self.changed.emit()

    def sums(self, column: str, codes: tuple[str, ...]) -> Decimal | None:
        """Add up the kept points of some criteria; nothing where none was given."""
        points = self.sheet.points.get(COLUMN_OF[column], {}) if self.sheet else {}
        recorded = [given for code in codes if (given := points.get(code)) is not None]
        return sum(recorded, Decimal(0)) if recorded else None

    def _note(self, place: Place, text: str) -> None:
        if text == self.stored_text(place):
            self._typed.pop(place, None)
        else:
            self._typed[place] = text

    def _keep_mark(self, code: str) -> None:
        mark = self._judge(code)
        if self.sheet is None or mark == self.sheet.mark(code):
            return
        self._write([mark])

    def _write(self, marks: Sequence[Mark]) -> None:
        assert self.sheet is not None
        unit_id, year, today = self.sheet.unit.id, self.sheet.year, self.workplace.today
        self.workplace.write(
            lambda session: sheets.give_marks(session, unit_id=unit_id, year=year, marks=marks, today=today),
            KIND,
            unit_id,
        )
        self._reload()

    def _judge(self, code: str) -> Mark:
        """Judge what was typed for a criterion; what can be kept is no longer held."""
        assert self.sheet is not None
        typed = {place[1]: text for place, text in self._typed.items() if place[0] == code}
        stored = self.sheet.mark(code)
        judged = judge(self.sheet, stored, typed, self.workplace.typing_day)
        self._forget(code)
        self._typed.update({(code, column): text for column, text in judged.held.items()})
        self.findings.update({(code, finding.place): finding for finding in judged.findings})
        return judged.mark

    def _forget(self, code: str) -> None:
        for held in (self._typed, self.findings):
            for place in [place for place in held if place[0] == code]:
                del held[place]

    def _reload(self) -> None:
        self.sheet, self.trouble, self.is_without_rules = None, "", False
        unit_id = self.unit_id
        if unit_id is None:
            return
        try:
            self.sheet = self.workplace.read(partial(_read, unit_id=unit_id, year=self.workplace.year))
        except Unknown as unknown:
            self.trouble, self.is_without_rules = error_text(unknown), True
        except Refused as refused:
            self.trouble = " ".join(finding_text(finding) for finding in refused.findings)

    def _take_draft(self) -> None:
        self._typed, self._draft_id, self._stashed = {}, None, {}
        if self.sheet is None:
            return
        for draft in self.workplace.read(lambda session: drafts.of_kind(session, KIND)):
            if draft.parent_id == self.unit_id and draft.raw.get("year") == str(self.sheet.year):
                self._draft_id = draft.id
                self._typed = _places(draft.raw)

    def _judge_all(self) -> None:
        """Find again what is wrong with what was typed earlier, over the sheet as it is now."""
        self.findings = {}
        if self.sheet is None:
            return
        known = {criterion.code for criterion in self.sheet.rule_set.asked}
        for code in {place[0] for place in self._typed} & known:
            typed = {place: text for place, text in self._typed.items() if place[0] == code}
            self._judge(code)
            # Nothing is kept behind the officer's back: what would be right by now waits to be left again.
            self._typed.update(
                {place: text for place, text in typed.items() if text != self.stored_text(place)}
            )

    def _keep_draft(self) -> None:
        if not (self._typed or self._stashed) and self._draft_id is None:
            return
        self._draft_id = self.workplace.write_aside(self._store_draft)

    def _store_draft(self, session: Session) -> int | None:
        typed = {**self._typed, **self._stashed}
        if not typed and self._draft_id is not None:
            drafts.discard(session, self._draft_id)
            return None
        raw = {
            "year": str(self.workplace.year),
            **{"/".join(place): text for place, text in typed.items()},
        }
        return drafts.keep(session, KIND, raw, parent_id=self.unit_id, draft_id=self._draft_id)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == _RULES:
            self.show(self.unit_id)
        if self._busy or change.kind != KIND or change.record_id not in (None, self.unit_id):
            return
        self._reload()
        self._judge_all()
        self.changed.emit()

    def _on_period_changed(self) -> None:
        self.show(self.unit_id)


def _read(session: Session, unit_id: int, year: int) -> Sheet:
    """Read a sheet; one that was not begun is refused where its commune was not there in the year."""
    found = sheets.sheet(session, unit_id=unit_id, year=year)
    if not found.marks and not found.steps:
        unit_days.refuse_other_years(session, unit_id, year, year)
    return found


def _places(raw: Mapping[str, str]) -> dict[Place, str]:
    pairs = (key.split("/", 1) for key in raw if "/" in key)
    return {(code, column): raw[f"{code}/{column}"] for code, column in pairs}
