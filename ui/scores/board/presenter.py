"""The state of the board: the communes of a year with their results, narrowed, ordered, summed up. No widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from db.rules.findings import Refused, Unknown
from db.rules.formats import Value, day_text
from db.rules.periods import parse_period
from db.rules.scoring.rule_sets import CriterionGroup
from db.rules.text import folded
from db.services.scoring import board, class_gap, group_points
from db.services.scoring.board import Board, BoardRow
from db.services.scoring.class_gap import SheetGap
from db.services.scoring.group_points import Sums
from db.sessions import Session
from ui.common.workplace import Changed, Workplace
from ui.scores.board import texts
from ui.scores.board.lines import BoardLine, line_of, sort_value
from ui.scores.board.summary import NOTHING, Summary, summary_of
from ui.scores.board.views import GROUP, View, group_cells

_KINDS = ("scores", "units", "rule_sets")
_VIEW = "scores/view"
STATE, CLASS = "state", "class"


class BoardPresenter(QObject):
    """The communes of the chosen year. `changed` after every new reading, filter, order or other view.

    `summed_up` once the summary came after the rows.
    """

    changed = Signal()
    summed_up = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.text = ""
        self.chosen: dict[str, str] = {}
        self.attention = False
        self.sort, self.descending = "number", False
        kept = workplace.preferences.text(_VIEW)
        self.view = View(kept) if kept in tuple(View) else View.APPRAISED
        self.summary: Summary = NOTHING
        self.shown: tuple[int, ...] = ()
        self._board = Board(0, ())
        self._rows: dict[int, tuple[int, BoardRow]] = {}
        self._lines: dict[int, BoardLine] = {}
        self._sums: dict[int, Mapping[str, Sums]] = {}
        self._before: dict[int, Mapping[str, Decimal]] = {}
        self._watched, self._stale = True, False
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self.reload)
        workplace.borders_changed.connect(self.reload)

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.chosen or self.attention)

    @property
    def every(self) -> int:
        """Return how many communes there are, filtered or not."""
        return len(self._rows)

    @property
    def groups(self) -> tuple[CriterionGroup, ...]:
        """Return the groups that stand side by side, in the order of the rule set."""
        return self._board.groups

    @property
    def classes(self) -> tuple[str, ...]:
        """Return the classes of the year from the best down."""
        return self._board.classes

    def reload(self) -> None:
        """Read the board anew with its summary; points by group are read where somebody looks."""
        self._board = self.workplace.read(self._read)
        self.summary = self.workplace.read(self._summed_up)
        self._number()

    def read_head(self) -> None:
        """Read the board without its summary: what is seen first is painted first."""
        self.summary = NOTHING
        self._board = self.workplace.read(self._read)
        self._number()

    def sum_up(self) -> None:
        """Read the summary of a board that was read without it."""
        if self.summary is NOTHING:
            self.summary = self.workplace.read(self._summed_up)
            self.summed_up.emit()

    def _number(self) -> None:
        self._stale = False
        self._lines, self._sums, self._before = {}, {}, {}
        numbered = enumerate(self._board.rows, start=1)
        self._rows = {row.unit.id: (number, row) for number, row in numbered}
        self._arrange()

    def rows(self, ids: Iterable[int]) -> Sequence[BoardLine]:
        """Return rows with the points of their groups, as the view has them."""
        wanted = [unit_id for unit_id in ids if unit_id in self._rows]
        self._read_groups(wanted)
        return [self._with_groups(self._line(unit_id)) for unit_id in wanted]

    def line(self, unit_id: int) -> BoardLine | None:
        """Return a commune's row without its groups."""
        return self._line(unit_id) if unit_id in self._rows else None

    def gap(self, unit_id: int) -> SheetGap | None:
        """Return what a commune misses for the next class; nothing where no rule set is in force for it."""
        year = self.workplace.year
        try:
            return self.workplace.read(lambda session: class_gap.gap_of(session, unit_id=unit_id, year=year))
        except (Unknown, Refused):
            return None

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def choose(self, key: str, code: str) -> None:
        """Narrow by STATE or CLASS; an empty code takes the narrowing away."""
        self.chosen.pop(key, None)
        if code:
            self.chosen[key] = code
        self._arrange()

    def want_attention(self, wanted: bool) -> None:
        """Show only communes that have not submitted or are late, the latest first, or all again."""
        self.attention = wanted
        self._arrange()

    def look_at(self, view: View) -> None:
        """Show other numbers under the groups; the choice is remembered."""
        self.view = view
        self.workplace.preferences.set_text(_VIEW, view)
        self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self._arrange()

    def watch(self, watched: bool) -> None:
        """Follow changes while somebody looks; what changed meanwhile is read when somebody does again."""
        self._watched = watched
        if watched and self._stale:
            self._stale = False
            self.reload()

    def counted_until(self) -> str:
        """Return the words that say until which day the summary counts."""
        return texts.COUNTED_UNTIL.format(last=day_text(self.workplace.span.last))

    def _arrange(self) -> None:
        found = [
            unit_id for unit_id in self._rows if not self.narrowed or self._is_wanted(self._line(unit_id))
        ]
        self.shown = tuple(found if self.sort == "number" and not self.descending else self._sorted(found))
        if self.attention:
            self.shown = tuple(sorted(self.shown, key=self._days_left))
        self.changed.emit()

    def _sorted(self, found: Sequence[int]) -> Sequence[int]:
        """Put what has no value last, whichever way the others go."""
        lines = (
            self.rows(found) if self.sort.startswith(GROUP) else [self._line(unit_id) for unit_id in found]
        )
        values = {line.id: line.cells.get(self.sort) for line in lines}
        known = [line for line in lines if values[line.id] not in (None, "")]
        known.sort(key=lambda line: self._order(line, values[line.id]), reverse=self.descending)
        return [line.id for line in (*known, *(line for line in lines if values[line.id] in (None, "")))]

    def _days_left(self, unit_id: int) -> int:
        urgent = self._line(unit_id).urgent
        return urgent.days if urgent else 0

    def _line(self, unit_id: int) -> BoardLine:
        """Return a row, made when somebody looks at it for the first time."""
        if unit_id not in self._lines:
            self._lines[unit_id] = line_of(*self._rows[unit_id])
        return self._lines[unit_id]

    def _is_wanted(self, line: BoardLine) -> bool:
        chosen = {STATE: line.state, CLASS: line.row.class_title}
        return (
            all(word in line.search for word in folded(self.text).split())
            and all(chosen[key] == code for key, code in self.chosen.items())
            and (line.wants_attention or not self.attention)
        )

    def _order(self, line: BoardLine, value: Value) -> tuple[Decimal, str]:
        return sort_value(line, self.sort, value, self.classes)

    def _with_groups(self, line: BoardLine) -> BoardLine:
        sums, before = self._sums.get(line.id, {}), self._before.get(line.id, {})
        return replace(line, cells={**line.cells, **group_cells(self.view, self.groups, sums, before)})

    def _read_groups(self, ids: Sequence[int]) -> None:
        """Read the groups of rows that nobody looked at yet."""
        fresh = [unit_id for unit_id in ids if unit_id not in self._sums]
        if fresh:
            found = self.workplace.read(lambda s: group_points.points_by_group(s, self._board, fresh))
            self._sums |= {unit_id: found.get(unit_id, {}) for unit_id in fresh}
        earlier = [unit_id for unit_id in ids if unit_id not in self._before]
        if earlier and self.view is View.BEFORE:
            before = self.workplace.read(
                lambda s: group_points.points_by_group_before(s, self._board, earlier)
            )
            self._before |= {unit_id: before.get(unit_id, {}) for unit_id in earlier}

    def _read(self, session: Session) -> Board:
        workplace, span = self.workplace, self.workplace.span
        return board.board(
            session,
            unit_id=workplace.office.unit.id,
            span=span,
            today=workplace.today,
            before=parse_period(str(span.year - 1)).span(workplace.cut_off),
            borders=workplace.borders,
        )

    def _summed_up(self, session: Session) -> Summary:
        workplace, communes = self.workplace, len(self._board.rows)
        return summary_of(session, communes, unit_id=workplace.office.unit.id, span=workplace.span)

    def _on_changed(self, change: Changed) -> None:
        if change.kind in _KINDS and self._watched:
            self.reload()
        elif change.kind in _KINDS:
            self._stale = True
