"""What the sheets of a handed book may not be: answers, steps, points, classes that no sheet of their rule set has."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from db.records import Content, ScoreEvidence, ScoreMark, ScoreSheet, ScoreStep
from db.rules.findings import Finding
from db.rules.scoring.answers import check_answer
from db.rules.scoring.chain import State, Step
from db.rules.scoring.marks import COLUMNS, Mark, points_in
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.results import Given, added_up
from db.rules.scoring.rule_sets import RuleSet
from db.services.handing.checking import Checked, Typed
from db.services.handing.words import place_of

_SHEET, _MARK = ScoreSheet.__tablename__, ScoreMark.__tablename__
_STEP, _EVIDENCE = ScoreStep.__tablename__, ScoreEvidence.__tablename__
_PARTS = (_MARK, _STEP, _EVIDENCE)
_Wrong = tuple[str, int, str, object]


def findings(brought: Checked, written: Mapping[str, Iterable[int]]) -> list[Finding]:
    """Judge the sheets of which something would be written; a finding's place is the row, its fact the column."""
    parts = _parts(brought)

    @cache
    def parsed(number: int) -> RuleSet:
        return parse_rule_set(tomllib.loads(brought.of(Content.__tablename__)[number]["body"]))

    return [
        Finding("handed_value", place_of(table, number), str(value), {"column": key})
        for sheet in _touched(brought, written)
        for table, number, key, value in _Judging(brought, parts[sheet], sheet, parsed).wrong()
    ]


def _touched(brought: Checked, written: Mapping[str, Iterable[int]]) -> list[int]:
    of_parts = (
        brought.of(table)[number]["sheet_id"] for table in _PARTS for number in written.get(table, ())
    )
    return sorted({*written.get(_SHEET, ()), *of_parts})


def _parts(brought: Checked) -> Mapping[int, Mapping[str, Mapping[int, Typed]]]:
    """Return by the number of a sheet its marks, steps and evidence by table and number."""
    found: dict[int, dict[str, dict[int, Typed]]] = defaultdict(lambda: defaultdict(dict))
    for table in _PARTS:
        for number, row in brought.of(table).items():
            found[row["sheet_id"]][table][number] = row
    return found


class _Judging:
    """One sheet with its parts, under its rule set."""

    def __init__(
        self,
        brought: Checked,
        parts: Mapping[str, Mapping[int, Typed]],
        sheet: int,
        parsed: Callable[[int], RuleSet],
    ) -> None:
        self._number, self._parts = sheet, parts
        self._sheet = brought.of(_SHEET)[sheet]
        self._set = parsed(self._sheet["rule_set_id"])
        self._asked = {item.code for item in self._set.asked}
        self._classes = {None, *(item.code for item in self._set.classes)}

    def wrong(self) -> Iterator[_Wrong]:
        """Yield table, number, column and value of what is wrong; sums are judged where all answers are right."""
        found = [*self._answers(), *self._words()]
        yield from found or self._sums()

    def _words(self) -> Iterator[_Wrong]:
        sheet = self._sheet
        if sheet["state"] not in list(State):
            yield _SHEET, self._number, "state", sheet["state"]
        for key in ("registered_class", "recognised_class"):
            if sheet[key] not in self._classes:
                yield _SHEET, self._number, key, sheet[key]
        for number, row in self._parts[_STEP].items():
            if row["step"] not in list(Step):
                yield _STEP, number, "step", row["step"]
            if row["class_code"] not in self._classes:
                yield _STEP, number, "class_code", row["class_code"]

    def _answers(self) -> Iterator[_Wrong]:
        for table in (_MARK, _EVIDENCE):
            for number, row in self._parts[table].items():
                if row["criterion"] not in self._asked:
                    yield table, number, "criterion", row["criterion"]
                elif table == _MARK:
                    yield from self._mark(number, row)

    def _mark(self, number: int, row: Typed) -> Iterator[_Wrong]:
        mark, criterion = (
            Mark(row["criterion"], row["self_answer"], row["appraised_answer"]),
            self._set.criterion(row["criterion"]),
        )
        for column in COLUMNS:
            answer = mark.answer(column)
            if check_answer(criterion, answer, "") is not None:
                yield _MARK, number, f"{column}_answer", answer
            elif row[f"{column}_points"] != points_in(self._set, mark, column):
                yield _MARK, number, f"{column}_points", row[f"{column}_points"]

    def _sums(self) -> Iterator[_Wrong]:
        for column in COLUMNS:
            given = {
                row["criterion"]: Given(row[f"{column}_answer"], row[f"{column}_points"])
                for row in self._parts[_MARK].values()
                if row[f"{column}_answer"]
            }
            found = added_up(self._set, given)
            for key, value in ((f"{column}_points", found.points), (f"{column}_class", found.class_code)):
                if self._sheet[key] != value:
                    yield _SHEET, self._number, key, self._sheet[key]
