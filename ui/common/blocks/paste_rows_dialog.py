"""A block before it becomes rows: which column is which field, what is wrong at which cell, how many rows are new."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from db.services.entering.entry_blocks import JudgedRow
from ui.common import theme
from ui.common.blocks import block_texts as texts
from ui.common.blocks.pasted_rows import PastedRows
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.texts import TURN_BACK

_SIZE = (1120, 560)
_MOST_SHOWN = 200
_STATE_WIDTH, _COLUMN_WIDTH = 170, 130

Keep = Callable[[list[JudgedRow]], tuple[Finding, ...]]


class PasteRowsDialog(QDialog):
    """Keeps through `keep`, which returns what stands in the way; closes only where nothing does."""

    def __init__(self, pasted: PastedRows, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pasted, self._keep = pasted, keep
        self._shown: list[JudgedRow] = []
        self._filling = False
        self.setWindowTitle(texts.PASTE_TITLE.format(title=pasted.subject.words.title))
        theme.fit_screen(self, *_SIZE)
        self.head, self.skip = QCheckBox(texts.PASTE_HEAD), QCheckBox(texts.PASTE_SKIP)
        self.table = QTableWidget(0, pasted.width + 1)
        self.boxes = [self._box(at) for at in range(pasted.width)]
        self.count, self.message = QLabel(), Message()
        self.remedy_button = QPushButton()
        self.accept_button, self.back_button = QPushButton(), QPushButton(TURN_BACK)
        self._prepare()
        self._lay_out()
        self._show()

    @classmethod
    def ask(cls, pasted: PastedRows, keep: Keep, parent: QWidget) -> None:
        """Show a block until it is kept or the officer turns back."""
        dialog = cls(pasted, keep, parent)
        dialog.exec()
        dialog.deleteLater()

    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        findings = self._keep(self._pasted.fresh)
        if findings:
            self.message.say("\n".join(map(finding_text, findings[:5])))
            return
        self._pasted.remember()
        super().accept()

    def _show(self) -> None:
        """Show the rows as they would be now; those to be mended first where not all are shown."""
        pasted = self._pasted
        every = pasted.rows
        if len(every) > _MOST_SHOWN:
            every = tuple(sorted(every, key=_wanting_first))
        self._shown = list(every[:_MOST_SHOWN])
        self._filling = True
        for at, box in enumerate(self.boxes):
            box.setCurrentIndex(max(box.findData(pasted.columns[at]), 0))
        self.table.setRowCount(len(self._shown) + 1)
        for place, row in enumerate(self._shown, start=1):
            self._show_row(place, row)
        self._filling = False
        self._tell()

    def _show_row(self, place: int, row: JudgedRow) -> None:
        pasted, number = self._pasted, row.row.number + self._pasted.first
        state = texts.PASTE_DOUBTFUL if row.cautions else texts.PASTE_NEW
        state = texts.PASTE_TWICE if row.likely_twice else state
        state = texts.PASTE_WRONG if row.findings else state
        head = QTableWidgetItem(state.format(number=number))
        head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if row.findings or row.likely_twice or row.cautions:
            head.setForeground(theme.late() if row.findings else theme.soon())
        elsewhere = [item for item in row.findings if item.place not in pasted.columns]
        head.setToolTip("\n".join(self._words(item, number) for item in elsewhere))
        self.table.setItem(place, 0, head)
        for at, text in enumerate(pasted.cells[number - 1]):
            self.table.setItem(place, at + 1, self._cell(row, at, text))

    def _cell(self, row: JudgedRow, at: int, text: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        if not self._pasted.columns[at]:
            item.setForeground(self.palette().placeholderText())
            return item
        finding, caution = self._pasted.finding(row, at), self._pasted.caution(row, at)
        told = finding or caution
        if told is not None:
            item.setForeground(theme.late() if finding else theme.soon())
            item.setFont(theme.strong(self.font()))
            item.setToolTip(finding_text(told))
        return item

    def _tell(self) -> None:
        pasted = self._pasted
        new, wrong, twice = len(pasted.fresh), len(pasted.wrong), len(pasted.twice)
        words = texts.PASTE_COUNT.format(new=len(pasted.rows) - wrong - twice, wrong=wrong, twice=twice)
        if pasted.doubtful:
            words = texts.PASTE_CAUTIONS.format(count=words, cautions=len(pasted.doubtful))
        if len(pasted.rows) > _MOST_SHOWN:
            words = texts.PASTE_SHOWN.format(count=words, shown=_MOST_SHOWN)
        self.count.setText(words)
        self.skip.setVisible(bool(twice))
        stood = len(pasted.remedies())
        self.remedy_button.setText(texts.PASTE_REMEDY.format(count=stood))
        self.remedy_button.setVisible(bool(stood))
        self.accept_button.setText(texts.PASTE_NOT_YET if wrong else texts.PASTE_ACCEPT.format(count=new))
        self.accept_button.setEnabled(bool(new) and not wrong)
        self._say()

    def _say(self) -> None:
        """Tell of the cursor's cell, else of the first thing to be mended."""
        missing = self._pasted.missing()
        if missing:
            self.message.say(texts.PASTE_MISSING.format(fields=", ".join(missing)))
            return
        here = self.table.currentRow() - 1
        row = self._shown[here] if 0 <= here < len(self._shown) else None
        if row is None or not (row.findings or row.cautions):
            row = next(iter((*self._pasted.wrong, *self._pasted.doubtful)), None)
        if row is None:
            self.message.say("")
            return
        column = self.table.currentColumn() - 1
        within = 0 <= column < self._pasted.width
        own = (self._pasted.finding(row, column) or self._pasted.caution(row, column)) if within else None
        told = own or (*row.findings, *row.cautions)[0]
        words = self._words(told, row.row.number + self._pasted.first)
        self.message.say(words, theme.late() if row.findings else theme.soon())

    def _words(self, finding: Finding, number: int) -> str:
        label = self._pasted.subject.words.label(finding.place)
        return texts.PASTE_CELL.format(number=number, label=label, words=finding_text(finding))

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() == 0:
            return
        row = self._shown[item.row() - 1].row.number + self._pasted.first - 1
        self._pasted.set_cell(row, item.column() - 1, item.text())
        self._show()

    def _on_cell_shown(self) -> None:
        if not self._filling:
            self._say()

    def _on_box_chosen(self, at: int) -> None:
        if not self._filling:
            self._pasted.choose(at, self.boxes[at].currentData())
            self._show()

    def _on_head_clicked(self, has: bool) -> None:
        self._pasted.set_head(has)
        self._show()

    def take_remedies(self) -> None:
        """Name the units of the rows' days where there is no doubt which they are."""
        if self._pasted.remedies():
            self._pasted.take_remedies()
            self._show()

    def _on_skip_clicked(self, skips: bool) -> None:
        self._pasted.skips_twins = skips
        self._tell()

    def _box(self, at: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(texts.PASTE_COLUMN.format(number=at + 1))
        box.addItem(texts.PASTE_IGNORED, "")
        for field in self._pasted.subject.kind.fields:
            box.addItem(self._pasted.subject.words.label(field.key), field.key)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + theme.GROUP * 2)
        box.currentIndexChanged.connect(lambda _: self._on_box_chosen(at))
        return box

    def _prepare(self) -> None:
        self.table.setAccessibleName(texts.PASTE_TABLE)
        self.table.setHorizontalHeaderLabels([texts.PASTE_STATE, *map(str, range(1, self._pasted.width + 1))])
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setColumnWidth(0, _STATE_WIDTH)
        self.table.setRowCount(1)
        for at, box in enumerate(self.boxes, start=1):
            self.table.setColumnWidth(at, _COLUMN_WIDTH)
            self.table.setCellWidget(0, at, box)
        self.table.itemChanged.connect(self._on_item_changed)
        self.table.currentCellChanged.connect(self._on_cell_shown)
        self.head.setChecked(self._pasted.has_head)
        self.head.clicked.connect(self._on_head_clicked)
        self.skip.setChecked(self._pasted.skips_twins)
        self.skip.clicked.connect(self._on_skip_clicked)
        theme.make_primary(self.accept_button)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.remedy_button.setAutoDefault(False)
        self.remedy_button.setToolTip(texts.PASTE_REMEDY_TIP)
        self.remedy_button.clicked.connect(self.take_remedies)
        QShortcut(QKeySequence("F8"), self, self.take_remedies)
        self.back_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        words = QLabel(texts.PASTE_WORDS)
        words.setWordWrap(True)
        self.count.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.remedy_button)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addWidget(self.skip)
        column.addLayout(buttons)


def _wanting_first(row: JudgedRow) -> tuple[bool, bool, int]:
    return not row.findings, not row.cautions, row.row.number
