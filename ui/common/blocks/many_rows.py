"""What a presenter does with more than one row: blocks pasted, one field of several rows, rows like the one above."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.rules.entries import FieldKind, read_field
from db.rules.findings import Finding, Refused
from db.services.entering import entries
from ui.common.blocks import block_texts as texts
from ui.common.forms.choosing import matching, option
from ui.common.forms.record_entry import shown_text
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.workplace import Changed

if TYPE_CHECKING:
    from db.rules.blocks import Texts
    from db.services.entering.entry_blocks import JudgedRow
    from ui.common.blocks.pasted_rows import PastedRows

# What a row has in common with the one above it; numbers and days are its own.
_TAKEN_OVER = (FieldKind.CHOICE, FieldKind.UNIT, FieldKind.LINK)


class ManyRows:
    """Works on the list of a presenter; every act is one step of undo."""

    def __init__(self, presenter: RecordPresenter) -> None:
        self._presenter = presenter
        self._earlier: dict[str, tuple[str, ...]] = {}
        self._above: int | None = None
        presenter.workplace.changed.connect(self._on_changed)

    def pasted(self, cells: "Sequence[Texts]") -> "PastedRows":
        """Return a block as rows to be looked at before they are kept."""
        # Loaded when it is wanted: the first list is shown before anything is pasted into it.
        from ui.common.blocks.pasted_rows import PastedRows

        presenter = self._presenter
        return PastedRows(
            presenter.workplace, presenter.subject, presenter.options, presenter.list.parent, cells
        )

    def keep(self, rows: "Sequence[JudgedRow]") -> tuple[Finding, ...]:
        """Add rows, all or none; return what stands in the way."""
        from db.services.entering import entry_blocks

        presenter, name = self._presenter, self._presenter.subject.name
        found, parent = [item.row for item in rows], presenter.list.parent
        try:
            presenter.workplace.write(
                lambda session: entry_blocks.add_all(session, name, found, parent), name
            )
        except Refused as refused:
            return refused.findings
        words = texts.PASTED.format(count=len(rows), one=presenter.subject.words.one)
        presenter.workplace.say(words)
        return ()

    def set_field(self, row_ids: Sequence[int], key: str, text: str) -> tuple[Finding, ...]:
        """Give a field of several rows one value, all or none; return what stands in the way."""
        from db.services.entering import entry_blocks

        presenter, name = self._presenter, self._presenter.subject.name
        field = presenter.subject.kind.field(key)
        value, finding = read_field(field, text, today=presenter.workplace.typing_day)
        if finding is not None:
            return (finding,)
        try:
            presenter.workplace.write(
                lambda session: entry_blocks.set_field(session, name, row_ids, {key: value}), name
            )
        except Refused as refused:
            return refused.findings
        label = presenter.subject.words.label(key)
        presenter.workplace.say(texts.SET_DONE.format(label=label, count=len(row_ids)))
        return ()

    def cautions(self, key: str, text: str) -> tuple[Finding, ...]:
        """Return what to look at before a text is given to several rows; it can be kept all the same."""
        from db.services.entering import cautions

        name, workplace = self._presenter.subject.name, self._presenter.workplace
        field = self._presenter.subject.kind.field(key)
        value, _ = read_field(field, text, today=workplace.typing_day)
        personal = workplace.read(lambda session: cautions.personal(session, name, {key: text}))
        return (*cautions.unlikely(name, {key: value}, workplace.today), *personal)

    def new_row_like(self, row_id: int | None) -> None:
        """Begin a new row with what it is likely to have in common with another."""
        self._above = row_id
        kept = self._texts_of(row_id)
        fields = self._presenter.subject.kind.fields
        self._presenter.new_row(
            {item.key: kept.get(item.key, "") for item in fields if item.kind in _TAKEN_OVER}
        )

    def note_above(self, row_id: int | None) -> None:
        """Remember the row from which a new one was begun: it stands above it in the officer's mind."""
        self._above = row_id

    def text_above(self, key: str) -> str:
        """Return what a field holds in the row above the one in the form, nothing where there is none."""
        ids, entry = self._presenter.shown.ids, self._presenter.entry
        above = self._above
        if entry.record_id in ids:
            at = ids.index(entry.record_id)
            above = ids[at - 1] if at else None
        return self._texts_of(above).get(key, "")

    def earlier(self, key: str, typed: str) -> list[str]:
        """Return what was typed in a field before and begins with, or has a word that begins with, what is typed."""
        from db.services.entering import earlier_texts

        if key not in self._earlier:
            presenter, name = self._presenter, self._presenter.subject.name
            self._earlier[key] = presenter.workplace.read(
                lambda session: earlier_texts.earlier(session, name, key)
            )
        found = matching((option(text, text) for text in self._earlier[key]), typed)
        return [item.title for item in found]

    def _texts_of(self, row_id: int | None) -> dict[str, str]:
        if row_id is None or row_id < 0:
            return {}
        presenter, name = self._presenter, self._presenter.subject.name
        try:
            values = presenter.workplace.read(lambda session: entries.values_of(session, name, row_id))
        except entries.Gone:
            return {}
        return {item.key: shown_text(item, values.get(item.key)) for item in presenter.subject.kind.fields}

    def _on_changed(self, change: Changed) -> None:
        if change.kind == self._presenter.subject.name:
            self._earlier.clear()
