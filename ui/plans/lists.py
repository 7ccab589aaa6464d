"""The lists of plans and of their parts, with what no record holds: numbers as printed, progress, standing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from db.rules.formats import Number, Value
from db.rules.standing import task_standing
from db.rules.targets import planned_text
from db.services import entries, listings, plans
from db.services.listings import ListQuery, ListRow
from db.sessions import Session
from ui.common.record_list import RecordList
from ui.common.standing_cells import TONE_KEY
from ui.common.standing_texts import target_words, task_words
from ui.plans import texts
from ui.plans.measures import measure_title
from ui.plans.outline import OutlineLine, outline
from ui.plans.progress import Progress, progress_of

LEVEL_KEY, HEADING_KEY = "level", "heading"


class PlanList(RecordList):
    """Plans with number and years as printed."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return [_with(row, _printed(row.cells)) for row in super().rows(ids)]


class SectionList(RecordList):
    """The sections of a plan as its outline."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        if not ids:
            return ()
        lines = self._workplace.read(self._outline)
        return [_with(row, _outlined(lines[row.id])) for row in super().rows(ids) if row.id in lines]

    def _outline(self, session: Session) -> dict[int, OutlineLine]:
        plan_id = self.parent["plan_id"]
        query = ListQuery("sections", where={"plan_id": plan_id})
        ordered = listings.matching_ids(session, query)
        return dict(zip(ordered, outline(plans.paper(session, plan_id)), strict=True))


class TargetList(RecordList):
    """The targets of a plan with what was done by the end of the chosen period."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return self._workplace.read(lambda session: self._rows(session, ids))

    def _rows(self, session: Session, ids: tuple[int, ...]) -> Sequence[ListRow]:
        rows = listings.rows(session, "targets", ids)
        known = [row.id for row in rows]
        found = progress_of(session, known, period=self._workplace.period, today=self._workplace.today)
        return [_with(row, _measured(session, row.id, found[row.id])) for row in rows]


class TaskList(RecordList):
    """The tasks of a plan with what is late, due soon, done."""

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        today = self._workplace.today
        return self._workplace.read(
            lambda session: [
                _with(row, _due(session, row.id, today)) for row in listings.rows(session, "tasks", ids)
            ]
        )


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


def _outlined(line: OutlineLine) -> Mapping[str, Value]:
    return {"outline": line.text, LEVEL_KEY: line.level, HEADING_KEY: line.is_heading}


def _measured(session: Session, target_id: int, progress: Progress) -> Mapping[str, Value]:
    words, tone = target_words(progress.standing)
    measure = entries.values_of(session, "targets", target_id)["measure"]
    return {
        "planned": planned_text(progress.goal),
        "done": _shown(progress.done),
        "share": _shown(progress.share),
        "standing": words,
        "measure": measure_title(session, measure) if measure else None,
        TONE_KEY: tone.value,
    }


def _shown(number: Number | None) -> Number | None:
    return round(number, 1) if isinstance(number, Decimal) else number


def _due(session: Session, task_id: int, today: date) -> Mapping[str, Value]:
    values = entries.values_of(session, "tasks", task_id)
    standing = task_standing(values["state"], values["ends_on"], today)
    words, tone = task_words(standing, values["ends_on"], today)
    return {"standing": words, TONE_KEY: tone.value}
