"""A return as the lists of the due board show it. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from db.rules.formats import Value, day_text
from db.rules.returns.due import DueState
from db.rules.text import folded
from db.services.returns.due import DueReturn
from ui.common.lists.columns import Column
from ui.common.lists.standing_cells import TONE_KEY
from ui.common.period_texts import period_title
from ui.common.return_due_texts import MISSING, STATES, clash_words, days_words
from ui.common.standing_texts import Tone
from ui.returns.due import texts

COLUMNS = (
    Column(texts.UNIT, "unit", 126),
    Column(texts.PERIOD, "period", 156),
    Column(texts.SET, "set", 158),
    Column(texts.CUT_OFF, "cut_off", 84, "center"),
    Column(texts.DUE, "due", 84, "center"),
    Column(texts.STATE, "state", 180),
    Column(texts.LEFT, "left", 104),
    Column(texts.NOTE, "note", 280),
)
CLASH_TONE = "clash_tone"
_FOUND_BY = ("unit", "period", "set", "state", "left", "note", "due")
# What was not begun by a unit below is something that did not come.
_BELOW = {**STATES, DueState.NOT_BEGUN: MISSING}


@dataclass(frozen=True)
class DueLine:
    """One return with its cells, and the words by which it is found; both are made when somebody looks."""

    id: int
    item: DueReturn

    @cached_property
    def cells(self) -> Mapping[str, Value]:
        return _cells(self.item)

    @cached_property
    def search(self) -> str:
        return folded(" ".join(str(self.cells[key]) for key in _FOUND_BY))


def _cells(item: DueReturn) -> dict[str, Value]:
    due = item.due
    return {
        "unit": item.unit.name,
        "period": period_title(due.period),
        "set": item.set_title,
        "cut_off": day_text(due.cut_off),
        "due": day_text(due.due),
        "state": state_words(item),
        "left": days_words(item.days_left) if item.is_open else "",
        "note": note_words(item),
        TONE_KEY: tone_of(item).value,
        CLASH_TONE: (Tone.SOON if due.clash else Tone.PLAIN).value,
    }


def state_words(item: DueReturn) -> str:
    """Return where a return stands, with the day since which it does."""
    standing = item.standing
    state = (STATES if item.is_own else _BELOW)[standing.state]
    if standing.on is None:
        return state
    return texts.STATE_ON.format(state=state, day=day_text(standing.on))


def note_words(item: DueReturn) -> str:
    """Return what clashes, and what an officer said of a return."""
    by_hand = texts.BY_HAND if item.standing.by_hand else ""
    return " ".join(part for part in (clash_words(item.due), by_hand, item.standing.note) if part)


def tone_of(item: DueReturn) -> Tone:
    """Return the colour of a return: late, due soon, done, or none yet."""
    if not item.is_open:
        return Tone.DONE
    if item.is_late or item.standing.state is DueState.REFUSED:
        return Tone.LATE
    return Tone.SOON if item.is_urgent else Tone.PLAIN


def short_words(item: DueReturn) -> str:
    """Return where a return stands in a cell of the matrix."""
    if item.standing.state is DueState.REFUSED:
        return STATES[DueState.REFUSED]
    if item.is_late:
        return texts.MATRIX_LATE.format(days=-item.days_left)
    return (STATES if item.is_own else _BELOW)[item.standing.state]


def told(item: DueReturn) -> str:
    """Return what names a return in a sentence."""
    period = period_title(item.due.period)
    return texts.ONE_RETURN.format(
        set=item.set_title, period=period[:1].lower() + period[1:], unit=item.unit.name
    )
