"""Hostile files at the window's desks: each is answered in calm words, and nothing of the book changes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.same_records import same_records
from tests.torture import hostile_documents as documents
from tests.torture import hostile_packages as packages
from tests.torture import hostile_texts as texts
from tests.torture import hostile_workbooks as workbooks
from ui.common.errors import error_text
from ui.common.finding_texts import finding_text
from ui.common.workplace import Workplace
from ui.handing.take_in_presenter import TakeInPresenter
from ui.imports.presenter import ImportPresenter
from ui.received.presenter import ReviewPresenter
from ui.returns.received.take_presenter import TakePresenter

# A finding without words would show its code; what a file brings is quoted as it is.
CODE = re.compile(r"\b(file|package|workbook|text|plan|return|handed)_\w+")
Answer = Callable[[Workplace, QtBot, Path], str]


def records(workplace: Workplace, qtbot: QtBot, path: Path) -> str:
    presenter = ImportPresenter(workplace, "outreach")
    with qtbot.waitSignal(presenter.refused, timeout=20_000) as told:
        presenter.read_file(path)
    return error_text(told.args[0])


def handed_books(workplace: Workplace, qtbot: QtBot, path: Path) -> str:
    presenter = TakeInPresenter(workplace)
    with qtbot.waitSignal(presenter.refused, timeout=20_000) as told:
        presenter.read_file(path)
    return error_text(told.args[0])


def plans(workplace: Workplace, qtbot: QtBot, path: Path) -> str:
    presenter = ReviewPresenter(workplace)
    with qtbot.waitSignal(presenter.failed, timeout=20_000) as told:
        presenter.read_file(path)
    return str(told.args[0])


def returns(workplace: Workplace, qtbot: QtBot, path: Path) -> str:
    presenter = TakePresenter(workplace)
    with qtbot.waitSignal(presenter.changed, timeout=20_000):
        presenter.read_files([path])
    return " ".join(finding_text(item.finding) for item in presenter.plan(0).findings)


HOSTILE: list[tuple[Answer, str, Callable[[], bytes]]] = [
    (records, ".xlsx", workbooks.billion_laughs),
    (records, ".xlsx", packages.overlapping_entries),
    (records, ".csv", texts.open_quotes),
    (records, ".xlsx", packages.truncated),
    (returns, ".xlsx", workbooks.external_entity),
    (returns, ".xlsx", packages.link_entry),
    (returns, ".xlsx", workbooks.deep_nesting),
    (handed_books, ".pcmd", texts.statements_in_book),
    (handed_books, ".pcmd", texts.deep_row),
    (handed_books, ".pcmd", texts.extra_entry),
    (plans, ".docx", documents.deep_document),
    (plans, ".docx", documents.rich_text_named_document),
    (plans, ".pdf", documents.pages_in_a_ring),
    (plans, ".pdf", documents.encrypted_pdf),
]


@pytest.mark.parametrize(
    ("answer", "suffix", "make"), HOSTILE, ids=[f"{item[0].__name__}, {item[2].__name__}" for item in HOSTILE]
)
def test_a_hostile_file_is_answered_in_words(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path, answer: Answer, suffix: str, make: Callable[[], bytes]
) -> None:
    before = same_records(workplace.book.folder)
    path = tmp_path / f"tệp{suffix}"
    path.write_bytes(make())
    words = answer(workplace, qtbot, path)
    assert words.endswith(".") and not CODE.search(words)
    assert same_records(workplace.book.folder) == before
