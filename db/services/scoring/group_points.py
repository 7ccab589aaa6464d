"""The points of every sheet of a year by group, added up in SQL."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from db.records import ScoreMark, ScoreSheet
from db.rules.scoring.answers import NOT_APPLICABLE
from db.rules.scoring.marks import APPRAISED, COLUMNS, SELF
from db.rules.scoring.results import Sum
from db.services.scoring import rule_sets
from db.services.scoring.board import Board

# By the code of the group, by column, by the commune's number.
Sums = Mapping[str, Sum]
GroupSums = Mapping[int, Mapping[str, Sums]]
_Key = tuple[int, str, str]


def points_by_group(session: Session, shown: Board, unit_ids: Collection[int]) -> GroupSums:
    """Return what some communes of a board have in each group; those without marks are left out.

    Two statements a rule set, however many communes.
    """
    wanted = set(unit_ids)
    used = {row.unit.id: row.rule_set_id for row in shown.rows if row.unit.id in wanted and row.rule_set_id}
    return _sums(session, shown.year, used)


def points_by_group_before(
    session: Session, shown: Board, unit_ids: Collection[int]
) -> Mapping[int, Mapping[str, Decimal]]:
    """Return what some communes were appraised at in each group a year before, where it is comparable.

    It is where a commune is compared with one alone, whose rule set had a group of that code with as many points.
    """
    wanted, year = set(unit_ids), shown.year - 1
    now = {row.unit.id: row.rule_set_id for row in shown.rows if row.unit.id in wanted and row.rule_set_id}
    earlier = {row.unit.id: row.before.unit_id for row in shown.rows if row.before and row.before.unit_id}
    pairs = {unit: before for unit, before in earlier.items() if unit in now}
    used = _used(session, year, pairs.values())
    sums = _sums(session, year, used)
    most = {number: _most(session, number) for number in {*used.values(), *now.values()}}
    return {
        unit: {
            code: total.points
            for code, total in sums[before][APPRAISED].items()
            if total.points is not None and most[used[before]][code] == most[now[unit]].get(code)
        }
        for unit, before in pairs.items()
        if before in sums
    }


def _used(session: Session, year: int, unit_ids: Iterable[int]) -> dict[int, int]:
    columns = (ScoreSheet.unit_id, ScoreSheet.rule_set_id)
    statement = select(*columns).where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(list(unit_ids)))
    return {row[0]: row[1] for row in session.execute(statement)}


def _sums(session: Session, year: int, used: Mapping[int, int]) -> GroupSums:
    """Add up the sheets of a year, of each commune under its rule set."""
    found: dict[int, Mapping[str, Sums]] = {}
    for number in sorted(set(used.values())):
        unit_ids = [unit_id for unit_id, used_number in used.items() if used_number == number]
        found |= _Adding(session, number, unit_ids, year).sums()
    return found


class _Adding:
    """Adds up sheets of a year that stand under one rule set."""

    def __init__(self, session: Session, rule_set_id: int, unit_ids: list[int], year: int) -> None:
        self._session = session
        self._set = rule_sets.by_id(session, rule_set_id)
        self._marks = (
            select(ScoreSheet.unit_id)
            .join(ScoreMark, ScoreMark.sheet_id == ScoreSheet.id)
            .where(ScoreSheet.year == year, ScoreSheet.unit_id.in_(unit_ids))
        )

    def sums(self) -> GroupSums:
        points, apart = self._points(), self._apart()
        groups = [(group.code, group.most) for group in self._set.groups]
        return {
            unit_id: {
                column: {
                    code: Sum(
                        points.get((unit_id, column, code)), most - apart.get((unit_id, column, code), 0)
                    )
                    for code, most in groups
                }
                for column in COLUMNS
            }
            for unit_id in dict.fromkeys(key[0] for key in points)
        }

    def _points(self) -> Mapping[_Key, Decimal | None]:
        codes = [group.code for group in self._set.groups]
        places = {leaf.code: at for at, group in enumerate(self._set.groups) for leaf in group.leaves}
        place = case(places, value=ScoreMark.criterion).label("place")
        # The group of a mark is found inside: outside it is only a number to group by.
        found = self._marks.add_columns(place, ScoreMark.self_points, ScoreMark.appraised_points).subquery().c
        added = select(
            found.unit_id, found.place, func.sum(found.self_points), func.sum(found.appraised_points)
        )
        of_groups = added.where(found.place.is_not(None)).group_by(found.unit_id, found.place)
        points: dict[_Key, Decimal | None] = {}
        for unit_id, at, own, appraised in self._session.execute(of_groups):
            points[unit_id, SELF, codes[at]] = own
            points[unit_id, APPRAISED, codes[at]] = appraised
        return points

    def _apart(self) -> Mapping[_Key, Decimal]:
        """Return the points that leave the most of a group, because what they are of does not apply."""
        most = {leaf.code: (group.code, leaf.most) for group in self._set.groups for leaf in group.leaves}
        answers = (ScoreMark.self_answer, ScoreMark.appraised_answer)
        marks = self._marks.add_columns(ScoreMark.criterion, *answers)
        apart: defaultdict[_Key, Decimal] = defaultdict(Decimal)
        without = or_(*(answer == NOT_APPLICABLE for answer in answers))
        for unit_id, criterion, *given in self._session.execute(marks.where(without)):
            for column, answer in zip(COLUMNS, given, strict=True):
                if answer == NOT_APPLICABLE and criterion in most:
                    group, points = most[criterion]
                    apart[unit_id, column, group] += points
        return apart


def _most(session: Session, rule_set_id: int) -> Mapping[str, Decimal]:
    return {group.code: group.most for group in rule_sets.by_id(session, rule_set_id).groups}
