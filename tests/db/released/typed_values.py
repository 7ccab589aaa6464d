"""What an officer might have typed into a small book: three rows of every table, the second with gaps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Three = Sequence[Any]
ROWS = 3


@dataclass(frozen=True)
class Column:
    """A column as the database describes it; `parent` is the table that it names a row of."""

    table: str
    name: str
    kind: str
    required: bool
    parent: str | None


def _json(**values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


_CHOICES = 'title = "Hình thức tuyên truyền"\n\n[[item]]\ncode = "talk"\ntitle = "Nói chuyện chuyên đề"\n'
_SEARCH = ("tap huan phong chay doi thong", "", "que lam 14/09/2025 o’tong")
_BYTES = (b"PK\x03\x04\x00\xff'\"", b"", "Biểu số 1;Xã Đạt Thành\r\n".encode())
# By the name of a column, whatever its table.
_OF_COLUMN: Mapping[str, Three] = {
    "appraised_answer": ("7.125", "", "có"),
    "appraised_class": ("A", None, "C"),
    "at": ("2025-03-14 08:05:00.000000", "2025-06-30 16:59:59.000000", "2025-09-20 10:42:00.123456"),
    "audience": ("worker", None, "pupil"),
    "authority": ("TM. ỦY BAN NHÂN DÂN", "", "KT. CHỦ TỊCH"),
    "body": _BYTES,
    "book_key": ("6f1a5c0d9e8b47a2b3c4d5e6f7a80911", "", "00ff5c0d9e8b47a2b3c4d5e6f7a80922"),
    "changed_by": ("Lò Thị Hoa", "Nguyễn Văn Đức", "Ăng Tở"),
    "code": ("99101", "99102", "99103"),
    "content": (
        "Tổ chức 02 lớp tập huấn tại cơ sở",
        "Rà soát “điểm nóng”\n- Xã An Bình",
        "Cấp 1.500 tờ rơi; 50%",
    ),
    "created_by": ("Lò Thị Hoa", "Nguyễn Văn Đức", "Ăng Tở"),
    "extent": ("whole", "part", "whole"),
    "female": (0, None, 17),
    "file_name": ("Biểu quý III (bản cuối).xlsx", "don-vi.csv", "Ảnh chụp ngày 1/6.jpg"),
    "finding": ("female_above:PCMD-02!C17", "Biểu 1!B4", "Biểu 2!Đ"),
    "frozen": (_json(sheets=[{"key": "outreach", "rows": [["99101", 12, None]]}]), "", "{}"),
    "handed_on": ("2025-07-01", "2025-07-02", "2025-12-31"),
    "issuing_agency": ("Ủy ban nhân dân huyện Hòa Lâm", "Ủy ban nhân dân xã Quế Lâm", "Phòng Nội vụ"),
    "kind": ("Huyện", "Xã", "Thị trấn"),
    "lead": ("Công an huyện", None, "Ban Chỉ huy Quân sự"),
    "level": (2, 3, 3),
    "mapping": (_json(sheet="Biểu 1", cells={"C5": "{{outreach.sessions}}"}), "", "{}"),
    "measure": ("outreach.sessions", None, "trainings.sessions"),
    "money_planned": (120_000_000, None, 0),
    "money_spent": (0, None, 999_999_999_999),
    "name": ("Huyện Hòa Lâm", "Xã Quế Lâm", "Thị trấn Đồi Thông"),
    "note": ("Đã gửi 5/8, chờ trả lời", "", "Ông Vàng A Pó báo; xem “sổ tay”\nDòng thứ hai"),
    "on": ("2025-03-01", "2025-07-01", "2025-07-01"),
    "people": (120, None, 17),
    "period": ("2025-Q1", "2025-9M", "2025"),
    "place": ("Hòa Lâm", "Nhà văn hóa bản Ăng Tở", "Sân UBND xã Đạt Thành"),
    "reason": ("Số liệu của xã gửi muộn", "", "Nhầm cột 'nữ'; sửa theo sổ"),
    "self_answer": ("6.5", "", "không"),
    "search": _SEARCH,
    "sha256": ("0" * 64, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "f" * 64),
    "sources": (_json(rows=[{"unit": "99101", "file": "Xã Quế Lâm.xlsx"}]), "", "{}"),
    "state": ("open", "done", "late"),
    "subject": ("Kế hoạch năm 2025", "Kế hoạch 2026–2030 của huyện “Hòa Lâm”", "Kế hoạch\tquý"),
    "symbol": ("KH-UBND", "", "CV-NV"),
    "text": ("I. MỤC TIÊU", "- Từ 80% số hộ\n- 100% cơ sở; ký cam kết", "Số tiền: 1.000.000 đ'"),
    "title": ("Tập huấn cán bộ cơ sở", "Danh mục", "Bộ tiêu chí 2024"),
    "who": ("Lò Thị Hoa", "Nguyễn Văn Đức", "Sổ PCMD"),
    "year": (2024, 2025, 2026),
}
# Where a table's column means something else than its name does elsewhere.
_OF_TABLE: Mapping[tuple[str, str], Three] = {
    ("change", "table_name"): ("plan", "task", "outreach_activity"),
    ("change", "step_id"): (1, 1, 2),
    ("change", "before"): (None, _json(state="open", note="Việc “gấp”"), _json(id=7, people=None)),
    ("change", "after"): (_json(id=1, subject="Kế hoạch năm 2025"), _json(state="done", note=""), None),
    ("content", "body"): (_CHOICES, "", 'title = "Bộ tiêu chí"\n'),
    ("content", "code"): ("own_forms", "kinds_of_old", "huyen-2024"),
    ("content", "kind"): ("old_choices", "old_choices", "old_rule_set"),
    ("draft", "kind"): ("outreach", "trainings", "plans"),
    ("draft", "raw"): (_json(held_on="14/9", people="một trăm"), "{}", _json(subject="Kế hoạch “nháp”")),
    ("handling", "fine"): (2_500_000, None, None),
    ("handling", "form"): ("fine", "reminder", "fine"),
    ("hotspot_event", "what"): ("removed", "reopened", "removed"),
    ("office", "cut_off"): ("decree-09",) * ROWS,
    ("official", "name"): ("Vàng A Pó", "Lò Thị Hoa", "Đặng Ước Mơ"),
    ("plan", "state"): ("draft", "issued", "closed"),
    ("plan_amendment", "before"): (_json(sections=["I. MỤC TIÊU"]), "{}", "{}"),
    ("plan_amendment", "after"): (_json(sections=["I. MỤC TIÊU MỚI"]), None, "{}"),
    ("return", "figures"): (_json(cells={"C5": 12}), "{}", _json(cells={})),
    ("step", "reverts"): (None, None, 1),
    ("succession", "new_id"): (2, 3, 1),
    ("succession", "written"): ("một phần xã Quế Lâm (cũ)", "", "chưa rõ"),
    ("unit", "valid_from"): ("2025-03-01", None, "2025-03-01"),
    ("unit", "valid_to"): (None, None, "2025-06-30"),
}
_OF_KIND: Mapping[str, Three] = {
    "BLOB": _BYTES,
    "BOOLEAN": (1, 0, 1),
    "DATE": ("2025-01-15", "2025-06-30", "2025-12-31"),
    "DATETIME": ("2025-01-15 07:30:00.000000", "2025-06-30 23:59:59.999999", "2025-12-31 10:42:00.000000"),
    "INTEGER": (12, 0, 4_500_250),
}


def typed_value(column: Column, row: int) -> Any:
    """Return what stands in a column of row 1, 2 or 3: what may be blank is so in the second, as is no first parent."""
    if column.name == "id":
        return row
    given = _OF_TABLE.get((column.table, column.name))
    if given is not None:
        return given[row - 1]
    if column.parent is not None:
        return _parent(column, row)
    if row == 2 and not column.required:
        return None
    usual = (f"{column.name} thứ nhất", f"{column.name} “Đ”", f"{column.name} thứ ba")
    return _OF_COLUMN.get(column.name, _OF_KIND.get(column.kind, usual))[row - 1]


def _parent(column: Column, row: int) -> int | None:
    """Return the row of another table that bears the same number, of its own table the one before."""
    if column.parent == column.table:
        return row - 1 or None
    return None if row == 2 and not column.required else row
