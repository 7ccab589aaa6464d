"""Lists of successions of the province that contradict themselves, the days or the book, and the lines to be named."""

from dataclasses import dataclass
from pathlib import Path

HEAD = "new_code,new_name,old_code,old_name,extent"
GOOD = "03253,Xã Tuần Giáo,03289,Xã Quài Cang,whole"
OWN = "03253,Xã Tuần Giáo,03253,Thị trấn Tuần Giáo,whole"
# In a book of the small district whose units all go on, three communes go whole into each other.
LOOP = (
    "99103,Xã Đạt Thành,99102,Xã Quế Lâm,whole",
    "99104,Xã An Bình,99103,Xã Đạt Thành,whole",
    "99102,Xã Quế Lâm,99104,Xã An Bình,whole",
)


@dataclass(frozen=True)
class BadList:
    """What is wrong, the lines after the head, which lines are named with which words; `before` was read already."""

    what: str
    lines: tuple[str, ...]
    named: tuple[tuple[str, str], ...]
    before: tuple[str, ...] = ()
    day: str = "1/7/2025"
    head: str = HEAD

    def write(self, folder: Path, *, before: bool = False) -> Path:
        """Write the file, or the one that is read before it."""
        path = folder / ("truoc.csv" if before else "ke-thua.csv")
        text = "\n".join((HEAD, *self.before) if before else (self.head, *self.lines))
        path.write_text(text, encoding="utf-8")
        return path


BAD_LISTS = (
    BadList(
        "an old code that did not exist on the day before",
        ("03253,Xã Tuần Giáo,03290,Xã Quài Cang,whole", GOOD),
        (("dòng 2", "Ngày trước ngày kế thừa không có đơn vị mang mã “03290”"),),
    ),
    BadList(
        "a new code that does not exist on the day",
        ("03254,Xã Tuần Giáo,03289,Xã Quài Cang,whole",),
        (("dòng 2", "Vào ngày kế thừa không có đơn vị mang mã “03254”"),),
    ),
    BadList(
        "a whole that is a part too",
        (GOOD, "03283,Xã Chiềng Sinh,03289,Xã Quài Cang,part"),
        (("dòng 3", "Xã Quài Cang không thể vừa nhập toàn bộ"),),
    ),
    BadList(
        "a whole in two units",
        (GOOD, "03283,Xã Chiềng Sinh,03289,Xã Quài Cang,whole"),
        (("dòng 3", "Xã Quài Cang không thể vừa nhập toàn bộ"),),
    ),
    BadList(
        "a pair with two extents",
        (GOOD, GOOD.replace("whole", "part")),
        (("dòng 3", "Xã Quài Cang không thể vừa nhập toàn bộ"),),
    ),
    BadList(
        "a pair said and not settled",
        (GOOD, GOOD.replace("whole", "unknown")),
        (("dòng 3", "Đơn vị cũ mang mã “03289” vào đơn vị này đã ghi ở dòng 2"),),
    ),
    BadList(
        "a pair twice",
        (GOOD, OWN, GOOD),
        (("dòng 4", "Đơn vị cũ mang mã “03289” vào đơn vị này đã ghi ở dòng 2"),),
    ),
    BadList(
        "a list that contradicts the one before it",
        ("03283,Xã Chiềng Sinh,03289,Xã Quài Cang,whole",),
        (("dòng 2", "Sổ đã ghi Xã Quài Cang vào Xã Tuần Giáo ở ngày này, trái với dòng này"),),
        before=(GOOD,),
    ),
    BadList(
        "a whole that the list of units keeps",
        ("03253,Xã Tuần Giáo,11,Tỉnh Điện Biên,whole",),
        (("dòng 2", "Tỉnh Điện Biên nhập toàn bộ vào Xã Tuần Giáo nhưng theo danh mục thì vẫn còn"),),
    ),
    BadList(
        "a unit that was there before",
        ("11,Tỉnh Điện Biên,03289,Xã Quài Cang,whole",),
        (("dòng 2", "Tỉnh Điện Biên (11) không bắt đầu vào ngày này"),),
    ),
    BadList(
        "a name of another unit",
        ("03253,Xã Tuần Giáo,03289,Xã Quài Tở,whole",),
        (("dòng 2", "Mã 03289 là Xã Quài Cang, nhưng ở đây ghi “Xã Quài Tở”"),),
    ),
    BadList(
        "an extent that is none",
        (GOOD.replace("whole", "half"), GOOD.replace("whole", "")),
        (("dòng 2", "Mức “half” chưa rõ"), ("dòng 3", "Mức “” chưa rõ")),
    ),
    BadList(
        "a code without its zero",
        ("3253,Xã Tuần Giáo,3289,Xã Quài Cang,whole",),
        (("dòng 2", "Mã “3253” thiếu số 0 ở đầu"), ("dòng 2", "Mã “3289” thiếu số 0 ở đầu")),
    ),
    BadList(
        "a day of no list", (GOOD,), (("", "Sổ chưa có danh mục đơn vị của ngày 02/07/2025"),), day="2/7/2025"
    ),
    BadList("the day of the first list", (GOOD,), (("", "Sổ chưa có danh mục đơn vị"),), day="1/3/2025"),
    BadList("no lines", (), (("", "Không dòng nào trong 0 dòng"),)),
    BadList("an empty file", (), (("", "Tệp trống"),), head=""),
    BadList(
        "another table",
        ("03253,Xã Tuần Giáo,Xã,3,11",),
        (("dòng 1", "Thiếu cột"),),
        head="code,name,kind,level,parent_code",
    ),
    BadList(
        "a row that is too wide",
        (GOOD + ",thừa",),
        (("dòng 2", "Dòng có 6 ô, nhiều hơn 5 cột"),),
    ),
    BadList(
        "other places only",
        ("00004,Phường Ba Đình,00013,Phường Quán Thánh,whole",),
        (("", "Không dòng nào trong 1 dòng nói về đơn vị có trong sổ"),),
    ),
)
