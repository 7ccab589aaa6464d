"""Asks for what a step of a sheet needs: its day, a class, the number of a decision, a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from db.rules.entries import read_day
from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.scoring.chain import WAYS, Step, Taken
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.choosing import option
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.texts import REQUIRED_MARK, TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.scores.sheet import step_texts as texts
from ui.scores.sheet.presenter import SheetPresenter
from ui.scores.sheet.stepping import Stepping

_ASIDE = "score_step_typed"
_WIDTH = 520
# What a step may say beside what it needs: a class other than the appraised one wants its reason.
_MAY = {Step.RECOGNISE: ("reason",)}


class StepDialog(QDialog):
    """Takes the step through `stepping`; closes only where nothing stands against it."""

    def __init__(
        self, presenter: SheetPresenter, stepping: Stepping, step: Step, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace: Workplace = presenter.workplace
        self._step, self._stepping = step, stepping
        title, _, accept = texts.DIALOG[step]
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.editors = self._made(presenter)
        self.messages = {key: Message() for key in self.editors}
        self.trouble = Message()
        self.accept_button, self.back_button = QPushButton(accept), QPushButton(TURN_BACK)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)
        self._lay_out()
        next(iter(self.editors.values())).setFocus()
        sheet = presenter.sheet
        if sheet is not None:
            place = f"{sheet.unit.id}/{sheet.year}/{step.value}"
            TypedAside(self._workplace, _ASIDE).hold(self, place, self.editors)

    @classmethod
    def ask(cls, presenter: SheetPresenter, stepping: Stepping, step: Step, parent: QWidget) -> bool:
        """Ask until the step is taken or the officer turns back; return whether it was taken."""
        dialog = cls(presenter, stepping, step, parent)
        taken = bool(dialog.exec())
        dialog.deleteLater()
        return taken

    def _made(self, presenter: SheetPresenter) -> dict[str, LineEditor]:
        makers: dict[str, Callable[[], LineEditor]] = {
            "class_code": lambda: self._class_editor(presenter),
            "on": self._day_editor,
            "number": LineEditor,
            "reason": LineEditor,
        }
        wanted = {"on", *WAYS[self._step].needs, *_MAY.get(self._step, ())}
        made = {key: make() for key, make in makers.items() if key in wanted}
        for key, editor in made.items():
            editor.setAccessibleName(texts.FIELDS[key])
        return made

    def _class_editor(self, presenter: SheetPresenter) -> ChoiceEditor:
        sheet, editor = presenter.sheet, ChoiceEditor()
        assert sheet is not None
        editor.set_options(option(item.code, item.title) for item in sheet.rule_set.classes)
        usual = self._stepping.usual_class(self._step)
        editor.set_choice(usual, sheet.rule_set.class_title(usual))
        return editor

    def _day_editor(self) -> DayEditor:
        editor = DayEditor()
        editor.set_text(day_text(self._workplace.today))
        return editor

    def _try(self) -> None:
        taken = self._read()
        findings = (taken,) if isinstance(taken, Finding) else self._stepping.take(taken)
        if not findings:
            self.accept()
            return
        said = {finding.place: finding_text(finding) for finding in reversed(findings)}
        for key, message in self.messages.items():
            message.say(said.pop(key, ""))
        self.trouble.say(" ".join(said.values()))
        self.adjustSize()
        wrong = next((finding.place for finding in findings if finding.place in self.editors), "on")
        self.editors[wrong].setFocus()

    def _read(self) -> Taken | Finding:
        text = {key: cleaned(editor.text()) for key, editor in self.editors.items()}
        if not text["on"]:
            return Finding("required", "on")
        try:
            day = read_day(text["on"], self._workplace.typing_day)
        except ValueError as error:
            return Finding(str(error), "on", text["on"])
        words = {key: text.get(key, "") for key in ("class_code", "number", "reason")}
        return Taken(self._step, day, **words)

    def _lay_out(self) -> None:
        question, hint = QLabel(self._stepping.question(self._step)), QLabel(texts.UNDO_HINT)
        question.setWordWrap(True)
        hint.setPalette(theme.colored(self.palette(), theme.faint()))
        grid, buttons = QGridLayout(), QHBoxLayout()
        for at, (key, editor) in enumerate(self.editors.items()):
            grid.addWidget(self._label(key, editor), at * 2, 0)
            grid.addWidget(editor, at * 2, 1)
            grid.addWidget(self.messages[key], at * 2 + 1, 1)
        buttons.addWidget(hint, 1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(grid)
        column.addWidget(self.trouble)
        column.addLayout(buttons)

    def _label(self, key: str, editor: LineEditor) -> QLabel:
        needed = key not in _MAY.get(self._step, ())
        words = texts.FIELDS[key]
        label = QLabel(REQUIRED_MARK.format(label=words) if needed else words)
        label.setBuddy(editor)
        return label
