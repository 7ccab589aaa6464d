"""The small district after 1 July 2025: merged, split, not settled, renamed, moved; with records before and after.

| before (2024: sessions, people) | after (2026) |
|---|---|
| Thị trấn Đồi Thông (1, 10), Xã Quế Lâm (3, 60) | Phường Đồi Thông (5, 100), of both |
| Xã Đạt Thành (2, 20) in parts, Xã An Bình (1, 15) whole | Xã Đạt Tân (1, 11) of a part, Xã Bình Tân (2, 22) of both |
| Xã Ăng Tở (4, 40) | Xã Ăng Tố (3, 33), renamed |
| Xã Nà Sa (1, 5), nobody knows where it went | Xã Khe Sâu (1, 7), nobody knows of what |
| Xã Núi Voi (2, 30) of another district | Xã Núi Voi (2, 50), of this one |
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from db.records import Succession, Unit
from db.rules.entries import Values
from db.rules.text import folded, sort_key
from db.services import trainings
from db.services.entering import entries
from db.sessions import BOOK_NAME, Book, Session
from tests.helpers.books import COMMUNES, DISTRICT, NOW, unit_id
from tests.helpers.made_once import made_once
from tests.helpers.sample_records import step

EVE, JULY = date(2025, 6, 30), date(2025, 7, 1)
OTHER_DISTRICT = "992"
# Code and name of what began, and from which code all or a part of it came.
BEGAN = (
    ("99101", "Phường Đồi Thông", (("99101", "whole"), ("99102", "whole"))),
    ("99103", "Xã Đạt Tân", (("99103", "part"),)),
    ("99104", "Xã Bình Tân", (("99104", "whole"), ("99103", "part"))),
    ("99105", "Xã Ăng Tố", (("99105", "whole"),)),
    ("99107", "Xã Khe Sâu", ((None, "part"),)),
    ("99201", "Xã Núi Voi", (("99201", "whole"),)),
)
BEFORE = {"99101": (1, 10), "99102": (3, 60), "99103": (2, 20), "99104": (1, 15), "99105": (4, 40)}
BEFORE |= {"99106": (1, 5), "99201": (2, 30)}
AFTER = {"99101": (5, 100), "99103": (1, 11), "99104": (2, 22), "99105": (3, 33), "99107": (1, 7)}
AFTER |= {"99201": (2, 50)}


@pytest.fixture(scope="session")
def changed_template(template_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the district's book after the change; never opened by a test itself."""

    def change(folder: Path) -> None:
        shutil.copy(template_folder / BOOK_NAME, folder / BOOK_NAME)
        with Book(folder, clock=lambda: NOW) as opened:
            step(opened, make)

    return made_once(tmp_path_factory, "changed", change)


@pytest.fixture
def changed_book(book: Book) -> Book:
    """The district's book with the change of 1 July 2025 and the records of the table: `book_folder` has it so."""
    return book


@pytest.fixture
def changed_folder(book_folder: Path) -> Path:
    """The folder of such a book, not open."""
    return book_folder


def make(session: Session) -> None:
    """Change the borders and record."""
    old = _old_units(session)
    new = {code: _unit(session, code, name, unit_id(session), JULY) for code, name, _ in BEGAN}
    for code, _, sources in BEGAN:
        for source, extent in sources:
            came = old[source] if source else None
            session.add(Succession(on=JULY, old_id=came, new_id=new[code], extent=extent))
    session.flush()
    for held_on, counts, ids in ((date(2024, 5, 6), BEFORE, old), (date(2026, 5, 6), AFTER, new)):
        for code, (sessions, people) in counts.items():
            outreach: Values = {"held_on": held_on, "form": "talk", "sessions": sessions, "people": people}
            entries.add(session, "outreach", {**outreach, "unit_id": ids[code]})
    _train(session, old)


def _old_units(session: Session) -> dict[str, int]:
    other = _unit(session, OTHER_DISTRICT, "Huyện Đông Lâm", unit_id(session, "99"), None, level=2)
    ids = {code: unit_id(session, code) for code in COMMUNES}
    ids["99106"] = _unit(session, "99106", "Xã Nà Sa", unit_id(session, DISTRICT), None)
    ids["99201"] = _unit(session, "99201", "Xã Núi Voi", other, None)
    for number in ids.values():
        unit = session.get(Unit, number)
        assert unit is not None
        unit.valid_to = EVE
    session.flush()
    return ids


def _unit(session: Session, code: str, name: str, parent: int, began: date | None, level: int = 3) -> int:
    words = {"sort_key": sort_key(name), "search": folded(f"{name} {code}")}
    kind = name.partition(" ")[0]
    unit = Unit(code=code, level=level, kind=kind, name=name, parent_id=parent, valid_from=began, **words)
    session.add(unit)
    session.flush()
    return unit.id


def _train(session: Session, old: dict[str, int]) -> None:
    """Two officials of Đồi Thông and one of Quế Lâm, one of them at two trainings."""
    officials = [
        entries.add(session, "officials", {"name": name, "unit_id": old[code], "role": "leader"})
        for name, code in (("Lò Văn An", "99101"), ("Lò Thị Bình", "99101"), ("Quàng Văn Cương", "99102"))
    ]
    for month, present in ((5, officials), (6, officials[:1])):
        day = date(2024, month, 6)
        training: Values = {"starts_on": day, "ends_on": day, "title": "Lớp", "unit_id": unit_id(session)}
        trainings.set_roster(session, entries.add(session, "trainings", training), present)
