"""An issued plan stays as it was issued; its progress goes on."""

from datetime import date
from decimal import Decimal

import pytest

from db.rules.entries import Values
from db.rules.findings import Refused
from db.services.entering import entries, history
from db.services.planning import amendments, plan_gate
from db.sessions import Book
from tests.helpers.sample_records import PARTS, added, issued, step

PROGRESS: Values = {"state": "done", "done_on": date(2025, 9, 1), "money_spent": 900, "note": "xong"}


@pytest.fixture
def issued_plan(book: Book) -> dict[str, int]:
    """The numbers of an issued plan and of one part of each kind."""
    plan_id = added(book, "plans")
    made = {kind: added(book, kind, plan_id=plan_id) for kind in PARTS}
    issued(book, plan_id)
    return {"plans": plan_id, **made}


def refused(book: Book, action: object) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        step(book, action)  # type: ignore[arg-type]
    return [(finding.code, finding.place) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("kind", "values", "place"),
    [
        ("plans", {"subject": "Khác"}, "subject"),
        ("plans", {"grounds": "Luật A"}, "grounds"),
        ("sections", {"text": "Khác"}, "text"),
        ("targets", {"value": Decimal(80)}, "value"),
        ("tasks", {"ends_on": date(2025, 12, 1)}, "ends_on"),
    ],
)
def test_an_issued_plans_words_are_not_changed(
    book: Book, issued_plan: dict[str, int], kind: str, values: Values, place: str
) -> None:
    found = refused(book, lambda session: entries.change(session, kind, issued_plan[kind], values))
    assert found == [("plan_issued", place)]


@pytest.mark.parametrize("kind", PARTS)
def test_parts_of_an_issued_plan_neither_come_nor_go_nor_move(
    book: Book, issued_plan: dict[str, int], kind: str
) -> None:
    part, plan_id = issued_plan[kind], issued_plan["plans"]
    for action in (
        lambda session: entries.remove(session, kind, part),
        lambda session: entries.move(session, kind, part, 1),
    ):
        assert [code for code, _ in refused(book, action)] == ["plan_issued"]
    with pytest.raises(Refused):
        added(book, kind, plan_id=plan_id)


def test_progress_of_tasks_is_kept_in_an_issued_plan(book: Book, issued_plan: dict[str, int]) -> None:
    task = issued_plan["tasks"]
    step(book, lambda session: entries.change(session, "tasks", task, PROGRESS))
    with book.reading() as session:
        found = entries.values_of(session, "tasks", task)
    assert {key: found[key] for key in PROGRESS} == PROGRESS


def test_the_same_value_again_is_no_change(book: Book, issued_plan: dict[str, int]) -> None:
    values: Values = {"subject": "Kế hoạch năm"}
    assert step(book, lambda session: entries.change(session, "plans", issued_plan["plans"], values))[1] == 0


def test_an_open_amendment_lets_all_be_edited_but_the_state(book: Book, issued_plan: dict[str, int]) -> None:
    plan_id = issued_plan["plans"]
    step(book, lambda session: amendments.begin(session, plan_id))
    step(book, lambda session: entries.change(session, "sections", issued_plan["sections"], {"text": "B"}))
    added(book, "tasks", plan_id=plan_id)
    closing: Values = {"state": "closed"}
    found = refused(book, lambda session: entries.change(session, "plans", plan_id, closing))
    assert found == [("amendment_open", "state")]


def test_a_plan_is_not_issued_without_what_its_paper_needs(book: Book) -> None:
    plan_id = added(book, "plans")
    found = refused(book, lambda session: entries.change(session, "plans", plan_id, {"state": "issued"}))
    # The office's own post is printed; the plan needs no other.
    assert found == [("needed_to_issue", key) for key in ("number", "issued_on", "signatory_name")]


@pytest.mark.parametrize("state", ["issued", "closed"])
def test_a_new_plan_is_not_yet_issued(book: Book, state: str) -> None:
    with pytest.raises(Refused) as caught:
        added(book, "plans", state=state)
    assert caught.value.findings[0].code == "plan_state_move"


def test_undo_opens_an_issued_plan_again(book: Book) -> None:
    plan_id = added(book, "plans", number=5, issued_on=date(2025, 1, 10), signatory_name="Lò Văn Bảo")
    state: Values = {"state": "issued"}
    _, number = step(book, lambda session: entries.change(session, "plans", plan_id, state))
    step(book, lambda session: history.revert(session, number))
    with book.reading() as session:
        assert not plan_gate.is_locked(session, plan_id)
