"""Sheets as they go to paper, made up without a book: shipped rule sets, a long one, communes in any state."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from db.rules.scoring.chain import State
from db.rules.scoring.marks import Mark
from db.rules.scoring.papers import PaperNames, SheetPaper, YearPaper
from db.rules.scoring.points import points_of
from db.rules.scoring.reading import parse_rule_set
from db.rules.scoring.results import Column, Given
from db.rules.scoring.rule_sets import Criterion, RuleSet
from tests.helpers.answers import best_answer

_CATALOGUES = Path(__file__).resolve().parents[2] / "db" / "catalogues"
COMMUNE = PaperNames(
    "Ủy ban nhân dân huyện Tuần Giáo",
    "Ủy ban nhân dân xã Quài Tở",
    "Quài Tở",
    authority="TM. Ủy ban nhân dân",
    post="Chủ tịch",
)
DISTRICT = PaperNames(
    "Ủy ban nhân dân tỉnh Điện Biên",
    "Ủy ban nhân dân huyện Tuần Giáo",
    "Tuần Giáo",
    symbol="KH-UBND",
    authority="TM. Ủy ban nhân dân",
    post="KT. Chủ tịch\nPhó Chủ tịch",
    signatory="Lò Thị Hương",
    preparer="Quàng Văn Nam",
    receiving_unit="Sở Y tế",
)


def shipped(path: str = "rule_sets/illustrative-100.toml") -> RuleSet:
    """A rule set that is shipped."""
    return parse_rule_set(tomllib.loads((_CATALOGUES / path).read_text(encoding="utf-8")))


def with_conditions() -> RuleSet:
    """The shipped set of five classes with conditions, items and criteria that may not apply."""
    return shipped("rule_set_drafts/illustrative-five.toml")


def long_rule_set(criteria: int = 60) -> RuleSet:
    """A set of so many criteria with long titles, in groups of fifteen, every third with two items."""
    found = [_long_criterion(number) for number in range(1, criteria + 1)]
    groups = [
        {"code": f"G{first}", "title": "NHÓM TIÊU CHÍ DÀI " * 4, "criterion": found[first : first + 15]}
        for first in range(0, criteria, 15)
    ]
    return parse_rule_set({"group": groups, "class": [{"code": "good", "title": "Tốt", "least": 1}]})


def _long_criterion(number: int) -> dict[str, Any]:
    title = f"Tiêu chí {number}: ban hành kịp thời kế hoạch, phân công trách nhiệm, kiểm tra, đôn đốc, " * 2
    if number % 3:
        return {"code": str(number), "title": title, "most": 2, "guide": "Có đủ hồ sơ được đủ điểm. " * 3}
    items = [{"code": f"{number}.{item}", "title": f"Mục {item} của {title}", "most": 1} for item in (1, 2)]
    return {"code": str(number), "title": title, "item": items}


def best(rule_set: RuleSet) -> dict[str, str]:
    """The answers that are worth most; no to what is asked besides."""
    return {item.code: best_answer(item) if item.most else "no" for item in rule_set.asked}


def sheet_paper(
    rule_set: RuleSet | None = None,
    own: Mapping[str, str] | None = None,
    appraised: Mapping[str, str] | None = None,
    **changes: Any,
) -> SheetPaper:
    """A commune's sheet that was appraised, with the best answers unless others are given."""
    rules = rule_set or shipped()
    answers = best(rules) if own is None else own
    found = answers if appraised is None else appraised
    paper = SheetPaper(
        unit_code="03295",
        unit_name="Xã Quài Tở",
        year=2025,
        rule_set=rules,
        title="Bộ tiêu chí minh họa",
        citation="Nghị quyết liên tịch 01/2008/NQLT",
        version="2025-1",
        names=COMMUNE,
        appraisers=DISTRICT,
        state=State.APPRAISED,
        marks=_marks(rules, answers, found),
        columns={"self": _column(rules, answers), "appraised": _column(rules, found)},
        self_on=date(2025, 12, 1),
        appraised_on=date(2025, 12, 20),
        registered_class=rules.classes[0].code,
    )
    return replace(paper, **changes)


def blank_paper(**changes: Any) -> SheetPaper:
    """A sheet of which nothing was begun."""
    return sheet_paper(
        own={},
        appraised={},
        **{"state": None, "self_on": None, "appraised_on": None, "registered_class": ""} | changes,
    )


def year_paper(sheets: tuple[SheetPaper, ...], **changes: Any) -> YearPaper:
    """The sheets of a year under the rule set of the first."""
    first = sheets[0]
    paper = YearPaper(
        first.year, "Huyện Tuần Giáo", DISTRICT, first.rule_set, first.title, first.citation, "2025-1", sheets
    )
    return replace(paper, **changes)


def communes_of_142() -> YearPaper:
    """142 communes of which 18 are of the best class, 100 of the second, 24 of the last."""
    rules = shipped()
    kinds = [(18, best(rules)), (100, _of(rules, Decimal("0.75"))), (24, _of(rules, Decimal("0.2")))]
    answers = [found for count, found in kinds for _ in range(count)]
    return year_paper(
        tuple(
            sheet_paper(rules, found, unit_code=f"{number:05d}", unit_name=f"Xã Số {number}")
            for number, found in enumerate(answers, start=1)
        )
    )


def _of(rules: RuleSet, share: Decimal) -> dict[str, str]:
    """The best answers to as many criteria, in order, as are worth about such a share; the worst to the others."""
    found, points = best(rules), Decimal(0)
    for item in rules.leaves:
        if points < rules.most * share:
            points += item.most
        else:
            found[item.code] = _worst(item)
    return found


def _worst(item: Criterion) -> str:
    texts = {"choice": "none", "yes_no": "no", "share": "0/10", "deduction": "9"}
    return texts.get(item.scale.kind, "0")


def _column(rules: RuleSet, answers: Mapping[str, str]) -> Column:
    return {
        code: Given(text, points_of(rules.criterion(code), text, rules.decimals))
        for code, text in answers.items()
        if text
    }


def _marks(rules: RuleSet, own: Mapping[str, str], appraised: Mapping[str, str]) -> dict[str, Mark]:
    reason = "Chưa đủ hồ sơ kiểm chứng"
    return {
        item.code: Mark(item.code, own.get(item.code, ""), appraised.get(item.code, ""), reason)
        for item in rules.asked
    }
