"""The figures of a province's own workbook obey the rules of other forms for the same measures."""

import pytest

from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.forms import ColumnForm, Over, RowsOf, SheetForm
from db.rules.returns.tags_rules import with_rules

PEOPLE, FEMALE, SESSIONS = "outreach.people", "outreach.female", "outreach.sessions"
SHARE = "training.share_trained"


def form(*columns: tuple[str, str, Over], rules: tuple[ArithmeticRule, ...] = ()) -> SheetForm:
    made = tuple(ColumnForm(key, key, "measure", 8, measure=name, over=over) for key, name, over in columns)
    return SheetForm("Biểu", "", "", RowsOf.UNITS, made, rules=rules)


def known(*rules: ArithmeticRule) -> SheetForm:
    return form(
        ("people", PEOPLE, Over.PERIOD),
        ("female", FEMALE, Over.PERIOD),
        ("sessions", SESSIONS, Over.PERIOD),
        ("year", PEOPLE, Over.YEAR),
        ("share", SHARE, Over.PERIOD),
        rules=rules,
    )


@pytest.mark.parametrize(
    ("rule", "borrowed"),
    [
        (ArithmeticRule(Agreement.WITHIN, ("female", "sessions"), "people"), [("a", ("b",))]),
        (ArithmeticRule(Agreement.WITHIN, ("people",), "year"), []),
        (ArithmeticRule(Agreement.EQUAL, ("female", "sessions"), "people"), []),
        (ArithmeticRule(Agreement.EQUAL, ("fem*",), "people"), []),
        (ArithmeticRule(Agreement.EQUAL, ("female",), "people"), [("a", ("b",))]),
        (ArithmeticRule(Agreement.SHARE, ("share",)), [("", ("c",))]),
        (ArithmeticRule(Agreement.RATE, ("sessions",), "people"), []),
        (ArithmeticRule(Agreement.SAME, ("X.people",), "people"), []),
    ],
)
def test_a_rule_is_taken_where_its_figures_are(
    rule: ArithmeticRule, borrowed: list[tuple[str, tuple[str, ...]]]
) -> None:
    own = form(("a", PEOPLE, Over.PERIOD), ("b", FEMALE, Over.PERIOD), ("c", SHARE, Over.PERIOD))
    assert [(item.whole, item.parts) for item in with_rules(own, [known(rule)]).rules] == borrowed
