"""A report of a unit and a period: figures of approved returns or of the records, and what officers wrote."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from db.rules.findings import Refused
from db.rules.formats import Number
from db.rules.levels import LEVEL_CODES
from db.rules.periods import DECREE_09, Period, parse_period
from db.rules.reports.checking import check_report
from db.rules.reports.filled import (
    DAY,
    NUMBER,
    RECIPIENTS,
    Report,
    ReportSentence,
    kept_sentence,
    sentence_key,
)
from db.rules.reports.skeletons import kind_of, parts_of, period_words
from db.rules.reports.tags import Tag
from db.services import units
from db.services.entering import entries, history
from db.services.measuring import measures
from db.services.reports import report_texts, reports
from db.services.returns import filling, frozen_returns
from db.sessions import Book, Session
from exports.documents.report_content import report_document
from tests.helpers.books import unit_id
from tests.helpers.sample_records import add, added, step

Q3 = parse_period("2025-Q3")


def report(book: Book, period: Period = Q3, code: str = "991") -> Report:
    with book.reading() as session:
        unit = units.find_during(session, code, period.span(DECREE_09))
        return reports.report(session, unit=unit, period=period)


def keep(book: Book, texts: Mapping[str, str], period: Period = Q3) -> int:
    def kept(session: Session) -> None:
        unit = unit_id(session)
        report_texts.keep(session, unit_id=unit, skeleton=reports.PERIODIC, period=period.label, texts=texts)

    return step(book, kept)[1]


def sentence(found: Report, key: str) -> ReportSentence:
    return next(item for part in found.parts for item in part.sentences if item.key == key)


def figure(found: Report, name: str) -> Number | None:
    return found.facts.figures[Tag(name)].value


def approve(book: Book) -> None:
    def frozen(session: Session) -> None:
        unit = units.find_during(session, "991", Q3.span(DECREE_09))
        filled = filling.fill(session, set_code="quarterly", unit=unit, period=Q3)
        frozen_returns.freeze(session, filled)

    step(book, frozen)


def test_every_tag_of_the_shipped_skeleton_is_a_measure(book: Book) -> None:
    with book.reading() as session:
        skeleton = reports.skeleton_on(session, date(2025, 9, 14))
        found = [measures.refer(session, tag.name) for tag in skeleton.measures]
    assert len(found) == len(skeleton.measures) > 50


def test_places_of_the_shipped_skeleton_are_named_once_and_fit_their_column(book: Book) -> None:
    with book.reading() as session:
        parts = reports.skeleton_on(session, date(2025, 9, 14)).parts
    keys = [sentence_key(part.key, item.key) for part in parts for item in part.sentences]
    assert len(keys) == len(set(keys))
    assert len({part.key for part in parts}) == len(parts)
    assert not {key.rpartition(".")[2] for key in keys} & {"before", "after", "basis"}
    assert max(len(f"{key}.basis") for key in keys) <= 50


@pytest.mark.parametrize(
    ("label", "kind", "words"),
    [
        ("2025", "year", "năm 2025"),
        ("2025-Q3", "quarter", "quý III năm 2025"),
        ("2025-H1", "half", "6 tháng đầu năm 2025"),
        ("2025-9M", "nine_months", "9 tháng đầu năm 2025"),
        ("2025-07", "month", "tháng 7 năm 2025"),
        ("2025-01-01..2025-05-31", "free", "từ ngày a đến ngày b"),
    ],
)
def test_each_kind_of_period_has_its_parts_and_its_name(
    book: Book, label: str, kind: str, words: str
) -> None:
    period = parse_period(label)
    with book.reading() as session:
        skeleton = reports.skeleton_on(session, date(2025, 9, 14))
    assert kind_of(period) == kind
    assert period_words(skeleton, period, {"first": "a", "last": "b"}) == words
    keys = [part.key for part in parts_of(skeleton, kind, LEVEL_CODES["district"])]
    assert ("directions_year" in keys, "directions" in keys) == (kind == "year", kind != "year")


def test_an_empty_office_has_a_report_that_says_what_was_not_recorded(book: Book) -> None:
    found = report(book)
    assert sentence(found, "outreach.sessions").text.startswith(
        "Tuyên truyền trực tiếp: chưa ghi nhận số buổi"
    )
    assert found.facts.about["source"].startswith("Số liệu tổng hợp từ sổ theo dõi")
    texts = [part.text for part in report_document(found).body]
    assert "Chưa có chỉ tiêu của kế hoạch năm 2025 đã ban hành để đối chiếu." in texts
    assert not any("–" in text or "{" in text for text in texts)


def test_figures_are_those_of_the_records_and_compared_with_the_year_before(book: Book) -> None:
    def outreach(session: Session) -> None:
        for day, sessions in ((date(2025, 7, 1), 3), (date(2025, 2, 1), 4), (date(2024, 7, 1), 2)):
            add(session, "outreach", held_on=day, sessions=sessions, people=sessions * 10, female=None)

    step(book, outreach)
    found = report(book)
    assert sentence(found, "outreach.sessions").text == (
        "Tuyên truyền trực tiếp: 3 buổi (tăng 50 % so với cùng kỳ năm trước), 30 lượt người tham dự"
        " (tăng 50 % so với cùng kỳ năm trước); chưa ghi nhận số lượt nữ được tuyên truyền."
    )
    assert sentence(found, "outreach.since_start").text == "Tính từ đầu năm: 7 buổi, 70 lượt người tham dự."


def test_an_approved_return_is_what_the_report_says(book: Book) -> None:
    outreach = added(book, "outreach", held_on=date(2025, 7, 1), sessions=3, people=30)
    added(book, "targets", text="Ba mươi người", value=Decimal(60), measure="outreach.people")
    approve(book)
    step(book, lambda session: entries.change(session, "outreach", outreach, {"people": 99}))
    found = report(book)
    assert figure(found, "outreach.people") == 30
    assert [(row.text, row.done) for row in found.facts.targets] == [("Ba mươi người", 30)]
    assert "Bộ biểu báo cáo quý đã duyệt, lần 1" in found.facts.about["source"]
    assert figure(report(book, parse_period("2025-07")), "outreach.people") == 99


def test_a_commune_says_nothing_of_numbers_of_communes(book: Book) -> None:
    found = report(book, code="99102")
    keys = {item.key for part in found.parts for item in part.sentences}
    assert {"scores.points"} <= keys
    assert not {"outreach.communes", "scores.sheets", "models.communes"} & keys
    assert found.facts.names.issuing_agency == "Ủy ban nhân dân xã Quế Lâm"


def test_a_plan_is_named_once_it_was_issued(book: Book) -> None:
    added(book, "plans", number=5, symbol="KH-UBND", issued_on=date(2025, 1, 20))
    added(book, "plans", number=9, symbol="KH-UBND", issued_on=date(2025, 10, 20), first_year=2025)
    text = sentence(report(book), "opening.begin").text
    assert text.startswith(
        "Thực hiện Kế hoạch số 05/KH-UBND ngày 20/01/2025 của Ủy ban nhân dân huyện Hòa Lâm, "
    )


def test_an_officers_words_are_kept_and_taken_back(book: Book) -> None:
    number = keep(
        book, {"difficulties.before": "Địa bàn rộng.\n\nĐường khó đi.", NUMBER: "7", DAY: "2025-09-16"}
    )
    found = report(book)
    assert (found.number, found.issued_on) == (7, date(2025, 9, 16))
    assert next(part for part in found.parts if part.part.key == "difficulties").before.startswith(
        "Địa bàn rộng."
    )
    assert "Đường khó đi." in [part.text for part in report_document(found).body]
    step(book, lambda session: history.revert(session, number))
    assert report(book).number is None


def test_a_sentence_of_the_officers_own_tells_what_no_longer_agrees(book: Book) -> None:
    outreach = added(book, "outreach", held_on=date(2025, 7, 1), sessions=34, people=1240)
    key = "outreach.sessions"
    own = kept_sentence(key, "Đã tổ chức 34 buổi với 1.240 người.", sentence(report(book), key).filled)
    keep(book, own)
    assert sentence(report(book), key).findings == ()
    step(book, lambda session: entries.change(session, "outreach", outreach, {"sessions": 36}))
    found = sentence(report(book), key)
    assert (found.is_own, found.text) == (True, "Đã tổ chức 34 buổi với 1.240 người.")
    assert [(item.code, item.value, item.facts["now"]) for item in found.findings] == [
        ("report_number_changed", "34", "36")
    ]


def test_reports_of_two_periods_keep_their_own_words(book: Book) -> None:
    keep(book, {"proposals.before": "Của quý III"})
    keep(book, {"proposals.before": "Của năm"}, parse_period("2025"))
    parts = {part.part.key: part.before for part in report(book).parts}
    assert parts["proposals"] == "Của quý III"


def test_what_the_head_leaves_empty_is_the_usual(book: Book) -> None:
    found = report(book)
    assert found.subject == "Kết quả công tác phòng, chống mại dâm quý III năm 2025"
    assert found.recipients == (found.facts.names.receiving_unit,)
    keep(book, {RECIPIENTS: "- Sở Y tế\n\n- Lưu: VT, VX", NUMBER: "x"})
    assert report(book).recipients == ("- Sở Y tế", "- Lưu: VT, VX")
    assert report(book).number is None


def test_the_check_names_every_part_that_says_nothing(book: Book) -> None:
    keep(book, {NUMBER: "3", DAY: "2025-09-16", "difficulties.after": "Không."})
    found = report(book)
    codes = [(item.place, item.code) for item in check_report(found, report_document(found))]
    assert [place for place, code in codes if code == "paper_section_empty"] == ["V", "VI"]
    assert {code for _, code in codes} <= {"paper_section_empty", "paper_name_missing"}


def test_a_unit_that_was_not_there_has_no_report(book: Book) -> None:
    with book.reading() as session, pytest.raises(Refused):
        unit = units.find_during(session, "991", Q3.span(DECREE_09))
        ended = unit.__class__(**{**unit.__dict__, "valid_to": date(2024, 1, 1)})
        reports.report(session, unit=ended, period=Q3)
