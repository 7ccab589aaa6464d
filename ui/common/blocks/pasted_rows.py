"""A block that is to become rows of a list: which column is which field, what each row would be. No widgets."""

from collections.abc import Mapping, Sequence
from functools import partial

from db.rules.block_rows import has_head, match_heads
from db.rules.blocks import Texts, is_blank
from db.rules.entries import FieldKind
from db.rules.findings import Finding
from db.rules.stand_ins import UNIT_FACT
from db.services.entering import entry_blocks
from db.services.entering.entry_blocks import JudgedRow
from ui.common.forms.options import OptionSource
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace

_COLUMNS = "{name}/pasted/{width}"


class PastedRows:
    """The state of a paste. `rows` is judged anew by `read` after any change."""

    def __init__(
        self,
        workplace: Workplace,
        subject: RecordSubject,
        options: OptionSource,
        parent: Mapping[str, int],
        cells: Sequence[Texts],
    ) -> None:
        self._workplace, self.subject, self._options, self._parent = workplace, subject, options, parent
        self.cells = [list(row) for row in cells]
        self.has_head = has_head(cells, self._names())
        self.columns = self._proposed()
        self.skips_twins = True
        self.rows: tuple[JudgedRow, ...] = ()
        self.read()

    @property
    def width(self) -> int:
        return len(self.cells[0])

    @property
    def first(self) -> int:
        """Return the place of the first row that is no head."""
        return 1 if self.has_head else 0

    @property
    def fresh(self) -> list[JudgedRow]:
        """Return the rows that would be added."""
        return [row for row in self.rows if not (self.skips_twins and row.likely_twice)]

    @property
    def wrong(self) -> list[JudgedRow]:
        return [row for row in self.rows if row.findings]

    @property
    def twice(self) -> list[JudgedRow]:
        return [row for row in self.rows if row.likely_twice]

    @property
    def doubtful(self) -> list[JudgedRow]:
        """Return the rows that would be added but want a look."""
        return [row for row in self.fresh if row.cautions]

    def missing(self) -> list[str]:
        """Return the labels of required fields that no column holds."""
        held = {*self.columns, *self._fixed()}
        fields = self.subject.kind.fields
        return [
            self.subject.words.label(item.key) for item in fields if item.required and item.key not in held
        ]

    def choose(self, at: int, key: str) -> None:
        """Let a column hold a field; another column that held it holds none."""
        self.columns = ["" if held == key else held for held in self.columns]
        self.columns[at] = key
        self.read()

    def set_head(self, has: bool) -> None:
        self.has_head = has
        self.read()

    def set_cell(self, row: int, at: int, text: str) -> None:
        """Mend a cell of the block."""
        self.cells[row][at] = text
        self.read()

    def read(self) -> None:
        """Judge every row under the columns as they are chosen."""
        fixed = self._fixed()
        rows = [self._whole(row, tuple(fixed.values())) for row in self.cells[self.first :]]
        self.rows = self._workplace.read(
            partial(
                entry_blocks.read,
                kind=self.subject.name,
                rows=rows,
                columns=[*self.columns, *fixed],
                parent=self._parent,
                today=self._workplace.typing_day,
            )
        )

    def remedies(self) -> dict[tuple[int, int], str]:
        """Return the cells, by place of row and column, that name a unit for which another stood, and its name."""
        return {
            (row.row.number + self.first - 1, self.columns.index(finding.place)): finding.facts["then"]
            for row in self.rows
            for finding in row.findings
            if UNIT_FACT in finding.facts and finding.place in self.columns
        }

    def take_remedies(self) -> None:
        """Name in those cells the units that stood there on the days of their rows."""
        for (row, at), name in self.remedies().items():
            self.cells[row][at] = name
        self.read()

    def remember(self) -> None:
        """Propose these columns again for the next block of this width."""
        self._workplace.preferences.set_text(self._key(), " ".join(key or "-" for key in self.columns))

    def finding(self, row: JudgedRow, at: int) -> Finding | None:
        """Return what is wrong at a cell of the block."""
        return next((item for item in row.findings if item.place == self.columns[at]), None)

    def caution(self, row: JudgedRow, at: int) -> Finding | None:
        """Return what to look at in a cell of the block; it can be added all the same."""
        return next((item for item in row.cautions if item.place == self.columns[at]), None)

    def _whole(self, row: list[str], fixed: Texts) -> Texts:
        return tuple(row) if all(map(is_blank, row)) else (*row, *fixed)

    def _fixed(self) -> dict[str, str]:
        """Return what needs no column: the unit of an office that has but one."""
        found: dict[str, str] = {}
        for field in self.subject.kind.fields:
            if field.kind is FieldKind.UNIT and field.key not in self.columns:
                options = self._options.of(field)
                found |= {field.key: options[0].title} if len(options) == 1 else {}
        return found

    def _names(self) -> dict[str, tuple[str, ...]]:
        titles = {"unit_id" if item.key == "unit" else item.key: item.title for item in self.subject.columns}
        fields = [field.key for field in self.subject.kind.fields]
        return {key: tuple(filter(None, (self.subject.words.label(key), titles.get(key)))) for key in fields}

    def _proposed(self) -> list[str]:
        if self.has_head:
            return list(match_heads(self.cells[0], self._names()))
        keys = [field.key for field in self.subject.kind.fields]
        kept = self._workplace.preferences.text(self._key()).split()
        held = [key if key in keys else "" for key in kept] if len(kept) == self.width else keys
        return (held + [""] * self.width)[: self.width]

    def _key(self) -> str:
        return _COLUMNS.format(name=self.subject.name, width=self.width)
