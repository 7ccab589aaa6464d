"""The command line at its edges: stopped, unread, and asked to write what or where it cannot."""

import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from desktop.cli import texts
from tests.helpers.command_line import pcmd

EXPORT = ("returns", "export", "--set", "quarterly", "--unit", "991", "--period", "2025-Q3")


@pytest.mark.parametrize(
    ("words", "name"), [(EXPORT, "a.pdf"), (("plans", "print", "1"), "a.odt"), (EXPORT, "a")]
)
def test_file_is_not_written_under_a_suffix_that_it_is_not(
    words: tuple[str, ...], name: str, book_folder: Path, tmp_path: Path
) -> None:
    ran = pcmd("--data", book_folder, *words, tmp_path / name)

    assert ran.code == 2
    assert "phải có đuôi" in ran.complaints[0]
    assert not (tmp_path / name).exists()


def test_office_in_place_of_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(
        "code,name,kind,level,parent_code\n11,Tỉnh Điện Biên,Tỉnh,1,\n099,Huyện Tuần Giáo,Huyện,2,11\n",
        encoding="utf-8",
    )
    make = ("office", "create", "--units", tmp_path / "units.csv", "--code", "099", "--on", "2025-03-01")

    ran = pcmd("--data", tmp_path / "units.csv", *make)

    assert (ran.code, len(ran.complaints)) == (1, 1)


def test_command_that_is_stopped_says_so_in_one_line(
    book_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.cli.data.info", stop)

    ran = pcmd("--data", book_folder, "data", "info")

    assert (ran.code, ran.complaints) == (1, (texts.STOPPED,))


def test_reader_that_leaves_early_is_no_trouble(book_folder: Path) -> None:
    words = ["--data", str(book_folder), "measures", "--unit", "991", "--period", "2025", "--json"]

    with subprocess.Popen(
        [sys.executable, "-m", "desktop", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        complaints = process.stderr.read()

    assert (process.returncode, complaints) == (0, b"")


def test_our_own_fault_is_told_by_a_report_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Vàng A Pó")

    monkeypatch.setattr("desktop.cli.run.import_module", fail)
    ran = pcmd("--data", tmp_path, "units", "list", "--on", "2025-03-01")
    assert (ran.code, ran.out) == (1, "")
    assert ran.complaints[0].startswith("Chương trình gặp lỗi ngoài dự kiến")
    assert "ValueError" in ran.complaints
    assert "Vàng" not in "".join(ran.complaints)
