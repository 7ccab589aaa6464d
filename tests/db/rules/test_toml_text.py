"""What is written as TOML is read again as it was."""

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from db.rules.toml_text import toml_text

LETTERS = st.text(st.characters(exclude_categories=["Cs"]))


@given(LETTERS, st.dates())
def test_any_text_and_any_day_come_back(text: str, day: date) -> None:
    written = toml_text(
        {"title": text, "on": day}, {"item": [{"a": text}, {"a": "x"}]}, {"ended": {"b": day}}
    )
    assert tomllib.loads(written) == {
        "title": text,
        "on": day,
        "item": [{"a": text}, {"a": "x"}],
        "ended": {"b": day},
    }


def test_empty_parts_are_valid() -> None:
    assert tomllib.loads(toml_text({}, {"item": []}, {"ended": {}})) == {"ended": {}}
