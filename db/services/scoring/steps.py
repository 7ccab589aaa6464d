"""The chain of a sheet: registration, submission, return, appraisal, recognition, withdrawal; who did what when."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from db.records import ScoreSheet, ScoreStep
from db.rules.findings import Finding, Refused
from db.rules.rights import Right
from db.rules.scoring.chain import APPROVING, WAYS, Step, Taken, step_findings
from db.rules.scoring.marks import APPRAISED, SELF, differs
from db.services import rights
from db.services.borders import unit_days
from db.services.scoring.sheets import Sheet, new_sheet, sheet, stored_sheet

_FILLED_BY = {Step.SUBMIT: SELF, Step.APPRAISE: APPRAISED}


def take(session: Session, *, unit_id: int, year: int, taken: Taken, today: date) -> None:
    """Take a sheet one step on; a day may not be before that of the step before nor after `today`.

    Raises Refused with every finding: a step that is not open, answers that are missing, a class the set does not know,
    a class that differs from the appraised one without its reason. Raises NotAllowed for a step that approves.
    """
    if taken.step in APPROVING:
        rights.want(session, Right.APPROVE)
    now = sheet(session, unit_id=unit_id, year=year)
    last_on = now.steps[-1].on if now.steps else None
    findings = [*step_findings(now.state, taken, last_on, today), *_findings(now, taken)]
    if findings:
        raise Refused(findings)
    unit_days.refuse_other_years(session, unit_id, year, year)
    stored = stored_sheet(session, unit_id, year) or new_sheet(session, unit_id, year)
    stored.steps.append(
        ScoreStep(
            step=taken.step,
            on=taken.on,
            class_code=taken.class_code or None,
            number=taken.number or None,
            reason=taken.reason,
        )
    )
    stored.state = WAYS[taken.step].target or now.state
    _note(stored, taken)
    session.flush()


def missing(now: Sheet, column: str) -> tuple[str, ...]:
    """Return the codes of what has no answer in a column yet, in the order of the sheet."""
    return tuple(item.code for item in now.rule_set.asked if not now.mark(item.code).answer(column))


def unexplained(now: Sheet) -> tuple[str, ...]:
    """Return the codes of what the appraisers found otherwise without saying why, in the order of the sheet."""
    marks = [now.mark(item.code) for item in now.rule_set.asked]
    return tuple(mark.criterion for mark in marks if differs(now.rule_set, mark) and not mark.reason)


def _findings(now: Sheet, taken: Taken) -> Iterable[Finding]:
    if taken.step in _FILLED_BY:
        codes = missing(now, _FILLED_BY[taken.step])
        if codes:
            yield Finding("answers_missing", "step", ", ".join(codes), {"count": str(len(codes))})
    if taken.step is Step.APPRAISE:
        codes = unexplained(now)
        if codes:
            yield Finding("reasons_missing", "step", ", ".join(codes), {"count": str(len(codes))})
    if taken.class_code and not now.rule_set.class_title(taken.class_code):
        yield Finding("not_chosen", "class_code", taken.class_code)
    elif taken.step is Step.RECOGNISE and taken.class_code:
        appraised = now.result(APPRAISED).class_code or ""
        if taken.class_code != appraised and not taken.reason:
            yield Finding("class_differs", "reason", "", {"class": now.rule_set.class_title(appraised)})


def _note(stored: ScoreSheet, taken: Taken) -> None:
    """Keep on the sheet what lists and measures ask for."""
    if taken.step is Step.REGISTER:
        stored.registered_on, stored.registered_class = taken.on, taken.class_code
    elif taken.step is Step.SUBMIT:
        stored.self_on = taken.on
    elif taken.step is Step.APPRAISE:
        stored.appraised_on = taken.on
    elif taken.step is Step.RECOGNISE:
        stored.recognised_on, stored.recognised_class = taken.on, taken.class_code
        stored.decision_number = taken.number
    elif taken.step is Step.WITHDRAW:
        stored.recognised_on = stored.recognised_class = stored.decision_number = None
