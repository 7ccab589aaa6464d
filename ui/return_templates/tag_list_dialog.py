"""Every tag with its meaning, to be found and copied."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.formats import number_text
from db.rules.text import folded
from ui.common import theme
from ui.common.forms.enter_button import EnterButton
from ui.common.forms.text_editors import LineEditor
from ui.return_templates import texts
from ui.return_templates.tables import WordsTable

_SIZE = (860, 560)
_WIDTHS = (360,)
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagListDialog(QDialog):
    """Narrowed as one types; copies the chosen tags, or all with their meanings."""

    def __init__(self, tags: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.TAG_DIALOG)
        theme.fit_screen(self, *_SIZE)
        self._tags = tags
        self.line, self.said = LineEditor(), QLabel()
        self.table = WordsTable(texts.TAG_DIALOG_HEADS, _WIDTHS, texts.TAG_DIALOG)
        self.copy_button, self.all_button = EnterButton(texts.COPY_TAG), EnterButton(texts.COPY_ALL)
        self.close_button = EnterButton(texts.CLOSE)
        self.line.setAccessibleName(texts.TAG_FILTER)
        self.line.setPlaceholderText(texts.TAG_FILTER)
        self.line.installEventFilter(self)
        self._lay_out()
        self.line.textChanged.connect(self._narrow)
        self.copy_button.clicked.connect(self.copy_chosen)
        self.all_button.clicked.connect(self.copy_all)
        self.close_button.clicked.connect(self.accept)
        self._narrow("")
        self.line.setFocus()

    @classmethod
    def tell(cls, tags: tuple[tuple[str, str], ...], parent: QWidget) -> None:
        """Show the list until the officer closes it."""
        dialog = cls(tags, parent)
        dialog.exec()
        dialog.deleteLater()

    def copy_chosen(self) -> None:
        """Copy the chosen tags alone, as they go into cells."""
        self._copy([row[0] for row in self.table.chosen()])

    def copy_all(self) -> None:
        """Copy what is listed, with the meanings beside the tags."""
        rows = [[self.table.item(at, column) for column in range(2)] for at in range(self.table.rowCount())]
        self._copy(["\t".join(item.text() for item in row if item) for row in rows])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _DOWN:
            self.table.setFocus()
            self.table.selectRow(0)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        wanted = folded(typed).split()
        self.table.show_rows(
            [row for row in self._tags if all(word in folded(" ".join(row)) for word in wanted)]
        )

    def _copy(self, lines: list[str]) -> None:
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.said.setText(texts.COPIED.format(count=number_text(len(lines))))

    def _lay_out(self) -> None:
        words = QLabel(texts.TAG_DIALOG_WORDS)
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        for part in (self.copy_button, self.all_button, self.said):
            buttons.addWidget(part)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addWidget(self.line)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
