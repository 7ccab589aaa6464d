"""Nineteen communes report, five files are spoiled: what is added up is what the other fourteen books hold.

The sums are worked out from the rows of the books by a second calculator, which shares no code with the product.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from db.rules.findings import Refused
from db.rules.formats import Value
from db.rules.periods import DECREE_09, parse_period
from db.rules.returns.check_findings import row_keys
from db.rules.returns.filled import FilledSheet
from db.rules.returns.forms import ColumnForm, Over, RowsOf
from db.rules.returns.row_sources import RowOrigin
from db.services import units
from db.services.returns import filling, received
from db.services.returns.consolidating import Consolidated, consolidate
from db.sessions import BOOK_NAME, Book
from exports.returns.reading import ReturnReader
from exports.returns.writing import write_files
from tests.flows.second_calculator import RATIOS, Calculator
from tests.helpers.books import DISTRICT, NOW, OFFICER, ON
from tests.helpers.commune_offices import CODES, make_office, make_template

PERIOD = parse_period("2025-Q3")
STRETCHES = {Over.PERIOD: (2025, "Q3"), Over.YEAR: (2025, "9M"), Over.YEAR_BEFORE: (2024, "Q3")}
SECONDS = 120


def edited(change: Callable[[Workbook], None]) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        book = load_workbook(path)
        change(book)
        book.save(path)

    return spoil


def sheet(book: Workbook, name: str) -> Worksheet:
    found = book[name]
    assert isinstance(found, Worksheet)
    return found


def tamper(book: Workbook) -> None:
    sheet(book, "PCMD-02")["E12"] = 987_654


def change_unit(book: Workbook) -> None:
    for row in sheet(book, "_pcmd").iter_rows():
        if row[0].value == "unit":
            row[1].value = CODES[-1]


def delete_sheet(book: Workbook) -> None:
    del book["PCMD-04"]


def break_formula(book: Workbook) -> None:
    sheet(book, "PCMD-02")["E12"] = "=SUM(E13:E20)"


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5_000])


SPOILED: dict[str, Callable[[Path], None]] = {
    CODES[2]: edited(tamper),
    CODES[5]: edited(change_unit),
    CODES[9]: edited(delete_sheet),
    CODES[12]: edited(break_formula),
    CODES[18]: truncate,
}
GOOD = tuple(code for code in CODES if code not in SPOILED)


@dataclass(frozen=True)
class Received:
    """What the district made of the files, where the books and files lie, and which files were refused."""

    found: Consolidated
    ids: Mapping[str, int]
    books: Path
    files: Path
    refused: tuple[str, ...]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Received:
    """The offices are made, each exports its return, five are spoiled, the district receives all and adds up."""
    base = tmp_path_factory.mktemp("communes")
    template, books, files = (base / name for name in ("district", "books", "files"))
    for folder in (template, books, files):
        folder.mkdir()
    make_template(template)
    for code in CODES:
        make_office(template, books / code, code)
        export(books / code, code, files / f"BC_{code}.xlsx")
    for code, spoil in SPOILED.items():
        spoil(files / f"BC_{code}.xlsx")
    with Book(template, clock=lambda: NOW) as book:
        refused = receive(book, sorted(files.iterdir()))
        with book.reading() as session:
            unit = units.find(session, DISTRICT, ON)
            ids = {code: units.find(session, code, ON).id for code in CODES}
            found = consolidate(session, set_code="quarterly", unit=unit, period=PERIOD)
    return Received(found, ids, books, files, refused)


def export(folder: Path, code: str, target: Path) -> None:
    with Book(folder, lock=False) as book, book.reading() as session:
        unit = units.find(session, code, PERIOD.span(DECREE_09).last)
        write_files(filling.fill(session, set_code="quarterly", unit=unit, period=PERIOD), target)


def receive(book: Book, paths: list[Path]) -> tuple[str, ...]:
    """Take the files in; return the names of those that were refused."""
    refused = []
    with ReturnReader() as reader, book.writing(who=OFFICER) as session:
        receiving = received.Receiving(session)
        for path in paths:
            planned = planned_of(receiving, reader, path)
            received.take_in(session, planned, path.read_bytes(), chosen=False)
            refused += [path.name] if planned.outcome is received.Outcome.REFUSED else []
    return tuple(refused)


def planned_of(receiving: received.Receiving, reader: ReturnReader, path: Path) -> received.ReceivedPlan:
    try:
        return receiving.plan(reader.read(path))
    except Refused as refusal:
        return received.unread(path.name, refusal, str(path.stat().st_size).zfill(64))


def figures(found: Consolidated) -> Iterator[tuple[FilledSheet, int, ColumnForm]]:
    for item in found.filled.sheets:
        for at, column in enumerate(item.form.columns):
            if column.kind and item.form.rows is not RowsOf.TARGETS:
                yield item, at, column


def exact(value: Value) -> Fraction | None:
    return Fraction(value) if isinstance(value, int | Decimal) else None


class Books:
    """The books of the good communes, counted by hand; the rows of each are read once for each stretch of days."""

    def __init__(self, whole: Received) -> None:
        self._counts = {
            (code, over): Calculator(whole.books / code / BOOK_NAME, whole.ids[code], "decree-09", *days)
            for code in GOOD
            for over, days in STRETCHES.items()
        }

    def answer(self, code: str, column: ColumnForm) -> Fraction | None:
        return self._counts[code, column.over].answer(column.measure)[1]

    def total(self, column: ColumnForm) -> Fraction | None:
        """Return what all books together say; of a share only where its parts are counted apart."""
        name = column.measure.partition("[")[0]
        if name not in RATIOS:
            return self.added(column.measure, column.over)
        above, below, scale = RATIOS[name]
        top, bottom = self.added(above, column.over), self.added(below, column.over)
        if top is None or not bottom:
            return None
        return Fraction(int(top * scale / bottom * 2000 + 1) // 2, 1000)

    def added(self, measure: str, over: Over) -> Fraction | None:
        said = [self._counts[code, over].answer(measure)[1] for code in GOOD]
        known = [value for value in said if value is not None]
        return sum(known, Fraction()) if known else None


@pytest.fixture(scope="module")
def books(whole: Received) -> Books:
    return Books(whole)


def test_what_was_spoiled_is_refused_and_the_rest_is_received(whole: Received) -> None:
    assert set(whole.refused) == {f"BC_{code}.xlsx" for code in SPOILED}
    assert {unit.code for unit in whole.found.missing} == set(SPOILED)
    origins = {source.unit.code: source.origin for source in whole.found.sources}
    assert all(origins[code] is RowOrigin.RETURN for code in GOOD)


def test_every_row_is_what_the_commune_s_own_book_holds(whole: Received, books: Books) -> None:
    compared = 0
    for item, at, column in figures(whole.found):
        for key, row in zip(row_keys(item), item.rows, strict=True):
            wanted = books.answer(key, column) if key in GOOD else None
            assert exact(row[at]) == wanted, (item.form.code, key, column.key)
            compared += wanted is not None
    assert compared > 500


def test_every_total_is_the_sum_over_the_fourteen_books(whole: Received, books: Books) -> None:
    assert whole.found.whole.blanks == ()
    for item, at, column in figures(whole.found):
        assert exact(item.total[at]) == books.total(column), (item.form.code, column.key)
        assert item.notes == ()


def test_every_figure_s_source_holds_it_in_its_cell(whole: Received) -> None:
    opened = {code: CalamineWorkbook.from_path(whole.files / f"BC_{code}.xlsx") for code in GOOD}
    rows = {
        (code, name): book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for code, book in opened.items()
        for name in book.sheet_names
    }
    for item, at, column in figures(whole.found):
        for key, row in zip(row_keys(item), item.rows, strict=True):
            (source,) = whole.found.source_of(item.form.code, key, column.key)
            assert source.value == row[at]
            if source.file is not None:
                name, _, cell = source.cell.partition("!")
                assert source.file.name == f"BC_{key}.xlsx"
                number, column_number = coordinate_to_tuple(cell)
                held = rows[key, name][number - 1][column_number - 1]
                assert (None if held == "" else Fraction(str(held))) == exact(row[at]), (key, source.cell)


def test_the_parts_of_every_total_that_adds_up_make_it(whole: Received) -> None:
    for item, at, column in figures(whole.found):
        parts = whole.found.source_of(item.form.code, "", column.key)
        if column.kind in ("flow", "stock", "distinct"):
            values = [exact(part.value) for part in parts]
            assert (sum(value or 0 for value in values) if values else None) == exact(item.total[at])
        assert all(part.file is not None for part in parts)


def test_the_workbooks_open_in_libreoffice_and_say_the_same(whole: Received, tmp_path: Path) -> None:
    own = tmp_path / "tong-hop.xlsx"
    write_files(whole.found.filled, own)
    again = through_libreoffice([own, whole.files / f"BC_{GOOD[0]}.xlsx"], tmp_path / "converted")
    with ZipFile(own) as archive:
        assert archive.testzip() is None
    for path, converted in again.items():
        before, after = load_workbook(path, data_only=True), load_workbook(converted, data_only=True)
        assert before.sheetnames == after.sheetnames
        for name in before.sheetnames:
            assert cells(sheet(before, name)) == cells(sheet(after, name)), name
    notes = [row[0].value for row in sheet(load_workbook(own), "PCMD-02").iter_rows() if row[0].value]
    assert any(str(note).startswith("Chưa có báo cáo của 5 đơn vị: Xã Hòa Lâm 3") for note in notes)


def cells(found: Worksheet) -> dict[str, object]:
    return {
        cell.coordinate: cell.value
        for row in found.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def through_libreoffice(paths: list[Path], out: Path) -> dict[Path, Path]:
    """Open workbooks in LibreOffice, all at once, and save them again; it says so where it had to mend something."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program, "LibreOffice is needed: apt-get install libreoffice-calc"
    profile = f"-env:UserInstallation={(out.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    ran = subprocess.run(
        [*command, *map(str, paths)], capture_output=True, text=True, check=False, timeout=SECONDS
    )
    assert ran.returncode == 0, ran.stderr
    return {path: out / path.name for path in paths}
