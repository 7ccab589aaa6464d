"""The recovery key as it is printed and typed in: six groups, each with a letter that finds a slip of the pen.

120 random bits in 24 letters of Crockford's base 32 (no I, L, O, U); the fifth letter of a group checks its other four.
"""

import re
from collections.abc import Sequence

BYTES = 15
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS, _DATA = 6, 4
_BITS = 5
# Odd, so that any one letter that is another shows; all different, so that most that changed places do.
_WEIGHTS = (1, 3, 5, 7)
_READ_AS = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-–.]+")


class RecoveryKeyMistyped(Exception):
    """What was typed is no recovery key; `groups` are the numbers, from 1, of those with a slip, none: its length."""

    def __init__(self, groups: Sequence[int] = ()) -> None:
        self.groups = tuple(groups)
        super().__init__(f"groups {self.groups}")


def written(secret: bytes) -> str:
    """Write 15 bytes as a recovery key, `XXXXX-XXXXX-…`."""
    number = int.from_bytes(secret)
    letters = [_LETTERS[number >> _BITS * at & 31] for at in reversed(range(_GROUPS * _DATA))]
    groups = ("".join(letters[at : at + _DATA]) for at in range(0, len(letters), _DATA))
    return "-".join(group + _check(group, number) for number, group in enumerate(groups))


def read(text: str) -> bytes:
    """Return the 15 bytes of a typed recovery key, however it is spaced; raises RecoveryKeyMistyped."""
    letters = _BETWEEN.sub("", text).upper().translate(_READ_AS)
    size = _DATA + 1
    if len(letters) != _GROUPS * size:
        raise RecoveryKeyMistyped
    groups = [letters[at : at + size] for at in range(0, len(letters), size)]
    wrong = [number + 1 for number, group in enumerate(groups) if not _is_right(group, number)]
    if wrong:
        raise RecoveryKeyMistyped(wrong)
    number = 0
    for letter in "".join(group[:_DATA] for group in groups):
        number = number << _BITS | _LETTERS.index(letter)
    return number.to_bytes(BYTES)


def _is_right(group: str, number: int) -> bool:
    return set(group) <= set(_LETTERS) and _check(group[:_DATA], number) == group[_DATA]


def _check(group: str, number: int) -> str:
    weighed = (weight * _LETTERS.index(letter) for weight, letter in zip(_WEIGHTS, group, strict=True))
    # The number of the group too, so that two groups in each other's place show.
    return _LETTERS[(sum(weighed) + number * 11) % 32]
