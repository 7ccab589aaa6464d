"""A commune's row as the board shows it: where its sheet stands, what is due, points, class, rank. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from db.rules.formats import Value, day_text, number_text
from db.rules.scoring.chain import State
from db.rules.scoring.due_steps import DueStep
from db.rules.text import folded, sort_key
from db.rules.units import bare_name
from db.services.scoring.board import BoardRow
from db.services.scoring.year_before import Before
from ui.common.borders import WHY, shown_number
from ui.common.borders_texts import DIFFERENT
from ui.common.standing_texts import Tone
from ui.scores.board import texts

STATE_TONE, STATE_ICON, DUE_TONE = "state_tone", "state_icon", "due_tone"
NOT_BEGUN = "not_begun"
_SOON_DAYS = 7
_WAITS_FOR_COMMUNE = (State.OPEN, State.RETURNED)
_TONES: Mapping[str, Tone] = {
    State.RETURNED: Tone.SOON,
    State.RECOGNISED: Tone.DONE,
    State.WITHDRAWN: Tone.LATE,
}


@dataclass(frozen=True)
class BoardLine:
    """One commune as the list shows it; its id is the unit's.

    `state` is that of the sheet, or NOT_BEGUN; `urgent` the step that is due first of all.
    """

    id: int
    cells: Mapping[str, Value]
    row: BoardRow
    state: str
    urgent: DueStep | None
    search: str = field(default="", compare=False)

    @property
    def wants_attention(self) -> bool:
        """Return whether the commune has not submitted, or something is late."""
        return self.row.is_late or (bool(self.row.due) and self.row.state in _WAITS_FOR_COMMUNE)


def line_of(number: int, row: BoardRow) -> BoardLine:
    state = row.state if row.begun else NOT_BEGUN
    urgent = min(row.due, key=lambda due: due.days, default=None)
    cells = {
        "number": number,
        "unit": row.unit.name,
        "state": texts.STATES[state],
        STATE_TONE: _TONES.get(state, Tone.PLAIN).value,
        STATE_ICON: state,
        "self_points": row.self_points,
        "appraised_points": row.appraised_points,
        "class": row.class_title,
        "difference": row.difference,
        **_before(row.before),
        "rank": row.rank,
        "streak": row.streak or None,
        **_due(row.due, urgent),
    }
    search = folded(" ".join((row.unit.name, texts.STATES[state], row.class_title, str(cells["due"]))))
    return BoardLine(row.unit.id, cells, row, state, urgent, search)


def sort_value(line: BoardLine, key: str, value: Value, classes: tuple[str, ...]) -> tuple[Decimal, str]:
    """Return what a row is ordered by: states and classes by their order, days by their number, words by letters."""
    if key == "state":
        return Decimal(tuple(texts.STATES).index(line.state)), ""
    if key == "class":
        return Decimal(classes.index(line.row.class_title)), ""
    if key == "due":
        return Decimal(line.urgent.days if line.urgent else 0), ""
    if isinstance(value, str):
        return Decimal(0), sort_key(bare_name(value))
    return (Decimal(value) if isinstance(value, int | Decimal) else Decimal(0)), ""


def days_words(due: DueStep) -> str:
    """Return how long a step is late or how long it still has."""
    if due.is_late:
        return texts.LATE.format(days=number_text(-due.days))
    return texts.LEFT.format(days=number_text(due.days)) if due.days else texts.TODAY


def due_words(due: DueStep) -> str:
    """Return a step with its last day and how far that is."""
    return texts.DUE_STEP.format(
        step=texts.DUE_STEPS[due.step], day=day_text(due.on), days=days_words(due).lower()
    )


def _due(due: tuple[DueStep, ...], urgent: DueStep | None) -> dict[str, Value]:
    if urgent is None:
        return {"due": ""}
    tone = Tone.LATE if urgent.is_late else Tone.SOON if urgent.days <= _SOON_DAYS else Tone.PLAIN
    told = "; ".join(map(due_words, due))
    return {"due": days_words(urgent), DUE_TONE: tone.value, "due" + WHY: told}


def _before(before: Before | None) -> dict[str, Value]:
    """Return the points of the year before, or why there are none, with the communes that had some."""
    if before is None:
        return {"before": None}
    cells = shown_number(before.points, before.gap, "before", DIFFERENT)
    parts = "; ".join(
        texts.BEFORE_PART.format(unit=name, points=number_text(points)) for name, points in before.parts
    )
    if parts:
        told = str(cells.get("before" + WHY, ""))
        cells["before" + WHY] = texts.BEFORE_WHY.format(why=told, parts=parts) if told else parts
    return cells
