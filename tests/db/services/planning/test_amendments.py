"""An issued plan is amended: opened, edited, issued again, or brought back as it was."""

from datetime import date
from decimal import Decimal

import pytest

from db.records import TargetShare, TargetValue, TargetYear
from db.rules.entries import Values
from db.rules.findings import Refused
from db.services.entering import entries, history
from db.services.entering.entries import Gone
from db.services.planning import amendments
from db.services.planning.amendments import AmendmentInfo
from db.sessions import Book, Session
from tests.helpers.books import unit_id
from tests.helpers.sample_records import added, contents, issued, step

ISSUED: Values = {"number": 12, "symbol": None, "issued_on": date(2025, 6, 2), "reason": "Căn cứ Công văn 7"}


@pytest.fixture
def plan_id(book: Book) -> int:
    """An issued plan with two sections, a target with slice, share and kept value, and a task."""
    made = added(book, "plans", grounds="Luật A\nLuật B")
    added(book, "sections", plan_id=made)
    added(book, "sections", plan_id=made, shape="paragraph", text="Đoạn")
    target = added(book, "targets", plan_id=made, value=Decimal(70), measured_in="%")
    added(book, "tasks", plan_id=made)
    step(book, lambda session: _give_numbers(session, target))
    issued(book, made)
    return made


def _give_numbers(session: Session, target_id: int) -> None:
    session.add(TargetYear(target_id=target_id, year=2025, value=Decimal("70.5")))
    session.add(TargetShare(target_id=target_id, unit_id=unit_id(session, "99102"), value=Decimal(10)))
    session.add(TargetValue(target_id=target_id, period="2025-Q1", value=Decimal(20)))


def parts(book: Book, kind: str, plan_id: int) -> list[int]:
    table = {"sections": "plan_section", "targets": "target", "tasks": "task"}[kind]
    return [int(str(row[0])) for row in contents(book)[table] if row[1] == plan_id]


def begun(book: Book, plan_id: int) -> int:
    return step(book, lambda session: amendments.begin(session, plan_id))[0]


def edit(book: Book, plan_id: int) -> None:
    """Change the plan in every way: fields, a section fewer and one more, target gone, task changed."""

    def act(session: Session) -> None:
        entries.change(session, "plans", plan_id, {"grounds": "Luật A\nLuật C"})
        for kind, values in (("tasks", {"content": "Hội thi"}), ("targets", {"text": "Ít nhất 90 %"})):
            entries.change(session, kind, parts(book, kind, plan_id)[0], values)
        entries.remove(session, "sections", parts(book, "sections", plan_id)[1])
        entries.add(session, "sections", {"plan_id": plan_id, "shape": "heading-1", "text": "MỚI"})

    step(book, act)


def only(book: Book, plan_id: int) -> AmendmentInfo:
    with book.reading() as session:
        (found,) = amendments.of_plan(session, plan_id)
    return found


def test_an_open_amendment_says_what_was_changed_so_far(book: Book, plan_id: int) -> None:
    begun(book, plan_id)
    edit(book, plan_id)
    found = only(book, plan_id)
    assert [(item.kind, item.act, item.place) for item in found.changes] == [
        ("field", "changed", "Căn cứ"),
        ("section", "removed", "Đoạn thứ 1 mục I"),
        ("section", "added", "Mục II"),
        ("target", "changed", "Chỉ tiêu 1"),
        ("task", "changed", "Nhiệm vụ 1"),
    ]
    assert (found.is_open, found.ordinal, found.changes[0].old) == (True, 1, "Luật B")
    assert found.changes[3].new.splitlines() == [
        "Ít nhất 90 %",
        "Mức: ≥ 70 %",
        "Năm 2025: 70,5",
    ]


def test_an_issued_amendment_keeps_its_changes_and_locks_the_plan(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    edit(book, plan_id)
    step(book, lambda session: amendments.issue(session, made, ISSUED))
    with pytest.raises(Refused):
        added(book, "sections", plan_id=plan_id)
    begun(book, plan_id)
    with book.reading() as session:
        first, second = amendments.of_plan(session, plan_id)
    assert (first.number, first.symbol, first.is_open, len(first.changes)) == (12, "KH-UBND", False, 5)
    assert (second.ordinal, second.changes) == (2, ())


def test_a_dropped_amendment_leaves_the_plan_exactly_as_it_was(book: Book, plan_id: int) -> None:
    before = contents(book)
    made = begun(book, plan_id)
    edit(book, plan_id)
    step(book, lambda session: entries.remove(session, "targets", parts(book, "targets", plan_id)[0]))
    step(book, lambda session: amendments.drop(session, made))
    after = contents(book)
    for table in ("target_year", "target_share", "target_value", "plan_amendment"):
        assert after[table] == before[table]
    with book.reading() as session:
        for kind, table in (
            ("plans", "plan"),
            ("sections", "plan_section"),
            ("targets", "target"),
            ("tasks", "task"),
        ):
            ids = [row[0] for row in before[table]]
            assert [row[0] for row in after[table]] == ids
            assert [_bare(row) for row in after[table]] == [_bare(row) for row in before[table]], kind
        assert entries.values_of(session, "plans", plan_id)["grounds"] == "Luật A\nLuật B"


def _bare(row: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(value for value in row if not (isinstance(value, str) and value.startswith("2025-09-20")))


def test_dropping_is_one_step_of_undo(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    edit(book, plan_id)
    edited = contents(book)
    _, number = step(book, lambda session: amendments.drop(session, made))
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == edited


def test_what_was_reported_meanwhile_stays_when_an_amendment_is_dropped(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    (task,) = parts(book, "tasks", plan_id)
    done: Values = {"state": "done", "done_on": date(2025, 6, 1), "content": "Khác"}
    step(book, lambda session: entries.change(session, "tasks", task, done))
    step(book, lambda session: amendments.drop(session, made))
    with book.reading() as session:
        found = entries.values_of(session, "tasks", task)
    assert (found["state"], found["content"]) == ("done", "Tuyên truyền lưu động")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"number": None}, "required"),
        ({"reason": None}, "required"),
        ({"issued_on": date(2025, 1, 9)}, "amendment_before_plan"),
    ],
)
def test_an_amendment_is_not_issued_with_gaps(book: Book, plan_id: int, values: Values, code: str) -> None:
    made = begun(book, plan_id)
    edit(book, plan_id)
    with pytest.raises(Refused) as caught:
        step(book, lambda session: amendments.issue(session, made, {**ISSUED, **values}))
    assert [finding.code for finding in caught.value.findings] == [code]


def test_an_amendment_that_changes_nothing_is_not_issued(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    with pytest.raises(Refused) as caught:
        step(book, lambda session: amendments.issue(session, made, ISSUED))
    assert [finding.code for finding in caught.value.findings] == ["amendment_empty"]


def test_an_issued_amendment_is_neither_issued_again_nor_dropped(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    edit(book, plan_id)
    step(book, lambda session: amendments.issue(session, made, ISSUED))
    for again in (
        lambda session: amendments.drop(session, made),
        lambda session: amendments.issue(session, made, ISSUED),
    ):
        with pytest.raises(Refused) as caught:
            step(book, again)
        assert caught.value.findings[0].code == "amendment_issued"


def test_only_one_amendment_of_an_issued_plan_is_open(book: Book, plan_id: int) -> None:
    begun(book, plan_id)
    codes = []
    for number in (plan_id, added(book, "plans")):
        with pytest.raises(Refused) as caught:
            begun(book, number)
        codes.append(caught.value.findings[0].code)
    assert codes == ["amendment_open", "amendment_needs_issued"]


def test_an_amendment_of_nothing_is_gone(book: Book) -> None:
    with pytest.raises(Gone):
        begun(book, 99)
    with pytest.raises(Gone):
        step(book, lambda session: amendments.drop(session, 99))


def test_an_amendment_goes_to_paper_with_the_plan_as_it_was_issued(book: Book, plan_id: int) -> None:
    made = begun(book, plan_id)
    edit(book, plan_id)
    step(book, lambda session: amendments.issue(session, made, ISSUED))
    with book.reading() as session:
        paper = amendments.paper(session, made)
    assert (paper.number, paper.issued_on, paper.ordinal) == (12, date(2025, 6, 2), 1)
    assert (paper.amended.number, paper.amended.issued_on) == (5, date(2025, 1, 10))
    assert (paper.grounds, paper.signatory.name, len(paper.changes)) == (
        ("Căn cứ Công văn 7",),
        "Lò Văn Bảo",
        5,
    )


def test_a_removed_plan_takes_its_amendments_along_and_brings_them_back(book: Book, plan_id: int) -> None:
    begun(book, plan_id)
    before = contents(book)
    _, number = step(book, lambda session: entries.remove(session, "plans", plan_id))
    assert contents(book)["plan_amendment"] == []
    step(book, lambda session: history.revert(session, number))
    assert contents(book) == before
