"""A province's own workbooks that serve as forms: taken in, listed, and taken away again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.records import Return, ReturnTemplate
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.periods import Period
from db.rules.returns.filled import FilledReturn
from db.rules.returns.forms import ReturnSet
from db.rules.returns.tags_book import TaggedBook, book_text, read_book
from db.rules.returns.tags_sheet import OwnWorkbook, SheetLayout
from db.rules.text import cleaned
from db.services.entering.entries import Gone
from db.services.returns import filling, template_sets
from db.services.units import UnitInfo

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_LONGEST_TITLE = 250
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class NewTemplate:
    """A workbook that is to become the forms of a set from a day on."""

    set_code: str
    title: str
    file_name: str
    sha256: str
    body: bytes
    book: TaggedBook
    valid_from: date


@dataclass(frozen=True)
class TemplateInfo:
    """A stored workbook, without its bytes. `returns` counts the approved returns that were made from it."""

    id: int
    set_code: str
    title: str
    file_name: str
    sha256: str
    valid_from: date
    valid_to: date | None
    book: TaggedBook
    returns: int

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether it holds on no day any more, kept for the returns that were made from it."""
        return self.valid_to is not None and self.valid_to < self.valid_from


def listed(session: Session) -> tuple[TemplateInfo, ...]:
    """Return every stored workbook by set and first day."""
    records = session.scalars(
        select(ReturnTemplate).order_by(ReturnTemplate.set_code, ReturnTemplate.valid_from)
    )
    return tuple(_info(session, record) for record in records)


def findings_of(session: Session, book: TaggedBook, found: Sequence[Finding] = ()) -> tuple[Finding, ...]:
    """Return all that is wrong with a workbook: what was found when it was read, then its tags."""
    judged = template_sets.judge(session, book)
    # A workbook whose only tags stand where none can be filled is not one without tags.
    told = tuple(item for item in judged if not (found and item.code == "template_no_tags"))
    return (*found, *told)


def trial(
    session: Session, book: TaggedBook, head: ReturnSet, *, unit: UnitInfo, period: Period
) -> tuple[FilledReturn, tuple[SheetLayout, ...]]:
    """Fill the set that a workbook makes for a look at it, and say how its sheets are laid out; nothing is kept.

    Raises Refused as `filling.fill` does.
    """
    form = template_sets.made_set(session, book, head)
    filled = filling.fill_set(session, form, unit=unit, period=period)
    return filled, template_sets.layouts(session, book)


def body_of(session: Session, template_id: int) -> bytes:
    """Return the bytes of a stored workbook; raises Gone."""
    record = session.get(ReturnTemplate, template_id)
    if record is None:
        raise Gone("return_template", template_id)
    return record.body


def add(session: Session, new: NewTemplate) -> int:
    """Take a workbook in; return its number.

    The one of the same set before it ends the day before; one from the same day gives way, unless a return was approved
    that was made from it. Raises Refused for what is wrong with tags, code, title or day.
    """
    findings = (*_head_findings(new), *template_sets.judge(session, new.book))
    if findings:
        raise Refused(findings, new.file_name)
    others = _of_set(session, new.set_code)
    same = next((record for record in others if record.valid_from == new.valid_from), None)
    if same is not None and same.sha256 != new.sha256 and _returns(session, same):
        facts = {"title": same.title, "day": day_text(same.valid_from)}
        raise Refused([Finding("template_same_day", "valid_from", day_text(new.valid_from), facts)])
    record = same or ReturnTemplate(set_code=new.set_code, valid_from=new.valid_from)
    _write(record, new, _last_day(others, new.valid_from))
    _end_before(others, new.valid_from)
    session.add(record)
    session.flush()
    return record.id


def take_away(session: Session, template_id: int) -> bool:
    """Take a workbook away and tell whether it is gone: one that returns were made from is only withdrawn.

    The one before it of the same set goes on in its place. Raises Gone.
    """
    record = session.get(ReturnTemplate, template_id)
    if record is None:
        raise Gone("return_template", template_id)
    earlier = [item for item in _of_set(session, record.set_code) if item.valid_from < record.valid_from]
    if earlier and earlier[-1].valid_to == record.valid_from - _DAY:
        earlier[-1].valid_to = record.valid_to
    if _returns(session, record):
        record.valid_to = record.valid_from - _DAY
        return False
    session.delete(record)
    session.flush()
    return True


def stored(session: Session, form: ReturnSet) -> OwnWorkbook | None:
    """Return the workbook into which a return of this set and version is written; none: the program's own layout."""
    for record in _of_set(session, form.code):
        if template_sets.version_of(record.sha256) == form.version:
            layouts = template_sets.layouts(session, read_book(record.mapping))
            return OwnWorkbook(record.sha256, record.body, layouts)
    return None


def _head_findings(new: NewTemplate) -> list[Finding]:
    findings = []
    if not _CODE.fullmatch(new.set_code):
        findings.append(Finding("template_code", "set_code", new.set_code))
    if not cleaned(new.title):
        findings.append(Finding("required", "title"))
    if len(new.title) > _LONGEST_TITLE:
        findings.append(Finding("too_long", "title", facts={"most": str(_LONGEST_TITLE)}))
    return findings


def _write(record: ReturnTemplate, new: NewTemplate, last: date | None) -> None:
    record.title, record.file_name = cleaned(new.title), new.file_name
    record.sha256, record.body = new.sha256, new.body
    record.mapping, record.valid_to = book_text(new.book), last


def _last_day(others: Sequence[ReturnTemplate], first: date) -> date | None:
    later = [record.valid_from for record in others if record.valid_from > first and not _withdrawn(record)]
    return min(later) - _DAY if later else None


def _end_before(others: Sequence[ReturnTemplate], first: date) -> None:
    for record in others:
        if record.valid_from < first and (record.valid_to is None or record.valid_to >= first):
            record.valid_to = first - _DAY


def _withdrawn(record: ReturnTemplate) -> bool:
    return record.valid_to is not None and record.valid_to < record.valid_from


def _of_set(session: Session, code: str) -> Sequence[ReturnTemplate]:
    statement = select(ReturnTemplate).where(ReturnTemplate.set_code == code)
    return session.scalars(statement.order_by(ReturnTemplate.valid_from)).all()


def _returns(session: Session, record: ReturnTemplate) -> int:
    version = template_sets.version_of(record.sha256)
    statement = select(func.count()).where(Return.set_code == record.set_code, Return.set_version == version)
    return session.scalar(statement) or 0


def _info(session: Session, record: ReturnTemplate) -> TemplateInfo:
    return TemplateInfo(
        record.id,
        record.set_code,
        record.title,
        record.file_name,
        record.sha256,
        record.valid_from,
        record.valid_to,
        read_book(record.mapping),
        _returns(session, record),
    )
