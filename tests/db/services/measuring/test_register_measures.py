"""Measures of establishments, inspections, hotspots, models and figures, on the days on which they turn."""

from datetime import date

import pytest

from db.records import Content, Succession
from db.rules.findings import Refused, Unknown
from db.rules.formats import Number
from db.rules.periods import CALENDAR, DECREE_09, Span, own_cut_off, parse_period
from db.services import content, figure_definitions, units
from db.services.measuring import measures
from db.sessions import Book, Session
from tests.helpers.books import COMMUNES, ON, unit_id, unit_lines
from tests.helpers.sample_records import added, step

MERGED_ON = date(2025, 7, 1)
OWN_LIST = """
[[item]]
code = "hotline_calls"
title = "Số cuộc gọi đường dây nóng"
unit = "cuộc"
group = "calls"
[[item]]
code = "Bad Code"
title = "Không dùng được"
[[sum]]
code = "calls"
title = "Mọi cuộc gọi"
[[sum]]
code = "empty"
title = "Không có phần nào"
"""


def total(book: Book, name: str, period: str = "2025-Q2", code: str = "991") -> Number | None:
    """The value of a measure under the decree's rule."""
    return asked(book, name, parse_period(period).span(DECREE_09), code)


def asked(book: Book, name: str, span: Span, code: str = "991") -> Number | None:
    with book.reading() as session:
        unit = units.find(session, code, min(span.last, date(2025, 12, 31))).id
        return measures.ask(session, [name], unit_id=unit, span=span)[name].total


def merge(book: Book, *, into: str = "99103", extent: str = "whole") -> None:
    """Commune 99102 ends and goes over into another."""

    def do(session: Session) -> None:
        old = unit_id(session, "99102")
        lines = [line for line in unit_lines() if line.code != "99102"]
        units.load(session, lines, on=MERGED_ON, file_name="b.csv")
        new = units.find(session, into, MERGED_ON).id
        session.add(Succession(on=MERGED_ON, old_id=old, new_id=new, extent=extent))

    step(book, do)


@pytest.mark.parametrize(
    ("opened", "closed", "expected"),
    [
        (None, None, 1),
        (date(2025, 6, 14), None, 1),
        (date(2025, 6, 15), None, None),
        (None, date(2025, 6, 14), 1),
        (None, date(2025, 6, 13), None),
    ],
)
def test_an_establishment_counts_while_it_is_open_on_the_last_day(
    book: Book, opened: date | None, closed: date | None, expected: int | None
) -> None:
    added(book, "establishments", opened_on=opened, closed_on=closed)
    assert total(book, "establishments.open") == expected


def test_the_latest_count_of_workers_holds(book: Book) -> None:
    establishment = added(book, "establishments")
    for day, workers, female in (
        (date(2025, 3, 1), 7, 4),
        (date(2025, 6, 14), 3, None),
        (date(2025, 6, 15), 50, 9),
    ):
        added(
            book, "workforces", establishment_id=establishment, counted_on=day, workers=workers, female=female
        )
    added(book, "establishments")
    found = [total(book, f"establishments.{name}") for name in ("workers", "female_workers")]
    assert found == [3, None]
    assert [total(book, "establishments.workers", label) for label in ("2024", "2025-Q1", "2025-Q3")] == [
        None,
        7,
        50,
    ]


def test_a_commitment_counts_once_while_its_establishment_is_open(book: Book) -> None:
    first = added(book, "establishments", closed_on=date(2025, 9, 1))
    added(book, "establishments")
    for day in (date(2025, 3, 20), date(2025, 4, 20)):
        added(book, "commitments", establishment_id=first, signed_on=day)
    names = ("establishments.committed", "establishments.share_committed")
    assert [[total(book, name, label) for name in names] for label in ("2025-Q1", "2025-Q2", "2025-Q3")] == [
        [0, 0],
        [1, 50],
        [0, 0],
    ]


def test_an_establishment_inspected_twice_counts_once_where_it_lies(book: Book) -> None:
    establishment = added(book, "establishments")
    with book.reading() as session:
        district = unit_id(session)
    for day in (date(2025, 4, 1), date(2025, 5, 1)):
        added(book, "inspections", establishment_id=establishment, held_on=day, unit_id=district)
    added(book, "inspections", unit_id=district)
    assert total(book, "establishments.inspected", code="99102") == 1
    assert total(book, "inspections.held", code="99102") is None
    assert total(book, "inspections.held") == 3


def test_the_share_inspected_leaves_out_what_has_closed(book: Book) -> None:
    closed, inspected = (
        added(book, "establishments", closed_on=date(2025, 6, 1)),
        added(book, "establishments"),
    )
    added(book, "establishments", kind="karaoke")
    for establishment in (closed, inspected):
        added(book, "inspections", establishment_id=establishment)
    assert total(book, "establishments.inspected") == 2
    assert total(book, "establishments.share_inspected") == 50
    assert total(book, "establishments.share_inspected[kind=guest_house]") == 100


def test_one_inspection_may_have_several_handlings(book: Book) -> None:
    inspection = added(book, "inspections")
    for form, fine in (("fine", 3_000_000), ("fine", None), ("warning", None)):
        added(book, "handlings", inspection_id=inspection, form=form, fine=fine)
    names = (
        "inspections.held",
        "inspections.handlings",
        "inspections.handlings[form=fine]",
        "inspections.fines",
    )
    assert [total(book, name) for name in names] == [1, 3, 2, 3_000_000]


def test_inspections_that_found_nothing_are_zero_breaches(book: Book) -> None:
    assert total(book, "inspections.breaches") is None
    added(book, "inspections", breach=None)
    assert total(book, "inspections.breaches") == 0


def test_a_hotspot_is_open_until_removed_and_again_when_reopened(book: Book) -> None:
    hotspot = added(book, "hotspots", found_on=date(2025, 3, 15))
    for day, what in ((date(2025, 6, 14), "removed"), (date(2025, 6, 15), "reopened")):
        added(book, "hotspot_events", hotspot_id=hotspot, happened_on=day, what=what)
    names = [f"hotspots.{name}" for name in ("open", "found", "removed", "reopened")]
    found = {
        label: [total(book, name, label) for name in names] for label in ("2025-Q1", "2025-Q2", "2025-Q3")
    }
    assert found == {"2025-Q1": [None] * 4, "2025-Q2": [0, 1, 1, 0], "2025-Q3": [1, 0, 0, 1]}


def test_models_are_counted_by_their_state_in_the_year(book: Book) -> None:
    for states in (("new", "kept"), ("new", "ended"), (None, "new")):
        model = added(book, "models", started_year=None)
        for year, state in zip((2024, 2025), states, strict=True):
            if state:
                added(book, "model_years", model_id=model, year=year, state=state)
    names = [f"models.{name}" for name in ("new", "kept", "total", "communes")]
    assert [[total(book, name, label) for name in names] for label in ("2024", "2025-Q1", "2026")] == [
        [2, None, 2, 1],
        [1, 1, 2, 1],
        [None] * 4,
    ]


@pytest.mark.parametrize(
    ("name", "period", "expected"),
    [
        ("establishments.open", "2025-Q2", (1, None)),
        ("establishments.open", "2025-Q3", (None, 1)),
        ("hotspots.open", "2025-Q3", (None, 1)),
        ("hotspots.removed", "2025-Q4", (None, 1)),
        ("hotspots.removed", "2025", (1, None)),
        ("establishments.inspected", "2025", (1, None)),
        ("establishments.inspected", "2025-Q4", (None, None)),
        ("models.communes", "2025", (None, 1)),
        ("establishments.share_inspected", "2025", (None, 100)),
    ],
)
def test_what_outlives_its_commune_counts_for_the_one_that_took_it_over(
    book: Book, name: str, period: str, expected: tuple[int | None, int | None]
) -> None:
    establishment, hotspot, model = (added(book, kind) for kind in ("establishments", "hotspots", "models"))
    added(book, "inspections", establishment_id=establishment)
    added(book, "hotspot_events", hotspot_id=hotspot, happened_on=date(2025, 10, 1))
    added(book, "model_years", model_id=model)
    merge(book)
    span = parse_period(period).span(DECREE_09)
    with book.reading() as session:
        old, new = units.find(session, "99102", ON).id, units.find(session, "99103", ON).id
        found = measures.ask(session, [name], unit_id=unit_id(session), span=span)[name]
    assert (found.by_unit.get(old), found.by_unit.get(new)) == expected
    assert found.total == max((value for value in expected if value is not None), default=None)


def test_an_office_of_the_new_commune_sees_what_it_took_over(book: Book) -> None:
    added(book, "establishments")
    merge(book, into="99105")
    assert total(book, "establishments.open", "2025-Q4", code="99105") == 1
    assert total(book, "establishments.open", "2025-Q2", code="99105") is None


def test_what_went_over_in_parts_is_never_guessed(book: Book) -> None:
    added(book, "establishments")
    merge(book, extent="part")
    assert total(book, "establishments.open", "2025-Q2") == 1
    assert total(book, "establishments.open", "2025-Q4") is None


def test_a_figure_counts_where_its_period_lies_wholly_within(book: Book) -> None:
    for period, value in (("2025-04", 1), ("2025-05", 0), ("2025-Q3", 10)):
        added(book, "figures", period=period, value=value)
    found = {
        label: total(book, "figures.cases", label)
        for label in ("2025-Q1", "2025-Q2", "2025-07", "2025-9M", "2025")
    }
    assert found == {"2025-Q1": None, "2025-Q2": 1, "2025-07": None, "2025-9M": 11, "2025": 11}


def test_of_a_stock_of_people_the_latest_period_holds(book: Book) -> None:
    with book.reading() as session:
        other = unit_id(session, "99103")
    for period, value in (("2025-Q1", 8), ("2025-Q2", 5)):
        added(book, "figures", definition="support_needed", period=period, value=value)
    added(book, "figures", definition="support_needed", period="2025-Q1", value=2, unit_id=other)
    assert [total(book, "figures.support_needed", label) for label in ("2025-Q1", "2025-H1", "2025-Q3")] == [
        10,
        7,
        None,
    ]


def test_the_parts_of_a_sum_are_counted_together(book: Book) -> None:
    for code, value in (("handled_sellers", 3), ("handled_buyers", 4), ("cases", 9)):
        added(book, "figures", definition=code, period="2025-04", value=value)
    assert total(book, "figures.handled") == 7


def test_an_office_may_count_figures_of_its_own(book: Book) -> None:
    def extend(session: Session) -> None:
        known = {
            "kind": "choices",
            "code": "figure_definitions",
            "title": "Của đơn vị",
            "citation": "Văn bản",
        }
        session.add(Content(**known, valid_from=date(2025, 1, 1), body=OWN_LIST, sha256="own"))

    step(book, extend)
    added(book, "figures", definition="hotline_calls", period="2025-04", value=12)
    assert [total(book, f"figures.{name}") for name in ("hotline_calls", "calls")] == [12, 12]
    with book.reading() as session:
        listed = [name for name in content.measure_catalogue(session) if name.startswith("figures.")]
        assert listed == ["figures.hotline_calls", "figures.calls"]
        with pytest.raises(Unknown) as caught:
            measures.refer(session, "figures.hotline_call")
    assert "figures.hotline_calls" in caught.value.near


def test_a_figure_whose_code_names_no_measure_cannot_be_entered(book: Book) -> None:
    known = {"kind": "choices", "code": "figure_definitions", "title": "Của đơn vị", "citation": "Văn bản"}
    body = {"valid_from": date(2025, 1, 1), "body": f'title = "Của đơn vị"\n{OWN_LIST}', "sha256": "own"}
    step(book, lambda session: session.add(Content(**known, **body)))
    with book.reading() as session:
        offered = [item.code for item in content.choices(session, "figure_definitions")]
        columns = [item.code for item in figure_definitions.definitions(session)]
    assert offered == columns == ["hotline_calls"]
    with pytest.raises(Refused):
        added(book, "figures", definition="Bad Code")


@pytest.mark.parametrize("title", ["SỐ CUỘC GỌI ĐƯỜNG DÂY NÓNG", "Số “Ưu tiên” (%)", "2026", "—"])
def test_a_column_of_the_office_is_a_measure_whatever_its_title(book: Book, title: str) -> None:
    code, _ = step(
        book,
        lambda session: figure_definitions.add(session, title=title, unit="cuộc", section="own", stock=False),
    )
    added(book, "figures", definition=code, period="2025-04", value=12)
    added(book, "figures", definition=code, period="2025-05", value=3)
    assert total(book, f"figures.{code}") == 15
    with book.reading() as session:
        assert measures.refer(session, f"figures.{code}").measure.title == title


def test_a_stock_of_the_office_is_counted_as_of_the_last_day(book: Book) -> None:
    code, _ = step(
        book,
        lambda session: figure_definitions.add(session, title="Số vay", unit="vụ", section="own", stock=True),
    )
    for period, value in (("2025-Q1", 9), ("2025-Q2", 4)):
        added(book, "figures", definition=code, period=period, value=value)
    assert [total(book, f"figures.{code}", period) for period in ("2025-Q1", "2025-H1")] == [9, 4]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2024-12-15"], {"2025-Q1": 1, "2025-H1": None, "2025-02": None}),
        (["2025-03-14", "2025-03-15"], {"2025-Q1": 1, "2025-H1": 1, "2025-9M": None}),
        (["2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01"], {"2025-9M": 1, "2025": 1, "2025-H2": 1}),
        (["2025-01-01", "2025-01-02", "2025-01-03"], {"2025": None, "2025-01-01..2025-03-20": None}),
    ],
)
def test_a_commune_is_steady_when_no_quarter_is_without_outreach(
    book: Book, days: list[str], expected: dict[str, int | None]
) -> None:
    for day in days:
        added(book, "outreach", held_on=date.fromisoformat(day))
    found = {label: total(book, "outreach.communes_every_quarter", label) for label in expected}
    assert found == expected


def test_a_commune_is_asked_only_about_the_quarters_in_which_it_existed(book: Book) -> None:
    renamed = [
        line if line.code != "99103" else type(line)("", "99103", "Xã Đạt Mới", "Xã", 3, "991")
        for line in unit_lines()
    ]
    step(book, lambda session: units.load(session, renamed, on=MERGED_ON, file_name="b.csv"))
    with book.reading() as session:
        new = units.find(session, "99103", MERGED_ON).id
    for day in (date(2025, 8, 1), date(2025, 11, 1)):
        added(book, "outreach", held_on=day, unit_id=new)
    assert total(book, "outreach.communes_every_quarter", "2025") == 1
    assert total(book, "outreach.share_every_quarter", "2025") == 100 / len(COMMUNES)


def test_quarters_follow_the_offices_rule(book: Book) -> None:
    for day in (date(2025, 3, 20), date(2025, 4, 2)):
        added(book, "outreach", held_on=day)
    name, half = "outreach.communes_every_quarter", parse_period("2025-H1")
    rules = (DECREE_09, CALENDAR, own_cut_off(25))
    assert [asked(book, name, half.span(rule)) for rule in rules] == [None, 1, 1]


def test_days_that_know_no_quarters_are_one_stretch(book: Book) -> None:
    added(book, "outreach", held_on=date(2025, 3, 20))
    asking = (Span(date(2025, 1, 1), date(2025, 12, 1), 2025), Span(date(2025, 4, 1), date(2025, 5, 1), 2025))
    assert [asked(book, "outreach.communes_every_quarter", span) for span in asking] == [1, None]
