"""The page of names as printed, with the head of a document beside them, and of the cut-off rule."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.forms.record_form import RecordForm
from ui.office import texts as office_texts
from ui.office.cut_off_box import CutOffBox
from ui.office.fields import OFFICE, NoOptions
from ui.wizard import texts
from ui.wizard.head_preview import HeadPreview
from ui.wizard.page import Page, scrolling
from ui.wizard.presenter import WizardPresenter

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesPage(Page):
    """Names left, paper and rule right."""

    def __init__(self, presenter: WizardPresenter) -> None:
        super().__init__(presenter)
        self.form = RecordForm(OFFICE, replace(office_texts.OFFICE, title=texts.NAMES_TITLE), NoOptions())
        self.form.set_open(True)
        self.preview, self.cut_off = HeadPreview(), CutOffBox()
        beside = QWidget()
        row, side = QHBoxLayout(), QVBoxLayout(beside)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.preview)
        side.addWidget(self.cut_off)
        side.addStretch(1)
        row.addWidget(self.form, 1)
        row.addWidget(scrolling(beside), 1)
        self.column.addLayout(row, 1)
        self.column.addWidget(self.message)
        self.form.field_typed.connect(self._on_typed)
        self.form.field_left.connect(self._on_left)
        self.cut_off.rule_chosen.connect(self._on_rule_chosen)
        self._last = self.form.rows[OFFICE.fields[-1].key].editor
        self._last.installEventFilter(self)

    def enter(self) -> None:
        presenter = self.presenter
        self.message.say("")
        self.form.show_entry(texts.NAMES_TITLE, texts.NAMES_NOTE, presenter.names, fresh=True)
        self.form.show_findings(presenter.name_findings(), known=True)
        self.preview.show_names(presenter.names)
        self.cut_off.show_rule(presenter.rule)
        self.form.focus_field("signatory_name")

    def problem(self) -> str:
        self.form.settle()
        self.form.show_findings(self.presenter.name_findings(), known=True)
        if self.cut_off.message.text():
            return self.cut_off.message.text()
        return texts.NAMES_WRONG if self.presenter.name_findings() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in _ENTER and event.modifiers() == Qt.KeyboardModifier.NoModifier:  # type: ignore[attr-defined]
            # The last field is left by going on to the next page.
            self.next_requested.emit()
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self, key: str, text: str) -> None:
        self.presenter.take_name(key, text)
        self.preview.show_names(self.presenter.names)

    def _on_left(self, key: str, text: str) -> None:
        self._on_typed(key, text)
        self.form.show_findings(self.presenter.name_findings(), known=True)

    def _on_rule_chosen(self, rule: str) -> None:
        self.presenter.rule = rule
