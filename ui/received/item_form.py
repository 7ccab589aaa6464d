"""The fields of the chosen item, the same as in its screen."""

from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from db.rules.plan_review.items import ReviewItem
from ui.common.finding_texts import finding_text
from ui.common.forms.record_form import RecordForm
from ui.common.screens.subject import SubjectWords
from ui.received import texts
from ui.received.presenter import ReviewPresenter
from ui.received.wording import words_of_kinds


class ItemForm(QStackedWidget):
    """One form for each set of fields, made when it is first wanted."""

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._words = words_of_kinds(presenter.workplace.office.names)
        self._forms: dict[tuple[str, ...], RecordForm] = {}
        self._place: int | None = None
        self._nothing = QLabel(texts.NOTHING_CHOSEN)
        self._nothing.setWordWrap(True)
        self.addWidget(self._nothing)
        presenter.items_changed.connect(self._on_items_changed)

    @property
    def form(self) -> RecordForm | None:
        """Return the form that is shown, if any."""
        shown = self.currentWidget()
        return shown if isinstance(shown, RecordForm) else None

    def show_item(self, place: int | None) -> None:
        """Show an item; what was being typed in another is kept first."""
        self.settle()
        self._place = place
        if place is None:
            self._nothing.setText(texts.GROUP_CHOSEN if self._presenter.items else texts.NOTHING_CHOSEN)
            self.setCurrentWidget(self._nothing)
            return
        item = self._presenter.items[place]
        form = self._form_of(item)
        held = {field.key: item.raw.get(field.key, "") for field in item.entry.fields}
        form.show_entry(self._words[item.kind].one_title, _note(item), held, fresh=True)
        form.show_findings(self._presenter.findings(place), known=True)
        self.setCurrentWidget(form)

    def settle(self) -> None:
        """Keep the field in which the cursor stands."""
        if self.form is not None:
            self.form.settle()

    def take_focus(self, key: str = "") -> None:
        """Put the cursor in a field, the first one unless another is named."""
        if self.form is not None:
            self.form.focus_field(key)

    def _form_of(self, item: ReviewItem) -> RecordForm:
        key = (item.kind, *(field.key for field in item.entry.fields))
        if key not in self._forms:
            self._forms[key] = self._new_form(item, self._words[item.kind])
        return self._forms[key]

    def _new_form(self, item: ReviewItem, words: SubjectWords) -> RecordForm:
        form = RecordForm(item.entry, words, self._presenter.options)
        form.set_open(True)
        form.field_left.connect(self._on_field_left)
        form.field_typed.connect(self._on_field_typed)
        form.paused.connect(self._presenter.keep)
        self.addWidget(form)
        return form

    def _on_field_left(self, key: str, text: str) -> None:
        if self._place is not None:
            self._presenter.type_text(self._place, key, text)

    def _on_field_typed(self, key: str, text: str) -> None:
        if self._place is not None:
            self._presenter.note_typed(self._place, key, text)

    def _on_items_changed(self, places: tuple[int, ...]) -> None:
        if self._place in places and self.form is not None:
            self.form.note.setText(_note(self._presenter.items[self._place]))
            self.form.show_findings(self._presenter.findings(self._place), known=True)


def _note(item: ReviewItem) -> str:
    """Write what to look at, else how the item is taken or left out."""
    return " ".join(map(finding_text, item.doubts)) or (texts.ITEM_NOTE if item.certain else texts.UNSURE)
