"""Take a handed book in: what is new is added with where it came from, what was accepted is changed; all or nothing."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.records import Base, OfficeNamesOfTime, PlanAmendment
from db.rules.findings import Finding, Refused
from db.rules.handing.document import Tell
from db.services import offices
from db.services.entering import many_rows
from db.services.entering.kinds import STORED
from db.services.entering.lists_once import reading_lists_once
from db.services.handing import contents, guards, origins, taking_units
from db.services.handing.checking import PAPERS, Typed
from db.services.handing.comparing import TakingPlan
from db.services.handing.renumbering import Numbers, in_our_numbers, paper_in_our_numbers
from db.services.handing.tables import RECORDS
from db.services.handing.words import TABLE_WORDS
from db.services.searching import search_words

_AT_ONCE = 2_000
_STORED = {stored.record.__tablename__: stored for stored in STORED.values()}
_KEPT_AS_OURS = frozenset({"id", "created_at", "created_by", "changed_at", "changed_by"})


def store(session: Session, planned: TakingPlan, *, file_name: str, tell: Tell | None = None) -> None:
    """Write a plan into the book of the same session's moment; raises Refused, and then nothing may be kept.

    A book that is known, and of which nothing is new, changes nothing.
    """
    if planned.refused:
        raise Refused(planned.refused, file_name)
    if not planned.has_news:
        return
    storing = _Storing(session, planned, tell or _silent)
    try:
        storing.store(file_name)
    except IntegrityError as error:
        raise Refused([Finding("handed_row_refused", TABLE_WORDS[storing.table])], file_name) from error


class _Storing:
    def __init__(self, session: Session, planned: TakingPlan, tell: Tell) -> None:
        self._session, self._planned, self._tell = session, planned, tell
        self._brought, self._contents = planned.brought, planned.contents
        self._numbers: Numbers = {
            table: {there: here for there, here in numbers.items() if here > 0}
            for table, numbers in planned.numbers.items()
        }
        self._left_out = planned.personal if planned.leaves_out else ()
        self._done = 0
        # What is being written: where the database refuses a row, it names none.
        self.table = "unit"

    def store(self, file_name: str) -> None:
        session, brought = self._session, self._brought
        self._numbers["unit"] = taking_units.store(session, brought, self._planned.units)
        self._numbers["content"], codes = contents.store(session, brought, self._contents)
        self._contents = replace(self._contents, codes=codes)
        with reading_lists_once(session):
            for mapped in RECORDS:
                self._store_table(mapped)
        self._store_printed_names()
        self.table = "origin"
        origins.store(session, brought, self._numbers, file_name)
        offices.go_on(session)

    def _store_table(self, mapped: type[Base]) -> None:
        self.table = table = mapped.__tablename__
        fresh = list(self._planned.fresh.get(table, ()))
        for first in range(0, len(fresh), _AT_ONCE):
            self._add(mapped, fresh[first : first + _AT_ONCE])
        for number in self._planned.changed.get(table, ()):
            self._change(mapped, number)

    def _add(self, mapped: type[Base], numbers: list[int]) -> None:
        table = mapped.__tablename__
        first = many_rows.reserve(self._session, mapped, len(numbers))
        ours = self._numbers.setdefault(table, {})
        ours |= {number: here for here, number in enumerate(numbers, start=first)}
        rows = [{**values, "id": ours[number]} for number, values in self._values(mapped, numbers)]
        many_rows.bring_back(self._session, mapped, rows)
        self._done += len(rows)
        self._tell(self._done, self._brought.book.head.rows)

    def _change(self, mapped: type[Base], number: int) -> None:
        record = self._session.get_one(mapped, self._numbers[mapped.__tablename__][number])
        for _, values in self._values(mapped, [number]):
            for key, value in values.items():
                if key not in _KEPT_AS_OURS:
                    setattr(record, key, value)
        self._session.flush()

    def _values(self, mapped: type[Base], numbers: list[int]) -> Iterator[tuple[int, Typed]]:
        table, rows = mapped.__tablename__, self._brought.of(mapped.__tablename__)
        found: dict[int, Typed] = {}
        for number in numbers:
            values = in_our_numbers(mapped, rows[number], self._numbers, self._contents)
            assert values is not None, f"{table} {number} belongs to nothing"
            found[number] = values
        for number, values in guards.without({table: found}, self._left_out)[table].items():
            yield number, {**values, **self._made(mapped, rows[number], values)}

    def _made(self, mapped: type[Base], row: Typed, values: Typed) -> Typed:
        """Return what is made from the rest of a row: its words for the search, an amended plan in our numbers."""
        if mapped is PlanAmendment:
            return {key: self._paper(row[key]) for key in PAPERS}
        stored = _STORED.get(mapped.__tablename__)
        return {} if stored is None else {"search": search_words.of(self._session, stored, values)}

    def _paper(self, text: str | None) -> str | None:
        return paper_in_our_numbers(text, self._numbers, self._contents, self._reserved)

    def _reserved(self, table: str) -> int:
        mapped = next(record for record in RECORDS if record.__tablename__ == table)
        return many_rows.reserve(self._session, mapped, 1)

    def _store_printed_names(self) -> None:
        """Keep what other offices printed: their plans are printed with their names."""
        if self._brought.book.head.book_key == offices.book_key(self._session):
            return
        names, units = OfficeNamesOfTime, self._numbers["unit"]
        own = offices.current(self._session).unit.id
        held = set(self._session.execute(select(names.unit_id, names.valid_to)))
        for row in self._brought.of(names.__tablename__).values():
            unit = units.get(row["unit_id"] or 0)
            if unit not in (None, own) and (unit, row["valid_to"]) not in held:
                self._session.add(names(**{**row, "id": None, "unit_id": unit}))
        self._session.flush()


def _silent(_done: int, _all: int) -> None:
    return None
