"""A scratch sheet for a set: answers are typed, points, total and class follow, and why. Nothing of it is kept."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.formats import UNRECORDED, number_text
from db.rules.scoring.answers import answer_text, read_answer
from db.rules.scoring.rule_sets import Criterion, RuleSet
from db.rules.scoring.trial import ClassWants, Trial, best_answer, tried
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.enter_button import EnterButton
from ui.common.nodes import texts as shared
from ui.common.nodes.typed_table import TypedTable
from ui.common.texts import CLOSE
from ui.rule_sets import texts

_SIZE, _SPLIT = (1080, 640), (700, 340)
_WIDTHS = (48, 0, 84, 150, 70)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ANSWER, _POINTS = texts.TRIAL_ANSWER, 4


class TrialDialog(QDialog):
    """The criteria of a set with a column to answer them in; `was_tried` once something was answered."""

    def __init__(self, rule_set: RuleSet, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule_set = rule_set
        self.answers: dict[str, str] = {}
        self._wrong: dict[str, str] = {}
        self._cells: dict[tuple[int, int], QTableWidgetItem] = {}
        self._showing = False
        self.setWindowTitle(texts.TRIAL_TITLE.format(title=title))
        theme.fit_screen(self, *_SIZE)
        self.table = _Answers(len(rule_set.asked), 5)
        self.summary = QLabel()
        self.fill_button = EnterButton(texts.TRIAL_FILL, texts.TRIAL_FILL_TIP)
        self.clear_button, self.close_button = EnterButton(texts.TRIAL_CLEAR), EnterButton(CLOSE)
        self._lay_out()
        self._fill_table()
        self._show()
        self.table.itemChanged.connect(self._on_item_changed)
        self.fill_button.clicked.connect(self.fill)
        self.clear_button.clicked.connect(self.clear)
        self.close_button.clicked.connect(self.accept)

    @classmethod
    def try_out(cls, rule_set: RuleSet, title: str, parent: QWidget | None = None) -> bool:
        """Show the sheet until it is closed; return whether a whole sheet was answered."""
        dialog = cls(rule_set, title, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.was_tried

    @property
    def was_tried(self) -> bool:
        """Return whether every criterion was answered, so that a class was seen."""
        return tried(self._rule_set, self.answers).result.complete

    def fill(self) -> None:
        """Answer everything as well as can be."""
        self.answers = {item.code: best_answer(item) for item in self._rule_set.asked}
        self._wrong.clear()
        self._show()

    def clear(self) -> None:
        """Take every answer away."""
        self.answers.clear()
        self._wrong.clear()
        self._show()

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._showing or item.column() != _ANSWER:
            return
        criterion = self._rule_set.asked[item.row()]
        answer, finding = read_answer(criterion, item.text(), criterion.code)
        self._wrong.pop(criterion.code, None)
        if finding is None:
            self.answers[criterion.code] = answer
            if not answer:
                del self.answers[criterion.code]
        else:
            self.answers.pop(criterion.code, None)
            self._wrong[criterion.code] = finding_text(finding)
        self._show()

    def _show(self) -> None:
        trial = tried(self._rule_set, self.answers)
        self._showing = True
        for row, criterion in enumerate(self._rule_set.asked):
            self._show_row(row, criterion, trial)
        self._showing = False
        self.summary.setText("\n".join((*self._wrongs(), *self._totals(trial), "", *self._reasons(trial))))

    def _show_row(self, row: int, criterion: Criterion, trial: Trial) -> None:
        answer, points = self._cells[row, _ANSWER], self._cells[row, _POINTS]
        wrong = self._wrong.get(criterion.code, "")
        if not wrong:
            answer.setText(answer_text(criterion, self.answers.get(criterion.code, "")))
        answer.setToolTip(wrong or _offered(criterion))
        answer.setForeground(theme.late() if wrong else self.palette().text().color())
        given = trial.points.get(criterion.code)
        points.setText(UNRECORDED if given is None or not criterion.most else number_text(given))
        named = shared.CELL.format(
            column=texts.TRIAL_HEADS[_ANSWER],
            criterion=criterion.code,
            value=answer.text() or shared.EMPTY_CELL,
        )
        answer.setData(Qt.ItemDataRole.AccessibleTextRole, f"{named}. {wrong}" if wrong else named)

    def _wrongs(self) -> list[str]:
        return [texts.TRIAL_WRONG.format(code=code, words=words) for code, words in self._wrong.items()]

    def _totals(self, trial: Trial) -> list[str]:
        result = trial.result
        total = texts.TRIAL_TOTAL.format(
            points=number_text(result.points), most=number_text(_most(self._rule_set, result.most))
        )
        groups = [
            texts.TRIAL_GROUP.format(code=code, points=number_text(held.points), most=number_text(held.most))
            for code, held in result.groups.items()
        ]
        if not result.complete:
            return [total, texts.TRIAL_MISSING.format(count=len(trial.missing)), "", *groups]
        title = self._rule_set.class_title(result.class_code)
        told = texts.TRIAL_CLASS.format(title=title) if title else texts.TRIAL_NO_CLASS
        return [total, told, "", *groups]

    def _reasons(self, trial: Trial) -> list[str]:
        told = [self._wants(wanted) for wanted in trial.wants]
        held = set(trial.result.failing)
        for item in self._rule_set.failing if trial.wants else ():
            if item.condition in held:
                title = self._rule_set.condition_by_code[item.condition].title
                class_title = self._rule_set.class_title(item.class_code)
                told.append(texts.TRIAL_FAILED.format(title=title, class_title=class_title))
        return told

    def _wants(self, wanted: ClassWants) -> str:
        title = self._rule_set.class_title(wanted.code)
        if wanted.is_met:
            return texts.TRIAL_REACHED.format(title=title)
        parts = [] if wanted.least is None else [texts.WANTS_POINTS.format(least=number_text(wanted.least))]
        parts += [
            texts.WANTS_FLOOR.format(code=code, least=number_text(least))
            for code, least in wanted.floors.items()
        ]
        named = ((code, self._rule_set.condition_by_code[code].title) for code in wanted.needs)
        parts += [texts.WANTS_CONDITION.format(code=code, title=words) for code, words in named]
        return texts.TRIAL_NOT.format(title=title, wants="; ".join(parts))

    def _fill_table(self) -> None:
        self._showing = True
        for row, item in enumerate(self._rule_set.asked):
            most = number_text(item.most) if item.most else UNRECORDED
            for column, text in enumerate((item.code, item.title, most, "", "")):
                self._cells[row, column] = _cell(text, column)
                self.table.setItem(row, column, self._cells[row, column])
            self._cells[row, 1].setToolTip(item.guide or item.title)
        self._showing = False
        if self.table.rowCount():
            self.table.setCurrentCell(0, _ANSWER)

    def _lay_out(self) -> None:
        words = QLabel(texts.TRIAL_WORDS)
        words.setWordWrap(True)
        self.summary.setWordWrap(True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        divider = QSplitter(Qt.Orientation.Horizontal)
        divider.addWidget(self.table)
        divider.addWidget(self.summary)
        divider.setSizes(list(_SPLIT))
        divider.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.fill_button)
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(divider, 1)
        column.addLayout(buttons)


class _Answers(TypedTable):
    """Enter goes down the column of answers; typing begins an answer wherever the cursor is."""

    def __init__(self, rows: int, columns: int) -> None:
        super().__init__(rows, columns)
        self.setHorizontalHeaderLabels(texts.TRIAL_HEADS)
        self.setAccessibleName(texts.TRIAL_WORDS)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for at, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(at, width)
            else:
                head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def next_cell(self, steps: int) -> tuple[int, int]:
        return max(0, min(self.currentRow() + steps, self.rowCount() - 1)), _ANSWER

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F6) and self.currentRow() >= 0:
            self.model().setData(self.model().index(self.currentRow(), _ANSWER), "")
        else:
            super().keyPressEvent(event)


def _cell(text: str, column: int) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    if column != _ANSWER:
        cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if column in (2, _POINTS):
        cell.setTextAlignment(_RIGHT)
    return cell


def _offered(criterion: Criterion) -> str:
    """Return the options that may be typed, by number."""
    numbered = enumerate(criterion.scale.options, start=1)
    return "\n".join(texts.TRIAL_OPTION.format(number=at, title=option.title) for at, option in numbered)


def _most(rule_set: RuleSet, most: Decimal) -> Decimal:
    return rule_set.most if rule_set.scaled else most
