"""The printed twin: every form on paper, the check code of the workbook on each page, signatures with their table."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from db.whole_files import TargetNotWritable
from exports.returns.paper import write_paper
from exports.returns.writing import paper_beside, write_files
from tests.exports.returns.filled import LONG_HEAD, filled_return

FILLED = filled_return(units=40)
SIGNED = "Lò Văn Đạt"


def pages_of(path: Path) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The pages of a return of forty communes."""
    path = tmp_path_factory.mktemp("paper") / "a.pdf"
    write_paper(FILLED, path)
    return pages_of(path)


def test_every_page_has_the_check_code_and_its_number(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        assert f"Mã kiểm tra: {FILLED.check_code}" in page
        assert f"Trang {number}/{len(pages)}" in page
        assert "Bộ biểu báo cáo quý · Quý III năm 2025 · Lần 1" in page


def test_a_long_form_repeats_its_heads_and_is_signed_with_its_total(pages: list[str]) -> None:
    first = next(at for at, page in enumerate(pages) if "Biểu PCMD-02" in page)
    last = next(at for at, page in enumerate(pages) if at >= first and SIGNED in page)
    form = pages[first : last + 1]
    assert len(form) > 1
    assert all("(A)" in page and "Kỳ báo cáo" in page for page in form)
    assert "Tổng số" in pages[last]
    assert "Tổng số" not in "".join(form[:-1])


def test_every_form_is_signed_once(pages: list[str]) -> None:
    assert sum(SIGNED in page for page in pages) == len(FILLED.sheets)


def test_long_names_and_sample_data_find_their_room(tmp_path: Path) -> None:
    filled = replace(filled_return(units=1, targets=40), head=LONG_HEAD)
    write_paper(filled, tmp_path / "a.pdf")
    pages = pages_of(tmp_path / "a.pdf")
    assert all("SỐ LIỆU MẪU – KHÔNG DÙNG ĐỂ BÁO CÁO" in page for page in pages)
    assert f"/{len(pages)}" in pages[-1]


def test_both_files_say_the_same_code(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    write_files(FILLED, target, paper_beside(target))
    assert load_workbook(target)["_pcmd"]["B11"].value == FILLED.check_code
    assert FILLED.check_code in pages_of(tmp_path / "a.pdf")[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "a.xlsx"]


def test_a_paper_that_cannot_be_put_in_place_brings_the_workbook_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, paper = tmp_path / "a.xlsx", tmp_path / "a.pdf"
    for path in (target, paper):
        path.write_bytes(b"earlier")
    put = Path.replace

    def held(self: Path, place: Path) -> Path:
        if place == paper and self.suffix == ".pdf":
            raise PermissionError(13, "held", str(place))
        return put(self, place)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(TargetNotWritable) as caught:
        write_files(FILLED, target, paper)
    assert caught.value.path == paper
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.xlsx": b"earlier",
        "a.pdf": b"earlier",
    }


def test_a_folder_that_is_gone_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(TargetNotWritable):
        write_files(FILLED, tmp_path / "a.xlsx", tmp_path / "không có" / "a.pdf")
    assert list(tmp_path.iterdir()) == []
