"""Which column of a file is which: a row for each head, with a value from it and a box of the template's columns."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.findings import Finding
from db.rules.imports.head_keys import head_key
from db.rules.imports.tables import LEFT_OUT
from exports.readers.record_lists import ListFile
from ui.common import texts as common_texts
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.imports import texts
from ui.imports.presenter import ImportPresenter

# No head has this key.
_NAME = "."


class MappingPage(QWidget):
    """Shows the heads of the file; `mapping()` is what the officer chose. `chosen` when one was chosen."""

    chosen = Signal()

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._heads: list[str] = []
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([texts.HEAD, texts.SAMPLE, texts.MEANS])
        self.table.setAccessibleName(texts.MEANS)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().setVisible(False)
        self.table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT + theme.STEP)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.message = Message()
        self.name = LineEditor()
        self.name.setAccessibleName(texts.MAPPING_NAME)
        label = QLabel(texts.MAPPING_NAME)
        label.setBuddy(self.name)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addLayout(row)

    def show_file(self, file: ListFile) -> None:
        """Show the heads of a file with what is known of them."""
        heads = file.heads
        keys = {at: key for key, at in heads.columns.items()}
        row = next((row for row in file.grid.rows if row.number == heads.row), None)
        titles = {} if row is None else {at: str(value) for at, value in enumerate(row.values) if value}
        self._heads = list(titles.values())
        self.table.setRowCount(len(titles))
        for number, (at, title) in enumerate(titles.items()):
            self.table.setItem(number, 0, QTableWidgetItem(title))
            self.table.setItem(number, 1, QTableWidgetItem(self._sample(file, at)))
            self.table.setCellWidget(number, 2, self._box(title, keys.get(at, LEFT_OUT)))
        self.name.set_text(self._presenter.remembered or file.path.stem)
        self._say(file)
        self.message.say("")

    def refuse(self, findings: Sequence[Finding]) -> None:
        """Say why the columns cannot be read as chosen; the choices stay."""
        self.message.say("\n".join(map(finding_text, findings)))

    def box(self, number: int) -> QComboBox:
        """Return the box of a head, counted from 0."""
        box = self.table.cellWidget(number, 2)
        assert isinstance(box, QComboBox)
        return box

    def mapping(self) -> dict[str, str]:
        """Return the key of a column for the key of each head."""
        return {
            head_key(title): str(self.box(number).currentData()) for number, title in enumerate(self._heads)
        }

    @property
    def place(self) -> str:
        """Return what tells files with these heads from others."""
        return " ".join(map(head_key, self._heads))

    def texts(self) -> dict[str, str]:
        """Return the name that is typed and what is chosen for each head."""
        return {_NAME: self.name.text(), **self.mapping()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed and chosen before."""
        self.name.set_text(texts[_NAME])
        for number, title in enumerate(self._heads):
            box = self.box(number)
            box.setCurrentIndex(max(box.findData(texts[head_key(title)]), 0))

    def on_edited(self, act: Callable[[], None]) -> None:
        """Call `act` whenever the officer types or chooses."""
        self.name.typed.connect(act)
        self.chosen.connect(act)

    def _box(self, title: str, key: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{texts.MEANS}: {title}")
        box.addItem(texts.NOTHING, LEFT_OUT)
        for column in self._presenter.sheet.columns:
            mark = common_texts.REQUIRED_MARK if column.required else "{label}"
            box.addItem(mark.format(label=column.title), column.key)
        box.setCurrentIndex(max(box.findData(key), 0))
        box.currentIndexChanged.connect(lambda _: self.chosen.emit())
        return box

    def _sample(self, file: ListFile, at: int) -> str:
        below = (row.text(at) for row in file.grid.rows if row.number > file.heads.row)
        return next((text for text in below if text), "")

    def _say(self, file: ListFile) -> None:
        words = texts.MAP.format(name=file.path.name, nothing=texts.NOTHING)
        missing = ", ".join(self._presenter.missing())
        self.words.setText(f"{words} {texts.MAP_MISSING.format(missing=missing)}" if missing else words)
