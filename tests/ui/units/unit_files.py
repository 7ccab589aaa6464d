"""Lists of units as files, good and bad."""

from pathlib import Path

HEAD = "code,name,kind,level,parent_code"
DISTRICT = ("99,Tỉnh Đồng Lam,Tỉnh,1,", "991,Huyện Hòa Lâm,Huyện,2,99")
COMMUNES = (
    "99101,Thị trấn Đồi Thông,Thị trấn,3,991",
    "99102,Xã Quế Lâm,Xã,3,991",
    "99103,Xã Đạt Thành,Xã,3,991",
    "99104,Xã An Bình,Xã,3,991",
)
BAD = ("9910,Xã Cụt,Xã,3,991", "99109,Xã Lạc,Xã,3,777")


def write_list(path: Path, *lines: str) -> Path:
    """Write a list with its head row."""
    path.write_text("\n".join((HEAD, *lines)) + "\n", encoding="utf-8")
    return path


def good_list(folder: Path) -> Path:
    """A list of the small district, without xã Ăng Tở and with a new commune."""
    return write_list(folder / "danh-muc.csv", *DISTRICT, *COMMUNES, "99106,Xã Mới,Xã,3,991")


def bad_list(folder: Path) -> Path:
    """A list with a short code and an unknown parent."""
    return write_list(folder / "xau.csv", *DISTRICT, *COMMUNES, *BAD)
