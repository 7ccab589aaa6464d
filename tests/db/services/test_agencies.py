"""The office's list of agencies in the book, and what is offered while a name is typed."""

from dataclasses import replace
from datetime import date

import pytest

from db.records import Content, Task
from db.rules.agencies import Agency
from db.rules.findings import Refused
from db.rules.periods import Span
from db.services import agencies, content
from db.services.entering import history
from db.services.planning import plans
from db.sessions import Book
from tests.helpers.sample_records import added, contents, step

OLD = Span(date(2025, 2, 1), date(2025, 2, 28), 2025)
NEW = Span(date(2025, 7, 1), date(2025, 9, 30), 2025)


def listed(book: Book) -> tuple[Agency, ...]:
    with book.reading() as session:
        return agencies.listed(session)


def offered(book: Book, text: str, span: Span) -> tuple[str, ...]:
    with book.reading() as session:
        return agencies.offered(session, text, span, most=50)


def test_names_are_offered_in_their_time(book: Book) -> None:
    assert "Sở Lao động – Thương binh và Xã hội" in offered(book, "so lao dong", OLD)
    assert offered(book, "so lao dong", NEW) == ()
    assert offered(book, "phong y te", OLD) == ("Phòng Y tế",)
    assert offered(book, "phong y te", NEW) == ()
    assert offered(book, "phong van hoa xa hoi", NEW) == ("Phòng Văn hóa – Xã hội xã",)
    assert offered(book, "so y te", NEW) == ("Sở Y tế",)


def test_names_of_tasks_are_offered_but_not_under_a_name_of_another_time(book: Book) -> None:
    added(book, "tasks", lead="Công an huyện Hòa Lâm", joining="Phòng Y tế; Đài truyền thanh Hòa Lâm;")
    added(book, "tasks", lead=None, joining=None)
    assert offered(book, "hoa lam", NEW) == ("Công an huyện Hòa Lâm", "Đài truyền thanh Hòa Lâm")
    assert offered(book, "phong y te", OLD) == ("Phòng Y tế",)
    assert offered(book, "phong y te", NEW) == ()
    assert offered(book, "khác hẳn", NEW) == ()


def test_a_renamed_agency_is_one_under_two_names_and_an_old_plan_keeps_the_old(book: Book) -> None:
    old, new = "Ban Dân vận", "Ban Tuyên giáo và Dân vận"
    two = (Agency("x", old, None, date(2025, 2, 28)), Agency("x", new, date(2025, 3, 1)))
    step(book, lambda session: agencies.keep(session, [*agencies.listed(session), *two]))
    task = added(book, "tasks", lead=old)
    assert [offered(book, "dan van", span) for span in (OLD, NEW)] == [(old,), (new,)]
    with book.reading() as session:
        plan = session.get_one(Task, task).plan_id
        assert plans.paper(session, plan).tasks[0].lead == old


def test_an_agency_has_one_name_at_a_time(book: Book) -> None:
    two = (Agency("x", "Ban cũ", None, date(2025, 3, 1)), Agency("x", "Ban mới", date(2025, 3, 1)))
    with pytest.raises(Refused) as refused:
        step(book, lambda session: agencies.keep(session, two))
    assert [finding.code for finding in refused.value.findings] == ["agency_two_names"]


def test_a_changed_list_is_one_step_and_leaves_tasks_alone(book: Book) -> None:
    added(book, "tasks", lead="Sở Y tế")
    before = contents(book)
    kept = [item for item in listed(book) if item.code != "province_home"]
    at = [item.code for item in kept].index("province_health")
    kept[at] = replace(kept[at], name='Sở  "Y tế" \\ tỉnh\t', valid_to=date(2026, 1, 1))
    added_now = (Agency("", "Ban Dân tộc", date(2025, 3, 1)), Agency("", "Ban quản lý chợ"))
    _, keeping = step(book, lambda session: agencies.keep(session, [*kept, *added_now]))
    found = {item.code: item for item in listed(book)}
    assert found["province_health"] == Agency("province_health", 'Sở "Y tế" \\ tỉnh', None, date(2026, 1, 1))
    assert "province_home" not in found
    assert (found["own_1"].name, found["own_1"].valid_from) == ("Ban Dân tộc", date(2025, 3, 1))
    assert found["own_2"].name == "Ban quản lý chợ"
    assert contents(book)["task"] == before["task"]
    step(book, lambda session: history.revert(session, keeping))
    assert contents(book) == before


def test_a_wrong_list_is_refused_and_nothing_is_kept(book: Book) -> None:
    before = contents(book)
    with pytest.raises(Refused) as caught:
        step(book, lambda session: agencies.keep(session, [Agency("a", "A"), Agency("", " ")]))
    assert [(item.code, item.place) for item in caught.value.findings] == [("required", "2.name")]
    assert contents(book) == before


def test_a_book_older_than_the_list_reads_the_shipped_one_and_keeps_its_own(book: Book) -> None:
    whole = listed(book)

    def drop(session: object) -> None:
        query = session.query(Content)  # type: ignore[attr-defined]
        query.filter(Content.code == "agencies").delete()

    step(book, drop)
    assert listed(book) == whole
    step(book, lambda session: agencies.keep(session, [Agency("", "Ủy ban nhân dân huyện")]))
    assert [(item.code, item.name) for item in listed(book)] == [("own_1", "Ủy ban nhân dân huyện")]
    with book.reading() as session:
        assert [item.title for item in content.choices(session, "agencies")] == ["Ủy ban nhân dân huyện"]
