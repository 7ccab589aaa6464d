"""Which program this is, what it is for, where the office's data lie."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.rules.formats import day_text
from ui.about import texts
from ui.about.licences_dialog import LicencesDialog
from ui.about.parts import Action, button_row, line_to_copy, paragraph
from ui.about.showing import show_folder
from ui.about.values import About, Part
from ui.common import theme

_WIDTH = 520


class AboutDialog(QDialog):
    """A few lines, and the way to the licences; `parts` gathers them only when they are asked for."""

    def __init__(
        self, about: About, parts: Callable[[], tuple[Part, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._parts = about, parts
        self.setWindowTitle(texts.ABOUT_TITLE)
        self.setMinimumWidth(_WIDTH)
        self.folder = line_to_copy(str(about.folder), texts.FOLDER_NAME)
        name, where = QLabel(texts.NAME), QLabel(texts.FOLDER)
        name.setFont(theme.heading(self.font()))
        where.setBuddy(self.folder)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(name)
        for words in (version_words(about), texts.SCHEMA.format(schema=about.schema), texts.PURPOSE):
            column.addWidget(paragraph(words))
        column.addSpacing(theme.STEP * 2)
        column.addWidget(where)
        column.addWidget(self.folder)
        column.addSpacing(theme.STEP * 2)
        column.addLayout(self._buttons())

    @classmethod
    def tell(cls, about: About, parts: Callable[[], tuple[Part, ...]], parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(about, parts, parent)
        dialog.exec()
        dialog.deleteLater()

    def show_licences(self) -> None:
        """Show what the program is made of, and under which licences."""
        LicencesDialog.tell(self._parts(), self)

    def open_folder(self) -> None:
        """Show where the office's data lie."""
        show_folder(self._about.folder, texts.FOLDER_TITLE, self)

    def _buttons(self) -> QHBoxLayout:
        licences = Action(texts.LICENCES, texts.LICENCES_TIP, self.show_licences)
        folder = Action(texts.OPEN_FOLDER, texts.OPEN_FOLDER_TIP, self.open_folder)
        return button_row((licences, folder), Action(texts.CLOSE, "", self.reject))


def version_words(about: About) -> str:
    """Say which version it is, and of which day where that is known."""
    if not about.version:
        return texts.NO_VERSION
    if about.day is None:
        return texts.VERSION.format(version=about.version)
    return texts.VERSION_OF_DAY.format(version=about.version, day=day_text(about.day))
