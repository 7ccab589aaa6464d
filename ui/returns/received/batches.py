"""Files of one batch: read and judged one after the other, taken in as one step; the command line does the same."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.rules.findings import Finding, Refused
from db.services.returns import received
from db.services.returns.received import Outcome, ReceivedPlan, Receiving
from db.sessions import Book
from exports.readers.gate import content
from exports.readers.limits import RETURN_LIMITS
from exports.returns.reading import ReturnReader

Tell = Callable[[str, int, int], None]
_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
# Excel keeps such a file beside each one that is open.
_OPEN = "~$"


@dataclass(frozen=True)
class BatchFile:
    """A file and what it would do."""

    path: Path
    plan: ReceivedPlan


def workbooks(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files as they are and the workbooks of folders and of folders below, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        for each in _of_folder(path) if path.is_dir() else (path,):
            found[each] = None
    return tuple(found)


def read_batch(book: Book, paths: Sequence[Path], tell: Tell) -> tuple[BatchFile, ...]:
    """Read and judge files; nothing is written. `tell` hears of each file and may raise to stop."""
    with ReturnReader() as reader, book.reading() as session:
        receiving = Receiving(session)
        plans = []
        for done, path in enumerate(paths):
            tell(path.name, done, len(paths))
            plans.append(_plan(receiving, reader, path))
    together = received.settled(plans)
    return tuple(BatchFile(path, plan) for path, plan in zip(paths, together, strict=True))


def store_batch(
    book: Book, who: str, files: Sequence[BatchFile], chosen: Collection[int], reason: str, tell: Tell
) -> None:
    """Keep every file of a batch in one step, all or none; those that a person chose count although they ask."""
    decided = {files[at].plan.key for at in chosen}
    with book.writing(who=who) as session:
        for at, file in enumerate(files):
            tell(file.path.name, at, len(files))
            if file.plan.outcome is Outcome.SAME or not (body := _body(file)):
                continue
            if file.plan.outcome is Outcome.ASKS and at not in chosen and file.plan.key in decided:
                received.keep_beside(session, file.plan, body)
            else:
                received.take_in(session, file.plan, body, chosen=at in chosen, reason=reason)


def _of_folder(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in _SUFFIXES and not path.name.startswith(_OPEN):
            yield path


def _plan(receiving: Receiving, reader: ReturnReader, path: Path) -> ReceivedPlan:
    try:
        return receiving.plan(reader.read(path))
    except Refused as refused:
        return received.unread(path.name, refused, _sha256(path))


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(content(path, RETURN_LIMITS)).hexdigest()
    except Refused:
        return ""


def _body(file: BatchFile) -> bytes:
    """Return the bytes as they were read; nothing of a file that could not be. Raises Refused for others since."""
    if not file.plan.sha256:
        return b""
    body = content(file.path, RETURN_LIMITS)
    if hashlib.sha256(body).hexdigest() != file.plan.sha256:
        raise Refused([Finding("return_file_changed", value=file.path.name)], file.path.name)
    return body
