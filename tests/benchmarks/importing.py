"""A long list of outreach activities taken into an office's book, in a process of its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice, product
from pathlib import Path

import xlsxwriter

from db.rules.periods import Span
from db.services import content, offices, units
from db.sessions import Book
from tests.benchmarks.child import marks_of
from tests.benchmarks.rows import Amount

_FIRST_DAY = date(2025, 1, 1)
_HEADS = (
    "Ngày",
    "Xã",
    "Hình thức",
    "Đối tượng",
    "Nội dung",
    "Số buổi",
    "Số người",
    "Trong đó nữ",
    "Đơn vị tổ chức",
)
_SECONDS, _MEGABYTES = 20.0, 300.0
_REASON = (
    "About a fifth is reading the cells, a third comparing the rows with those of the book, a third writing them with "
    "their log."
)


def import_amounts(folder: Path, office: Path, rows: int) -> Iterator[Amount]:
    """Measure once on an office's folder, which is written into; the list goes to `folder`."""
    path = outreach_list(folder / "outreach.xlsx", office, rows)
    command = ("desktop", "--data", str(office), "records", "import", "outreach", str(path))
    marks = marks_of("tests.benchmarks.alone", *command, screen={})
    yield Amount(
        f"import of {rows:,} outreach rows with their log", _SECONDS, (marks["seconds"],), "s", reason=_REASON
    )
    yield Amount(f"peak memory of the import of {rows:,} rows", _MEGABYTES, (marks["memory"],), "MB")


def outreach_list(path: Path, office: Path, rows: int) -> Path:
    """Write a list of activities, each another, over a year and all units of an office."""
    with Book(office, lock=False) as book, book.reading() as session:
        own = offices.current(session).unit.id
        year = Span(_FIRST_DAY, date(2025, 12, 31), 2025)
        names = [unit.code for unit in units.below(session, own, year)]
        forms = [choice.title for choice in content.choices(session, "outreach_forms")]
        audiences = [choice.title for choice in content.choices(session, "audiences")]
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet, day_format = (
            workbook.add_worksheet("Danh sách"),
            workbook.add_format({"num_format": "dd/mm/yyyy"}),
        )
        sheet.write_row(0, 0, _HEADS)
        lines = islice(cycle(product(forms, audiences, names)), rows)
        for number, (form, audience, name) in enumerate(lines, start=1):
            sheet.write_datetime(number, 0, _FIRST_DAY + timedelta(days=number % 365), day_format)
            values = (
                name,
                form,
                audience,
                f"Phòng, chống mại dâm, đợt {number}",
                1,
                number % 200 + 2,
                number % 200,
            )
            sheet.write_row(number, 1, (*values, "Hội Liên hiệp Phụ nữ"))
    return path
