"""The state of a screen with records: list, form, and what happens between them. No widgets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from db.rules.entries import FieldKind, read_entry
from db.rules.findings import Finding, Refused
from db.rules.formats import day_text
from db.rules.rights import Right
from db.services import origins
from db.services.entering import cautions, drafts, entries
from db.services.entering.drafts import Draft
from db.services.listing.listings import ListRow
from db.services.rights import NotAllowed
from db.sessions import Session
from ui.common import texts
from ui.common.forms.options import OptionSource, shared_options
from ui.common.forms.record_entry import Kept, RecordEntry
from ui.common.lists.record_list import RecordList, Shown
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Changed, Workplace

_UNITS = "units"
# While letters follow each other more quickly than this, only the first rows are read.
_REST_PAUSE_MS = 120


class RecordPresenter(QObject):
    """Joins a list and a form of one kind of record.

    `list_changed` after a new reading of the list, `totals_changed` when a long one was added up after it (one that is
    narrowed shows its first rows before the rest is read);
    `entry_opened` when the form shows something else; `entry_kept` when what stands in it was kept or judged anew.
    """

    list_changed = Signal()
    totals_changed = Signal()
    entry_opened = Signal()
    entry_kept = Signal()

    def __init__(
        self,
        workplace: Workplace,
        subject: RecordSubject,
        parent_keys: Mapping[str, int] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workplace, self.subject = workplace, subject
        self.options = self.make_options()
        self.list = RecordList(workplace, subject, parent_keys or {})
        self.entry = RecordEntry(workplace, subject, self.options, parent_keys or {})
        self.shown = Shown((), (), {})
        # The row that an undo brought back: the list chooses it where nothing else is open.
        self.wanted: int | None = None
        self._completing = QTimer(self)
        self._completing.setSingleShot(True)
        self._completing.timeout.connect(self.complete)
        self._busy = False
        self._last_unit = ""
        workplace.changed.connect(self._on_changed)
        workplace.period_changed.connect(self._on_period_changed)
        workplace.borders_changed.connect(self._on_borders_changed)

    @property
    def follows_borders(self) -> bool:
        """Return whether the list tells of units, and so of the borders in which they are looked at."""
        return any(field.kind is FieldKind.UNIT for field in self.subject.kind.fields)

    def make_options(self) -> OptionSource:
        """Return what the fields of the form offer; subclasses may bring their own."""
        return shared_options(self.workplace)

    def reload(self) -> None:
        """Read the list anew."""
        self._show(self.list.read(self.shown.totals))

    def reload_head(self) -> None:
        """Read the first rows of the list anew; the rest of a longer one follows when nothing more is typed."""
        self._show(self.list.read_head(self.shown.totals))

    def complete(self) -> None:
        """Read what is still missing of the list and of its totals."""
        if not self.shown.whole:
            self.reload()
        self._completing.stop()
        if not self.shown.added_up:
            self.shown = replace(self.shown, totals=self.list.totals(), added_up=True)
            self.totals_changed.emit()

    def rows(self, ids: tuple[int, ...]) -> Sequence[ListRow]:
        return self.list.rows(ids)

    def draft_titles(self) -> dict[int, str]:
        """Return what the head of the list says of each draft, by minus its number."""
        return {-draft.id: self._draft_title(draft) for draft in self.shown.drafts}

    def cautions(self) -> tuple[Finding, ...]:
        """Return what to look at in the entry, though nothing is wrong with it; it is kept, the officer is told."""
        name, entry, day = self.subject.name, self.entry, self.workplace.today
        if not entry.open:
            return ()
        return self.workplace.read(
            lambda session: cautions.of_record(
                session, name, entry.texts(), entry.stored, entry.record_id, day
            )
        )

    def form_heads(self) -> tuple[str, str]:
        """Return the title of the form and the line under it."""
        words, entry = self.subject.words, self.entry
        if not entry.open:
            listed = self.shown.ids or self.shown.drafts
            return words.title, (texts.FORM_EMPTY if listed else texts.FORM_EMPTY_LIST).format(one=words.one)
        if entry.record_id is not None:
            return words.one_title, self._record_note()
        missing = ", ".join(words.label(key).lower() for key in entry.missing())
        wrong = any(finding.code != "required" for finding in entry.findings)
        note = texts.FORM_DRAFT_BOTH if wrong else texts.FORM_DRAFT
        if not missing:
            note = texts.FORM_DRAFT_WRONG
        return texts.FORM_NEW.format(one=words.one), note.format(fields=missing)

    def _record_note(self) -> str:
        if self.entry.findings:
            return texts.FORM_HELD_BACK
        listed = self.entry.record_id in self.shown.ids
        note = texts.FORM_COMPLETE if listed else texts.FORM_OUT_OF_SIGHT
        return " ".join((note, *self._origins()))

    def _origins(self) -> Iterator[str]:
        """Return from which offices' books the record came."""
        name, number = self.subject.name, self.entry.record_id
        if number is not None:
            for origin in self.workplace.read(lambda session: origins.of_record(session, name, number)):
                day = day_text(origin.handed_on)
                yield texts.CAME_FROM.format(office=origin.office, day=day, number=origin.number)

    def filter_text(self, text: str) -> None:
        if text != self.list.text:
            self.list.text = text
            self.reload_head()

    def filter_by(self, key: str, code: str) -> None:
        self.list.choose(key, code)
        self.reload_head()

    def unfilter(self) -> None:
        """Take every narrowing away at once."""
        self.list.text = ""
        self.list.chosen.clear()
        self.list.origin = ""
        self.reload()

    def sort_by(self, key: str, descending: bool) -> None:
        self.list.sort, self.list.descending = key, descending
        self.reload()

    def open_row(self, row_id: int) -> None:
        """Show a row of the list in the form; the row that is there already stays untouched."""
        if self.entry.open and row_id == self.entry.row_id:
            return
        try:
            self._open(row_id)
        except entries.Gone as gone:
            self.workplace.fail(gone)
            self.reload()
            return
        self.entry_opened.emit()

    def new_row(self, like: Mapping[str, str] | None = None) -> None:
        """Begin a new row, with the texts of another one where it shall be like that."""
        self.entry.open_new({**self._defaults(), **{key: text for key, text in (like or {}).items() if text}})
        self.entry_opened.emit()

    def close_entry(self) -> None:
        self.entry.close()
        self.entry_opened.emit()

    def note(self, key: str, text: str) -> None:
        self.entry.note(key, text)

    def stash(self) -> None:
        if not self.workplace.can(Right.ENTER):
            return
        had = self.entry.draft_id
        self.entry.stash()
        if self.entry.draft_id != had:
            self.reload()

    def leave(self, key: str, text: str) -> Kept:
        """Keep a field that was left."""
        self.entry.note(key, text)
        if key == "unit_id" and text.isdecimal():
            self._last_unit = text
        return self.settle()

    def settle(self) -> Kept:
        """Keep all that was typed; called where a field was left."""
        self._busy = True
        try:
            kept = self.entry.settle()
        except NotAllowed as error:
            self._give_up(error)
            return Kept.SAME
        finally:
            self._busy = False
        if kept is not Kept.SAME:
            self._tell(kept)
        return kept

    def remove(self, row_ids: Sequence[int]) -> None:
        """Delete rows without asking: one step takes all of them back."""
        name, shown = self.subject.name, self.entry.row_id
        if shown in row_ids:
            self.close_entry()
        self.workplace.write_aside(lambda session: _discard(session, [-row for row in row_ids if row < 0]))
        records = [row for row in row_ids if row > 0]
        if not records:
            self.reload()
            return
        only = records[0] if len(records) == 1 else None
        try:
            self.workplace.write(lambda session: _remove(session, name, records), name, only)
        except Refused as refused:
            self.reload()
            if shown in records:
                self.open_row(shown)
            self.workplace.fail(refused)
            return
        self.workplace.say(texts.REMOVED.format(count=len(records), one=self.subject.words.one))

    def move(self, record_id: int, steps: int) -> None:
        name = self.subject.name
        self.workplace.write(lambda session: entries.move(session, name, record_id, steps), name, record_id)

    def show_parent(self, parent_keys: Mapping[str, int]) -> None:
        """Show the children of another record."""
        self.list.parent, self.entry.parent = parent_keys, parent_keys
        self.entry.close()
        self.reload()
        self.entry_opened.emit()

    def _give_up(self, error: NotAllowed) -> None:
        """Show what is kept in the place of what may not be changed, and say why."""
        if self.entry.record_id is not None:
            self._reopen(self.entry.record_id)
        self.workplace.fail(error)

    def _open(self, row_id: int) -> None:
        if row_id > 0:
            self.entry.open_record(row_id, self.list.draft_of(row_id))
            return
        draft = next((item for item in self.shown.drafts if item.id == -row_id), None)
        if draft is None:
            self.entry.close()
        else:
            self.entry.open_draft(draft)

    def _defaults(self) -> dict[str, str]:
        """Propose the unit that was used last, or the only one; a wrong day is worse than none."""
        units = [field for field in self.subject.kind.fields if field.kind is FieldKind.UNIT]
        if not units:
            return {}
        known = [item.code for item in self.options.of(units[0])]
        unit = known[0] if len(known) == 1 else self._last_unit
        return {units[0].key: unit} if unit in known else {}

    def _draft_title(self, draft: Draft) -> str:
        missing = [item.place for item in self._findings_of(draft.raw) if item.code == "required"]
        if not missing:
            return texts.DRAFT_WRONG
        return texts.DRAFT_MISSING.format(fields=", ".join(map(self.subject.words.label, missing)).lower())

    def _findings_of(self, raw: Mapping[str, str]) -> tuple[Finding, ...]:
        return read_entry(self.subject.kind, raw, today=self.workplace.typing_day).findings

    def _tell(self, kept: Kept) -> None:
        self.reload()
        self.entry_kept.emit()
        if self.entry.record_id is not None and self.entry.record_id not in self.shown.ids:
            self.workplace.say(texts.KEPT_OUT_OF_SIGHT)
        elif kept is Kept.DRAFT:
            self.workplace.say(texts.KEPT_AS_DRAFT)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        self._completing.stop()
        self.list_changed.emit()
        if not self.shown.added_up:
            self._completing.start(0 if self.shown.whole else _REST_PAUSE_MS)

    def _on_changed(self, change: Changed) -> None:
        if change.kind == _UNITS:
            # The boxes of units offer what the new list has.
            self.list.units.forget()
            self._on_period_changed()
        if self.options.are_moved(self.subject.kind.fields, change.kind):
            self._follow_links()
        if change.kind in self.subject.shows:
            self.reload()
        if self._busy or change.kind != self.subject.name:
            return
        self.wanted = change.record_id
        self.reload()
        self.wanted = None
        if self.entry.record_id is not None and change.record_id in (None, self.entry.record_id):
            self._reopen(self.entry.record_id)

    def _on_borders_changed(self) -> None:
        if self.follows_borders:
            self.reload()

    def _follow_links(self) -> None:
        """Show what records are linked with as it is now: it was changed, removed or linked elsewhere."""
        self.reload()
        if self.entry.record_id is not None:
            self._reopen(self.entry.record_id)
        elif self.entry.open:
            self.entry_kept.emit()

    def _reopen(self, record_id: int) -> None:
        try:
            self._open(record_id)
        except entries.Gone:
            self.entry.close()
        self.entry_opened.emit()

    def _on_period_changed(self) -> None:
        self.reload()
        if self.entry.record_id is not None and self.entry.record_id not in self.shown.ids:
            # All that was typed is kept: a record of another period must not stand beside this one's list.
            self.close_entry()
        else:
            self.entry_kept.emit()


def _remove(session: Session, kind: str, record_ids: Sequence[int]) -> None:
    for record_id in record_ids:
        entries.remove(session, kind, record_id)


def _discard(session: Session, draft_ids: Sequence[int]) -> None:
    for draft_id in draft_ids:
        drafts.discard(session, draft_id)
