"""The office of the torture, and the real files that its program wrote: what each mutation begins from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from db.migrations.store import SCHEMA, create_store
from db.services import offices, units
from db.services.handing import handing_on
from db.services.imports import import_lists
from db.services.returns import form_files, form_lists
from db.services.scoring import rule_set_files, rule_set_lists
from db.sessions import BOOK_NAME, Book
from exports.documents.document_files import write_document
from exports.documents.plan_content import plan_document
from exports.handed_books import write_handed
from exports.record_templates import write_template
from tests.helpers import random_year
from tests.helpers.books import COMMUNES, DISTRICT, NOW, OFFICER, ON, unit_lines
from tests.helpers.chance import Chance
from tests.helpers.foreign_templates import foreign_template
from tests.helpers.long_plan import short_plan
from tests.helpers.record_lists import list_file, sheet_of
from tests.helpers.returned_files import returned, write
from tests.helpers.score_books import sent_file

_DAY = date(2025, 9, 20)
_HEADS = ("Ngày", "Xã", "Hình thức", "Nội dung", "Số buổi", "Số người")
_WRITTEN = "code,name,kind,level,parent_code\n99,Tỉnh Đồng Lam,Tỉnh,1,\n991,Huyện Hòa Lâm,Huyện,2,99\n"


@dataclass(frozen=True)
class Original:
    """A real file, and the reader that it is written for."""

    path: Path
    reader: str


def make_office(folder: Path) -> None:
    """Make the book of a small district with a year of records."""
    folder.mkdir(parents=True)
    create_store(folder / BOOK_NAME)
    with Book(folder, clock=lambda: NOW) as book, book.writing(who=OFFICER) as session:
        units.load(session, unit_lines(), on=ON, file_name="units.csv")
        unit = units.find(session, DISTRICT, ON)
        offices.create(session, unit=unit, names=offices.usual_names(session, unit, ON))
        chance = Chance(Random(7))
        for _ in range(40):
            random_year.outreach(session, chance)


def write_originals(office: Path, folder: Path) -> tuple[Original, ...]:
    """Write a real file of each kind that an officer gets from others; return them in a fixed order."""
    folder.mkdir()
    with Book(office, clock=lambda: NOW) as book:
        return tuple(_written(book, folder))


def _written(book: Book, folder: Path) -> Iterator[Original]:
    yield Original(_list(folder), "records")
    yield Original(_record_template(book, folder / "mẫu nhập.xlsx"), "records, marked")
    yield Original(write(returned(book), folder, "báo cáo.xlsx"), "return")
    yield Original(sent_file(book, folder, name="phiếu.xlsx"), "score sheet")
    yield Original(_put(folder / "mẫu tỉnh.xlsx", foreign_template()), "province's template")
    yield Original(_put(folder / "đơn vị.csv", _unit_list().encode()), "units")
    for suffix in (".docx", ".pdf"):
        target = folder / f"kế hoạch{suffix}"
        write_document(plan_document(short_plan()), target)
        yield Original(target, "plan")
    yield from _handed_on(book, folder)


def _handed_on(book: Book, folder: Path) -> Iterator[Original]:
    with book.reading() as session:
        handed = handing_on.whole(session, handed_on=_DAY, schema=SCHEMA)
        rule_set = next(iter(rule_set_lists.listed(session, on=_DAY)))
        _, rules = rule_set_files.exported(session, rule_set.id)
        _, forms = form_files.exported(session, next(iter(form_lists.listed(session, on=_DAY))).id)
    write_handed(handed, folder / "sổ.pcmd")
    yield Original(folder / "sổ.pcmd", "handed book")
    yield Original(_put(folder / "bộ tiêu chí.toml", rules.encode()), "rule set")
    yield Original(_put(folder / "bộ biểu.toml", forms.encode()), "return forms")


def _list(folder: Path) -> Path:
    rows = [
        (f"{day}/9/2025", "Xã Quế Lâm", "Nói chuyện chuyên đề", "Luật", 1, 40 + day) for day in range(1, 29)
    ]
    return list_file(folder / "tuyên truyền.xlsx", _HEADS, rows)


def _record_template(book: Book, target: Path) -> Path:
    sheet = sheet_of(book, "outreach")
    with book.reading() as session:
        lists = import_lists.template_lists(session, sheet, _DAY)
    write_template(sheet, lists, "Huyện Hòa Lâm", target)
    return target


def _unit_list() -> str:
    return _WRITTEN + "".join(f"{code},{name},Xã,3,991\n" for code, name in COMMUNES.items())


def _put(target: Path, data: bytes) -> Path:
    target.write_bytes(data)
    return target
