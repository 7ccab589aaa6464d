"""The three plans as received: what an officer expects to find in each."""

from decimal import Decimal
from pathlib import Path

import pytest

from db.rules.plan_reading.result import ReadPlan
from tests.db.rules.plan_reading.reading import codes, read

FIGURES = [
    ("dien-bien-2021-2025", (2021, 2025), 5, 14, 9, "Vừ A Bằng"),
    ("ha-noi-2018", (2018, 2018), 8, 15, 11, "Lê Hồng Sơn"),
    ("lai-chau-2025", (2025, 2025), 11, 3, 12, "Tổng Thanh Hải"),
]


@pytest.fixture
def plans(shared: Path) -> dict[str, ReadPlan]:
    files = (shared / "received-plans").glob("*.txt")
    return {file.stem: read(file.read_text(encoding="utf-8")) for file in files}


@pytest.mark.parametrize(("name", "years", "targets", "agencies", "recipients", "signatory"), FIGURES)
def test_figures_of_a_real_plan_are_found(
    plans: dict[str, ReadPlan],
    name: str,
    years: tuple[int, int],
    targets: int,
    agencies: int,
    recipients: int,
    signatory: str,
) -> None:
    plan = plans[name]
    assert plan.years == years
    assert (len(plan.targets), len(plan.agencies), len(plan.recipients)) == (targets, agencies, recipients)
    assert plan.signatory is not None
    assert (plan.signatory.name, plan.signatory.post) == (signatory, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")


def test_number_and_day_of_dien_bien_are_those_of_its_head(plans: dict[str, ReadPlan]) -> None:
    plan = plans["dien-bien-2021-2025"]
    assert plan.number and plan.issued_on and plan.place
    assert (plan.number.number, plan.number.symbol) == ("4256/KH-UBND", "KH-UBND")
    assert (plan.issued_on.day.isoformat(), plan.place.text) == ("2021-12-20", "Điện Biên")
    assert {target.quantity.value for target in plan.targets} == {100}


def test_number_of_ha_noi_comes_from_its_annex_and_is_unsure(plans: dict[str, ReadPlan]) -> None:
    plan = plans["ha-noi-2018"]
    assert plan.number and plan.issued_on
    assert (plan.number.number, plan.number.certain) == ("24/KH-UBND", False)
    assert plan.issued_on.day.isoformat() == "2018-01-23"
    assert "plan_number_from_annex" in codes(plan)


def test_targets_of_ha_noi_are_read_whole(plans: dict[str, ReadPlan]) -> None:
    found = [target.quantity for target in plans["ha-noi-2018"].targets]
    assert [(item.kind, int(item.value or 0)) for item in found] == [
        ("count", 150), ("count", 120), ("count", 2), ("at_most", 21),
        ("count", 60), ("count", 55), ("share", 80), ("count", 6),
    ]  # fmt: skip
    assert (found[6].part, found[6].of) == (Decimal(470), Decimal(584))


def test_annexes_of_ha_noi_are_tables(plans: dict[str, ReadPlan]) -> None:
    models, hotspots = plans["ha-noi-2018"].annexes
    numbers = [int(row[0]) for row in models.rows]
    assert (len(models.rows), models.total[2:]) == (19, ("53", "2", "55"))
    assert numbers == [number for number in range(1, 21) if number != 14]
    assert sum(int(row[4]) for row in models.rows) == 55
    assert (len(hotspots.rows), hotspots.columns[2], hotspots.columns[-1]) == (4, "Năm 2009", "Năm 2017")


def test_targets_of_lai_chau_stand_in_five_groups(plans: dict[str, ReadPlan]) -> None:
    plan = plans["lai-chau-2025"]
    assert len({target.section for target in plan.targets}) == 5
    assert all(target.section.startswith("II. ") for target in plan.targets)
    kinds = [target.quantity.kind for target in plan.targets]
    assert (kinds[1], kinds[7], kinds.count("share")) == ("frequency", "change", 8)
    assert (plan.targets[7].quantity.value, plan.targets[7].quantity.value_to) == (Decimal(3), Decimal(5))


def test_lai_chau_has_no_number_and_two_days_of_report(plans: dict[str, ReadPlan]) -> None:
    plan = plans["lai-chau-2025"]
    assert plan.number and plan.number.number is None and plan.issued_on is None
    assert [report.due for report in plan.report_due] == ["2025-12-15", "2025-12-31", None]
    assert codes(plan)[:2] == ["plan_number_blank", "plan_day_blank"]


def test_every_item_names_a_line_of_its_text(plans: dict[str, ReadPlan]) -> None:
    for plan in plans.values():
        items = [*plan.sections, *plan.targets, *plan.tasks, *plan.agencies, *plan.recipients, *plan.annexes]
        assert all(0 < item.place.first <= item.place.last < 500 for item in items)
