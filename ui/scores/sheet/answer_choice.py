"""A cell in which one of a few answers is chosen: a list that opens at once, and takes letters or the place in it."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.rules.formats import number_text
from db.rules.scoring.answers import NO, NOT_APPLICABLE, YES, answer_text
from db.rules.scoring.rule_sets import AnswerKind, Criterion
from db.rules.text import folded
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.choosing import Option
from ui.scores.sheet import criterion_texts as texts
from ui.scores.sheet.cell_keys import step_of

# What may be typed for these beside their words.
_SIGNS = {YES: "1 x", NO: "0", NOT_APPLICABLE: "kad"}


class AnswerChoice(ChoiceEditor):
    """Chooses an answer to a criterion. `left` with the step of the key that chose one in the open list."""

    left = Signal(int, int)

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criterion = criterion
        self.set_options(_options(criterion))

    def set_text(self, text: str) -> None:
        """Show a kept answer, so that the list opens at it."""
        code = next(
            (item.code for item in self.options if answer_text(self._criterion, item.code) == text), ""
        )
        self.set_choice(code, text)

    def answer(self) -> str:
        """Return what stands in the cell as it would be typed; what means no answer stays as it is."""
        code = self.chosen()
        return answer_text(self._criterion, code) if code else self.shown()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.is_open():
            step = step_of(event)
            if step is not None and event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._choose_current()
                self.left.emit(*step)
                return True
        return super().event(event)


def is_chosen(criterion: Criterion) -> bool:
    """Return whether the answers to a criterion are few and listed."""
    return criterion.scale.kind in (AnswerKind.CHOICE, AnswerKind.YES_NO)


def _options(criterion: Criterion) -> Iterator[Option]:
    scale = criterion.scale
    if scale.kind is AnswerKind.CHOICE:
        for at, option in enumerate(scale.options, start=1):
            shown = texts.OPTION.format(at=at, title=option.title, points=number_text(option.points))
            yield Option(option.code, shown, folded(f"{option.title} {at} {option.code}"))
    else:
        for code, points in ((YES, scale.yes), (NO, scale.no)):
            yield _fixed(criterion, code, number_text(points))
    if criterion.may_not_apply:
        yield _fixed(criterion, NOT_APPLICABLE, "")


def _fixed(criterion: Criterion, code: str, points: str) -> Option:
    title = answer_text(criterion, code)
    shown = texts.FLAG_OPTION.format(title=title, points=points) if points and criterion.most else title
    return Option(code, shown, folded(f"{title} {_SIGNS[code]}"))
