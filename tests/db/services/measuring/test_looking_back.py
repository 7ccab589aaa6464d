"""The real province looked at from before its merger: nothing is lost, and what cannot be parted is named."""

from datetime import date
from pathlib import Path

import pytest

from db.rules.periods import Span
from db.rules.successions import GapKind
from db.services import units
from db.services.measuring import looking, measures
from db.services.measuring.restating import Restated
from db.sessions import Book
from tests.db.services.measuring.test_restating import ACROSS, FLOWS, refill
from tests.helpers.dien_bien import EVE, JULY, PROVINCE, country_lines, settled_lines

AUTUMN = Span(date(2025, 9, 1), date(2025, 12, 31), 2025)


def seen(book: Book, span: Span, day: date | None) -> Restated:
    with book.reading() as session:
        refs = [measures.refer(session, name) for name in FLOWS]
        province = units.find(session, PROVINCE, JULY).id
        return looking.seen(session, refs, unit_id=province, span=span, day=day)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("span", [ACROSS, AUTUMN])
def test_the_flows_of_the_province_stay_as_they_were(settled: Book, span: Span, seed: int) -> None:
    refill(settled, seed)
    told, back = seen(settled, span, None), seen(settled, span, EVE)
    assert back.gap is None
    assert {name: back.answers[name].total for name in FLOWS} == {
        name: told.answers[name].total for name in FLOWS
    }


def test_every_commune_names_the_one_in_which_it_lies_with_others(settled: Book, shared: Path) -> None:
    # No new commune of this province was made of a single old one.
    refill(settled, 3)
    back = seen(settled, AUTUMN, EVE)
    with settled.reading() as session:
        new = {unit.code: unit.name for unit in units.known_on(session, JULY) if unit.level == 3}
        old = {unit.code: unit.id for unit in units.known_on(session, EVE) if unit.level == 3}
    lines = country_lines(shared) + settled_lines(shared)
    homes = {
        old[line.old_code]: new[line.new_code] for line in lines if line.old_code and line.new_code in new
    }
    assert {unit: gap.names for unit, gap in back.gaps.items()} == {
        unit: (name,) for unit, name in homes.items()
    }
    assert {gap.kind for gap in back.gaps.values()} == {GapKind.MERGED}
