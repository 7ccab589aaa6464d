"""The office's schedule: begun from one that is known, edited line by line, with the due days of the year beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.rules.entries import read_day
from db.rules.findings import Finding, Refused
from db.rules.formats import Value, day_text
from db.rules.returns.due import Due
from db.rules.returns.schedules import Schedule
from db.rules.returns.working_days import days_words, read_days
from db.rules.text import cleaned
from ui.common import theme
from ui.common.finding_texts import LEVELS, finding_text
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.message import Message
from ui.common.forms.text_editors import LineEditor
from ui.common.held_fields import Editor, HeldEditors
from ui.common.lists.columns import Column
from ui.common.lists.list_model import ListModel
from ui.common.lists.record_table import RecordTable
from ui.common.lists.standing_cells import TONE_KEY, ToneDelegate
from ui.common.period_texts import period_title
from ui.common.return_due_texts import clash_words
from ui.common.standing_texts import Tone
from ui.common.texts import TURN_BACK
from ui.common.typed_aside import TypedAside
from ui.common.workplace import Workplace
from ui.returns.due import texts
from ui.returns.due.held_schedule import HeldSchedule
from ui.returns.due.line_rows import LineRows
from ui.returns.due.schedule_presenter import PRESENT, SchedulePresenter, one_set_each

_ASIDE = "schedule_typed"
_SIZE = (1120, 660)
_COLUMNS = (
    Column(texts.PERIOD, "period", 168, sortable=False),
    Column(texts.SET, "set", 180, sortable=False),
    Column(texts.CUT_OFF, "cut_off", 92, "center", sortable=False),
    Column(texts.DUE, "due", 92, "center", sortable=False),
    Column(texts.LINE_LEVELS, "levels", 150, sortable=False),
    Column(texts.NOTE, "note", 400, sortable=False),
)


@dataclass(frozen=True)
class _PreviewLine:
    id: int
    cells: dict[str, Value]


class ScheduleDialog(QDialog):
    """Keeps the schedule through its presenter; closes only where nothing stands against it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self.presenter = workplace, SchedulePresenter(workplace)
        self._schedule = self.presenter.begun_from(PRESENT)
        self._shown: dict[int, _PreviewLine] = {}
        self.setWindowTitle(texts.SCHEDULE_TITLE)
        theme.fit_screen(self, *_SIZE)
        self.begin_box, self.name, self.citation = QComboBox(), LineEditor(), LineEditor()
        self.first, self.last, self.days_off = DayEditor(), DayEditor(), LineEditor()
        self.lines = LineRows(self.presenter.sets)
        self.model = ListModel(_COLUMNS, lambda ids: [self._shown[number] for number in ids], self)
        self.preview, self.message = RecordTable(self.model), Message()
        self.accept_button, self.back_button = QPushButton(texts.SCHEDULE_ACCEPT), QPushButton(TURN_BACK)
        self._lay_out()
        self._connect()
        self._show(self._schedule)
        self.begin_box.setFocus()
        self._put_aside()

    @classmethod
    def ask(cls, workplace: Workplace, parent: QWidget) -> None:
        """Show the schedule until one is kept or the officer turns back."""
        dialog = cls(workplace, parent)
        dialog.exec()
        dialog.deleteLater()

    def _put_aside(self) -> None:
        typed: dict[str, Editor] = {"begin": self.begin_box, "title": self.name, "citation": self.citation}
        typed |= {"valid_from": self.first, "valid_to": self.last, "days_off": self.days_off}
        held = HeldSchedule(HeldEditors(typed), self.lines)
        TypedAside(self._workplace, _ASIDE).hold_fields(self, str(self.presenter.year), held)

    def _show(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self.name.set_text(schedule.title)
        self.citation.set_text(schedule.citation)
        self.first.set_text(day_text(schedule.valid_from))
        self.last.set_text(day_text(schedule.valid_to) if schedule.valid_to else "")
        self.lines.show_lines(one_set_each(schedule.lines))

    def _try(self) -> None:
        typed = self._read()
        findings = typed if isinstance(typed, tuple) else self.presenter.keep(typed, self._days())
        if findings:
            self._complain(findings)
            return
        assert isinstance(typed, Schedule)
        first = day_text(typed.valid_from)
        self._workplace.say(texts.KEPT_SCHEDULE.format(title=typed.title, first=first))
        self.accept()

    def _read(self) -> Schedule | tuple[Finding, ...]:
        """Return the schedule as it is typed, or what cannot be read of it."""
        try:
            first, last = self._day(self.first), self._day(self.last)
            self._days()
        except Refused as refused:
            return refused.findings
        if first is None:
            return (Finding("required", "valid_from"),)
        return replace(
            self._schedule,
            title=cleaned(self.name.text()),
            citation=cleaned(self.citation.text()),
            valid_from=first,
            valid_to=last,
            lines=self.lines.lines(),
        )

    def _day(self, editor: DayEditor) -> date | None:
        text = cleaned(editor.text())
        if not text:
            return None
        try:
            return read_day(text, self.presenter.typing_day)
        except ValueError as error:
            raise Refused([Finding(str(error), "valid_from", text)]) from None

    def _days(self) -> frozenset[date]:
        return read_days(self.days_off.text(), self.presenter.typing_day)

    def _complain(self, findings: Sequence[Finding]) -> None:
        self.message.say(" ".join(dict.fromkeys(map(_sentence, findings))))
        place = findings[0].place.partition(".")[0]
        fields = {"title": self.name, "citation": self.citation, "days_off": self.days_off}
        fields |= {"valid_from": self.first, "valid_to": self.last}
        fields.get(place, self.lines.add_button).setFocus()

    def _on_typed(self) -> None:
        """Show the due days as they are under what is typed."""
        typed = self._read()
        if isinstance(typed, tuple):
            self._shown = {}
            self.message.say(texts.NO_PREVIEW.format(words=" ".join(map(finding_text, typed))))
        else:
            self.message.say("")
            titles = {item.code: item.title for item in self.presenter.sets}
            days = self.presenter.days(typed, self._days())
            self._shown = {at: _line(at, due, titles) for at, due in enumerate(days, start=1)}
        self.model.show_ids(tuple(self._shown), {})

    def _connect(self) -> None:
        self.begin_box.addItem(texts.SCHEDULE_PRESENT, PRESENT)
        for item in self.presenter.offered:
            self.begin_box.addItem(item.title, item.code)
        self.days_off.set_text(days_words(self.presenter.days_off))
        self.begin_box.currentIndexChanged.connect(
            lambda _: self._show(self.presenter.begun_from(self.begin_box.currentData()))
        )
        self.lines.lines_changed.connect(self._on_typed)
        for editor in (self.first, self.last, self.days_off):
            editor.textChanged.connect(lambda _: self._on_typed())
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self._try)
        self.back_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        question, head = QLabel(texts.SCHEDULE_ASK.format(year=self.presenter.year)), QLabel()
        question.setWordWrap(True)
        head.setText(texts.PREVIEW.format(year=self.presenter.year))
        head.setFont(theme.strong(self.font()))
        head.setBuddy(self.preview)
        self.preview.setAccessibleName(head.text())
        at = [column.key for column in _COLUMNS].index("note")
        self.preview.setItemDelegateForColumn(at, ToneDelegate(self.model, self))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.STEP * 2)
        column.addWidget(question)
        column.addLayout(self._fields())
        column.addWidget(self.lines, 2)
        column.addWidget(head)
        column.addWidget(self.preview, 3)
        column.addWidget(self.message)
        column.addLayout(buttons)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        self.last.setPlaceholderText(texts.SCHEDULE_LAST_HINT)
        self.days_off.setPlaceholderText(texts.SCHEDULE_DAYS_OFF_HINT)
        places: tuple[tuple[str, QWidget, int, int, int], ...] = (
            (texts.SCHEDULE_FROM, self.begin_box, 0, 0, 1),
            (texts.SCHEDULE_NAME, self.name, 0, 2, 2),
            (texts.SCHEDULE_FIRST, self.first, 1, 0, 1),
            (texts.SCHEDULE_LAST, self.last, 1, 2, 1),
            (texts.SCHEDULE_CITATION, self.citation, 2, 0, 4),
            (texts.SCHEDULE_DAYS_OFF, self.days_off, 3, 0, 4),
        )
        for words, editor, row, column, span in places:
            label = QLabel(words)
            label.setBuddy(editor)
            editor.setAccessibleName(words)
            grid.addWidget(label, row, column)
            grid.addWidget(editor, row, column + 1, 1, span)
        grid.setColumnStretch(4, 1)
        return grid


def _line(at: int, due: Due, titles: dict[str, str]) -> _PreviewLine:
    cells: dict[str, Value] = {
        "period": period_title(due.period),
        "set": due.title or titles.get(due.set_code, due.set_code),
        "cut_off": day_text(due.cut_off),
        "due": day_text(due.due),
        "levels": ", ".join(LEVELS[str(int(level))] for level in due.levels),
        "note": clash_words(due),
        TONE_KEY: (Tone.SOON if due.clash else Tone.PLAIN).value,
    }
    return _PreviewLine(at, cells)


def _sentence(finding: Finding) -> str:
    kind, _, rest = finding.place.partition(".")
    words = finding_text(finding)
    return (
        texts.LINE_PLACE.format(number=rest.partition(".")[0], words=words)
        if kind == "due" and rest
        else words
    )
