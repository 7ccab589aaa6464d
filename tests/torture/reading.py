"""The process that is tortured: it reads each file as the program does, by every reader, and tells what became of it.

Started as `python -m tests.torture.reading OFFICE OUT`; on each line of standard input a path and the names of its
readers as a JSON list, on each line of standard output an answer: `{"outcomes": {reader: outcome}, "seconds": {reader:
seconds}, "trouble": […], "peak", "wrote": […], "leaves"}`. Linux only.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import gettempdir
from typing import Any

from db.attachments.taking_in import Place, taking
from db.migrations.store import SCHEMA
from db.rules.findings import Refused
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.scoring.files import RULE_SET_FILES
from db.services.handing import comparing
from db.services.handing.comparing import Answers
from db.services.imports import importing
from db.services.returns import form_files
from db.services.scoring import received, rule_set_files
from db.sessions import Book
from exports.marked_copies import write_marked
from exports.readers.handed_books import read_handed
from exports.readers.plan_files import read_plan_file
from exports.readers.record_lists import read_list_file, table_of
from exports.readers.succession_lists import read_succession_list
from exports.readers.unit_lists import read_unit_list
from exports.returns.template_reading import read_template
from exports.scores.reading import read_score_book
from exports.sealed_toml import read_sealed
from tests.helpers.record_lists import sheet_of
from ui.common.errors import error_text
from ui.returns.received.batches import read_batch
from ui.returns.received.marking import write_marked_return

TODAY = date(2025, 9, 20)
_ROOM = 140 * 2**20
Reader = Callable[[Book, Path, Path], object]


def main(office: Path, out: Path) -> None:
    """Answer every path that comes; end when the process has grown, so that the next one begins small."""
    with Book(office) as book:
        for line in sys.stdin:
            path, *readers = json.loads(line)
            answer = _answer(book, Path(path), readers, out)
            leaves = _resident("VmRSS") > _ROOM
            print(json.dumps({**answer, "leaves": leaves}), flush=True)
            if leaves:
                return


def _answer(book: Book, path: Path, readers: Iterable[str], out: Path) -> dict[str, Any]:
    outcomes: dict[str, str] = {}
    seconds: dict[str, float] = {}
    trouble: list[str] = []
    _forget_peak()
    with _watched(out) as wrote:
        for name in readers:
            started = _used()
            try:
                outcomes[name] = _outcome(_READ[name], book, path, out)
            except Exception:
                outcomes[name] = "crashed"
                trouble.append(f"{name}: {traceback.format_exc()}")
            seconds[name] = round(_used() - started, 3)
    return {
        "outcomes": outcomes,
        "trouble": trouble,
        "seconds": seconds,
        "peak": _resident("VmHWM"),
        "wrote": wrote,
    }


def _outcome(read: Reader, book: Book, path: Path, out: Path) -> str:
    try:
        read(book, path, out)
    except Refused as refused:
        words = error_text(refused)
        # A code without words would be an English word in a message.
        if not words or any(item.code in words for item in refused.findings):
            raise AssertionError(f"no words: {words}") from refused
        return refused.findings[0].code
    return "read"


def _list(book: Book, path: Path, _out: Path) -> object:
    sheet = sheet_of(book, "outreach")
    table = table_of(read_list_file(path, sheet), sheet)
    with book.reading() as session:
        return importing.plan(session, sheet, table, today=TODAY)


def _marked(book: Book, path: Path, out: Path) -> object:
    file = read_list_file(path, sheet_of(book, "outreach"))
    write_marked(file, [(file.place(1, 0), "x", "Sai.")], out / "danh sách.xlsx")
    return file


def _score_book(book: Book, path: Path, _out: Path) -> object:
    read = read_score_book(path)
    with book.reading() as session:
        return received.plan(session, read, today=TODAY)


def _return(book: Book, path: Path, out: Path) -> object:
    (file,) = read_batch(book, [path], lambda *_: None)
    if file.plan.unit is None:
        raise Refused([item.finding for item in file.plan.findings], path.name)
    write_marked_return(path, file.plan.findings, out / "báo cáo.xlsx")
    return file


def _handed(book: Book, path: Path, _out: Path) -> object:
    handed = read_handed(path, SCHEMA)
    with book.reading() as session:
        planned = comparing.plan(session, handed, answers=Answers())
    if planned.refused:
        raise Refused(planned.refused, path.name)
    return planned


def _rule_set(book: Book, path: Path, _out: Path) -> object:
    read = read_sealed(path, RULE_SET_FILES, needs_seal=False)
    with book.reading() as session:
        return rule_set_files.look_at(session, read)


def _forms(book: Book, path: Path, _out: Path) -> object:
    read = read_sealed(path, RETURN_FORM_FILES, needs_seal=False)
    with book.reading() as session:
        return form_files.look_at(session, read, on=TODAY)


def _evidence(book: Book, path: Path, out: Path) -> object:
    with taking(out, path, Place(2025, "99102")) as kept:
        return kept


_READ: Mapping[str, Reader] = {
    "units": lambda _book, path, _out: read_unit_list(path),
    "successions": lambda _book, path, _out: read_succession_list(path),
    "records": _list,
    "records, marked": _marked,
    "score sheet": _score_book,
    "return": _return,
    "province's template": lambda _book, path, _out: read_template(path),
    "plan": lambda _book, path, _out: read_plan_file(path),
    "plan as it came": lambda _book, path, _out: read_plan_file(path, convert=False),
    "handed book": _handed,
    "rule set": _rule_set,
    "return forms": _forms,
    "evidence": _evidence,
}


@contextmanager
def _watched(out: Path) -> Iterator[list[str]]:
    """Note what this process opens to write, makes, moves or deletes outside a folder and the one for what passes."""
    wrote: list[str] = []
    _WATCHES[:] = [((out, Path(gettempdir()).resolve()), wrote)]
    yield wrote
    _WATCHES.clear()


_WATCHES: list[tuple[tuple[Path, ...], list[str]]] = []
_CHANGES = frozenset(
    {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.link", "socket.connect"}
)
_WRITING = 0o1 | 0o2 | 0o100


def _on_event(event: str, arguments: tuple[Any, ...]) -> None:
    if not _WATCHES or (event != "open" and event not in _CHANGES):
        return
    allowed, wrote = _WATCHES[0]
    if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
        return
    target = arguments[1 if event in ("os.rename", "os.symlink", "os.link") else 0]
    if isinstance(target, int):
        return
    text = target.decode() if isinstance(target, bytes) else str(target)
    if text != "/dev/null" and not any(map(Path(text).resolve().is_relative_to, allowed)):
        wrote.append(f"{event} {text}")


def _used() -> float:
    """Return the seconds of work of this process and of its children that ended; others may keep it waiting."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _resident(key: str) -> int:
    """Return a figure of this process's memory in bytes."""
    return resident_of(Path("/proc/self/status"), key)


def resident_of(status: Path, key: str) -> int:
    """Return a figure of a process's memory in bytes; 0 of one that is gone."""
    try:
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    found = (line.split()[1] for line in lines if line.startswith(f"{key}:"))
    return int(next(found, 0)) * 2**10


if __name__ == "__main__":
    sys.addaudithook(_on_event)
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
