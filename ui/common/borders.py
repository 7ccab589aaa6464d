"""How it is said that numbers were restated into the borders of a day, and why some are not comparable."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from db.rules.formats import Value, day_text, value_text
from db.rules.successions import Gap
from ui.common import borders_texts as texts
from ui.common import theme
from ui.common.workplace import Workplace

_MOST_NAMED = 6
# Beside the key of a cell: why it is as it is.
WHY = "/why"
_REASON = texts.NOT_COMPARABLE_WHY.partition("{")[0]
Say = Callable[[Workplace], tuple[str, ...]]


def borders_lines(workplace: Workplace) -> tuple[str, ...]:
    """Return what stands above numbers that were restated; nothing above those as reported."""
    day, unit = workplace.borders, workplace.office.unit
    if day is None:
        return ()
    note = texts.NOTE.format(day=day_text(day))
    if unit.valid_from is not None and day < unit.valid_from:
        return note, texts.NOT_YET.format(unit=unit.name)
    if unit.valid_to is not None and day > unit.valid_to:
        return note, texts.NO_LONGER.format(unit=unit.name)
    return (note,)


def compared_lines(workplace: Workplace) -> tuple[str, ...]:
    """Return what is said where only the numbers of an earlier year are restated; nothing of those as reported."""
    day = workplace.borders
    return (texts.COMPARED.format(day=day_text(day)),) if day else ()


def compared_note(workplace: Workplace) -> tuple[str, ...]:
    """Return what is said of them on screen, with what the sign in narrow cells means."""
    lines = compared_lines(workplace)
    return (*lines, texts.COMPARED_SIGN) if lines else ()


def gap_words(gap: Gap) -> str:
    """Return why numbers are not comparable, as a part of a sentence."""
    return texts.GAPS[gap.kind].format(units=names_listed(gap.names))


def gap_text(gap: Gap) -> str:
    """Return that a number is not comparable, and why."""
    return texts.NOT_COMPARABLE_WHY.format(why=gap_words(gap))


def names_listed(names: Sequence[str]) -> str:
    """Return the first of many names and how many more there are."""
    shown, rest = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
    return texts.NAMES_MORE.format(names=shown, rest=rest) if rest > 0 else shown


def shown_number(
    number: Value, gap: Gap | None, key: str, words: str = texts.NOT_COMPARABLE
) -> dict[str, Value]:
    """Return a cell with a number, or with words that it is not comparable and the reason beside it."""
    return {key: number} if gap is None else {key: words, key + WHY: gap_text(gap)}


def causes_cell(causes: Sequence[Gap], key: str) -> dict[str, Value]:
    """Return what stands beside a cell that says that something is not comparable: why."""
    return {key + WHY: "; ".join(map(gap_words, causes))} if causes else {}


def told_cell(cells: Mapping[str, Value], key: str) -> Value:
    """Return a cell as it is told where there is room: with what stands beside it."""
    value, why = cells.get(key), cells.get(key + WHY)
    if not why:
        return value
    is_sign = value in (texts.NOT_COMPARABLE, texts.DIFFERENT)
    return why if is_sign else texts.WITH_REASON.format(value=value_text(value), why=why)


class Footnotes:
    """Puts a sign with a number in the place of each reason, where narrow columns have no room for the words."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(
            texts.FOOTNOTE.format(sign=self.sign(words), words=words) for words in tuple(self._numbers)
        )

    def sign(self, words: str) -> str:
        number = self._numbers.setdefault(words, len(self._numbers) + 1)
        return texts.FOOTNOTE_SIGN.format(sign=texts.DIFFERENT, number=number)

    def signed(self, words: str) -> str:
        """Return what a cell says, with a sign for a reason."""
        return self.sign(words) if words.startswith(_REASON) else words


class BordersNote(QLabel):
    """Says above the numbers of a screen that they were restated; hidden while they are as reported."""

    def __init__(self, workplace: Workplace, say: Say = borders_lines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._say = workplace, say
        self.setWordWrap(True)
        self.setMargin(theme.STEP)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setPalette(theme.banner())
        self.setText(" ".join(say(workplace)))
        if not self.text():
            self.hide()
        workplace.borders_changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.setText(" ".join(self._say(self._workplace)))
        self.setVisible(bool(self.text()))
