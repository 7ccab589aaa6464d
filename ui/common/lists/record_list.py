"""What a list shows: its query, the ids that match, the drafts in its head, its totals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from db.rules.entries import FieldKind
from db.rules.formats import Value
from db.rules.periods import Span
from db.services.entering import drafts
from db.services.entering.drafts import Draft
from db.services.listing import listings
from db.services.listing.listings import ListQuery, ListRow
from db.sessions import Session
from ui.common.forms.choosing import Option
from ui.common.forms.options import FLAG_SET
from ui.common.lists.units_of_day import UnitsOfDay
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace

# Longer lists show their rows first and are added up after.
ORIGIN = "origin"
_LONG = 2_000
# So many rows are on the screen long before a whole list is matched.
_HEAD = 400
_UNIT = "unit_id"
_NARROWING: Mapping[FieldKind, Callable[[str], str | int]] = {
    FieldKind.UNIT: int,
    FieldKind.FLAG: lambda code: code == FLAG_SET,
}


@dataclass(frozen=True)
class Shown:
    """One reading of the list: all that matches, or its head while the rest is still to be read.

    The totals of one that is not `added_up` are those of the reading before.
    """

    ids: tuple[int, ...]
    drafts: tuple[Draft, ...]
    totals: Mapping[str, Value]
    whole: bool = True
    added_up: bool = True


class RecordList:
    """The list of one kind of record, narrowed by period, typed filter, chosen filters and parent."""

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent: Mapping[str, int]) -> None:
        self._workplace, self._subject = workplace, subject
        self.parent = parent
        self.text = ""
        self.chosen: dict[str, str | int] = {}
        # The book that rows came from, by its key; empty: any.
        self.origin = ""
        self.sort, self.descending = subject.sort, subject.descending
        self.units = UnitsOfDay(workplace)
        self._has_units = any(field.kind is FieldKind.UNIT for field in subject.kind.fields)

    @property
    def narrowed(self) -> bool:
        """Return whether a filter hides rows."""
        return bool(self.text or self.chosen or self.origin)

    def query(self) -> ListQuery:
        return ListQuery(
            kind=self._subject.name,
            span=self._span(),
            text=self.text,
            where={**self.parent, **self.chosen, **self._chosen_units()},
            origin=self.origin,
            sort=self.sort,
            descending=self.descending,
            unit_keys=self.units.keys(self._span()) if self._has_units else {},
        )

    def choose(self, key: str, code: str) -> None:
        """Narrow by one field or by ORIGIN; an empty code takes the narrowing away."""
        if key == ORIGIN:
            self.origin = code
            return
        self.chosen.pop(key, None)
        if code:
            self.chosen[key] = _NARROWING.get(self._subject.filter_field(key).kind, str)(code)

    def read(self, held: Mapping[str, Value]) -> Shown:
        """Read the list; a long one keeps the totals it `held` until `totals` is asked for."""
        return self._workplace.read(partial(self._read, held=held))

    def read_head(self, held: Mapping[str, Value]) -> Shown:
        """Read the first rows; a list that is no longer than they are is read whole."""
        return self._workplace.read(partial(self._read_head, held=held))

    def totals(self) -> Mapping[str, Value]:
        """Add up all that matches."""
        return self._workplace.read(lambda session: listings.totals(session, self.query()))

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        if not ids:
            return ()
        name, span = self._subject.name, self._span()
        found = self._workplace.read(lambda session: listings.rows(session, name, ids, span))
        return self.units.placed(name, found, span) if self._has_units else found

    def unit_options(self) -> tuple[Option, ...]:
        """Return the units of the chosen borders, to narrow by."""
        return self.units.options(self._span())

    def _chosen_units(self) -> Mapping[str, tuple[int, ...]]:
        """Return, in chosen borders, all units that lie in the one to narrow by."""
        chosen = self.chosen.get(_UNIT)
        if self._workplace.borders is None or not isinstance(chosen, int):
            return {}
        return {_UNIT: self.units.within(chosen, self._span())}

    def draft_of(self, record_id: int) -> Draft | None:
        """Return what was typed over a record and could not be kept."""
        held = self._workplace.read(lambda session: drafts.of_kind(session, self._subject.name))
        return next((draft for draft in held if draft.record_id == record_id), None)

    def _span(self) -> Span | None:
        return self._workplace.span if self._subject.in_period else None

    def _read(self, session: Session, held: Mapping[str, Value]) -> Shown:
        query = self.query()
        ids = listings.matching_ids(session, query)
        if len(ids) > _LONG:
            return Shown(ids, self._new_drafts(session), held, added_up=False)
        return Shown(ids, self._new_drafts(session), listings.totals(session, query) if ids else {})

    def _read_head(self, session: Session, held: Mapping[str, Value]) -> Shown:
        ids = listings.matching_ids(session, self.query(), most=_HEAD)
        if len(ids) < _HEAD:
            return self._read(session, held)
        return Shown(ids, self._new_drafts(session), held, whole=False, added_up=False)

    def _new_drafts(self, session: Session) -> tuple[Draft, ...]:
        parent_id = next(iter(self.parent.values()), None)
        held = drafts.of_kind(session, self._subject.name)
        return tuple(draft for draft in held if draft.record_id is None and draft.parent_id == parent_id)
