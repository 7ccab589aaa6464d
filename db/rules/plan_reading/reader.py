"""Read a received plan: the stages in their order, and the warnings of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from db.rules.findings import Finding
from db.rules.plan_reading import (
    agencies,
    annexes,
    grounds,
    heads,
    joining,
    outlines,
    reports,
    targets,
    tasks,
)
from db.rules.plan_reading.blocks import Source
from db.rules.plan_reading.cleaning import is_upper, key
from db.rules.plan_reading.endings import left_over, recipients_of, signatory_of
from db.rules.plan_reading.layout import Layout, laid_out
from db.rules.plan_reading.outlines import Outline
from db.rules.plan_reading.recognising import ENOUGH, plan_score
from db.rules.plan_reading.result import ReadDay, ReadNumber, ReadPlan, ReadText, ReadWarning

# `(Kèm theo Quyết định số …)` stands below the subject of a plan without a head of its own.
_OPENING_LINES = 8
Head = tuple[ReadNumber | None, ReadText | None, ReadDay | None, int | None]


def read_plan(source: Source, year: int | None = None) -> ReadPlan:
    """Read what a text says of a plan; a text that is no plan gives a warning and nothing else.

    `year` is taken where the text names no year of its own, and is not certain.
    """
    layout = laid_out(source.blocks)
    subject = heads.subject_of(layout.title, layout.body) if layout.title else heads.Subject(None, 0)
    read = outlines.outline(joining.whole_paragraphs(layout.body[subject.taken :]))
    if plan_score(layout, read) < ENOUGH:
        return ReadPlan(warnings=tuple(_no_plan(layout, source)))
    head = _head(layout)
    years, sure = _years(subject.text, head, year)
    plan = _whole(layout, read, head, subject.text, years, sure, source)
    return _with_warnings(plan, [*_year_warnings(plan, year), *plan.warnings])


def _whole(
    layout: Layout, read: Outline, head: Head, subject: ReadText | None,
    years: tuple[int, int] | None, sure: bool, source: Source,
) -> ReadPlan:  # fmt: skip
    number, place, issued_on, _ = head
    tables = annexes.tables_of(layout.annexes)
    found_targets = targets.targets_of(read, tables)
    found_agencies = agencies.agencies_of(read)
    recipients = recipients_of(layout.end) or recipients_of(layout.head)
    signatory = signatory_of(layout.end) or signatory_of(layout.head)
    behind = (*left_over(layout.end, recipients, signatory), *layout.annexes)
    found_annexes = annexes.annexes_of(behind, read)
    found_tasks = tasks.tasks_of(read, tables, years)
    found_reports = reports.reports_of(read, years)
    plan = ReadPlan(
        number, place, issued_on, subject, years, sure,
        _grounds(layout, read), outlines.sections(read), found_targets, found_tasks, found_agencies,
        found_reports, recipients, signatory, found_annexes, opening=grounds.opening_of(read.before_headings),
    )  # fmt: skip
    warnings = [
        *_head_warnings(plan), *_source_warnings(source), *outlines.warnings(read), *targets.warnings_of(found_targets),
        *tasks.warnings_of(found_tasks), *agencies.warnings_of(found_agencies),
        *reports.warnings_of(found_reports), *annexes.warnings_of(found_annexes),
        *_end_warnings(plan),
    ]  # fmt: skip
    return _with_warnings(plan, warnings)


def _grounds(layout: Layout, read: Outline) -> tuple[ReadText, ...]:
    """The grounds before the first heading, below one of their own, or of the decision that issues the plan."""
    before = takewhile(lambda line: not key(line.text[:10]).startswith("dieu 1"), layout.head)
    lines = [line for line in before if not is_upper(line.text)]
    cover = [piece for piece in joining.whole_paragraphs(lines) if isinstance(piece, joining.Piece)]
    own = grounds.grounds_of(read.before_headings)
    return own or grounds.grounds_below(read.root) or grounds.grounds_of(cover)


def _head(layout: Layout) -> Head:
    number = heads.number_of(layout.head)
    place, issued_on, year = heads.place_and_day(layout.head)
    opening = annexes.lines_of(layout.body[:_OPENING_LINES])
    attached = heads.attached_number((*opening, *annexes.lines_of(layout.annexes)))
    if number is None and attached is not None:
        number, issued_on = attached[0], issued_on or attached[1]
    return number, place, issued_on, year or (issued_on.day.year if issued_on else None)


def _years(subject: ReadText | None, head: Head, year: int | None) -> tuple[tuple[int, int] | None, bool]:
    named = heads.years_of(subject.text) if subject else None
    until = heads.years_until(subject.text, head[3]) if subject else None
    if until:
        return until, False
    if named:
        return named, True
    single = year or head[3]
    return ((single, single), False) if single else (None, False)


def _no_plan(layout: Layout, source: Source) -> Iterator[ReadWarning]:
    if not any(line.strip() for line in source.lines):
        yield ReadWarning(0, Finding("plan_empty"))
    elif layout.other:
        yield ReadWarning(0, Finding("plan_other_document", value=layout.other))
    else:
        yield ReadWarning(0, Finding("plan_not_a_plan"))


def _head_warnings(plan: ReadPlan) -> Iterator[ReadWarning]:
    line = plan.number.place.first if plan.number else 0
    if plan.number is None:
        yield ReadWarning(0, Finding("plan_number_missing"))
    elif plan.number.number is None:
        yield ReadWarning(line, Finding("plan_number_blank", value=plan.number.symbol))
    elif not plan.number.certain:
        yield ReadWarning(line, Finding("plan_number_from_annex", value=plan.number.number))
    if plan.issued_on is None:
        yield ReadWarning(plan.place.place.first if plan.place else 0, Finding("plan_day_blank"))
    if plan.subject is None:
        yield ReadWarning(0, Finding("plan_subject_missing"))
    if not plan.years_certain:
        years = "" if plan.years is None else str(plan.years[0])
        yield ReadWarning(0, Finding("plan_years_unsure" if years else "plan_years_missing", value=years))


def _year_warnings(plan: ReadPlan, year: int | None) -> Iterator[ReadWarning]:
    if year and plan.years and not plan.years[0] <= year <= plan.years[1]:
        named = "–".join(dict.fromkeys(map(str, plan.years)))
        line = plan.subject.place.first if plan.subject else 0
        yield ReadWarning(line, Finding("plan_years_other", value=named, facts={"asked": str(year)}))


def _source_warnings(source: Source) -> Iterator[ReadWarning]:
    yield from (ReadWarning(0, finding) for finding in source.findings)
    if source.encoding != "unicode":
        yield ReadWarning(0, Finding("plan_encoding_converted", value=source.encoding))


def _end_warnings(plan: ReadPlan) -> Iterator[ReadWarning]:
    for items, code in (
        (plan.sections, "plan_no_sections"),
        (plan.targets, "plan_no_targets"),
        (plan.agencies, "plan_no_agencies"),
        (plan.recipients, "plan_no_recipients"),
    ):
        if not items:
            yield ReadWarning(0, Finding(code))
    if plan.signatory is None or not plan.signatory.name:
        line = plan.signatory.place.first if plan.signatory else 0
        yield ReadWarning(line, Finding("plan_signatory_missing"))


def _with_warnings(plan: ReadPlan, warnings: Sequence[ReadWarning]) -> ReadPlan:
    return replace(plan, warnings=tuple(sorted(warnings, key=lambda warning: warning.line)))
