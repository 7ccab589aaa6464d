"""The window in which score sheets are written for communes: which, with or without the result, where."""

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from db.rules.units import Level
from ui.common import theme
from ui.common.forms.enter_button import EnterButton
from ui.common.workplace import Workplace
from ui.scores.received import texts
from ui.scores.received.send_presenter import SendPresenter

_WIDTH = 560
_FOLDER = "scores/sent_to"


class SendDialog(QDialog):
    """Sends the sheets of one commune or all."""

    def __init__(self, workplace: Workplace, unit_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        # Not a child of the window: work under way outlives one that is closed.
        self.presenter = SendPresenter(workplace)
        self._is_commune = workplace.office.unit.level == Level.COMMUNE
        title = texts.SEND_UP_TITLE if self._is_commune else texts.SEND_TITLE
        self.setWindowTitle(title.format(year=workplace.year))
        self.setMinimumWidth(_WIDTH)
        self.communes, self.with_result = QComboBox(), QCheckBox(texts.WITH_RESULT)
        self.folder_button, self.close_button = EnterButton(texts.CHOOSE_FOLDER), EnterButton(texts.CLOSE)
        self._fill(unit_id)
        self._lay_out()
        self.folder_button.clicked.connect(self.choose_folder)
        self.close_button.clicked.connect(self.reject)
        self.presenter.written.connect(self.accept)

    @classmethod
    def ask(cls, workplace: Workplace, unit_id: int | None, parent: QWidget) -> None:
        """Send sheets, if the officer goes through with it; a commune is chosen beforehand."""
        dialog = cls(workplace, unit_id, parent)
        dialog.exec()
        dialog.deleteLater()

    def choose_folder(self) -> None:
        """Ask for a folder and write there."""
        preferences = self.workplace.preferences
        chosen = QFileDialog.getExistingDirectory(self, texts.FOLDER_TITLE, preferences.text(_FOLDER))
        if chosen:
            preferences.set_text(_FOLDER, chosen)
            unit_id, with_result = self.communes.currentData(), self.with_result.isChecked()
            self.presenter.write(unit_id, with_result=with_result, folder=Path(chosen))

    def _fill(self, unit_id: int | None) -> None:
        self.communes.setAccessibleName(texts.COMMUNE)
        if not self._is_commune:
            self.communes.addItem(texts.EVERY_COMMUNE, None)
        for unit in self.presenter.communes():
            self.communes.addItem(f"{unit.name} ({unit.code})", unit.id)
        own = self.workplace.office.unit.id if self._is_commune else None
        self.communes.setCurrentIndex(max(self.communes.findData(unit_id or own), 0))

    def _lay_out(self) -> None:
        theme.make_primary(self.folder_button)
        words = QLabel(texts.SEND_UP_WORDS if self._is_commune else texts.SEND_WORDS)
        words.setWordWrap(True)
        form = QFormLayout()
        form.addRow(texts.COMMUNE, self.communes)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.folder_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(words)
        column.addLayout(form)
        # A commune has the result from above; nobody waits for it from below.
        self.with_result.setVisible(not self._is_commune)
        column.addWidget(self.with_result)
        column.addStretch(1)
        column.addLayout(buttons)
