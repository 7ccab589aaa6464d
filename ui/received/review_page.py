"""The page on which a read plan is looked through: source left, items right, the chosen item below them."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ui.common import theme
from ui.common.forms.radio_tab import tab_to_chosen
from ui.received import texts
from ui.received.encoding_dialog import EncodingDialog
from ui.received.item_form import ItemForm
from ui.received.item_tree import ItemTree
from ui.received.presenter import ReviewPresenter
from ui.received.source_view import SourceView
from ui.received.wording import Wording, words_of_kinds

_SIDES, _HEIGHTS = (430, 830), (330, 250)


class ReviewPage(QWidget):
    """Space takes or leaves an item, F2 edits it, F8 goes on to the next one to look at."""

    def __init__(self, presenter: ReviewPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        words = words_of_kinds(presenter.workplace.office.names)
        self.source, self.form = SourceView(), ItemForm(presenter)
        self.wording = Wording(words, presenter.options)
        self.tree = ItemTree(presenter, self.wording)
        self.own, self.as_received = QRadioButton(texts.OWN), QRadioButton(texts.AS_RECEIVED)
        tab_to_chosen((self.own, self.as_received))
        self.only_doubts = QCheckBox(texts.ONLY_DOUBTS)
        self.next_button, self.checked_button = QPushButton(texts.NEXT_DOUBT), QPushButton(texts.CHECKED)
        self.summary, self.remarks, self.converted = QLabel(), QLabel(), QLabel()
        self.compare_button = QPushButton(texts.COMPARE)
        self._lay_out()
        self._connect()

    def show_review(self) -> None:
        """Show the review that was opened."""
        presenter = self._presenter
        self.source.show_lines(presenter.lines)
        with QSignalBlocker(self.own):
            # What was decided item by item stays.
            (self.own if presenter.own else self.as_received).setChecked(True)
        self.remarks.setText(texts.REMARKS.format(words=" ".join(presenter.remarks)))
        self.remarks.setVisible(bool(presenter.remarks))
        self.only_doubts.setChecked(False)
        self._show_preview()
        self.tree.show_review()
        self._summarise()
        self.tree.setFocus()

    def settle(self) -> None:
        self.form.settle()

    def step_to_doubt(self, step: int) -> None:
        """Go to the next item to look at, or the one before."""
        self.settle()
        at = self.tree.current_place()
        found = self._presenter.next_doubt(-1 if at is None else at, step)
        if found is not None:
            self.tree.choose(found)
            self.tree.setFocus()

    def show_problem(self, place: int) -> None:
        """Show an item that cannot be stored, with the cursor in the field that is wrong."""
        self.tree.choose(place)
        findings = self._presenter.findings(place)
        if self._presenter.items[place].accepted and findings:
            self.form.take_focus(findings[0].place)
        else:
            self.tree.setFocus()

    def confirm(self) -> None:
        """Note that the chosen item was looked at, and go on to the next."""
        self.settle()
        at = self.tree.current_place()
        if at is not None:
            self._presenter.confirm(at)
            self.step_to_doubt(1)

    def _on_item_shown(self, place: int | None) -> None:
        self.form.show_item(place)
        self.source.show_place(None if place is None else self._presenter.items[place].place)
        self.checked_button.setEnabled(place is not None and self._presenter.items[place].doubtful)

    def _show_preview(self) -> None:
        preview = self._presenter.preview
        if preview is not None:
            name = texts.ENCODINGS[preview.encoding]
            self.converted.setText(texts.CONVERTED.format(encoding=name))
        for widget in (self.converted, self.compare_button):
            widget.setVisible(preview is not None)

    def compare(self) -> None:
        """Show lines before and after they were converted; read the source anew where that went wrong."""
        preview = self._presenter.preview
        if preview is not None and EncodingDialog.ask(preview, self):
            self._presenter.read_unconverted()

    def _summarise(self) -> None:
        taken = [item.kind for item in self._presenter.items if item.accepted]
        doubts = self._presenter.doubts()
        counts = {kind: taken.count(kind) for kind in ("sections", "targets", "tasks")}
        form = texts.SUMMARY if doubts else texts.SUMMARY_SURE
        self.summary.setText(form.format(doubts=doubts, **counts))
        self.next_button.setEnabled(bool(doubts))

    def _connect(self) -> None:
        self.tree.item_shown.connect(self._on_item_shown)
        self.tree.edit_requested.connect(lambda: self.form.take_focus())
        self.own.toggled.connect(self._presenter.set_own)
        self.only_doubts.toggled.connect(self.tree.show_only_doubts)
        self.next_button.clicked.connect(lambda: self.step_to_doubt(1))
        self.checked_button.clicked.connect(self.confirm)
        self.compare_button.clicked.connect(self.compare)
        self._presenter.items_changed.connect(self._summarise)

    def _lay_out(self) -> None:
        self.remarks.setWordWrap(True)
        self.remarks.setPalette(theme.colored(self.palette(), theme.soon()))
        right, sides = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        right.addWidget(self.tree)
        right.addWidget(self.form)
        sides.addWidget(self.source)
        sides.addWidget(right)
        for splitter, sizes in ((right, _HEIGHTS), (sides, _SIDES)):
            splitter.setChildrenCollapsible(False)
            splitter.setSizes(list(sizes))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEP * 2)
        column.addLayout(self._ways())
        column.addLayout(self._conversion())
        column.addWidget(self.remarks)
        column.addWidget(sides, 1)
        column.addWidget(self.summary)

    def _conversion(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.compare_button.setToolTip(texts.COMPARE_TIP)
        self.compare_button.setAutoDefault(False)
        row.addWidget(self.converted)
        row.addWidget(self.compare_button)
        row.addStretch()
        return row

    def _ways(self) -> QHBoxLayout:
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(theme.GROUP)
        tips = (
            (self.own, texts.OWN_TIP),
            (self.as_received, texts.AS_RECEIVED_TIP),
            (self.only_doubts, texts.ONLY_DOUBTS_TIP),
            (self.next_button, texts.NEXT_DOUBT_TIP),
            (self.checked_button, texts.CHECKED_TIP),
        )
        for widget, tip in tips:
            widget.setToolTip(tip)
            row.addWidget(widget)
        for button in (self.own, self.as_received):
            group.addButton(button)
        for pressed in (self.next_button, self.checked_button):
            pressed.setAutoDefault(False)
        row.insertStretch(2, 1)
        return row
