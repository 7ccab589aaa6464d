"""The recovery key as printed and typed: any spacing is read, a slip is told by its group."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.recovery_keys import BYTES, RecoveryKeyMistyped, read, written

SECRET = bytes(range(1, BYTES + 1))
KEY = written(SECRET)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_a_key_is_written_in_six_groups_of_five() -> None:
    assert [len(group) for group in KEY.split("-")] == [5] * 6


@given(st.binary(min_size=BYTES, max_size=BYTES))
def test_every_secret_is_read_as_it_was_written(secret: bytes) -> None:
    assert read(written(secret)) == secret


@pytest.mark.parametrize(
    "way", [str.lower, lambda key: key.replace("-", ""), lambda key: key.replace("-", " – ")]
)
def test_a_key_may_be_spaced_and_written_otherwise(way: object) -> None:
    assert callable(way)
    assert read(f"  {way(KEY)}\n") == SECRET


def test_letters_that_look_like_figures_are_read_as_figures() -> None:
    assert read(written(bytes(BYTES)).replace("0", "O")) == bytes(BYTES)


@pytest.mark.parametrize("at", [at for at in range(35) if at % 6 != 5])
def test_one_wrong_letter_is_told_by_its_group(at: int) -> None:
    for letter in set(LETTERS) - {KEY[at]}:
        with pytest.raises(RecoveryKeyMistyped) as caught:
            read(KEY[:at] + letter + KEY[at + 1 :])
        assert caught.value.groups == (at // 6 + 1,)


@pytest.mark.parametrize("typed", ["", "ABCDE", KEY[:-1], f"{KEY}A", "đ" * 30, "U" * 30])
def test_what_is_no_key_is_told(typed: str) -> None:
    with pytest.raises(RecoveryKeyMistyped):
        read(typed)


def test_two_groups_in_each_others_place_show() -> None:
    groups = KEY.split("-")
    with pytest.raises(RecoveryKeyMistyped) as caught:
        read("-".join([groups[1], groups[0], *groups[2:]]))
    assert caught.value.groups == (1, 2)
