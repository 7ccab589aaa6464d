"""A choice that the program makes is the program's: keys that are still held down add nothing to it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

_FLAG = QItemSelectionModel.SelectionFlag
_WHOLE = {
    QAbstractItemView.SelectionBehavior.SelectRows: _FLAG.ClearAndSelect | _FLAG.Rows,
    QAbstractItemView.SelectionBehavior.SelectColumns: _FLAG.ClearAndSelect | _FLAG.Columns,
}

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class ProgramChoice(_View):
    """Goes before the view's class among the bases of a view in which rows or cells anywhere can be chosen together.

    Without it Qt reads Ctrl also where no key chose: after Ctrl+V the row that came in would be chosen beside the one
    before, and Delete would take both.
    """

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        # A press on a head comes without its event; there a held key is meant.
        if event is not None or QGuiApplication.mouseButtons():
            return super().selectionCommand(index, event)
        return _WHOLE.get(self.selectionBehavior(), _FLAG.ClearAndSelect)
