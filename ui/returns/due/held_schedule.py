"""A schedule that is being typed, as texts: its fields, and its lines in one."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from db.rules.returns.schedules import DueLine, DueRule, PeriodKind
from db.rules.units import Level
from ui.common.held_fields import HeldEditors
from ui.returns.due.line_rows import LineRows

_LINES = "lines"


class HeldSchedule:
    """The editors above the lines, and the lines."""

    def __init__(self, editors: HeldEditors, lines: LineRows) -> None:
        self._editors, self._lines = editors, lines

    def texts(self) -> dict[str, str]:
        """Return what stands in each."""
        said = json.dumps([_said(line) for line in self._lines.lines()])
        return {**self._editors.texts(), _LINES: said}

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed before. What it was begun from comes first: it fills all the rest."""
        self._editors.show_texts(texts)
        self._lines.show_lines([_line(said) for said in json.loads(texts[_LINES])])

    def on_edited(self, act: Callable[[], None]) -> None:
        """Call `act` whenever an officer changed something."""
        self._editors.on_edited(act)
        self._lines.lines_changed.connect(act)


def _said(line: DueLine) -> list[Any]:
    levels = [int(level) for level in line.levels]
    return [line.kind, list(line.sets), line.rule, line.number, line.month, line.after, levels, line.cut_off]


def _line(said: list[Any]) -> DueLine:
    kind, sets, rule, number, month, after, levels, cut_off = said
    of = tuple(Level(level) for level in levels)
    return DueLine(PeriodKind(kind), tuple(sets), DueRule(rule), number, month, after, of, cut_off)
