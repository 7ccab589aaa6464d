"""What stands in a form: a record, a draft of a new one, or nothing. Every field that was left is kept at once."""

from collections.abc import Mapping
from enum import Enum

from db.rules.entries import Field, FieldKind, Values, read_entry, typed_text
from db.rules.findings import Finding, Refused
from db.rules.formats import Value, number_text
from db.services.borders import unit_days
from db.services.entering import drafts, entries
from db.services.entering.drafts import Draft
from db.services.entering.kinds import STORED
from db.sessions import Session
from ui.common.forms.options import OptionSource
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace

_GROUPED = (FieldKind.COUNT, FieldKind.MONEY)
_LISTED = (FieldKind.CHOICE, FieldKind.UNIT)
_UNIT = "unit_id"


class Kept(Enum):
    """What became of a field that was left."""

    SAME = "nothing changed"
    DRAFT = "kept as typed, in a draft"
    ADDED = "became a record"
    CHANGED = "record changed"


def shown_text(field: Field, value: Value) -> str:
    """Write a value as its editor shows it; reading it gives the same value."""
    if field.kind in _GROUPED and isinstance(value, int):
        return number_text(value)
    return typed_text(value)


class RecordEntry:
    """One record while it is being filled in. `typed` holds only what differs from what the record holds."""

    def __init__(
        self, workplace: Workplace, subject: RecordSubject, options: OptionSource, parent: Mapping[str, int]
    ) -> None:
        self._workplace, self._subject, self._options = workplace, subject, options
        self.parent = parent
        self.record_id: int | None = None
        self.draft_id: int | None = None
        self.open = False
        self.stored: Values = {}
        self.typed: dict[str, str] = {}
        self.findings: tuple[Finding, ...] = ()
        self._settled: dict[str, str] = {}
        self._is_stashed = False

    @property
    def row_id(self) -> int | None:
        """Return the row's number in the list: a record's own, minus the draft's, none where nothing is kept yet."""
        if self.record_id is not None:
            return self.record_id
        return None if self.draft_id is None else -self.draft_id

    def texts(self) -> dict[str, str]:
        """Return what each editor shows; a draft may hold fields that only another form of the kind has."""
        return {
            field.key: self.typed.get(field.key, shown_text(field, self.stored.get(field.key)))
            for field in self._subject.kind.fields
        }

    def missing(self) -> tuple[str, ...]:
        """Return the keys of required fields that a draft still lacks, in the order of the form."""
        return tuple(finding.place for finding in self.findings if finding.code == "required")

    def findings_at(self, key: str) -> tuple[Finding, ...]:
        """Return what is wrong with a field."""
        return tuple(finding for finding in self.findings if finding.place == key)

    def close(self) -> None:
        self._start(None, None, {}, {})
        self.open = False

    def open_new(self, defaults: Mapping[str, str]) -> None:
        self._start(None, None, {}, defaults)

    def open_draft(self, draft: Draft) -> None:
        self._start(draft.record_id, draft.id, {}, draft.raw)

    def open_record(self, record_id: int, draft: Draft | None) -> None:
        """Show a record with what was typed over it and could not be kept; raises Gone."""
        name = self._subject.name
        stored = self._workplace.read(lambda session: entries.values_of(session, name, record_id))
        self._start(record_id, draft.id if draft else None, stored, draft.raw if draft else {})

    def note(self, key: str, text: str) -> None:
        """Take what stands in an editor, without judging it yet."""
        if text == shown_text(self._subject.kind.field(key), self.stored.get(key)):
            self.typed.pop(key, None)
        else:
            self.typed[key] = text

    def stash(self) -> None:
        """Keep what is being typed against a power cut, without judging it."""
        if self.open and self.typed and self.typed != self._settled:
            self._keep_draft()
            self._is_stashed = True

    def settle(self) -> Kept:
        """Keep what was typed: into the record what can be kept, the rest as a draft with its findings."""
        if not self.open or self.typed == self._settled:
            if self._is_stashed:  # What was put aside was typed back to what it was.
                self._settle_rest()
            return Kept.SAME
        values = self._judged()
        self._write_out(values)
        kept = self._store(values)
        self._settle_rest()
        return kept

    def insert(self, session: Session, values: Values) -> int:
        """Store the new record; a list in the officer's own order may choose its place."""
        return entries.add(session, self._subject.name, {**self.parent, **values})

    def _start(
        self, record_id: int | None, draft_id: int | None, stored: Values, typed: Mapping[str, str]
    ) -> None:
        self.record_id, self.draft_id, self.stored = record_id, draft_id, stored
        self.open, self.typed = True, dict(typed)
        self.findings = ()
        if self.typed or record_id is None:
            self._judged()
        self._settled, self._is_stashed = dict(self.typed), False

    def _judged(self) -> dict[str, Value]:
        """Read all that stands in the form, note the findings, and return what can be kept."""
        reading = read_entry(self._subject.kind, self.texts(), today=self._workplace.typing_day)
        self.findings = (*reading.findings, *self._not_chosen(reading.findings))
        self.findings += self._not_there(reading.values)
        blocked = {finding.place for finding in self.findings}
        wanted = self.typed if self.record_id is not None else reading.values
        return {key: reading.values[key] for key in wanted if key in reading.values and key not in blocked}

    def _write_out(self, values: Values) -> None:
        # A draft that is opened in another year must not change its day.
        for key, value in values.items():
            if key in self.typed:
                self.typed[key] = shown_text(self._subject.kind.field(key), value)

    def _not_chosen(self, earlier: tuple[Finding, ...]) -> list[Finding]:
        silent = {finding.place for finding in earlier}
        findings = []
        for field in self._subject.kind.fields:
            text = self.typed.get(field.key, "")
            if (
                field.kind in _LISTED
                and text
                and field.key not in silent
                and not self._is_listed(field, text)
            ):
                findings.append(Finding("not_chosen", field.key, text))
        return findings

    def _not_there(self, values: Values) -> tuple[Finding, ...]:
        """Judge the unit of a new record before the rest of it is typed; of a kept one the service does."""
        if self.record_id is not None or self.findings_at(_UNIT):
            return ()
        stored = STORED[self._subject.name]
        return self._workplace.read(lambda session: tuple(unit_days.findings(session, stored, values)))

    def _is_listed(self, field: Field, code: str) -> bool:
        # A measure may be narrowed in brackets: the service knows whether it may.
        return field.catalogue == "measures" or self._options.has(field, code)

    def _store(self, values: dict[str, Value]) -> Kept:
        try:
            if self.record_id is not None:
                return self._change(values)
            if any(self._subject.kind.field(finding.place).required for finding in self.findings):
                return Kept.DRAFT
            return self._add(values)
        except Refused as refused:
            self.findings = (*self.findings, *refused.findings)
            return Kept.DRAFT

    def _add(self, values: dict[str, Value]) -> Kept:
        name, draft_id = self._subject.name, self.draft_id

        def act(session: Session) -> int:
            if draft_id is not None:
                drafts.discard(session, draft_id)
            return self.insert(session, values)

        self.record_id = self._workplace.write(act, name)
        self.draft_id = None
        self._hold(values)
        return Kept.ADDED

    def _change(self, values: dict[str, Value]) -> Kept:
        name, record_id = self._subject.name, self.record_id
        assert record_id is not None
        changes = {key: value for key, value in values.items() if value != self.stored.get(key)}
        if changes:
            self._workplace.write(
                lambda session: entries.change(session, name, record_id, changes), name, record_id
            )
        self._hold(values)
        return Kept.CHANGED if changes else Kept.DRAFT

    def _hold(self, values: Values) -> None:
        self.stored = {**self.stored, **values}
        self.typed = {key: text for key, text in self.typed.items() if key not in values}

    def _settle_rest(self) -> None:
        if self.typed:
            self._keep_draft()
        elif self.draft_id is not None:
            gone = self.draft_id
            self._workplace.write_aside(lambda session: drafts.discard(session, gone))
            self.draft_id = None
        self._settled, self._is_stashed = dict(self.typed), False

    def _keep_draft(self) -> None:
        parent_id = next(iter(self.parent.values()), None)
        self.draft_id = self._workplace.write_aside(
            lambda session: drafts.keep(
                session,
                self._subject.name,
                self.typed,
                record_id=self.record_id,
                parent_id=parent_id,
                draft_id=self.draft_id,
            )
        )
