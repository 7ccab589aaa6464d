"""The way of a sheet: registered, scored by the commune, submitted, appraised, recognised; returned, withdrawn.

Each step says from which states it may be taken, and what it needs. Which level takes it is data of the rule set.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.rules.findings import Finding
from db.rules.formats import day_text


class State(StrEnum):
    """Where a sheet stands. OPEN: the commune scores; RETURNED: it scores again."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPRAISED = "appraised"
    RECOGNISED = "recognised"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What takes a sheet on. REOPEN takes an appraisal that was closed up again."""

    REGISTER = "register"
    SUBMIT = "submit"
    RETURN = "return"
    APPRAISE = "appraise"
    REOPEN = "reopen"
    RECOGNISE = "recognise"
    WITHDRAW = "withdraw"


@dataclass(frozen=True)
class Way:
    """From which states a step leads to which (none: it stays), which level's it is, what has to be filled in."""

    sources: tuple[State, ...]
    target: State | None
    role: str
    needs: tuple[str, ...] = ()


_SCORING = (State.OPEN, State.RETURNED)
WAYS: Mapping[Step, Way] = {
    Step.REGISTER: Way(_SCORING, None, "self", ("class_code",)),
    Step.SUBMIT: Way(_SCORING, State.SUBMITTED, "self"),
    Step.RETURN: Way((State.SUBMITTED, State.APPRAISED), State.RETURNED, "appraised", ("reason",)),
    Step.APPRAISE: Way((State.SUBMITTED,), State.APPRAISED, "appraised"),
    Step.REOPEN: Way((State.APPRAISED,), State.SUBMITTED, "appraised", ("reason",)),
    Step.RECOGNISE: Way((State.APPRAISED,), State.RECOGNISED, "recognised", ("class_code", "number")),
    Step.WITHDRAW: Way((State.RECOGNISED,), State.WITHDRAWN, "recognised", ("reason",)),
}
# What who enters may not do alone; registering and submitting is the work of who enters.
APPROVING = frozenset(Step) - {Step.REGISTER, Step.SUBMIT}
# In which states a column may be filled in.
FILLED_IN: Mapping[str, tuple[State, ...]] = {"self": _SCORING, "appraised": (State.SUBMITTED,)}
# In which states a column is done: it counts in returns.
PAST: Mapping[str, tuple[State, ...]] = {
    "self": (State.SUBMITTED, State.APPRAISED, State.RECOGNISED, State.WITHDRAWN),
    "appraised": (State.APPRAISED, State.RECOGNISED, State.WITHDRAWN),
}


@dataclass(frozen=True)
class Taken:
    """A step as it is taken: on which day, for which class, under which number of a decision, why."""

    step: Step
    on: date
    class_code: str = ""
    number: str = ""
    reason: str = ""


def open_steps(state: State) -> tuple[Step, ...]:
    """Return the steps that can be taken from a state, in the order of the chain."""
    return tuple(step for step, way in WAYS.items() if state in way.sources)


def step_findings(state: State, taken: Taken, last_on: date | None, today: date) -> tuple[Finding, ...]:
    """Return what stands against a step: the state, something not filled in, a day out of order (same days may be)."""
    way = WAYS[taken.step]
    if state not in way.sources:
        return (Finding(f"step_not_from_{state}", "step", taken.step),)
    missing = [Finding("required", key) for key in way.needs if not getattr(taken, key).strip()]
    if taken.on > today:
        missing.append(Finding("day_ahead", "on", day_text(taken.on), {"last": day_text(today)}))
    elif last_on is not None and taken.on < last_on:
        missing.append(Finding("day_before_step", "on", day_text(taken.on), {"first": day_text(last_on)}))
    return tuple(missing)


def closed_finding(state: State, column: str) -> Finding | None:
    """Return why a column cannot be filled in now, nothing where it can."""
    if state in FILLED_IN[column]:
        return None
    return Finding(f"sheet_is_{state}", f"{column}_answer")
