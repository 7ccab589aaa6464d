"""Paths as people paste and drop them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from ui.scores.evidence.given_files import file_written, files_in

WRITTEN = [
    ("", None),
    ("  ", None),
    ("/a/b.pdf", "/a/b.pdf"),
    (' "/a/b c.pdf" ', "/a/b c.pdf"),
    ("file:///a/b%20c.pdf", "/a/b c.pdf"),
    ("b.pdf", "b.pdf"),
]


@pytest.mark.parametrize(("text", "path"), WRITTEN)
def test_a_path_is_read_as_it_is_pasted(text: str, path: str | None) -> None:
    assert file_written(text) == (Path(path) if path else None)


def test_only_files_of_this_computer_are_taken() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.com/a.pdf"), QUrl.fromLocalFile("/a/b.pdf")])
    assert files_in(data) == [Path("/a/b.pdf")]


def test_a_text_that_names_no_place_is_no_file() -> None:
    data = QMimeData()
    data.setText("12/KH-UBND\n/a/b.pdf")
    assert files_in(data) == [Path("/a/b.pdf")]
