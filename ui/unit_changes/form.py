"""The fields of a change of units; each kind of change shows its own."""

import json
from collections.abc import Callable, Mapping
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.common import theme
from ui.common.forms.day_editor import DayEditor
from ui.common.forms.finder_editor import FinderEditor
from ui.common.forms.text_editors import LineEditor
from ui.common.held_fields import HeldEditors
from ui.unit_changes import texts
from ui.unit_changes.lines import Lines, ResultLine, SourceLine
from ui.unit_changes.presenter import KIND, MERGER, PARENT, RENAMING, SPLIT, ChangePresenter, TypedChange

_MOST = 40


class ChangeForm(QWidget):
    """Kind, day, units; `edited` whenever anything in it changes."""

    edited = Signal()

    def __init__(self, presenter: ChangePresenter, unit_id: int | None) -> None:
        super().__init__()
        self._presenter = presenter
        self.kind, self.day, self.words = QComboBox(), DayEditor(), QLabel()
        self.sources = Lines(self._source_line, self._on_sources_edited, self._order_stops)
        self.results = Lines(self._result_line, self.edited.emit, self._order_stops)
        self.add_source, self.add_result = QPushButton(texts.SOURCE_ADD), QPushButton(texts.RESULT_ADD)
        self.name, self.new_kind = LineEditor(), QComboBox()
        self.parent_unit = FinderEditor(lambda typed: presenter.seek_after(self.day.text(), typed))
        self._before_lines = HeldEditors({"kind": self.kind, "day": self.day})
        self._behind_lines = HeldEditors(
            {"name": self.name, "new_kind": self.new_kind, "parent": self.parent_unit}
        )
        self._rows = QFormLayout(self)
        self._lay_out()
        self._fill(unit_id)
        self._connect()

    def typed(self) -> TypedChange:
        """Return what stands in the fields that the kind of change shows."""
        kind = self.chosen
        return TypedChange(
            kind=kind,
            day=self.day.text(),
            sources=tuple(line.typed() for line in self.sources.all),
            results=tuple(line.typed() for line in self.results.all) if kind in (MERGER, SPLIT) else (),
            parent=self.parent_unit.text() if kind in (MERGER, SPLIT, PARENT) else "",
            name=self.name.text(),
            new_kind=self.new_kind.currentText(),
        )

    def texts(self) -> dict[str, str]:
        """Return what stands in all fields, also in those of another kind of change."""
        lines = {"sources": self.sources.texts(), "results": self.results.texts()}
        said = {key: json.dumps(texts, ensure_ascii=False) for key, texts in lines.items()}
        return {**self._before_lines.texts(), **said, **self._behind_lines.texts()}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed before; the kind of change says how many lines there may be."""
        self._before_lines.show_texts(texts)
        self.sources.show_texts(json.loads(texts["sources"]))
        self.results.show_texts(json.loads(texts["results"]))
        self._behind_lines.show_texts(texts)

    def on_edited(self, act: Callable[[], None]) -> None:
        """Call `act` whenever anything changes."""
        self.edited.connect(act)

    @property
    def chosen(self) -> str:
        """Return the kind of change."""
        return str(self.kind.currentData())

    def take_focus(self) -> None:
        """Put the cursor on the day, which is the first that is missing."""
        self.day.setFocus()

    def _source_line(self, number: int) -> SourceLine:
        name = texts.PLACE_OF.format(label=texts.SOURCES, number=number)
        line = SourceLine(name, lambda typed: self._presenter.seek_before(self.day.text(), typed))
        line.extent.setVisible(self.chosen == MERGER)
        return line

    def _result_line(self, number: int) -> ResultLine:
        name = texts.PLACE_OF.format(label=texts.RESULTS, number=number)
        return ResultLine(name, lambda typed: self._presenter.seek_after(self.day.text(), typed))

    def _on_sources_edited(self) -> None:
        if self.chosen == KIND:
            self._offer_kinds()
        self.edited.emit()

    def _order_stops(self) -> None:
        """Let Tab follow reading order: lines are made later than what stands below them."""
        stops: list[QWidget] = [self.kind, self.day]
        stops += [stop for line in self.sources.all for stop in line.stops()]
        stops.append(self.add_source)
        stops += [stop for line in self.results.all for stop in line.stops()]
        stops += [self.add_result, self.name, self.new_kind, self.parent_unit]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _offer_kinds(self) -> None:
        kinds = self._presenter.kinds_for(self.sources.all[0].finder.text()) if self.sources.all else ()
        if kinds != tuple(self.new_kind.itemText(at) for at in range(self.new_kind.count())):
            self.new_kind.clear()
            self.new_kind.addItems(kinds)

    def _on_kind_chosen(self) -> None:
        kind = self.chosen
        self.words.setText(texts.WORDS[kind])
        self.sources.keep_between(1, _MOST if kind == MERGER else 1)
        self.results.keep_between(2 if kind == SPLIT else 1, _MOST if kind == SPLIT else 1)
        for line in self.sources.all:
            line.extent.setVisible(kind == MERGER)
        shown = {
            self.add_source: kind == MERGER,
            self.results.widget: kind in (MERGER, SPLIT),
            self.add_result: kind == SPLIT,
            self.parent_unit: kind in (MERGER, SPLIT, PARENT),
            self.name: kind == RENAMING,
            self.new_kind: kind == KIND,
        }
        for widget, is_shown in shown.items():
            self._rows.setRowVisible(widget, is_shown)
        hint = texts.SOURCE_HINT if kind == PARENT else texts.PARENT_HINT
        self.parent_unit.setPlaceholderText(hint)
        self._on_sources_edited()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.add_source.clicked.connect(lambda: self.sources.add().finder.setFocus())
        self.add_result.clicked.connect(lambda: self.results.add().code.setFocus())
        for editor in (self.day, self.name, self.parent_unit):
            editor.textChanged.connect(self.edited)
        self.new_kind.currentIndexChanged.connect(self.edited)

    def _fill(self, unit_id: int | None) -> None:
        for code, title in texts.KINDS.items():
            self.kind.addItem(title, code)
        self._on_kind_chosen()
        if unit_id is not None:
            chosen = self._presenter.option_of(unit_id)
            self.sources.all[0].finder.set_choice(chosen.code, chosen.title)

    def _lay_out(self) -> None:
        self.words.setWordWrap(True)
        names = (
            (self.kind, texts.KIND),
            (self.day, texts.DAY),
            (self.name, texts.NEW_NAME),
            (self.new_kind, texts.NEW_KIND),
            (self.parent_unit, texts.PARENT),
        )
        for widget, label in names:
            widget.setAccessibleName(label)
        for button in (self.add_source, self.add_result):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rows.setVerticalSpacing(theme.STEP * 2)
        self._rows.addRow(texts.KIND, self.kind)
        self._rows.addRow(self.words)
        self._rows.addRow(texts.DAY, self.day)
        self._rows.addRow(texts.SOURCES, self.sources.widget)
        self._rows.addRow("", self.add_source)
        self._rows.addRow(texts.RESULTS, self.results.widget)
        self._rows.addRow("", self.add_result)
        self._rows.addRow(texts.NEW_NAME, self.name)
        self._rows.addRow(texts.NEW_KIND, self.new_kind)
        self._rows.addRow(texts.PARENT, self.parent_unit)
