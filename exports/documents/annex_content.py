"""What the annexes say: A models by locality, B hotspots by the year they were removed, C tasks.

No regulation fixes their columns; they are those that provinces' plans use. Widths in millimetres.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from db.rules.formats import number_text
from db.rules.numbering import roman
from db.rules.plan_paper import ModelCount, PaperMoney, PaperTask, RemovedHotspot
from exports.documents.description import Annex, Column, Row, Table
from exports.documents.wording import ANNEX

_MODELS_TITLE = "DANH SÁCH MÔ HÌNH PHÒNG, CHỐNG MẠI DÂM"
_HOTSPOTS_TITLE = "DANH SÁCH TỤ ĐIỂM MẠI DÂM ĐÃ TRIỆT XÓA"
_TASKS_TITLE = "DANH MỤC NHIỆM VỤ"
_TOTAL = "Tổng cộng"
_MONEY_TOTAL = "Tổng kinh phí"
_MONEY_OF_SOURCE, _MONEY_NO_SOURCE = "Kinh phí từ nguồn: {source}", "Kinh phí chưa ghi nguồn"
_REOPENED = " (tái hoạt động)"
# A longer span than this shows only the years in which a hotspot was removed.
_MOST_YEARS = 10
_NUMBER = Column("STT", 12, "center")
_LOCALITY = Column("Địa bàn", 60)
_MODEL_COLUMNS = (
    *(_NUMBER, _LOCALITY, Column("Duy trì", 28, "right")),
    *(Column("Áp dụng mới", 28, "right"), Column("Tổng số", 28, "right")),
)
_EMPTY_WIDTH = 1
_TASK_COLUMNS = (
    Column("TT", 10, "center"),
    Column("Nội dung nhiệm vụ", 74),
    Column("Cơ quan chủ trì", 34),
    Column("Cơ quan phối hợp", 40),
    Column("Thời gian", 26, "center"),
    Column("Sản phẩm", 30),
    Column("Kinh phí (nguồn)", 28),
    Column("Ghi chú", 18),
)


@dataclass(frozen=True)
class Attachment:
    """What an annex is attached to: the line `(Kèm theo …)`, and the subject that a title may repeat."""

    subtitle: str
    subject: str = ""


def numbered(annexes: Sequence[Annex]) -> tuple[Annex, ...]:
    """Return several annexes numbered in Roman (`Phụ lục I`); one alone has no number (Decree 30, appendix I, III)."""
    if len(annexes) < 2:
        return tuple(annexes)
    return tuple(
        replace(annex, label=f"{ANNEX} {roman(place)}") for place, annex in enumerate(annexes, start=1)
    )


def model_annex(models: Iterable[ModelCount], attached: Attachment) -> Annex:
    """Return annex A: models kept, new and both by locality, with a total; what was not recorded is a dash."""
    known = list(models)
    rows = [
        Row((str(number), model.locality, *_model_counts([model])))
        for number, model in enumerate(known, start=1)
    ]
    table = Table(_MODEL_COLUMNS, tuple(rows), ("", _TOTAL, *_model_counts(known)))
    return Annex(ANNEX, _MODELS_TITLE, attached.subtitle, table)


def hotspot_annex(hotspots: Iterable[RemovedHotspot], attached: Attachment) -> Annex:
    """Return annex B: a row a locality, a column a year, the places removed in it; the total counts them."""
    known = list(hotspots)
    years = _years({hotspot.year for hotspot in known})
    localities = dict.fromkeys(hotspot.locality for hotspot in known)
    columns = (_NUMBER, replace(_LOCALITY, width=34), *(Column(f"Năm {year}", 26) for year in years))
    rows = tuple(
        Row((str(number), locality, *(_places(known, locality, year) for year in years)))
        for number, locality in enumerate(localities, start=1)
    )
    removed = [number_text(sum(hotspot.year == year for hotspot in known)) for year in years]
    table = Table(columns, rows, ("", _TOTAL, *removed))
    return Annex(ANNEX, _HOTSPOTS_TITLE, attached.subtitle, table, landscape=True)


def task_annex(
    tasks: Iterable[PaperTask],
    attached: Attachment,
    money_total: str = "",
    money: Sequence[PaperMoney] = (),
) -> Annex:
    """Return annex C: the tasks in their groups, and where it is given the money in total, by source if several."""
    total = ("", _MONEY_TOTAL, "", "", "", "", money_total, "") if money_total else ()
    sources = [Row(("", _source(part), "", "", "", "", part.money, "")) for part in money]
    rows = (*_task_rows(tasks), *(sources if len(sources) > 1 else ()))
    table = Table(_with_room(_TASK_COLUMNS, (*rows, Row(total))), rows, total)
    title = f"{_TASKS_TITLE} {attached.subject.upper()}".strip()
    return Annex(ANNEX, title, attached.subtitle, table, landscape=True)


def _with_room(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return the columns, those without a word as narrow as their head lets them be."""
    texts = [row.cells for row in rows if row.cells and not row.group]
    return tuple(
        column if any(cells[place] for cells in texts) else replace(column, width=_EMPTY_WIDTH)
        for place, column in enumerate(columns)
    )


def _source(part: PaperMoney) -> str:
    return _MONEY_OF_SOURCE.format(source=part.source) if part.source else _MONEY_NO_SOURCE


def _model_counts(models: Sequence[ModelCount]) -> tuple[str, str, str]:
    kept, new = _sum(model.kept for model in models), _sum(model.new for model in models)
    return number_text(kept), number_text(new), number_text(_sum((kept, new)))


def _sum(values: Iterable[int | None]) -> int | None:
    recorded = [value for value in values if value is not None]
    return sum(recorded) if recorded else None


def _years(removed: set[int]) -> list[int]:
    first, last = min(removed, default=0), max(removed, default=-1)
    return list(range(first, last + 1)) if last - first < _MOST_YEARS else sorted(removed)


def _places(hotspots: Iterable[RemovedHotspot], locality: str, year: int) -> str:
    found = [hotspot for hotspot in hotspots if (hotspot.locality, hotspot.year) == (locality, year)]
    return ";\n".join(hotspot.place + (_REOPENED if hotspot.reopened else "") for hotspot in found)


def _task_rows(tasks: Iterable[PaperTask]) -> Iterator[Row]:
    groups: dict[str, list[PaperTask]] = {}
    for task in tasks:
        groups.setdefault(task.group, []).append(task)
    for place, (group, members) in enumerate(groups.items(), start=1):
        if group:
            yield Row((roman(place), group, *[""] * (len(_TASK_COLUMNS) - 2)), group=True)
        yield from (_task_row(number, task) for number, task in enumerate(members, start=1))


def _task_row(number: int, task: PaperTask) -> Row:
    texts = (task.content, task.lead, task.joining, task.time, task.product, task.money, task.note)
    return Row((str(number), *texts))
