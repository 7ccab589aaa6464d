"""Invented registers of the sample district: establishments, inspections, hotspots, models."""

from datetime import date, timedelta
from random import Random

from db.rules.periods import Span
from db.services.units import UnitInfo
from desktop.demo.sample import LABEL, YEARS, Sample

_FIRST, _LAST = date(2023, 12, 20), date(2025, 12, 10)
_TEAMS = ("district", "district", "commune", "province")
_FORMS = ("reminder", "warning", "fine", "suspension")


def fill_registers(sample: Sample) -> None:
    """Add the registers with a stream of chance of their own: what was invented before stays as it was."""
    own = Sample(sample.session, sample.units, sample.texts, Random(178), sample.cut_off)
    communes = list(own.communes())
    for commune in communes:
        for _ in range(own.chance.randrange(1, 5)):
            _add_establishment(own, commune)
    for place, commune in zip(own.texts["hotspots"]["places"], communes, strict=False):
        _add_hotspot(own, commune, place)
    for at, commune in enumerate(communes[::2]):
        _add_model(own, commune, at)


def _add_establishment(sample: Sample, unit: UnitInfo) -> None:
    texts, chance = sample.texts["establishments"], sample.chance
    kind = chance.choice(list(texts["words"]))
    opened_on = date(chance.randrange(2012, 2024), chance.randrange(1, 13), 5)
    number = sample.add(
        "establishments",
        name=f"{texts['words'][kind]} {chance.choice(texts['names'])} (mẫu)",
        kind=kind,
        unit_id=unit.id,
        address=chance.choice(texts["places"]),
        opened_on=opened_on,
        closed_on=date(2025, 5, 20) if chance.random() < 0.1 else None,
        note=LABEL,
    )
    for year in YEARS:
        _add_year(sample, number, unit, year)


def _add_year(sample: Sample, establishment_id: int, unit: UnitInfo, year: int) -> None:
    chance = sample.chance
    workers = chance.randrange(2, 15)
    counted_on = date(year, 2, chance.randrange(1, 28))
    sample.add(
        "workforces",
        establishment_id=establishment_id,
        counted_on=counted_on,
        workers=workers,
        female=workers * 2 // 3,
    )
    if chance.random() < 0.8:
        signed_on = counted_on + timedelta(days=chance.randrange(20))
        sample.add("commitments", establishment_id=establishment_id, signed_on=signed_on)
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        _add_inspection(sample, establishment_id, unit, year)


def _add_inspection(sample: Sample, establishment_id: int, unit: UnitInfo, year: int) -> None:
    chance, breach = sample.chance, sample.chance.random() < 0.3
    inspection = sample.add(
        "inspections",
        held_on=sample.day(Span(date(year, 1, 5), min(date(year, 12, 10), _LAST), year)),
        unit_id=unit.id,
        team=chance.choice(_TEAMS),
        establishment_id=establishment_id,
        breach=breach,
        note=LABEL,
    )
    for form in chance.sample(_FORMS, chance.randrange(1, 3)) if breach else ():
        fine = chance.randrange(2, 20) * 500_000 if form == "fine" else None
        sample.add("handlings", inspection_id=inspection, form=form, fine=fine)


def _add_hotspot(sample: Sample, unit: UnitInfo, place: str) -> None:
    found_on = sample.day(Span(_FIRST, date(2024, 12, 1), YEARS[0]))
    number = sample.add(
        "hotspots", found_on=found_on, unit_id=unit.id, place=f"{place} (mẫu)", kind="public", note=LABEL
    )
    days = (found_on + timedelta(days=120), found_on + timedelta(days=300))
    for day, what in list(zip(days, ("removed", "reopened"), strict=True))[: sample.chance.randrange(3)]:
        sample.add("hotspot_events", hotspot_id=number, happened_on=day, what=what)


def _add_model(sample: Sample, unit: UnitInfo, at: int) -> None:
    texts = sample.texts["models"]
    started = sample.chance.choice((2022, 2024, 2024, 2025))
    number = sample.add(
        "models",
        name=f"{texts['names'][at % len(texts['names'])]} (mẫu)",
        unit_id=unit.id,
        kind=texts["kinds"][at % len(texts["kinds"])],
        started_year=started,
        note=LABEL,
    )
    for year in YEARS:
        # In the last year some wait to be kept on.
        if started <= year and (year == started or at % 3 or year < YEARS[-1]):
            state = "new" if year == started else "kept"
            sample.add("model_years", model_id=number, year=year, state=state)
