"""What CHANGELOG.md says of each version, and which of it is still to be told."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.release_notes import (
    Release,
    Section,
    is_later,
    narrowed,
    read_releases,
    untold,
    version_key,
)

TEXT = """\ufeff# Nhật ký thay đổi

Mỗi dòng là một điều người dùng nhận thấy.

## [Chưa phát hành]

### Thêm mới
- Chưa ai có.

## [1.1.0] - 2027-02-15

- In được danh sách
  có xem trước.

### Sửa
* Ngày 31/06 không còn được nhận.

## [1.0.0] - 2026-11-26
### Thêm mới
- Lệnh `pcmd demo`.

[1.1.0]: so-sanh/1.0.0...1.1.0
"""
RELEASES = read_releases(TEXT)
OWN = read_releases((Path(__file__).resolve().parents[3] / "CHANGELOG.md").read_text(encoding="utf-8"))
# Four lines in the window; what needs more words is two things, or for the help.
_LONGEST_LINE = 320


def test_a_text_is_read_version_by_version() -> None:
    expected = (
        Release(
            "1.1.0",
            date(2027, 2, 15),
            (
                Section("", ("In được danh sách có xem trước.",)),
                Section("Sửa", ("Ngày 31/06 không còn được nhận.",)),
            ),
        ),
        Release("1.0.0", date(2026, 11, 26), (Section("Thêm mới", ("Lệnh `pcmd demo`.",)),)),
    )
    assert expected == RELEASES


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("## [1.0.0] - 2026-11-26", ("1.0.0", date(2026, 11, 26))),
        ("## 1.0.0 – 2026-11-26", ("1.0.0", date(2026, 11, 26))),
        ("## v1.0.0 (2026-11-26)", ("1.0.0", date(2026, 11, 26))),
        ("##[2.1]: 2027-01-02 [YANKED]", ("2.1", date(2027, 1, 2))),
        ("## [1.0.0]", ("1.0.0", None)),
        ("## 1.0.0 - 2026-13-40", ("1.0.0", None)),
        ("## 1.0.0rc1 - hôm qua", ("1.0.0rc1", None)),
        ("## [Chưa phát hành]", None),
        ("## 2026 là năm đầu", None),
        ("### 1.0.0 - 2026-11-26", None),
        ("# 1.0.0", None),
        ("##", None),
    ],
)
def test_heads_are_read_however_they_are_written(head: str, expected: tuple[str, date | None] | None) -> None:
    found = [(release.version, release.day) for release in read_releases(f"{head}\n- Một điều.\n")]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize("text", ["", "\n\n", "Không có gì.", "- Một điều.\n### Thêm mới\n"])
def test_a_text_without_releases_has_none(text: str) -> None:
    assert read_releases(text) == ()


@given(st.text(alphabet=st.sampled_from("#[]-*v1.09 ()\n\taữ:"), max_size=200))
def test_any_text_is_read(text: str) -> None:
    for release in read_releases(text):
        assert release.version[0].isdigit()
        version_key(release.version)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("1.0.0", "1.0.1"),
        ("1.9", "1.10"),
        ("0.9.9", "1"),
        ("1.0rc1", "1.0"),
        ("1.0.0.dev3", "1.0.0"),
        ("", "0.1"),
        ("không rõ", "1.0"),
    ],
)
def test_one_version_comes_after_another(earlier: str, later: str) -> None:
    assert is_later(later, earlier)
    assert not is_later(earlier, later)


@pytest.mark.parametrize("other", ["1.0.0", "1.0", "1", "v1.0", "1.0.0+bản-địa", " 1.0.0 "])
def test_the_same_version_comes_not_after_itself(other: str) -> None:
    assert not is_later("1.0.0", other)
    assert not is_later(other, "1.0.0")


@pytest.mark.parametrize("version", ["", "x", "1" * 5_000, "…", "v"])
def test_what_is_no_version_has_no_key(version: str) -> None:
    assert version_key(version) is None


@pytest.mark.parametrize(
    ("told", "running", "expected"),
    [
        ("1.0.0", "1.1.0", ["1.1.0"]),
        ("0.9", "1.1.0", ["1.1.0", "1.0.0"]),
        ("", "1.1.0", ["1.1.0", "1.0.0"]),
        ("", "1.0.0", ["1.0.0"]),
        ("hỏng", "1.1.0", ["1.1.0", "1.0.0"]),
        ("1.1.0", "1.1.0", []),
        ("1.1.0", "1.0.0", []),
        ("1.1.0", "1.2.0", []),
        ("", "", []),
        ("", "…", []),
    ],
)
def test_what_came_since_is_to_be_told(told: str, running: str, expected: list[str]) -> None:
    assert [release.version for release in untold(RELEASES, told, running)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("xem truoc", ["1.1.0"]),
        ("PCMD", ["1.0.0"]),
        ("them moi", ["1.0.0"]),
        ("", ["1.1.0", "1.0.0"]),
        ("vàng", []),
    ],
)
def test_notes_are_narrowed_to_words(words: str, expected: list[str]) -> None:
    assert [release.version for release in narrowed(RELEASES, words)] == expected


def test_a_part_whose_title_holds_the_words_is_kept_whole_beside_lines_of_others() -> None:
    plans = Section("Kế hoạch", ("Dán văn bản.", "In ra PDF."))
    returns = Section("Báo cáo", ("In ra Excel.", "Phụ lục của kế hoạch."))
    empty = Section("Kế hoạch khác")
    release = Release("1.0.0", None, (plans, returns, empty))
    found = narrowed([release], "ke hoach")
    assert found == (Release("1.0.0", None, (plans, Section("Báo cáo", ("Phụ lục của kế hoạch.",)))),)


def test_each_release_of_the_projects_own_text_has_its_day_and_short_lines_under_heads() -> None:
    assert OWN
    for release in OWN:
        titles = [section.title for section in release.sections]
        lines = [line for section in release.sections for line in section.lines]
        assert release.day is not None
        assert all(titles)
        assert len(titles) == len(set(titles))
        assert all(section.lines for section in release.sections)
        assert [line for line in lines if len(line) > _LONGEST_LINE or not line.endswith(".")] == []
        assert len(lines) == len(set(lines))
