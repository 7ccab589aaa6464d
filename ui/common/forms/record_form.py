"""The form beside a list: one field under the other, each kept as soon as it is left."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from db.rules.entries import EntryKind, Field, FieldKind
from db.rules.findings import Finding
from db.rules.stand_ins import UNIT_FACT, UNITS_FACT
from ui.common import texts as common_texts
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.field_row import FieldRow
from ui.common.forms.message import Message
from ui.common.forms.options import OptionSource
from ui.common.screens.subject import SubjectWords
from ui.common.typing_pause import TypingPause

_LABEL_WIDTH = 124
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class RecordForm(QWidget):
    """Editors built from the description of a kind of record. It shows texts and says which field was left."""

    built = Signal(object)
    field_left = Signal(str, str)
    field_typed = Signal(str, str)
    paused = Signal()
    above_requested = Signal(str)
    list_requested = Signal()

    def __init__(
        self, kind: EntryKind, words: SubjectWords, options: OptionSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._words, self._options = kind, words, options
        self._is_built = False
        self._units = kind.of_kind(FieldKind.UNIT)
        self._remedies: dict[str, str] = {}
        self._visited: set[str] = set()
        self._pause = TypingPause(self)
        self._pause.due.connect(self.paused)
        self.title = QLabel()
        self.title.setFont(theme.strong(self.font()))
        self.title.setWordWrap(True)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.caution = Message(theme.soon)
        self._fields, self._gap = QWidget(), QWidget()
        self._top = QHBoxLayout()
        self._lay_out()

    @cached_property
    def rows(self) -> dict[str, FieldRow]:
        """Return the fields by key. They are made when first wanted: a list is shown before its form."""
        self._is_built = True
        fields, words = self._kind.fields, self._words.fields
        rows = {field.key: FieldRow(field, words[field.key], self._options) for field in fields}
        self._lay_out_rows(rows)
        self._connect(rows)
        self.built.emit(rows)
        return rows

    def show_entry(self, title: str, note: str, texts: Mapping[str, str], *, fresh: bool) -> None:
        """Show what stands in the entry. Unless it is a `fresh` one, the field being typed in is left alone."""
        self.title.setText(title)
        self.note.setText(note)
        if fresh:
            self._pause.stop()
            self._visited.clear()
        busy = None if fresh else self.focused_key()
        for key in texts:
            if key != busy:
                self.rows[key].show_text(texts[key])

    def show_findings(self, findings: Iterable[Finding], *, known: bool) -> None:
        """Say what is wrong under each field; in a new record a blank field is reproached only after it was left."""
        told: dict[str, Finding] = {}
        for finding in findings:
            if known or finding.code != "required" or finding.place in self._visited:
                told.setdefault(finding.place, finding)
        units = {field.key: told[field.key].facts for field in self._units if field.key in told}
        self._remedies = {key: facts[UNIT_FACT] for key, facts in units.items() if UNIT_FACT in facts}
        if self._is_built or told:
            for key, row in self.rows.items():
                words = finding_text(told[key]) if key in told else ""
                row.complain(words, common_texts.TAKE_UNIT if key in self._remedies else "")
            for field in self._units:
                stood = units.get(field.key, {}).get(UNITS_FACT, "")
                self.rows[field.key].offer_first(tuple(stood.split()))
            # Words that came or went under other fields move the one being typed in.
            QTimer.singleShot(0, self._keep_in_sight)

    def put_in(self, key: str, text: str) -> None:
        """Put a text into a field and keep it, as if it had been typed there and left."""
        self.rows[key].show_text(text)
        self._leave(key)

    def take_remedy(self, key: str = "") -> None:
        """Put in what a finding offers, the first one unless told otherwise."""
        wanted = key or next(iter(self._remedies), "")
        if wanted in self._remedies:
            self.put_in(wanted, self._remedies[wanted])

    def show_cautions(self, cautions: Iterable[Finding]) -> None:
        """Say what to look at again: under its field, of the whole record under the title; all of it is kept."""
        words = {finding.place: finding_text(finding) for finding in cautions}
        self.caution.say(words.get("", ""))
        if self._is_built or words:
            for key, row in self.rows.items():
                row.advise(words.get(key, ""))

    def add_beside_title(self, widget: QWidget) -> None:
        """Put something beside the title that belongs to the whole record."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def set_open(self, is_open: bool) -> None:
        self._scroll.setVisible(is_open)
        self._gap.setVisible(not is_open)

    def focused_key(self) -> str | None:
        rows = self.rows if self._is_built else {}
        return next((key for key, row in rows.items() if row.editor.hasFocus()), None)

    def focus_field(self, key: str = "") -> None:
        """Put the cursor in a field, the first one unless told otherwise."""
        editor = self.rows[key or next(iter(self.rows))].editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep the field in which the cursor stands, as if it had been left."""
        key = self.focused_key()
        if key is not None:
            self._leave(key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = watched.objectName()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _KEEPS_FOCUS:
                self._leave(key)
        elif event.type() == QEvent.Type.FocusIn:
            self._keep_in_sight()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(key, event)
        return super().eventFilter(watched, event)

    def _keep_in_sight(self) -> None:
        key = self.focused_key()
        if key is not None:
            self._scroll.ensureWidgetVisible(self.rows[key].editor, 0, theme.GROUP * 2)

    def _pressed(self, key: str, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        editor = self.rows[key].editor
        if isinstance(editor, ChoiceEditor) and editor.is_open():
            return False
        if event.key() in _ENTER and modifiers == Qt.KeyboardModifier.NoModifier:
            self._step(key, 1)
        elif event.key() in _ENTER and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._step(key, -1)
        elif event.key() == Qt.Key.Key_F8 and self._remedies:
            self.take_remedy()
        elif event.key() == Qt.Key.Key_Escape:
            self.list_requested.emit()
        elif event.key() == Qt.Key.Key_Apostrophe and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.above_requested.emit(key)
        else:
            return False
        return True

    def _step(self, key: str, step: int) -> None:
        keys = list(self.rows)
        at = keys.index(key) + step
        if 0 <= at < len(keys):
            self.rows[keys[at]].editor.setFocus(
                Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
            )
        else:
            self._leave(key)

    def _leave(self, key: str) -> None:
        self._pause.stop()
        self._visited.add(key)
        self.field_left.emit(key, self.rows[key].text())

    def _on_typed(self, key: str) -> None:
        self.field_typed.emit(key, self.rows[key].text())
        self._pause.typed()

    def _connect(self, rows: Mapping[str, FieldRow]) -> None:
        for key, row in rows.items():
            row.editor.installEventFilter(self)
            row.editor.typed.connect(lambda key=key: self._on_typed(key))
            row.editor.settled.connect(lambda key=key: self._leave(key))
            row.message.taken.connect(lambda key=key: self.take_remedy(key))
            if isinstance(row.editor, ChoiceEditor):
                row.editor.went_on.connect(lambda key=key: self._step(key, 1))

    def _lay_out_rows(self, rows: Mapping[str, FieldRow]) -> None:
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, theme.STEP * 2, theme.GROUP)
        grid.setHorizontalSpacing(theme.STEP * 2)
        grid.setVerticalSpacing(theme.STEP)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, row in enumerate(rows.values()):
            row.label.setFixedWidth(_LABEL_WIDTH)
            grid.addWidget(row.label, at * 2, 0, _label_alignment(row.field))
            grid.addWidget(row.editor, at * 2, 1)
            grid.addWidget(row.message, at * 2 + 1, 1)
            # A layout shows what is added late only a turn later: too late for a cursor that is put there now.
            row.label.show()
            row.editor.show()
        grid.setRowStretch(len(rows) * 2, 1)
        self._put_in_tab_order([row.editor for row in rows.values()])

    def _put_in_tab_order(self, editors: Iterable[QWidget]) -> None:
        # Fields are made late, but Tab meets them where the form stands: before a panel under it.
        # Qt refuses a place that takes no focus.
        self.note.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for before, after in pairwise((self.note, *editors)):
            self.setTabOrder(before, after)
        self.note.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _lay_out(self) -> None:
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 2, theme.STEP, 0)
        column.setSpacing(theme.STEP)
        self._top.addWidget(self.title, 1)
        column.addLayout(self._top)
        column.addWidget(self.note)
        column.addWidget(self.caution)
        column.addSpacing(theme.STEP)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._gap, 1)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _label_alignment(field: Field) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignTop if field.kind is FieldKind.LINES else Qt.AlignmentFlag.AlignVCenter
