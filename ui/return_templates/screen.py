"""The screen of a province's own workbooks: the list, and below it what there is to know of one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMessageBox, QSplitter, QVBoxLayout

from db.rules.formats import day_text, number_text
from exports.returns.template_writing import PreviewSheet
from ui.common import texts as shared
from ui.common import theme
from ui.common.dropped_files import dropped_files
from ui.common.lists.columns import Column, number_column
from ui.common.lists.list_model import ListModel
from ui.common.lists.list_panel import ListPanel
from ui.common.lists.record_keys import record_key
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.return_templates import texts
from ui.return_templates.detail import TemplateDetail
from ui.return_templates.presenter import TemplatesPresenter, loss_rows
from ui.return_templates.tag_list_dialog import TagListDialog
from ui.return_templates.taking_dialog import TakingDialog, looked_words

_NAME = "return_templates"
_SPLIT = (190, 430)

COLUMNS = (
    Column(texts.NAME, "title", 260),
    Column(texts.SET, "set", 240),
    Column(texts.FROM, "valid_from", 96),
    Column(texts.TO, "valid_to", 96),
    Column(texts.FILE, "file_name", 220),
    number_column(texts.RETURNS, "returns", 120),
)


class ReturnTemplatesScreen(Screen):
    """Templates with their days, tags, losses and a look at them filled."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = TemplatesPresenter(workplace, self)
        self.list_model = ListModel(COLUMNS, self.presenter.rows, self, muted="withdrawn")
        self.list = ListPanel(_NAME, self.list_model, workplace.preferences)
        self.list.table.setAccessibleName(texts.LIST)
        self.detail = TemplateDetail()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.list.choose_first()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def take_focus(self) -> None:
        self.list.take_focus()

    def show_record(self, record_id: int) -> None:
        self.list.filters.clear()
        self.list.table.choose(record_id)
        self.take_focus()

    def narrow(self, text: str) -> None:
        self.list.filters.line.setText(text)
        self.list.filters.line.setFocus()

    def add_template(self, path: Path | None = None) -> None:
        """Ask for a workbook and take it in."""
        kept = TakingDialog.ask(self.workplace, self, path)
        if kept is not None:
            self.show_record(kept)
        self.take_focus()

    def take_away(self) -> None:
        """Ask, and take the chosen workbook away."""
        number = self._chosen()
        if number is not None and self._wants_away(number):
            self.presenter.take_away(number)
            self.take_focus()

    def look(self) -> None:
        """Show the chosen workbook with the office's figures."""
        if self._chosen() is not None:
            self.detail.open_look()

    def show_tags(self) -> None:
        """Show the list of tags to be copied."""
        TagListDialog.tell(self.presenter.every_tag(), self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if files:
            self.add_template(files[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "new": self.add_template,
            "import": self.add_template,
            "remove": self.take_away,
            "filter": self._filter,
        }
        action = record_key(event, in_list=self.list.table.hasFocus())
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if action in actions:
            actions[action]()
        elif event.key() == Qt.Key.Key_F9:
            self.look()
        elif is_control and event.key() == Qt.Key.Key_T:
            self.show_tags()
        elif event.key() == Qt.Key.Key_Escape and self.detail.isAncestorOf(self.focusWidget() or self):
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> int | None:
        chosen = self.list.table.chosen_ids()
        if len(chosen) != 1:
            self.workplace.say(texts.ONE_CHOSEN)
            return None
        return chosen[0]

    def _wants_away(self, number: int) -> bool:
        info = self.presenter.info(number)
        words = texts.REMOVE_ASK.format(title=info.title, day=day_text(info.valid_from))
        words += (
            texts.REMOVE_KEPT.format(count=number_text(info.returns)) if info.returns else texts.REMOVE_LOST
        )
        box = QMessageBox(QMessageBox.Icon.Question, texts.REMOVE_TITLE, words, parent=self)
        wanted = box.addButton(texts.REMOVE_NOW, QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(texts.KEEP, QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is wanted

    def _filter(self) -> None:
        self.list.filters.line.setFocus()
        self.list.filters.line.selectAll()

    def _on_changed(self) -> None:
        presenter = self.presenter
        self.list.show_rows(presenter.shown, {}, {}, self.list.table.current_id())
        self.list.filters.show_count(texts.COUNT.format(count=number_text(len(presenter.shown))))
        if presenter.narrowed:
            self.list.empty.say(shared.EMPTY_FILTERED, shared.EMPTY_FILTERED_HINT, shared.CLEAR_FILTER)
        else:
            self.list.empty.say(texts.EMPTY_TITLE, texts.EMPTY, texts.EMPTY_STEP)
        self.detail.setVisible(bool(presenter.shown))
        self.list.choose_first()
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.list.table.chosen_ids()
        if len(chosen) == 1:
            info = self.presenter.info(chosen[0])
            self.detail.show_template((), self.presenter.tags_of(chosen[0]), loss_rows(info.book.losses))
        else:
            self.detail.show_template((), (), ())

    def _on_look_wanted(self) -> None:
        chosen = self.list.table.chosen_ids()
        if len(chosen) == 1:
            self.presenter.look(chosen[0])

    def _on_looked(self, sheets: tuple[PreviewSheet, ...]) -> None:
        self.detail.show_look(sheets, looked_words(self.workplace))

    def _on_first_step(self) -> None:
        if self.presenter.narrowed:
            self.list.filters.clear()
        else:
            self.add_template()

    def _connect(self) -> None:
        presenter, panel = self.presenter, self.list
        presenter.changed.connect(self._on_changed)
        presenter.looked.connect(self._on_looked)
        self.workplace.period_changed.connect(self._show_chosen)
        self.detail.look_wanted.connect(self._on_look_wanted)
        panel.selection_described.connect(self.workplace.selection_described)
        panel.row_shown.connect(lambda _: self._show_chosen())
        panel.table.row_opened.connect(self.look)
        panel.filters.text_changed.connect(presenter.filter_text)
        panel.empty.step_taken.connect(self._on_first_step)
        remember_divider(self._splitter, self.workplace.preferences, _NAME, _SPLIT)

    def _lay_out(self) -> None:
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addWidget(self._splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        head.add_primary(texts.ADD, texts.ADD_TIP).clicked.connect(lambda: self.add_template())
        buttons: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (texts.LOOK, texts.LOOK_TIP, self.look),
            (texts.REMOVE, texts.REMOVE_TIP, self.take_away),
            (texts.TAGS, texts.TAGS_TIP, self.show_tags),
        )
        for words, tip, act in buttons:
            head.add_button(words, tip).clicked.connect(act)
        return head
