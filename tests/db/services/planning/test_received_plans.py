"""A reviewed plan is stored whole as one step, or not at all."""

from dataclasses import replace
from datetime import date

import pytest

from db.rules.findings import Refused
from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.text_sources import source_of_text
from db.rules.plan_review.items import Part, ReviewItem
from db.rules.plan_review.making import as_own, review_of
from db.services import content
from db.services.entering import entries, history
from db.services.planning import plans, received_plans, sections
from db.sessions import Book
from tests.db.rules.plan_reading import made_plans
from tests.helpers.sample_records import contents, step

TODAY = date(2025, 9, 20)


def items_of(book: Book, text: str = made_plans.DISTRICT) -> tuple[ReviewItem, ...]:
    source = source_of_text(text)
    with book.reading() as session:
        return review_of(read_plan(source), source.lines, received_plans.words(session)).items


def stored(book: Book, items: tuple[ReviewItem, ...]) -> tuple[int, int]:
    made, number = step(book, lambda session: received_plans.store(session, items, TODAY))
    return made.plan_id, number


def test_a_reviewed_plan_becomes_a_draft_with_its_parts(book: Book) -> None:
    items = items_of(book)
    plan_id, _ = stored(book, items)
    with book.reading() as session:
        values = entries.values_of(session, "plans", plan_id)
        outline = sections.outline_of(session, plan_id)
        targets = plans.targets_of_plan(session, plan_id)
    assert (values["state"], values["number"], values["first_year"]) == ("draft", 38, 2024)
    assert len(outline.sections) == sum(item.kind == "sections" and item.accepted for item in items)
    assert [target.text for target in targets] == [
        item.raw["text"] for item in items if item.kind == "targets" and item.accepted
    ]


def test_what_was_left_out_is_not_stored(book: Book) -> None:
    items = tuple(
        replace(item, accepted=item.part is Part.HEAD or item.kind == "tasks") for item in items_of(book)
    )
    plan_id, _ = stored(book, items)
    with book.reading() as session:
        assert sections.outline_of(session, plan_id).sections == ()
        assert plans.targets_of_plan(session, plan_id) == ()
        assert len(plans.paper(session, plan_id).tasks) == sum(item.kind == "tasks" for item in items)


def test_an_own_plan_has_both_grounds_and_no_number(book: Book) -> None:
    plan_id, _ = stored(book, as_own(items_of(book), own=True))
    with book.reading() as session:
        paper = plans.paper(session, plan_id)
    assert (paper.number, paper.issued_on, paper.recipients) == (None, None, ())
    assert [ground[:26] for ground in paper.grounds] == [
        "Căn cứ Pháp lệnh Phòng, ch",
        "Căn cứ Kế hoạch số 512/KH-",
        "Căn cứ Kế hoạch số 38/KH-U",
    ]


def test_one_undo_takes_the_whole_plan_back(book: Book) -> None:
    before = contents(book)
    _, number = stored(book, items_of(book))
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before


def test_every_wrong_item_is_named_and_nothing_is_stored(book: Book) -> None:
    before = contents(book)
    items = list(items_of(book))
    at = next(place for place, item in enumerate(items) if item.part is Part.TARGETS)
    items[at] = items[at].with_text("value", "bảy mươi")
    items[0] = replace(items[0], accepted=False)
    with pytest.raises(Refused) as refused:
        stored(book, tuple(items))
    wrong, missing = refused.value.findings
    assert (wrong.code, wrong.place.split(".")[::2]) == ("not_number", ["targets", "value"])
    assert (missing.code, missing.place) == ("required", "subject")
    assert contents(book) == before


def test_the_same_plan_is_known_again_and_another_is_not(book: Book) -> None:
    items = items_of(book)
    plan_id, _ = stored(book, items)
    with book.reading() as session:
        twin = received_plans.same_plan(session, items)
        other = received_plans.same_plan(session, items_of(book, made_plans.COMMUNE))
    assert twin is not None
    assert twin.id == plan_id
    assert other is None


def test_every_hint_names_a_measure_that_there_is(book: Book) -> None:
    with book.reading() as session:
        known = {choice.code for choice in content.choices(session, "measures")}
        hints = content.target_hints(session)
    names = {name.partition("[")[0] for hint in hints for name in (hint.measure, hint.denominator) if name}
    assert names <= known
    assert hints
