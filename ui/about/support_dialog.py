"""What is handed to whoever helps: seen before it is copied."""

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from ui.about import texts
from ui.about.parts import Action, button_row, copy_text, paragraph, text_to_read
from ui.common import theme

_SIZE = (720, 460)


class SupportDialog(QDialog):
    """A text and the button that copies it."""

    def __init__(self, information: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.SUPPORT_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.text = text_to_read(texts.SUPPORT_TITLE)
        self.text.setPlainText(information)
        self.said = QLabel()
        copy = Action(texts.COPY, texts.COPY_TIP, self.copy, is_primary=True)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(paragraph(texts.SUPPORT_WORDS))
        column.addWidget(self.text, 1)
        column.addWidget(self.said)
        column.addLayout(button_row((copy,), Action(texts.CLOSE, "", self.reject)))

    @classmethod
    def tell(cls, information: str, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(information, parent)
        dialog.exec()
        dialog.deleteLater()

    def copy(self) -> None:
        """Copy all of it."""
        copy_text(self.text.toPlainText())
        self.said.setText(texts.COPIED)
