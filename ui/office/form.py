"""The form of the office: names as printed, each kept as it is left, and the cut-off rule."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.common import theme
from ui.common.forms.record_form import RecordForm
from ui.common.found_again import FoundAgain
from ui.office import texts
from ui.office.cut_off_box import CutOffBox
from ui.office.fields import OFFICE, NoOptions
from ui.office.presenter import OfficePresenter


class OfficeForm(QWidget):
    """Shows a presenter's office."""

    list_requested = Signal()
    hand_on_requested = Signal()
    take_in_requested = Signal()
    rename_requested = Signal()

    def __init__(self, presenter: OfficePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = presenter
        self.names = RecordForm(OFFICE, texts.OFFICE, NoOptions())
        self.cut_off, self.found = CutOffBox(), FoundAgain()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.found)
        column.addWidget(self.names, 1)
        column.addWidget(self.cut_off)
        column.addLayout(self._buttons())
        self.names.field_left.connect(presenter.leave)
        self.names.field_typed.connect(presenter.note)
        self.found.taken.connect(presenter.take_found)
        self.found.thrown.connect(presenter.throw_found)
        self.names.list_requested.connect(self.list_requested)
        self.cut_off.rule_chosen.connect(presenter.choose_rule)
        presenter.changed.connect(lambda: self._show(fresh=False))
        self.names.set_open(True)
        self._show(fresh=True)

    def settle(self) -> None:
        """Keep the field in which the cursor stands."""
        self.names.settle()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(theme.STEP * 3, 0, theme.STEP * 2, theme.STEP)
        row.setSpacing(theme.STEP * 2)
        for words, tip, asked in (
            (texts.RENAME, texts.RENAME_TIP, self.rename_requested),
            (texts.HAND_ON, texts.HAND_ON_TIP, self.hand_on_requested),
            (texts.TAKE_IN, texts.TAKE_IN_TIP, self.take_in_requested),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.addWidget(button)
        return row

    def _show(self, *, fresh: bool) -> None:
        presenter = self.presenter
        note = texts.WRONG if presenter.findings else texts.NOTE
        self.names.show_entry(texts.OFFICE.title, note, presenter.texts(), fresh=fresh)
        self.names.show_findings(presenter.findings.values(), known=True)
        self.cut_off.show_rule(presenter.rule)
        if presenter.found_at is not None:
            self.found.tell(presenter.found_at, newer=presenter.is_newer)
        else:
            self.found.hide()
