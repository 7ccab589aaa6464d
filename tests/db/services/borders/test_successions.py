"""Lists of successions taken into the book: whole or not at all, once or again; the office goes on with its unit."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from db.records import CommuneModel, OutreachActivity, Succession
from db.rules.findings import Refused
from db.rules.succession_lists import SuccessionLine
from db.services import offices, units
from db.services.borders import successions
from db.services.entering import history
from db.sessions import Book, Session
from tests.helpers.books import COMMUNES, unit_lines
from tests.helpers.dien_bien import EVE, JULY, OFFICE, SETTLED_BY_HAND, country_lines, load, settled_lines
from tests.helpers.sample_records import add, contents, step

TUAN_GIAO = SuccessionLine("dòng 2", "03253", "Xã Tuần Giáo", "03289", "Xã Quài Cang", "whole")


def refused(book: Book, lines: list[SuccessionLine], on: date = JULY) -> list[tuple[str, str]]:
    """The findings of a list, and that nothing of it was stored."""
    before = contents(book)
    with pytest.raises(Refused) as caught, book.writing(who="x") as session:
        successions.load(session, lines, on=on, file_name="successions.csv")
    assert (contents(book), caught.value.source) == (before, "successions.csv")
    return [(finding.place, finding.code) for finding in caught.value.findings]


def held(book: Book) -> list[tuple[object, ...]]:
    return [row[1:] for row in contents(book)["succession"]]


def test_the_countrys_list_serves_the_book_of_one_province(dien_bien: Book, shared: Path) -> None:
    done, _ = step(dien_bien, lambda session: load(session, country_lines(shared)))
    assert (done.rows, done.stored, done.unsettled, done.left_out) == (10503, 129, 4, 10503 - 129)
    assert done.doubts == ()


def test_the_same_list_again_changes_nothing(merged: Book, shared: Path) -> None:
    before = contents(merged)
    done, _ = step(merged, lambda session: load(session, country_lines(shared)))
    assert (done.stored, contents(merged)) == (0, before)


def test_a_second_list_settles_what_the_first_left_open(merged: Book, shared: Path) -> None:
    step(merged, lambda session: load(session, settled_lines(shared)))
    rows = held(merged)
    assert len(rows) == 129
    assert all(old is not None and extent == "whole" for _, old, _, extent, _ in rows)


def test_what_the_list_says_of_an_open_source_is_kept(merged: Book) -> None:
    written = [row[-1] for row in held(merged) if row[1] is None]
    assert sorted(map(str, written)) == sorted(SETTLED_BY_HAND)


def test_the_words_of_a_list_come_to_what_an_earlier_program_left_open(merged: Book, shared: Path) -> None:
    before = held(merged)
    step(merged, lambda session: session.execute(update(Succession).values(written="")))
    step(merged, lambda session: load(session, country_lines(shared)))
    assert sorted(map(str, held(merged))) == sorted(map(str, before))


def test_the_first_list_again_does_not_open_what_was_settled(settled: Book, shared: Path) -> None:
    before = contents(settled)
    step(settled, lambda session: load(session, country_lines(shared)))
    assert contents(settled) == before


def test_the_office_goes_on_as_the_unit_its_own_went_into(dien_bien: Book, shared: Path) -> None:
    done, _ = step(dien_bien, lambda session: load(session, country_lines(shared)))
    with dien_bien.reading() as session:
        new, old = units.find(session, OFFICE, JULY), units.find(session, OFFICE, EVE)
        assert offices.current(session).unit == new == done.office
        assert (old.name, new.name) == ("Thị trấn Tuần Giáo", "Xã Tuần Giáo")


def test_a_step_back_takes_the_list_and_the_office_back(dien_bien: Book) -> None:
    before = contents(dien_bien)
    own = SuccessionLine("dòng 3", "03253", "Xã Tuần Giáo", "03253", "Thị trấn Tuần Giáo", "whole")
    _, number = step(dien_bien, lambda session: load(session, [TUAN_GIAO, own]))
    step(dien_bien, lambda session: history.revert(session, number))
    assert contents(dien_bien) == before


def test_one_bad_line_refuses_the_list(dien_bien: Book, shared: Path) -> None:
    bad = SuccessionLine("dòng 99", "03253", "Xã Tuần Giáo", "03274", "Xã Quài Tở", "whole")
    lines = [line for line in country_lines(shared) if line.old_code != "03274"]
    assert refused(dien_bien, [*lines, bad]) == [("dòng 99", "succession_name_differs_near")]


def test_a_list_that_contradicts_the_one_before_is_refused(dien_bien: Book) -> None:
    step(dien_bien, lambda session: load(session, [TUAN_GIAO]))
    part = SuccessionLine("dòng 2", "03253", "Xã Tuần Giáo", "03289", "Xã Quài Cang", "part")
    assert [code for _, code in refused(dien_bien, [part])] == ["succession_whole_held"]
    with dien_bien.reading() as session:
        name = units.find(session, "03283", JULY).name
    other = SuccessionLine("dòng 3", "03283", name, "03289", "Xã Quài Cang", "part")
    assert refused(dien_bien, [other]) == [("dòng 3", "succession_whole_held")]


def test_a_list_about_other_places_only_is_refused(dien_bien: Book) -> None:
    hanoi = SuccessionLine("dòng 2", "00004", "Phường Ba Đình", "00013", "Phường Quán Thánh", "whole")
    assert refused(dien_bien, [hanoi]) == [("", "successions_none_known")]
    assert refused(dien_bien, []) == [("", "successions_none_known")]


@pytest.mark.parametrize("on", [date(2025, 3, 1), date(2025, 6, 30), date(2025, 7, 2)])
def test_a_day_without_a_list_of_units_of_its_own_is_refused(dien_bien: Book, on: date) -> None:
    assert refused(dien_bien, [TUAN_GIAO], on) == [("", "successions_no_list")]


def test_a_renamed_unit_goes_on_under_its_new_name(book: Book) -> None:
    names = {**COMMUNES, "99102": "Xã Quế Sơn"}
    lines = [
        line if line.code not in names else type(line)(**{**vars(line), "name": names[line.code]})
        for line in unit_lines()
    ]
    step(book, lambda session: units.load(session, lines, on=JULY, file_name="july.csv"))
    renamed = SuccessionLine("dòng 2", "99102", "Xã Quế Sơn", "99102", "Xã Quế Lâm", "whole")
    same = SuccessionLine("dòng 3", "99101", "Thị trấn Đồi Thông", "99101", "Thị trấn Đồi Thông", "whole")
    done, _ = step(book, lambda session: load(session, [renamed, same]))
    assert (done.stored, done.office) == (2, None)
    with book.reading() as session:
        assert session.scalar(select(func.count()).select_from(Succession)) == 2


def test_records_that_outlive_their_unit_are_told_and_stay(dien_bien: Book, shared: Path) -> None:
    def typed_before_the_list_came(session: Session) -> None:
        old = units.find(session, "03289", EVE).id
        for on in (EVE, JULY, date(2025, 9, 1)):
            number = add(session, "outreach", held_on=EVE, unit_id=old)
            session.get_one(OutreachActivity, number).held_on = on
        for year in (2025, 2026):
            number = add(session, "models", started_year=2024, unit_id=old)
            session.get_one(CommuneModel, number).started_year = year

    step(dien_bien, typed_before_the_list_came)
    before = contents(dien_bien)["outreach_activity"]
    done, _ = step(dien_bien, lambda session: load(session, country_lines(shared)))
    assert [(item.code, item.value) for item in done.doubts] == [("succession_records_outlive", "3")]
    assert contents(dien_bien)["outreach_activity"] == before
