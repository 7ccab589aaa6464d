"""The state of the due board: the returns of the chosen year, what of it is shown, what is said of them. No widgets."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from db.rules.returns.due import DueState
from db.rules.returns.schedules import OnceDue
from db.rules.text import folded, sort_key
from db.services.returns import due, due_marks, schedules
from db.services.returns.due import DueBoard, DueReturn
from db.services.returns.due_marks import Said
from db.sessions import Session
from ui.common.finding_texts import finding_text
from ui.common.forms.choosing import Option, option
from ui.common.workplace import Changed, Workplace
from ui.returns.due.lines import DueLine
from ui.returns.due.matrix import Matrix, MatrixRow, matrix_of

UNIT = "unit"
RETURNS, SCHEDULES = "returns", "schedules"
_KINDS = ("units", "office", SCHEDULES)
_Key = tuple[int, str, str, str]


class DuePresenter(QObject):
    """The returns of the chosen year, narrowed and ordered. `changed` after every reading, filter or order."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.board = DueBoard(workplace.year, workplace.today)
        self.matrix = Matrix()
        self.unit = str(workplace.office.unit.id)
        self.text, self.open_only = "", False
        self.sort, self.descending = "", False
        self.shown: tuple[int, ...] = ()
        self.shown_units: tuple[int, ...] = ()
        self._numbers: dict[_Key, int] = {}
        self._lines: dict[int, DueLine] = {}
        self._rows: dict[int, MatrixRow] = {}
        self._watched, self._stale = True, True
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._on_outdated)

    def reload(self) -> None:
        """Read the board anew."""
        self._stale = False
        year, today = self.workplace.year, self.workplace.today
        self.board = self.workplace.read(lambda session: due.board(session, year=year, on=today))
        self._lines = {line.id: line for line in map(self._line, self.board.returns)}
        self.matrix = matrix_of(self.board.below)
        self._rows = {row.id: row for row in self.matrix.rows}
        if self.unit and self.unit not in {item.code for item in self.units()}:
            self.unit = str(self.workplace.office.unit.id)
        self._arrange()

    def units(self) -> tuple[Option, ...]:
        """Return the units that can be chosen: the office's own first."""
        own, below = self.workplace.office.unit, {item.unit.id: item.unit for item in self.board.below}
        listed = sorted(below.values(), key=lambda unit: sort_key(unit.name))
        return tuple(option(str(unit.id), unit.name) for unit in (own, *listed))

    def notes(self) -> tuple[str, ...]:
        """Return what has to be known of the board."""
        return tuple(map(finding_text, self.board.notes))

    def lines(self, ids: Iterable[int]) -> Sequence[DueLine]:
        return [self._lines[number] for number in ids if number in self._lines]

    def rows(self, ids: Iterable[int]) -> Sequence[MatrixRow]:
        return [self._rows[number] for number in ids if number in self._rows]

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.open_only)

    def filter_text(self, text: str) -> None:
        self.text = text.strip()
        self._arrange()

    def choose(self, _key: str, code: str) -> None:
        """Show the returns of one unit by its number as digits, or those of all."""
        self.unit = code
        self._arrange()

    def want_open(self, wanted: bool) -> None:
        """Show only what is still to be sent, or everything again."""
        self.open_only = wanted
        self._arrange()

    def sort_by(self, key: str, descending: bool) -> None:
        self.sort, self.descending = key, descending
        self._arrange()

    def watch(self, watched: bool) -> None:
        """Follow changes while somebody looks; what changed meanwhile is read when somebody does again."""
        self._watched = watched
        if watched and self._stale:
            self.reload()

    def mark(self, items: Sequence[DueReturn], state: DueState, on: date, note: str) -> None:
        """Keep what is said of returns, all or nothing; raises Refused."""
        today = self.workplace.today

        def keep(session: Session) -> tuple[bool, ...]:
            said = [Said(item.unit.id, *item.due.key, state, on, note) for item in items]
            return tuple(due_marks.mark(session, each, today) for each in said)

        self._write(keep)

    def take_back(self, item: DueReturn) -> bool:
        """Take back what was said of a return; return whether anything had been."""
        said = (DueState.SENT, DueState.ACKNOWLEDGED)
        if not item.standing.by_hand and item.standing.state not in said:
            return False
        self._write(lambda session: (due_marks.take_back(session, item.unit.id, *item.due.key),))
        return True

    def add_once(self, once: OnceDue) -> None:
        """Add a thematic or ad hoc return; raises Refused."""
        self.workplace.write(lambda session: schedules.add_once(session, once), SCHEDULES)

    def remove_once(self, item: DueReturn) -> None:
        self.workplace.write(lambda session: schedules.remove_once(session, item.due.code), SCHEDULES)

    def set_options(self) -> tuple[Option, ...]:
        """Return the sets of forms that the office has."""
        titles = self.workplace.read(schedules.set_titles)
        return tuple(
            option(code, title) for code, title in {item.code: item.title for item in titles}.items()
        )

    def _write(self, keep: Callable[[Session], tuple[bool, ...]]) -> None:
        if not any(self.workplace.write(keep, RETURNS)):
            # What stands in an approved return is no step of undo, so nobody was told of it.
            self.workplace.refresh(RETURNS)

    def _line(self, item: DueReturn) -> DueLine:
        key = (item.unit.id, *item.due.key, item.due.code)
        return DueLine(self._numbers.setdefault(key, len(self._numbers) + 1), item)

    def _arrange(self) -> None:
        found = [line for line in self._lines.values() if self._is_wanted(line)]
        if self.sort:
            found.sort(key=self._order, reverse=self.descending)
        self.shown = tuple(line.id for line in found)
        self.shown_units = tuple(row.id for row in self.matrix.rows if self._is_unit_wanted(row))
        self.changed.emit()

    def _is_wanted(self, line: DueLine) -> bool:
        is_of_unit = self.unit in ("", str(line.item.unit.id))
        if not is_of_unit or (self.open_only and not line.item.is_open):
            return False
        return all(word in line.search for word in folded(self.text).split())

    def _is_unit_wanted(self, row: MatrixRow) -> bool:
        open_ones = row.earlier or any(item.is_open for item in row.returns.values())
        return bool(open_ones) or not self.open_only

    def _order(self, line: DueLine) -> tuple[date, int, str]:
        days = {"due": line.item.due.due, "cut_off": line.item.due.cut_off}
        words = "" if self.sort in ("left", *days) else sort_key(str(line.cells[self.sort]))
        left = line.item.days_left if self.sort == "left" else 0
        return days.get(self.sort, date.min), left, words

    def _on_changed(self, change: Changed) -> None:
        if change.kind.startswith("return") or change.kind in _KINDS:
            self._on_outdated()

    def _on_outdated(self) -> None:
        self._stale = True
        if self._watched:
            self.reload()
