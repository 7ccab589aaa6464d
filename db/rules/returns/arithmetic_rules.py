"""Which figures of a form must agree, as data beside its columns (`[[sheet.rule]]`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any


class Agreement(StrEnum):
    """What a rule asks.

    WITHIN: each part is at most the whole (female, people). EQUAL: the parts add up to the whole. SHARE: each part lies
    between 0 and 100. SAME: each part, a column of another form (`PCMD-04B.open`), says what the whole says.
    RATE: whole ÷ first part is a rate that is compared with the last period and the last year (people a session).
    """

    WITHIN = "within"
    EQUAL = "equal"
    SHARE = "share"
    SAME = "same"
    RATE = "rate"


@dataclass(frozen=True)
class ArithmeticRule:
    """A rule over columns by their keys; a part that ends in `*` stands for all columns whose key begins so.

    What breaks it is an error, or where it `warns` only a warning.
    """

    kind: Agreement
    parts: tuple[str, ...]
    whole: str = ""
    warns: bool = False

    def part_keys(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return the keys of the parts among those of a form's columns, in the order of the columns."""
        return tuple(key for key in keys if any(fnmatchcase(key, part) for part in self.parts))


def read_rules(body: Mapping[str, Any]) -> tuple[ArithmeticRule, ...]:
    """Read the rules of a form from its TOML; raises ValueError for a kind that is none."""
    return tuple(
        ArithmeticRule(
            Agreement(item["kind"]), tuple(item["parts"]), item.get("whole", ""), item.get("warns", False)
        )
        for item in body.get("rule", ())
    )
