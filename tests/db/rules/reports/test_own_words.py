"""An officer's own sentence: only numbers that no longer agree are told."""

import pytest

from db.rules.reports.figures import ShownFigure
from db.rules.reports.filled import kept_sentence
from db.rules.reports.own_words import basis_text, disagreements, numbers_in, read_basis
from db.rules.reports.sentences import FilledSentence


def figures(**texts: str) -> tuple[ShownFigure, ...]:
    return tuple(ShownFigure(key, f"Số {key}", text) for key, text in texts.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34 buổi, 1.240 người, đạt 12,5 %.", {"34", "1.240", "12,5"}),
        ("ngày 14/9/2025, số 05/KH-UBND, năm 2025", set()),
        ("Quyết định số 12/2025", set()),
        ("12345 buổi", {"12345"}),
        ("1.24 buổi và 3.", {"3"}),
        ("", set()),
    ],
)
def test_numbers_are_told_from_days_years_and_documents(text: str, expected: set[str]) -> None:
    assert numbers_in(text) == expected


@pytest.mark.parametrize(
    ("text", "basis", "now", "expected"),
    [
        ("Được 34 buổi.", {"buoi": "34"}, {"buoi": "34"}, []),
        ("Được 34 buổi.", {"buoi": "34"}, {"buoi": "36"}, [("report_number_changed", "34")]),
        ("Được 36 buổi.", {"buoi": "34"}, {"buoi": "36"}, []),
        ("Nhiều buổi.", {"buoi": "34"}, {"buoi": "34"}, []),
        ("Nhiều buổi.", {"buoi": "34"}, {"buoi": "36"}, []),
        ("Được 43 buổi.", {"buoi": "34"}, {"buoi": "34"}, [("report_number_unknown", "43")]),
        ("Được 34 buổi ở 5 xã.", {"buoi": "34"}, {"buoi": "34"}, []),
        ("Được 34 buổi.", {"buoi": "34"}, {}, [("report_number_gone", "34")]),
        ("Được 34 buổi.", {"buoi": "34"}, {"buoi": "34", "nguoi": "9"}, [("report_number_new", "9")]),
        ("34 buổi, 9 người.", {"buoi": "34"}, {"buoi": "34", "nguoi": "9"}, []),
    ],
)
def test_only_what_no_longer_agrees_is_told(
    text: str, basis: dict[str, str], now: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    found = disagreements(text, basis, figures(**now), ())
    assert [(item.code, item.value) for item in found] == expected


def test_a_basis_is_read_as_it_was_written() -> None:
    shown = (ShownFigure("outreach.people[form = talk]", "x", "1.240"), ShownFigure("a", "y", "3"))
    assert read_basis(basis_text(shown)) == {"outreach.people[form = talk]": "1.240", "a": "3"}
    assert read_basis("") == {}


def test_the_programs_own_sentence_is_not_kept() -> None:
    sentence = FilledSentence("s", "34 buổi.", figures(buoi="34"))
    assert kept_sentence("p.s", " 34 buổi. ", sentence) == {"p.s": "", "p.s.basis": ""}
    assert kept_sentence("p.s", "  ", sentence) == {"p.s": "", "p.s.basis": ""}
    assert kept_sentence("p.s", "Được 34 buổi.", sentence) == {
        "p.s": "Được 34 buổi.",
        "p.s.basis": "buoi = 34",
    }
