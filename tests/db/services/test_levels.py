"""Three levels and then two in one book: return sets, rule sets and scores in the time of districts and since."""

import hashlib
from datetime import date

import pytest
from sqlalchemy import delete

from db.records import Content, Office
from db.rules.findings import Refused, Unknown
from db.rules.periods import CALENDAR, Span, parse_period
from db.rules.returns.filled import FilledReturn
from db.rules.scoring.marks import Mark
from db.rules.units import Level
from db.services import offices, units
from db.services.measuring import measures
from db.services.returns import filling
from db.services.scoring import board, rule_sets, sheets
from db.services.units import UnitInfo
from db.sessions import Book, Session
from exports.returns.content import identity_rows
from tests.helpers.dien_bien import EVE, JULY
from tests.helpers.sample_records import add, step

TWO_LEVELS = """
title = "Bộ biểu hai cấp"
citation = "Văn bản của tỉnh"
valid_from = 2025-07-01

[[levels]]
units = ["province", "commune"]

[[sheet]]
code = "B1"
title = "Biểu"
measured_in = "xã"
rows = "units"
[[sheet.column]]
key = "people"
head = "Người"
width = 9
measure = "outreach.people"
"""
RULES = """
title = "Bộ tiêu chí ba cấp"
citation = "Văn bản của tỉnh"
valid_from = {since}

[[levels]]
valid_to = 2025-06-30
units = ["province", "district", "commune"]
chain = {{ self = "commune", appraised = "district", recognised = "province" }}

[[group]]
code = "I"
title = "Nhóm"
criterion = [{{ code = "1", title = "Tiêu chí", most = 10 }}]

[[class]]
code = "good"
title = "Tốt"
least = 5
"""


def keep(session: Session, kind: str, code: str, since: date, body: str) -> None:
    digest = hashlib.sha256(body.encode()).hexdigest()
    record = Content(
        kind=kind, code=code, title=code, citation="x", valid_from=since, body=body, sha256=digest
    )
    session.add(record)
    session.flush()


def span_of(label: str) -> Span:
    return parse_period(label).span(CALENDAR)


def unit_of(session: Session, code: str, on: date) -> UnitInfo:
    return units.find(session, code, on)


def talk(session: Session, code: str, on: date, day: date, people: int) -> int:
    return add(session, "outreach", unit_id=unit_of(session, code, on).id, held_on=day, people=people)


def filled(book: Book, code: str, on: date, label: str, set_code: str = "quarterly") -> FilledReturn:
    with book.reading() as session:
        unit, period = unit_of(session, code, on), parse_period(label)
        return filling.fill(session, set_code=set_code, unit=unit, period=period)


def why_not(book: Book, code: str, on: date, label: str, set_code: str) -> tuple[str, str]:
    with pytest.raises(Refused) as caught:
        filled(book, code, on, label, set_code)
    (finding,) = caught.value.findings
    return finding.code, finding.value


def test_a_district_reports_its_communes_until_it_ended(settled: Book) -> None:
    step(
        settled,
        lambda s: add(s, "outreach", unit_id=unit_of(s, "03289", EVE).id, held_on=date(2024, 5, 6), people=7),
    )
    found = filled(settled, "099", EVE, "2024")
    assert found.control_totals["PCMD-02.people"] == 7
    assert len(found.sheets[1].rows) == 20
    assert filled(settled, "099", EVE, "2025-H1").unit_valid_on == EVE


def test_a_commune_without_a_district_reports_alone(settled: Book) -> None:
    step(
        settled,
        lambda s: add(
            s, "outreach", unit_id=unit_of(s, "03253", JULY).id, held_on=date(2026, 2, 3), people=9
        ),
    )
    found = filled(settled, "03253", JULY, "2026")
    assert (found.control_totals["PCMD-02.people"], len(found.sheets[1].rows)) == (9, 1)
    assert (found.unit_name, found.unit_valid_on) == ("Xã Tuần Giáo", date(2026, 12, 31))


def test_a_unit_that_ended_has_no_return_afterwards(settled: Book) -> None:
    assert why_not(settled, "099", EVE, "2026", "quarterly") == ("unit_ended", "Huyện Tuần Giáo")


def test_a_set_that_does_not_know_the_level_is_refused_with_the_reason(settled: Book) -> None:
    step(settled, lambda s: keep(s, "return_set", "two", date(2020, 1, 1), TWO_LEVELS))
    assert why_not(settled, "099", EVE, "2024", "two") == ("level_not_known", "Bộ biểu hai cấp")
    assert filled(settled, "03253", JULY, "2026", "two").set.code == "two"


def test_a_rule_set_that_no_longer_knows_communes_gives_way_to_one_that_does(settled: Book) -> None:
    step(settled, lambda s: keep(s, "rule_set", "three", date(2024, 1, 1), RULES.format(since="2024-01-01")))
    with settled.reading() as session:
        found = [rule_sets.of_year(session, year).code for year in (2023, 2024, 2025)]
    assert found == ["illustrative-100", "three", "illustrative-100"]


def test_where_no_rule_set_knows_communes_it_is_told(settled: Book) -> None:
    def only_three_levels(session: Session) -> None:
        session.execute(delete(Content).where(Content.kind == "rule_set"))
        keep(session, "rule_set", "three", date(2024, 1, 1), RULES.format(since="2024-01-01"))

    step(settled, only_three_levels)
    with settled.reading() as session:
        with pytest.raises(Refused) as caught:
            rule_sets.of_year(session, 2026)
        with pytest.raises(Unknown):
            rule_sets.of_year(session, 2020)
    assert [item.code for item in caught.value.findings] == ["level_not_known"]


def test_who_appraises_follows_the_communes_time(settled: Book) -> None:
    with settled.reading() as session:
        old, new = (unit_of(session, "03253", day).id for day in (EVE, JULY))
        found = [
            sheets.sheet(session, unit_id=unit, year=year).chain
            for unit, year in ((old, 2024), (old, 2025), (new, 2025), (new, 2026))
        ]
    levels = [dict(chain)["appraised"] for chain in found]
    assert levels == [Level.DISTRICT, Level.DISTRICT, Level.PROVINCE, Level.PROVINCE]


def test_the_board_of_a_merged_commune_has_the_communes_of_each_year(settled: Book) -> None:
    mark = Mark("1", "5")

    def score(session: Session) -> None:
        unit = unit_of(session, "03289", EVE).id
        sheets.give_mark(session, unit_id=unit, year=2024, mark=mark, today=EVE)

    step(settled, score)
    with settled.reading() as session:
        own = offices.current(session).unit.id
        boards = [board.board(session, unit_id=own, span=span_of(label)) for label in ("2024", "2026")]
    assert [[row.unit.name for row in found.rows] for found in boards] == [
        ["Thị trấn Tuần Giáo", "Xã Quài Nưa", "Xã Quài Cang"],
        ["Xã Tuần Giáo"],
    ]


def test_every_measure_answers_for_a_commune_without_a_district(settled: Book) -> None:
    step(
        settled, lambda s: add(s, "outreach", unit_id=unit_of(s, "03253", JULY).id, held_on=date(2026, 2, 3))
    )
    with settled.reading() as session:
        unit = unit_of(session, "03253", JULY).id
        names = ("units.communes", "outreach.communes", "outreach.share_of_communes", "outreach.people")
        found = measures.ask(session, names, unit_id=unit, span=span_of("2026"))
    assert [found[name].total for name in names] == [1, 1, 100, 40]


def test_a_code_of_two_places_in_a_period_wants_a_day(settled: Book) -> None:
    with settled.writing(who="x") as session:
        session.get_one(Office, 1).unit_id = unit_of(session, "11", JULY).id
        session.flush()
        with pytest.raises(Refused) as caught:
            offices.unit_in_scope(session, "03166", span_of("2025"))
        found = [offices.unit_in_scope(session, "03166", span_of("2025"), day).name for day in (EVE, JULY)]
        years = [offices.unit_in_scope(session, "03166", span_of(label)).name for label in ("2024", "2026")]
    assert caught.value.findings[0].code == "unit_of_several"
    assert found == years == ["Xã Chà Cang", "Xã Mường Chà"]


@pytest.mark.parametrize(
    ("on", "label", "name"), [(EVE, "2024", "Xã Chà Cang"), (JULY, "2026", "Xã Mường Chà")]
)
def test_a_returns_code_is_found_again_by_the_day_that_it_carries(
    settled: Book, on: date, label: str, name: str
) -> None:
    said = dict(identity_rows(filled(settled, "03166", on, label)))
    with settled.reading() as session:
        found = units.find(session, str(said["unit"]), date.fromisoformat(str(said["unit_valid_on"])))
    assert found.name == name
