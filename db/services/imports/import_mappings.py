"""How an office's own list is read: which of its heads is which column, remembered by name in the book."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import Content
from db.rules.findings import Unknown
from db.rules.imports.codes import UNDECIDED, CodeDay, code_day, code_day_text
from db.rules.near_names import near_names
from db.rules.text import cleaned
from db.services import content

_KIND = "import_mapping"
_CITATION = "Cách ghép cột của đơn vị"
_SINCE = date(2000, 1, 1)


@dataclass(frozen=True)
class ImportMapping:
    """A name, by keys of heads the keys of columns, and on which day's list the codes of units stand."""

    name: str
    columns: Mapping[str, str]
    codes: CodeDay = UNDECIDED


def of_kind(session: Session, kind: str) -> tuple[ImportMapping, ...]:
    """Return what was remembered for a kind of record, in the order in which it was."""
    held = [item for item in content.of_kind(session, _KIND) if item.body["kind"] == kind]
    return tuple(
        ImportMapping(
            item.title,
            {pair["head"]: pair["column"] for pair in item.body["pair"]},
            code_day(item.body.get("codes", "")),
        )
        for item in held
    )


def named(session: Session, kind: str, name: str) -> ImportMapping:
    """Return the mapping of that name; raises Unknown with near names."""
    held = of_kind(session, kind)
    found = next((item for item in held if item.name == cleaned(name)), None)
    if found is None:
        raise Unknown(_KIND, name, near_names(name, (item.name for item in held)))
    return found


def keep(session: Session, kind: str, mapping: ImportMapping) -> None:
    """Remember a mapping; one of the same name is replaced."""
    name, body = cleaned(mapping.name), _toml(kind, mapping)
    rows = session.scalars(select(Content).where(Content.kind == _KIND).order_by(Content.id)).all()
    record = next((row for row in rows if row.title == name and row.code.startswith(f"{kind}-")), None)
    if record is None:
        number = 1 + max((int(row.code.rpartition("-")[2]) for row in rows), default=0)
        record = Content(kind=_KIND, code=f"{kind}-{number:04d}", citation=_CITATION, valid_from=_SINCE)
        session.add(record)
    record.title, record.body = name, body
    record.sha256 = hashlib.sha256(body.encode()).hexdigest()
    session.flush()


def _toml(kind: str, mapping: ImportMapping) -> str:
    # A JSON text is a TOML text too.
    pairs = (
        f"[[pair]]\nhead = {json.dumps(head, ensure_ascii=False)}\ncolumn = {json.dumps(key)}\n"
        for head, key in mapping.columns.items()
    )
    codes = code_day_text(mapping.codes)
    head = f'kind = "{kind}"\n' + (f'codes = "{codes}"\n' if codes else "")
    return head + "\n" + "\n".join(pairs)
