"""The evidence of the criterion that is looked at, how its files are found, what may be done with it. No widgets."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.attachments.keeping import FileState, located, state_of
from db.attachments.taking_in import Place, taking
from db.rules.attachments import Attachment
from db.rules.findings import Finding, Refused, Unknown
from db.services.entering.entries import Gone
from db.services.scoring import evidence, evidence_forward, sheets
from db.services.scoring.evidence import Evidence, Said
from db.services.scoring.evidence_forward import Offered
from db.services.scoring.sheets import Sheet
from db.sessions import Session
from db.trouble import TargetNotWritable
from ui.common.worker import Progress
from ui.common.workplace import Changed, Workplace
from ui.scores.evidence import texts

KIND = "scores"


@dataclass(frozen=True)
class Typed:
    """What an officer typed: the words, the file that is kept already, and one that is to be taken in its place."""

    said: Said
    file: Attachment | None = None
    source: Path | None = None


class EvidencePresenter(QObject):
    """Evidence of one criterion of a sheet; every change is a step of undo. `changed` when there is else to show."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.criterion = ""
        self.sheet: Sheet | None = None
        self._of_sheet: Mapping[str, tuple[Evidence, ...]] = {}
        self.states: dict[int, FileState] = {}
        workplace.changed.connect(self._on_changed)

    def show(self, unit_id: int | None, year: int, criterion: str) -> None:
        """Show the evidence of a criterion; nothing where no sheet is looked at."""
        if unit_id is None:
            self.sheet = None
        elif self.sheet is None or (self.sheet.unit.id, self.sheet.year) != (unit_id, year):
            self._read(unit_id, year)
        self.criterion = criterion
        self._look()

    @property
    def pieces(self) -> Sequence[Evidence]:
        return self._of_sheet.get(self.criterion, ()) if self.sheet is not None else ()

    @property
    def counts(self) -> dict[str, int]:
        """Return how much evidence each criterion of the sheet has; those without have no entry."""
        return (
            {code: len(pieces) for code, pieces in self._of_sheet.items()} if self.sheet is not None else {}
        )

    @property
    def is_open(self) -> bool:
        """Return whether evidence may be added and changed; not where no criterion is looked at."""
        return self.sheet is not None and evidence.is_open(self.sheet) and bool(self.title)

    @property
    def title(self) -> str:
        return evidence.titles(self.sheet).get(self.criterion, "") if self.sheet is not None else ""

    def piece(self, evidence_id: int) -> Evidence | None:
        return next((piece for piece in self.pieces if piece.id == evidence_id), None)

    def path(self, piece: Evidence) -> Path | None:
        """Return where the file of a piece is, only where it is as it came."""
        if piece.file is None or self._state(piece.file) is not FileState.WHOLE:
            return None
        return located(self.workplace.book.folder, piece.file.stored_name)

    def cautions(self, typed: Typed) -> tuple[Finding, ...]:
        """Return what in the words looks like a trace of a person."""
        name = typed.source.name if typed.source is not None else ""
        return self.workplace.read(lambda session: evidence.cautions(session, typed.said, name))

    def keep(
        self,
        typed: Typed,
        evidence_id: int | None,
        kept: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Add evidence, or change it; a file is copied on the worker while its row is written."""
        write = self._writing(typed, evidence_id)
        source, place = typed.source, self._place()
        book, officer = self.workplace.book, self.workplace.officer
        wrong = tuple(evidence.word_findings(typed.said, self.workplace.today))
        if wrong:
            failed(Refused(wrong))
            return
        if source is None:
            self._keep_words(lambda session: write(session, typed.file), kept, failed)
            return

        def work(tell: Progress) -> int:
            tell(texts.COPYING.format(name=source.name))
            with taking(book.folder, source, place) as file, book.writing(who=officer) as session:
                write(session, file)
                session.flush()
                return int(session.info.get("step_id", 0))

        def done(step_id: int) -> None:
            if step_id:
                self.workplace.wrote(step_id, KIND)
            else:
                # The same file once more: its row says what it said, but it may have been missing.
                self._look()
            kept()

        self.workplace.worker.run(work, done, failed)

    def remove(self, evidence_ids: Sequence[int]) -> None:
        self._write(lambda session: evidence.remove(session, evidence_ids))
        self.workplace.say(texts.REMOVED.format(count=len(evidence_ids)))

    def offered(self) -> tuple[int | None, tuple[Offered, ...]]:
        """Return the latest year before with evidence (none: no such year) and what of it would come."""
        assert self.sheet is not None
        unit_id, year = self.sheet.unit.id, self.sheet.year

        def read(session: Session) -> tuple[int | None, tuple[Offered, ...]]:
            before = evidence_forward.last_year(session, unit_id=unit_id, year=year)
            if before is None:
                return None, ()
            return before, evidence_forward.offered(session, unit_id=unit_id, from_year=before, year=year)

        return self.workplace.read(read)

    def bring(self, from_year: int, chosen: Collection[int]) -> None:
        """Copy evidence forward into this sheet."""
        assert self.sheet is not None
        unit_id, year, today = self.sheet.unit.id, self.sheet.year, self.workplace.today
        came: list[int] = []

        def act(session: Session) -> None:
            came.append(
                evidence_forward.copy_forward(
                    session, unit_id=unit_id, from_year=from_year, year=year, chosen=chosen, today=today
                )
            )

        self._write(act)
        self.workplace.say(texts.COPIED.format(count=sum(came), from_year=from_year))

    def _writing(self, typed: Typed, evidence_id: int | None) -> Callable[[Session, Attachment | None], None]:
        assert self.sheet is not None
        unit_id, year, criterion = self.sheet.unit.id, self.sheet.year, self.criterion
        today, said = self.workplace.today, typed.said

        def write(session: Session, file: Attachment | None) -> None:
            if evidence_id is not None:
                evidence.change(session, evidence_id, said=said, file=file, today=today)
                return
            evidence.add(
                session, unit_id=unit_id, year=year, criterion=criterion, said=said, file=file, today=today
            )

        return write

    def _keep_words(
        self, act: Callable[[Session], None], kept: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        try:
            self._write(act)
        except (Refused, Gone, TargetNotWritable) as error:
            failed(error)
        else:
            kept()

    def _write(self, act: Callable[[Session], None]) -> None:
        assert self.sheet is not None
        self.workplace.write(act, KIND, self.sheet.unit.id)

    def _place(self) -> Place:
        assert self.sheet is not None
        return Place(self.sheet.year, self.sheet.unit.code)

    def _on_changed(self, change: Changed) -> None:
        if self.sheet is None or change.kind != KIND or change.record_id not in (None, self.sheet.unit.id):
            return
        self._read(self.sheet.unit.id, self.sheet.year)
        self._look()

    def _read(self, unit_id: int, year: int) -> None:
        def read(session: Session) -> tuple[Sheet, Mapping[str, tuple[Evidence, ...]]]:
            found = evidence.of_sheet(session, unit_id=unit_id, year=year)
            return sheets.sheet(session, unit_id=unit_id, year=year), found

        try:
            self.sheet, self._of_sheet = self.workplace.read(read)
        except Unknown:  # No rule set of that year: the sheet beside this says so.
            self.sheet = None

    def _look(self) -> None:
        """Look after the files of what is shown, and of nothing else."""
        self.states = {piece.id: self._state(piece.file) for piece in self.pieces if piece.file is not None}
        self.changed.emit()

    def _state(self, file: Attachment) -> FileState:
        return state_of(self.workplace.book.folder, file.stored_name, file.sha256)
