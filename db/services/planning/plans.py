"""Plans: what is listed, what is printed, which targets a year has."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session, selectinload

from db.records import Plan, PlanSection, Target, Task
from db.rules.findings import Unknown
from db.rules.formats import day_text, number_text
from db.rules.near_names import near_names
from db.rules.numbering import LETTERED, SCHEMES
from db.rules.plan_paper import (
    ANNEX_HOTSPOTS,
    ANNEX_MODELS,
    ANNEX_SHAPES,
    PaperMoney,
    PaperSignatory,
    PaperTarget,
    PaperTask,
    PlanPaper,
    Section,
)
from db.rules.target_days import Wanted
from db.rules.targets import Goal
from db.rules.text import sort_key
from db.services import office_names, offices
from db.services.offices import OfficeNames
from db.services.planning.plan_annexes import model_counts, removed_hotspots


@dataclass(frozen=True)
class PlanInfo:
    """A plan as a list shows it; `number` is as printed without the symbol."""

    id: int
    number: int | None
    symbol: str
    subject: str
    first_year: int
    last_year: int
    state: str


@dataclass(frozen=True)
class TargetInfo:
    """A target: its text as printed, what it asks for, the measure that tells how far it is (empty: none).

    `denominator` is the measure that it is divided by, `wanted` the goal with the years of its plan, `kept` the values
    kept by hand, by the period at whose end they held.
    """

    id: int
    text: str
    goal: Goal
    measure: str
    denominator: str
    wanted: Wanted
    kept: Mapping[str, Decimal]


def every(session: Session) -> tuple[PlanInfo, ...]:
    """Return all plans, the newest years first."""
    statement = select(Plan).order_by(Plan.first_year.desc(), Plan.number, Plan.id)
    return tuple(_info(plan) for plan in session.scalars(statement))


def by_id(session: Session, plan_id: int) -> PlanInfo:
    """Return a plan by its number in the book; raises Unknown."""
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise Unknown("plan", str(plan_id))
    return _info(plan)


def find(session: Session, number: str) -> PlanInfo:
    """Return the plan of a number, with its symbol or not (`05/KH-UBND`, `5`); raises Unknown with near numbers.

    Numbers begin anew each year: of several plans the one of the newest years is meant. A plan that has no number yet
    is named by its number in the book, `#3`.
    """
    known = [(written_number(plan.number, plan.symbol), plan) for plan in every(session)]
    by_id = {f"#{plan.id}": plan for _, plan in known}
    if number.strip() in by_id:
        return by_id[number.strip()]
    wanted = number.strip().lstrip("0")
    for written, plan in known:
        if wanted and wanted in (written.lstrip("0"), written.partition("/")[0].lstrip("0")):
            return plan
    names = tuple(dict.fromkeys(called(plan) for _, plan in known))
    raise Unknown("plan", number, near_names(number, names) or names[:3])


def called(plan: PlanInfo) -> str:
    """Return what a plan is called where one is named: number and symbol, without a number `#` and its place."""
    return f"#{plan.id}" if plan.number is None else written_number(plan.number, plan.symbol)


def written_number(number: int | None, symbol: str) -> str:
    """Write number and symbol as printed, `05/KH-UBND`; a plan without a number has only its symbol, or nothing."""
    if number is not None:
        return f"{number:02d}/{symbol}"
    return f"/{symbol}" if symbol else ""


def targets_of_year(session: Session, *, unit_id: int, year: int) -> tuple[TargetInfo, ...]:
    """Return the targets of a unit's plans of a year, in the order of their plans; drafts do not count yet."""
    return _targets(session, _with_plans().where(*_in_force(unit_id, year)))


def in_force(session: Session, *, unit_id: int, year: int) -> tuple[Plan, ...]:
    """Return a unit's plans of a year, drafts not counted; the year's own come after those of several years."""
    statement = select(Plan).where(*_in_force(unit_id, year))
    return tuple(session.scalars(statement.order_by(Plan.first_year, Plan.number, Plan.id)))


def tasks_of_year(session: Session, *, unit_id: int, year: int) -> tuple[Task, ...]:
    """Return the tasks of a unit's plans of a year, in the order of their plans; drafts do not count yet."""
    order = Plan.first_year, Plan.number, Plan.id, Task.position
    statement = select(Task).join(Plan).where(*_in_force(unit_id, year)).order_by(*order)
    return tuple(session.scalars(statement))


def targets_of_plan(session: Session, plan_id: int) -> tuple[TargetInfo, ...]:
    """Return the targets of a plan in its order, whatever the plan's state."""
    return _targets(session, _with_plans().where(Plan.id == plan_id))


def paper(session: Session, plan_id: int) -> PlanPaper:
    """Return a plan as it goes to paper, with its office's names of its day (a draft: of now); raises Unknown."""
    plan = session.get(Plan, plan_id)
    if plan is None:
        raise Unknown("plan", str(plan_id))
    office = offices.current(session)
    names = office_names.on_day(session, plan.issued_on, plan.unit_id)
    shapes = {section.shape for section in plan.sections}
    return PlanPaper(
        parent_agency=names.parent_agency,
        issuing_agency=names.issuing_agency,
        place=names.place,
        symbol=plan.symbol or names.symbol,
        subject=plan.subject,
        signatory=_signatory(plan, names),
        number=plan.number,
        issued_on=plan.issued_on,
        grounds=_lines(plan.grounds),
        sections=tuple(_section(section) for section in plan.sections),
        targets=tuple(_paper_target(target) for target in plan.targets),
        tasks=tuple(_paper_task(task) for task in plan.tasks),
        money_total=_money_total(plan.tasks),
        money=_money_by_source(plan.tasks),
        recipients=_lines(plan.recipients),
        scheme=SCHEMES.get(plan.scheme, LETTERED),
        sample=office.sample,
        models=model_counts(session, plan) if ANNEX_MODELS in shapes else (),
        hotspots=removed_hotspots(session, plan) if ANNEX_HOTSPOTS in shapes else (),
    )


def task_time(task: Task) -> str:
    """Write when a task is done, `01/03/2025 – 30/06/2025`; one day alone where the other is not known."""
    days = [day_text(day) for day in (task.starts_on, task.ends_on) if day is not None]
    return " – ".join(dict.fromkeys(days))


def _in_force(unit_id: int, year: int) -> tuple[ColumnElement[bool], ...]:
    return (
        Plan.unit_id == unit_id,
        Plan.first_year <= year,
        Plan.last_year >= year,
        Plan.state != "draft",
    )


def _info(plan: Plan) -> PlanInfo:
    return PlanInfo(
        plan.id, plan.number, plan.symbol or "", plan.subject, plan.first_year, plan.last_year, plan.state
    )


def _with_plans() -> Select[Target, Plan]:
    parts = selectinload(Target.years), selectinload(Target.values)
    order = Plan.first_year, Plan.number, Plan.id, Target.position
    return select(Target, Plan).join(Plan).options(*parts).order_by(*order)


def _targets(session: Session, statement: Select[Target, Plan]) -> tuple[TargetInfo, ...]:
    return tuple(_target(target, plan) for target, plan in session.execute(statement))


def _target(target: Target, plan: Plan) -> TargetInfo:
    goal, slices = _goal(target), {item.year: item.value for item in target.years}
    return TargetInfo(
        target.id,
        target.text,
        goal,
        target.measure or "",
        target.denominator or "",
        Wanted(goal, plan.first_year, plan.last_year, slices),
        {item.period: item.value for item in target.values},
    )


def _goal(target: Target) -> Goal:
    return Goal(
        operator=target.operator,
        value=target.value,
        value_to=target.value_to,
        measured_in=target.measured_in or "",
        every=target.every or "",
        base=target.base,
        spread=target.spread or "",
    )


def _signatory(plan: Plan, names: OfficeNames) -> PaperSignatory:
    return PaperSignatory(
        plan.authority or names.authority,
        plan.signatory_post or names.signatory_post,
        plan.signatory_name or names.signatory_name,
    )


def _section(section: PlanSection) -> Section:
    if section.shape in ANNEX_SHAPES:
        return Section(1, "annex", section.shape)
    shape, _, level = section.shape.partition("-")
    if not level:
        return Section(1, "targets" if shape == "targets" else "paragraph", section.text or "")
    return Section(int(level), "heading", section.text or "")


def _paper_target(target: Target) -> PaperTarget:
    return PaperTarget(target.text)


def _paper_task(task: Task) -> PaperTask:
    return PaperTask(
        content=task.content,
        group=task.group or "",
        lead=task.lead or "",
        joining=task.joining or "",
        time=task_time(task),
        product=task.product or "",
        money=_money(task),
        note=task.note or "",
    )


def _money(task: Task) -> str:
    if task.money_planned is None:
        return task.money_source or ""
    source = f" ({task.money_source})" if task.money_source else ""
    return f"{number_text(task.money_planned)} đồng{source}"


def _money_total(tasks: list[Task]) -> str:
    planned = [task.money_planned for task in tasks if task.money_planned is not None]
    return f"{number_text(sum(planned))} đồng" if planned else ""


def _money_by_source(tasks: list[Task]) -> tuple[PaperMoney, ...]:
    sums: dict[str, int] = defaultdict(int)
    for task in tasks:
        if task.money_planned is not None:
            sums[task.money_source or ""] += task.money_planned
    ordered = sorted(sums.items(), key=lambda item: sort_key(item[0]))
    return tuple(PaperMoney(source, f"{number_text(planned)} đồng") for source, planned in ordered)


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line for line in (text or "").splitlines() if line.strip())
