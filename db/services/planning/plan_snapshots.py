"""A whole plan as one JSON text, the words of such a text, and the way back to it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from db.records import Plan, PlanSection, Target, TargetShare, TargetValue, TargetYear, Task
from db.records.base import Base, Kept
from db.rules.formats import day_text, number_text
from db.rules.numbering import LETTERED, SCHEMES
from db.rules.plan_changes import PlanPart, PlanText, listed_place, section_places
from db.rules.plan_paper import ANNEX_SHAPES, Section
from db.rules.plan_states import PROGRESS
from db.rules.targets import Goal, planned_text
from db.services.entering import links
from db.services.entering.change_log import row_json, row_values

Rows = Mapping[str, list[dict[str, Any]]]

# Parents first: a row is added after the one it belongs to.
_PARTS: tuple[type[Base], ...] = (PlanSection, Target, TargetYear, TargetShare, TargetValue, Task)
_OF_TARGETS = (TargetYear, TargetShare, TargetValue)
# Handed down or reported whatever the plan says: an amendment neither tells of it nor takes it back.
_SINCE_ISSUED = (TargetShare, TargetValue)
_STAMPS = frozenset(("created_at", "created_by", "changed_at", "changed_by"))
_FIELD_NAMES = {
    "subject": "Trích yếu",
    "first_year": "Năm đầu",
    "last_year": "Năm cuối",
    "number": "Số",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "grounds": "Căn cứ",
    "recipients": "Nơi nhận",
    "authority": "Thẩm quyền ký",
    "signatory_post": "Chức vụ người ký",
    "signatory_name": "Người ký",
}
_TASK_LINES = {
    "group": "Nhóm: {}",
    "lead": "Chủ trì: {}",
    "joining": "Phối hợp: {}",
    "starts_on": "Từ ngày: {}",
    "ends_on": "Hạn: {}",
    "repeats": "Lặp lại: {}",
    "product": "Sản phẩm: {}",
    "money_planned": "Kinh phí: {} đồng",
    "money_source": "Nguồn: {}",
}
_REPEATS = {"monthly": "hằng tháng", "quarterly": "hằng quý", "yearly": "hằng năm", "once": ""}
_LEVEL, _YEAR = "Mức: {}", "Năm {year}: {value}"


def taken(session: Session, plan_id: int) -> str:
    """Return a plan with its parts as a JSON text; its amendments are no part of it."""
    rows = {Plan.__tablename__: [_plain(session.get_one(Plan, plan_id))]}
    for mapped in _PARTS:
        rows[mapped.__tablename__] = [_plain(row) for row in _held(session, mapped, plan_id)]
    return json.dumps(rows, ensure_ascii=False)


def words(text: str) -> PlanText:
    """Return what a plan says by its JSON text."""
    rows: Rows = json.loads(text)
    plan = rows[Plan.__tablename__][0]
    return PlanText(
        fields={name: _lines(plan[key]) for key, name in _FIELD_NAMES.items()},
        sections=_section_parts(_in_order(rows[PlanSection.__tablename__]), plan["scheme"]),
        targets=tuple(
            PlanPart(row["id"], _target_text(row, rows), listed_place("target", at))
            for at, row in enumerate(_in_order(rows[Target.__tablename__]), start=1)
        ),
        tasks=tuple(
            PlanPart(row["id"], _task_text(row), listed_place("task", at))
            for at, row in enumerate(_in_order(rows[Task.__tablename__]), start=1)
        ),
    )


def plan_of(text: str) -> dict[str, Any]:
    """Return the values of the plan itself from its JSON text."""
    rows: Rows = json.loads(text)
    return row_values(Plan, rows[Plan.__tablename__][0])


def restore(session: Session, plan_id: int, text: str) -> None:
    """Bring a plan back to its JSON text. What was reported of its tasks and targets, or handed down, stays."""
    rows: Rows = json.loads(text)
    back = _targets_to_come_back(session, plan_id, rows)
    for mapped in reversed(_PARTS):
        _drop_others(session, mapped, plan_id, rows)
    _set(session.get_one(Plan, plan_id), row_values(Plan, rows[Plan.__tablename__][0]))
    for mapped in _PARTS:
        for plain in rows[mapped.__tablename__]:
            if mapped not in _SINCE_ISSUED or plain["target_id"] in back:
                _put(session, mapped, row_values(mapped, plain))
        session.flush()
    session.expire_all()


def _plain(row: Base) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(row_json(row))
    return plain


def _held(session: Session, mapped: Any, plan_id: int) -> Iterable[Any]:
    statement = select(mapped).order_by(mapped.id)
    if mapped in _OF_TARGETS:
        return session.scalars(statement.join(Target).where(Target.plan_id == plan_id)).all()
    return session.scalars(statement.where(mapped.plan_id == plan_id)).all()


def _targets_to_come_back(session: Session, plan_id: int, rows: Rows) -> frozenset[int]:
    held = {row.id for row in _held(session, Target, plan_id)}
    return frozenset(row["id"] for row in rows[Target.__tablename__]) - held


def _drop_others(session: Session, mapped: type[Base], plan_id: int, rows: Rows) -> None:
    if mapped in _SINCE_ISSUED:
        return  # It goes only with its target.
    known = {row["id"] for row in rows[mapped.__tablename__]}
    others = [row for row in _held(session, mapped, plan_id) if row.id not in known]
    if mapped is Task:
        links.let_go(session, "tasks", [row.id for row in others])
    for row in others:
        session.delete(row)
    session.flush()


def _put(session: Session, mapped: type[Base], values: Mapping[str, Any]) -> None:
    row = session.get(mapped, values["id"])
    if row is None:
        session.add(mapped(**values))
    else:
        _set(row, values)


def _set(row: Base, values: Mapping[str, Any]) -> None:
    reported = PROGRESS["tasks"] if isinstance(row, Task) else frozenset()
    skipped = (_STAMPS if isinstance(row, Kept) else frozenset()) | reported
    for key in (column.key for column in inspect(type(row)).column_attrs):
        if key in values and key not in skipped:
            setattr(row, key, values[key])


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (row["position"], row["id"]))


def _lines(value: object) -> tuple[str, ...]:
    return () if value is None else tuple(line for line in str(value).splitlines() if line.strip())


def _section_parts(rows: list[dict[str, Any]], scheme: str) -> tuple[PlanPart, ...]:
    places = section_places(map(_section, rows), SCHEMES.get(scheme, LETTERED))
    return tuple(
        PlanPart(row["id"], row["text"] or "", place, row["shape"])
        for row, place in zip(rows, places, strict=True)
    )


def _section(row: Mapping[str, Any]) -> Section:
    if row["shape"] in ANNEX_SHAPES:
        return Section(1, "annex")
    shape, _, level = row["shape"].partition("-")
    if level:
        return Section(int(level), "heading")
    return Section(1, "targets" if shape == "targets" else "paragraph")


def _target_text(plain: Mapping[str, Any], rows: Rows) -> str:
    target = row_values(Target, plain)
    goal = Goal(target["operator"], target["value"], target["value_to"], target["measured_in"] or "")
    planned = planned_text(goal)
    lines = [target["text"], *([_LEVEL.format(planned)] if planned else [])]
    for row in _children(TargetYear, target["id"], rows):
        lines.append(_YEAR.format(year=row["year"], value=number_text(row["value"])))
    return "\n".join(lines)


def _children(mapped: type[Base], target_id: int, rows: Rows) -> list[dict[str, Any]]:
    found = (row for row in rows[mapped.__tablename__] if row["target_id"] == target_id)
    return [row_values(mapped, row) for row in found]


def _task_text(plain: Mapping[str, Any]) -> str:
    task = row_values(Task, plain)
    shown = {
        **task,
        "starts_on": day_text(task["starts_on"]),
        "ends_on": day_text(task["ends_on"]),
        "repeats": _REPEATS.get(task["repeats"], task["repeats"]),
        "money_planned": None if task["money_planned"] is None else number_text(task["money_planned"]),
    }
    return "\n".join(
        (task["content"], *(form.format(shown[key]) for key, form in _TASK_LINES.items() if shown[key]))
    )
