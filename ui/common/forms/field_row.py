"""One field of a form: label, editor, and under it what is wrong."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QWidget

from db.rules.entries import Field, FieldKind
from db.services.entering import links
from ui.common import texts, theme
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.choosing import option
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.finder_editor import FinderEditor
from ui.common.forms.message import Message
from ui.common.forms.options import OptionSource
from ui.common.forms.text_editors import FlagEditor, LineEditor, LinesEditor, NumberEditor
from ui.common.screens.subject import FieldWords

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
        self._first: Sequence[str] = ()
        self._set_hints()

    def refresh_options(self) -> None:
        if isinstance(self.editor, ChoiceEditor) and not isinstance(self.editor, FinderEditor):
            first = tuple(option(code, self._options.title(self.field, code)) for code in self._first)
            self.editor.set_options((*first, *self._options.of(self.field)))

    def offer_first(self, codes: Sequence[str]) -> None:
        """Offer these before all that is offered anyway."""
        if codes != self._first:
            self._first = codes
            self.refresh_options()

    def text(self) -> str:
        return self.editor.text()

    def show_text(self, text: str) -> None:
        if isinstance(self.editor, ChoiceEditor):
            self.refresh_options()
            self.editor.set_choice(text, self._options.title(self.field, text) if text else "")
        else:
            self.editor.set_text(text)

    def complain(self, words: str, offer: str = "") -> None:
        """Say what is wrong under the field, with a remedy to be taken; nothing takes it away."""
        self._is_wrong = bool(words)
        self.message.say(words)
        self.message.offer(offer, texts.TAKE_UNIT_TIP)
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


def _label(field: Field, words: FieldWords, editor: QWidget) -> QLabel:
    shown = texts.REQUIRED_MARK.format(label=words.label) if field.required else words.label
    label = QLabel(shown)
    label.setWordWrap(True)
    label.setBuddy(editor)
    label.setToolTip(words.help)
    return label
