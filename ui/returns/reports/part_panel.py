"""The chosen part of a report: what the officer writes before and after, and the sentences with their figures."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from db.rules.reports.filled import (
    DAY,
    NUMBER,
    RECIPIENTS,
    SUBJECT,
    Report,
    ReportPart,
    ReportSentence,
    after_key,
    before_key,
)
from db.rules.reports.skeletons import Holds
from ui.common import theme
from ui.common.finding_texts import finding_text
from ui.common.found_again import FoundAgain
from ui.returns.reports import texts
from ui.returns.reports.presenter import ReportPresenter
from ui.returns.reports.target_table import TargetTable
from ui.returns.reports.text_row import TextRow, day_row, line_row, lines_row

_OWN_LINES, _BESIDE_LINES = 8, 3
_HEAD_ROWS: dict[str, tuple[str, Callable[[str], TextRow]]] = {
    NUMBER: (texts.NUMBER, line_row),
    DAY: (texts.DAY, day_row),
    SUBJECT: (texts.SUBJECT, line_row),
    RECIPIENTS: (texts.RECIPIENTS, lines_row),
}


class PartPanel(QScrollArea):
    """Shows one part, told by its key; no key is the head of the document."""

    def __init__(self, presenter: ReportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.key: str | None = None
        self.rows: dict[str, TextRow] = {}
        self.targets: TargetTable | None = None
        self.title, self.guide, self.found = QLabel(), QLabel(), FoundAgain()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_part(self, key: str) -> None:
        """Show a part from its beginning; what was being typed in the one before is kept first."""
        report = self._presenter.report
        if report is None:
            self.clear()
        elif key != self.key:
            self.settle()
            self._build(report, key)
        self.refresh()

    def clear(self) -> None:
        """Show nothing: there is no report."""
        self.key, self.rows, self.targets = None, {}, None
        self._replace(QWidget())

    def settle(self) -> None:
        """Keep what is being typed."""
        for row in self.rows.values():
            row.settle()

    def take_focus(self) -> None:
        """Put the cursor where is written first."""
        first = next(iter(self.rows.values()), None)
        if first is not None:
            first.editor.setFocus()

    def refresh(self) -> None:
        """Show the report as it is now; rows in which is typed stay as they are."""
        report = self._presenter.report
        if report is None or self.key is None:
            return
        part = _part_of(report, self.key)
        if part is None:
            self._show_head(report)
            return
        self._show_own(before_key(part.part.key))
        self._show_own(after_key(part.part.key))
        for sentence in part.sentences:
            self._show_sentence(sentence)
        if self.targets is not None:
            self.targets.show_targets(part.targets)

    def _show_head(self, report: Report) -> None:
        usual = {SUBJECT: report.subject, RECIPIENTS: "\n".join(report.recipients)}
        for key, row in self.rows.items():
            row.show_text(self._presenter.text(key) or usual.get(key, ""))
            row.say("", self._finding(key))

    def _show_own(self, key: str) -> None:
        row = self.rows.get(key)
        if row is not None:
            row.show_text(self._presenter.text(key))
            row.say("", self._finding(key))

    def _show_sentence(self, sentence: ReportSentence) -> None:
        row = self.rows.get(sentence.key)
        if row is None:
            return
        row.show_text(sentence.text)
        told = " ".join(finding_text(item) for item in sentence.findings)
        missing = "" if sentence.is_own else "; ".join(sentence.filled.missing)
        unrecorded = texts.UNRECORDED.format(titles=missing) if missing else ""
        warning = " ".join(words for words in (told, unrecorded, self._finding(sentence.key)) if words)
        back = sentence.filled.text if sentence.is_own else ""
        row.say(texts.OWN if sentence.is_own else "", warning, back)

    def _finding(self, key: str) -> str:
        finding = self._presenter.findings.get(key)
        return finding_text(finding) if finding else ""

    def _build(self, report: Report, key: str) -> None:
        self.key, self.rows, self.targets = key, {}, None
        self.title, self.guide, self.found = QLabel(), QLabel(), FoundAgain()
        self.found.taken.connect(self._take_found)
        self.found.thrown.connect(self._throw_found)
        self.title.setFont(theme.strong(self.font()))
        for label in (self.title, self.guide):
            label.setWordWrap(True)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.STEP * 2, 0, theme.STEP * 2, theme.STEP)
        column.setSpacing(theme.STEP * 3)
        column.addWidget(self.title)
        column.addWidget(self.guide)
        column.addWidget(self.found)
        part = _part_of(report, key)
        if part is None:
            self._build_head(column)
        else:
            self._build_part(column, part)
        column.addStretch(1)
        self._replace(holder)
        self._tell_found()

    def _replace(self, holder: QWidget) -> None:
        # An editor may be in the middle of losing the focus: it goes once it is done with that.
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(holder)

    def _build_head(self, column: QVBoxLayout) -> None:
        self.title.setText(texts.HEAD)
        self.guide.setText(texts.HEAD_GUIDE)
        for key, (label, make) in _HEAD_ROWS.items():
            self._add(column, key, make(label), partial(self._presenter.keep, key))

    def _build_part(self, column: QVBoxLayout, part: ReportPart) -> None:
        self.title.setText(part.part.title)
        self.guide.setText(part.part.guide)
        own = not part.sentences and part.part.holds is Holds.TEXT
        before, after = before_key(part.part.key), after_key(part.part.key)
        label, lines = (texts.ONLY_OWN, _OWN_LINES) if own else (texts.BEFORE, _BESIDE_LINES)
        self._add(column, before, lines_row(label, lines), partial(self._presenter.keep, before))
        for number, sentence in enumerate(part.sentences, start=1):
            self._add_sentence(column, part, sentence, number)
        if part.part.holds is Holds.TARGETS:
            self.targets = TargetTable(self._presenter)
            column.addWidget(self.targets)
        if not own:
            row = lines_row(texts.AFTER, _BESIDE_LINES)
            self._add(column, after, row, partial(self._presenter.keep, after))

    def _add_sentence(
        self, column: QVBoxLayout, part: ReportPart, sentence: ReportSentence, number: int
    ) -> None:
        has_figures = bool(sentence.filled.figures or sentence.filled.missing)
        label = texts.SENTENCE.format(number=number) if has_figures else texts.PLAIN_SENTENCE
        row, key = lines_row(label), sentence.key
        row.editor.setToolTip(texts.READY_TIP)
        self._add(column, key, row, partial(self._keep_sentence, key))
        row.taken_back.connect(partial(self._keep_sentence, key, ""))

    def _add(self, column: QVBoxLayout, key: str, row: TextRow, keep: Callable[[str], None]) -> None:
        self.rows[key] = row
        row.left.connect(keep)
        row.editor.typed.connect(lambda: self._presenter.note_typed(key, row.editor.text()))
        left = self._presenter.left_typed(key)
        if left is not None and not self._presenter.is_newer(key):
            row.take_typed(left)
        column.addWidget(row)

    def _tell_found(self) -> None:
        """Say what an earlier run left here; where something newer stands, that was left alone."""
        found = [at for at in map(self._presenter.found_at, self.rows) if at is not None]
        if found:
            self.found.tell(found[0], newer=any(map(self._presenter.is_newer, self.rows)))

    def _take_found(self) -> None:
        for key, row in self.rows.items():
            left = self._presenter.left_typed(key)
            if left is not None:
                row.take_typed(left)

    def _throw_found(self) -> None:
        for key, row in self.rows.items():
            if self._presenter.found_at(key) is not None:
                self._presenter.throw_typed(key)
                row.give_up()
        self.refresh()

    def _keep_sentence(self, key: str, typed: str) -> None:
        report = self._presenter.report
        found = [item for part in report.parts for item in part.sentences] if report else []
        sentence = next((item for item in found if item.key == key), None)
        if sentence is not None:
            self._presenter.keep_sentence(sentence, typed)


def _part_of(report: Report, key: str) -> ReportPart | None:
    return next((part for part in report.parts if part.part.key == key), None)
