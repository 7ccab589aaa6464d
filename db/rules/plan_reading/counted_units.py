"""What plans count: the words behind a number that are its unit."""

import re
from collections.abc import Mapping

NUMBER_WORDS: Mapping[str, int] = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_UNITS_LIST = (
    "xã, phường, thị trấn|xã, phường, đặc khu|phường, xã, thị trấn|phường, xã|xã, phường|xã, thị trấn|"
    "huyện, thị xã, thành phố|quận, huyện, thị xã|quận, huyện|huyện, thành phố|thôn, bản, tổ dân phố|"
    "thôn, bản|thôn, tổ dân phố|ấp, khóm|ấp, khu phố|thôn, buôn|lượt người|lượt cơ sở|lượt|vụ án|vụ việc|"
    "vụ|tụ điểm|điểm|cơ sở|mô hình|người|lao động|"
    "cán bộ|lớp tập huấn|lớp|khóa|buổi|hội nghị|hội thảo|tọa đàm|hội thi|cuộc thi|cuộc|đợt|tin, bài|"
    "tin bài|tin|bài|chuyên mục|chuyên đề|chuyên trang|phóng sự|tờ rơi|tờ gấp|tờ|pa nô|pano|panô|áp phích|"
    "băng rôn|khẩu hiệu|bảng|sổ tay|bản tin|bản|video|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|"
    "thôn|buôn|làng|ấp|khóm|khu phố|tổ dân phố|đặc khu|khu dân cư|địa phương|địa bàn|hộ gia đình|hộ|"
    "học viên|hội viên|đoàn viên|học sinh|sinh viên|công nhân|cộng tác viên|tình nguyện viên|"
    "tuyên truyền viên|đối tượng|trường hợp|trường học|trường|câu lạc bộ|đội|tổ|nhóm|lần|tỷ đồng|"
    "triệu đồng|đồng|ki-ốt|tài liệu|cuốn|phụ nữ|nạn nhân|doanh nghiệp|khách sạn|nhà nghỉ|quán|hình thức|"
    "đơn vị|cơ quan|chi hội|sản phẩm|hoạt động|chương trình|chuyên án|đường dây|ổ nhóm|tội phạm"
)
# The longest first: `vụ án` before `vụ`.
_UNIT = re.compile(
    rf"(?:{'|'.join(sorted(_UNITS_LIST.split('|'), key=len, reverse=True))})(?![^\W\d_])", re.I
)
_NO_UNITS = frozenset(
    [
        "năm",
        "tháng",
        "ngày",
        "quý",
        "tuần",
        "giờ",
        "phút",
        "đường",
        "và",
        "hoặc",
        "đến",
        "cấp",
        "của",
        "là",
        "trên",
        "tại",
        "theo",
        "trong",
        "khi",
        "do",
        "về",
        "tuổi",
        "ngõ",
        "từ",
        "có",
        "để",
        "với",
        "so",
        "m",
        "km",
        "mục",
        "khoản",
        "điều",
        "được",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = "|".join(NUMBER_WORDS)
# `02 (hai) lớp`, `2/3 số xã`: what may stand between a number and its unit.
_BETWEEN = re.compile(rf"\s*(?:\((?:{_WORDS})\)\s*)?(?:tổng số\s+|số\s+)?", re.IGNORECASE)
# `một (01) mô hình`: the number in figures repeats the word before it.
_REPEATED = re.compile(rf"(?:{_WORDS})\s*\(\d+$", re.IGNORECASE)


def unit_behind(words: str, at: int) -> tuple[str, bool]:
    """Return the unit behind a number that ends there and whether plans are known to count in it."""
    if words[at : at + 1] == ")" and _REPEATED.search(words[max(0, at - 12) : at]):
        at += 1
    between = _BETWEEN.match(words, at)
    start = between.end() if between else at
    unit = _UNIT.match(words, start)
    if unit is not None:
        return unit[0].lower(), True
    match = _WORD.match(words, start)
    if match is None or not match[0].islower() or match[0] in _NO_UNITS:
        return "", False
    return match[0], False
