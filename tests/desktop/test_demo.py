"""The demo keeps its hands off what it did not make."""

from pathlib import Path

import pytest

from db.sessions import BOOK_NAME, Book, BookLocked
from desktop.demo.job import FolderInUse, make_demo
from tests.helpers.books import OFFICER

FOLDERS = ("office", "returns", "documents", "screens")


def make_office(out: Path) -> None:
    """Do the first step of the demo, which makes room for all others."""
    next(make_demo(out, lambda _: None))


def test_demo_leaves_files_that_are_not_its_own(tmp_path: Path) -> None:
    own = [tmp_path / folder / "của tôi.docx" for folder in FOLDERS]
    for path in own:
        path.parent.mkdir()
        path.write_text("mine", encoding="utf-8")

    make_office(tmp_path)
    make_office(tmp_path)

    assert [path.read_text(encoding="utf-8") for path in own] == ["mine"] * len(own)


def test_demo_never_writes_over_a_real_office(book_folder: Path) -> None:
    out = book_folder.parent / "demo"
    out.mkdir()
    office = book_folder.rename(out / "office")
    before = (office / BOOK_NAME).read_bytes()

    with pytest.raises(FolderInUse):
        make_office(out)

    assert (office / BOOK_NAME).read_bytes() == before


def test_sample_that_is_open_is_not_taken_away(tmp_path: Path) -> None:
    make_office(tmp_path)

    with Book(tmp_path / "office") as book:
        with pytest.raises(BookLocked):
            make_office(tmp_path)
        with book.writing(who=OFFICER):
            pass

    assert (tmp_path / "office" / BOOK_NAME).exists()
