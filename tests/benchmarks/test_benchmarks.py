"""The benchmarks run on a tiny book and write their lines, so that they cannot rot. How long it takes is not judged."""

import shutil
from collections.abc import Iterable
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from db.rules.periods import DECREE_09, parse_period
from db.services import units
from db.services.measuring import measures, restating
from db.sessions import Book
from tests.benchmarks.__main__ import main
from tests.benchmarks.filtering import filter_amounts
from tests.benchmarks.importing import import_amounts
from tests.benchmarks.large_book import DISTRICT, LAST_YEAR, Size, large_book, row_counts
from tests.benchmarks.measures_of_year import measure_rows
from tests.benchmarks.offices import Offices, office
from tests.benchmarks.opening import opening_amounts
from tests.benchmarks.plan_paper import plan_rows
from tests.benchmarks.restating_years import MERGED_ON, restating_rows
from tests.benchmarks.return_adding import adding_amounts
from tests.benchmarks.return_export import return_rows
from tests.benchmarks.return_reading import reading_amounts, reading_rows, returned_workbooks
from tests.benchmarks.rows import Amount, Row, Share
from tests.benchmarks.sampling import Pairs, in_turns
from tests.benchmarks.scoring import board_amounts, computed
from tests.benchmarks.screens import OFFSCREEN
from tests.benchmarks.searching import search_amounts
from tests.benchmarks.speed_page import speed_page
from tests.benchmarks.startup import idle_amounts, memory_amounts, start_rows, start_shares
from tests.benchmarks.succession_list import succession_amounts
from tests.helpers.long_plan import short_plan

TINY = Size(3, years=2, trainings=2, outreach=12, plan_tasks=3, inspections=3, figures=5)


@pytest.fixture(scope="module")
def tiny_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an office of three communes."""
    folder = tmp_path_factory.mktemp("bench")
    return office(folder / "office", TINY, folder / "cache")


def test_a_book_that_was_made_is_kept(tmp_path: Path) -> None:
    made = large_book(TINY, tmp_path)
    before = (made / "so-pcmd.db").stat().st_mtime_ns
    again = large_book(TINY, tmp_path)
    assert (again / "so-pcmd.db").stat().st_mtime_ns == before
    counted = row_counts(again)
    assert counted.startswith("12 training sessions, 60 attendances, 9 officials, 72 outreach")
    assert "12 establishments, 18 inspections, 30 figures" in counted


def test_contenders_take_turns() -> None:
    turns = count()
    contenders = {name: lambda: {"whole": float(next(turns))} for name in ("own", "other")}
    samples = in_turns(contenders, rounds=2, warm_up=1)
    assert samples.pairs("own", "other", "whole") == Pairs([2.0, 4.0], [3.0, 5.0])


def test_ratio_is_of_the_medians_and_round_by_round() -> None:
    pairs = Pairs([1.0, 6.0, 4.0], [1.0, 2.0, 4.0])
    assert pairs.ratio == 2.0
    assert pairs.pairwise == (1.0, 1.0, 2.0)


@pytest.mark.parametrize(("limit", "word"), [(2.0, "yes"), (1.9, "**no**"), (None, "")])
def test_row_says_whether_its_limit_is_met(limit: float | None, word: str) -> None:
    row = Row("work", "yardstick", limit, Pairs([4.0], [2.0]))
    assert row.cells[3:5] == ("2.00 ×", word)


def test_page_tells_why_a_limit_is_missed() -> None:
    missed = Row("work", "yardstick", 1.0, Pairs([4.0], [2.0]), reason="because")
    met = Amount("memory", 200.0, (129.0,), "MB", reason="never told")
    page = speed_page([missed], [met], "3 rows", date(2026, 11, 23))
    assert "- work: because\n" in page
    assert "| memory | 200 MB | 129 MB | yes |" in page
    assert "never told" not in page


def test_page_tells_what_each_step_takes() -> None:
    share = Share("import", (20.0, 30.0, 25.0), (100.0, 100.0, 100.0))
    page = speed_page([], [], "3 rows", date(2026, 11, 23), [share])
    assert "## Where the start goes" in page
    assert "| import | 25.0 ms | 25% | 3 |" in page


def test_start_of_the_window_is_measured(tiny_office: Path) -> None:
    rows = list(start_rows(Offices(tiny_office, tiny_office), OFFSCREEN, "without a screen", rounds=1))
    assert_figures(rows, 4)


def test_steps_of_the_start_make_up_the_whole(tiny_office: Path) -> None:
    shares = list(start_shares(tiny_office, OFFSCREEN, rounds=1))
    assert_figures(shares, 14)
    assert sum(share.samples[0] for share in shares) == pytest.approx(shares[0].whole[0])


def test_memory_of_the_idle_window_is_measured(tiny_office: Path) -> None:
    assert_figures(idle_amounts(tiny_office, OFFSCREEN, rounds=1), 1)


def test_only_the_start_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("--only", "typing") == 2
    assert "[--only start]" in capsys.readouterr().err


def test_measures_are_measured(tiny_office: Path) -> None:
    assert_figures(measure_rows(tiny_office, rounds=1), 3)


def test_restating_is_measured_on_a_book_whose_sums_stayed(tiny_office: Path, tmp_path: Path) -> None:
    (row,) = restating_rows(tmp_path, tiny_office, rounds=1, years=1)
    assert row.work.startswith("all measures of 1 years, 3 communes in the borders of the 1 ")
    assert_figures([row], 1)
    span = parse_period(str(LAST_YEAR)).span(DECREE_09)
    with Book(tmp_path / "merged", lock=False) as book, book.reading() as session:
        ref, district = (
            measures.refer(session, "outreach.people"),
            units.find(session, DISTRICT, MERGED_ON).id,
        )
        before = measures.answers(session, [ref], unit_id=district, span=span)[ref.expression]
        after = restating.answers(session, [ref], unit_id=district, span=span, day=MERGED_ON)
    assert len(after.answers[ref.expression].by_unit) == 1 < len(before.by_unit)
    assert after.answers[ref.expression].total == before.total


def test_export_of_the_quarterly_set_is_measured(tiny_office: Path, tmp_path: Path) -> None:
    assert_figures(return_rows(tmp_path, tiny_office, rounds=1), 2)


def test_reading_of_returned_workbooks_is_measured(tiny_office: Path, tmp_path: Path) -> None:
    paths = returned_workbooks(tmp_path / "returned", tiny_office)
    assert_figures(reading_rows(tiny_office, paths, rounds=1), 2)
    assert_figures(reading_amounts(tiny_office, paths, rounds=1), 1)
    assert_figures(adding_amounts(tiny_office, paths, tmp_path / "added", rounds=1), 1)


def test_drawing_of_a_plan_is_measured(tmp_path: Path) -> None:
    assert_figures(plan_rows(tmp_path, short_plan(), rounds=1), 1)


def test_opening_and_scrolling_of_the_lists_are_measured(tiny_office: Path) -> None:
    assert_figures(opening_amounts(tiny_office, OFFSCREEN, rounds=1, rest_ms=20), 20)


def test_the_board_is_measured(tiny_office: Path) -> None:
    assert_figures(board_amounts(tiny_office, OFFSCREEN, rounds=1), 2)


def test_totals_and_classes_are_measured(tiny_office: Path) -> None:
    lines = computed(tiny_office, rounds=1)
    assert lines[0].work == "all totals and classes of 3 sheets × 60 criteria"
    assert_figures(lines, 2)


def test_filters_of_the_lists_are_measured(tiny_office: Path) -> None:
    assert_figures(filter_amounts(tiny_office, OFFSCREEN, rounds=1), 5)


def test_search_over_everything_is_measured(tiny_office: Path) -> None:
    assert_figures(search_amounts(tiny_office, OFFSCREEN, rounds=1), 2)


def test_memory_of_the_window_is_measured(tiny_office: Path) -> None:
    assert_figures(memory_amounts(tiny_office, OFFSCREEN, rounds=1), 2)


def test_import_of_a_list_is_measured(tiny_office: Path, tmp_path: Path) -> None:
    shutil.copytree(tiny_office, tmp_path / "office")
    assert_figures(import_amounts(tmp_path, tmp_path / "office", rows=20), 2)


def test_a_list_of_successions_is_measured(tmp_path: Path, shared: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name, taken in (("units-2025-03-01", "11"), ("units-2025-07-01", "11")):
        lines = (shared / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        known = {taken}
        for line in lines:
            code, parent = line.split(",")[0], line.split(",")[-1]
            known.update({code} if parent in known else ())
        kept = [lines[0], *(line for line in lines if line.split(",")[0] in known)]
        (data / f"{name}.csv").write_text("\n".join(kept), encoding="utf-8")
    shutil.copy(shared / "data" / "unit-successions-2025-07-01.csv", data)
    assert_figures(succession_amounts(tmp_path, 1, data), 3)


def assert_figures(measured: Iterable[Row | Amount | Share], expected: int) -> None:
    """Every line has a figure above 0."""
    lines = list(measured)
    assert len(lines) == expected
    for line in lines:
        samples = line.pairs.own if isinstance(line, Row) else line.samples
        assert all(sample > 0 for sample in samples)
        assert all(isinstance(cell, str) for cell in line.cells)
