"""One field of a form: label, editor, and under it what is wrong."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from db.rules.entries import Field, FieldKind
from db.services import links
from ui.common import icons, texts, theme
from ui.common.choice_editor import ChoiceEditor
from ui.common.day_editor import DayEditor
from ui.common.finder_editor import FinderEditor
from ui.common.options import OptionSource
from ui.common.subject import FieldWords
from ui.common.text_editors import FlagEditor, LineEditor, LinesEditor, NumberEditor

Editor = LineEditor | LinesEditor | FlagEditor

_EDITORS: dict[FieldKind, Callable[[], Editor]] = {
    FieldKind.TEXT: LineEditor,
    FieldKind.LINES: LinesEditor,
    FieldKind.DATE: DayEditor,
    FieldKind.YEAR: NumberEditor,
    FieldKind.COUNT: NumberEditor,
    FieldKind.MONEY: NumberEditor,
    FieldKind.DECIMAL: NumberEditor,
    FieldKind.CHOICE: ChoiceEditor,
    FieldKind.UNIT: ChoiceEditor,
    FieldKind.LINK: ChoiceEditor,
    FieldKind.FLAG: FlagEditor,
    FieldKind.PERIOD: LineEditor,
}
_MARK = 16


class FieldRow:
    """Label, editor and message of one field; a form lays them out."""

    def __init__(self, field: Field, words: FieldWords, options: OptionSource) -> None:
        self.field = field
        self.words = words
        self._options = options
        self.editor = self._make_editor()
        self.editor.setObjectName(field.key)
        self.editor.setAccessibleName(words.label)
        self.label = _label(field, words, self.editor)
        self.message = Message()
        self._is_wrong = False
        self._set_hints()

    def refresh_options(self) -> None:
        if isinstance(self.editor, ChoiceEditor) and not isinstance(self.editor, FinderEditor):
            self.editor.set_options(self._options.of(self.field))

    def text(self) -> str:
        return self.editor.text()

    def show_text(self, text: str) -> None:
        if isinstance(self.editor, ChoiceEditor):
            self.refresh_options()
            self.editor.set_choice(text, self._options.title(self.field, text) if text else "")
        else:
            self.editor.set_text(text)

    def complain(self, words: str) -> None:
        """Say what is wrong under the field; nothing takes it away."""
        self._is_wrong = bool(words)
        self.message.say(words)
        self.editor.setAccessibleDescription(words or self.words.help)

    def advise(self, words: str) -> None:
        """Say calmly what to look at again; where something is wrong, that is said alone."""
        if not self._is_wrong:
            self.message.say(words, theme.soon())

    def _make_editor(self) -> Editor:
        if self.field.links and links.is_sought(self.field.links):
            return FinderEditor(partial(self._options.seek, self.field))
        return _EDITORS[self.field.kind]()

    def _set_hints(self) -> None:
        help_text = self.words.help
        self.editor.setToolTip(help_text)
        self.editor.setAccessibleDescription(help_text)
        if self.words.hint and isinstance(self.editor, LineEditor | LinesEditor):
            self.editor.setPlaceholderText(self.words.hint)


class Message(QWidget):
    """What is wrong, or wants a look: a sign and words in the colour of that, never colour alone."""

    def __init__(self, color: Callable[[], QColor] = theme.late) -> None:
        super().__init__()
        self._color = color
        sign = QLabel()
        sign.setFixedWidth(_MARK + theme.STEP)
        sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign = sign
        self._words = QLabel()
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, theme.STEP)
        row.setSpacing(theme.STEP)
        row.addWidget(sign)
        row.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def say(self, words: str, color: QColor | None = None) -> None:
        self._words.setText(words)
        if words:
            shown = color or self._color()
            self._words.setPalette(theme.colored(self.palette(), shown))
            self._sign.setPixmap(icons.picture("warning", _MARK, shown))
        self.setVisible(bool(words))


def _label(field: Field, words: FieldWords, editor: QWidget) -> QLabel:
    shown = texts.REQUIRED_MARK.format(label=words.label) if field.required else words.label
    label = QLabel(shown)
    label.setWordWrap(True)
    label.setBuddy(editor)
    label.setToolTip(words.help)
    return label
