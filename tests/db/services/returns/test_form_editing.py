"""Sets of forms: drafts, put in force, ended, given up, and back to what came with the program; one step each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from db.records import Return, ReturnFile
from db.rules.findings import Refused
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.form_documents import FormDocument
from db.rules.returns.forms import ColumnForm
from db.services import content, units
from db.services.content_drafts import SetState
from db.services.entering import history
from db.services.returns import form_editing, form_lists, form_previews, forms_in_force, return_sets
from db.services.returns.form_lists import FormSetInfo
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import contents, step

TODAY, NEXT = date(2025, 9, 1), date(2026, 1, 1)
SHIPPED = "quarterly"
EXTRA = ColumnForm("extra", "Người dự", "measure", 10, measure="outreach.people")


def listed(book: Book, on: date = TODAY) -> dict[str, FormSetInfo]:
    with book.reading() as session:
        found = form_lists.listed(session, on=on)
    return {f"{item.code} {item.valid_from}": item for item in found if item.code != "quarterly_annexes"}


def days(book: Book) -> list[tuple[str, str, str]]:
    return [(key, item.state.value, f"{item.valid_to or ''}") for key, item in listed(book).items()]


def shipped_id(book: Book) -> int:
    with book.reading() as session:
        return content.in_force(session, "return_set", SHIPPED, TODAY).id


def document(book: Book, set_id: int) -> FormDocument:
    with book.reading() as session:
        return form_lists.document_of(content.by_id(session, set_id))


def drafted(book: Book, valid_from: date = NEXT) -> int:
    """A draft of the shipped set with a column more."""
    number = step(book, lambda s: form_editing.copy(s, shipped_id(book), valid_from=valid_from))[0]
    held = document(book, number)
    first = replace(held.sheets[1], columns=(*held.sheets[1].columns, EXTRA))
    changed = replace(held, sheets=(held.sheets[0], first, *held.sheets[2:]))
    step(book, lambda s: form_editing.change(s, number, changed))
    return number


def forced(book: Book, on: date = NEXT) -> int:
    number = drafted(book)
    return step(book, lambda s: forms_in_force.put_in_force(s, number, on=on))[0].id


def refused(book: Book, action: Callable[[Session], object]) -> list[str]:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(book, action)
    assert contents(book) == before
    return [item.code for item in caught.value.findings]


def exported(session: Session, set_id: int) -> None:
    """A return of the first quarter of 2026 by a set."""
    held = content.by_id(session, set_id)
    row = Return(
        unit_id=unit_id(session, "991"),
        set_code=held.code,
        set_version=held.version,
        period="2026-Q1",
        first=date(2025, 12, 15),
        last=date(2026, 3, 14),
        revision=1,
        figures="{}",
        sha256="0" * 64,
        check_code="0000",
        file_name="a.xlsx",
        frozen="",
        sources="",
        words="",
        note="",
        sent_note="",
        acknowledged_note="",
    )
    session.add(row)
    session.flush()


def received(session: Session, set_id: int) -> None:
    """A file that came for the first quarter of 2026."""
    row = ReturnFile(
        set_code=content.by_id(session, set_id).code,
        period="2026-Q1",
        last=date(2026, 3, 14),
        revision=1,
        verified=True,
        state="received",
        file_name="a.xlsx",
        sha256="1" * 64,
        body=b"",
        frozen="",
        findings="",
        reason="",
        received_at=datetime(2026, 3, 20),
        received_by="",
    )
    session.add(row)
    session.flush()


def test_what_came_with_the_program_is_listed_as_in_force(book: Book) -> None:
    found = listed(book)[f"{SHIPPED} 2020-01-03"]
    assert (found.state, found.is_shipped, found.returns) == (SetState.IN_FORCE, True, 0)


def test_a_draft_of_a_set_changes_nothing_that_is_in_force(book: Book) -> None:
    before = document(book, shipped_id(book))
    drafted(book)
    assert document(book, shipped_id(book)) == before
    assert days(book) == [
        (f"{SHIPPED} 2026-01-01", "draft", ""),
        (f"{SHIPPED} 2020-01-03", "in_force", ""),
    ]


def test_a_draft_in_force_ends_the_earlier_set_the_day_before_and_goes_back_in_one_step(book: Book) -> None:
    number = drafted(book)
    before = contents(book)
    _, made = step(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT))
    assert days(book) == [
        (f"{SHIPPED} 2026-01-01", "ahead", ""),
        (f"{SHIPPED} 2020-01-03", "in_force", "2025-12-31"),
    ]
    with book.reading() as session:
        columns = [
            [column.key for column in return_sets.return_set(session, SHIPPED, day).sheets[1].columns][-1]
            for day in (TODAY, NEXT)
        ]
    assert columns == ["people_year_before", "extra"]
    step(book, lambda s: history.revert(s, made))
    assert contents(book) == before


def test_a_set_of_its_own_is_begun_empty_and_not_put_in_force_so(book: Book) -> None:
    number = step(book, lambda s: form_editing.begin(s, title="Bộ riêng", valid_from=NEXT))[0]
    assert document(book, number).sheets == ()
    assert refused(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT)) == [
        "required",
        "set_no_forms",
    ]


def test_a_set_of_its_own_code_is_offered_from_its_day(book: Book) -> None:
    number = drafted(book)
    held = document(book, number)
    step(book, lambda s: form_editing.change(s, number, held, code="bieu-tinh"))
    step(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT))
    with book.reading() as session:
        offered = [[item.code for item in return_sets.sets(session, day)] for day in (TODAY, NEXT)]
    assert ("bieu-tinh" in offered[0], "bieu-tinh" in offered[1]) == (False, True)


def test_two_sets_of_a_code_never_hold_from_the_same_day(book: Book) -> None:
    forced(book)
    number = drafted(book)
    assert refused(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT)) == ["rule_set_same_day"]


def test_an_unsound_draft_is_not_put_in_force(book: Book) -> None:
    number = drafted(book)
    held = document(book, number)
    wrong = replace(held.sheets[1], columns=(*held.sheets[1].columns, EXTRA))
    step(book, lambda s: form_editing.change(s, number, replace(held, sheets=(wrong,))))
    assert refused(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT)) == ["column_key_twice"]


def test_what_was_put_in_force_is_given_up_as_a_draft_again(book: Book) -> None:
    number = forced(book)
    held = document(book, number)
    again = step(book, lambda s: forms_in_force.give_up(s, number))[0]
    assert document(book, again) == held
    assert days(book) == [
        (f"{SHIPPED} 2026-01-01", "draft", ""),
        (f"{SHIPPED} 2020-01-03", "in_force", ""),
    ]


@pytest.mark.parametrize("use", [exported, received])
def test_a_set_on_which_a_return_stands_is_not_given_up(
    book: Book, use: Callable[[Session, int], None]
) -> None:
    number = forced(book)
    step(book, lambda s: use(s, number))
    assert listed(book)[f"{SHIPPED} 2026-01-01"].returns == 1
    assert refused(book, lambda s: forms_in_force.give_up(s, number)) == ["forms_used"]


def test_what_came_with_the_program_is_not_given_up_but_ends(book: Book) -> None:
    number = shipped_id(book)
    assert refused(book, lambda s: forms_in_force.give_up(s, number)) == ["forms_shipped"]
    step(book, lambda s: forms_in_force.take_out(s, number, last=date(2025, 6, 30)))
    assert days(book) == [(f"{SHIPPED} 2020-01-03", "replaced", "2025-06-30")]
    too_early = date(2019, 1, 1)
    assert refused(book, lambda s: forms_in_force.take_out(s, number, last=too_early)) == [
        "rule_set_last_before_first"
    ]


def test_an_office_goes_back_to_what_came_with_the_program(book: Book) -> None:
    number, later = forced(book), date(2026, 6, 1)
    step(book, lambda s: exported(s, number))
    done = step(book, lambda s: forms_in_force.go_back(s, SHIPPED, on=later))[0]
    assert document(book, done.id).sheets == document(book, shipped_id(book)).sheets
    assert [item.state.value for item in listed(book, later).values()] == ["in_force", "replaced", "replaced"]
    assert done.staying == 0
    assert refused(book, lambda s: forms_in_force.go_back(s, SHIPPED, on=date(2026, 7, 1))) == [
        "forms_as_shipped"
    ]
    assert refused(book, lambda s: forms_in_force.go_back(s, "none", on=later)) == ["forms_not_shipped"]


def test_returns_of_later_periods_are_told_and_stay(book: Book) -> None:
    step(book, lambda s: exported(s, shipped_id(book)))
    number = drafted(book)
    assert step(book, lambda s: forms_in_force.put_in_force(s, number, on=NEXT))[0].staying == 1


@pytest.fixture(params=["sound", "wrong"])
def shown(request: pytest.FixtureRequest, book: Book) -> Iterator[tuple[str, FormDocument]]:
    """A document with one form, one of its columns as it should be or of no measure."""
    held = document(book, shipped_id(book))
    measure = "outreach.people" if request.param == "sound" else "outreach.peopel"
    form = replace(held.sheets[1], columns=(*held.sheets[1].columns, replace(EXTRA, measure=measure)))
    yield request.param, replace(held, sheets=(form,))


def test_a_preview_has_the_figures_of_the_columns_that_can_be_filled(
    book: Book, shown: tuple[str, FormDocument]
) -> None:
    kind, given = shown
    with book.reading() as session:
        unit = units.find(session, "991", TODAY)
        seen = form_previews.preview(
            session, given, 1, unit=unit, period=parse_period("2025-Q3"), cut_off=DECREE_09
        )
    assert seen.left_out == (() if kind == "sound" else ("Người dự",))
    assert (seen.filled.sheets[0].form.columns[-1].key == "extra") == (kind == "sound")
    assert len(seen.filled.sheets[0].rows) > 1
