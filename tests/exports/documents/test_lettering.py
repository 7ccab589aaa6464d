"""Lines are broken between words, and centred ones evenly."""

import pytest

from exports.documents.fonts import Face
from exports.documents.lettering import Pen
from exports.documents.typeface import typeface

SUBJECT = (
    "Phối hợp giữ địa bàn bình yên, lành mạnh tại các xã, phường của tỉnh Đồng Lam trong năm năm 2021 - 2025"
)


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(typeface())


def test_lines_fit_and_lose_no_word(pen: Pen) -> None:
    lines = pen.wrapped(SUBJECT, Face.BOLD, 14, 150)

    assert " ".join(lines) == SUBJECT
    assert all(pen.width(line, Face.BOLD, 14) <= 150 for line in lines)


def test_long_word_is_broken_only_where_it_alone_is_wider(pen: Pen) -> None:
    lines = pen.wrapped("a " + "n" * 30 + " b", Face.REGULAR, 10, 60)

    assert "".join(lines).replace(" ", "") == "a" + "n" * 30 + "b"
    assert lines[0] == "a"
    assert all(pen.width(line, Face.REGULAR, 10) <= 60 for line in lines)


def test_balanced_lines_are_as_few_and_about_as_long(pen: Pen) -> None:
    lines = pen.balanced(SUBJECT, Face.BOLD, 14, 400)

    widths = [pen.width(line, Face.BOLD, 14) for line in lines]
    assert len(lines) == len(pen.wrapped(SUBJECT, Face.BOLD, 14, 400)) == 2
    assert max(widths) - min(widths) < 60


def test_given_line_breaks_are_kept(pen: Pen) -> None:
    assert pen.balanced("ỦY BAN NHÂN DÂN\nHUYỆN TUẦN GIÁO", Face.BOLD, 13, 400) == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN TUẦN GIÁO",
    ]
