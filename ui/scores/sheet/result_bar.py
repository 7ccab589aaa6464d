"""What a sheet adds up to, always in sight: both columns by group, total, scaled total, class, what is still open."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.rules.scoring.answers import NOT_APPLICABLE, YES
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF
from db.rules.scoring.results import Result, Sum
from db.rules.scoring.rule_sets import RuleSet
from db.services.scoring.sheets import Sheet
from db.services.scoring.steps import missing
from ui.common import theme
from ui.common.forms.message import Message
from ui.scores.sheet import texts
from ui.scores.sheet.presenter import SheetPresenter

LABELS = {SELF: texts.SELF, APPRAISED: texts.APPRAISED}


class ResultBar(QWidget):
    """Shows the results of a presenter's sheet. `cells` are the labels by column of the sheet and head."""

    def __init__(self, presenter: SheetPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.cells: dict[tuple[str, str], QLabel] = {}
        self.remark = QLabel()
        self.failing = Message()
        self._grid = QGridLayout()
        self._lay_out()
        presenter.opened.connect(self._rebuild)
        presenter.changed.connect(self._show)

    def _rebuild(self) -> None:
        """Make a column for each group of the rule set."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.cells = {}
        sheet = self._presenter.sheet
        if sheet is not None:
            self._add_heads(sheet.rule_set)
            self._show()

    def _add_heads(self, rules: RuleSet) -> None:
        heads = {group.code: (group.code, group.title, group.most) for group in rules.groups}
        for at, (code, title, most) in enumerate(heads.values(), start=1):
            self._add(0, at, texts.HEAD_MOST.format(title=code, most=number_text(most)), title)
        keys = (texts.TOTAL, *((texts.SCALED,) if rules.scaled else ()), texts.CLASS, texts.OPEN)
        for at, key in enumerate(keys, start=len(heads) + 1):
            whole = texts.HEAD_MOST.format(title=key, most=number_text(rules.most))
            self._add(0, at, whole if key == texts.TOTAL else key)
        for row, column in enumerate(COLUMNS, start=1):
            self._add(row, 0, LABELS[column], align=Qt.AlignmentFlag.AlignLeft)
            for at, key in enumerate((*heads, *keys), start=1):
                self.cells[column, key] = self._add(row, at, "")

    def _add(
        self,
        row: int,
        at: int,
        words: str,
        tip: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> QLabel:
        label = QLabel(words)
        label.setToolTip(tip)
        label.setFont(theme.strong(self.font()) if row and at else self.font())
        self._grid.addWidget(label, row, at, align)
        return label

    def _show(self) -> None:
        sheet = self._presenter.sheet
        if sheet is None or not self.cells:
            return
        for column in COLUMNS:
            self._show_column(sheet, column, sheet.result(column))
        remarks = [words for column in COLUMNS if (words := _not_applying(sheet, column))]
        self.remark.setText(texts.BETWEEN.join(remarks))
        self.remark.setVisible(bool(remarks))
        failing = [words for column in COLUMNS if (words := _failing(sheet, column))]
        self.failing.say(texts.BETWEEN.join(failing))

    def _show_column(self, sheet: Sheet, column: str, result: Result) -> None:
        for code, added in result.groups.items():
            self.cells[column, code].setText(_sum_words(added))
        total = _total(result)
        self.cells[column, texts.TOTAL].setText(_sum_words(Sum(total, result.most)))
        if sheet.rule_set.scaled:
            self.cells[column, texts.SCALED].setText(number_text(result.points))
        title = sheet.rule_set.class_title(result.class_code)
        self.cells[column, texts.CLASS].setText(title or texts.NO_CLASS)
        count = len(missing(sheet, column))
        words = texts.STILL_OPEN.format(count=count) if count else texts.NOTHING_OPEN
        self.cells[column, texts.OPEN].setText(words)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(theme.GROUP)
        self._grid.setVerticalSpacing(theme.STEP // 2)
        self.remark.setWordWrap(True)
        self.setAccessibleName(texts.RESULTS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP)
        column.addLayout(self._grid)
        column.addWidget(self.remark)
        column.addWidget(self.failing)


def _sum_words(added: Sum) -> str:
    return texts.POINTS_OF_MOST.format(points=number_text(added.points), most=number_text(added.most))


def _total(result: Result) -> Decimal | None:
    """Add the groups up: the points of a result may be scaled."""
    given = [added.points for added in result.groups.values() if added.points is not None]
    return sum(given, Decimal(0)) if given else None


def _not_applying(sheet: Sheet, column: str) -> str:
    items = [item for item in sheet.rule_set.leaves if sheet.mark(item.code).answer(column) == NOT_APPLICABLE]
    if not items:
        return ""
    return texts.NOT_APPLYING.format(
        label=LABELS[column],
        count=len(items),
        codes=", ".join(item.code for item in items),
        points=number_text(sum((item.most for item in items), Decimal(0))),
    )


def _failing(sheet: Sheet, column: str) -> str:
    """Name the failing conditions that hold: all once everything is answered, before that those that are asked."""
    rules, found = sheet.rule_set, sheet.result(column).failing
    asked = [item.condition for item in rules.failing if sheet.mark(item.condition).answer(column) == YES]
    held = [item.condition for item in rules.failing if item.condition in (*found, *asked)]
    titles = [rules.condition_by_code[code].title for code in held]
    return texts.FAILING.format(label=LABELS[column], titles="; ".join(titles)) if titles else ""
