"""Rows of task tables become tasks: which column says what, groups, merged agencies."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from db.rules.plan_reading.agencies import names_of
from db.rules.plan_reading.blocks import Place, Table
from db.rules.plan_reading.days import Years, time_of
from db.rules.plan_reading.result import ReadTask
from db.rules.plan_reading.tables import Columns, columns_by, data_rows, group_title

_TABLE = {
    "lead": ("chu tri", "don vi thuc hien", "co quan thuc hien", "phu trach", "chiu trach nhiem"),
    "joining": ("phoi hop",),
    "time": ("thoi gian", "tien do", "thoi han", "han hoan thanh"),
    "product": ("san pham", "ket qua", "dau ra"),
    "text": ("noi dung", "nhiem vu", "cong viec", "hoat dong", "ten "),
}


def is_task_table(table: Table) -> bool:
    """Return whether the heads of a table are those of tasks: what is done, and by whom or when."""
    return _task_columns(table) is not None


def _task_columns(table: Table) -> Columns | None:
    columns = columns_by(table, _TABLE)
    if columns is None or "text" not in columns.by_field:
        return None
    return columns if {"lead", "time"} & set(columns.by_field) else None


def tasks_of_table(table: Table, years: Years) -> Iterator[ReadTask]:
    """Yield the tasks of a table in its order; none where it is no table of tasks."""
    columns = _task_columns(table)
    if columns is None:
        return
    group = ""
    for number, row in data_rows(table, columns):
        title = group_title(row)
        if title:
            group = title
        elif columns.cell(row, "text"):
            yield with_time(_row_task(table, columns, number, row, group), years)


def _row_task(table: Table, columns: Columns, number: int, row: Sequence[str], group: str) -> ReadTask:
    line = table.line(number)
    joining = row[columns.by_field["joining"]] if "joining" in columns.by_field else ""
    return ReadTask(
        Place(line, line),
        columns.cell(row, "text"),
        columns.cell(row, "lead"),
        names_of(joining),
        time=columns.cell(row, "time"),
        product=columns.cell(row, "product"),
        group=group,
    )


def with_time(task: ReadTask, years: Years) -> ReadTask:
    """Return a task with the days that its time names."""
    if not task.time:
        return task
    time = time_of(task.time, years)
    return replace(task, starts_on=time.starts_on, ends_on=time.ends_on)
