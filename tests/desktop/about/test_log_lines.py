"""What is told of the log."""

from pathlib import Path

import pytest

from desktop.about.log_lines import last_lines

AT = "2026-11-26 08:05:00,123"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"{AT} ERROR pcmd.crash: uncaught", ("2026-11-26 08:05:00 ERROR pcmd.crash: uncaught",)),
        (f"{AT} WARNING sqlalchemy.pool: bí mật", ("2026-11-26 08:05:00 WARNING sqlalchemy.pool",)),
        (f"{AT} WARNING pcmdx: bí mật", ("2026-11-26 08:05:00 WARNING pcmdx",)),
        (f"{AT} CRITICAL pcmd: {'x' * 200}", (f"2026-11-26 08:05:00 CRITICAL pcmd: {'x' * 80}",)),
        (f"{AT} ERROR tên người: bí mật", ()),
        ("  ui/shell/window.py:12 paintEvent", ()),
        ("bí mật", ()),
        ("", ()),
    ],
)
def test_heads_are_told_and_words_only_of_our_own(
    tmp_path: Path, line: str, expected: tuple[str, ...]
) -> None:
    path = tmp_path / "so-pcmd.log"
    path.write_text(f"{line}\n", encoding="utf-8")
    assert last_lines(path) == expected


def test_only_the_last_are_told_of_a_long_log(tmp_path: Path) -> None:
    path = tmp_path / "so-pcmd.log"
    path.write_text("".join(f"{AT} ERROR pcmd: {number}\n" for number in range(5_000)), encoding="utf-8")
    assert [line.rpartition(" ")[2] for line in last_lines(path, 3)] == ["4997", "4998", "4999"]


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 900, b"\xff" * 90_000])
def test_a_log_of_any_bytes_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "so-pcmd.log"
    path.write_bytes(content)
    assert last_lines(path) == ()


def test_a_log_that_is_not_there_tells_nothing(tmp_path: Path) -> None:
    assert last_lines(tmp_path / "so-pcmd.log") == last_lines(tmp_path) == ()
