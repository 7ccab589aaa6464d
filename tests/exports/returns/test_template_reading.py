"""A province's own workbook is taken in: through the gate, with its tags, and with what of it would be lost."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference

from db.rules.findings import Refused
from exports.returns.template_child import template_answer
from exports.returns.template_reading import read_template
from tests.helpers.foreign_templates import AUDIENCES, MAIN, SUMMARY, TARGETS, foreign_template, saved

BODY = foreign_template()
TITLE = "KẾT QUẢ PHÒNG, CHỐNG MẠI DÂM"
_LISTS = b"""<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14"><x14:dataValidations>
<x14:dataValidation type="list"><x14:formula1/></x14:dataValidation></x14:dataValidations></ext>
<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="urn:x14"><x14:sparklineGroups><x14:sparklineGroup/>
</x14:sparklineGroups></ext></extLst></worksheet>"""


def changed(parts: dict[str, bytes] | None = None, ends: bytes = b"") -> bytes:
    """The workbook with parts more, and another end of its first sheet."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(BODY)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name)
            if ends and name == "xl/worksheets/sheet1.xml":
                text = text.replace(b"</worksheet>", ends)
            copy.writestr(name, text)
        for name, text in (parts or {}).items():
            copy.writestr(name, text)
    return target.getvalue()


def edited(act: Any) -> bytes:
    book = load_workbook(BytesIO(BODY), rich_text=True)
    act(book, book[MAIN])
    return saved(book)


def test_a_workbook_tells_its_tags_and_the_heads_around_them(tmp_path: Path) -> None:
    (tmp_path / "mau.xlsx").write_bytes(BODY)
    file = read_template(tmp_path / "mau.xlsx")
    sheets = {sheet.name: sheet for sheet in file.book.sheets}
    assert (file.body, file.findings, list(sheets)) == (BODY, (), [MAIN, TARGETS, AUDIENCES, SUMMARY])
    assert sheets[MAIN].title == TITLE
    known = {cell.at: (cell.text, cell.head, cell.group, cell.label) for cell in sheets[MAIN].cells}
    assert known["A9"] == ("{{row}}", "TT", "", "")
    assert known["M9"] == ("{{outreach.people@since_year_start}}", "Cột 13", "Từ đầu năm", "")
    assert known["D10"] == ("{{total(outreach.sessions)}}", "Cột 4", "Trong kỳ", "Tổng số")
    assert {(loss.kind, loss.sheet) for loss in file.book.losses} == {
        ("formulas", MAIN),
        ("formulas", "Danh mục"),
    }


def test_a_title_with_a_tag_in_it_is_told_without_the_tag(tmp_path: Path) -> None:
    def entitled(_: Workbook, sheet: Any) -> None:
        title = next(cell for row in sheet.iter_rows() for cell in row if cell.value == TITLE)
        title.value = f"{TITLE} {{{{period.label}}}}"

    (tmp_path / "mau.xlsx").write_bytes(edited(entitled))
    titles = {sheet.name: sheet.title for sheet in read_template(tmp_path / "mau.xlsx").book.sheets}
    assert titles[MAIN] == TITLE


def _chart(book: Workbook, sheet: Any) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=9, max_row=10))
    sheet.add_chart(chart, "B20")


def _full_footer(book: Workbook, sheet: Any) -> None:
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "Sở Y tế", "Mẫu 2025"


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (changed(ends=_LISTS), {("lists", MAIN), ("sparklines", MAIN)}),
        (changed({"xl/customXml/item1.xml": b"<a/>"}), {("add_ins", "")}),
        (
            changed(ends=b'<ignoredErrors><ignoredError sqref="A1"/></ignoredErrors></worksheet>'),
            {("ignored_errors", MAIN)},
        ),
        (edited(_chart), {("charts", MAIN)}),
        (edited(_full_footer), {("footer_full", MAIN)}),
    ],
)
def test_what_would_be_lost_is_said(body: bytes, lost: set[tuple[str, str]]) -> None:
    told = {(loss["kind"], loss["sheet"]) for loss in template_answer(body)["losses"]}
    assert {item for item in told if item[0] != "formulas"} == lost


def _merged(book: Workbook, sheet: Any) -> None:
    sheet["B20"], sheet["C20"] = "a", "{{outreach.people}}"


def _split(book: Workbook, sheet: Any) -> None:
    sheet["B20"] = CellRichText("{{out", TextBlock(InlineFont(b=True), "reach.people}}"))


def _formula(book: Workbook, sheet: Any) -> None:
    sheet["B20"] = "={{outreach.people}}+1"


def _header(book: Workbook, sheet: Any) -> None:
    sheet.oddHeader.left.text = "{{office.name}}"


@pytest.mark.parametrize(
    ("act", "found"),
    [
        (_split, ["template_tag_split", f"{MAIN}!B20", "{{outreach.people}}"]),
        (_formula, ["template_tag_in_formula", f"{MAIN}!B20", "={{outreach.people}}+1"]),
        (_header, ["template_tag_in_header", MAIN, "{{office.name}}"]),
    ],
)
def test_a_tag_where_none_can_be_filled_is_found(act: Any, found: list[str]) -> None:
    assert [list(item) for item in template_answer(edited(act))["findings"]] == [found]


def test_a_tag_in_a_cell_that_is_merged_away_is_found() -> None:
    body = edited(_merged)
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(body)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name).replace(
                b'<mergeCell ref="H13:K13"', b'<mergeCell ref="B20:C20"/><mergeCell ref="H13:K13"'
            )
            copy.writestr(name, text)
    findings = template_answer(target.getvalue())["findings"]
    assert [list(item) for item in findings] == [
        ["template_tag_merged", f"{MAIN}!C20", "{{outreach.people}}"]
    ]


@pytest.mark.parametrize(
    ("name", "body", "code"),
    [
        ("a.xlsx", changed({"xl/vbaProject.bin": b"x"}), "template_macros"),
        ("a.xls", bytes.fromhex("D0CF11E0A1B11AE1") + "Workbook".encode("utf-16-le"), "file_is_xls"),
        (
            "a.xlsx",
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "file_encrypted",
        ),
        ("a.xlsx", b"TT;Xa\n", "template_other_kind"),
        ("a.xlsx", BODY[:4_000], "file_broken"),
        ("a.xlsx", changed(ends=b"<!-- </worksheet>"), "file_broken"),
    ],
)
def test_what_cannot_be_a_template_is_refused(tmp_path: Path, name: str, body: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(body)
    with pytest.raises(Refused) as refused:
        read_template(tmp_path / name)
    assert [finding.code for finding in refused.value.findings] == [code]
