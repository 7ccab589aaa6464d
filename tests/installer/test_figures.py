"""The measured figures in the page of the installers."""

from pathlib import Path

import pytest

from installer.figures import keep_figures, megabytes

PAGE = "# Set-up\n<!-- linux: measured -->\nold\n<!-- linux: end -->\nafter\n"


def test_measured_figures_take_the_place_of_the_last_ones(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(PAGE, encoding="utf-8")
    keep_figures("linux", [("size", "43 MB", "make package")], page)
    assert page.read_text(encoding="utf-8") == (
        "# Set-up\n<!-- linux: measured -->\n"
        "| what | figure | how |\n| --- | --- | --- |\n| size | 43 MB | make package |\n"
        "<!-- linux: end -->\nafter\n"
    )


def test_a_page_without_the_place_is_not_touched(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(PAGE, encoding="utf-8")
    with pytest.raises(ValueError, match="windows"):
        keep_figures("windows", [], page)
    assert page.read_text(encoding="utf-8") == PAGE


def test_a_folder_weighs_what_its_files_weigh(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "a").write_bytes(b"x" * 300_000)
    (tmp_path / "b").write_bytes(b"x" * 200_000)
    (tmp_path / "link").symlink_to("b")
    assert megabytes(tmp_path) == pytest.approx(0.500001)
