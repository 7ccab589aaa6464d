"""Records that are typed in: added, changed, moved, removed; refused whole or not at all."""

from datetime import date
from decimal import Decimal

import pytest

from db.records import Plan
from db.rules.entries import Values
from db.rules.entry_kinds import ENTRY_KINDS
from db.rules.findings import Refused
from db.rules.formats import Value
from db.services import offices, units
from db.services.entering import entries
from db.services.entering.entries import Gone
from db.services.listing import listings
from db.services.listing.listings import ListQuery
from db.sessions import Book
from tests.helpers.books import ON, unit_id, unit_lines
from tests.helpers.sample_records import CHANGES, KINDS, PARENTS, PARTS, add, added, contents, step, values

FULL: dict[str, Values] = {
    "outreach": {
        "audience": "worker",
        "sessions": 2,
        "people": 40,
        "female": 40,
        "leaflets": 0,
        "panels": 10**12,
        "news_items": None,
        "broadcasts": 3,
        "programme": None,
        "organiser": "Hội Phụ nữ",
        "cost": 1_500_000,
        "note": "Dòng một\nDòng hai",
    },
    "trainings": {"topics": "a\nb", "place": "Hội trường", "others_total": 5, "others_female": 0, "cost": 7},
    "officials": {"from_on": date(2020, 1, 1), "to_on": date(2025, 12, 31), "female": False},
    "plans": {"number": 5, "symbol": "KH-UBND", "issued_on": date(2025, 1, 10), "grounds": "a\nb"},
    "sections": {"shape": "targets", "text": None},
    "targets": {
        "value": Decimal("70.125"),
        "value_to": Decimal(80),
        "measured_in": "%",
        "measure": "outreach.people[audience=worker]",
    },
    "tasks": {"group": "I", "starts_on": date(2025, 1, 1), "ends_on": date(2025, 1, 1), "money_planned": 0},
    "establishments": {"licence": "41A/2020", "opened_on": date(2020, 1, 2), "closed_on": date(2020, 1, 2)},
    "commitments": {"note": None},
    "workforces": {"workers": 0, "female": 0},
    "inspections": {"establishment_id": None, "breach": False, "note": "Dòng một\nDòng hai"},
    "handlings": {"form": "fine", "fine": 0},
    "hotspots": {"kind": "hidden", "note": "a\nb"},
    "hotspot_events": {"happened_on": date(2025, 2, 3)},
    "models": {"kind": "other", "note": "a"},
    "model_years": {"year": 2024, "state": "ended"},
    "figures": {"period": "2025-Q3", "value": 0, "note": None},
}

# kind, what is changed, the findings as code and place
REFUSED: list[tuple[str, dict[str, Value], list[tuple[str, str]]]] = [
    ("outreach", {"held_on": None, "form": None}, [("required", "held_on"), ("required", "form")]),
    ("outreach", {"people": 3, "female": 4}, [("part_over_whole", "female")]),
    ("outreach", {"form": "dance"}, [("not_in_list", "form")]),
    (
        "outreach",
        {"form": "dance", "audience": "x", "people": 1, "female": 2, "unit_id": 999},
        [
            ("part_over_whole", "female"),
            ("not_in_list", "form"),
            ("not_in_list", "audience"),
            ("not_chosen", "unit_id"),
        ],
    ),
    ("trainings", {"starts_on": date(2025, 5, 8)}, [("ends_before_begins", "ends_on")]),
    ("officials", {"name": None, "role": "king"}, [("required", "name"), ("not_in_list", "role")]),
    (
        "plans",
        {"last_year": 2024, "state": "lost"},
        [("ends_before_begins", "last_year"), ("not_in_list", "state")],
    ),
    ("sections", {"shape": "heading-9"}, [("not_in_list", "shape")]),
    (
        "targets",
        {"operator": None, "measure": "no.such"},
        [("required", "operator"), ("not_in_list", "measure")],
    ),
    ("targets", {"measure": "outreach.people[audience=xyz]"}, [("not_in_list", "measure")]),
    ("targets", {"measure": "outreach.people[unit=1]"}, [("not_in_list", "measure")]),
    ("tasks", {"content": None, "ends_on": date(2025, 1, 1), "starts_on": date(2025, 1, 2)}, []),
    (
        "establishments",
        {"kind": "school", "unit_id": 999, "opened_on": date(2025, 1, 2), "closed_on": date(2025, 1, 1)},
        [("ends_before_begins", "closed_on"), ("not_in_list", "kind"), ("not_chosen", "unit_id")],
    ),
    ("workforces", {"workers": 3, "female": 4}, [("part_over_whole", "female")]),
    (
        "inspections",
        {"team": None, "establishment_id": 999},
        [("required", "team"), ("link_gone", "establishment_id")],
    ),
    ("inspections", {"establishment_id": 999}, [("link_gone", "establishment_id")]),
    ("inspections", {"unit_id": 999}, [("not_chosen", "unit_id")]),
    ("handlings", {"form": "warning", "fine": 1}, [("sum_without_fine", "fine")]),
    ("handlings", {"form": None, "fine": 1}, [("required", "form")]),
    ("hotspots", {"place": None, "kind": "far"}, [("required", "place"), ("not_in_list", "kind")]),
    ("hotspot_events", {"happened_on": date(2025, 2, 2)}, [("event_before_found", "happened_on")]),
    ("hotspot_events", {"what": "reopened"}, [("not_removed_before", "what")]),
    ("models", {"unit_id": 999}, [("not_chosen", "unit_id")]),
    ("model_years", {"year": 2023}, [("year_before_start", "year")]),
    (
        "figures",
        {"definition": "crimes", "value": None},
        [("required", "value"), ("not_in_list", "definition")],
    ),
]

SEARCH = [
    ("outreach", ["duong day nong", "que lam", "noi chuyen", "06/05/2025"]),
    ("trainings", ["lop tap huan", "que lam", "07/05/2025"]),
    ("officials", ["luong van on", "pho chu tich", "lanh dao", "que lam"]),
    ("plans", ["ke hoach nam", "trinh ky"]),
    ("sections", ["muc dich"]),
    ("targets", ["it nhat 70 %"]),
    ("tasks", ["tuyen truyen luu dong", "phong y te", "chua thuc hien"]),
    ("establishments", ["nha nghi anh sao", "ban na dang", "que lam"]),
    ("commitments", ["01/03/2025", "cam ket mau"]),
    ("workforces", ["01/03/2025"]),
    ("inspections", ["06/05/2025", "cap huyen", "quan gio", "que lam"]),
    ("handlings", ["phat tien"]),
    ("hotspots", ["ben xe", "noi cong cong", "03/02/2025"]),
    ("hotspot_events", ["triet xoa", "06/06/2025"]),
    ("models", ["vi ngay mai", "nhom dong dang"]),
    ("model_years", ["ap dung moi"]),
    ("figures", ["so vu da phat hien", "que lam", "cong an xa"]),
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_record_comes_back_as_it_was_given(book: Book, kind: str) -> None:
    record_id, _ = step(
        book, lambda session: entries.add(session, kind, {**values(session, kind), **FULL[kind]})
    )
    with book.reading() as session:
        found = entries.values_of(session, kind, record_id)
    assert {key: found[key] for key in FULL[kind]} == FULL[kind]
    assert list(found) == [field.key for field in ENTRY_KINDS[kind].fields]


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_touches_only_the_fields_given(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    with book.reading() as session:
        before = entries.values_of(session, kind, record_id)
    step(book, lambda session: entries.change(session, kind, record_id, CHANGES[kind]))
    with book.reading() as session:
        assert entries.values_of(session, kind, record_id) == before | dict(CHANGES[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_removed_is_gone(book: Book, kind: str) -> None:
    record_id = added(book, kind)
    step(book, lambda session: entries.remove(session, kind, record_id))
    with book.writing(who="x") as session:
        for action in (entries.values_of, entries.remove):
            with pytest.raises(Gone) as caught:
                action(session, kind, record_id)
            assert (caught.value.kind, caught.value.record_id) == (kind, record_id)
        with pytest.raises(Gone):
            entries.change(session, kind, record_id, CHANGES[kind])


@pytest.mark.parametrize("kind", PARENTS)
def test_what_belongs_to_a_record_that_is_gone_is_not_added(book: Book, kind: str) -> None:
    key, parent = PARENTS[kind]
    with book.writing(who="x") as session, pytest.raises(Gone) as caught:
        add(session, kind, **{key: 99})
    assert (caught.value.kind, caught.value.record_id) == (parent, 99)


@pytest.mark.parametrize(("kind", "changes", "expected"), REFUSED)
def test_a_refusal_names_everything_and_nothing_is_stored(
    book: Book, kind: str, changes: dict[str, Value], expected: list[tuple[str, str]]
) -> None:
    record_id = added(book, kind)
    expected = expected or [("required", "content"), ("ends_before_begins", "ends_on")]
    before = contents(book)
    for write in (
        lambda session: entries.add(session, kind, {**values(session, kind), **changes}),
        lambda session: entries.change(session, kind, record_id, changes),
    ):
        with pytest.raises(Refused) as caught:
            step(book, write)
        assert [(item.code, item.place) for item in caught.value.findings] == expected
    assert contents(book) == before


def test_a_refused_change_may_be_caught_and_leaves_no_trace(book: Book) -> None:
    record_id = added(book, "outreach")
    before = contents(book)
    with book.writing(who="x") as session, pytest.raises(Refused):
        entries.change(session, "outreach", record_id, {"people": 1, "female": 2})
    assert contents(book) == before


def test_an_unknown_measure_names_near_ones(book: Book) -> None:
    with book.writing(who="x") as session, pytest.raises(Refused) as caught:
        add(session, "targets", measure="outreach.peple")
    assert "outreach.people" in caught.value.findings[0].facts["near"]


def test_a_unit_must_exist_on_the_day(book: Book) -> None:
    later = date(2025, 7, 1)
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=later, file_name="b.csv"))
    assert added(book, "outreach", held_on=date(2025, 6, 30))
    with pytest.raises(Refused) as caught:
        added(book, "outreach", held_on=later)
    (finding,) = caught.value.findings
    assert (finding.code, finding.place, finding.value, finding.facts) == (
        "unit_not_on_day",
        "unit_id",
        "Xã Quế Lâm",
        {"day": "01/07/2025"},
    )


def test_a_training_is_held_by_a_unit_that_exists_when_it_ends(book: Book) -> None:
    lines = [line for line in unit_lines() if line.code != "99102"]
    step(book, lambda session: units.load(session, lines, on=date(2025, 7, 1), file_name="b.csv"))
    days = {"starts_on": date(2025, 6, 30), "ends_on": date(2025, 7, 1)}
    with pytest.raises(Refused) as caught:
        added(book, "trainings", **days)
    assert [item.code for item in caught.value.findings] == ["unit_not_on_day"]


@pytest.mark.parametrize(("kind", "words"), SEARCH)
def test_a_record_is_found_by_its_words(book: Book, kind: str, words: list[str]) -> None:
    record_id = added(book, kind)
    with book.reading() as session:
        for text in words:
            assert listings.matching_ids(session, ListQuery(kind, text=text)) == (record_id,)


def test_the_words_for_search_follow_a_change(book: Book) -> None:
    record_id = added(book, "outreach")
    unit = step(book, lambda session: unit_id(session, "99103"))[0]
    step(
        book,
        lambda session: entries.change(session, "outreach", record_id, {"topic": "Đêm hội", "unit_id": unit}),
    )
    with book.reading() as session:
        assert listings.matching_ids(session, ListQuery("outreach", text="dem hoi dat thanh")) == (record_id,)
        assert listings.matching_ids(session, ListQuery("outreach", text="nong")) == ()


def test_a_plan_belongs_to_the_offices_unit(book: Book) -> None:
    plan_id = added(book, "plans")
    with book.reading() as session:
        assert session.get_one(Plan, plan_id).unit_id == offices.current(session).unit.id


@pytest.mark.parametrize("kind", PARTS)
def test_parts_come_one_after_the_other(book: Book, kind: str) -> None:
    plan_id, other = added(book, "plans"), added(book, "plans")
    ids = [added(book, kind, plan_id=plan_id) for _ in range(3)]
    added(book, kind, plan_id=other)
    with book.reading() as session:
        assert listings.matching_ids(session, ListQuery(kind, where={"plan_id": plan_id})) == tuple(ids)


@pytest.mark.parametrize(
    ("which", "steps", "order"),
    [
        (0, 1, [1, 0, 2]),
        (2, -1, [0, 2, 1]),
        (0, 9, [1, 2, 0]),
        (2, -9, [2, 0, 1]),
        (0, -1, [0, 1, 2]),
        (1, 0, [0, 1, 2]),
    ],
)
def test_a_part_moves_among_its_own(book: Book, which: int, steps: int, order: list[int]) -> None:
    plan_id, other = added(book, "plans"), added(book, "plans")
    ids = [added(book, "targets", plan_id=plan_id) for _ in range(3)]
    stranger = added(book, "targets", plan_id=other)
    step(book, lambda session: entries.move(session, "targets", ids[which], steps))
    with book.reading() as session:
        found = listings.matching_ids(session, ListQuery("targets", where={"plan_id": plan_id}))
        assert list(found) == [ids[place] for place in order]
        assert listings.matching_ids(session, ListQuery("targets", where={"plan_id": other})) == (stranger,)


def test_removing_a_plan_removes_only_its_own_parts(book: Book) -> None:
    plan_id, other = added(book, "plans"), added(book, "plans")
    for kind in PARTS:
        added(book, kind, plan_id=plan_id)
        added(book, kind, plan_id=other)
    step(book, lambda session: entries.remove(session, "plans", plan_id))
    assert [len(contents(book)[name]) for name in ("plan", "plan_section", "target", "task")] == [1] * 4


def test_the_first_known_day_has_units(book: Book) -> None:
    with book.reading() as session:
        assert units.find(session, "99102", ON).name == "Xã Quế Lâm"
