"""Invented establishments, inspections, hotspots, models and figures of the sample district."""

from collections.abc import Sequence
from datetime import date, timedelta

from db.rules.periods import Span, parse_period
from db.services import figure_definitions
from db.services.units import UnitInfo
from desktop.demo.making import LABEL, Sample

_LICENCE_SINCE = date(2019, 3, 4)
_LAST_FIGURES = "2025-Q3"
# How large a figure of a commune and a quarter may be; what is not named here stays without one.
_MOST = {
    "denunciations_received": 3,
    "cases": 2,
    "handled_sellers": 2,
    "handled_buyers": 2,
    "support_needed": 6,
}
_MOST |= {"support_psychology": 4, "support_health": 4, "support_training": 2, "support_loan": 2}


def add_registers(sample: Sample, years: Sequence[int]) -> None:
    """Add the registers of these years, each row labelled as sample data."""
    establishments = [pair for unit in sample.communes() for pair in _add_establishments(sample, unit)]
    for year in years:
        for number, unit in establishments:
            _add_inspections(sample, parse_period(str(year)).span(sample.cut_off), number, unit)
    _add_hotspots(sample)
    _add_models(sample, years)
    for year in years:
        for quarter in ("Q1", "Q2", "Q3", "Q4"):
            _add_figures(sample, f"{year}-{quarter}")


def _add_establishments(sample: Sample, unit: UnitInfo) -> list[tuple[int, UnitInfo]]:
    chance, known = sample.chance, sample.texts["registers"]["establishments"]
    # The town has the most of them.
    count = 9 if unit.kind == "Thị trấn" else chance.choice((0, 1, 1, 2))
    return [(_add_establishment(sample, unit, *pair), unit) for pair in chance.sample(known, count)]


def _add_establishment(sample: Sample, unit: UnitInfo, kind: str, name: str) -> int:
    chance = sample.chance
    number = sample.add(
        "establishments",
        name=f"{name} (mẫu)",
        kind=kind,
        unit_id=unit.id,
        address=f"{unit.name}, huyện Tuần Giáo",
        opened_on=_LICENCE_SINCE + timedelta(days=chance.randrange(1500)),
        closed_on=date(2025, 4, 30) if chance.random() < 0.1 else None,
        note=LABEL,
    )
    if chance.random() < 0.85:
        signed_on = date(2024, 2, 1) + timedelta(days=chance.randrange(400))
        sample.add("commitments", establishment_id=number, signed_on=signed_on, note=LABEL)
    for counted_on in (date(2024, 3, 1), date(2025, 3, 3)):
        workers = chance.randrange(2, 12)
        female = chance.randrange(workers + 1)
        sample.add(
            "workforces", establishment_id=number, counted_on=counted_on, workers=workers, female=female
        )
    return number


def _add_inspections(sample: Sample, span: Span, establishment: int, unit: UnitInfo) -> None:
    for _ in range(sample.chance.choice((0, 1, 1, 2))):
        breach = sample.chance.random() < 0.2
        inspection = sample.add(
            "inspections",
            held_on=sample.day(span),
            unit_id=unit.id,
            team=sample.chance.choice(("district", "district", "commune")),
            establishment_id=establishment,
            breach=breach,
            note=LABEL,
        )
        if breach:
            _add_handlings(sample, inspection)


def _add_handlings(sample: Sample, inspection: int) -> None:
    forms = sample.chance.choice((("reminder",), ("warning",), ("fine",), ("fine", "suspension")))
    for form in forms:
        fine = sample.chance.choice((2_000_000, 5_000_000, 15_000_000)) if form == "fine" else None
        sample.add("handlings", inspection_id=inspection, form=form, fine=fine)


def _add_hotspots(sample: Sample) -> None:
    communes = list(sample.communes())
    for place, kind, found_on, *events in sample.texts["registers"]["hotspots"]:
        unit = sample.chance.choice(communes)
        number = sample.add(
            "hotspots", place=f"{place} (mẫu)", kind=kind, unit_id=unit.id, found_on=found_on, note=LABEL
        )
        for what, happened_on in zip(("removed", "reopened", "removed"), events, strict=False):
            sample.add("hotspot_events", hotspot_id=number, happened_on=happened_on, what=what)


def _add_models(sample: Sample, years: Sequence[int]) -> None:
    names = sample.texts["registers"]["models"]
    units = sample.chance.sample(list(sample.communes()), len(names))
    for (kind, name, started_year), unit in zip(names, units, strict=True):
        number = sample.add(
            "models", name=f"{name} (mẫu)", kind=kind, unit_id=unit.id, started_year=started_year, note=LABEL
        )
        for year in (year for year in years if year >= started_year):
            state = "new" if year == started_year else "kept"
            sample.add("model_years", model_id=number, year=year, state=state)


def _add_figures(sample: Sample, period: str) -> None:
    if period > _LAST_FIGURES:
        return
    known = [item.code for item in figure_definitions.definitions(sample.session) if item.code in _MOST]
    sample.add_many(
        "figures",
        (
            {
                "period": period,
                "unit_id": unit.id,
                "definition": code,
                "value": sample.chance.randrange(_MOST[code] + 1),
                "note": LABEL,
            }
            for unit in sample.communes()
            for code in known
        ),
    )
