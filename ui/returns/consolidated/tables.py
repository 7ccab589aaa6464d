"""The tables of consolidating: where each row comes from, and what the chosen figure was made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.rules.formats import Value, value_text
from db.rules.periods import parse_period
from db.rules.returns.row_sources import CellSource, RowOrigin, RowSource, SourceFile
from ui.common import theme
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.period_texts import period_title
from ui.returns.consolidated import texts

ROW_COLUMNS = (
    Column(texts.CODE, "code", 54, sortable=False),
    Column(texts.UNIT, "unit", 136, sortable=False),
    Column(texts.SOURCE, "source", 142, sortable=False),
    Column(texts.VERIFIED, "verified", 108, sortable=False),
    number_column(texts.REVISION, "revision", 46),
    Column(texts.FILE, "file", 260, sortable=False),
)
PART_COLUMNS = (
    Column(texts.UNIT, "unit", 136, sortable=False),
    number_column(texts.VALUE, "value", 78),
    Column(texts.CELL, "cell", 108, sortable=False),
    Column(texts.FILE, "file", 230, sortable=False),
    Column(texts.SOURCE, "source", 160, sortable=False),
    Column(texts.COLUMN, "column", 200, sortable=False),
)


@dataclass(frozen=True)
class Line:
    """A row of one of the tables."""

    id: int
    cells: Mapping[str, Value]


class LinesTable(QWidget):
    """A title, a sentence, and a table of lines."""

    def __init__(self, title: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[int, Line] = {}
        self.title, self.words = QLabel(title), QLabel()
        self.title.setFont(theme.strong(self.font()))
        self.words.setWordWrap(True)
        self.model = ListModel(columns, self._rows, self, muted="muted")
        self.table = RecordTable(self.model)
        self.table.setAccessibleName(title)
        self.title.setBuddy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)

    def show_lines(self, lines: Sequence[Line], words: str = "") -> None:
        """Show these lines under a sentence; what is chosen stays where it is."""
        self._lines = {line.id: line for line in lines}
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.model.show_ids(tuple(self._lines), {})

    def _rows(self, ids: tuple[int, ...]) -> Sequence[Line]:
        return [self._lines[item] for item in ids]


def row_line(source: RowSource) -> Line:
    """Return a line that tells where a unit's row comes from."""
    file = source.file
    cells: dict[str, Value] = {
        "code": source.unit.code,
        "unit": source.unit.name,
        "source": _source_words(source),
        "muted": source.origin is RowOrigin.MISSING,
    }
    return Line(source.unit.id, cells | _file_cells(file))


def part_line(number: int, part: CellSource, head: str) -> Line:
    """Return a line that tells of one source of a figure; `head` is that of its column."""
    cells: dict[str, Value] = {
        "unit": part.unit.name,
        "value": part.value,
        "source": origin_words(part.origin, part.file),
        "cell": part.cell,
        "column": head,
    }
    return Line(number, cells | _file_cells(part.file))


def origin_words(origin: RowOrigin, file: SourceFile | None) -> str:
    """Say whose word a row is; a return of another period names it."""
    return texts.ORIGINS[origin].format(unit=file.unit_name if file else "")


def counts_words(sources: Sequence[RowSource]) -> str:
    """Say how many rows come from where."""
    origins = [source.origin for source in sources[1:] if not source.unit.ended]
    return texts.COUNTS.format(
        returns=value_text(origins.count(RowOrigin.RETURN)),
        uppers=value_text(origins.count(RowOrigin.UPPER_RETURN)),
        records=value_text(origins.count(RowOrigin.RECORDS)),
        missing=value_text(origins.count(RowOrigin.MISSING)),
    )


def _source_words(source: RowSource) -> str:
    words = origin_words(source.origin, source.file)
    if source.unit.ended and source.file is not None:
        return texts.OF_PERIOD.format(origin=words, period=period_title(parse_period(source.file.period)))
    return texts.ENDED if source.unit.ended and source.origin is RowOrigin.MISSING else words


def _file_cells(file: SourceFile | None) -> dict[str, Value]:
    if file is None:
        return {"file": "", "revision": None, "verified": ""}
    verified = texts.YES if file.verified else texts.NO
    return {"file": file.name, "revision": file.revision, "verified": verified}
