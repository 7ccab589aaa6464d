"""The office's list of agencies: read, changed as a whole, and offered where a task names who leads and who joins."""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content, Task
from db.rules.agencies import Agency, check_agencies, out_of_time
from db.rules.findings import Refused
from db.rules.periods import Span
from db.rules.text import cleaned, folded, sort_key
from db.services.content import SHIPPED

_KIND, _CODE, _BETWEEN = "choices", "agencies", ";"


def listed(session: Session) -> tuple[Agency, ...]:
    """Return the whole list in its own order, names of other times too."""
    return tuple(
        Agency(item["code"], item["title"], item.get("valid_from"), item.get("valid_to"))
        for item in tomllib.loads(_record(session).body).get("item", ())
    )


def keep(session: Session, agencies: Sequence[Agency]) -> None:
    """Make these agencies the list; tasks already written stay as they are. Raises Refused with every finding."""
    clean = [Agency(item.code, cleaned(item.name), item.valid_from, item.valid_to) for item in agencies]
    findings = check_agencies(clean)
    if findings:
        raise Refused(findings)
    record = _record(session)
    head = tomllib.loads(record.body)
    record.body = "\n".join((*_head_lines(head), *_item_lines(_coded(clean))))
    record.sha256 = hashlib.sha256(record.body.encode()).hexdigest()
    session.add(record)
    session.flush()


def offered(session: Session, text: str, span: Span, *, most: int = 12) -> tuple[str, ...]:
    """Return agencies that hold all words of a text, tone marks or not.

    They are those of the list in a span of days, and those named before, that lead or join a task of any plan; but not
    under a name of another time.
    """
    wanted, agencies = folded(text).split(), listed(session)
    other_times = out_of_time(agencies, span)
    named = {name for name in _named(session) if folded(name) not in other_times}
    known = {agency.name for agency in agencies if agency.holds_in(span)} | named
    found = [name for name in known if all(word in folded(name) for word in wanted)]
    return tuple(sorted(found, key=sort_key)[:most])


def _named(session: Session) -> set[str]:
    rows = session.execute(select(Task.lead, Task.joining).distinct())
    parts = (part.strip() for row in rows for text in row for part in (text or "").split(_BETWEEN))
    return {part for part in parts if part}


def _record(session: Session) -> Content:
    """Return the list as the book holds it; for a book older than the list, the shipped one, not yet added."""
    statement = select(Content).where(Content.kind == _KIND, Content.code == _CODE)
    held = session.scalars(statement.order_by(Content.valid_from.desc())).first()
    if held is not None:
        return held
    body = (SHIPPED / _KIND / f"{_CODE}.toml").read_text(encoding="utf-8")
    head = tomllib.loads(body)
    return Content(
        kind=_KIND,
        code=_CODE,
        title=head["title"],
        citation=head["citation"],
        valid_from=head["valid_from"],
        valid_to=None,
        body=body,
        sha256=hashlib.sha256(body.encode()).hexdigest(),
    )


def _coded(agencies: Sequence[Agency]) -> Iterator[Agency]:
    taken = {agency.code for agency in agencies}
    free = (
        code for number in range(1, len(agencies) + len(taken) + 1) if (code := f"own_{number}") not in taken
    )
    for agency in agencies:
        code = agency.code or next(free)
        yield Agency(code, agency.name, agency.valid_from, agency.valid_to)


def _head_lines(head: dict[str, Any]) -> list[str]:
    texts = [f"{key} = {_quoted(head[key])}" for key in ("title", "citation")]
    return [*texts, f"valid_from = {head['valid_from'].isoformat()}"]


def _item_lines(agencies: Iterable[Agency]) -> Iterator[str]:
    for agency in agencies:
        yield from ("", "[[item]]", f"code = {_quoted(agency.code)}", f"title = {_quoted(agency.name)}")
        for key, day in (("valid_from", agency.valid_from), ("valid_to", agency.valid_to)):
            if isinstance(day, date):
                yield f"{key} = {day.isoformat()}"
    yield ""


def _quoted(text: str) -> str:
    # A string of JSON is one of TOML too, but for this one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
