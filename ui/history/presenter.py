"""The state of the log: which steps or deleted rows are shown, what was done in the chosen one. No widgets."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from db.rules.formats import Value, day_text, number_text
from db.services.entering.kinds import STORED
from db.services.history import bin as deleted
from db.services.history import logged_rows, steps
from db.services.history.logged_rows import LoggedRow
from db.services.history.logged_tables import logged_table
from db.services.history.steps import LoggedStep, LogQuery
from db.sessions import Session
from ui.common.forms.choosing import Option, option
from ui.common.worker import Job, Progress
from ui.common.workplace import Workplace
from ui.history import texts
from ui.history.words import deed_word, moment, step_words, table_word

_PAUSE_MS = 300
_FIRST_ROWS, _MORE_ROWS = 40, 200
_DAYS_BACK = {"today": 0, "week": 6, "month": 29}
_KIND_OF_TABLE = {stored.record.__tablename__: kind for kind, stored in STORED.items()}


@dataclass(frozen=True)
class ListedRow:
    """A step or a deleted row as the list shows it."""

    id: int
    cells: Mapping[str, Value]


class HistoryPresenter(QObject):
    """`changed` after every reading of the list. Words are searched for on the worker, the rest is there at once."""

    changed = Signal()

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.in_bin = False
        self.shown: tuple[int, ...] = ()
        self.text, self.span, self.who, self.kind = "", "period", "", ""
        self._job: Job | None = None
        self._is_seen = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.reload)
        workplace.changed.connect(lambda _: self._reload_seen())
        workplace.period_changed.connect(self._reload_seen)

    @property
    def narrowed(self) -> bool:
        return bool(self.text or self.who or self.kind)

    @property
    def query(self) -> LogQuery:
        """Return what is looked for."""
        first, last = self._days()
        return LogQuery(first, last, self.who, self.kind, self.text)

    @property
    def days_line(self) -> str:
        """Return the line under a printed list that names its days."""
        first, last = self._days()
        if first is None or last is None:
            return texts.ALL_DAYS
        return texts.DAYS.format(first=day_text(first), last=day_text(last))

    def officers(self) -> tuple[Option, ...]:
        return tuple(option(name, name) for name in self.workplace.read(steps.officers))

    def sensible_span(self) -> str:
        """Return the days to begin with: the chosen period, but not where what was just done lies in other days."""
        period = self.workplace.span
        around = (period.first, period.last)
        week = (self.workplace.today - timedelta(days=_DAYS_BACK["week"]), self.workplace.today)
        spans = {"period": around, "week": week}
        order = ("period", "week") if around[0] <= self.workplace.today <= around[1] else ("week", "period")
        return next((span for span in order if self._has_steps(*spans[span])), "")

    def reload(self) -> None:
        """Read the list anew."""
        self._is_seen = True
        self._pause.stop()
        query, find = self.query, deleted.deleted_ids if self.in_bin else steps.matching_ids
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if query.text:
            self._search(query, find)
        else:
            self._show(self.workplace.read(lambda session: find(session, query)))

    def show_bin(self, in_bin: bool) -> None:
        self.in_bin = in_bin
        self.reload()

    def filter_text(self, text: str) -> None:
        """Look for words once nothing more is typed."""
        if text.strip() != self.text:
            self.text = text.strip()
            self._pause.start()

    def filter_by(self, key: str, code: str) -> None:
        setattr(self, key, code)
        self.reload()

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListedRow]:
        read = _deleted_rows if self.in_bin else _listed_steps
        return self.workplace.read(lambda session: read(session, ids))

    def all_rows(self, most: int) -> list[ListedRow]:
        return list(self.rows(self.shown[:most]))

    def told(self, row_id: int, after: int = 0) -> tuple[LoggedRow, ...]:
        """Return the rows of a step that come after one of them, or a deleted row."""
        if self.in_bin:
            return self.workplace.read(lambda session: deleted.read(session, (row_id,)))
        most = _MORE_ROWS if after else _FIRST_ROWS
        return self.workplace.read(
            lambda session: logged_rows.of_step(session, row_id, after=after, most=most)
        )

    def row_count(self, row_id: int) -> int:
        """Return of how many rows a step is."""
        if self.in_bin:
            return 1
        (step,) = self.workplace.read(lambda session: steps.read(session, (row_id,)))
        return step.rows

    def bring_back(self, change_id: int) -> None:
        """Bring a deleted row back as one step of undo."""
        (row,) = self.told(change_id)
        root = logged_table(row.table).kind
        kind = _KIND_OF_TABLE.get(row.table, root)
        try:
            self.workplace.write(lambda session: deleted.bring_back(session, change_id), kind)
        except Exception as error:
            self.workplace.fail(error)
            return
        if root != kind:
            self.workplace.refresh(root)
        self.workplace.say(texts.BROUGHT_BACK.format(name=row.name or table_word(row.table)))

    def exported(self, most: int) -> tuple[list[LoggedRow], bool]:
        """Return the rows of all that is listed, the newest first, and whether they are all."""
        found: list[LoggedRow] = []
        with self.workplace.book.reading() as session:
            for at in range(0, len(self.shown), _MORE_ROWS):
                found += self._piece(session, self.shown[at : at + _MORE_ROWS])
                if len(found) > most:
                    return found[:most], False
        return found, True

    def _piece(self, session: Session, ids: tuple[int, ...]) -> tuple[LoggedRow, ...]:
        return deleted.read(session, ids) if self.in_bin else tuple(logged_rows.of_steps(session, ids))

    def _has_steps(self, first: date, last: date) -> bool:
        return bool(self.workplace.read(lambda session: steps.matching_ids(session, LogQuery(first, last))))

    def _search(
        self, query: LogQuery, find: Callable[[Session, LogQuery, Callable[[int], None]], tuple[int, ...]]
    ) -> None:
        book = self.workplace.book

        def work(tell: Progress) -> tuple[int, ...]:
            with book.reading() as session:
                return find(
                    session, query, lambda count: tell(texts.SEARCHING.format(count=number_text(count)))
                )

        def done(ids: tuple[int, ...]) -> None:
            # What was typed since is under way already.
            if query == self.query:
                self._job = None
                self._show(ids)

        self._job = self.workplace.worker.run(work, done, self.workplace.fail)

    def _show(self, ids: tuple[int, ...]) -> None:
        self.shown = ids
        self.changed.emit()

    def _reload_seen(self) -> None:
        if self._is_seen:
            self.reload()

    def _days(self) -> tuple[date | None, date | None]:
        today = self.workplace.today
        if self.span == "period":
            return self.workplace.span.first, self.workplace.span.last
        if self.span in _DAYS_BACK:
            return today - timedelta(days=_DAYS_BACK[self.span]), today
        return None, None


def _listed_steps(session: Session, ids: tuple[int, ...]) -> list[ListedRow]:
    found = steps.read(session, ids)
    taken_back = {step.id: step for step in steps.read(session, [s.reverts for s in found if s.reverts])}
    return [_listed_step(step, taken_back.get(step.reverts or 0)) for step in found]


def _listed_step(step: LoggedStep, reverted: LoggedStep | None) -> ListedRow:
    words = step_words(step, reverted)
    cells: dict[str, Value] = {"at": moment(step.at), "who": step.who, "what": words, "name": step.name}
    return ListedRow(step.id, {**cells, "rows": step.rows})


def _deleted_rows(session: Session, ids: tuple[int, ...]) -> list[ListedRow]:
    return [
        ListedRow(
            row.id,
            {"at": moment(row.at), "who": row.who, "what": deed_word(row), "name": row.name, "rows": None},
        )
        for row in deleted.read(session, ids)
    ]
