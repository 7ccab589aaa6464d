"""Each role against each kind of action: what it may do, and what is refused with nothing changed."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from db.rules.entries import Values
from db.rules.periods import DECREE_09, parse_period
from db.rules.rights import Right, Role, allows
from db.rules.scoring.chain import Step
from db.services import units
from db.services.entering import entries, history
from db.services.planning import amendments
from db.services.returns import approving, checking, filling
from db.services.rights import NotAllowed
from db.sessions import Book, Session
from tests.helpers.books import NOW, unit_id
from tests.helpers.sample_records import add, added, contents, issued, step
from tests.helpers.scoring import TODAY, fill_in, take

YEAR, Q3 = 2025, parse_period("2025-Q3")
COMMUNE = "99102"
SIGNED: Values = {
    "number": 5,
    "issued_on": date(2025, 1, 10),
    "signatory_name": "Lò Văn Bảo",
    "state": "issued",
}
Act = Callable[[Session], object]


def submitted(book: Book) -> int:
    return added(book, "plans", state="submitted")


def standing(book: Book) -> int:
    plan = submitted(book)
    issued(book, plan)
    return plan


def change_plan(plan: int, values: Values) -> Act:
    return partial(entries.change, kind="plans", record_id=plan, values=values)


def undo_of(book: Book, act: Act) -> Act:
    _, number = step(book, act)
    return lambda session: history.revert(session, number)


def amend(book: Book) -> Act:
    plan = standing(book)
    amendment, _ = step(book, lambda session: amendments.begin(session, plan))
    step(book, change_plan(plan, {"subject": "Nội dung khác"}))
    values: Values = {"number": 7, "issued_on": date(2025, 3, 1), "reason": "Bổ sung"}
    return lambda session: amendments.issue(session, amendment, values)


def sheet(book: Book, *, last: Step | None = Step.SUBMIT) -> None:
    if last is not None:
        step(book, lambda session: fill_in(session, unit_id(session, COMMUNE), YEAR, last=last))


def take_step(book: Book, before: Step | None, taken: Step, **words: str) -> Act:
    sheet(book, last=before)
    return lambda session: take(session, unit_id(session, COMMUNE), YEAR, taken, TODAY, **words)


def approve_return(session: Session) -> int:
    unit = units.find_during(session, "991", Q3.span(DECREE_09))
    filled = filling.fill(session, set_code="quarterly", unit=unit, period=Q3)
    found = checking.findings(session, filled, today=NOW.date())
    return approving.approve(session, filled, words={item.key: "Đã xem" for item in found}, note="")


def withdraw_return(book: Book) -> Act:
    number, _ = step(book, approve_return)
    return lambda session: approving.withdraw(session, number)


ACTIONS: dict[str, tuple[Right, Callable[[Book], Act]]] = {
    "enter a record": (Right.ENTER, lambda _: lambda session: add(session, "outreach")),
    "submit a plan": (
        Right.ENTER,
        lambda book: change_plan(added(book, "plans", state="draft"), {"state": "submitted"}),
    ),
    "issue a plan": (Right.APPROVE, lambda book: change_plan(submitted(book), SIGNED)),
    "close a plan": (Right.APPROVE, lambda book: change_plan(standing(book), {"state": "closed"})),
    "issue an amendment": (Right.APPROVE, amend),
    "undo an issue": (Right.APPROVE, lambda book: undo_of(book, change_plan(submitted(book), SIGNED))),
    "undo an entry": (Right.ENTER, lambda book: undo_of(book, lambda session: add(session, "outreach"))),
    "register a commune": (
        Right.ENTER,
        lambda book: take_step(book, None, Step.REGISTER, class_code="good"),
    ),
    "return a sheet": (
        Right.APPROVE,
        lambda book: take_step(book, Step.SUBMIT, Step.RETURN, reason="Thiếu minh chứng"),
    ),
    "reopen an appraisal": (
        Right.APPROVE,
        lambda book: take_step(book, Step.APPRAISE, Step.REOPEN, reason="Xem lại"),
    ),
    "approve a return": (Right.APPROVE, lambda _: approve_return),
    "withdraw a return": (Right.APPROVE, withdraw_return),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", ACTIONS)
def test_each_role_may_do_what_its_rights_say(book: Book, role: Role, action: str) -> None:
    right, prepare = ACTIONS[action]
    act = prepare(book)
    before = contents(book)
    book.role = role
    if allows(role, right):
        step(book, act, who="Người duyệt")
        assert contents(book) != before
        return
    with pytest.raises(NotAllowed) as told:
        step(book, act)
    assert told.value.right == (right if role != Role.READER else Right.ENTER)
    assert contents(book) == before


def test_the_history_shows_who_entered_and_who_approved(book: Book) -> None:
    plan, first = step(book, lambda session: add(session, "plans", state="submitted"), who="Người nhập")
    _, second = step(book, change_plan(plan, SIGNED), who="Người duyệt")
    with book.reading() as session:
        who = [row[0] for row in session.connection().exec_driver_sql("SELECT who FROM step ORDER BY id")]
    assert who[-2:] == ["Người nhập", "Người duyệt"] and first < second
