"""The state of the screen of a province's own workbooks: the list, one file, how it looks filled. No widgets."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Finding, Refused
from db.rules.formats import Value
from db.rules.returns.forms import ReturnSet
from db.rules.returns.tags_book import Loss, TaggedBook
from db.rules.returns.tags_sheet import OwnWorkbook
from db.rules.text import folded
from db.services.content import of_kind
from db.services.returns import templates
from db.services.returns.templates import NewTemplate, TemplateInfo
from db.sessions import Session
from exports.returns.template_reading import TemplateFile, read_template
from ui.common.return_template_texts import LOSSES, WHOLE_BOOK
from ui.common.worker import Progress
from ui.common.workplace import Workplace
from ui.return_templates import texts
from ui.return_templates.meanings import Meanings

KIND = "return_templates"
_SET = "return_set"
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_CODE = 40

TagRow = tuple[str, str, str, str]


@dataclass(frozen=True)
class ListedTemplate:
    """A stored workbook as the list shows it."""

    id: int
    info: TemplateInfo
    cells: dict[str, Value]


def tag_rows(session: Session, book: TaggedBook) -> tuple[TagRow, ...]:
    """Return sheet, cell, text and meaning of each tagged cell."""
    meanings = Meanings(session)
    return tuple(
        (sheet.name, cell.at, cell.text, meanings.of_cell(cell.text))
        for sheet in book.sheets
        for cell in sheet.cells
    )


def loss_rows(losses: Sequence[Loss]) -> tuple[tuple[str, str], ...]:
    """Return the sheet and the words of each loss."""
    return tuple((loss.sheet or WHOLE_BOOK, LOSSES[loss.kind]) for loss in losses)


class TemplatesPresenter(QObject):
    """`changed` when the list is another; `looked` with what a workbook looks like filled."""

    changed = Signal()
    looked = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.text = ""
        self.shown: tuple[int, ...] = ()
        self._rows: dict[int, ListedTemplate] = {}
        workplace.changed.connect(lambda change: self.reload() if change.kind == KIND else None)

    @property
    def narrowed(self) -> bool:
        return bool(self.text)

    def reload(self) -> None:
        listed, titles = self.workplace.read(lambda session: (templates.listed(session), _titles(session)))
        self._rows = {item.id: ListedTemplate(item.id, item, _cells(item, titles)) for item in listed}
        self._arrange()

    def rows(self, ids: Iterable[int]) -> list[ListedTemplate]:
        return [self._rows[number] for number in ids if number in self._rows]

    def info(self, number: int) -> TemplateInfo:
        return self._rows[number].info

    def tags_of(self, number: int) -> tuple[TagRow, ...]:
        return self.workplace.read(lambda session: tag_rows(session, self.info(number).book))

    def every_tag(self) -> tuple[tuple[str, str], ...]:
        return self.workplace.read(lambda session: tuple(Meanings(session).every()))

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def look(self, number: int) -> None:
        """Fill a stored workbook on the worker."""
        info = self.info(number)
        head = ReturnSet(info.set_code, info.title, info.file_name, "", ())
        body = self.workplace.read(lambda session: templates.body_of(session, number))
        look_at(self.workplace, info.book, head, body, self.looked.emit, self.workplace.fail)

    def take_away(self, number: int) -> None:
        """Take a workbook away; one with returns is kept for them."""
        title = self.info(number).title
        is_gone = self.workplace.write_aside(lambda session: templates.take_away(session, number))
        self.workplace.refresh(KIND)
        self.workplace.say((texts.REMOVED if is_gone else texts.REMOVED_KEPT).format(title=title))

    def _arrange(self) -> None:
        wanted = folded(self.text).split()
        self.shown = tuple(
            number
            for number, item in self._rows.items()
            if all(word in folded(" ".join(map(str, item.cells.values()))) for word in wanted)
        )
        self.changed.emit()


class TakingPresenter(QObject):
    """Leads one file to the list. `changed` when another file was read, `taken` when it was kept."""

    changed = Signal()
    looked = Signal(object)
    refused = Signal(object)
    taken = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.file: TemplateFile | None = None
        self.findings: tuple[Finding, ...] = ()
        self.tags: tuple[TagRow, ...] = ()
        self.kept: int | None = None
        self.sets: tuple[tuple[str, str], ...] = workplace.read(_set_choices)

    @property
    def is_fine(self) -> bool:
        return self.file is not None and not self.findings

    @property
    def usual_day(self) -> date:
        """Return the first day of the chosen year: its returns are to be made from the workbook."""
        return date(self.workplace.year, 1, 1)

    def read(self, path: Path) -> None:
        """Read a file on the worker, and judge its tags; nothing is written."""
        book = self.workplace.book

        def work(tell: Progress) -> tuple[TemplateFile, tuple[Finding, ...], tuple[TagRow, ...]]:
            tell(texts.READING.format(name=path.name))
            file = read_template(path)
            with book.reading() as session:
                found = templates.findings_of(session, file.book, file.findings)
                return file, found, tag_rows(session, file.book)

        self.workplace.worker.run(work, self._on_read, self._on_failed)

    def look(self) -> None:
        """Fill the workbook on the worker with the figures of the office in the chosen period."""
        if self.file is not None and self.is_fine:
            head = ReturnSet("", "", self.file.name, "", ())
            look_at(self.workplace, self.file.book, head, self.file.body, self.looked.emit, self.refused.emit)

    def keep(self, set_code: str, title: str, since: date) -> tuple[Finding, ...]:
        """Keep the workbook as the forms of a set; return what stands in the way."""
        assert self.file is not None
        new = NewTemplate(
            set_code or code_of(title),
            title,
            self.file.name,
            self.file.sha256,
            self.file.body,
            self.file.book,
            since,
        )
        try:
            self.kept = self.workplace.write_aside(lambda session: templates.add(session, new))
        except Refused as refused:
            return refused.findings
        self.workplace.refresh(KIND)
        self.taken.emit()
        return ()

    def _on_read(self, read: tuple[TemplateFile, tuple[Finding, ...], tuple[TagRow, ...]]) -> None:
        self.file, self.findings, self.tags = read
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.refused.emit(error)
        else:
            self.workplace.fail(error)


def look_at(
    workplace: Workplace,
    book: TaggedBook,
    head: ReturnSet,
    body: bytes,
    on_done: Callable[[object], None],
    on_error: Callable[[Exception], None],
) -> None:
    """Fill a workbook on the worker and hand on its sheets as grids."""
    opened, unit, period = workplace.book, workplace.office.unit, workplace.period

    def work(tell: Progress) -> object:
        from exports.returns.template_writing import preview

        tell(texts.LOOKING)
        with opened.reading() as session:
            filled, layouts = templates.trial(session, book, head, unit=unit, period=period)
        return preview(filled, OwnWorkbook("", body, layouts))

    workplace.worker.run(work, on_done, on_error)


def code_of(title: str) -> str:
    """Make the code of a new set from its title."""
    return _NOT_PLAIN.sub("-", folded(title)).strip("-")[:_LONGEST_CODE].strip("-")


def _set_choices(session: Session) -> tuple[tuple[str, str], ...]:
    """Return code and title of each set that a workbook can stand for."""
    return tuple(_titles(session).items())


def _titles(session: Session) -> dict[str, str]:
    own = {item.set_code: item.title for item in templates.listed(session)}
    return {**own, **{item.code: item.title for item in of_kind(session, _SET)}}


def _cells(info: TemplateInfo, titles: dict[str, str]) -> dict[str, Value]:
    return {
        "set": titles.get(info.set_code, info.set_code),
        "title": info.title,
        "valid_from": info.valid_from,
        "valid_to": texts.WITHDRAWN if info.is_withdrawn else info.valid_to,
        "file_name": info.file_name,
        "returns": info.returns,
        "withdrawn": info.is_withdrawn,
    }
