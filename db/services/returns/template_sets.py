"""Sets of forms that a province's own workbook makes: its tags, read by the measures and catalogues of the book."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.records import ReturnTemplate
from db.rules.findings import Finding, Unknown
from db.rules.measures import MeasureRef, parse_expression
from db.rules.near_names import near_names
from db.rules.returns.forms import EACH_ENTRY, ReturnSet, SheetForm, parse_return_set
from db.rules.returns.tags import HOLDS, WORDS, Refer
from db.rules.returns.tags_book import TaggedBook, read_book
from db.rules.returns.tags_judging import judge_book
from db.rules.returns.tags_rules import with_rules
from db.rules.returns.tags_sheet import SheetLayout, laid_out
from db.services import content
from db.services.content import Content
from db.services.measuring import measures

_SET, _ENTRIES = "return_set", "each."
_EACH = EACH_ENTRY.lstrip("=")
# Of the hash of a workbook: what names a version of a set, whatever its days.
_MARK, _MARK_LENGTH = "mau-", 12


def version_of(sha256: str) -> str:
    """Return the version of the set that the workbook of this hash makes."""
    return f"{_MARK}{sha256[:_MARK_LENGTH]}"


def judge(session: Session, book: TaggedBook) -> tuple[Finding, ...]:
    """Return all that is wrong with the tags of a workbook, by cell."""
    return judge_book(book, refer_of(session), lambda expression: catalogue_of(session, expression))


def layouts(session: Session, book: TaggedBook) -> tuple[SheetLayout, ...]:
    """Return the sheets of a workbook as their tags lay them out; one with findings is not to be laid out."""
    refer = refer_of(session)
    return tuple(laid_out(sheet, refer) for sheet in book.sheets if sheet.cells)


def made_set(session: Session, book: TaggedBook, head: ReturnSet) -> ReturnSet:
    """Return the set that a workbook makes, under the code, title and version of `head`.

    Its figures obey the rules that the office's other forms have for the same measures.
    """
    forms = [form for layout in layouts(session, book) for form in layout.forms]
    known = [sheet for item in content.of_kind(session, _SET) for sheet in _forms_of(item)]
    return replace(head, sheets=tuple(with_rules(form, known) for form in forms))


def codes(session: Session, on: date) -> tuple[str, ...]:
    """Return the codes of the sets that a workbook makes on a day."""
    return tuple(record.set_code for record in _holding(session, on))


def in_force(session: Session, code: str, on: date) -> ReturnSet | None:
    """Return the set that a workbook makes under this code on a day."""
    record = next((record for record in _holding(session, on) if record.set_code == code), None)
    return None if record is None else set_of(session, record)


def set_of(session: Session, record: ReturnTemplate) -> ReturnSet:
    """Return the set that a stored workbook makes; the file it came in stands for its citation."""
    head = ReturnSet(record.set_code, record.title, record.file_name, version_of(record.sha256), ())
    return made_set(session, read_book(record.mapping), head)


def refer_of(session: Session) -> Refer:
    """Return what knows the names of measures and catalogues, and names near to others."""
    catalogue = content.measure_catalogue(session)

    def refer(name: str) -> str:
        if name.startswith(_ENTRIES):
            return _known_entries(session, name)
        bare = name.partition("[")[0]
        if bare not in catalogue:
            raise Unknown("tag", name, near_names(bare, (*catalogue, *WORDS, *HOLDS)))
        ref = parse_expression(name, catalogue)
        told = tuple(pair for pair in ref.filters if pair[1] != _EACH)
        measures.refer(session, MeasureRef(ref.measure, told).expression)
        return ref.expression

    return refer


def catalogue_of(session: Session, expression: str) -> str:
    """Return the catalogue over which a measure for `each` entry goes; empty where there is none, or several."""
    ref = parse_expression(expression, content.measure_catalogue(session))
    keys = [key for key, value in ref.filters if value == _EACH]
    return measures.filter_catalogue(ref.measure, keys[0]) if len(keys) == 1 else ""


def catalogues(session: Session) -> tuple[str, ...]:
    """Return the catalogues of which a row may stand for each entry: those by which measures are narrowed."""
    found = {
        measures.filter_catalogue(measure, key)
        for measure in content.measure_catalogue(session).values()
        for key in measure.filters
    }
    return tuple(sorted(filter(None, found)))


def _forms_of(item: Content) -> tuple[SheetForm, ...]:
    return parse_return_set(item.code, item.version, item.body).sheets


def _known_entries(session: Session, name: str) -> str:
    known = [f"{_ENTRIES}{code}" for code in catalogues(session)]
    if name not in known:
        raise Unknown("tag", name, near_names(name, known) or known[:3])
    return name


def _holding(session: Session, on: date) -> Iterable[ReturnTemplate]:
    statement = select(ReturnTemplate).where(
        ReturnTemplate.valid_from <= on,
        ReturnTemplate.valid_to.is_(None) | (ReturnTemplate.valid_to >= on),
    )
    return session.scalars(statement.order_by(ReturnTemplate.set_code))
