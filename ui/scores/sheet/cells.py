"""How a cell of the sheet is edited and drawn: the editor follows what is answered, items stand further in."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.common import icons, theme
from ui.common.forms.cell_stash import CellStash
from ui.common.forms.text_editors import LineEditor, NumberEditor
from ui.scores.sheet.answer_choice import AnswerChoice, is_chosen
from ui.scores.sheet.cell_keys import ENTER, step_of
from ui.scores.sheet.marks import REASON
from ui.scores.sheet.model import DEPTH_ROLE, EVIDENCE_ROLE, SheetModel
from ui.scores.sheet.presenter import SheetPresenter

Index = QModelIndex | QPersistentModelIndex
_INDENT = 3 * theme.STEP
_EVIDENCE_WIDTH, _CLIP = 36, 14
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class MarkDelegate(QStyledItemDelegate):
    """Opens an editor in a cell. `left` with the key by which it was left, once its text was handed over.

    `not_applying` when F7 was pressed in an editor, `step_requested` on Ctrl+Enter.
    """

    left = Signal(int, int)
    not_applying = Signal()
    step_requested = Signal()

    def __init__(self, presenter: SheetPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.editor: LineEditor | None = None
        self.stash = CellStash(self)
        self.closeEditor.connect(self._on_closed)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = self._made(parent, index)
        self.editor.setFrame(False)
        self.editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        # What is typed in a choice only seeks its entry.
        if not isinstance(self.editor, AnswerChoice):
            self.stash.follow(self.editor, index)
        return self.editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        # What is being typed must not be overwritten by what another cell's keeping tells.
        if isinstance(editor, LineEditor) and not editor.isModified():
            editor.set_text(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        if not isinstance(model, SheetModel):
            return
        if isinstance(editor, AnswerChoice):
            model.setData(index, editor.answer())
        # A cell that was only looked into was not typed in.
        elif isinstance(editor, LineEditor) and editor.isModified():
            editor.setModified(False)
            model.setData(index, editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        self.stash.end(editor)
        super().destroyEditor(editor, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.rect.setLeft(option.rect.left() + _INDENT * max(int(index.data(DEPTH_ROLE) or 0) - 1, 0))
        if index.data(EVIDENCE_ROLE):
            option.rect.setRight(option.rect.right() - _EVIDENCE_WIDTH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)
        count = int(index.data(EVIDENCE_ROLE) or 0)
        if count:
            _draw_evidence(painter, option, count)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, LineEditor)
            and self._takes(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def close(self, rows: int = 0, columns: int = 0) -> None:
        """Hand over what is being typed, close the editor and go on."""
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit(rows, columns)

    def settle(self) -> None:
        """Keep what is being typed, as if the cell had been left."""
        if self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_closed(self) -> None:
        # The view destroys a closed editor only later; until then it must not be handed over again.
        self.editor = None

    def _made(self, parent: QWidget, index: Index) -> LineEditor:
        model, sheet = index.model(), self._presenter.sheet
        place = model.place(index) if isinstance(model, SheetModel) else None
        assert place is not None
        assert sheet is not None
        criterion = sheet.rule_set.criterion(place[0])
        if place[1] == REASON:
            return LineEditor(parent)
        if not is_chosen(criterion):
            return NumberEditor(parent)
        editor = AnswerChoice(criterion, parent)
        editor.left.connect(self.close)
        return editor

    def _takes(self, editor: LineEditor, event: QKeyEvent) -> bool:
        """Take the keys that lead out of a cell; in a choice the arrows are the list's."""
        step = step_of(event)
        if step is not None and not (isinstance(editor, AnswerChoice) and event.key() in _ARROWS):
            self.close(*step)
            return True
        if event.key() == Qt.Key.Key_F7:
            self.not_applying.emit()
            return True
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Qt would hand the text over only after the step was asked for.
            self.settle()
            self.step_requested.emit()
            return True
        if event.key() == Qt.Key.Key_F6:
            editor.clear()
            editor.setModified(True)
            self.close()
            return True
        return False


def _draw_evidence(painter: QPainter, option: QStyleOptionViewItem, count: int) -> None:
    """Draw a clip and how much evidence there is at the right end of a cell."""
    place = QRectF(option.rect)
    place.setLeft(place.right() - _EVIDENCE_WIDTH + theme.STEP)
    clip = QRectF(place.left(), place.center().y() - _CLIP / 2, _CLIP, _CLIP)
    ink = option.palette.color(QPalette.ColorRole.Text)
    painter.save()
    icons.draw(painter, "clip", clip, ink)
    painter.setPen(ink)
    painter.setFont(option.font)
    place.setLeft(clip.right() + theme.STEP / 2)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(count))
    painter.restore()
