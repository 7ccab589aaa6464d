"""Sentences of a report: figures in their place, what was not recorded named, comparisons only where there are two."""

from decimal import Decimal

import pytest

from db.rules.formats import Number
from db.rules.reports.figures import Figure, compared
from db.rules.reports.sentences import fill_sentence, fill_words
from db.rules.reports.skeletons import Sentence
from db.rules.reports.tags import Tag, measures_in
from db.rules.returns.forms import Over

SESSIONS, PEOPLE = Tag("outreach.sessions"), Tag("outreach.people[form=talk]")
CHANGE = Tag("outreach.sessions", change=True)
WORDS = {
    "unrecorded": "chưa ghi nhận {titles}",
    "rise": "(tăng {share} %)",
    "fall": "(giảm {share} %)",
    "rise_points": "(tăng {share} điểm)",
    "fall_points": "(giảm {share} điểm)",
    "same": "(bằng)",
    "from_none": "(năm trước là 0)",
}
ABOUT = {"period": "quý III năm 2025", "plan": "", "agency": "Ủy ban nhân dân"}
TWO = Sentence(
    "s", ("{outreach.sessions} buổi {change(outreach.sessions)}", "{outreach.people[form=talk]} người")
)


def filled(
    sentence: Sentence, sessions: Number | None, people: Number | None, before: Number | None = None
) -> str:
    figures = {
        SESSIONS: Figure("Số buổi", sessions),
        CHANGE: Figure("Số buổi", sessions, before),
        PEOPLE: Figure("Số người", people),
    }
    return fill_sentence(sentence, figures, ABOUT, WORDS).text


@pytest.mark.parametrize(
    ("sessions", "people", "before", "expected"),
    [
        (34, 1240, None, "34 buổi, 1.240 người."),
        (34, 1240, 20, "34 buổi (tăng 70 %), 1.240 người."),
        (0, 0, None, "0 buổi, 0 người."),
        (34, None, None, "34 buổi; chưa ghi nhận số người."),
        (None, 5, 20, "5 người; chưa ghi nhận số buổi."),
        (None, None, 20, "Chưa ghi nhận số buổi, số người."),
    ],
)
def test_what_was_not_recorded_is_named_and_never_a_zero(
    sessions: Number | None, people: Number | None, before: Number | None, expected: str
) -> None:
    assert filled(TWO, sessions, people, before) == expected


def test_a_sentence_says_something_else_where_there_is_no_plan() -> None:
    sentence = Sentence("s", ("Thực hiện {plan}, {agency} báo cáo:",), otherwise="{agency} báo cáo {period}:")
    assert filled(sentence, 1, 1) == "Ủy ban nhân dân báo cáo quý III năm 2025:"


def test_what_a_title_explains_in_brackets_is_not_printed() -> None:
    figures = {SESSIONS: Figure("Số buổi (mọi hình thức)", None)}
    assert fill_sentence(Sentence("s", ("{outreach.sessions} buổi",)), figures, ABOUT, WORDS).text == (
        "Chưa ghi nhận số buổi."
    )


def test_a_sentence_knows_its_figures_and_which_are_missing() -> None:
    figures = {SESSIONS: Figure("Số buổi", 3), CHANGE: Figure("Số buổi", 3), PEOPLE: Figure("Số người", None)}
    found = fill_sentence(TWO, figures, ABOUT, WORDS)
    assert [(item.key, item.text) for item in found.figures] == [("outreach.sessions", "3")]
    assert found.missing == ("Số người",)


@pytest.mark.parametrize(
    ("value", "before", "share", "expected"),
    [
        (9, 8, False, "(tăng 12,5 %)"),
        (8, 9, False, "(giảm 11,1 %)"),
        (0, 9, False, "(giảm 100 %)"),
        (8, 8, False, "(bằng)"),
        (3, 0, False, "(năm trước là 0)"),
        (0, 0, False, "(bằng)"),
        (None, 8, False, ""),
        (8, None, False, ""),
        (100_010, 100_000, False, "(tăng 0,01 %)"),
        (Decimal("80.5"), Decimal("70"), True, "(tăng 10,5 điểm)"),
        (Decimal("5"), Decimal("0"), True, "(tăng 5 điểm)"),
    ],
)
def test_a_change_is_told_where_both_years_are_known(
    value: Number | None, before: Number | None, share: bool, expected: str
) -> None:
    assert compared(Figure("x", value, before, share), WORDS) == expected


def test_words_about_the_report_are_no_measures() -> None:
    text = "{period} {outreach.sessions@since_year_start} { outreach.people } {change(a.b@since_year_start)} {days}"
    found = (Tag("outreach.sessions", Over.YEAR), Tag("outreach.people"), Tag("a.b", Over.YEAR, change=True))
    assert measures_in(text) == found
    assert measures_in("".join(f"{{{tag.text}}}" for tag in found)) == found


@pytest.mark.parametrize("tag", ["{outreach.sessions@last_week}", "{change(outreach.sessions@year_before)}"])
def test_days_that_are_none_are_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=r"last_week|year_before"):
        measures_in(tag)


def test_a_text_without_figures_is_filled() -> None:
    assert fill_words("Kết quả {period}", ABOUT) == "Kết quả quý III năm 2025"
