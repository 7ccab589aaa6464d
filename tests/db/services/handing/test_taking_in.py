"""Books that meet: what is known again, what is asked, what each record's origin says."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from db.records import (
    Attendance,
    Figure,
    Official,
    Origin,
    OutreachActivity,
    ScoreEvidence,
    SourceBook,
    Succession,
)
from db.rules.findings import Refused
from db.rules.handing.document import HandedBook
from db.rules.measures import MeasureRef
from db.rules.periods import CALENDAR, parse_period
from db.services import office_names, offices, origins, units
from db.services.entering import entries, history
from db.services.handing.comparing import Asked, State
from db.services.handing.tables import BESIDE, KINDS, PARTS
from db.services.handing.words import TABLE_WORDS
from db.services.measuring import measures, restating
from db.services.planning import plans
from db.sessions import Book, Session
from tests.helpers import handed_books
from tests.helpers.books import DISTRICT, OFFICER, ON
from tests.helpers.handed_books import (
    DAT,
    MERGED_ON,
    TOWN,
    WEST,
    decided,
    new_office,
    split_books,
    take_in,
    whole_book,
)
from tests.helpers.same_records import same_records
from tests.helpers.sample_records import step


def whole(book: Book) -> HandedBook:
    with book.reading() as session:
        return whole_book(session)


def count(book: Book, record: type[Origin | SourceBook | Official | Figure]) -> int:
    with book.reading() as session:
        return session.query(record).count()


def test_the_same_file_twice_changes_nothing(town: Book, handed: HandedBook) -> None:
    take_in(town, handed)
    before = same_records(town.folder), count(town, Origin), count(town, SourceBook)
    again = take_in(town, handed)
    assert (same_records(town.folder), count(town, Origin), count(town, SourceBook)) == before
    assert not again.has_news
    assert {state for states in again.counts.values() for state in states} == {State.SAME}


def test_what_a_handed_book_cannot_bring_is_counted(town: Book, handed: HandedBook) -> None:
    first, again = take_in(town, handed), take_in(town, handed)
    with town.reading() as session:
        evidence = session.query(ScoreEvidence).count()
    assert (first.files_left_behind, again.files_left_behind) == (evidence, 0)
    assert evidence > 0


def test_changed_evidence_is_a_question_in_words(town: Book, ended_book: Book, handed: HandedBook) -> None:
    take_in(town, handed)
    step(ended_book, lambda session: setattr(session.get_one(ScoreEvidence, 1), "note", "Báo cáo quý"))
    asked = take_in(town, whole(ended_book)).questions
    assert [(item.asked, item.words) for item in asked] == [(Asked.DIFFERS, "Minh chứng số 1 – 1")]


def test_every_kind_of_row_has_its_word() -> None:
    assert {mapped.__tablename__ for mapped in (*KINDS.values(), *PARTS, *BESIDE)} <= set(TABLE_WORDS)


def test_every_record_tells_its_book_its_day_and_its_number_there(
    town: Book, ended_book: Book, handed: HandedBook
) -> None:
    take_in(town, handed)
    with town.reading() as session:
        ids = [
            number
            for (number,) in session.execute(Official.__table__.select().with_only_columns(Official.id))
        ]
        found = [origins.of_record(session, "officials", number) for number in ids]
    assert all(len(origin) == 1 for origin in found)
    assert {origin.office for (origin,) in found} == {"Ủy ban nhân dân huyện Hòa Lâm"}
    assert {origin.handed_on for (origin,) in found} == {handed_books.HANDED_ON}
    assert sorted(origin.number for (origin,) in found) == [row["id"] for row in handed.of("official")]


def test_who_entered_a_record_and_when_stays(town: Book, handed: HandedBook) -> None:
    take_in(town, handed)
    with town.reading() as session:
        stamps = {(row.created_by, f"{row.created_at:%Y-%m-%d}") for row in session.query(Official)}
    assert stamps == {(OFFICER, "2026-01-05")}


def test_a_book_is_one_step_and_goes_back_whole_and_comes_again(town: Book, handed: HandedBook) -> None:
    empty = same_records(town.folder)
    _, taken = step(town, lambda session: handed_books.store(session, handed))
    filled = same_records(town.folder)
    _, back = step(town, lambda session: history.revert(session, taken))
    left = same_records(town.folder)
    units_stay = ("unit", "succession")
    assert {k: v for k, v in left.items() if k not in units_stay} == {
        k: v for k, v in empty.items() if k not in units_stay
    }
    assert count(town, Origin) == 0
    step(town, lambda session: history.revert(session, back))
    assert same_records(town.folder) == filled


def test_a_newer_file_is_asked_about_and_ours_stays_unless_it_is_accepted(
    town: Book, ended_book: Book, handed: HandedBook
) -> None:
    take_in(town, handed)
    step(ended_book, partial(entries.change, kind="officials", record_id=1, values={"post": "Trưởng phòng"}))
    newer = whole(ended_book)
    planned = take_in(town, newer)
    assert [(question.asked, question.key) for question in planned.questions] == [
        (Asked.DIFFERS, "official:1")
    ]
    assert [change[0] for change in planned.questions[0].changes] == ["post"]
    assert take_in(town, newer).questions == ()
    step(ended_book, partial(entries.change, kind="officials", record_id=1, values={"post": "Chủ tịch"}))
    take_in(town, whole(ended_book), "official:1")
    assert same_records(town.folder)["official"] == same_records(ended_book.folder)["official"]


def test_what_was_changed_here_since_is_not_asked_about_by_the_old_file(
    town: Book, handed: HandedBook
) -> None:
    take_in(town, handed)
    step(town, partial(entries.change, kind="officials", record_id=1, values={"post": "Ở đây"}))
    planned = take_in(town, handed)
    assert (planned.questions, planned.has_news) == ((), False)


def test_what_was_removed_here_does_not_come_back(town: Book, handed: HandedBook) -> None:
    take_in(town, handed)
    with town.reading() as session:
        outreach = session.query(OutreachActivity).first()
        assert outreach is not None
        number = outreach.id
    step(town, partial(entries.remove, kind="outreach", record_id=number))
    planned = take_in(town, handed)
    assert planned.counts["outreach"][State.GONE] == 1
    assert not planned.has_news


@pytest.mark.parametrize(("accepted", "officials"), [(False, 13), (True, 12)])
def test_an_official_who_is_here_already_is_offered_as_the_same(
    town: Book, ended_book: Book, accepted: bool, officials: int
) -> None:
    with ended_book.writing(who=OFFICER) as session:
        old = units.find(session, "99102", ON).id
        entries.change(session, "officials", 1, {"name": "Lường Văn Ơn", "unit_id": old})
    with town.writing(who=OFFICER) as session:
        new = units.find(session, TOWN, MERGED_ON).id
        entries.add(session, "officials", {"name": "Lường Văn Ón", "unit_id": new})
    planned = take_in(town, whole(ended_book), *(["official:1"] if accepted else []))
    assert [question.asked for question in planned.questions] == [Asked.ALIKE]
    assert "Lường Văn Ón" in planned.questions[0].our_words
    assert count(town, Official) == officials
    with town.reading() as session:
        sessions = session.query(Attendance).count()
    assert sessions == len(whole(ended_book).of("attendance"))


def test_namesakes_in_another_commune_are_not_offered(town: Book, ended_book: Book) -> None:
    with ended_book.writing(who=OFFICER) as session:
        entries.change(
            session, "officials", 1, {"name": "Lường Văn Ơn", "unit_id": units.find(session, DAT, ON).id}
        )
    with town.writing(who=OFFICER) as session:
        new = units.find(session, TOWN, MERGED_ON).id
        entries.add(session, "officials", {"name": "Lường Văn Ơn", "unit_id": new})
    assert take_in(town, whole(ended_book)).questions == ()


def test_books_that_meet_again_know_each_others_records(town: Book, ended_book: Book, tmp_path: Path) -> None:
    with ended_book.reading() as session:
        parts = split_books(session, decided(session, own=WEST))
    with new_office(tmp_path / "west", WEST) as west:
        take_in(town, parts[0])
        take_in(west, parts[2])
        onward = whole(west)
    planned = take_in(town, onward)
    # A roster is in both books: the officials on it are one.
    assert planned.counts["officials"][State.SAME] > 0
    take_in(town, parts[1])
    assert same_records(town.folder) == same_records(ended_book.folder)
    with town.reading() as session:
        offices_named = {source.office for source in origins.sources(session)}
    assert offices_named == {"Ủy ban nhân dân huyện Hòa Lâm", "Ủy ban nhân dân xã Tây Lâm"}


def test_a_book_that_comes_home_changes_nothing(ended_book: Book, town: Book, handed: HandedBook) -> None:
    before = same_records(ended_book.folder)
    take_in(town, handed)
    planned = take_in(ended_book, whole(town))
    assert same_records(ended_book.folder) == before
    assert count(ended_book, Origin) == 0
    assert planned.questions == ()


def test_a_figure_that_is_here_already_is_asked_about(
    town: Book, ended_book: Book, handed: HandedBook
) -> None:
    take_in(town, handed)
    with town.writing(who=OFFICER) as session:
        for origin in session.query(Origin).filter_by(table_name="figure"):
            session.delete(origin)
        figure = session.query(Figure).first()
        assert figure is not None
        figure.value += 1
    planned = take_in(town, handed)
    asked = [question for question in planned.questions if question.table == "figure"]
    assert [[change[0] for change in question.changes] for question in asked] == [["value"]]


def test_the_restated_measures_of_the_new_commune_are_the_sums_of_the_old_ones(
    town: Book, ended_book: Book
) -> None:
    with ended_book.reading() as session:
        parts = split_books(session, decided(session))
        before = _activities(session, "99101") + _activities(session, "99102")
    take_in(town, parts[0])
    with town.reading() as session:
        span = parse_period("2024").span(CALENDAR)
        ref: MeasureRef = measures.refer(session, "outreach.activities")
        unit = units.find(session, TOWN, MERGED_ON).id
        found = restating.answers(session, [ref], unit_id=unit, span=span, day=MERGED_ON)
    assert found.number(ref) == before > 0


def _activities(session: Session, code: str) -> int:
    ref = measures.refer(session, "outreach.activities")
    span = parse_period("2024").span(CALENDAR)
    unit = units.find(session, code, ON).id
    return int(measures.answers(session, [ref], unit_id=unit, span=span)[ref.expression].total or 0)


def test_a_plan_of_another_office_is_printed_with_that_offices_names(town: Book, ended_book: Book) -> None:
    old, new = "Phòng Lao động – Thương binh và Xã hội", "Phòng Y tế"
    step(ended_book, lambda session: offices.rename(session, issuing_agency=old))
    step(ended_book, lambda session: office_names.change_from(session, date(2025, 3, 1), issuing_agency=new))
    take_in(town, whole(ended_book))
    with town.reading() as session:
        printed = {
            (plan.number, plans.paper(session, plan.id).issuing_agency) for plan in plans.every(session)
        }
        assert offices.current(session).names.issuing_agency == "Ủy ban nhân dân xã Đồi Thông"
    # Issued on 10 January 2025, and a draft of today.
    assert printed == {(5, old), (None, new)}


def test_units_of_both_times_and_their_successions_are_known_here_too(town: Book, handed: HandedBook) -> None:
    take_in(town, handed)
    with town.reading() as session:
        assert units.find(session, DISTRICT, ON).name == "Huyện Hòa Lâm"
        assert units.find(session, TOWN, ON).name == "Thị trấn Đồi Thông"
        assert units.find(session, TOWN, MERGED_ON).valid_from == MERGED_ON


def test_a_unit_that_took_more_in_before_it_ended_is_no_contradiction(town: Book, ended_book: Book) -> None:
    def take_more_in(session: Session) -> None:
        old = units.find(session, TOWN, ON).id
        for on in (date(2020, 1, 1), date(2022, 1, 1)):
            session.add(Succession(on=on, old_id=old, new_id=old, extent="whole"))

    step(ended_book, take_more_in)
    take_in(town, whole(ended_book))
    before = same_records(town.folder)["succession"]
    again = take_in(town, whole(ended_book))
    assert again.findings == ()
    assert same_records(town.folder)["succession"] == before == same_records(ended_book.folder)["succession"]


def test_a_unit_that_went_elsewhere_by_the_handed_book_keeps_it_out(
    town: Book, ended_book: Book, handed: HandedBook
) -> None:
    def go_elsewhere(session: Session) -> None:
        old, new = units.find(session, "99102", ON), units.find(session, WEST, MERGED_ON)
        row = session.query(Succession).filter_by(old_id=old.id).one()
        row.new_id = new.id

    take_in(town, handed)
    step(ended_book, go_elsewhere)
    with pytest.raises(Refused) as caught:
        take_in(town, whole(ended_book))
    told = [(item.code, item.value, item.facts["new"]) for item in caught.value.findings]
    assert told == [("handed_succession_differs", "Xã Quế Lâm", "Xã Tây Lâm")]


def test_a_book_without_the_latest_list_is_kept_out_for_its_units_would_never_end(
    town: Book, book: Book
) -> None:
    before = same_records(town.folder)
    with pytest.raises(Refused) as caught:
        take_in(town, whole(book))
    told = {(item.code, item.value) for item in caught.value.findings}
    assert ("handed_list_missing", "Xã Quế Lâm") in told
    assert ("handed_list_missing", "Tỉnh Đồng Lam") not in told
    assert same_records(town.folder) == before
