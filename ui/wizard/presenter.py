"""The state of the first steps: file, day, unit, names, rule. Nothing is stored before the last step. No widgets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.keyring.ring import NewRing
from db.keyring.signing_in import SignedIn
from db.new_book import NewOffice, make_book
from db.rules.entries import read_day, read_field
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text, number_text
from db.rules.periods import DECREE_09
from db.rules.text import cleaned
from db.rules.units import Level, UnitLine, check_units
from db.services import offices
from db.services.offices import OfficeNames
from exports.readers.unit_lists import read_unit_list
from ui.accounts.texts import ENCRYPTS
from ui.common import texts as shared
from ui.common.errors import error_text, is_known
from ui.common.finding_texts import finding_text
from ui.common.worker import Worker
from ui.office.fields import OFFICE, names_text, rule_words
from ui.wizard import texts
from ui.wizard.unit_search import Candidate, UnitIndex

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Source:
    """A list of units: its file and the day of which it speaks."""

    path: Path
    day: date


class WizardPresenter(QObject):
    """`units_read` when a list was read, `refused` with its findings when it was not; `made` or `failed` at the end."""

    units_read = Signal()
    refused = Signal(object)
    made = Signal()
    failed = Signal(str)

    def __init__(self, folder: Path, worker: Worker, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self.today = folder, today
        self.path: Path | None = None
        self.day_text = ""
        self.index = UnitIndex(())
        self.unit: Candidate | None = None
        self.names: dict[str, str] = {}
        self.rule = DECREE_09.name
        self.protection: NewRing | None = None
        self.busy = False
        self._worker = worker
        self._read: Source | None = None

    @property
    def touched(self) -> bool:
        """Return whether something would be lost by leaving."""
        return self.path is not None or bool(self.day_text)

    @property
    def unit_name(self) -> str:
        """Return the name of the chosen unit."""
        return self.unit.name if self.unit else ""

    @property
    def signed_in(self) -> SignedIn | None:
        """Return who the first account signs in, none where the book has no password."""
        if self.protection is None:
            return None
        first = self.protection.ring.accounts[0]
        return SignedIn(first.name, first.role, self.protection.key)

    def source_problem(self) -> str:
        """Return what is missing before the list can be read; nothing when it can."""
        if self.path is None:
            return texts.FILE_NEEDED
        if not self.day_text:
            return texts.DAY_NEEDED
        try:
            read_day(self.day_text, self.today)
        except ValueError as error:
            return finding_text(Finding(str(error), "on", self.day_text))
        return ""

    def source(self) -> Source:
        """Return the file and the day; raises ValueError where the day is none."""
        assert self.path is not None
        return Source(self.path, read_day(self.day_text, self.today))

    @property
    def is_read(self) -> bool:
        """Return whether the list that is chosen now was read."""
        return self._read is not None and not self.source_problem() and self._read == self.source()

    def take_day(self, text: str) -> None:
        self.day_text = cleaned(text)

    def take_file(self, path: Path) -> None:
        """Choose a file; the same file chosen again is read again: it may have been mended."""
        self.path, self._read = path, None

    def read_units(self) -> None:
        """Read the list on the worker."""
        source = self.source()
        self._start(
            lambda tell: _read_index(source, tell),
            lambda index: self._on_read(index, source),
            self._on_refused,
        )

    def read_words(self) -> str:
        """Return what was read."""
        counts = {name: number_text(self.index.count(level)) for name, level in _COUNTED.items()}
        words = texts.READ if self.index.count(Level.DISTRICT) else texts.READ_TWO_LEVELS
        return words.format(day=day_text(self.source().day), **counts)

    def choose_unit(self, candidate_id: int) -> None:
        """Choose the unit; its usual names replace those of another unit."""
        unit = self.index.candidate(candidate_id)
        if self.unit is None or unit.code != self.unit.code:
            self.names = _usual_names(unit)
        self.unit = unit

    def take_name(self, key: str, text: str) -> None:
        self.names[key] = text

    def name_findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the names."""
        findings: list[Finding] = []
        for field in OFFICE.fields:
            value, finding = read_field(field, self.names.get(field.key, ""), today=self.today)
            if finding is not None:
                findings.append(finding)
            elif field.required and value is None:
                findings.append(Finding("required", field.key))
        return tuple(findings)

    def summary(self) -> tuple[tuple[str, str], ...]:
        """Return what the book will be made from, label and words."""
        assert self.unit is not None
        signatory = self.names["signatory_name"] or texts.NO_SIGNATORY
        values = (
            str(self.folder),
            f"{self.source().path.name}. {self.read_words()}",
            f"{self.unit.name}, {self.unit.within}",
            self.names["issuing_agency"],
            self.names["parent_agency"],
            f"{self.names['signatory_post']} {signatory}".strip(),
            rule_words(self.rule),
            self._protection_words(),
        )
        return tuple(zip(texts.SUMMARY_ROWS, values, strict=True))

    def make(self) -> None:
        """Make the book on the worker: whole or not at all."""
        office, folder = self._office(), self.folder
        who = cleaned(self.names["preparer_name"]) or shared.NAMELESS_OFFICER
        ring = self.protection
        self._start(
            lambda tell: _make(folder, office, who, ring, tell), lambda _: self.made.emit(), self._on_not_made
        )

    def _protection_words(self) -> str:
        if self.protection is None:
            return texts.UNPROTECTED
        ring = self.protection.ring
        return texts.PROTECTED.format(name=ring.accounts[0].name, encrypts=ENCRYPTS[ring.encrypts].lower())

    def _start(
        self,
        work: Callable[[Tell], object],
        on_done: Callable[..., None],
        on_error: Callable[[Exception], None],
    ) -> None:
        self.busy = True
        self._worker.run(work, on_done, on_error).finished.connect(self._on_finished)

    def _office(self) -> NewOffice:
        assert self.unit is not None
        source = self.source()
        names = OfficeNames(**{key: cleaned(text) for key, text in self.names.items()})
        return NewOffice(self.index.lines, source.path.name, self.unit.code, source.day, names, self.rule)

    def _on_finished(self) -> None:
        self.busy = False

    def _on_read(self, index: UnitIndex, source: Source) -> None:
        self.index, self._read, self.unit = index, source, None
        self.units_read.emit()

    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.refused.emit(error)

    def _on_not_made(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.failed.emit(texts.FOLDER_REFUSED.format(folder=self.folder))
        elif is_known(error):
            self.failed.emit(error_text(error))
        else:
            raise error


_COUNTED = {"provinces": Level.PROVINCE, "districts": Level.DISTRICT, "communes": Level.COMMUNE}


def _read_index(source: Source, tell: Tell) -> UnitIndex:
    tell(texts.READING.format(name=source.path.name))
    lines = read_unit_list(source.path)
    tell(texts.ARRANGING.format(count=number_text(len(lines))))
    return UnitIndex(_checked(lines, source.path.name))


def _checked(lines: tuple[UnitLine, ...], name: str) -> tuple[UnitLine, ...]:
    clean, findings = check_units(lines)
    if findings:
        raise Refused(findings, name)
    return clean


def _usual_names(unit: Candidate) -> dict[str, str]:
    return names_text(offices.names_for(unit.name, unit.above[0] if unit.above else unit.name, unit.level))


def _make(folder: Path, office: NewOffice, who: str, ring: NewRing | None, tell: Tell) -> None:
    tell(texts.MAKING)
    make_book(folder, office, who=ring.ring.accounts[0].name if ring else who, protection=ring)
