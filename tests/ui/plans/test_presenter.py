"""What happens in the lists of a plan, without widgets."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject

from db.rules.formats import Value
from db.rules.periods import parse_period
from db.services.entering import entries
from tests.helpers.sample_records import added
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Workplace
from ui.plans.presenter import (
    PartPresenter,
    PlansPresenter,
    TargetsPresenter,
    TasksPresenter,
)
from ui.plans.sections_presenter import SectionsPresenter
from ui.plans.subjects import plans_subject


@pytest.fixture
def plan_id(workplace: Workplace) -> int:
    return added(workplace.book, "plans", number=5, symbol="KH-UBND")


def opened(kind: type[PartPresenter], workplace: Workplace, plan_id: int) -> PartPresenter:
    presenter = kind(workplace, workplace)
    presenter.show_parent({"plan_id": plan_id})
    return presenter


def cells(presenter: RecordPresenter, key: str) -> list[Value]:
    return [row.cells[key] for row in presenter.rows(presenter.shown.ids)]


def section(presenter: PartPresenter, shape: str, text: str) -> None:
    presenter.new_row()
    presenter.note("shape", shape)
    presenter.leave("text", text)


@pytest.fixture
def plans(workplace: Workplace) -> PlansPresenter:
    return PlansPresenter(workplace, plans_subject(workplace.office.names), workplace)


def test_a_new_plan_is_a_draft_of_the_chosen_year_and_names_nobody(plans: PlansPresenter) -> None:
    plans.new_row()
    filled = {key: text for key, text in plans.entry.texts().items() if text}
    assert filled == {
        "first_year": "2025",
        "last_year": "2025",
        "kind": "year",
        "scheme": "lettered",
        "state": "draft",
    }


def test_a_subject_alone_makes_a_plan(plans: PlansPresenter) -> None:
    plans.new_row()
    plans.leave("subject", "Phòng, chống mại dâm năm 2025")
    assert cells(plans, "subject") == ["Phòng, chống mại dâm năm 2025"]


def test_a_plan_is_listed_by_number_and_years_as_printed(plans: PlansPresenter, plan_id: int) -> None:
    added(plans.workplace.book, "plans", first_year=2021)
    plans.reload()
    assert sorted(map(str, cells(plans, "number"))) == ["05/KH-UBND", "Chưa có số"]
    assert sorted(map(str, cells(plans, "first_year"))) == ["2021–2025", "2025"]


def test_a_new_section_comes_after_the_chosen_one(workplace: Workplace, plan_id: int) -> None:
    presenter = opened(SectionsPresenter, workplace, plan_id)
    assert isinstance(presenter, SectionsPresenter)
    section(presenter, "heading-1", "MỘT")
    section(presenter, "heading-1", "BA")
    presenter.place_after(presenter.shown.ids[0])
    section(presenter, "heading-1", "HAI")
    assert cells(presenter, "outline") == ["I. MỘT", "II. HAI", "III. BA"]


def test_a_placed_section_is_taken_back_in_one_step(workplace: Workplace, plan_id: int) -> None:
    presenter = opened(SectionsPresenter, workplace, plan_id)
    assert isinstance(presenter, SectionsPresenter)
    section(presenter, "heading-1", "MỘT")
    section(presenter, "heading-1", "HAI")
    presenter.place_after(presenter.shown.ids[0])
    section(presenter, "paragraph", "Lời")
    workplace.undo()
    assert cells(presenter, "outline") == ["I. MỘT", "II. HAI"]


def test_a_new_section_has_the_shape_of_the_one_before(workplace: Workplace, plan_id: int) -> None:
    presenter = opened(SectionsPresenter, workplace, plan_id)
    assert isinstance(presenter, SectionsPresenter)
    section(presenter, "heading-2", "Mục đích")
    presenter.place_after(presenter.shown.ids[0])
    presenter.new_row()
    assert presenter.entry.texts()["shape"] == "heading-2"


def test_a_new_section_that_lacks_nothing_says_that_it_will_be_kept(
    workplace: Workplace, plan_id: int
) -> None:
    presenter = opened(SectionsPresenter, workplace, plan_id)
    presenter.new_row()
    assert presenter.form_heads() == ("Thêm mục", "Sẽ lưu thành dòng khi gõ xong và rời ô.")


def test_the_usual_headings_come_and_go_in_one_step(workplace: Workplace, plan_id: int) -> None:
    presenter = opened(SectionsPresenter, workplace, plan_id)
    assert isinstance(presenter, SectionsPresenter)
    presenter.make_skeleton()
    great = [
        line
        for line in cells(presenter, "outline")
        if str(line).split(".")[0] in ["I", "II", "III", "IV", "V"]
    ]
    assert len(great) == 5
    workplace.undo()
    assert presenter.shown.ids == ()


def target(workplace: Workplace, plan_id: int, value: int, measure: str = "outreach.people") -> None:
    values = {"value": Decimal(value), "measured_in": "lượt người", "measure": measure}
    added(workplace.book, "targets", plan_id=plan_id, **values)


def test_a_target_shows_what_was_done_and_its_share(workplace: Workplace, plan_id: int) -> None:
    target(workplace, plan_id, 160)
    added(workplace.book, "outreach", people=40)
    presenter = opened(TargetsPresenter, workplace, plan_id)
    row = presenter.rows(presenter.shown.ids)[0].cells
    shown = (row["planned"], row["done"], row["share"], row["standing"])
    assert shown == ("≥ 160 lượt người", 40, Decimal("25.0"), "Chậm tiến độ")


def test_a_target_asks_only_for_the_days_up_to_the_period_s_end(workplace: Workplace, plan_id: int) -> None:
    target(workplace, plan_id, 100)
    added(workplace.book, "outreach", people=40, held_on=date(2025, 5, 6))
    presenter = opened(TargetsPresenter, workplace, plan_id)
    workplace.choose_period(parse_period("2025-Q1"))
    assert cells(presenter, "done") == [None]


def test_a_narrowed_measure_is_named_in_words(workplace: Workplace, plan_id: int) -> None:
    target(workplace, plan_id, 100, "outreach.people[audience=student]")
    presenter = opened(TargetsPresenter, workplace, plan_id)
    words = "Số lượt người được tuyên truyền – Học sinh, sinh viên"
    field = presenter.subject.kind.field("measure")
    assert cells(presenter, "measure") == [words]
    assert presenter.options.title(field, "outreach.people[audience=student]") == words


def test_targets_follow_the_records_of_other_screens(workplace: Workplace, plan_id: int) -> None:
    target(workplace, plan_id, 100)
    presenter = opened(TargetsPresenter, workplace, plan_id)
    told: list[bool] = []
    presenter.list_changed.connect(lambda: told.append(True))
    workplace.refresh("outreach")
    assert told == [True]


@pytest.mark.parametrize(
    ("state", "ends_on", "words", "tone"),
    [
        ("running", date(2025, 9, 8), "Quá hạn 12 ngày", "late"),
        ("running", date(2025, 9, 20), "Hạn hôm nay", "soon"),
        ("planned", date(2025, 9, 25), "Còn 5 ngày", "soon"),
        ("done", date(2025, 9, 8), "Hoàn thành", "done"),
        ("planned", None, "Chưa thực hiện", ""),
    ],
)
def test_a_task_says_in_words_where_it_stands(
    workplace: Workplace, plan_id: int, state: str, ends_on: date | None, words: str, tone: str
) -> None:
    added(workplace.book, "tasks", plan_id=plan_id, state=state, ends_on=ends_on)
    presenter = opened(TasksPresenter, workplace, plan_id)
    assert (cells(presenter, "standing"), cells(presenter, "tone")) == ([words], [tone])


def test_the_parts_of_no_plan_are_none(workplace: Workplace, qapp: QObject) -> None:
    presenter = opened(SectionsPresenter, workplace, 0)
    assert presenter.shown.ids == ()


def test_a_removed_plan_comes_back_with_its_parts(workplace: Workplace, plans: PlansPresenter) -> None:
    plan_id = added(workplace.book, "plans")
    added(workplace.book, "tasks", plan_id=plan_id)
    plans.reload()
    plans.remove([plan_id])
    workplace.undo()
    assert cells(opened(TasksPresenter, workplace, plan_id), "content") == ["Tuyên truyền lưu động"]
    assert workplace.read(lambda session: entries.values_of(session, "plans", plan_id))
