"""Documents drawn once and read by many tests."""

from pathlib import Path

import pytest

from exports.documents.pdf import write_pdf
from exports.documents.plan_content import plan_document
from tests.exports.documents.reading import PageRead, read_pdf
from tests.helpers.long_plan import long_plan, many_tasks, short_plan


@pytest.fixture(scope="package")
def short_pages(tmp_path_factory: pytest.TempPathFactory) -> list[PageRead]:
    """Return the pages of a short plan of sample data with an annex of forty tasks."""
    target = tmp_path_factory.mktemp("short") / "plan.pdf"
    write_pdf(plan_document(short_plan(sample=True, tasks=many_tasks(40))), target)
    return read_pdf(target)


@pytest.fixture(scope="package")
def long_pages(tmp_path_factory: pytest.TempPathFactory) -> list[PageRead]:
    """Return the pages of the plan of thirty pages."""
    target = tmp_path_factory.mktemp("long") / "plan.pdf"
    write_pdf(plan_document(long_plan()), target)
    return read_pdf(target)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where a test writes its document."""
    return tmp_path / "plan.pdf"
