"""The boxes over a list of records: what may be chosen in each, and from which book records came."""

from PySide6.QtCore import QObject

from db.rules.entries import FieldKind
from db.services import origins
from ui.common import texts
from ui.common.forms.choosing import Option, option
from ui.common.lists.filter_row import FilterRow
from ui.common.lists.record_list import ORIGIN
from ui.common.screens.record_presenter import RecordPresenter
from ui.common.screens.subject import RecordSubject
from ui.common.workplace import HANDED_BOOKS, Changed


class RecordFilters(QObject):
    """Fills the boxes of a list and fills them anew when what may be chosen is another."""

    def __init__(self, bar: FilterRow, subject: RecordSubject, presenter: RecordPresenter) -> None:
        super().__init__(bar)
        self._bar, self._subject, self._presenter = bar, subject, presenter
        self._workplace = presenter.workplace
        # What belongs to a record came from where that came from.
        self._asks_origin = not presenter.list.parent
        self._add_boxes()
        self._workplace.period_changed.connect(self.fill)
        self._workplace.borders_changed.connect(self.fill)
        self._workplace.changed.connect(self._on_changed)

    def fill(self) -> None:
        """Offer in each box what may be chosen now."""
        for key in self._subject.filters:
            self._bar.set_options(key, self._options(key))
        if self._asks_origin:
            sources = self._workplace.read(origins.sources)
            here = option(origins.OWN, texts.ENTERED_HERE)
            self._bar.set_options(ORIGIN, [here, *(option(item.book_key, item.office) for item in sources)])
            self._bar.show_box(ORIGIN, shown=bool(sources))

    def _add_boxes(self) -> None:
        for key in self._subject.filters:
            self._bar.add_box(key, self._subject.words.label(key))
        if self._asks_origin:
            self._bar.add_box(ORIGIN, texts.ORIGIN)
            self._bar.show_box(ORIGIN, shown=False)

    def _options(self, key: str) -> tuple[Option, ...]:
        field, label = self._subject.filter_field(key), self._subject.words.label(key)
        if field.kind is FieldKind.UNIT and self._workplace.borders is not None:
            return self._presenter.list.unit_options()
        options = self._presenter.options.of(field)
        if field.kind is not FieldKind.FLAG:
            return options
        # A box shows what is chosen alone: yes or no to what must stand beside it.
        return tuple(
            option(item.code, texts.FLAG_OF.format(label=label, flag=item.title)) for item in options
        )

    def _on_changed(self, change: Changed) -> None:
        if change.kind == HANDED_BOOKS:
            self.fill()
