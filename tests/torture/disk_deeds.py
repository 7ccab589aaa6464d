"""What is tried on a disk without room: each writes into the office's folder, through the services or a command."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from db.attachments import taking_in
from db.attachments.taking_in import Place, taking
from db.backups.containers import Keys, Secret
from db.backups.keeping import listed, make_kept
from db.backups.making import Order
from db.backups.restoring import restore
from db.keyring.files import save_ring
from db.keyring.ring import NewRing, new_ring
from db.migrations.store import prepare_store
from db.rules.attachments import Attachment
from db.rules.backups import FOLDER, Why
from db.rules.imports.sheets import ImportSheet
from db.rules.imports.tables import Table
from db.rules.rights import Encrypts
from db.services import content
from db.services.entering import drafts, entries
from db.services.imports import importing
from db.services.scoring import evidence
from db.services.scoring.evidence import Said
from db.sessions import BOOK_NAME, Book, Session
from exports.readers.record_lists import read_list_file, table_of
from tests.db.released.dumping import load
from tests.helpers.books import NOW, OFFICER, unit_id
from tests.helpers.command_line import pcmd
from tests.helpers.evidence_files import pdf
from tests.helpers.sample_records import add, step
from tests.torture.deeds import APPROVAL, ENTRY, Officer, outreach_list

_COMMUNE = "99102"


class CommandRefused(Exception):
    """A command was refused; what it said is its argument."""


@dataclass(frozen=True)
class Office:
    """The office's `folder` on the small disk, its book where it is open, and a place `aside` with room."""

    folder: Path
    aside: Path
    book: Book | None = None


@dataclass(frozen=True)
class DiskDeed:
    """Something that writes. `prepare` is done with room; `in_book`: in an open book, which goes on afterwards."""

    title: str
    act: Callable[[Office], object]
    in_book: bool = True
    prepare: Callable[[Office], object] = lambda _: None


def _stepped(act: Callable[[Session], object]) -> Callable[[Office], object]:
    def run(office: Office) -> None:
        assert office.book is not None
        step(office.book, act)

    return run


def _deed(name: str) -> Callable[[Office], object]:
    """Return a deed of an officer by its name; always the same one."""

    def run(office: Office) -> None:
        assert office.book is not None
        officer = Officer(office.book, {}, "", office.aside)
        deed = _KNOWN[name]
        step(office.book, lambda session: deed(session, Random(name), officer, 1))

    return run


def _write_list(office: Office) -> None:
    outreach_list(office.aside / "danh-sach.xlsx", Random("list"), 1)


def _import_list(session: Session, path: Path) -> None:
    sheet = content.import_sheet_of(session, "outreach")
    importing.store(session, importing.plan(session, sheet, _table(path, sheet), today=NOW.date()))


@cache
def _table(path: Path, sheet: ImportSheet) -> Table:
    # The list lies on another disk: reading it, in a child process, is no part of the deed.
    return table_of(read_list_file(path, sheet), sheet)


def _import(office: Office) -> None:
    assert office.book is not None
    step(office.book, lambda session: _import_list(session, office.aside / "danh-sach.xlsx"))


def _commanded(*words: str) -> Callable[[Office], object]:
    """Return a command on the office's folder; `OUT` in a word stands for the folder itself."""

    def run(office: Office) -> None:
        ran = pcmd("--data", office.folder, *(word.replace("OUT", str(office.folder)) for word in words))
        if ran.code:
            raise CommandRefused("\n".join(ran.complaints))

    return run


def _keep_draft(session: Session) -> None:
    drafts.keep(session, "outreach", {"topic": "nửa chừng " * 400})


def _attach(office: Office) -> None:
    assert office.book is not None
    source = office.aside / "minh-chung.pdf"
    source.write_bytes(pdf())
    # The margin of 200 MB would refuse it long before the disk does.
    with (
        patch.object(taking_in, "LEFT_FREE", 0),
        taking(office.folder, source, Place(2025, _COMMUNE)) as file,
    ):
        step(office.book, lambda session: _add_evidence(session, file))


def _add_evidence(session: Session, file: Attachment) -> None:
    unit = unit_id(session, _COMMUNE)
    evidence.add(
        session, unit_id=unit, year=2025, criterion="1", said=Said("12"), file=file, today=NOW.date()
    )


def _order(folder: Path) -> Order:
    return Order(folder, Why.HAND, OFFICER, NOW, Keys())


def _restore(office: Office) -> None:
    restore(listed(office.folder / FOLDER)[-1].path, Secret(), _order(office.folder))


def _two_moments(office: Office) -> None:
    make_kept(_order(office.folder))
    with Book(office.folder, clock=lambda: NOW) as book:
        step(book, lambda session: add(session, "outreach"))


def _older_book(office: Office) -> None:
    (office.folder / BOOK_NAME).unlink()
    load("0005", office.folder / BOOK_NAME)


def _plan(office: Office) -> None:
    with Book(office.folder, clock=lambda: NOW) as book:
        plan = step(book, lambda session: add(session, "plans", number=12))[0]
        for _ in range(20):
            step(book, lambda session: add(session, "tasks", plan_id=plan))


def _save_ring(office: Office) -> None:
    # Passwords are stretched on purpose: once is enough.
    save_ring(office.folder, _ring().ring)


@cache
def _ring() -> NewRing:
    return new_ring(OFFICER, "mat khau dai", Encrypts.BACKUPS)


def _change_all(session: Session) -> None:
    for number in range(5):
        entries.change(
            session, "outreach", add(session, "outreach"), {"people": number, "held_on": date(2025, 4, 1)}
        )


_KNOWN = {name: deed for known in (ENTRY, APPROVAL) for name, (_, deed) in known.items()}
_RETURN = (
    "returns",
    "export",
    "--set",
    "quarterly",
    "--unit",
    "991",
    "--period",
    "2025-Q3",
    "--on",
    "2025-09-20",
)

DISK_DEEDS = (
    DiskDeed("entry: records added and changed", _stepped(_change_all)),
    DiskDeed("entry: a plan with its parts, a roster", _deed("several")),
    DiskDeed("entry: a draft", _stepped(_keep_draft)),
    DiskDeed("import of a list", _import, prepare=_write_list),
    DiskDeed("approval of a return", _deed("approve a return")),
    DiskDeed("approval of a score sheet", _deed("appraise a sheet")),
    DiskDeed("evidence with its file", _attach),
    DiskDeed("backup", lambda office: make_kept(_order(office.folder))),
    DiskDeed("restoring a backup", _restore, in_book=False, prepare=_two_moments),
    DiskDeed("saving the accounts", _save_ring),
    DiskDeed(
        "migration",
        lambda office: prepare_store(office.folder / BOOK_NAME),
        in_book=False,
        prepare=_older_book,
    ),
    DiskDeed(
        "export of a return, workbook and paper",
        _commanded(*_RETURN, "--pdf", "OUT/q3.pdf", "OUT/q3.xlsx"),
        in_book=False,
    ),
    DiskDeed(
        "export of a plan, PDF",
        _commanded("plans", "print", "12", "OUT/kh.pdf"),
        in_book=False,
        prepare=_plan,
    ),
    DiskDeed(
        "export of a plan, Word",
        _commanded("plans", "print", "12", "OUT/kh.docx"),
        in_book=False,
        prepare=_plan,
    ),
    DiskDeed(
        "export of a template", _commanded("records", "template", "outreach", "OUT/mau.xlsx"), in_book=False
    ),
)
