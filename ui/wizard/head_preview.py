"""The head of a document as the names would print it, in small."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from exports.documents import wording
from ui.common import theme
from ui.wizard import texts

_FAMILIES = ["Times New Roman", "Liberation Serif", "Tinos"]
_POINTS = 10


class HeadPreview(QWidget):
    """Agencies left, national name and motto right, number, place, and who signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parent_agency, self.issuing_agency = _label(), _label(bold=True)
        self.number, self.place = _label(), _label(italic=True)
        self.authority, self.post, self.name = _label(bold=True), _label(bold=True), _label(bold=True)
        title = QLabel(texts.PREVIEW)
        title.setFont(theme.strong(self.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 2, 0, 0)
        column.addWidget(title)
        column.addWidget(self._paper())

    def show_names(self, names: Mapping[str, str]) -> None:
        """Show the names as they would be printed."""
        self.parent_agency.setText(names["parent_agency"].upper())
        self.issuing_agency.setText(names["issuing_agency"].upper())
        self.number.setText(texts.PREVIEW_NUMBER.format(symbol=names["symbol"]))
        self.place.setText(texts.PREVIEW_PLACE.format(place=names["place"]))
        self.authority.setText(names["authority"].upper())
        self.post.setText(names["signatory_post"].upper())
        self.name.setText(names["signatory_name"])

    def _paper(self) -> QFrame:
        paper = QFrame()
        paper.setFrameShape(QFrame.Shape.StyledPanel)
        paper.setAutoFillBackground(True)
        palette = paper.palette()
        # Paper is white and ink black, also where the window is dark.
        palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.white)
        palette.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.black)
        paper.setPalette(palette)
        grid = QGridLayout(paper)
        grid.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP * 3)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        left = (self.parent_agency, self.issuing_agency, self.number)
        right = (_label(wording.NATIONAL_NAME, bold=True), _label(wording.MOTTO, bold=True), self.place)
        for row, (first, second) in enumerate(zip(left, right, strict=True)):
            grid.addWidget(first, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(second, row, 1, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate((self.authority, self.post, self.name), start=3):
            grid.addWidget(label, row, 1)
        grid.setRowMinimumHeight(3, theme.GROUP * 2)
        grid.setRowMinimumHeight(5, theme.GROUP * 2)
        return paper


def _label(words: str = "", *, bold: bool = False, italic: bool = False) -> QLabel:
    label = QLabel(words)
    font = QFont(_FAMILIES)
    font.setPointSize(_POINTS)
    font.setBold(bold)
    font.setItalic(italic)
    label.setFont(font)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    return label
