"""The state of a narrative report: which unit, its facts, what was written. No widgets."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from db.rules.entries import Field, FieldKind, read_field, typed_text
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.periods import Period
from db.rules.reports.filled import (
    DAY,
    NUMBER,
    Report,
    ReportFacts,
    ReportSentence,
    fill_report,
    kept_sentence,
)
from db.rules.text import sort_key
from db.services import offices
from db.services.entering import cautions
from db.services.reports import report_texts, reports
from db.services.units import UnitInfo
from db.sessions import Session
from ui.common.finding_texts import finding_text
from ui.common.forms.choosing import Option
from ui.common.forms.options import unit_options
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Changed, Workplace
from ui.returns.reports import texts

KIND = "report_texts"
_FIELDS = {NUMBER: Field(NUMBER, FieldKind.COUNT), DAY: Field(DAY, FieldKind.DATE)}
Tell = Callable[[str], None]
_ASIDE = "report_typed"


@dataclass(frozen=True)
class Asked:
    """Of what a report is shown."""

    unit: UnitInfo
    period: Period


@dataclass(frozen=True)
class _Found:
    """What the worker found: the facts, or why there is no report; and what was written."""

    facts: ReportFacts | None
    refused: tuple[Finding, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)


class ReportPresenter(QObject):
    """Fills the report of a unit and the chosen period on the worker, and keeps what is written.

    `options_changed` with other units, `report_changed` with another report or other words, `outdated` when records or
    the period changed since.
    """

    options_changed = Signal()
    report_changed = Signal()
    outdated = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.units: tuple[Option, ...] = ()
        self.unit_id: int | None = workplace.office.unit.id
        self.report: Report | None = None
        self.own: Mapping[str, str] = {}
        # By the key of a place: what was typed there and cannot be kept, or wants a look.
        self.findings: dict[str, Finding] = {}
        # What cannot be kept stays as it was typed.
        self._typed: dict[str, str] = {}
        self._aside = TypedAside(workplace, _ASIDE, self)
        self.stale, self.busy = True, False
        self._known: dict[int, UnitInfo] = {}
        self._refused: tuple[Finding, ...] = ()
        self._latest: Asked | None = None
        self._shown: Asked | None = None
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._on_outdated)

    def reload(self) -> None:
        """Read what can be chosen and fill anew."""
        span = self.workplace.span
        listed = self.workplace.read(lambda session: offices.units_kept(session, span))
        self._known = {unit.id: unit for unit in listed}
        self.units = unit_options(sorted(listed, key=lambda unit: (unit.level, sort_key(unit.name))))
        if self.unit_id not in self._known:
            own = self.workplace.office.unit.id
            self.unit_id = own if own in self._known or not listed else listed[0].id
        self.options_changed.emit()
        self.fill()

    def choose_unit(self, code: str) -> None:
        """Choose a unit by its number as digits; anything else leaves the one that was chosen."""
        if code.isdecimal() and int(code) in self._known and int(code) != self.unit_id:
            self.unit_id = int(code)
            self.fill()

    def fill(self) -> None:
        """Fill the report on the worker; a later wish makes an earlier one void."""
        unit = self._known.get(self.unit_id or 0)
        asked = self._latest = Asked(unit, self.workplace.period) if unit else None
        self.stale = False
        if asked != self._shown:
            self._take(None, _Found(None))
        if asked is None:
            return
        self.busy = True
        self.report_changed.emit()
        book = self.workplace.book

        def work(tell: Tell) -> _Found:
            tell(texts.FILLING)
            with book.reading() as session:
                return _find(session, asked)

        job = self.workplace.worker.run(work, lambda found: self._take(asked, found), self.workplace.fail)
        job.finished.connect(self._on_finished)

    def text(self, key: str) -> str:
        """Return what was written at a place, as it is typed."""
        if key in self._typed:
            return self._typed[key]
        if key == DAY and self.report is not None:
            return day_text(self.report.issued_on)
        return self.own.get(key, "")

    def keep(self, key: str, typed: str) -> None:
        """Keep what was written at a place; what cannot be kept is told at it and stays in its editor."""
        if self.report is None:
            return
        text, finding = self._read(key, typed)
        self._typed.pop(key, None)
        if finding is not None and key in _FIELDS:
            self._typed[key] = typed
        self._judge(key, finding)
        if key in self._typed:
            self.note_typed(key, typed)
            self._aside.keep()
        else:
            self._write({key: text})
            self._aside.forget(self._aside_place(key))

    def note_typed(self, key: str, typed: str) -> None:
        """Put aside what is being typed at a place."""
        self._aside.note(self._aside_place(key), typed, self.own.get(key, ""))

    def left_typed(self, key: str) -> str | None:
        """Return what was typed at a place and could not be kept before the program was cut off."""
        return self._aside.text(self._aside_place(key))

    def is_newer(self, key: str) -> bool:
        """Return whether a place was written anew since an earlier run typed there."""
        return self._aside.is_newer(self._aside_place(key), self.own.get(key, ""))

    def found_at(self, key: str) -> datetime | None:
        """Return when an earlier run typed what was left at a place, none where it left nothing."""
        return self._aside.at if self._aside.is_found(self._aside_place(key)) else None

    def throw_typed(self, key: str) -> None:
        """What an earlier run left at a place is not wanted."""
        self._aside.forget(self._aside_place(key))

    def _aside_place(self, key: str) -> str:
        shown = self._shown
        return f"{shown.unit.id}/{shown.period.label}/{key}" if shown else key

    def keep_sentence(self, sentence: ReportSentence, typed: str) -> None:
        """Keep a sentence that was changed; one that says what the program says is the program's again."""
        if self.report is not None:
            self._judge(sentence.key, self._caution(typed))
            self._write(kept_sentence(sentence.key, typed, sentence.filled))
            self._aside.forget(self._aside_place(sentence.key))

    def note(self) -> str:
        """Return where the figures are from, or why there is no report."""
        report = self.report
        return report.facts.about["source"] if report is not None else " ".join(self._why_not())

    def warnings(self) -> tuple[str, ...]:
        """Return what wants a look before the report goes out."""
        return tuple(self._warnings(self.report)) if self.report is not None else ()

    @property
    def file_name(self) -> str:
        """Return the name of the report's file, without a suffix."""
        assert self.report is not None
        facts = self.report.facts
        return texts.FILE_NAME.format(unit=facts.unit_code, period=facts.period)

    def _why_not(self) -> tuple[str, ...]:
        if self.busy:
            return (texts.FILLING,)
        if self.unit_id not in self._known:
            return (texts.NO_UNIT.format(name=self.workplace.office.unit.name),)
        return tuple(finding_text(item) for item in self._refused) or (texts.NOT_FILLED,)

    def _warnings(self, report: Report) -> list[str]:
        last, told = report.facts.span.last, []
        if self.workplace.today <= last:
            told.append(texts.NOT_OVER.format(last=day_text(last)))
        wrong = [part.part.title for part in report.parts for item in part.sentences for _ in item.findings]
        if wrong:
            parts = "; ".join(dict.fromkeys(wrong))
            told.append(texts.DISAGREE.format(count=len(wrong), parts=parts))
        sentences = [item for part in report.parts for item in part.sentences if not item.is_own]
        missing = sum(bool(item.filled.missing) for item in sentences)
        return [*told, *([texts.MISSING.format(count=missing)] if missing else [])]

    def _read(self, key: str, typed: str) -> tuple[str, Finding | None]:
        if key not in _FIELDS:
            return typed, self._caution(typed)
        value, finding = read_field(_FIELDS[key], typed, today=self.workplace.typing_day)
        return value.isoformat() if isinstance(value, date) else typed_text(value), finding

    def _caution(self, typed: str) -> Finding | None:
        return self.workplace.read(partial(cautions.personal_in, text=typed)) if typed else None

    def _judge(self, key: str, finding: Finding | None) -> None:
        before = self.findings.pop(key, None)
        if finding is not None:
            self.findings[key] = finding
        if finding != before:
            self.report_changed.emit()

    def _write(self, written: Mapping[str, str]) -> None:
        """Keep texts as one step; the same as before is none."""
        asked = self._shown
        if asked is None or all(self.own.get(key, "") == text for key, text in written.items()):
            return
        keep = partial(
            report_texts.keep,
            unit_id=asked.unit.id,
            skeleton=reports.PERIODIC,
            period=asked.period.label,
            texts=written,
        )
        self.workplace.write(lambda session: keep(session), KIND)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == KIND and self._shown is not None and self.report is not None:
            self._read_own(self._shown, self.report.facts)
        elif change.kind != KIND:
            self._on_outdated()

    def _read_own(self, asked: Asked, facts: ReportFacts) -> None:
        before = self.own.get(DAY, "")
        self.own = self.workplace.read(lambda session: reports.written(session, asked.unit, asked.period))
        self.report = fill_report(facts, self.own)
        self.report_changed.emit()
        if self.own.get(DAY, "") != before:
            # Names are those of the day of the report.
            self.fill()

    def _take(self, asked: Asked | None, found: _Found) -> None:
        if asked not in (self._latest, None):
            return
        if asked != self._shown:
            self.findings.clear()
            self._typed.clear()
        self._shown, self._refused, self.own = asked, found.refused, found.own
        self.report = fill_report(found.facts, found.own) if found.facts else None
        self.report_changed.emit()

    def _on_finished(self) -> None:
        self.busy = False
        self.report_changed.emit()

    def _on_outdated(self) -> None:
        self.stale = True
        self.outdated.emit()


def _find(session: Session, asked: Asked) -> _Found:
    try:
        facts = reports.facts(session, unit=asked.unit, period=asked.period)
    except Refused as refused:
        return _Found(None, refused.findings)
    return _Found(facts, (), reports.written(session, asked.unit, asked.period))
