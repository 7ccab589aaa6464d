"""The screen of narrative reports: the parts at the left, the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout

from db.rules.findings import Finding
from db.rules.reports.filled import ReportPart, part_numbers
from ui.common import theme
from ui.common.forms.choice_editor import ChoiceEditor
from ui.common.forms.message import Message
from ui.common.lists.record_keys import record_key
from ui.common.screens.divider import remember_divider
from ui.common.screens.screen import Screen
from ui.common.screens.screen_head import ScreenHead
from ui.common.screens.subject import ScreenHelp
from ui.common.workplace import Workplace
from ui.returns.reports import texts
from ui.returns.reports.papers import save_report, show_report
from ui.returns.reports.part_panel import PartPanel
from ui.returns.reports.presenter import ReportPresenter

_SPLIT = (300, 760)
_UNIT_WIDTH, _PAUSE_MS = 260, 50
_KEY = int(Qt.ItemDataRole.UserRole)
_HEAD = ""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReportsScreen(Screen):
    """Writing and printing the narrative report of a period."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.presenter = ReportPresenter(workplace, self)
        self.unit_editor, self.note, self.warning = ChoiceEditor(), QLabel(), Message(theme.soon)
        self.parts, self.panel = QListWidget(), PartPanel(self.presenter)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        self.presenter.reload()
        self.filled.emit()

    def help(self) -> ScreenHelp:
        return ScreenHelp(texts.TITLE, texts.PURPOSE, texts.KEYS)

    def settle(self) -> None:
        self.panel.settle()

    def take_focus(self) -> None:
        self.parts.setFocus()

    def print_report(self) -> None:
        """Check the report and show it as it will be printed."""
        self.settle()
        report = self.presenter.report
        if report is not None:
            show_report(self, self.workplace, report, self.presenter.file_name, self._go_to)

    def save(self) -> None:
        """Keep the report as a Word or PDF file."""
        self.settle()
        report = self.presenter.report
        if report is not None:
            save_report(self, self.workplace, report, self.presenter.file_name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.presenter.stale:
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[str, Callable[[], None]] = {
            "filter": self._choose_unit,
            "print": self.print_report,
            "export": self.save,
        }
        action = record_key(event, in_list=False)
        if action in actions:
            actions[action]()
        elif event.key() in _ENTER and self.parts.hasFocus():
            self.panel.take_focus()
        elif event.key() == Qt.Key.Key_Escape and not self.parts.hasFocus():
            self.settle()
            self.parts.setFocus()
        else:
            super().keyPressEvent(event)

    def _go_to(self, finding: Finding) -> None:
        """Choose the part that a finding names; whatever is no number of a part is mended in the head."""
        report = self.presenter.report
        numbers = ("", *part_numbers(report.parts)) if report else ("",)
        place = finding.place
        while place and place not in numbers:
            place = place.rpartition(".")[0]
        self.parts.setCurrentRow(numbers.index(place) if place else 0)
        self.panel.take_focus()

    def _choose_unit(self) -> None:
        self.unit_editor.setFocus()
        self.unit_editor.selectAll()

    def _on_report(self) -> None:
        presenter = self.presenter
        self.note.setText(presenter.note())
        self.warning.say("\n".join(presenter.warnings()))
        ready = presenter.report is not None
        for button in (self.print_button, self.save_button):
            button.setEnabled(ready)
        self.reload_button.setVisible(not ready and not presenter.busy)
        self._list_parts()
        if ready:
            self.panel.show_part(self._chosen())
        else:
            self.panel.clear()

    def _list_parts(self) -> None:
        """List the parts; the chosen one stays chosen, and the same parts only get their words."""
        report = self.presenter.report
        numbered = zip(part_numbers(report.parts), report.parts, strict=True) if report else ()
        words = [(part.part.key, _words(number, part)) for number, part in numbered]
        listed = [(_HEAD, texts.HEAD), *words] if report else []
        if [key for key, _ in listed] != [self.parts.item(at).data(_KEY) for at in range(self.parts.count())]:
            self._relist([key for key, _ in listed])
        for at, (_, title) in enumerate(listed):
            self.parts.item(at).setText(title)
            self.parts.item(at).setToolTip(title)

    def _relist(self, keys: list[str]) -> None:
        chosen = self._chosen()
        self.parts.blockSignals(True)
        self.parts.clear()
        for key in keys:
            item = QListWidgetItem()
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, theme.ROW_HEIGHT))
            self.parts.addItem(item)
        self.parts.setCurrentRow(keys.index(chosen) if chosen in keys else 0)
        self.parts.blockSignals(False)

    def _chosen(self) -> str:
        item = self.parts.currentItem()
        return str(item.data(_KEY)) if item is not None else _HEAD

    def _on_part(self) -> None:
        self.panel.show_part(self._chosen())
        self.panel.verticalScrollBar().setValue(0)

    def _on_options(self) -> None:
        self.unit_editor.set_options(self.presenter.units)
        self._show_unit()

    def _show_unit(self) -> None:
        code = str(self.presenter.unit_id)
        title = next((item.title for item in self.presenter.units if item.code == code), "")
        self.unit_editor.set_choice(code if title else "", title)

    def _on_unit_left(self) -> None:
        self.settle()
        self.presenter.choose_unit(self.unit_editor.chosen())
        # What meant no unit gives way to the one that is shown.
        self._show_unit()

    def _on_outdated(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _catch_up(self) -> None:
        if self.presenter.stale:
            self.settle()
            self.presenter.reload()

    def _connect(self) -> None:
        presenter = self.presenter
        presenter.options_changed.connect(self._on_options)
        presenter.report_changed.connect(self._on_report)
        presenter.outdated.connect(self._on_outdated)
        self._pause.timeout.connect(self._catch_up)
        self.parts.currentRowChanged.connect(lambda _: self._on_part())
        for signal in (self.unit_editor.settled, self.unit_editor.went_on, self.unit_editor.editingFinished):
            signal.connect(self._on_unit_left)
        remember_divider(self._splitter, self.workplace.preferences, "reports", _SPLIT)

    def _lay_out(self) -> None:
        self.parts.setAccessibleName(texts.PARTS)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.note.setWordWrap(True)
        self._splitter.addWidget(self.parts)
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.STEP * 3, theme.STEP * 3, theme.STEP * 3, theme.STEP)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(self._head())
        column.addLayout(self._choices())
        column.addWidget(self.note)
        column.addWidget(self.warning)
        column.addWidget(self._splitter, 1)

    def _head(self) -> ScreenHead:
        head = ScreenHead(texts.TITLE)
        self.print_button = head.add_primary(texts.PRINT, texts.PRINT_TIP)
        self.print_button.clicked.connect(self.print_report)
        self.save_button = head.add_button(texts.SAVE, texts.SAVE_TIP, "export")
        self.save_button.clicked.connect(self.save)
        self.reload_button = head.add_button(texts.RELOAD, texts.RELOAD_TIP)
        self.reload_button.clicked.connect(self.presenter.reload)
        self.reload_button.hide()
        return head

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.STEP * 2)
        label = QLabel(texts.UNIT)
        label.setBuddy(self.unit_editor)
        self.unit_editor.setAccessibleName(texts.UNIT)
        self.unit_editor.setPlaceholderText(texts.UNIT_HINT)
        self.unit_editor.setMinimumWidth(_UNIT_WIDTH)
        row.addWidget(label)
        row.addWidget(self.unit_editor)
        row.addStretch(1)
        return row


def _words(number: str, part: ReportPart) -> str:
    title = texts.NUMBERED.format(number=number, title=part.part.title) if number else part.part.title
    if any(sentence.findings for sentence in part.sentences):
        return texts.LOOK.format(title=title)
    return texts.SILENT.format(title=title) if part.is_silent else title
