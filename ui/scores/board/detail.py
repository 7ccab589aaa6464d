"""What the board tells of the chosen commune: the gap to the next class, years in a row, what is due."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.rules.scoring.gaps import ClassGap, Gain
from db.rules.scoring.marks import SELF
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring.board import BoardRow
from db.services.scoring.class_gap import SheetGap
from ui.common import theme
from ui.scores.board import texts
from ui.scores.board.lines import BoardLine, due_words

_MOST_NAMED, _LINES, _FEW_LINES = 4, 6, 3


class CommuneDetail(QScrollArea):
    """Says it in a few lines under the list; as high for every commune, so that the list stays where it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.words = QLabel(), QLabel()
        self.title.setFont(theme.strong(self.font()))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.STEP * 2, theme.STEP, theme.STEP * 2, theme.STEP)
        column.setSpacing(0)
        for label in (self.title, self.words):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(texts.DETAIL_NAME)
        self.fit(is_low=False)
        self.tell(None, None)

    def fit(self, *, is_low: bool) -> None:
        """Take fewer lines where the list has little height; the others are scrolled to."""
        lines = _FEW_LINES if is_low else _LINES
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + theme.STEP * 3)

    def tell(self, line: BoardLine | None, found: SheetGap | None) -> None:
        """Tell of a commune, or that none is chosen."""
        if line is None:
            self.title.setText(texts.NONE_CHOSEN)
            self.words.setText(texts.NONE_CHOSEN_HINT)
            return
        self.title.setText(texts.BETWEEN.join(_head(line)))
        standing = " ".join(_standing(line.row))
        lines = (*_gap_lines(found), standing, *_other_gains(found))
        self.words.setText("\n".join(filter(None, lines)))


def _head(line: BoardLine) -> Iterable[str]:
    row = line.row
    yield row.unit.name
    yield texts.STATES[line.state]
    if row.registered_class:
        yield texts.REGISTERED.format(title=row.registered_class)
    if row.self_points is not None:
        yield _scored(texts.SELF, number_text(row.self_points), row.self_class)
    if row.appraised_points is not None:
        yield _scored(texts.APPRAISED, number_text(row.appraised_points), row.appraised_class)
    if row.recognised_class:
        yield texts.RECOGNISED.format(title=row.recognised_class)


def _scored(label: str, points: str, title: str) -> str:
    words = texts.SCORED_CLASS if title else texts.SCORED
    return words.format(label=label, points=points, title=title)


def _standing(row: BoardRow) -> Iterable[str]:
    if row.streak > 1:
        yield texts.STREAK_LINE.format(years=number_text(row.streak), title=row.class_title)
    if row.due:
        yield texts.DUE_LINE.format(due="; ".join(map(due_words, row.due)))


def _gap_lines(found: SheetGap | None) -> Iterable[str]:
    if found is None:
        yield texts.NO_RULE_SET
    elif not found.result.complete:
        yield texts.UNFINISHED
    elif found.gap is None:
        yield texts.BEST
    else:
        words = " ".join(_missing(found.sheet.rule_set, found.gap))
        by = texts.BY_SELF if found.column == SELF else texts.BY_APPRAISED
        yield texts.GAP_LINE.format(by=by, words=words)
        yield from _closing(found.sheet.rule_set, found.gap)


def _missing(rule_set: RuleSet, gap: ClassGap) -> Iterable[str]:
    title = rule_set.class_title(gap.class_code)
    words = texts.POINTS_MISSING if gap.points else texts.POINTS_ENOUGH
    yield words.format(points=number_text(gap.points), title=title)
    if gap.floors:
        floors = (
            texts.FLOOR.format(group=code, points=number_text(points)) for code, points in gap.floors.items()
        )
        yield texts.FLOORS_MISSING.format(floors=", ".join(floors))
    if gap.conditions:
        yield texts.CONDITIONS_MISSING.format(titles=_titles(rule_set, gap.conditions))
    if gap.failing:
        yield texts.FAILING.format(titles=_titles(rule_set, gap.failing))


def _closing(rule_set: RuleSet, gap: ClassGap) -> Iterable[str]:
    if gap.closing is None:
        yield texts.NOT_CLOSED
    elif gap.closing:
        gains = [gain for gain in gap.gains if gain.criterion in gap.closing]
        yield texts.CLOSED_BY.format(criteria=_gains(rule_set, gains))


def _other_gains(found: SheetGap | None) -> Iterable[str]:
    if found is None or found.gap is None:
        return
    rest = [gain for gain in found.gap.gains if gain.criterion not in (found.gap.closing or ())]
    if rest:
        yield texts.OTHER_GAINS.format(criteria=_gains(found.sheet.rule_set, rest))


def _titles(rule_set: RuleSet, codes: Iterable[str]) -> str:
    return "; ".join(rule_set.condition_by_code[code].title for code in codes)


def _gains(rule_set: RuleSet, gains: list[Gain]) -> str:
    named = [
        texts.GAIN.format(
            code=gain.criterion,
            title=rule_set.criterion(gain.criterion).title,
            points=number_text(gain.points),
        )
        for gain in gains[:_MOST_NAMED]
    ]
    rest = len(gains) - _MOST_NAMED
    return "; ".join(named) + (texts.MORE.format(rest=rest) if rest > 0 else "")
