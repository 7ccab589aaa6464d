"""The form of the chosen node: its fields as they are for its kind, each kept when it is left."""

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.rules.findings import Finding
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.choosing import Option, option
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import FlagEditor, LineEditor, LinesEditor, NumberEditor
from ui.common.found_again import FoundAgain
from ui.common.nodes.fields import NodeField, rows_of, shown, value_at
from ui.common.nodes.nodes import Body
from ui.common.nodes.presenter import NodesPresenter
from ui.common.nodes.rows_editor import RowsEditor
from ui.common.typed_aside import TypedAside

_EDITORS: Mapping[str, Callable[[], QWidget]] = {
    "text": LineEditor,
    "names": LineEditor,
    "due": LineEditor,
    "lines": LinesEditor,
    "number": NumberEditor,
    "whole": NumberEditor,
    "day": DayEditor,
    "flag": FlagEditor,
    "choice": ChoiceEditor,
    "measure": ChoiceEditor,
}
_LOW = 52
_ASIDE = "_typed"


class DetailRow(QWidget):
    """Label, editor and message of one field.

    `left` when it was left with something typed, `typed` while that is typed, `went_on` when Enter leads to the next
    field (True: the one before).
    """

    left = Signal()
    typed = Signal()
    went_on = Signal(bool)

    def __init__(self, field: NodeField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = RowsEditor(field) if field.sort == "rows" else _EDITORS[field.sort]()
        self.editor.setAccessibleName(field.label)
        self.editor.setToolTip(field.help)
        self.about = _help("")
        self.message = Message()
        self._typed, self._has_rows = False, field.sort == "rows"
        # What stood here before something is typed.
        self.was = ""
        self._lay_out()
        self._connect()

    def show_value(self, table: Body, presenter: NodesPresenter) -> None:
        """Show the kept value, or what was typed over it and waits."""
        editor, is_open = self.editor, presenter.is_open
        self._tell_about(presenter.about(self.field))
        held = presenter.held.at(presenter.place).get(self.field.key)
        if isinstance(editor, RowsEditor):
            kept = rows_of(self.field, table)
            self.was = json.dumps(kept, ensure_ascii=False)
            editor.show_rows(held.rows if held else kept, is_open=is_open)
            editor.complain({at: finding_text(finding) for at, finding in held.wrong.items()} if held else {})
            return
        self.was = shown(self.field, table)
        text = held.text if held else self.was
        if isinstance(editor, ChoiceEditor):
            self._show_choice(editor, text, presenter)
        elif isinstance(editor, LineEditor | LinesEditor | FlagEditor):
            editor.set_text(text)
        if isinstance(editor, LineEditor | LinesEditor):
            editor.setReadOnly(not is_open)
        else:
            editor.setEnabled(is_open)
        self._typed = False

    def _show_choice(self, editor: ChoiceEditor, text: str, presenter: NodesPresenter) -> None:
        if self.field.sort == "measure":
            editor.set_options(presenter.measures())
            editor.set_choice(text, presenter.measure_title(text) if text else "")
        else:
            editor.set_options(_options(self.field))
            editor.set_choice(text, dict(self.field.choices).get(text, text))

    def _tell_about(self, words: str) -> None:
        self.about.setText(words)
        self.about.setVisible(bool(words))

    def text(self) -> str:
        """Return what stands in the field, of a list its rows in one text."""
        editor = self.editor
        if isinstance(editor, RowsEditor):
            return json.dumps(editor.typed_rows(), ensure_ascii=False)
        return editor.text() if isinstance(editor, LineEditor | LinesEditor | FlagEditor) else ""

    def take_typed(self, text: str) -> None:
        """Put in what was typed before, as if it were being typed now."""
        if isinstance(self.editor, RowsEditor):
            self.editor.take_rows([tuple(row) for row in json.loads(text)])
        elif isinstance(self.editor, LineEditor | LinesEditor):
            self.editor.set_text(text)
            self._typed = True

    def settle(self) -> None:
        """Hand over what was typed."""
        if isinstance(self.editor, RowsEditor):
            self.editor.settle()
        elif self._typed:
            self._typed = False
            self.left.emit()

    def complain(self, words: str, *, is_error: bool = True) -> None:
        """Say what is wrong under the field."""
        self.message.say(words, theme.late() if is_error else theme.soon())
        self.editor.setAccessibleDescription(words or self.field.help)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While its list is open an editor only seems to lose the cursor.
        if event.type() == QEvent.Type.FocusOut and not self.editor.hasFocus() and not self._has_rows:
            self.settle()
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not self._has_rows
        ):
            return self._enter(event)
        return super().eventFilter(watched, event)

    def _enter(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if isinstance(self.editor, ChoiceEditor) and self.editor.is_open():
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.settle()
        self.went_on.emit(back)
        return True

    def _connect(self) -> None:
        editor = self.editor
        editor.installEventFilter(self)
        if isinstance(editor, RowsEditor):
            editor.left.connect(self.left)
            editor.typed.connect(self.typed)
        elif isinstance(editor, LineEditor | LinesEditor | FlagEditor):
            editor.typed.connect(self._on_typed)
            editor.settled.connect(self._on_settled)
        if isinstance(editor, ChoiceEditor):
            editor.went_on.connect(self._on_settled)

    def _on_typed(self) -> None:
        self._typed = True
        # What is typed in a choice only seeks its entry.
        if not isinstance(self.editor, ChoiceEditor):
            self.typed.emit()

    def _on_settled(self) -> None:
        self._typed = True
        self.settle()

    def _lay_out(self) -> None:
        label = QLabel(self.field.label)
        label.setWordWrap(True)
        label.setBuddy(self.editor)
        if isinstance(self.editor, LinesEditor) and self.field.key != "guide":
            self.editor.setFixedHeight(_LOW)
        if isinstance(self.editor, FlagEditor):
            self.editor.setText(self.field.label)
            label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.STEP)
        column.setSpacing(theme.STEP)
        column.addWidget(label)
        column.addWidget(self.editor)
        if self.field.help and self.field.sort not in ("measure",):
            column.addWidget(_help(self.field.help))
        column.addWidget(self.about)
        column.addWidget(self.message)


class Detail(QScrollArea):
    """The form. It is made anew only where the fields are others. `tree_requested` on Esc."""

    tree_requested = Signal()

    def __init__(self, presenter: NodesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.rows: dict[str, DetailRow] = {}
        self._fields: tuple[NodeField, ...] = ()
        self._place = ""
        self._aside = TypedAside(presenter.workplace, f"{presenter.kind}{_ASIDE}", self)
        self.found = FoundAgain()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_node(self) -> None:
        """Show the node that the presenter is at."""
        presenter = self._presenter
        fields = presenter.fields() if presenter.body else ()
        focused = self._focused() if fields != self._fields else ""
        if fields != self._fields or not self.widget():
            self._make(fields)
        self._place = presenter.place
        self.found.hide()
        for row in self.rows.values():
            row.show_value(presenter.table(), presenter)
        if presenter.is_open:
            self._show_left()
        self.show_findings()
        if focused in self.rows:
            self.focus_field(focused)

    def _show_left(self) -> None:
        """Put in what was typed here and kept nowhere; what an earlier run typed is said, and newer stays."""
        newer = set()
        for row in self._rows_left():
            left = self._aside.text(self._aside_place(row)) or ""
            if self._aside.is_newer(self._aside_place(row), row.was):
                newer.add(row.field.key)
            elif left != row.text():
                # What was refused in this run stands there already, with what is wrong.
                row.take_typed(left)
        at = self._aside.at
        if at is not None and any(self._aside.is_found(self._aside_place(row)) for row in self._rows_left()):
            self.found.tell(at, newer=bool(newer))

    def _rows_left(self) -> list[DetailRow]:
        return [row for row in self.rows.values() if self._aside.text(self._aside_place(row)) is not None]

    def _take_found(self) -> None:
        for row in self._rows_left():
            row.take_typed(self._aside.text(self._aside_place(row)) or "")

    def _throw_found(self) -> None:
        for row in self._rows_left():
            if self._aside.is_found(self._aside_place(row)):
                self._aside.forget(self._aside_place(row))
        self.show_node()

    def show_findings(self) -> None:
        """Say at each field what is wrong there."""
        found = self._presenter.findings_here()
        warnings = self._presenter.judgement.warnings if self._presenter.judgement else ()
        for key, row in self.rows.items():
            finding = found.get(key) or found.get(key.rpartition(".")[2])
            row.complain(finding_text(finding) if finding else "", is_error=finding not in warnings)

    def focus_field(self, key: str = "") -> None:
        """Put the cursor into a field, the first one where none is named."""
        named = [row for name, row in self.rows.items() if key and (name == key or name.endswith(f".{key}"))]
        for row in (*named, *self.rows.values())[:1]:
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(row)

    def begin_typing(self, key: str) -> None:
        """Put the cursor into a field so that what is typed takes the place of what stands there."""
        self.focus_field(key)
        row = self.rows.get(key)
        if row is not None and isinstance(row.editor, LineEditor | LinesEditor):
            row.editor.selectAll()

    def settle(self) -> None:
        """Keep what is being typed."""
        for row in tuple(self.rows.values()):
            row.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.tree_requested.emit()
        else:
            event.ignore()

    def _focused(self) -> str:
        """Return the field in which the cursor is, none where it is elsewhere."""
        focus = self.focusWidget()
        held = (key for key, row in self.rows.items() if focus and row.isAncestorOf(focus))
        return next(held, "") if focus and focus.hasFocus() else ""

    def _go_on(self, key: str, back: bool) -> None:
        # What was left may have changed which fields there are: the next one is that of the form as it is now.
        row = self.rows.get(key)
        if row is not None:
            row.focusPreviousChild() if back else row.focusNextChild()

    def _make(self, fields: tuple[NodeField, ...]) -> None:
        self._fields = fields
        old = self.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(theme.STEP, 0, theme.STEP * 2, 0)
        column.setSpacing(theme.STEP)
        self.found = FoundAgain()
        self.found.taken.connect(self._take_found)
        self.found.thrown.connect(self._throw_found)
        column.addWidget(self.found)
        self.rows = {field.key: DetailRow(field) for field in fields}
        for row in self.rows.values():
            row.left.connect(lambda row=row: self._on_left(row))
            row.typed.connect(lambda row=row: self._note(row))
            row.went_on.connect(lambda back, key=row.field.key: self._go_on(key, back))
            column.addWidget(row)
        if not fields and self._presenter.body:
            column.addWidget(_help(self._presenter.words.LIST_HINT))
        column.addStretch(1)
        self.setWidget(whole)

    def _aside_place(self, row: DetailRow) -> str:
        return f"{self._presenter.set_id}/{self._place}/{row.field.key}"

    def _note(self, row: DetailRow) -> None:
        if row.text() == row.was:
            self._aside.forget(self._aside_place(row))
        else:
            self._aside.note(self._aside_place(row), row.text(), row.was)

    def _on_left(self, row: DetailRow) -> None:
        at, text, was = self._aside_place(row), row.text(), row.was
        self._aside.forget(at)
        if self._leave(row) is not None and not isinstance(row.editor, ChoiceEditor):
            # What cannot be kept waits here in memory only.
            self._aside.note(at, text, was)
            self._aside.keep()

    def _leave(self, row: DetailRow) -> Finding | None:
        """Keep what was typed; return why it was not kept."""
        if not self._presenter.is_open or self._place != self._presenter.place:
            return None
        if isinstance(row.editor, RowsEditor):
            wrong = self._presenter.leave_rows(row.field, row.editor.rows())
            row.editor.complain({at: finding_text(finding) for at, finding in wrong.items()})
            return self._say(row, next(iter(wrong.values()), None))
        table, held = self._presenter.table(), self._presenter.held.at(self._place)
        is_kept = row.text() == shown(row.field, table) and value_at(row.field, table)
        if is_kept and row.field.key not in held:
            return None
        return self._say(row, self._presenter.leave(row.field, _meant(row)))

    def _say(self, row: DetailRow, finding: Finding | None) -> Finding | None:
        if finding is not None:
            row.complain(finding_text(finding))
        return finding


def _meant(row: DetailRow) -> str:
    # A measure narrowed by filters is typed as such; of other choices only those of the list are meant.
    return row.text().strip('"')


def _options(field: NodeField) -> tuple[Option, ...]:
    return tuple(option(code, title) for code, title in field.choices)


def _help(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setPalette(theme.colored(label.palette(), theme.faint()))
    return label
