"""The lists of plans and of their parts, with what no record holds: numbers as printed, progress, standing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.formats import Number, Value, number_text
from db.rules.targets import TargetKind, planned_text
from db.services.listing import listings
from db.services.listing.listings import ListRow
from db.services.planning import plans, progress, tasks
from db.services.planning.progress import TargetProgress
from db.services.planning.tasks import TaskLine
from db.sessions import Session
from ui.common.borders import causes_cell
from ui.common.lists.record_list import RecordList
from ui.common.lists.standing_cells import TONE_KEY
from ui.common.standing_texts import target_words, task_words
from ui.plans import evidence_texts, texts
from ui.plans.measures import measured_by

EVIDENCE_TONE = "evidence_tone"


class PlanList(RecordList):
    """Plans with number and years as printed."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return [_with(row, _printed(row.cells)) for row in super().rows(ids)]


class TargetList(RecordList):
    """The targets of a plan with what was done by the end of the chosen period."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return self._workplace.read(lambda session: self._rows(session, ids))

    def _rows(self, session: Session, ids: tuple[int, ...]) -> Sequence[ListRow]:
        workplace, plan_id = self._workplace, self.parent["plan_id"]
        listed = progress.of_plan(session, plan_id, workplace.period, workplace.today, workplace.borders)
        found = {item.id: item for item in listed}
        rows = listings.rows(session, "targets", ids)
        return [_with(row, _measured(session, row, found[row.id])) for row in rows if row.id in found]


class TaskList(RecordList):
    """The tasks of a plan with what is late, due soon, done."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return self._workplace.read(lambda session: self._rows(session, ids))

    def _rows(self, session: Session, ids: tuple[int, ...]) -> Sequence[ListRow]:
        today = self._workplace.today
        lines = {line.id: line for line in tasks.timeline(session, self.parent["plan_id"], today, ids)}
        rows = listings.rows(session, "tasks", ids)
        return [_with(row, _due(lines[row.id], today)) for row in rows if row.id in lines]


def _with(row: ListRow, cells: Mapping[str, Value]) -> ListRow:
    return replace(row, cells={**row.cells, **cells})


def _printed(cells: Mapping[str, Value]) -> Mapping[str, Value]:
    number, symbol = cells["number"], cells["symbol"]
    first, last = cells["first_year"], cells["last_year"]
    written = (
        plans.written_number(number, str(symbol or "")) if isinstance(number, int) else texts.NOT_NUMBERED
    )
    years = str(first) if first == last else texts.YEARS_BETWEEN.format(first=first, last=last)
    return {"number": written.rstrip("/"), "first_year": years}


def _measured(session: Session, row: ListRow, target: TargetProgress) -> Mapping[str, Value]:
    found = target.progress
    words, tone = target_words(found.standing, found.reason)
    return {
        "planned": planned_text(target.goal),
        "done": _done(target),
        "share": _shown(found.share),
        "standing": words,
        "forecast": found.forecast,
        "measure": measured_by(session, row.id),
        TONE_KEY: tone.value,
        **causes_cell(found.causes, "standing"),
    }


def _done(target: TargetProgress) -> Value:
    found = target.progress
    if target.goal.kind is not TargetKind.FREQUENCY or found.done is None:
        return _shown(found.done)
    return texts.KEPT_OF.format(kept=number_text(found.done), of=number_text(found.planned))


def _shown(number: Number | None) -> Number | None:
    return round(number, 1) if isinstance(number, Decimal) else number


def _due(line: TaskLine, today: date) -> Mapping[str, Value]:
    words, tone = task_words(line.standing, line.due, today)
    held, held_tone = evidence_texts.column_words(line)
    return {
        "ends_on": line.due or line.last,
        "standing": words,
        TONE_KEY: tone.value,
        "evidence": held,
        EVIDENCE_TONE: held_tone.value,
    }
