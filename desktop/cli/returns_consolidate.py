"""`pcmd returns consolidate`: add up the returns of the units below as the office's own."""

import json
from argparse import Namespace
from collections import Counter
from contextlib import ExitStack
from typing import Any

from db.rules.formats import plain_number
from db.rules.periods import Span, parse_period
from db.rules.returns.row_sources import RowOrigin
from db.services import offices
from db.services.returns import approving, at_once, hand_filling, sourced_filling, templates
from db.services.units import UnitInfo
from db.sessions import Session
from desktop.cli import consolidate_texts, texts
from desktop.cli.books import officer_of, open_book
from desktop.cli.outcome import Outcome
from ui.common.finding_texts import finding_line, finding_text

_TOLD = ("unit", "name", "source", "file", "of", "sha256", "period", "revision", "verified")


def run(arguments: Namespace) -> Outcome:
    """Add up, check, approve and write the return of a unit, of the office's own without one.

    From then on the returns of the units below are where that return comes from. Errors refuse it and nothing is
    written; warnings are told.
    """
    from exports.returns.writing import writer_of, writing_files

    period = parse_period(arguments.period)
    word = arguments.word.strip() or texts.RETURN_NO_WORD
    # The files take their places once the book has kept that they left.
    with (
        open_book(arguments, lock=True) as book,
        ExitStack() as placing,
        book.writing(who=officer_of(book)) as session,
    ):
        unit = _unit(session, arguments.unit, period.span(offices.current(session).cut_off))
        sourced_filling.take_over(session, set_code=arguments.set, unit=unit, period=period)
        hand = hand_filling.fill(session, set_code=arguments.set, unit=unit, period=period)
        number, filled, found = at_once.approve_hand(session, hand, word=word)
        write_book = writer_of(templates.stored(session, filled.set))
        placing.enter_context(writing_files(filled, arguments.out, arguments.pdf, write_book))
        approving.exported(session, number, file_name=arguments.out.name)
    sources = json.loads(hand.sources)
    values = {
        "file": str(arguments.out),
        "paper": str(arguments.pdf) if arguments.pdf else None,
        "set": filled.set.code,
        "unit": filled.unit_code,
        "period": filled.period,
        "revision": filled.revision,
        "check_code": filled.check_code,
        "rows": [{key: row[key] for key in _TOLD if key in row} for row in sources["rows"]],
        "missing": sources["missing"],
        "notes": list(filled.notes),
        "totals": {key: plain_number(value) for key, value in filled.control_totals.items()},
        "warnings": [
            {"code": item.code, "place": item.place, "message": finding_text(item)} for item in found
        ],
    }
    lines = [*_counts(values["rows"]), *filled.notes, texts.RETURN_EXPORTED.format(**values)]
    return Outcome(values, lines, warnings=list(map(finding_line, found)))


def _unit(session: Session, code: str | None, span: Span) -> UnitInfo:
    if code is None:
        return offices.current(session).unit
    return offices.unit_in_scope(session, code, span)


def _counts(rows: list[dict[str, Any]]) -> list[str]:
    counted = Counter(row["source"] for row in rows[1:])
    return [
        consolidate_texts.COUNTED[origin].format(count=counted[origin])
        for origin in RowOrigin
        if counted[origin]
    ]
