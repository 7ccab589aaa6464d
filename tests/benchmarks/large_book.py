"""A large book for measurement: ten reporting years of an invented district with as many communes as asked for.

The same at every run, and kept under `build/bench/` until the schema, the shipped content or this module changes.
"""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, insert, select

from db.new_book import NewOffice, make_book
from db.records import (
    Attendance,
    Establishment,
    Figure,
    Inspection,
    Official,
    OutreachActivity,
    Plan,
    PlanSection,
    ScoreMark,
    ScoreSheet,
    Target,
    Task,
    TrainingSession,
    Unit,
)
from db.records.base import Base
from db.rules.periods import DECREE_09, Span, parse_period
from db.rules.text import folded
from db.rules.units import UnitLine
from db.services import content
from db.sessions import Book, Session
from tests.benchmarks import registers, scored_years, sixty_criteria

PROJECT = Path(__file__).resolve().parents[2]
CACHE = PROJECT / "build" / "bench"
DISTRICT = "991"
LAST_YEAR = 2026
_WHO = "Lò Thị Hoa"
_AT = datetime(2026, 9, 20, 10, 42)
_KEPT = registers.kept(_AT, _WHO)

_FORMS = ("talk", "meeting", "group", "school", "workplace", "mobile", "loudspeaker", "press", "visual")
_AUDIENCES = ("public", "public", "worker", "student", "youth", "women", "owner", None)
_PROGRAMMES = (None, None, "drug", "hiv", "poverty", "rural", "family")
_ROLES = ("specialist", "leader", "team178")
_TOPICS = (
    "Pháp luật về phòng, chống mại dâm",
    "Phòng ngừa mua bán người",
    "Kỹ năng từ chối và tìm nơi giúp đỡ",
    "Cam kết của cơ sở kinh doanh dịch vụ",
    "Nơi tư vấn, khám chữa bệnh và học nghề",
)
_ORGANISERS = ("Hội Liên hiệp Phụ nữ", "Đoàn Thanh niên", "Công an xã", "Trạm Y tế", "Phòng Y tế")
_TITLES = ("Nghiệp vụ phòng, chống mại dâm", "Kỹ năng tuyên truyền tại bản", "Ghi chép và báo cáo số liệu")
_SYLLABLES = ("Mường", "Nà", "Pá", "Quế", "Đồi", "Ăng", "Thạch", "Bản", "Lâm", "Vĩnh", "Ngọc", "Ông")
_SURNAMES = ("Lò", "Quàng", "Đặng", "Nguyễn", "Ly", "Vàng", "Hồ", "Ân")
_GIVEN = ("Hương", "Đạt", "Ánh", "Sơn", "Thủy", "Ước", "Hòa", "Bích")
_TARGETS = (
    ("Số buổi tuyên truyền", "at_least", 9000, "buổi", "outreach.sessions"),
    ("Số lượt người được tuyên truyền", "at_least", 400_000, "lượt người", "outreach.people"),
    ("Tỷ lệ xã có ít nhất một hình thức tuyên truyền", "at_least", 70, "%", "outreach.share_of_communes"),
    ("Số lớp tập huấn", "at_least", 6000, "lớp", "training.sessions"),
    ("Tỷ lệ cán bộ đã được tập huấn", "at_least", 90, "%", "training.share_trained"),
    ("Số xã đã được thẩm định", "at_least", 500, "đơn vị", "scores.appraised_sheets"),
)


@dataclass(frozen=True)
class Size:
    """How much there is: communes, reporting years, and what a commune has in a year."""

    communes: int
    years: int = 10
    trainings: int = 12
    roster: int = 5
    outreach: int = 50
    officials: int = 3
    plan_tasks: int = 30
    establishments: int = 4
    inspections: int = 20
    figures: int = 40


LARGE, DISTRICT_OF_19 = Size(600), Size(19)


def large_book(size: Size, cache_folder: Path = CACHE) -> Path:
    """Return the folder of the book of that size, made now or earlier."""
    folder = cache_folder / f"{size.communes}-communes-{_mark(size)}"
    if not folder.is_dir():
        for stale in cache_folder.glob(f"{size.communes}-communes-*"):
            shutil.rmtree(stale)
        workshop = cache_folder / f"new-{size.communes}"
        shutil.rmtree(workshop, ignore_errors=True)
        _make(workshop, size)
        workshop.replace(folder)
    return folder


def row_counts(folder: Path) -> str:
    """Return how many records of each kind a book holds, in words."""
    counted = {
        "training sessions": TrainingSession,
        "attendances": Attendance,
        "officials": Official,
        "outreach activities": OutreachActivity,
        "establishments": Establishment,
        "inspections": Inspection,
        "figures": Figure,
        "score sheets": ScoreSheet,
        "marks": ScoreMark,
    }
    with Book(folder, lock=False) as book, book.reading() as session:
        sizes = {
            words: session.scalar(select(func.count()).select_from(record))
            for words, record in counted.items()
        }
    return ", ".join(f"{size:,} {words}" for words, size in sizes.items())


def _mark(size: Size) -> str:
    digest = hashlib.sha256(repr(asdict(size)).encode())
    sources = (path for path in (PROJECT / "db").rglob("*") if path.suffix in (".py", ".toml"))
    made_by = (Path(registers.__file__), Path(scored_years.__file__), Path(sixty_criteria.__file__))
    for path in (Path(__file__), *made_by, *sorted(sources)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _make(folder: Path, size: Size) -> None:
    lines = tuple(_unit_lines(size))
    office = NewOffice(lines, "units.csv", DISTRICT, date(LAST_YEAR - size.years, 1, 1), sample=True)
    make_book(folder, office, who=_WHO, clock=lambda: _AT)
    with Book(folder, clock=lambda: _AT) as book, book.writing(who=_WHO) as session:
        _Filling(session, size).fill()


def _unit_lines(size: Size) -> Iterator[UnitLine]:
    yield UnitLine("", "99", "Tỉnh Đồng Lam", "Tỉnh", 1, None)
    yield UnitLine("", DISTRICT, "Huyện Hòa Lâm", "Huyện", 2, "99")
    for number in range(size.communes):
        first, second = (_SYLLABLES[number // step % len(_SYLLABLES)] for step in (1, len(_SYLLABLES)))
        name = f"Xã {first} {second} {number // len(_SYLLABLES) ** 2 + 1}"
        yield UnitLine("", f"{90_000 + number}", name, "Xã", 3, DISTRICT)


class _Filling:
    """Fills a book table by table, a year at a time; numbers are given here so that rosters can name them."""

    def __init__(self, session: Session, size: Size) -> None:
        self.session, self.size = session, size
        self.chance = Random(2026)
        communes = session.execute(select(Unit.id, Unit.name).where(Unit.level == 3).order_by(Unit.code))
        self.communes = [(unit_id, name) for unit_id, name in communes]
        self.district = session.scalars(select(Unit.id).where(Unit.code == DISTRICT)).one()
        self.words = {
            code: title
            for catalogue in ("outreach_forms", "audiences", "programmes")
            for code, title in content.titles(content.choices(session, catalogue)).items()
        }
        self.last_training = 0
        unit_ids = tuple(unit_id for unit_id, _ in self.communes)
        self.scored = scored_years.Scored(session, unit_ids, LAST_YEAR, _KEPT, self.chance)
        self.registers = registers.Registers(
            tuple(self.communes), size.establishments, size.inspections, size.figures, self.chance
        )

    def fill(self) -> None:
        """Store officials and establishments, then year by year plans, training, outreach, scores and registers."""
        self._store(Official, self._officials())
        registers.store_places(self.session, self.registers)
        for year in range(LAST_YEAR - self.size.years + 1, LAST_YEAR + 1):
            span = parse_period(str(year)).span(DECREE_09)
            self._store_plan(year, span)
            sessions = [row for place in range(len(self.communes)) for row in self._trainings(place, span)]
            self._store(TrainingSession, (row for row, _ in sessions))
            self._store(Attendance, (entry for _, roster in sessions for entry in roster))
            self._store(
                OutreachActivity, (row for unit in self.communes for row in self._outreach(unit, span))
            )
            scored_years.store_year(self.session, self.scored, span)
            registers.store_year(self.session, self.registers, span)

    def _store(self, record: type[Base], rows: Iterator[dict[str, Any]]) -> None:
        self.session.connection().execute(insert(record), list(rows))

    def _officials(self) -> Iterator[dict[str, Any]]:
        number = 0
        for unit_id, unit_name in self.communes:
            for place in range(self.size.officials):
                number += 1
                female = self.chance.random() < 0.4
                middle = "Thị" if female else "Văn"
                name = f"{self.chance.choice(_SURNAMES)} {middle} {self.chance.choice(_GIVEN)}"
                yield {
                    "id": number,
                    "name": name,
                    "unit_id": unit_id,
                    "post": "Công chức",
                    "role": _ROLES[place % len(_ROLES)],
                    "female": female,
                    "from_on": date(2016, 1, 4),
                    "search": _key(name, unit_name, "Công chức"),
                    **_KEPT,
                }

    def _trainings(self, place: int, span: Span) -> Iterator[tuple[dict[str, Any], list[dict[str, int]]]]:
        unit_id, unit_name = self.communes[place]
        for number in range(self.size.trainings):
            self.last_training += 1
            day, title, others = self._day(span), _TITLES[number % len(_TITLES)], self.chance.randrange(20)
            row = {
                "id": self.last_training,
                "unit_id": unit_id,
                "title": title,
                "starts_on": day,
                "ends_on": day,
                "place": "Nhà văn hóa xã",
                "organiser": "Phòng Y tế",
                "others_total": others,
                "others_female": others // 2,
                "cost": self.chance.choice((None, 3_000_000, 5_000_000)),
                "search": _key(title, unit_name, "Nhà văn hóa xã", "Phòng Y tế"),
                **_KEPT,
            }
            yield row, self._roster(place)

    def _roster(self, place: int) -> list[dict[str, int]]:
        every = len(self.communes) * self.size.officials
        first = place * self.size.officials
        return [
            {"session_id": self.last_training, "official_id": (first + step) % every + 1}
            for step in range(min(self.size.roster, every))
        ]

    def _outreach(self, unit: tuple[int, str], span: Span) -> Iterator[dict[str, Any]]:
        chance = self.chance
        for _ in range(self.size.outreach):
            day, form, people = self._day(span), chance.choice(_FORMS), chance.randrange(20, 90)
            audience, programme = chance.choice(_AUDIENCES), chance.choice(_PROGRAMMES)
            topic, organiser = chance.choice(_TOPICS), chance.choice(_ORGANISERS)
            words = [self.words[code] for code in (form, audience, programme) if code]
            yield {
                "unit_id": unit[0],
                "held_on": day,
                "form": form,
                "audience": audience,
                "topic": topic,
                "sessions": chance.choice((1, 1, 2)),
                "people": people,
                "female": people // 2,
                "leaflets": chance.choice((None, people)),
                "panels": chance.choice((None, None, 2)),
                "news_items": None,
                "broadcasts": chance.choice((None, None, 4)),
                "programme": programme,
                "organiser": organiser,
                "cost": chance.choice((None, 500_000, 800_000)),
                "search": _key(f"{day:%d/%m/%Y}", unit[1], topic, organiser, *words),
                **_KEPT,
            }

    def _store_plan(self, year: int, span: Span) -> None:
        plan: dict[str, Any] = {
            "id": year,
            "unit_id": self.district,
            "first_year": year,
            "last_year": year,
            "number": 5,
        }
        subject = f"Phòng, chống mại dâm năm {year} trên địa bàn huyện Hòa Lâm"
        plan |= {"subject": subject, "state": "issued", "symbol": "KH-UBND", "issued_on": span.first}
        self._store(Plan, iter([{**plan, "search": folded(subject), **_KEPT}]))
        self._store(PlanSection, _sections(year))
        self._store(Target, _targets(year))
        self._store(Task, (self._task(year, span, place) for place in range(self.size.plan_tasks)))

    def _task(self, year: int, span: Span, place: int) -> dict[str, Any]:
        day = self._day(span)
        done = {"state": "done", "done_on": day, "money_spent": 9_000_000} if place % 3 else {}
        undone = {"state": "running", "done_on": None, "money_spent": None}
        return {
            "plan_id": year,
            "position": place + 1,
            "content": f"Nhiệm vụ thứ {place + 1}: {_TOPICS[place % len(_TOPICS)]}",
            "lead": "Phòng Y tế",
            "starts_on": span.first,
            "ends_on": day,
            "money_planned": 10_000_000,
            "search": _key(_TOPICS[place % len(_TOPICS)], "Phòng Y tế"),
            **(done or undone),
            **_KEPT,
        }

    def _day(self, span: Span) -> date:
        return span.first + timedelta(days=self.chance.randrange((span.last - span.first).days + 1))


def _sections(year: int) -> Iterator[dict[str, Any]]:
    for position, text in enumerate(_TOPICS * 4, start=1):
        shape = "heading-1" if position % 5 == 1 else "paragraph"
        row = {"plan_id": year, "position": position, "shape": shape, "text": text}
        yield {**row, "search": _key(text), **_KEPT}


def _targets(year: int) -> Iterator[dict[str, Any]]:
    for position, (text, operator, value, measured_in, measure) in enumerate(_TARGETS, start=1):
        row = {"plan_id": year, "position": position, "text": text, "operator": operator}
        row |= {"value": Decimal(value), "measured_in": measured_in, "measure": measure}
        yield {**row, "search": _key(text, measured_in), **_KEPT}


def _key(*words: str) -> str:
    return " ".join(map(_folded, words))


@cache
def _folded(words: str) -> str:
    return folded(words)
