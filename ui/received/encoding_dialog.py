"""Some lines before and after they were converted from an old encoding, for an officer to compare."""

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.rules.encodings import Preview
from ui.common import theme
from ui.received import texts

_SIZE = (900, 420)


class EncodingDialog(QDialog):
    """Keeps what was converted, or asks for the letters as they came."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.ENCODING_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.table = _table(preview)
        self.keep_button, self.undo_button = (
            QPushButton(texts.ENCODING_KEEP),
            QPushButton(texts.ENCODING_UNDO),
        )
        self.undo_button.setVisible(not preview.certain)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.reject)
        self.undo_button.clicked.connect(self.accept)
        words = QLabel(texts.ENCODING_WORDS.format(encoding=texts.ENCODINGS[preview.encoding]))
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.undo_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)

    @classmethod
    def ask(cls, preview: Preview, parent: QWidget) -> bool:
        """Show the lines; return whether the letters are wanted as they came."""
        dialog = cls(preview, parent)
        answered = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return answered


def _table(preview: Preview) -> QTableWidget:
    table = QTableWidget(len(preview.before), 2)
    table.setHorizontalHeaderLabels(list(texts.ENCODING_COLUMNS))
    table.setAccessibleName(texts.ENCODING_TITLE)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setVisible(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for row, sides in enumerate(zip(preview.before, preview.after, strict=True)):
        for column, words in enumerate(sides):
            table.setItem(row, column, QTableWidgetItem(words))
    table.resizeRowsToContents()
    return table
