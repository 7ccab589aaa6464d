"""Asks from what a new plan is made."""

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import Field, FieldKind, read_field
from db.rules.findings import Finding
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.radio_tab import tab_to_chosen
from ui.common.forms.text_editors import LineEditor, NumberEditor
from ui.common.held_fields import Editor
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.plans import making_texts as texts
from ui.plans.plan_maker import PlanMaker, Way, Wish

_ASIDE = "new_plan_typed"
_WIDTH = 620
_WAYS = (
    (Way.EMPTY, texts.EMPTY, texts.EMPTY_TIP),
    (Way.SKELETON, texts.SKELETON, texts.SKELETON_TIP),
    (Way.PLAN, texts.PLAN, texts.PLAN_TIP),
    (Way.YEARS, texts.YEARS, texts.YEARS_TIP),
)
_YEAR = Field("first_year", FieldKind.YEAR, required=True)
_SUBJECT = Field("subject", FieldKind.TEXT, required=True, max_length=500)


class NewPlanDialog(QDialog):
    """Four ways; below them what the chosen way needs. Enter makes the plan."""

    def __init__(self, workplace: Workplace, maker: PlanMaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._maker = workplace, maker
        self.wish: Wish | None = None
        self.setWindowTitle(texts.TITLE)
        self.setMinimumWidth(_WIDTH)
        self.ways = {way: _way(words, tip) for way, words, tip in _WAYS}
        self.source, self.year, self.subject = QComboBox(), NumberEditor(), LineEditor()
        self.message = Message()
        self.make_button, self.back_button = QPushButton(texts.MAKE), QPushButton(TURN_BACK)
        self._labels: dict[QWidget, QLabel] = {
            editor: _label(words, editor)
            for editor, words in (
                (self.source, texts.SOURCE),
                (self.year, texts.YEAR),
                (self.subject, texts.SUBJECT),
            )
        }
        self._offered = ""
        self._lay_out()
        self._connect()
        tab_to_chosen(self.ways.values())
        self.ways[Way.EMPTY].setChecked(True)
        self.ways[Way.EMPTY].setFocus()
        typed: dict[str, Editor] = {f"way_{way.name.lower()}": button for way, button in self.ways.items()}
        typed |= {"source": self.source, "year": self.year, "subject": self.subject}
        TypedAside(workplace, _ASIDE).hold(self, "", typed)

    @classmethod
    def ask(cls, workplace: Workplace, maker: PlanMaker, parent: QWidget) -> Wish | None:
        """Return what was asked for, none where the officer turned back."""
        dialog = cls(workplace, maker, parent)
        answered = dialog.exec()
        dialog.deleteLater()
        return dialog.wish if answered else None

    @property
    def way(self) -> Way:
        return next(way for way, button in self.ways.items() if button.isChecked())

    def _on_way(self) -> None:
        way = self.way
        self.source.clear()
        for item in self._maker.sources(way):
            self.source.addItem(item.title, item.code)
        self._offer_subject()
        self._show(self.source, way is not Way.EMPTY)
        self._show(self.year, way is not Way.EMPTY)
        self._show(self.subject, way in (Way.SKELETON, Way.YEARS))
        self.message.say("")

    def _offer_subject(self) -> None:
        year, _ = read_field(_YEAR, self.year.text(), today=self._workplace.today)
        # A subject of the officer's own stays.
        if self.subject.text() == self._offered and isinstance(year, int):
            self._offered = self._maker.usual_subject(self.way, year)
            self.subject.set_text(self._offered)

    def _try(self) -> None:
        way, today = self.way, self._workplace.today
        if way is Way.EMPTY:
            self.wish = Wish(way)
            self.accept()
            return
        year, finding = read_field(_YEAR, self.year.text(), today=today)
        subject = cleaned(self.subject.text())
        if way is not Way.PLAN:
            finding = finding or read_field(_SUBJECT, subject, today=today)[1]
        if not isinstance(year, int) or (way is not Way.PLAN and not subject):
            finding = finding or Finding("required", "subject" if isinstance(year, int) else "first_year")
        if finding is not None or not isinstance(year, int):
            self._complain(finding)
            return
        self.wish = Wish(way, str(self.source.currentData()), year, subject)
        self.accept()

    def _complain(self, finding: Finding | None) -> None:
        if finding is not None:
            self.message.say(finding_text(finding))
            (self.subject if finding.place == "subject" else self.year).setFocus()

    def _show(self, editor: QWidget, is_needed: bool) -> None:
        editor.setEnabled(is_needed)
        self._labels[editor].setEnabled(is_needed)

    def _connect(self) -> None:
        self.year.set_text(str(self._maker.usual_year()))
        for button in self.ways.values():
            button.toggled.connect(lambda is_on: self._on_way() if is_on else None)
        self.year.typed.connect(self._offer_subject)
        self.make_button.setDefault(True)
        self.make_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        column, group = QVBoxLayout(self), QButtonGroup(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(QLabel(texts.ASK))
        for way, button in self.ways.items():
            button.setEnabled(way is Way.EMPTY or bool(self._maker.sources(way)))
            if not button.isEnabled():
                button.setToolTip(texts.NO_SOURCE)
            group.addButton(button)
            column.addWidget(button)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, (editor, label) in enumerate(self._labels.items()):
            grid.addWidget(label, at, 0)
            grid.addWidget(editor, at, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.make_button)
        buttons.addWidget(self.back_button)
        column.addSpacing(theme.STEP * 2)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.addLayout(buttons)


def _way(words: str, tip: str) -> QRadioButton:
    button = QRadioButton(words)
    button.setToolTip(tip)
    return button


def _label(words: str, editor: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(editor)
    editor.setAccessibleName(words)
    return label
