"""List and form of records without a window."""

from collections.abc import Callable

import pytest

from db.rules.periods import parse_period
from tests.helpers.books import unit_id
from ui.common.forms.record_entry import Kept
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Workplace
from ui.outreach.screen import SUBJECT


@pytest.fixture
def presenter(workplace: Workplace) -> RecordPresenter:
    made = RecordPresenter(workplace, SUBJECT, parent=workplace)
    made.reload()
    return made


@pytest.fixture
def commune(workplace: Workplace) -> str:
    return str(workplace.read(lambda session: unit_id(session, "99104")))


def _add(presenter: RecordPresenter, commune: str, day: str = "14/9") -> int:
    presenter.new_row()
    for key, text in (("held_on", day), ("unit_id", commune), ("form", "talk")):
        presenter.leave(key, text)
    record_id = presenter.entry.record_id
    assert record_id is not None
    return record_id


def test_a_row_is_a_draft_until_its_required_fields_are_right(
    presenter: RecordPresenter, commune: str
) -> None:
    presenter.new_row()
    steps = [
        presenter.leave(*field) for field in (("held_on", "14/9"), ("unit_id", commune), ("form", "talk"))
    ]
    assert steps == [Kept.DRAFT, Kept.DRAFT, Kept.ADDED]
    assert (len(presenter.shown.ids), presenter.shown.drafts) == (1, ())


def test_where_there_is_no_row_none_is_to_be_chosen(presenter: RecordPresenter, commune: str) -> None:
    assert presenter.form_heads()[1] == "Bấm F5 để thêm hoạt động tuyên truyền mới."
    _add(presenter, commune)
    presenter.close_entry()
    assert presenter.form_heads()[1].startswith("Chọn một dòng")


def test_the_year_of_a_short_day_is_the_chosen_one(presenter: RecordPresenter, commune: str) -> None:
    _add(presenter, commune, "1/3")
    assert presenter.entry.texts()["held_on"] == "01/03/2025"


def test_what_was_typed_is_stashed_without_being_judged(presenter: RecordPresenter) -> None:
    presenter.new_row()
    presenter.note("topic", "chưa xong")
    presenter.stash()
    assert [draft.raw["topic"] for draft in presenter.shown.drafts] == ["chưa xong"]
    assert presenter.shown.ids == ()


def test_a_wrong_part_is_held_back_and_goes_in_with_its_whole(
    presenter: RecordPresenter, commune: str
) -> None:
    _add(presenter, commune)
    wrong = presenter.leave("female", "20"), presenter.leave("people", "10")
    right = presenter.leave("people", "30")
    assert (*wrong, right) == (Kept.CHANGED, Kept.DRAFT, Kept.CHANGED)
    assert presenter.rows(presenter.shown.ids)[0].cells["people"] == 30


def test_a_value_that_cannot_be_kept_comes_back_with_its_record(
    presenter: RecordPresenter, commune: str
) -> None:
    record_id = _add(presenter, commune)
    presenter.leave("people", "nhiều")
    presenter.close_entry()
    presenter.open_row(record_id)
    assert presenter.entry.texts()["people"] == "nhiều"
    assert [finding.code for finding in presenter.entry.findings] == ["not_count"]


def test_the_unit_of_a_new_row_is_the_one_used_last(presenter: RecordPresenter, commune: str) -> None:
    _add(presenter, commune)
    presenter.new_row()
    assert presenter.entry.texts()["unit_id"] == commune
    assert presenter.entry.texts()["held_on"] == ""


def test_one_undo_takes_back_one_field(presenter: RecordPresenter, commune: str) -> None:
    _add(presenter, commune)
    presenter.leave("people", "30")
    presenter.leave("sessions", "2")
    presenter.workplace.undo()
    row = presenter.rows(presenter.shown.ids)[0]
    assert (row.cells["people"], row.cells["sessions"]) == (30, None)


def test_several_deleted_rows_come_back_with_one_undo(presenter: RecordPresenter, commune: str) -> None:
    ids = [_add(presenter, commune, day) for day in ("1/9", "2/9", "3/9")]
    presenter.remove(ids)
    gone = presenter.shown.ids
    presenter.workplace.undo()
    assert (gone, set(presenter.shown.ids)) == ((), set(ids))


def test_a_code_that_no_catalogue_has_is_refused(presenter: RecordPresenter, commune: str) -> None:
    _add(presenter, commune)
    presenter.leave("audience", "ai đó")
    assert [finding.code for finding in presenter.entry.findings] == ["not_chosen"]


def test_totals_follow_the_filter(presenter: RecordPresenter, commune: str) -> None:
    _add(presenter, commune)
    presenter.leave("people", "30")
    presenter.filter_text("không có")
    assert (presenter.shown.ids, presenter.shown.totals) == ((), {})


def test_another_screen_of_the_same_book_hears_of_the_change(
    presenter: RecordPresenter, commune: str, workplace: Workplace
) -> None:
    other = RecordPresenter(workplace, SUBJECT, parent=workplace)
    other.reload()
    _add(presenter, commune)
    assert other.shown.ids == presenter.shown.ids


def test_a_stashed_row_is_there_after_a_kill(
    presenter: RecordPresenter, open_workplace: Callable[[], Workplace]
) -> None:
    presenter.new_row()
    presenter.note("topic", "đang gõ dở")
    presenter.stash()
    workplace = open_workplace()
    after = RecordPresenter(workplace, SUBJECT, parent=workplace)
    after.reload()
    after.open_row(next(iter(after.draft_titles())))
    assert after.entry.texts()["topic"] == "đang gõ dở"


def test_a_record_of_another_period_does_not_stay_in_the_form(
    presenter: RecordPresenter, workplace: Workplace, commune: str
) -> None:
    record_id = _add(presenter, commune)
    workplace.choose_period(parse_period("2025-Q3"))
    stayed = presenter.entry.record_id
    workplace.choose_period(parse_period("2025-Q1"))
    assert (stayed, presenter.entry.open) == (record_id, False)


def test_a_draft_stays_in_the_form_when_the_period_changes(
    presenter: RecordPresenter, workplace: Workplace
) -> None:
    presenter.new_row()
    presenter.leave("topic", "chưa xong")
    workplace.choose_period(parse_period("2025-Q1"))
    assert presenter.entry.texts()["topic"] == "chưa xong"
