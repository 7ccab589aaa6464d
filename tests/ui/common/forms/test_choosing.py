"""Finding an option by typing part of it."""

import pytest

from ui.common.forms.choosing import matching, option, resolved

_OPTIONS = tuple(
    option(code, title)
    for code, title in (
        ("1", "Xã Đạt Thành"),
        ("2", "Xã An Bình"),
        ("3", "Xã Ăng Tở"),
        ("4", "Phường 12"),
        ("5", "Xã Đát"),
    )
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("dat", ["1", "5"]),
        ("đạt th", ["1"]),
        ("an", ["2", "3"]),
        ("xa a", ["2", "3"]),
        ("12", ["4"]),
        ("zz", []),
    ],
)
def test_options_are_found_with_and_without_tone_marks(typed: str, codes: list[str]) -> None:
    assert [item.code for item in matching(_OPTIONS, typed)] == codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("xã an bình", "2"),
        ("Xã Đát", "5"),
        ("tho", None),
        ("dat", None),
        ("12", "4"),
        ("", None),
        ("thanh", "1"),
    ],
)
def test_a_text_means_an_option_only_when_it_is_the_only_one(typed: str, code: str | None) -> None:
    found = resolved(_OPTIONS, typed)
    assert (found.code if found else None) == code
