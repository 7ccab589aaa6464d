"""Content as data: shipped as TOML, copied into the office's book, read from there."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli_w
from sqlalchemy import Select, event, inspect, select
from sqlalchemy.orm import Session, object_session

from db.records import Content as ContentRecord
from db.rules.figures import figure_measures, is_figure_code
from db.rules.findings import Finding, Refused, Unknown
from db.rules.imports.sheets import ImportSheet, import_sheet
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import Measure
from db.rules.near_names import near_names
from db.rules.plan_review.measured import Hint

# Under this name a session keeps what it read; sessions that read between two writes may share it.
KEPT = "content"
SHIPPED = Path(__file__).parent.parent / "catalogues"
# What the office added to a catalogue lies beside it, under the same code.
_OWN = "own_choices"
_KINDS = {
    "choices": "choices",
    "days_off": "days_off",
    "hints": "hints",
    "imports": "import_sheet",
    "returns": "return_set",
    "rule_sets": "rule_set",
    "rule_set_drafts": "rule_set_draft",
    "schedules": "schedule",
    "skeletons": "skeleton",
    "report_skeletons": "report_skeleton",
}
_FIGURES = "figure_definitions"
_FIXED, _DRAFT = "rule_set", "rule_set_draft"


@dataclass(frozen=True)
class Choice:
    """One entry of a catalogue."""

    code: str
    title: str


@dataclass(frozen=True)
class Catalogue:
    """A catalogue as shipped, the entries that the office added, and the last day of each that it gave up."""

    body: Mapping[str, Any]
    own: tuple[Mapping[str, Any], ...]
    ended: Mapping[str, date]


@dataclass(frozen=True)
class Content:
    """One piece of content with its parsed TOML; `version` names its text, whatever its dates."""

    id: int
    kind: str
    code: str
    title: str
    citation: str
    valid_from: date
    body: Mapping[str, Any]
    sha256: str
    valid_to: date | None = None

    @property
    def version(self) -> str:
        """Return the day from which it holds and the start of its hash: two different texts never share it."""
        return f"{self.valid_from.isoformat()}-{self.sha256[:8]}"


def ship(session: Session) -> None:
    """Copy all shipped content that the book does not hold yet; a draft only where nothing came of it."""
    held = set(session.execute(select(ContentRecord.kind, ContentRecord.code, ContentRecord.valid_from)))
    begun = {code for kind, code, _ in held if kind in (_FIXED, _DRAFT)}
    for folder, kind in _KINDS.items():
        for path in sorted((SHIPPED / folder).glob("*.toml")):
            record = _record(kind, path.stem, path.read_text(encoding="utf-8"))
            is_begun = kind == _DRAFT and record.code in begun
            if not is_begun and (record.kind, record.code, record.valid_from) not in held:
                session.add(record)


def in_force(session: Session, kind: str, code: str, on: date) -> Content:
    """Return the content of that code that holds on a day; raises Unknown with near codes."""
    held = [item for item in holding(session, kind, on) if item.code == code]
    if not held:
        known = session.scalars(select(ContentRecord.code).where(ContentRecord.kind == kind))
        raise Unknown(kind, code, near_names(code, known))
    return held[-1]


def holding(session: Session, kind: str, on: date) -> tuple[Content, ...]:
    """Return the content of a kind that holds on a day, by code and date."""
    statement = _of_kind(kind).where(
        ContentRecord.valid_from <= on, ContentRecord.valid_to.is_(None) | (ContentRecord.valid_to >= on)
    )
    return tuple(map(_content, session.scalars(statement)))


def by_id(session: Session, content_id: int) -> Content:
    """Return content by its number, in force or not; raises KeyError."""
    record = session.get(ContentRecord, content_id)
    if record is None:
        raise KeyError(content_id)
    return _content(record)


def of_kind(session: Session, kind: str) -> tuple[Content, ...]:
    """Return all content of a kind by code and date."""
    return tuple(map(_content, session.scalars(_of_kind(kind))))


def keep(session: Session, kind: str, code: str, text: str) -> None:
    """Keep content of the office's own making, in place of what held from the same day."""
    fresh = _record(kind, code, text)
    held = session.scalar(
        _of_kind(kind).where(ContentRecord.code == code, ContentRecord.valid_from == fresh.valid_from)
    )
    if held is None:
        session.add(fresh)
    else:
        for key in ("title", "citation", "valid_to", "body", "sha256"):
            setattr(held, key, getattr(fresh, key))
    session.flush()


def choices(session: Session, catalogue: str) -> tuple[Choice, ...]:
    """Return the entries of a catalogue in its order; `measures` is the catalogue of measures."""
    if catalogue == "measures":
        return tuple(Choice(measure.name, measure.title) for measure in measure_catalogue(session).values())
    body, own = _with_own(session, catalogue)
    listed = (*_items(body), *_items(own))
    # A figure that can have no measure cannot be entered.
    shown = (item for item in listed if catalogue != _FIGURES or is_figure_code(item["code"]))
    return tuple(Choice(item["code"], item["title"]) for item in shown)


def catalogue(session: Session, code: str) -> Catalogue:
    """Return a whole catalogue with what the office added to it; raises Unknown."""
    body, own = _with_own(session, code)
    return Catalogue(body, _items(own), own.get("ended", {}))


def keep_own(
    session: Session, code: str, items: Iterable[Mapping[str, str]], ended: Mapping[str, date]
) -> None:
    """Keep what the office added to a catalogue and the last day of each entry that it gave up, in place of before.

    The shipped entries stay as they came: a later version of the program brings its own without touching these.
    """
    body, _ = _with_own(session, code)
    head = {key: body[key] for key in ("title", "citation", "valid_from")}
    text = tomli_w.dumps({**head, "item": [dict(item) for item in items], "ended": dict(ended)})
    record = session.scalar(_of_kind(_OWN).where(ContentRecord.code == code))
    fresh = _record(_OWN, code, text)
    if record is None:
        session.add(fresh)
    else:
        record.body, record.sha256 = fresh.body, fresh.sha256
    session.flush()


def measure_catalogue(session: Session) -> Mapping[str, Measure]:
    """Return every measure by name: those of the program, then those of the office's own list of figures."""
    # Asked for at every measure that is referred to, a hundred of them in a return.
    known: dict[object, Mapping[str, Measure]] = session.info.setdefault(KEPT, {})
    if _FIGURES not in known:
        figures = catalogue(session, _FIGURES)
        known[_FIGURES] = {**MEASURES, **figure_measures(figures.body, figures.own)}
    return known[_FIGURES]


def target_hints(session: Session) -> tuple[Hint, ...]:
    """Return which measures are proposed for targets by their words, in the order in which they are tried."""
    body = _newest(session, "hints", "target_measures")
    return tuple(
        Hint(tuple(item["words"]), tuple(item["kinds"]), item["measure"], item.get("denominator", ""))
        for item in body["hint"]
    )


def import_sheet_of(session: Session, kind: str) -> ImportSheet:
    """Return the columns under which records of a kind come in a workbook; raises Unknown."""
    return import_sheet(kind, _newest(session, "import_sheet", kind))


def shipped(kind: str, code: str) -> tuple[str, str] | None:
    """Return hash and text of content as it comes with this program; none where nothing of that code does."""
    try:
        return _shipped(kind, code)
    except Unknown:
        return None


def titles(entries: Iterable[Choice]) -> dict[str, str]:
    """Return code → title."""
    return {choice.code: choice.title for choice in entries}


def _newest(session: Session, kind: str, code: str) -> Mapping[str, Any]:
    return _held(session, code, kind).get(kind) or _parsed(*_shipped(kind, code))


def _with_own(session: Session, code: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the newest text of a catalogue and what the office added to it, read at once."""
    held = _held(session, code, "choices", _OWN)
    return held.get("choices") or _parsed(*_shipped("choices", code)), held.get(_OWN, {})


def _held(session: Session, code: str, *kinds: str) -> Mapping[str, Mapping[str, Any]]:
    # Asked for several times a record and at every keystroke: one answer is enough until something is written.
    known: dict[tuple[str, ...], Mapping[str, Mapping[str, Any]]] = session.info.setdefault(KEPT, {})
    if (code, *kinds) not in known:
        known[code, *kinds] = _read_newest(session, code, kinds)
    return known[code, *kinds]


def _read_newest(session: Session, code: str, kinds: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
    statement = select(ContentRecord.kind, ContentRecord.sha256, ContentRecord.body)
    found = session.execute(
        statement.where(ContentRecord.kind.in_(kinds), ContentRecord.code == code).order_by(
            ContentRecord.valid_from
        )
    )
    # The newest of each kind comes last.
    return {kind: _parsed(sha256, body) for kind, sha256, body in found}


def _items(body: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    return tuple(body.get("item", ()))


def _forget(_mapper: object, _connection: object, changed: ContentRecord) -> None:
    session = object_session(changed)
    if session is not None:
        session.info.pop(KEPT, None)


def _keep_as_it_is(_mapper: object, _connection: object, changed: ContentRecord) -> None:
    """Let nothing of a rule set in force change but its last day: sheets stand on it, to the byte."""
    state = inspect(changed)
    replaced = {column.key: state.attrs[column.key].history.deleted for column in state.mapper.column_attrs}
    kind = replaced["kind"][0] if replaced["kind"] else changed.kind
    if kind == _FIXED and any(replaced[key] for key in replaced if key != "valid_to"):
        raise Refused([Finding("rule_set_body_fixed", "", changed.title)])


event.listen(ContentRecord, "before_update", _keep_as_it_is)
for _change in ("after_insert", "after_update", "after_delete"):
    event.listen(ContentRecord, _change, _forget)


def _shipped(kind: str, code: str) -> tuple[str, str]:
    """Return hash and text of content that came with the program after this book was made; raises Unknown."""
    folder = next(folder for folder, held in _KINDS.items() if held == kind)
    path = SHIPPED / folder / f"{code}.toml"
    if not path.is_file():
        raise Unknown(kind, code)
    text = path.read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest(), text


def _of_kind(kind: str) -> Select[ContentRecord]:
    statement = select(ContentRecord).where(ContentRecord.kind == kind)
    return statement.order_by(ContentRecord.code, ContentRecord.valid_from)


def _record(kind: str, code: str, text: str) -> ContentRecord:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    body = _parsed(sha256, text)
    return ContentRecord(
        kind=kind,
        code=code,
        title=body["title"],
        citation=body["citation"],
        valid_from=body["valid_from"],
        valid_to=body.get("valid_to"),
        body=text,
        sha256=sha256,
    )


def _content(record: ContentRecord) -> Content:
    return Content(
        record.id,
        record.kind,
        record.code,
        record.title,
        record.citation,
        record.valid_from,
        _parsed(record.sha256, record.body),
        record.sha256,
        record.valid_to,
    )


# Every change of a draft is another text: not all of a sitting are kept.
@lru_cache(maxsize=256)
def _parsed(_sha256: str, text: str) -> Mapping[str, Any]:
    return tomllib.loads(text)
