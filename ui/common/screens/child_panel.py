"""What belongs to the record in the form: a short list with keys of its own, its form under it."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from ui.common import texts, theme
from ui.common.lists.record_keys import record_key
from ui.common.screens.record_screen import RecordScreen, action_button
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import Workplace

# Printing, exporting and filtering are the whole list's.
_OF_THE_WHOLE = ("print", "export", "filter")


class ChildPanel(RecordScreen):
    """The records of one kind that name the record in the form by `parent_key`."""

    usual_sizes = (190, 300)

    def __init__(self, workplace: Workplace, subject: RecordSubject, parent_key: str) -> None:
        super().__init__(workplace, subject, parent_keys={parent_key: 0}, upright=True)
        self._parent_key = parent_key
        self.list.filters.hide()
        self._say_empty()

    @property
    def title(self) -> str:
        """Return what the tab says: the kind and how many there are."""
        return texts.PART_COUNT.format(title=self.subject.words.title, count=len(self.presenter.shown.ids))

    def show_of(self, record_id: int | None) -> None:
        """Show what belongs to a record; nothing belongs to one that is not kept yet."""
        self.show_parent({self._parent_key: record_id or 0})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if record_key(event, in_list=False) in _OF_THE_WHOLE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _say_empty(self) -> None:
        one = self.subject.words.one
        self.list.empty.say(texts.EMPTY_TITLE_PLAIN.format(one=one), "", texts.ADD_ONE.format(one=one))

    def _head(self) -> QHBoxLayout:
        one = self.subject.words.one
        add = action_button(texts.ADD_PART.format(one=one), texts.ADD_TIP.format(one=one), "")
        add.clicked.connect(self.new_row)
        self._buttons.setContentsMargins(theme.STEP, theme.STEP * 2, theme.STEP, 0)
        self._buttons.setSpacing(theme.STEP * 2)
        self._buttons.addStretch(1)
        self._buttons.addWidget(add)
        return self._buttons
