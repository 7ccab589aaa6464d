"""Accounts of a PC: names, passwords, waiting after wrong ones."""

import unicodedata
from datetime import timedelta

import pytest

from db.rules.accounts import as_typed, name_findings, password_findings, wait_after

NAME = "Lò Thị Hoa"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "required"),
        ("  ", "required"),
        ("x" * 61, "account_name_long"),
        ("lo thi hoa", "account_name_taken"),
    ],
)
def test_a_name_that_is_not_taken_is_told_why(name: str, code: str) -> None:
    assert [finding.code for finding in name_findings(name, [NAME])] == [code]


def test_a_good_name_is_taken() -> None:
    assert name_findings("Vàng A Sử", [NAME]) == []


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("", "password_short"),
        ("1234567", "password_short"),
        ("x" * 129, "password_long"),
        ("aaaaaaaaaa", "password_plain"),
        ("lò thị hoa", "password_plain"),
    ],
)
def test_a_password_that_is_not_taken_is_told_why(password: str, code: str) -> None:
    found = password_findings(password, NAME)
    assert [finding.code for finding in found] == [code]
    assert not password or password not in repr(found)


def test_letters_composed_by_any_input_method_are_one_password() -> None:
    composed, apart = (unicodedata.normalize(form, "mật khẩu") for form in ("NFC", "NFD"))
    assert composed != apart
    assert as_typed(composed) == as_typed(apart)


WAITS = [(0, 0), (2, 0), (3, 5), (4, 10), (5, 20), (8, 160), (9, 300), (10**6, 300)]


@pytest.mark.parametrize(("wrong", "seconds"), WAITS)
def test_each_wrong_password_makes_the_wait_longer(wrong: int, seconds: int) -> None:
    assert wait_after(wrong) == timedelta(seconds=seconds)
