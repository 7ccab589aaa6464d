"""The state of an import from Excel: the file, how its columns are read, what would happen. No widgets."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from db.rules.backups import Why
from db.rules.encodings import Preview
from db.rules.findings import Finding, Refused
from db.rules.imports.codes import CodeDay
from db.rules.imports.head_keys import head_key
from db.rules.imports.tables import LEFT_OUT, Table, head_findings
from db.services import content, units
from db.services.imports import import_lists, import_mappings, importing
from db.services.imports.import_mappings import ImportMapping
from db.services.imports.importing import AS_FOUND, ImportPlan, RowState, UnitReading
from db.services.listing import listings
from db.sessions import Session
from exports.readers import record_lists
from exports.readers.record_lists import ListFile
from exports.record_templates import write_template
from ui.common.finding_texts import finding_text
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.imports import texts

if TYPE_CHECKING:
    pass

T = TypeVar("T")
_NOT_THERE = "unit_not_on_day_then"


class Stage(Enum):
    """What the officer looks at."""

    START = "which file"
    OLD_TEXT = "texts in an old encoding"
    MAPPING = "which column is which"
    RESULT = "what would happen"


class ImportPresenter(QObject):
    """Leads a file through its stages. `stage_changed` when there is another to show, `refused` where it is no list."""

    stage_changed = Signal()
    refused = Signal(object)
    imported = Signal()

    def __init__(self, workplace: Workplace, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.sheet = workplace.read(lambda session: content.import_sheet_of(session, kind))
        self.stage = Stage.START
        self.file: ListFile | None = None
        self.preview: Preview | None = None
        self.plan: ImportPlan | None = None
        self.mapping: dict[str, str] = {}
        self.mapping_name = ""
        self.remembered = ""
        self.units = AS_FOUND
        self.code_days = workplace.read(units.list_days)

    def read_file(self, path: Path) -> Job:
        """Read a file; a remembered mapping whose heads it has is used."""
        sheet = self.sheet
        self.mapping, self.mapping_name, self.remembered = {}, "", ""
        self.units = AS_FOUND

        def work(tell: Progress) -> ListFile:
            tell(texts.READING)
            return record_lists.read_list_file(path, sheet)

        return self._run(work, self._on_read)

    def convert(self) -> Job:
        """Put the old texts into Unicode and go on."""
        file, preview, sheet, mapping = self._file, self.preview, self.sheet, self.mapping
        assert preview is not None

        def work(tell: Progress) -> ListFile:
            tell(texts.READING)
            return record_lists.converted_file(file, preview.encoding, sheet, mapping)

        return self._run(work, self._on_unicode)

    def show_mapping(self) -> None:
        """Let the officer say which column is which."""
        self._show(Stage.MAPPING)

    def map_columns(self, mapping: Mapping[str, str], name: str) -> Job:
        """Read the columns as the officer says; the mapping is kept by its name with the import."""
        self.mapping, self.mapping_name = dict(mapping), name
        self.file = record_lists.with_mapping(self._file, self.sheet, mapping)
        return self.compare()

    def choose_codes(self, codes: CodeDay) -> Job:
        """Read the codes of units as they stand on the list of a day."""
        self.units = replace(self.units, codes=codes)
        return self.compare()

    def take_units(self) -> Job:
        """Let the units that were there on the days of the rows take the place of those that were not."""
        self.units = replace(self.units, takes=True)
        return self.compare()

    def takeable(self) -> int:
        """Return at how many cells a unit that was not there on the row's day can give way to the only one that was."""
        dated = bool(self.sheet.day)
        return sum(dated and item.code == _NOT_THERE for item in self.findings())

    def leave_out(self, column: str) -> Job:
        """Read the file without a column, called by the title of the template's."""
        key = next(item.key for item in self.sheet.columns if item.title == column)
        head = self._file.heads.titles[self._file.heads.columns[key]]
        self.mapping[head_key(head)] = LEFT_OUT
        self.file = record_lists.with_mapping(self._file, self.sheet, self.mapping)
        return self.compare()

    def compare(self) -> Job:
        """Compare the rows with the book; nothing is written."""
        file, book = self._file, self.workplace.book

        def work(tell: Progress) -> ImportPlan:
            table = record_lists.table_of(file, self.sheet)
            with book.reading() as session:
                return self._planned(session, table, tell)

        return self._run(work, self._on_compared)

    def store(self) -> Job:
        """Compare once more, for the book may have changed, and store all rows as one step."""
        file, sheet, book = self._file, self.sheet, self.workplace.book
        officer, kept, workplace = self.workplace.officer, self._kept_mapping(), self.workplace

        def work(tell: Progress) -> tuple[ImportPlan, int | None]:
            table = record_lists.table_of(file, sheet)
            workplace.keep_before(Why.IMPORT, officer, tell)
            with book.writing(who=officer) as session:
                plan = self._planned(session, table, tell)
                importing.store(session, plan, _telling(tell, texts.STORING))
                if kept is not None:
                    import_mappings.keep(session, sheet.kind, kept)
                session.flush()
                return plan, session.info.get("step_id")

        return self._run(work, self._on_stored)

    def write_marked(self, target: Path, tell: Progress) -> None:
        """Write the copy with what is wrong; called on any thread."""
        from exports.marked_copies import write_marked  # Only wanted now: it brings the editor of workbooks.

        tell(texts.DRAWING)
        told = ((item.place, item.value, finding_text(item)) for item in self.findings())
        write_marked(self._file, told, target)

    def write_template(self, target: Path, _: Progress) -> None:
        """Write an empty template; called on any thread."""
        office, day = self.workplace.office.unit.name, self.workplace.today
        with self.workplace.book.reading() as session:
            lists = import_lists.template_lists(session, self.sheet, day)
        write_template(self.sheet, lists, office, target)

    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong."""
        return self.plan.findings if self.plan is not None else ()

    def told(self) -> tuple[Finding, ...]:
        """Return what is wrong, then what would change, then what was told of the file."""
        plan = self.plan
        return (*plan.findings, *plan.taken, *plan.changes, *plan.table.notes) if plan is not None else ()

    def columns_to_leave_out(self) -> tuple[str, ...]:
        """Return the titles of columns without which the list could be taken."""
        return tuple(
            dict.fromkeys(item.facts["column"] for item in self.findings() if "column" in item.facts)
        )

    def missing(self) -> tuple[str, ...]:
        """Return the titles of needed columns that no head names."""
        return tuple(column.title for column in self._file.heads.missing(self.sheet))

    @property
    def _file(self) -> ListFile:
        assert self.file is not None
        return self.file

    def _kept_mapping(self) -> ImportMapping | None:
        if not self.mapping_name or not self.mapping:
            return None
        return ImportMapping(self.mapping_name, self.mapping, self.units.codes)

    def _planned(self, session: Session, table: Table, tell: Progress) -> ImportPlan:
        return importing.plan(
            session,
            self.sheet,
            table,
            today=self.workplace.today,
            units=self.units,
            tell=_telling(tell, texts.COMPARING),
        )

    def _on_read(self, file: ListFile) -> None:
        self.file, self.plan = file, None
        self.units = UnitReading(record_lists.codes_of(file))
        self.preview = record_lists.old_text(file)
        if self.preview is None:
            self._on_unicode(file)
        else:
            self._show(Stage.OLD_TEXT)

    def _on_unicode(self, file: ListFile) -> None:
        self.file, self.preview = file, None
        if any(head_findings(file.heads, self.sheet, file.place)):
            self._take_remembered(file)
        if any(head_findings(self._file.heads, self.sheet, file.place)):
            self._show(Stage.MAPPING)
        else:
            self.compare()

    def _take_remembered(self, file: ListFile) -> None:
        held = self.workplace.read(lambda session: import_mappings.of_kind(session, self.sheet.kind))
        for mapping in reversed(held):
            mapped = record_lists.with_mapping(file, self.sheet, mapping.columns)
            titles = set(map(head_key, mapped.heads.titles.values())) | {
                head for head, key in mapping.columns.items() if key == LEFT_OUT
            }
            if set(mapping.columns) <= titles and not mapped.heads.missing(self.sheet):
                self.file, self.mapping, self.remembered = mapped, dict(mapping.columns), mapping.name
                self.units = UnitReading(mapping.codes)
                return

    def _on_compared(self, plan: ImportPlan) -> None:
        self.plan = plan
        self._show(Stage.RESULT)

    def _on_stored(self, stored: tuple[ImportPlan, int | None]) -> None:
        self.plan, step_id = stored
        if step_id is not None:
            self.workplace.wrote(step_id, self.sheet.kind)
        counts = self.plan.counts
        words = texts.DONE.format(
            name=self._file.path.name,
            new=counts.get(RowState.NEW, 0),
            changed=counts.get(RowState.CHANGED, 0),
        )
        self.workplace.say(f"{words} {self._outside_words(step_id)}".rstrip())
        self.imported.emit()

    def _outside_words(self, step_id: int | None) -> str:
        """Say how many of the new rows the list does not show in the chosen period, nothing where it shows all."""
        if step_id is None:
            return ""
        span = self.workplace.span
        count = self.workplace.read(
            lambda session: listings.added_outside(session, self.sheet.kind, step_id, span)
        )
        return texts.OUTSIDE.format(count=count) if count else ""

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        self.stage_changed.emit()

    def _run(self, work: Callable[[Progress], T], on_done: Callable[[T], None]) -> Job:
        return self.workplace.worker.run(work, on_done, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def _telling(tell: Progress, words: str) -> Callable[[int, int], None]:
    return lambda done, every: tell(words.format(done=done, all=every))
