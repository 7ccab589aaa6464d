"""Mapped classes are mapped when they are asked for, all of them where the whole schema is."""

import subprocess
import sys
from pathlib import Path

import pytest

from db import records

ROOT = Path(__file__).parents[2]
TABLES = "print(*sorted(Base.metadata.tables))"


def run(code: str) -> list[str]:
    """Run code in a Python of its own; return the words that it told."""
    asked = [sys.executable, "-c", code]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_every_class_is_found_under_its_name() -> None:
    mapped = {mapper.class_.__name__ for mapper in records.Base.registry.mappers}
    assert mapped == set(records.__all__) - {"Base"}
    assert all(getattr(records, name).__name__ == name for name in records.__all__)


def test_asking_for_one_class_maps_no_other() -> None:
    code = f"from db.records import OutreachActivity\nfrom db.records.base import Base\n{TABLES}"
    assert run(code) == ["outreach_activity"]


def test_who_asks_for_the_base_gets_the_whole_schema() -> None:
    assert set(run(f"from db.records import Base\n{TABLES}")) == set(records.Base.metadata.tables)


@pytest.mark.parametrize("name", ["Nothing", "__path_of__"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(records, name)
