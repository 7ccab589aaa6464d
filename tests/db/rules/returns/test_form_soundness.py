"""A set of forms is judged before it is put in force: each thing that can be wrong with it, at its place."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import db
from db.rules.figures import figure_measures
from db.rules.levels import KnownLevels
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression
from db.rules.returns.arithmetic_rules import Agreement, ArithmeticRule
from db.rules.returns.form_documents import FormDocument, read_form_document
from db.rules.returns.form_shape import shape_findings
from db.rules.returns.form_soundness import judge_forms
from db.rules.returns.form_writing import form_text
from db.rules.returns.forms import BY_HAND, CheckLimits, ColumnForm, RowsOf, SheetForm
from db.rules.returns.print_setup import Orientation, PrintSetup
from db.rules.returns.sound.known import KnownNames
from db.rules.units import Level

SHIPPED = sorted((Path(db.__file__).parent / "catalogues" / "returns").glob("*.toml"))
FIGURES = SHIPPED[0].parent.parent / "choices" / "figure_definitions.toml"
NAMED = {**MEASURES, **figure_measures(tomllib.loads(FIGURES.read_text(encoding="utf-8")), ())}
KNOWN = KnownNames(
    NAMED,
    {
        "class": ["good", "weak"],
        "handling_forms": ["fine"],
        "establishment_kinds": ["hotel", "bar"],
        "audiences": [],
    },
    partial(parse_expression, catalogue=NAMED),
)
CODE = ColumnForm("code", "Mã", "unit_code", 10)
NAME = ColumnForm("name", "Đơn vị", "unit_name", 24)
PEOPLE = ColumnForm("people", "Lượt người", "measure", 10, measure="outreach.people")
FEMALE = ColumnForm("female", "Nữ", "measure", 10, measure="outreach.female")
WITHIN = ArithmeticRule(Agreement.WITHIN, ("female",), "people")
SHEET = SheetForm(
    "B-01", "Tuyên truyền", "Lượt", RowsOf.UNITS, (CODE, NAME, PEOPLE, FEMALE), "Tổng", (WITHIN,)
)
TARGETS = SheetForm(
    "B-02",
    "Chỉ tiêu",
    "",
    RowsOf.TARGETS,
    (ColumnForm("text", "Chỉ tiêu", "target_text", 50), ColumnForm("done", "Kết quả", "done", 12)),
)
SOUND = FormDocument("Bộ biểu", "Công văn 12", date(2026, 1, 1), (SHEET, TARGETS))


def with_sheet(**parts: Any) -> FormDocument:
    return replace(SOUND, sheets=(replace(SHEET, **parts), TARGETS))


def with_column(**parts: Any) -> FormDocument:
    return with_sheet(columns=(CODE, NAME, PEOPLE, replace(FEMALE, **parts)))


def with_rule(kind: Agreement, *parts: str, whole: str = "people") -> FormDocument:
    return with_sheet(rules=(ArithmeticRule(kind, parts, whole),))


def with_print(**parts: Any) -> FormDocument:
    return with_sheet(print=PrintSetup(**parts))


EACH = replace(FEMALE, each="class", head="{title}", measure="scores.communes[class={code}]")
SPOILT: dict[str, tuple[FormDocument, list[tuple[str, str]]]] = {
    "no title": (replace(SOUND, title=" "), [("required", "title")]),
    "a citation with breaks": (replace(SOUND, citation="a\nb"), [("text_not_clean", "citation")]),
    "ends before it begins": (
        replace(SOUND, valid_to=date(2025, 1, 1)),
        [("ends_before_begins", "valid_to")],
    ),
    "levels that overlap": (
        replace(SOUND, levels=(KnownLevels((Level.COMMUNE,)), KnownLevels((Level.DISTRICT,)))),
        [("levels_overlap", "levels.2")],
    ),
    "no level": (replace(SOUND, levels=(KnownLevels(()),)), [("required", "levels.1.units")]),
    "limits of nothing": (
        replace(SOUND, limits=CheckLimits(jump=Decimal("0.5"))),
        [("limit_too_low", "checks.jump")],
    ),
    "no forms": (replace(SOUND, sheets=()), [("set_no_forms", "sheet")]),
    "a code twice, as Excel sees it": (
        replace(SOUND, sheets=(SHEET, replace(TARGETS, code="b-01"))),
        [("code_twice", "sheet.2.code")],
    ),
    "letters that Excel refuses": (with_sheet(code="B/01?"), [("sheet_name_letters", "sheet.1.code")]),
    "a name longer than Excel's": (with_sheet(code="B" * 32), [("too_long", "sheet.1.code")]),
    "the name of the hidden sheet": (with_sheet(code="_PCMD"), [("sheet_name_taken", "sheet.1.code")]),
    "a name in quotes": (with_sheet(code="'B'"), [("sheet_name_taken", "sheet.1.code")]),
    "no form title": (with_sheet(title=""), [("required", "sheet.1.title")]),
    "no columns": (with_sheet(columns=(), rules=()), [("form_no_columns", "sheet.1")]),
    "no unit column": (with_sheet(columns=(NAME, PEOPLE, FEMALE)), [("no_unit_column", "sheet.1")]),
    "two unit columns": (
        with_sheet(columns=(CODE, replace(CODE, key="again"), NAME, PEOPLE, FEMALE)),
        [("unit_column_twice", "sheet.1")],
    ),
    "no name column": (with_sheet(columns=(CODE, PEOPLE, FEMALE)), [("no_name_column", "sheet.1")]),
    "no figures": (with_sheet(columns=(CODE, NAME), rules=()), [("no_figures", "sheet.1")]),
    "targets without their text": (
        replace(SOUND, sheets=(SHEET, replace(TARGETS, columns=TARGETS.columns[1:]))),
        [("no_target_column", "sheet.2")],
    ),
    "rows that only templates have": (
        with_sheet(rows=RowsOf.ENTRIES),
        [("rows_of_templates", "sheet.1.rows")],
    ),
    "a total of targets": (
        replace(SOUND, sheets=(SHEET, replace(TARGETS, total="Tổng"))),
        [("total_of_targets", "sheet.2.total")],
    ),
    "a key twice": (
        with_column(key="people"),
        [("column_key_twice", "sheet.1.column.4.key"), ("rule_column_unknown", "sheet.1.rule.1.parts")],
    ),
    "a key in capitals": (
        with_sheet(columns=(CODE, NAME, PEOPLE, FEMALE, replace(FEMALE, key="Nữ 2"))),
        [("column_key_not_plain", "sheet.1.column.5.key")],
    ),
    "no head": (with_column(head=""), [("required", "sheet.1.column.4.head")]),
    "a width of nothing": (with_column(width=0), [("width_out_of_range", "sheet.1.column.4.width")]),
    "an unknown measure": (
        with_column(measure="outreach.femal"),
        [("column_measure_unknown_near", "sheet.1.column.4.measure")],
    ),
    "an unknown filter": (
        with_column(measure="outreach.female[team=x]"),
        [("filter_unknown_near", "sheet.1.column.4.measure")],
    ),
    "no measure": (with_column(measure=""), [("measure_missing", "sheet.1.column.4.measure")]),
    "a measure beside words": (
        with_sheet(columns=(CODE, replace(NAME, measure="outreach.people"), PEOPLE, FEMALE)),
        [("measure_not_asked", "sheet.1.column.2.measure")],
    ),
    "what targets alone have": (
        with_sheet(
            columns=(CODE, NAME, PEOPLE, FEMALE, replace(FEMALE, key="plan", holds="planned", measure=""))
        ),
        [("holds_not_here", "sheet.1.column.5.holds")],
    ),
    "a group in two places": (
        with_sheet(columns=(CODE, replace(NAME, group="Kỳ"), PEOPLE, replace(FEMALE, group="Kỳ"))),
        [("group_split", "sheet.1.column.4.group")],
    ),
    "a code for nothing": (
        with_column(measure="outreach.female[audience={code}]"),
        [("code_without_each", "sheet.1.column.4.measure")],
    ),
    "a title of nothing": (with_column(head="{title}"), [("title_without_each", "sheet.1.column.4.head")]),
    "the same number for each": (
        with_sheet(columns=(CODE, NAME, PEOPLE, replace(FEMALE, each="class", head="{title}")), rules=()),
        [("each_without_code", "sheet.1.column.4.measure")],
    ),
    "the same head for each": (
        with_sheet(columns=(CODE, NAME, PEOPLE, replace(EACH, head="Loại")), rules=()),
        [("each_without_title", "sheet.1.column.4.head")],
    ),
    "each of an unknown list": (
        with_sheet(columns=(CODE, NAME, PEOPLE, replace(EACH, each="clas")), rules=()),
        [("each_unknown_near", "sheet.1.column.4.each")],
    ),
    "a rule over no column": (
        with_rule(Agreement.WITHIN, "femal"),
        [("rule_column_unknown_near", "sheet.1.rule.1.parts")],
    ),
    "a rule with no whole": (
        with_rule(Agreement.EQUAL, "female", whole=""),
        [("required", "sheet.1.rule.1.whole")],
    ),
    "a rule with no parts": (with_rule(Agreement.EQUAL), [("required", "sheet.1.rule.1.parts")]),
    "a rule over words": (with_rule(Agreement.WITHIN, "name"), [("rule_of_words", "sheet.1.rule.1.parts")]),
    "a rule of itself": (with_rule(Agreement.EQUAL, "people"), [("rule_of_itself", "sheet.1.rule.1.parts")]),
    "a pattern of itself": (with_rule(Agreement.EQUAL, "pe*"), [("rule_of_itself", "sheet.1.rule.1.parts")]),
    "a pattern of nothing": (
        with_rule(Agreement.EQUAL, "kind_*"),
        [("rule_column_unknown", "sheet.1.rule.1.parts")],
    ),
    "a share with a whole": (
        with_rule(Agreement.SHARE, "female"),
        [("rule_whole_unused", "sheet.1.rule.1.whole")],
    ),
    "a rate of two": (
        with_rule(Agreement.RATE, "female", "female"),
        [("rate_of_one", "sheet.1.rule.1.parts")],
    ),
    "another form that is none": (
        with_rule(Agreement.SAME, "B-03.done"),
        [("rule_form_unknown_near", "sheet.1.rule.1.parts")],
    ),
    "its own form as another": (
        with_rule(Agreement.SAME, "B-01.female"),
        [("rule_form_unknown_near", "sheet.1.rule.1.parts")],
    ),
    "no such column there": (
        with_rule(Agreement.SAME, "B-02.don"),
        [("rule_column_unknown_near", "sheet.1.rule.1.parts")],
    ),
    "a rule twice": (with_sheet(rules=(WITHIN, WITHIN)), [("rule_twice", "sheet.1.rule.2")]),
    "a margin below nothing": (with_print(left=-1), [("margin_below_zero", "sheet.1.print.left")]),
    "margins that meet": (with_print(left=150, right=140), [("margins_too_wide", "sheet.1.print.left")]),
    "rows of no page": (
        with_print(one_page_rows=-1),
        [("one_page_rows_out_of_range", "sheet.1.print.one_page_rows")],
    ),
    "wider than the page": (
        with_print(orientation=Orientation.PORTRAIT, fit_width=False, left=110),
        [("page_too_narrow", "sheet.1.print.fit_width")],
    ),
    "shrunk until nobody can read it": (
        with_sheet(columns=(CODE, replace(NAME, width=200), PEOPLE, replace(FEMALE, width=200))),
        [("page_shrunk", "sheet.1.print.paper")],
    ),
}


def test_a_sound_set_has_no_findings() -> None:
    assert judge_forms(SOUND, KNOWN).findings == ()


@pytest.mark.parametrize("document, expected", SPOILT.values(), ids=SPOILT)
def test_what_is_wrong_is_told_at_its_place(document: FormDocument, expected: list[tuple[str, str]]) -> None:
    found = judge_forms(document, KNOWN).findings
    assert [(finding.code, finding.place) for finding in found] == expected


def test_near_names_are_offered() -> None:
    found = judge_forms(with_column(measure="outreach.femal"), KNOWN).errors
    assert "outreach.female" in found[0].facts["near"]


def test_warnings_stop_nothing() -> None:
    judgement = judge_forms(SPOILT["a group in two places"][0], KNOWN)
    assert judgement.is_sound
    assert judgement.warnings


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_sound_and_written_back_exactly(path: Path) -> None:
    body = tomllib.loads(path.read_text(encoding="utf-8"))
    assert shape_findings(body) == ()
    document = read_form_document(body)
    assert judge_forms(document, KNOWN).findings == ()
    assert read_form_document(tomllib.loads(form_text(document))) == document


EVERYTHING = (
    lambda: SOUND,
    lambda: replace(
        SOUND, valid_to=date(2027, 1, 1), levels=(KnownLevels((Level.COMMUNE,), date(2025, 7, 1)),)
    ),
    lambda: with_print(orientation=Orientation.PORTRAIT, fit_width=False, left=12.5, one_page_rows=0),
    lambda: with_sheet(rules=(replace(WITHIN, warns=True), ArithmeticRule(Agreement.SHARE, ("female",)))),
    lambda: with_column(head='Nữ "khác"\\', width=8.5, each="class", measure="x[class={code}]"),
    lambda: replace(SOUND, sheets=()),
    lambda: replace(SOUND, limits=CheckLimits(Decimal("2.5"), least=5)),
    lambda: with_column(holds=BY_HAND, measure="", kind="flow"),
    lambda: with_sheet(columns=(), rules=(), total=""),
)


@pytest.mark.parametrize("make", EVERYTHING)
def test_a_set_is_written_and_read_back_exactly(make: Callable[[], FormDocument]) -> None:
    assert read_form_document(tomllib.loads(form_text(make()))) == make()


BAD_SHAPES = {
    "rows of something": ("sheet.1.rows", lambda body: body["sheet"][0].update(rows="people")),
    "a width in words": (
        "sheet.1.column.1.width",
        lambda body: body["sheet"][0]["column"][0].update(width="12"),
    ),
    "an unknown key": ("sheet.1.colour", lambda body: body["sheet"][0].update(colour="red")),
    "no columns": ("sheet.1", lambda body: body["sheet"][0].pop("column")),
    "an unknown paper": ("sheet.1.print.paper", lambda body: body["sheet"][0].update(print={"paper": "A2"})),
    "a chain": ("levels.1.chain", lambda body: body.update(levels=[{"units": [], "chain": {}}])),
}


@pytest.mark.parametrize("place, spoil", BAD_SHAPES.values(), ids=BAD_SHAPES)
def test_a_text_that_has_not_the_form_is_told_by_place(
    place: str, spoil: Callable[[dict[str, Any]], object]
) -> None:
    body = tomllib.loads(form_text(SOUND))
    spoil(body)
    assert [finding.place for finding in shape_findings(body)] == [place]
