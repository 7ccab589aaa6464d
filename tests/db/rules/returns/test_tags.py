"""Tags in cells: what they ask for, and what is wrong with them by cell."""

from dataclasses import replace

import pytest

from db.rules.findings import Finding, Unknown
from db.rules.measure_catalogue import MEASURES
from db.rules.measures import parse_expression
from db.rules.near_names import near_names
from db.rules.returns.forms import Over, RowsOf
from db.rules.returns.tags import Tag, TagKind, Untold, pieces, read_tag
from db.rules.returns.tags_book import Loss, TaggedBook, TaggedCell, TaggedSheet, book_text, read_book
from db.rules.returns.tags_judging import judge_book
from db.rules.returns.tags_sheet import laid_out

SINCE, BEFORE = Over.YEAR, Over.YEAR_BEFORE
LONG = "outreach.people[audience=industrial_worker,programme=health_day]"


def refer(name: str) -> str:
    if name.startswith("each."):
        if name not in ("each.audiences", "each.outreach_forms"):
            raise Unknown("tag", name, ("each.audiences",))
        return name
    if name.partition("[")[0] not in MEASURES:
        raise Unknown("tag", name, near_names(name, MEASURES))
    return parse_expression(name, MEASURES).expression


def catalogue_of(expression: str) -> str:
    return {"audience=each": "audiences", "form=each": "outreach_forms"}[expression.split("[")[1].rstrip("]")]


def cell(at: str, text: str, head: str = "") -> TaggedCell:
    row, column = int(at[1:]), ord(at[0]) - ord("A") + 1
    return TaggedCell(at, row, column, text, head, bottom=row)


def sheet(*cells: tuple[str, str]) -> TaggedSheet:
    return TaggedSheet("Biểu 1", "Kết quả", tuple(cell(at, text) for at, text in cells))


def found(*cells: tuple[str, str]) -> list[tuple[str, str]]:
    findings = judge_book(TaggedBook((sheet(*cells),)), refer, catalogue_of)
    return [(finding.code, finding.place) for finding in findings]


@pytest.mark.parametrize(
    ("inside", "tag", "key"),
    [
        ("row", Tag(TagKind.ROW, "row"), "row_number"),
        ("unit.name", Tag(TagKind.ROW, "unit.name"), "unit_name"),
        ("commune.code", Tag(TagKind.ROW, "commune.code"), "unit_code"),
        (" Unit.Name ", Tag(TagKind.ROW, "unit.name"), "unit_name"),
        ("period.label", Tag(TagKind.WORD, "period.label"), "period_label"),
        ("outreach.sessions", Tag(TagKind.FIGURE, "outreach.sessions"), "outreach_sessions"),
        (
            "outreach.sessions @ since_year_start",
            Tag(TagKind.FIGURE, "outreach.sessions", SINCE),
            "outreach_sessions_year",
        ),
        (
            "outreach.people[ audience = worker ]",
            Tag(TagKind.FIGURE, "outreach.people[audience=worker]"),
            "outreach_people_audience_worker",
        ),
        ("total(outreach.sessions)", Tag(TagKind.TOTAL, "outreach.sessions"), "outreach_sessions"),
        (
            "total( outreach.sessions@year_before )",
            Tag(TagKind.TOTAL, "outreach.sessions", BEFORE),
            "outreach_sessions_before",
        ),
        ("target.done@since_year_start", Tag(TagKind.ROW, "target.done", SINCE), "target_done_year"),
        ("note", Tag(TagKind.ROW, "note"), "note"),
        ("hand.so_vu", Tag(TagKind.FIGURE, "hand.so_vu"), "hand_so_vu"),
        ("total(hand.so_vu)", Tag(TagKind.TOTAL, "hand.so_vu"), "hand_so_vu"),
        ("each.audiences", Tag(TagKind.ENTRY, "audiences"), "entry_title"),
    ],
)
def test_a_tag_is_read_by_its_name_and_days(inside: str, tag: Tag, key: str) -> None:
    assert read_tag(inside, refer) == tag
    assert tag.key == key
    assert read_tag(tag.text.strip("{}"), refer) == tag


def test_the_key_of_a_long_tag_fits_and_stays_its_own() -> None:
    keys = {Tag(TagKind.FIGURE, LONG, over).key for over in Over}
    assert len(keys) == len(Over) and all(len(key) <= 50 for key in keys)


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("{{outreach.sesions}}", ("tag", "outreach.sesions")),
        ("{{outreach.people@last_year}}", ("over", "last_year")),
        ("{{unit.name@year_before}}", ("over", "year_before")),
        ("{{outreach.people[colour=red]}}", ("filter", "colour=red")),
        ("{{each.colours}}", ("tag", "each.colours")),
        ("{{hand.so_vu@year_before}}", ("over", "year_before")),
        ("{{hand.số}}", ("tag", "hand.số")),
        ("{{}}", ("tag", "")),
        ("{{outreach.people", ("half", "{{outreach.people")),
        ("outreach.people}}", ("half", "outreach.people}}")),
    ],
)
def test_what_means_nothing_is_told_with_near_names(text: str, untold: tuple[str, str]) -> None:
    (piece,) = pieces(text, refer)
    assert isinstance(piece, Untold) and (piece.what, piece.name) == untold


def test_words_and_tags_of_a_cell_keep_their_order() -> None:
    told = pieces("Kỳ: {{period.label}} – {{office.name}}.", refer)
    assert [
        piece if isinstance(piece, str) else piece.name for piece in told if not isinstance(piece, Untold)
    ] == [
        "Kỳ: ",
        "period.label",
        " – ",
        "office.name",
        ".",
    ]


@pytest.mark.parametrize(
    ("cells", "rows", "keys", "whole"),
    [
        (
            [("A7", "{{unit.code}}"), ("B7", "{{outreach.people}}"), ("B8", "{{total(outreach.people)}}")],
            RowsOf.UNITS,
            ["unit_name", "unit_code", "outreach_people"],
            [],
        ),
        (
            [("A7", "{{commune.name}}"), ("B7", "{{outreach.people}}"), ("B9", "{{total(outreach.female)}}")],
            RowsOf.COMMUNES,
            ["unit_code", "unit_name", "outreach_people"],
            ["outreach_female"],
        ),
        (
            [
                ("A7", "{{target.text}}"),
                ("B7", "{{target.done}}"),
                ("C7", "{{hand.x}}"),
                ("D7", "{{note}}"),
                ("B8", "{{outreach.people}}"),
            ],
            RowsOf.TARGETS,
            ["target_text", "target_done", "hand_x", "note"],
            ["outreach_people"],
        ),
        (
            [("A7", "{{each.audiences}}"), ("B7", "{{outreach.people[audience=each]}}")],
            RowsOf.ENTRIES,
            ["entry_title", "outreach_people_audience_each"],
            [],
        ),
        (
            [("B7", "{{outreach.people}}"), ("B8", "{{outreach.female}}")],
            None,
            [],
            ["outreach_people", "outreach_female"],
        ),
    ],
)
def test_a_sheet_becomes_forms(
    cells: list[tuple[str, str]], rows: RowsOf | None, keys: list[str], whole: list[str]
) -> None:
    assert found(*cells) == []
    layout = laid_out(sheet(*cells), refer)
    forms = {form.rows: [column.key for column in form.columns] for form in layout.forms}
    assert layout.row == (7 if rows else 0)
    assert forms == {**({rows: keys} if rows else {}), **({RowsOf.TOTAL: whole} if whole else {})}


def test_a_tag_in_two_cells_of_a_row_is_a_column_under_the_first_head() -> None:
    cells = [
        TaggedCell(f"{column}7", 7, ord(column) - 64, tag, head=f"Cột {column}")
        for column, tag in (
            ("A", "{{unit.name}}"),
            ("B", "{{outreach.people}}"),
            ("C", "{{outreach.people}}"),
        )
    ]

    form = laid_out(replace(sheet(), cells=tuple(cells)), refer).forms[0]

    assert [column.head for column in form.columns] == ["Mã đơn vị", "Cột A", "Cột B"]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ([], [("template_no_tags", "")]),
        ([("A7", "{{unit.nme}}")], [("template_tag_unknown_near", "Biểu 1!A7")]),
        ([("A7", "{{zzzzzzzz}}")], [("template_tag_unknown", "Biểu 1!A7")]),
        ([("A7", "{{outreach.people@x}}")], [("template_over_unknown_near", "Biểu 1!A7")]),
        ([("A7", "{{unit.name")], [("template_tag_half", "Biểu 1!A7")]),
        ([("A7", "có {{outreach.people}} người")], [("template_figure_in_text", "Biểu 1!A7")]),
        ([("A7", "{{unit.name}}"), ("A9", "{{row}}")], [("template_two_rows", "Biểu 1!A9")]),
        ([("A7", "{{unit.name}}"), ("B7", "{{target.text}}")], [("template_row_mixed", "Biểu 1!B7")]),
        ([("A7", "{{unit.name}}"), ("B7", "{{commune.code}}")], [("template_row_mixed", "Biểu 1!B7")]),
        (
            [("A7", "{{each.audiences}}"), ("B7", "{{each.outreach_forms}}")],
            [("template_row_mixed", "Biểu 1!B7")],
        ),
        (
            [("A7", "{{unit.name}}"), ("B7", "{{total(outreach.people)}}")],
            [("template_total_in_row", "Biểu 1!B7")],
        ),
        (
            [("A7", "{{target.text}}"), ("B7", "{{outreach.people}}")],
            [("template_figure_of_target", "Biểu 1!B7")],
        ),
        ([("A7", "{{outreach.people[audience=each]}}")], [("template_each_alone", "Biểu 1!A7")]),
        (
            [("A7", "{{each.audiences}}"), ("B7", "{{outreach.people[form=each]}}")],
            [("template_each_other", "Biểu 1!B7")],
        ),
    ],
)
def test_what_is_wrong_names_its_cell(cells: list[tuple[str, str]], codes: list[tuple[str, str]]) -> None:
    assert found(*cells) == codes


def test_a_repeating_row_is_not_merged_with_the_next() -> None:
    merged = TaggedCell("A7", 7, 1, "{{unit.name}}", bottom=8)
    book = TaggedBook((TaggedSheet("Biểu 1", "", (merged,)),))
    assert judge_book(book, refer, catalogue_of) == (
        Finding("template_row_merged", "Biểu 1!A7", "{{unit.name}}"),
    )


def test_the_cells_of_a_workbook_come_back_from_their_text() -> None:
    cells = (
        cell("A7", "{{unit.name}}", head="Đơn vị"),
        cell("B7", "{{outreach.people}}"),
    )
    book = TaggedBook(
        (TaggedSheet("Biểu 1", "Kết quả", cells), TaggedSheet("Khác", "", ())), (Loss("charts", "Khác"),)
    )
    assert read_book(book_text(book)) == book
