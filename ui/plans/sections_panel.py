"""The tab of a plan's contents: its outline as a tree, the text of the chosen section beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout

from db.rules.findings import Finding
from ui.common import theme
from ui.common.screens.record_screen import action_button
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.plans import texts
from ui.plans.outline import section_of
from ui.plans.part_panel import PartPanel
from ui.plans.section_tree import OutlineDelegate, SectionTree
from ui.plans.sections_presenter import SectionsPresenter

_PASTE_ASIDE = "plan_paste_typed"
# Paragraphs want room: a taller editor in a wider form.
_TEXT_HEIGHT = 260
_SIZES = (680, 520)
_LEVEL_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class SectionsPanel(PartPanel):
    """The outline of the plan; an empty one offers the usual headings."""

    presenter_of = SectionsPresenter
    presenter: SectionsPresenter

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.list.table.setItemDelegate(OutlineDelegate(self.list_model, self.list.table))
        self.tree = SectionTree(self.list.table)
        self.tree.fold_requested.connect(self._turn_fold)
        self.tree.walk_requested.connect(self._walk)
        self.tree.dropped_before.connect(self.presenter.put_before)
        self.tree.dropped_under.connect(self.presenter.put_under)
        self.form.rows["text"].editor.setFixedHeight(_TEXT_HEIGHT)
        if len(workplace.preferences.numbers(f"{self.subject.name}/split")) != 2:
            self._splitter.setSizes(list(_SIZES))

    def new_row(self) -> None:
        self.settle()
        self.presenter.place_after(self.list.table.current_id())
        super().new_row()

    def edit_row(self) -> None:
        if self.presenter.entry.open:
            self.form.focus_field("text")

    def paste_text(self) -> None:
        """Show what is on the clipboard as sections and insert them where the officer accepts."""
        self.settle()
        chosen = self.list.table.current_id()
        after = chosen if chosen in self.presenter.shown.ids else None
        text = QGuiApplication.clipboard().text()
        from ui.plans.paste_dialog import (
            PasteDialog,  # Only wanted now: it brings the reader of numbered text.
        )

        aside, place = TypedAside(self.presenter.workplace, _PASTE_ASIDE), str(self.presenter.plan_id)
        parts = PasteDialog.ask(self, text, lambda parts: self.presenter.numbered(parts, after), aside, place)
        made = self.presenter.paste(parts, after) if parts else ()
        if made:
            self.choose(made[0])

    def row_count(self) -> int:
        # What is folded is there too.
        return len(self.presenter.list.parts())

    def go_to(self, finding: Finding, row: int) -> None:
        """Choose the section that a finding of the check means."""
        section_id = section_of(self.presenter.list.info, finding)
        if section_id is not None:
            self.choose(section_id)

    def choose(self, section_id: int) -> None:
        """Choose a section, out of what hides it."""
        if self.presenter.list.narrowed:
            self.list.filters.clear()
            self.presenter.filter_text("")
        self.presenter.show(section_id)
        self.list.table.choose(section_id)
        self.presenter.open_row(section_id)
        self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen, steps = self.list.table.current_id(), _LEVEL_KEYS.get(Qt.Key(event.key()))
        in_tree = self.list.table.hasFocus()
        if in_tree and event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text()
        elif in_tree and steps and chosen and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._shift(chosen, steps)
        else:
            super().keyPressEvent(event)

    def _shift(self, chosen: int, steps: int) -> None:
        if chosen > 0:
            self.presenter.shift(chosen, steps)

    def _walk(self, steps: int) -> None:
        """Fold or go up with the left key, unfold or go down with the right one, as in any tree."""
        chosen, listed = self.list.table.current_id(), self.presenter.list
        if chosen is None or self.presenter.fold(chosen, folded=steps < 0):
            return
        line = listed.line(chosen)
        if steps < 0:
            self.list.table.choose(listed.heading_above(chosen) or chosen)
        elif line is not None and line.holds:
            self.list.table.selectRow(self.list_model.row_of(chosen) + 1)

    def _turn_fold(self, section_id: int) -> None:
        self.presenter.fold(section_id, folded=section_id not in self.presenter.list.folded)
        if self.list.table.current_id() is None:
            self.list.table.choose(section_id)

    def _head(self) -> QHBoxLayout:
        row = super()._head()
        paste = action_button(texts.PASTE, texts.PASTE_TIP, "")
        paste.clicked.connect(self.paste_text)
        row.insertWidget(row.count() - 2, paste)
        row.setSpacing(theme.STEP * 2)
        return row

    def _say_empty(self) -> None:
        if self.presenter.list.narrowed:
            super()._say_empty()
        else:
            self.list.empty.say(texts.SKELETON_TITLE, texts.SKELETON_HINT, texts.SKELETON)

    def _on_first_step(self) -> None:
        if self.presenter.list.narrowed:
            super()._on_first_step()
            return
        self.presenter.make_skeleton()
        self.take_focus()
