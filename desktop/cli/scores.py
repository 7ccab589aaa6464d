"""`pcmd scores export` and `import`: score sheets go to communes as workbooks and come back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from db.rules.findings import Finding, Refused
from db.rules.periods import Span, parse_period
from db.rules.scoring.marks import APPRAISED, SELF
from db.rules.scoring.received_books import ReadBook
from db.rules.scoring.score_books import ScoreBook
from db.services import offices
from db.services.scoring import received, sending, sheets
from db.services.scoring.received import FileState, ReceivedPlan
from db.sessions import Session
from db.trouble import telling
from desktop.cli import score_texts as texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from exports.scores.naming import free_target
from exports.scores.reading import read_score_book
from exports.scores.workbook import write_score_book
from ui.common.finding_texts import finding_line, finding_text


def export(arguments: Namespace) -> Outcome:
    """Write the workbook of a commune, or of all into a folder."""
    column = APPRAISED if arguments.result else SELF
    with open_book(arguments) as book, book.reading() as session:
        if bool(arguments.unit and arguments.out) == bool(arguments.all):
            raise Refused([Finding("score_one_or_all", "--unit")])
        span = parse_period(str(arguments.year)).span(offices.cut_off(session))
        books = list(_books(session, arguments, span, column))
    written = []
    for item in books:
        target = free_target(arguments.all, item.head) if arguments.all else arguments.out
        with telling(target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
        write_score_book(item, target)
        written.append({"file": str(target), "unit": item.head.unit_code, "revision": item.head.revision})
    lines = [texts.WRITTEN.format(**item) for item in written]
    none = [] if lines else [texts.NONE_APPRAISED.format(year=arguments.year)]
    return Outcome({"files": written}, lines, none)


def load(arguments: Namespace) -> Outcome:
    """Take in what communes sent, all files or none; with `--dry-run` only tell."""
    read = [_read(path) for path in arguments.files]
    if arguments.dry_run:
        with open_book(arguments) as book, book.reading() as session:
            return _outcome(arguments, _plans(session, read), {})
    with open_book(arguments, lock=True) as book, book.writing(who=officer_of(book)) as session:
        plans = _plans(session, read)
        if _complaints(arguments, plans):
            return _outcome(arguments, plans, {})
        return _outcome(
            arguments, plans, {at: _take(session, arguments, item) for at, item in _in_order(plans)}
        )


def _books(session: Session, arguments: Namespace, span: Span, column: str) -> Iterator[ScoreBook]:
    if arguments.unit:
        unit = offices.unit_in_scope(session, arguments.unit, span, arguments.on)
        yield sending.score_book(session, unit_id=unit.id, year=arguments.year, column=column)
        return
    yield from sending.all_books(session, span, column)


def _read(path: Path) -> ReadBook | ReceivedPlan:
    try:
        return read_score_book(path)
    except Refused as refused:
        return received.unread(path.name, refused)


def _plans(session: Session, read: Sequence[ReadBook | ReceivedPlan]) -> list[ReceivedPlan]:
    today = date.today()
    return [
        item if isinstance(item, ReceivedPlan) else received.plan(session, item, today=today) for item in read
    ]


def _in_order(plans: Sequence[ReceivedPlan]) -> list[tuple[int, ReceivedPlan]]:
    """Return the files with their places, the communes' own sheets before results."""
    return sorted(enumerate(plans), key=lambda pair: pair[1].column == APPRAISED)


def _take(session: Session, arguments: Namespace, planned: ReceivedPlan) -> str:
    """Take a file, compared once more with what those before it brought; return where the sheet stands then."""
    again = received.plan(session, planned.read, today=date.today())
    reason = texts.REASON.format(name=planned.read.name)
    received.take_in(session, again, chosen=arguments.replace, reason=reason, today=date.today())
    assert again.sheet is not None
    return sheets.sheet(session, unit_id=again.sheet.unit.id, year=again.sheet.year).state


def _complaints(arguments: Namespace, plans: Sequence[ReceivedPlan]) -> list[str]:
    """Return a line for each finding, and for each choice that a person has not made."""
    lines = [finding_line(finding, item.read.name) for item in plans for finding in item.findings]
    for group in received.rivals(plans):
        lines += [finding_line(received.rival_finding(item, group), item.read.name) for item in group]
    if not arguments.replace:
        asked = ((item, finding) for item in plans for finding in received.choices(item))
        lines += [finding_line(finding, item.read.name) for item, finding in asked]
    return lines


def _outcome(arguments: Namespace, plans: Sequence[ReceivedPlan], stands: Mapping[int, str]) -> Outcome:
    lines: list[str] = []
    for at, item in enumerate(plans):
        lines += _lines(item, stands.get(at, ""))
    values = [_values(item, stands.get(at)) for at, item in enumerate(plans)]
    return Outcome({"files": values}, lines, _complaints(arguments, plans))


def _lines(planned: ReceivedPlan, stands: str) -> Iterator[str]:
    if planned.sheet is None:
        return
    said = {"source": planned.read.name, "unit": planned.sheet.unit.name, "year": planned.sheet.year}
    if stands and planned.state is not FileState.SAME:
        yield texts.TAKEN.format(**said, stands=texts.STANDS[stands])
    elif stands:
        yield texts.SAME.format(**said)
    else:
        yield texts.PLANNED.format(**said, state=texts.STATES[planned.state])
    yield from (finding_line(note, planned.read.name) for note in planned.notes)
    for item in planned.differences:
        column = texts.COLUMNS[item.column]
        words = {"code": item.code, "title": item.title, "here": item.here, "there": item.there}
        yield texts.DIFFERENCE.format(column=column, **words)


def _values(planned: ReceivedPlan, stands: str | None) -> dict[str, Any]:
    sheet = planned.sheet
    return {
        "file": planned.read.name,
        "unit": sheet.unit.code if sheet else None,
        "year": sheet.year if sheet else None,
        "state": str(planned.state),
        "sheet": stands,
        "verified": planned.read.is_verified,
        "asks": list(planned.asks),
        "findings": _plain(planned.findings),
        "notes": _plain(planned.notes),
        "differences": [asdict(item) for item in planned.differences],
    }


def _plain(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [
        {
            "place": item.place,
            "code": item.code,
            "value": item.value,
            "expected": item.facts.get("expected", ""),
            "message": finding_text(item),
        }
        for item in findings
    ]
