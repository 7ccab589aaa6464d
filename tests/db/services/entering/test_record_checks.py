"""What a record may not be beside the others: twice, out of turn, over the same days, left without its own."""

from datetime import date
from functools import partial

import pytest

from db.records import Figure
from db.rules.findings import Refused
from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.services import offices, units
from db.services.entering import entries, history
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.sessions import Book
from tests.helpers.books import unit_id, unit_lines
from tests.helpers.sample_records import PARENTS, added, contents, step

TWICE = ["commitments", "workforces", "model_years"]
# what is held of one commune and definition, what is to be added, the finding
OVERLAPS = [
    ("2025-Q2", "2025-05", "figure_overlaps"),
    ("2025-05", "2025-Q2", "figure_overlaps"),
    ("2025-Q2", "2025-Q2", "kept_already"),
    ("2025-Q2", "2025-07", None),
    ("2025-06", "2025-Q3", None),
    ("2025-06", "2025-06-14..2025-06-20", "figure_overlaps"),
    ("2025-06", "2025-06-15..2025-06-20", None),
    ("2025", "2025-12", "figure_overlaps"),
]


def codes(book: Book, kind: str, **changes: object) -> list[str]:
    """The findings' codes of a record that is added; none where it is taken."""
    try:
        added(book, kind, **changes)
    except Refused as refused:
        return [finding.code for finding in refused.findings]
    return []


def changed(book: Book, kind: str, record_id: int, **values: Value) -> list[str]:
    try:
        step(book, lambda session: entries.change(session, kind, record_id, values))
    except Refused as refused:
        return [finding.code for finding in refused.findings]
    return []


def remove(book: Book, kind: str, record_id: int) -> int:
    """Remove a record and return the number of the step."""
    return step(book, lambda session: entries.remove(session, kind, record_id))[1]


@pytest.mark.parametrize("kind", TWICE)
def test_the_same_day_or_year_is_kept_once_for_each_parent(book: Book, kind: str) -> None:
    key, parent = PARENTS[kind]
    parent_id = added(book, parent)
    assert codes(book, kind, **{key: parent_id}) == []
    assert codes(book, kind, **{key: parent_id}) == ["kept_already"]
    assert codes(book, kind) == []


@pytest.mark.parametrize(("held", "new", "code"), OVERLAPS)
def test_figures_of_the_same_days_are_refused(book: Book, held: str, new: str, code: str | None) -> None:
    added(book, "figures", period=held)
    assert codes(book, "figures", period=new) == ([code] if code else [])


def test_figures_of_another_definition_or_unit_may_have_the_same_days(book: Book) -> None:
    added(book, "figures", period="2025-Q2")
    with book.reading() as session:
        other = unit_id(session, "99103")
    assert codes(book, "figures", period="2025-Q2", unit_id=other) == []
    assert codes(book, "figures", period="2025-05", definition="tried_cases") == []


def test_a_figure_moves_to_another_period_with_its_days(book: Book) -> None:
    figure, other = added(book, "figures", period="2025-05"), added(book, "figures", period="2025-06")
    assert changed(book, "figures", figure, period="2025-Q2") == ["figure_overlaps"]
    assert changed(book, "figures", figure, period="2025-Q3", value=5) == []
    assert changed(book, "figures", other, value=5) == []
    with book.reading() as session:
        kept = session.get_one(Figure, figure)
        assert (kept.first_on, kept.last_on) == (date(2025, 6, 15), date(2025, 9, 14))


def test_a_figure_keeps_the_days_it_was_entered_with(book: Book) -> None:
    figure = added(book, "figures", period="2025-05")
    step(book, lambda session: offices.set_cut_off(session, "calendar"))
    assert changed(book, "figures", figure, value=7, period="2025-05") == []
    with book.reading() as session:
        assert session.get_one(Figure, figure).first_on == date(2025, 4, 15)


@pytest.mark.parametrize(("period", "expected"), [("2025-Q3", []), ("2025-08", ["unit_not_on_day"])])
def test_a_figure_is_of_a_unit_that_existed_on_some_day_of_its_period(
    book: Book, period: str, expected: list[str]
) -> None:
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=date(2025, 7, 1), file_name="b.csv"))
    assert codes(book, "figures", period=period) == expected


def test_events_of_a_hotspot_take_turns(book: Book) -> None:
    hotspot = added(book, "hotspots")
    asked = [(6, "removed", []), (7, "removed", ["removed_already"]), (8, "reopened", []), (9, "removed", [])]
    asked += [(5, "removed", ["removed_already"]), (10, "removed", ["removed_already"])]
    for day, what, expected in asked:
        found = codes(book, "hotspot_events", hotspot_id=hotspot, happened_on=date(2025, 6, day), what=what)
        assert found == expected


def test_two_hotspots_have_histories_of_their_own(book: Book) -> None:
    for hotspot in (added(book, "hotspots"), added(book, "hotspots")):
        assert codes(book, "hotspot_events", hotspot_id=hotspot) == []


def test_an_event_moves_only_within_its_turn(book: Book) -> None:
    hotspot = added(book, "hotspots")
    removed = added(book, "hotspot_events", hotspot_id=hotspot)
    added(book, "hotspot_events", hotspot_id=hotspot, happened_on=date(2025, 7, 1), what="reopened")
    assert changed(book, "hotspot_events", removed, happened_on=date(2025, 7, 1)) == []
    assert changed(book, "hotspot_events", removed, happened_on=date(2025, 7, 2)) == ["not_removed_before"]
    assert changed(book, "hotspot_events", removed, what="reopened") == ["not_removed_before"]
    assert changed(book, "hotspots", hotspot, found_on=date(2025, 7, 2)) == ["found_after_event"]


def test_an_event_between_two_is_not_removed(book: Book) -> None:
    hotspot = added(book, "hotspots")
    removed = added(book, "hotspot_events", hotspot_id=hotspot)
    last = added(book, "hotspot_events", hotspot_id=hotspot, happened_on=date(2025, 7, 1), what="reopened")
    with pytest.raises(Refused) as caught:
        remove(book, "hotspot_events", removed)
    assert [finding.code for finding in caught.value.findings] == ["event_between"]
    for event in (last, removed):
        remove(book, "hotspot_events", event)
    assert contents(book)["hotspot_event"] == []


def test_a_year_of_a_model_is_not_before_its_start(book: Book) -> None:
    model = added(book, "models", started_year=None)
    added(book, "model_years", model_id=model, year=2022)
    assert changed(book, "models", model, started_year=2023) == ["year_before_start"]
    assert changed(book, "models", model, started_year=2022) == []
    assert codes(book, "model_years", model_id=model, year=2021) == ["year_before_start"]


def test_an_inspected_establishment_is_closed_and_not_removed(book: Book) -> None:
    establishment = added(book, "establishments")
    inspection = added(book, "inspections", establishment_id=establishment)
    with pytest.raises(Refused) as caught:
        remove(book, "establishments", establishment)
    (finding,) = caught.value.findings
    assert (finding.code, finding.value, finding.facts) == (
        "establishment_inspected",
        "Nhà nghỉ Ánh Sao",
        {"count": "1"},
    )
    remove(book, "inspections", inspection)
    remove(book, "establishments", establishment)


def test_a_removal_takes_all_that_belongs_to_it_and_brings_it_back(book: Book) -> None:
    for kind, (key, parent) in PARENTS.items():
        if parent != "plans":
            parent_id = added(book, parent)
            added(book, kind, **{key: parent_id})
            before = contents(book)
            number = remove(book, parent, parent_id)
            assert contents(book) != before
            step(book, partial(history.revert, step_id=number))
            assert contents(book) == before


def test_an_inspection_is_found_by_the_name_of_its_establishment(book: Book) -> None:
    establishment = added(book, "establishments")
    inspection = added(book, "inspections", establishment_id=establishment)
    assert changed(book, "establishments", establishment, name="Karaoke Sóng Đà") == []
    with book.reading() as session:
        assert listings.matching_ids(session, ListQuery("inspections", text="song da")) == (inspection,)
        assert listings.matching_ids(session, ListQuery("inspections", text="anh sao")) == ()
        (row,) = listings.rows(session, "inspections", [inspection])
    assert row.cells["establishment"] == "Karaoke Sóng Đà"


def test_lists_show_what_held_last(book: Book) -> None:
    establishment = added(book, "establishments")
    for day, workers in ((1, 7), (9, 4)):
        counted_on = date(2025, 3, day)
        added(
            book,
            "workforces",
            establishment_id=establishment,
            counted_on=counted_on,
            workers=workers,
            female=None,
        )
    hotspot = added(book, "hotspots")
    added(book, "hotspot_events", hotspot_id=hotspot)
    model = added(book, "models")
    added(book, "model_years", model_id=model)
    with book.reading() as session:
        (shown,) = listings.rows(session, "establishments", [establishment])
        (spot,) = listings.rows(session, "hotspots", [hotspot])
        (run,) = listings.rows(session, "models", [model])
    assert (shown.cells["workers"], shown.cells["committed_on"]) == (4, None)
    assert (spot.cells["state"], spot.cells["event_on"]) == ("Đã triệt xóa", date(2025, 6, 6))
    assert (run.cells["state"], run.cells["year"]) == ("Áp dụng mới", "2025")


@pytest.mark.parametrize(
    ("kind", "dates", "counted"),
    [
        ("establishments", {"opened_on": date(2025, 6, 14), "closed_on": None}, [False, True, True]),
        ("establishments", {"opened_on": None, "closed_on": date(2025, 3, 14)}, [True, True, True]),
        ("establishments", {"opened_on": date(2025, 6, 15), "closed_on": None}, [False, False, True]),
        ("inspections", {"held_on": date(2025, 3, 15)}, [False, True, False]),
        ("hotspots", {"found_on": date(2025, 6, 14)}, [False, True, True]),
        ("models", {"started_year": 2026}, [False, False, False]),
        ("figures", {"period": "2025-05"}, [False, True, False]),
        ("figures", {"period": "2025-H1"}, [False, False, False]),
    ],
)
def test_a_list_of_a_period_holds_what_was_there_then(
    book: Book, kind: str, dates: dict[str, object], counted: list[bool]
) -> None:
    added(book, kind, **dates)
    spans = [parse_period(f"2025-Q{quarter}").span(DECREE_09) for quarter in (1, 2, 3)]
    with book.reading() as session:
        assert [bool(listings.matching_ids(session, ListQuery(kind, span))) for span in spans] == counted
