"""The tables of a hand-over: how many records of each kind go where, and which groups want a decision."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from db.rules.formats import number_text
from db.services.handing.sharing import ARCHIVE, Group
from ui.common import theme
from ui.handing import texts
from ui.handing.hand_on_presenter import HandOnPresenter

_NAME_WIDTH, _COUNT_WIDTH = 170, 88
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_UNDECIDED = -1


class CountsTable(QTableWidget):
    """A row for each receiver or kind, a column for each kind or state; a count of 0 is left empty."""

    def __init__(self, first: str, name: str) -> None:
        super().__init__()
        self._first = first
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)

    def show_counts(
        self,
        heads: Mapping[str, str],
        rows: Sequence[tuple[str, Mapping[str, int]]],
        width: int = _COUNT_WIDTH,
    ) -> None:
        self.setColumnCount(len(heads) + 1)
        self.setHorizontalHeaderLabels([self._first, *heads.values()])
        self.setRowCount(len(rows))
        self.setColumnWidth(0, _NAME_WIDTH)
        for at in range(1, len(heads) + 1):
            self.setColumnWidth(at, width)
        for row, (name, counts) in enumerate(rows):
            self.setItem(row, 0, QTableWidgetItem(name))
            for at, key in enumerate(heads, start=1):
                item = QTableWidgetItem(number_text(counts[key]) if counts.get(key) else "")
                item.setTextAlignment(_RIGHT)
                self.setItem(row, at, item)


class GroupsTable(QTableWidget):
    """A row for each group that wants a decision, with a box of the books that may get it."""

    def __init__(self, presenter: HandOnPresenter) -> None:
        super().__init__(0, len(texts.GROUP_HEADS))
        self._presenter = presenter
        self._groups: tuple[Group, ...] = ()
        self.setHorizontalHeaderLabels(texts.GROUP_HEADS)
        self.setAccessibleName(texts.GROUPS_TITLE)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT + theme.STEP)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        for at, width in enumerate((_NAME_WIDTH, 130, 80)):
            self.setColumnWidth(at, width)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)

    def show_groups(self) -> None:
        """Show the groups; boxes that stand there already only show what is decided."""
        if self._presenter.groups != self._groups:
            self._groups = self._presenter.groups
            self.setRowCount(len(self._groups))
            for row, group in enumerate(self._groups):
                self._fill(row, group)
        for row, group in enumerate(self._groups):
            place = self._presenter.place_of(group)
            box = self.box(row)
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(_UNDECIDED if place is None else place))
            box.blockSignals(False)

    def box(self, row: int) -> QComboBox:
        """Return the box of a group, counted from 0."""
        box = self.cellWidget(row, 3)
        assert isinstance(box, QComboBox)
        return box

    def current_group(self) -> Group | None:
        """Return the group whose row or box has the cursor."""
        focused = next((row for row in range(self.rowCount()) if self.box(row).hasFocus()), self.currentRow())
        return self._groups[focused] if 0 <= focused < len(self._groups) else None

    def _fill(self, row: int, group: Group) -> None:
        shares = self._presenter.shares
        assert shares is not None
        unit, kind = shares.names[group.unit_id], texts.KINDS[group.kind]
        for at, words in enumerate((unit, kind, number_text(len(group.numbers)))):
            item = QTableWidgetItem(words)
            if at == 2:
                item.setTextAlignment(_RIGHT)
            self.setItem(row, at, item)
        box = QComboBox()
        box.setAccessibleName(texts.CHOICE_NAME.format(kind=kind, unit=unit))
        box.addItem(texts.NOT_DECIDED, _UNDECIDED)
        for place in self._presenter.places_for(group):
            box.addItem(f"{shares.names[place]} ({shares.codes[place]})", place)
        box.addItem(texts.ONLY_ARCHIVE, ARCHIVE)
        box.currentIndexChanged.connect(lambda _: self._decide(group, box.currentData()))
        self.setCellWidget(row, 3, box)

    def _decide(self, group: Group, place: int) -> None:
        self._presenter.decide(group, None if place == _UNDECIDED else place)
