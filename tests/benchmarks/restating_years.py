"""All measures of ten years in the borders of a later day, beside the same years as they were reported."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time

from sqlalchemy import insert, select

from db.records import Succession, Unit
from db.rules.measures import MeasureRef
from db.rules.periods import DECREE_09, Span, parse_period
from db.rules.successions import WHOLE
from db.rules.units import UnitLine
from db.services import content, units
from db.services.measuring import measures, restating
from db.sessions import Book, Session
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR
from tests.benchmarks.rows import Row
from tests.benchmarks.sampling import Contender, in_turns, timed

MERGED_ON = date(LAST_YEAR, 12, 15)
_YEARS = 10
# 600 communes become 180.
_OLD, _NEW = 10, 3


def restating_rows(folder: Path, office: Path, rounds: int, years: int = _YEARS) -> Iterator[Row]:
    """Measure on a copy of an office's book in which communes then came together, three or four to one."""
    merged = shutil.copytree(office, folder / "merged")
    with Book(merged) as book, book.writing(who="x") as session:
        communes = merge(session)
    asked = [parse_period(str(LAST_YEAR - back)).span(DECREE_09) for back in range(years)]
    with Book(merged, lock=False) as book, book.reading() as session:
        samples = in_turns({"own": _restated(session, asked), "other": _reported(session, asked)}, rounds)
    yield Row(
        f"all measures of {years} years, {communes[0]} communes in the borders of the {communes[1]} that they became",
        "the same years as they were reported (processor time of both)",
        1.5,
        samples.pairs("own", "other", "whole"),
    )


def merge(session: Session) -> tuple[int, int]:
    """Let the communes of the district become fewer on a day, each whole, and return how many they were and are."""
    old = list(session.scalars(select(Unit).where(Unit.level == 3).order_by(Unit.code)))
    homes = [place * _NEW // _OLD for place in range(len(old))]
    codes = {home: unit.code for home, unit in zip(reversed(homes), reversed(old), strict=True)}
    units.load(session, list(_lines(codes)), on=MERGED_ON, file_name="merged.csv")
    new = {home: units.find(session, code, MERGED_ON).id for home, code in codes.items()}
    rows = [
        {"on": MERGED_ON, "old_id": unit.id, "new_id": new[home], "extent": WHOLE}
        for unit, home in zip(old, homes, strict=True)
    ]
    session.execute(insert(Succession), rows)
    return len(old), len(new)


def _lines(codes: dict[int, str]) -> Iterator[UnitLine]:
    yield UnitLine("", "99", "Tỉnh Đồng Lam", "Tỉnh", 1, None)
    yield UnitLine("", DISTRICT, "Huyện Hòa Lâm", "Huyện", 2, "99")
    for number, code in codes.items():
        yield UnitLine("", code, f"Phường Mới {number + 1}", "Phường", 3, DISTRICT)


def _restated(session: Session, spans: list[Span]) -> Contender:
    unit_id, refs = _asked(session)
    return timed(
        lambda: [
            restating.answers(session, refs, unit_id=unit_id, span=span, day=MERGED_ON) for span in spans
        ],
        process_time,
    )


def _reported(session: Session, spans: list[Span]) -> Contender:
    unit_id, refs = _asked(session)
    return timed(
        lambda: [measures.answers(session, refs, unit_id=unit_id, span=span) for span in spans], process_time
    )


def _asked(session: Session) -> tuple[int, list[MeasureRef]]:
    refs = [MeasureRef(measure) for measure in content.measure_catalogue(session).values()]
    return units.find(session, DISTRICT, MERGED_ON).id, refs
