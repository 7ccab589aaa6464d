"""The lines of a change: a unit that is concerned, a unit that stands after."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.common import theme
from ui.common.forms.choosing import Option
from ui.common.forms.finder_editor import FinderEditor
from ui.common.forms.text_editors import LineEditor
from ui.common.held_fields import HeldEditors
from ui.unit_changes import texts
from ui.unit_changes.presenter import TypedResult, TypedSource

_CODE_WIDTH, _REMOVE_WIDTH = 90, 32
Seek = Callable[[str], tuple[Option, ...]]


class Line(QWidget):
    """A line that can be taken away. `edited` when anything in it changes."""

    edited = Signal()
    removed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.held = HeldEditors({})
        self.remove_button = QPushButton("✕")
        self.remove_button.setFixedWidth(_REMOVE_WIDTH)
        self.remove_button.setToolTip(texts.REMOVE_LINE)
        self.remove_button.setAccessibleName(f"{texts.REMOVE_LINE}: {name}")
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self.removed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme.STEP)


class SourceLine(Line):
    """A unit that is concerned, and in a merger whether the whole of it."""

    def __init__(self, name: str, seek: Seek) -> None:
        super().__init__(name)
        self.finder, self.extent = FinderEditor(seek), QComboBox()
        self.finder.setPlaceholderText(texts.SOURCE_HINT)
        self.finder.setAccessibleName(name)
        self.extent.setAccessibleName(f"{name}: {texts.WHOLE} / {texts.PART}")
        for title, whole in ((texts.WHOLE, True), (texts.PART, False)):
            self.extent.addItem(title, whole)
        self.row.addWidget(self.finder, 1)
        self.row.addWidget(self.extent)
        self.row.addWidget(self.remove_button)
        self.held = HeldEditors({"unit": self.finder, "extent": self.extent})
        self.finder.textChanged.connect(self.edited)
        self.extent.currentIndexChanged.connect(self.edited)
        self.finder.went_on.connect(self.focusNextChild)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in reading order."""
        return [self.finder, self.extent, self.remove_button]

    def typed(self) -> TypedSource:
        """Return what is said; in a change of one unit always the whole."""
        is_whole = self.extent.isHidden() or bool(self.extent.currentData())
        return TypedSource(self.finder.text(), is_whole)


class ResultLine(Line):
    """A unit that stands after: a new one by code and name, or one that there is."""

    def __init__(self, name: str, seek: Seek) -> None:
        super().__init__(name)
        self.mode, self._pages = QComboBox(), QStackedWidget()
        self.code, self.name, self.finder = LineEditor(), LineEditor(), FinderEditor(seek)
        self.mode.setAccessibleName(name)
        for title, is_new in ((texts.TARGET_NEW, True), (texts.TARGET_OLD, False)):
            self.mode.addItem(title, is_new)
        self.held = HeldEditors(
            {"mode": self.mode, "code": self.code, "name": self.name, "unit": self.finder}
        )
        self._fill(name)
        self.mode.currentIndexChanged.connect(self._pages.setCurrentIndex)
        self.mode.currentIndexChanged.connect(self.edited)
        for editor in (self.code, self.name, self.finder):
            editor.textChanged.connect(self.edited)
        self.finder.went_on.connect(self.focusNextChild)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in reading order."""
        return [self.mode, self.code, self.name, self.finder, self.remove_button]

    def typed(self) -> TypedResult:
        """Return what is said."""
        if self.mode.currentData():
            return TypedResult(code=self.code.text(), name=self.name.text())
        return TypedResult(unit=self.finder.text(), is_new=False)

    def _fill(self, name: str) -> None:
        self.code.setPlaceholderText(texts.CODE)
        self.code.setAccessibleName(f"{name}: {texts.CODE}")
        self.code.setFixedWidth(_CODE_WIDTH)
        self.name.setPlaceholderText(texts.NAME_HINT)
        self.name.setAccessibleName(f"{name}: {texts.NAME}")
        self.finder.setPlaceholderText(texts.SOURCE_HINT)
        self.finder.setAccessibleName(f"{name}: {texts.TARGET_OLD}")
        new = QWidget()
        inside = QHBoxLayout(new)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.STEP)
        inside.addWidget(self.code)
        inside.addWidget(self.name, 1)
        self._pages.addWidget(new)
        self._pages.addWidget(self.finder)
        self._pages.setFixedHeight(new.sizeHint().height())
        self.row.addWidget(self.mode)
        self.row.addWidget(self._pages, 1)
        self.row.addWidget(self.remove_button)


L = TypeVar("L", bound=Line)


class Lines(Generic[L]):
    """Lines of one sort, one under the other; as many as `fewest` always stay.

    `on_edited` hears of every change, `on_moved` of lines that came or went.
    """

    def __init__(
        self, make: Callable[[int], L], on_edited: Callable[[], None], on_moved: Callable[[], None]
    ) -> None:
        self._make, self._on_edited, self._on_moved = make, on_edited, on_moved
        self.fewest = 1
        self.all: list[L] = []
        self.widget = QWidget()
        self.widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.STEP)

    def add(self) -> L:
        """Add a line at the end."""
        line = self._make(len(self.all) + 1)
        self.all.append(line)
        self._column.addWidget(line)
        # Qt shows what joins a layout a moment later: Tab would pass it by until then.
        line.show()
        line.edited.connect(self._on_edited)
        line.removed.connect(lambda: self.remove(line))
        self._settle()
        return line

    def remove(self, line: L) -> None:
        """Take a line away."""
        self.all.remove(line)
        line.hide()
        line.deleteLater()
        self._settle()

    def texts(self) -> list[dict[str, str]]:
        """Return what stands in each line."""
        return [line.held.texts() for line in self.all]

    def show_texts(self, texts: Sequence[Mapping[str, str]]) -> None:
        """Have as many lines as are said, with what is said of each."""
        self.keep_between(self.fewest, max(len(texts), self.fewest))
        while len(self.all) < len(texts):
            self.add()
        for line, said in zip(self.all, texts, strict=False):
            line.held.show_texts(said)

    def keep_between(self, fewest: int, most: int) -> None:
        """Have at least and at most so many lines, whatever stands in those beyond."""
        self.fewest = fewest
        for line in self.all[most:]:
            self.remove(line)
        while len(self.all) < fewest:
            self.add()
        self._settle()

    def _settle(self) -> None:
        for line in self.all:
            line.remove_button.setEnabled(len(self.all) > self.fewest)
        self._on_moved()
        self._on_edited()
