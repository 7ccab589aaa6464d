"""All measures of one year, beside SQL's own counting of the tables that they read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sqlalchemy import text

from db.rules.measures import MeasureRef
from db.rules.periods import DECREE_09, Span, parse_period
from db.services import content, units
from db.services.measuring import measures
from db.sessions import Book, Session
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR
from tests.benchmarks.rows import Row
from tests.benchmarks.sampling import Contender, in_turns, timed

_WORK = "all measures, one year"
_REASON = (
    "SQLite answers a bare count(*) from the page headers of a table's smallest index and visits no row. The measures "
    "visit every row of the year: sums over outreach, inspections and figures, the rosters of all sessions and who of "
    "them is female. Beside the same count(*) made to pass over the tables, and not their indexes, the limit is met."
)
# Every table that a measure reads, with the condition that leaves the year's rows.
_TABLES: Mapping[str, str] = {
    "outreach_activity": "held_on BETWEEN :first AND :last",
    "training_session": "ends_on BETWEEN :first AND :last",
    "attendance": "session_id IN (SELECT id FROM training_session WHERE ends_on BETWEEN :first AND :last)",
    "official": "",
    "score_sheet": "year = :year",
    "task": "ends_on BETWEEN :first AND :last",
    "plan": "first_year <= :year AND last_year >= :year",
    "unit": "",
    "establishment": "",
    "workforce": "",
    "commitment": "",
    "inspection": "held_on BETWEEN :first AND :last",
    "handling": "inspection_id IN (SELECT id FROM inspection WHERE held_on BETWEEN :first AND :last)",
    "hotspot": "",
    "hotspot_event": "happened_on BETWEEN :first AND :last",
    "commune_model": "",
    "model_year": "year = :year",
    "figure": "first_on >= :first AND last_on <= :last",
}


def measure_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Measure on the book in a folder; three readings of "one pass of `count(*)`"."""
    span = parse_period(str(LAST_YEAR - 1)).span(DECREE_09)
    with Book(folder, lock=False) as book, book.reading() as session:
        samples = in_turns(
            {
                "own": _answering(session, span),
                "count": _counting(session, span, "SELECT count(*) FROM {table}"),
                "visit": _counting(session, span, "SELECT count(*) FROM {table} NOT INDEXED"),
                "year": _counting(session, span, "SELECT count(*) FROM {table} WHERE {year}"),
            },
            rounds,
        )
    yield Row(
        _WORK,
        "`SELECT count(*) FROM t`, one statement for each of the eighteen tables",
        5,
        samples.pairs("own", "count", "whole"),
        reason=_REASON,
    )
    yield Row(
        _WORK,
        "`SELECT count(*) FROM t NOT INDEXED`: the same statements made to pass over the tables themselves",
        5,
        samples.pairs("own", "visit", "whole"),
    )
    yield Row(
        _WORK,
        "`SELECT count(*)` of the year's rows only (a range of an index that holds nothing else)",
        None,
        samples.pairs("own", "year", "whole"),
    )


def _answering(session: Session, span: Span) -> Contender:
    unit_id = units.find(session, DISTRICT, span.last).id
    refs = [MeasureRef(measure) for measure in content.measure_catalogue(session).values()]
    return timed(lambda: measures.answers(session, refs, unit_id=unit_id, span=span))


def _counting(session: Session, span: Span, form: str) -> Contender:
    statements = [
        text(form.format(table=f'"{table}"', year=year or "TRUE")) for table, year in _TABLES.items()
    ]
    known = {"first": span.first.isoformat(), "last": span.last.isoformat(), "year": span.year}
    asked = [(text_, {key: known[key] for key in text_.compile().params}) for text_ in statements]
    return timed(lambda: [session.execute(statement, values).scalar_one() for statement, values in asked])
