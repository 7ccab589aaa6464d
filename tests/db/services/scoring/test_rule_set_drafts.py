"""Drafts of rule sets, and how they come into force and go out of it; what is in force stays to the byte."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from db.records import Content
from db.rules.findings import Refused
from db.rules.scoring.documents import Document
from db.services import content
from db.services.content_drafts import SetState
from db.services.entering import history
from db.services.entering.history import ChangedSince
from db.services.scoring import rule_set_drafts, rule_set_lists, rule_sets, rule_sets_in_force, sheets
from db.services.scoring.rule_set_lists import SetInfo
from db.sessions import Book, Session
from tests.helpers.books import OFFICER, unit_id
from tests.helpers.rule_sets import criterion, sound
from tests.helpers.sample_records import contents, step
from tests.helpers.scoring import fill_in

TODAY = date(2026, 3, 1)
NEXT = date(2026, 7, 1)
SHIPPED = "illustrative-100"


def listed(book: Book, on: date = TODAY) -> dict[str, SetInfo]:
    with book.reading() as session:
        return {f"{item.code} {item.valid_from}": item for item in rule_set_lists.listed(session, on=on)}


def shipped_id(session: Session) -> int:
    return content.in_force(session, rule_sets.KIND, SHIPPED, date(2025, 1, 1)).id


def copied(book: Book, valid_from: date = NEXT) -> int:
    return step(book, lambda s: rule_set_drafts.copy(s, shipped_id(s), valid_from=valid_from))[0]


def coded(book: Book, code: str) -> int:
    draft = copied(book)
    held = document(book, draft)
    step(book, lambda s: rule_set_drafts.change(s, draft, held, code=code))
    return draft


def refused(book: Book, action: Callable[[Session], object]) -> list[tuple[str, str]]:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(book, action)
    assert contents(book) == before
    return [(item.code, item.place) for item in caught.value.findings]


def force(book: Book, draft_id: int, on: date = NEXT, *, confirmed: bool = True) -> None:
    step(book, lambda s: rule_sets_in_force.put_in_force(s, draft_id, on=on, confirmed=confirmed))


def document(book: Book, set_id: int) -> Document:
    with book.reading() as session:
        return rule_set_lists.document_of(content.by_id(session, set_id))


def in_force(book: Book) -> dict[int, tuple[str, str]]:
    """Text and hash of every set in force, the hash counted anew."""
    with book.reading() as session:
        rows = session.scalars(select(Content).where(Content.kind == rule_sets.KIND)).all()
        assert all(hashlib.sha256(row.body.encode()).hexdigest() == row.sha256 for row in rows)
        return {row.id: (row.body, row.sha256) for row in rows}


def test_every_set_is_listed_with_its_state_and_its_sheets(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025))
    copied(book)
    found = listed(book)
    assert [(key, item.state.value, dict(item.sheets)) for key, item in found.items()] == [
        (f"{SHIPPED} {NEXT}", "draft", {}),
        ("illustrative-five 2026-01-01", "draft", {}),
        (f"{SHIPPED} 2020-07-01", "in_force", {2025: 1}),
    ]


def test_an_empty_draft_knows_the_levels_and_days_of_the_newest_set(book: Book) -> None:
    made, _ = step(book, lambda s: rule_set_drafts.begin(s, title="Bộ mới", valid_from=NEXT))
    blank = document(book, made)
    with book.reading() as session:
        like = rule_sets.of_year(session, 2025)
        shipped = rule_set_lists.document_of(like).rule_set
    assert (blank.rule_set.groups, blank.rule_set.levels) == ((), shipped.levels)
    assert blank.rule_set.due == shipped.due


def test_two_drafts_of_a_code_and_a_day_get_two_codes(book: Book) -> None:
    copied(book), copied(book)
    assert {f"{SHIPPED} {NEXT}", f"{SHIPPED}-2 {NEXT}"} <= listed(book).keys()


def test_a_draft_is_changed_as_a_whole_in_one_step_that_goes_back(book: Book) -> None:
    draft = copied(book)
    before = document(book, draft)
    changed = replace(before, title="Bộ khác", rule_set=sound(criterion("1", "7.5")).rule_set)
    _, made = step(book, lambda s: rule_set_drafts.change(s, draft, changed, code="xa-2026"))
    assert document(book, draft) == changed
    assert f"xa-2026 {NEXT}" in listed(book)
    step(book, lambda s: history.revert(s, made))
    assert document(book, draft) == before


def test_an_unsound_draft_is_kept_as_it_is(book: Book) -> None:
    draft = copied(book)
    unsound = sound(groups=(), classes=(), title="", citation="", valid_to=date(2020, 1, 1))
    step(book, lambda s: rule_set_drafts.change(s, draft, unsound))
    assert document(book, draft) == unsound


HEADS = {
    "title": (lambda d: replace(d, title="x" * 251), None, ("too_long", "title")),
    "citation": (lambda d: replace(d, citation="x" * 251), None, ("too_long", "citation")),
    "no code": (lambda d: d, " ", ("required", "code")),
    "long code": (lambda d: d, "x" * 51, ("too_long", "code")),
    "other draft": (
        lambda d: replace(d, valid_from=date(2026, 1, 1)),
        "illustrative-five",
        ("rule_set_draft_same", "valid_from"),
    ),
}


@pytest.mark.parametrize("spoil, code, expected", HEADS.values(), ids=HEADS)
def test_a_head_that_a_book_cannot_keep_is_refused(
    book: Book, spoil: Callable[[Document], Document], code: str | None, expected: tuple[str, str]
) -> None:
    draft = copied(book)
    wrong = spoil(document(book, draft))
    assert refused(book, lambda s: rule_set_drafts.change(s, draft, wrong, code=code)) == [expected]


def test_a_draft_is_removed_and_comes_back(book: Book) -> None:
    draft = copied(book)
    _, made = step(book, lambda s: rule_set_drafts.remove(s, draft))
    assert f"{SHIPPED} {NEXT}" not in listed(book)
    step(book, lambda s: history.revert(s, made))
    assert f"{SHIPPED} {NEXT}" in listed(book)


def test_a_set_in_force_is_neither_changed_nor_removed(book: Book) -> None:
    with book.reading() as session:
        held = shipped_id(session)
    other = sound()
    expected = [("rule_set_in_force", "")]
    assert refused(book, lambda s: rule_set_drafts.change(s, held, other)) == expected
    assert refused(book, lambda s: rule_set_drafts.remove(s, held)) == expected
    assert refused(book, lambda s: rule_sets_in_force.put_in_force(s, held, on=NEXT)) == expected


@pytest.mark.parametrize(
    "key, value",
    [("body", "title = 'x'"), ("sha256", "0" * 64), ("kind", "rule_set_draft"), ("valid_from", NEXT)],
)
def test_nothing_writes_over_a_set_in_force(book: Book, key: str, value: object) -> None:
    def write(session: Session) -> None:
        setattr(session.get_one(Content, shipped_id(session)), key, value)
        session.flush()

    assert refused(book, write) == [("rule_set_body_fixed", "")]


def test_a_draft_in_force_ends_the_earlier_set_of_its_code_the_day_before(book: Book) -> None:
    draft = copied(book, date(2030, 1, 1))
    force(book, draft)
    found = listed(book)
    assert (found[f"{SHIPPED} 2020-07-01"].valid_to, found[f"{SHIPPED} {NEXT}"].valid_to) == (
        date(2026, 6, 30),
        None,
    )
    assert [found[f"{SHIPPED} {day}"].state for day in ("2020-07-01", NEXT)] == [
        SetState.IN_FORCE,
        SetState.AHEAD,
    ]
    assert listed(book, NEXT)[f"{SHIPPED} 2020-07-01"].state is SetState.REPLACED
    with book.reading() as session:
        assert [rule_sets.of_year(session, year).valid_from for year in (2025, 2026)] == [
            date(2020, 7, 1),
            NEXT,
        ]


def test_a_set_from_an_earlier_day_ends_before_the_later_one_of_its_code(book: Book) -> None:
    force(book, copied(book), NEXT)
    force(book, copied(book, date(2031, 1, 1)), date(2026, 1, 1))
    found = listed(book)
    assert found[f"{SHIPPED} 2026-01-01"].valid_to == date(2026, 6, 30)
    assert found[f"{SHIPPED} 2020-07-01"].valid_to == date(2025, 12, 31)


def test_two_sets_of_a_code_never_begin_on_one_day(book: Book) -> None:
    draft = copied(book)
    found = refused(
        book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=date(2020, 7, 1), confirmed=True)
    )
    assert ("rule_set_same_day", "valid_from") in found


def test_two_sets_of_other_codes_never_begin_on_one_day_either(book: Book) -> None:
    force(book, copied(book), NEXT)
    draft = coded(book, "khac")
    found = refused(book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=NEXT, confirmed=True))
    assert found == [("rule_set_same_day", "valid_from")]


def test_a_set_of_another_code_passes_the_earlier_ones_over_and_says_so(book: Book) -> None:
    draft = coded(book, "khac")
    outcome, _ = step(book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=NEXT, confirmed=True))
    assert (outcome.ended, outcome.passed_over) == ((), ("Bộ tiêu chí minh họa 100 điểm",))
    found = {key: item.state for key, item in listed(book, NEXT).items()}
    assert found[f"khac {NEXT}"] is SetState.IN_FORCE
    assert found[f"{SHIPPED} 2020-07-01"] is SetState.REPLACED


def test_an_unsound_draft_is_not_put_in_force(book: Book) -> None:
    draft = copied(book)
    wrong = replace(document(book, draft), total=Decimal(99))
    step(book, lambda s: rule_set_drafts.change(s, draft, wrong))
    assert refused(book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=NEXT, confirmed=True)) == [
        ("total_differs", "total")
    ]


def test_a_draft_is_tried_or_confirmed_before_it_is_put_in_force(book: Book) -> None:
    draft = copied(book)
    assert refused(book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=NEXT)) == [
        ("rule_set_not_tried", "")
    ]
    step(book, lambda s: rule_sets_in_force.note_trial(s, draft))
    changed = replace(document(book, draft), title="Khác")
    step(book, lambda s: rule_set_drafts.change(s, draft, changed))
    # It was tried as it was, not as it is.
    assert refused(book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=NEXT)) == [
        ("rule_set_not_tried", "")
    ]
    step(book, lambda s: rule_sets_in_force.note_trial(s, draft))
    force(book, draft, confirmed=False)
    assert listed(book)[f"{SHIPPED} {NEXT}"].title == "Khác"


def test_putting_in_force_is_one_step_that_goes_back_until_a_sheet_stands_on_it(book: Book) -> None:
    before = {key: replace(item) for key, item in listed(book).items()}
    draft = copied(book)
    _, made = step(
        book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=date(2025, 1, 1), confirmed=True)
    )
    step(book, lambda s: history.revert(s, made))
    step(book, lambda s: rule_set_drafts.remove(s, draft))
    assert listed(book) == before
    draft = copied(book)
    _, made = step(
        book, lambda s: rule_sets_in_force.put_in_force(s, draft, on=date(2025, 1, 1), confirmed=True)
    )
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025))
    with pytest.raises(ChangedSince):
        step(book, lambda s: history.revert(s, made))


def test_sheets_keep_their_set_and_it_keeps_every_byte(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025, missing=5))
    before = in_force(book)
    with book.reading() as session:
        scored = sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025)
    draft = copied(book)
    other = replace(
        document(book, draft), rule_set=sound(criterion("1", "50"), criterion("2", "50")).rule_set
    )
    step(book, lambda s: rule_set_drafts.change(s, draft, other))
    with book.writing(who=OFFICER) as session:
        outcome = rule_sets_in_force.put_in_force(session, draft, on=date(2025, 7, 1), confirmed=True)
    assert (outcome.ended, outcome.staying) == (("Bộ tiêu chí minh họa 100 điểm",), 1)
    after = in_force(book)
    assert {number: after[number] for number in before} == before
    with book.reading() as session:
        assert sheets.sheet(session, unit_id=unit_id(session, "99102"), year=2025) == scored
        assert sheets.sheet(session, unit_id=unit_id(session, "99103"), year=2025).rule_set == other.rule_set


def test_a_set_is_taken_out_of_force_by_its_last_day(book: Book) -> None:
    step(book, lambda s: rule_sets_in_force.take_out(s, shipped_id(s), last=date(2025, 12, 31)))
    assert listed(book)[f"{SHIPPED} 2020-07-01"].state is SetState.REPLACED


def test_a_set_stays_in_force_for_the_years_of_its_sheets(book: Book) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025))

    def take_out(last: date) -> Callable[[Session], None]:
        return lambda s: rule_sets_in_force.take_out(s, shipped_id(s), last=last)

    assert refused(book, take_out(date(2025, 12, 30))) == [("rule_set_stands", "valid_to")]
    assert refused(book, take_out(date(2020, 6, 30))) == [
        ("rule_set_last_before_first", "valid_to"),
        ("rule_set_stands", "valid_to"),
    ]
    step(book, take_out(date(2025, 12, 31)))


def test_a_set_does_not_reach_into_the_one_that_followed(book: Book) -> None:
    force(book, copied(book))
    expected = [("rule_set_followed", "valid_to")]
    assert refused(book, lambda s: rule_sets_in_force.take_out(s, shipped_id(s), last=NEXT)) == expected


def test_a_draft_is_not_taken_out_of_force(book: Book) -> None:
    draft = copied(book)
    expected = [("rule_set_not_in_force", "")]
    assert refused(book, lambda s: rule_sets_in_force.take_out(s, draft, last=NEXT)) == expected


def test_a_shipped_draft_does_not_come_again_once_it_was_changed_or_put_in_force(book: Book) -> None:
    with book.reading() as session:
        draft = content.of_kind(session, rule_set_lists.DRAFT_KIND)[0].id
    changed = replace(document(book, draft), valid_from=NEXT)
    step(book, lambda s: rule_set_drafts.change(s, draft, changed))
    step(book, content.ship)
    force(book, draft)
    step(book, content.ship)
    assert [item.state for item in listed(book).values()] == [SetState.AHEAD, SetState.IN_FORCE]
