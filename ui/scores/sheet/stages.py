"""Where a sheet stands on its way: each stage with its level, who took it when, or until when it is to be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from db.rules.formats import day_text
from db.rules.scoring.chain import PAST, State, Step
from db.rules.scoring.marks import APPRAISED, SELF
from db.services.scoring.sheets import Sheet, StepInfo
from db.services.scoring.steps import missing
from ui.common.finding_texts import LEVELS
from ui.scores.sheet import step_texts as texts

_SCORING = (State.OPEN, State.RETURNED)
# The stages in order: the step that closes each, whose level it is, the name of its last day.
_STAGES: Mapping[str, tuple[Step, str, str]] = {
    "register": (Step.REGISTER, SELF, "registered"),
    "self": (Step.SUBMIT, SELF, ""),
    "submit": (Step.SUBMIT, SELF, SELF),
    "appraise": (Step.APPRAISE, APPRAISED, APPRAISED),
    "recognise": (Step.RECOGNISE, "recognised", "recognised"),
}
_DONE: Mapping[str, Callable[[Sheet], bool]] = {
    "register": lambda sheet: bool(sheet.registered_class),
    "self": lambda sheet: sheet.state in PAST[SELF],
    "submit": lambda sheet: sheet.state in PAST[SELF],
    "appraise": lambda sheet: sheet.state in PAST[APPRAISED],
    "recognise": lambda sheet: sheet.state is State.RECOGNISED,
}


@dataclass(frozen=True)
class Stage:
    """One stage in words; `is_current` is the one that the sheet waits at."""

    title: str
    level: str
    words: str
    is_done: bool
    is_current: bool
    is_late: bool


def stages(sheet: Sheet, today: date) -> tuple[Stage, ...]:
    """Return the stages of a sheet, in order."""
    waiting = _waiting(sheet)
    return tuple(_stage(sheet, key, waiting, today) for key in _STAGES)


def history(sheet: Sheet) -> tuple[str, ...]:
    """Return what was done with a sheet in words, the latest first."""
    return tuple(_told(sheet, info) for info in reversed(sheet.steps))


def remark(sheet: Sheet) -> str:
    """Return why the sheet stands where it does, where the way was not straight."""
    last = sheet.steps[-1] if sheet.steps else None
    if last is None or last.step not in texts.REMARKS:
        return ""
    return texts.REMARKS[last.step].format(day=day_text(last.on), who=last.who, reason=last.reason)


def _waiting(sheet: Sheet) -> str:
    if sheet.state in _SCORING:
        return "self" if missing(sheet, SELF) else "submit"
    return {State.SUBMITTED: "appraise", State.APPRAISED: "recognise"}.get(sheet.state, "")


def _stage(sheet: Sheet, key: str, waiting: str, today: date) -> Stage:
    step, role, due_key = _STAGES[key]
    is_done, due = _DONE[key](sheet), _due(sheet, due_key)
    # Nobody registers any more once the sheet was handed in.
    still = (
        not is_done and (key != "register" or sheet.state in _SCORING) and sheet.state is not State.WITHDRAWN
    )
    is_late = still and due is not None and due < today
    return Stage(
        texts.STAGES[key],
        _level(sheet, role),
        _words(sheet, key, _last(sheet, step) if is_done else None, due if still else None, is_late),
        is_done,
        key == waiting,
        is_late,
    )


def _words(sheet: Sheet, key: str, info: StepInfo | None, due: date | None, is_late: bool) -> str:
    if info is not None:
        done = texts.DONE.format(day=day_text(info.on), who=info.who)
        title = sheet.rule_set.class_title(info.class_code)
        if key == "self":
            return texts.ALL_ANSWERED
        return texts.DONE_WITH.format(title=title, done=done) if title else done
    if key == "self" and sheet.state in _SCORING:
        every = len(sheet.rule_set.asked)
        return texts.ANSWERED.format(count=every - len(missing(sheet, SELF)), all=every)
    if _DONE[key](sheet):  # Taken before steps were kept one by one.
        return texts.DONE_UNTOLD
    if due is None:
        return texts.WITHDRAWN if key == "recognise" and sheet.state is State.WITHDRAWN else texts.NOT_YET
    return (texts.LATE if is_late else texts.DUE).format(day=day_text(due))


def _told(sheet: Sheet, info: StepInfo) -> str:
    title = sheet.rule_set.class_title(info.class_code)
    parts = (
        texts.TAKEN[info.step],
        texts.OF_CLASS.format(title=title) if title else "",
        texts.NUMBERED.format(number=info.number) if info.number else "",
        texts.BECAUSE.format(reason=info.reason) if info.reason else "",
    )
    what = "".join(parts)
    return texts.HISTORY.format(day=day_text(info.on), what=what, who=info.who, at=day_text(info.at.date()))


def _due(sheet: Sheet, key: str) -> date | None:
    held = sheet.rule_set.due.get(key)
    return held.in_year(sheet.year) if held else None


def _level(sheet: Sheet, role: str) -> str:
    level = dict(sheet.chain).get(role)
    return LEVELS[str(int(level))] if level is not None else ""


def _last(sheet: Sheet, step: Step) -> StepInfo | None:
    return next((info for info in reversed(sheet.steps) if info.step is step), None)
