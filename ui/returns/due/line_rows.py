"""The lines of a schedule as rows of boxes: kind of period, set of forms, rule, day, month, whom it binds."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from db.rules.returns.schedules import DueLine, DueRule, PeriodKind
from db.rules.units import Level
from ui.common import icons, theme
from ui.common.finding_texts import LEVELS
from ui.common.forms.choosing import Option
from ui.returns.due import texts

_HEADS = (
    texts.LINE_KIND,
    texts.LINE_SET,
    texts.LINE_RULE,
    texts.LINE_NUMBER,
    texts.LINE_MONTH,
    texts.LINE_AFTER,
    texts.LINE_LEVELS,
    texts.LINE_CUT_OFF,
)
_MOST_NUMBER, _MONTHS, _MOST_AFTER, _HEIGHT = 60, 12, 11, 170
_LETTERS, _RULE_LETTERS = 12, 24
_DATED = (DueRule.BEFORE_DATE, DueRule.ON_DATE)
_NEW = DueLine(PeriodKind.QUARTER, (), DueRule.BEFORE_DAY, 15)


class LineRow:
    """The boxes of one line."""

    def __init__(self, line: DueLine, sets: Sequence[Option], changed: Callable[[], None]) -> None:
        self.kind = _box([(words, kind) for kind, words in texts.KINDS.items()], line.kind)
        self.set = _box([(item.title, item.code) for item in sets], next(iter(line.sets), ""))
        self.rule = _box([(words, rule) for rule, words in texts.RULES.items()], line.rule, _RULE_LETTERS)
        self.number, self.month = _spin(1, _MOST_NUMBER, line.number), _spin(1, _MONTHS, line.month or 1)
        self.after = _spin(0, _MOST_AFTER, line.after)
        self.levels = _box(_level_choices(line.levels), line.levels)
        self.cut_off = _box([(words, code) for code, words in texts.CUT_OFFS.items()], line.cut_off)
        self.remove = QPushButton(icons.icon("remove"), "")
        self.remove.setAutoDefault(False)
        self.remove.setToolTip(texts.SCHEDULE_REMOVE)
        self.remove.setAccessibleName(texts.SCHEDULE_REMOVE)
        self.after.setToolTip(texts.LINE_AFTER_TIP)
        for name, editor in zip(_HEADS, self.editors(), strict=True):
            editor.setAccessibleName(name)
            if isinstance(editor, QComboBox):
                editor.currentIndexChanged.connect(lambda _: changed())
            elif isinstance(editor, QSpinBox):
                editor.lineEdit().setAccessibleName(name)
                editor.valueChanged.connect(lambda _: changed())
        self.rule.currentIndexChanged.connect(lambda _: self._follow_rule())
        self._follow_rule()

    def editors(self) -> tuple[QWidget, ...]:
        """Return the boxes in the order of the heads."""
        return (
            self.kind,
            self.set,
            self.rule,
            self.number,
            self.month,
            self.after,
            self.levels,
            self.cut_off,
        )

    def line(self) -> DueLine:
        """Return what the boxes say."""
        rule = DueRule(self.rule.currentData())
        return DueLine(
            PeriodKind(self.kind.currentData()),
            (self.set.currentData(),) if self.set.currentData() else (),
            rule,
            self.number.value(),
            self.month.value() if rule in _DATED else 0,
            0 if rule is DueRule.WORKING_DAYS else self.after.value(),
            tuple(self.levels.currentData() or ()),
            self.cut_off.currentData(),
        )

    def _follow_rule(self) -> None:
        rule = DueRule(self.rule.currentData())
        self.month.setEnabled(rule in _DATED)
        self.after.setEnabled(rule is not DueRule.WORKING_DAYS)


class LineRows(QWidget):
    """All lines of a schedule. `lines_changed` with every box."""

    lines_changed = Signal()

    def __init__(self, sets: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets = sets
        self.rows: list[LineRow] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setMinimumHeight(_HEIGHT)
        self._area.setAccessibleName(texts.LINES)
        self.add_button = QPushButton(icons.icon("add"), texts.SCHEDULE_ADD)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> tuple[DueLine, ...]:
        """Return the lines as the boxes say them."""
        return tuple(row.line() for row in self.rows)

    def show_lines(self, lines: Sequence[DueLine]) -> None:
        """Show these lines in place of those before."""
        self.rows = [LineRow(line, self._sets, self.lines_changed.emit) for line in lines]
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setSpacing(theme.STEP)
        for at, words in enumerate(_HEADS):
            grid.addWidget(QLabel(words), 0, at)
        for number, row in enumerate(self.rows, start=1):
            for at, editor in enumerate((*row.editors(), row.remove)):
                grid.addWidget(editor, number, at)
            row.remove.clicked.connect(lambda _=False, row=row: self._remove(row))
        grid.setRowStretch(len(self.rows) + 1, 1)
        grid.setColumnStretch(len(_HEADS) + 1, 1)
        self._area.setWidget(inner)
        self.lines_changed.emit()

    def add(self) -> None:
        """Add a line like the last one and put the cursor there."""
        self.show_lines((*self.lines(), self.lines()[-1] if self.rows else _NEW))
        self.rows[-1].kind.setFocus()
        self._area.ensureWidgetVisible(self.rows[-1].kind)

    def _remove(self, gone: LineRow) -> None:
        self.show_lines([row.line() for row in self.rows if row is not gone])


def _box(choices: Sequence[tuple[str, object]], chosen: object, letters: int = _LETTERS) -> QComboBox:
    box = QComboBox()
    for words, value in choices:
        box.addItem(words, value)
    at = [value for _, value in choices].index(chosen) if chosen in [value for _, value in choices] else 0
    box.setCurrentIndex(at)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + theme.GROUP)
    return box


def _spin(least: int, most: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setValue(value)
    return spin


def _level_choices(own: tuple[Level, ...]) -> list[tuple[str, object]]:
    choices: list[tuple[str, object]] = [(texts.EVERY_LEVEL, ())]
    choices += [(LEVELS[str(int(level))].capitalize(), (level,)) for level in Level]
    if len(own) > 1:
        choices.append((", ".join(LEVELS[str(int(level))] for level in own).capitalize(), own))
    return choices
