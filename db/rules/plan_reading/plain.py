"""A read plan as the plain values that `plans read --json` prints."""

from collections.abc import Callable, Mapping
from typing import Any

from db.rules.findings import Finding
from db.rules.formats import plain_number
from db.rules.plan_reading.result import ReadAnnex, ReadPlan, ReadTarget, ReadTask

Values = dict[str, Any]


def plain_plan(plan: ReadPlan, message: Callable[[Finding], str]) -> Values:
    """Return the values of one JSON document; `message` writes a warning in words. Blank is none, days are ISO."""
    number = plan.number
    return {
        "number": number.number if number else None,
        "symbol": number.symbol if number else None,
        "place": plan.place.text if plan.place else None,
        "issued_on": plan.issued_on.day.isoformat() if plan.issued_on else None,
        "subject": plan.subject.text if plan.subject else None,
        "years": list(plan.years) if plan.years else None,
        "grounds": [ground.text for ground in plan.grounds],
        "opening": [said.text for said in plan.opening],
        "sections": [
            {
                "label": item.label,
                "title": item.title,
                "level": item.level,
                "paragraphs": list(item.paragraphs),
            }
            for item in plan.sections
        ],
        "targets": [_target(target) for target in plan.targets],
        "tasks": [_task(task) for task in plan.tasks],
        "agencies": [{"name": item.name, "duties": list(item.duties)} for item in plan.agencies],
        "report_due": [{"period": item.period or None, "due": item.due} for item in plan.report_due],
        "recipients": [recipient.text for recipient in plan.recipients],
        "signatory": _signatory(plan),
        "annexes": [_annex(annex) for annex in plan.annexes],
        "warnings": [
            {"line": warning.line or None, "message": message(warning.finding)} for warning in plan.warnings
        ],
    }


def _target(target: ReadTarget) -> Values:
    quantity = target.quantity
    return {
        "text": target.text,
        "kind": quantity.kind,
        "operator": quantity.operator,
        "value": plain_number(quantity.value),
        "value_to": plain_number(quantity.value_to),
        "unit": quantity.unit or None,
        "section": target.section or None,
    }


def _task(task: ReadTask) -> Values:
    return {
        "text": task.text,
        "lead": task.lead or None,
        "joining": list(task.joining),
        "from": task.starts_on.isoformat() if task.starts_on else None,
        "to": task.ends_on.isoformat() if task.ends_on else None,
        "product": task.product or None,
    }


def _signatory(plan: ReadPlan) -> Mapping[str, str | None] | None:
    if plan.signatory is None:
        return None
    signatory = plan.signatory
    return {
        "authority": signatory.authority or None,
        "post": signatory.post or None,
        "name": signatory.name or None,
    }


def _annex(annex: ReadAnnex) -> Values:
    return {
        "title": annex.title,
        "columns": list(annex.columns),
        "rows": [list(row) for row in annex.rows],
        "total": list(annex.total),
    }
