"""What keys do with many rows of a list: a block pasted, one field set, the row above copied, earlier texts offered."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from db.rules.entries import FieldKind
from db.rules.formats import number_text
from ui.common.blocks import block_texts as texts
from ui.common.blocks.many_rows import ManyRows
from ui.common.forms.field_row import FieldRow
from ui.common.forms.record_form import RecordForm
from ui.common.forms.suggestions import Suggestions
from ui.common.forms.text_editors import LineEditor
from ui.common.lists.record_table import RecordTable

if TYPE_CHECKING:
    from ui.common.screens.record_screen import RecordScreen


class BlockActions:
    """Joins the keys of a screen with records, its form and its list with `ManyRows`."""

    def __init__(self, screen: "RecordScreen", many: ManyRows, form: RecordForm, table: RecordTable) -> None:
        self._screen, self._many, self._form, self._table = screen, many, form, table

    def by_key(self) -> dict[str, Callable[[], None]]:
        """Return what the keys of `record_keys` do; nothing in a list that takes no blocks."""
        subject = self._screen.subject
        if subject.ordered or not subject.takes_blocks:
            return {}
        return {"like": self.new_row_like, "paste": self.paste_rows, "set_field": self.set_field}

    def new_row_like(self) -> None:
        """Begin a new row that takes over what rows that follow each other have in common."""
        self._screen.settle()
        self._many.new_row_like(self._table.current_id())
        self._table.clearSelection()
        self._form.focus_field(self._screen.first_blank())

    def paste_rows(self) -> None:
        """Show the block on the clipboard as rows to be added."""
        # Loaded when it is wanted: the first list is shown before anything is pasted into it.
        from db.rules.blocks import split_block
        from db.services.entering.entry_blocks import MOST_ROWS
        from ui.common.blocks.paste_rows_dialog import PasteRowsDialog

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._screen.workplace.say(texts.PASTE_NOTHING)
            return
        cells = split_block(text)
        if len(cells) > MOST_ROWS:
            counts = {"count": number_text(len(cells)), "most": number_text(MOST_ROWS)}
            self._screen.workplace.say(texts.PASTE_TOO_MANY.format(**counts))
            return
        self._screen.settle()
        PasteRowsDialog.ask(self._many.pasted(cells), self._many.keep, self._screen)

    def set_field(self) -> None:
        """Ask for one value of a field for all chosen rows."""
        from ui.common.blocks.set_field_dialog import SetFieldDialog

        chosen = [row_id for row_id in self._table.chosen_ids() if row_id > 0]
        if not chosen:
            self._screen.workplace.say(texts.SET_CHOOSE)
            return
        self._screen.settle()
        keep = partial(self._many.set_field, chosen)
        options = self._screen.presenter.options
        look = self._many.cautions
        SetFieldDialog.ask(self._screen.subject, options, len(chosen), keep, look, self._screen)

    def copy_above(self, key: str) -> None:
        """Put into a field what it holds in the row above."""
        text = self._many.text_above(key)
        if text:
            self._form.put_in(key, text)
        else:
            self._screen.workplace.say(texts.NO_ROW_ABOVE)

    def offer_earlier(self, rows: Mapping[str, FieldRow]) -> None:
        """Offer under each line of text what was typed there before."""
        for key, row in rows.items():
            if row.field.kind is FieldKind.TEXT and key not in self._screen.own_offers:
                assert isinstance(row.editor, LineEditor)
                Suggestions(row.editor, partial(self._many.earlier, key))
