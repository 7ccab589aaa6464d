"""The words of `pcmd scores rules`."""

RULES = "các bộ tiêu chí: liệt kê, kiểm tra, kết xuất, nhập"
CHECK = "kiểm tra một tệp bộ tiêu chí, không lưu gì"
EXPORT = "kết xuất một bộ ra tệp; nhiều bộ cùng mã thì ghi MÃ@NGÀY, như xa-2026@2026-01-01"
IMPORT = "nhập một tệp đã kết xuất thành bản nháp"
OUT = "TỆP.toml"

NONE = "Sổ chưa có bộ tiêu chí nào."
SET = "{code}  {title}"
STATE = "  {state}, {validity}; tổng {total} điểm; {sheets} phiếu"
SHA = "  SHA-256 {sha256}"
FINDING = "  {weight}: {where}: {message}"
FROM, FROM_TO = "từ {first}", "từ {first} đến hết {last}"
STATES = {
    "draft": "bản nháp",
    "ahead": "sẽ áp dụng",
    "in_force": "đang áp dụng",
    "replaced": "thôi áp dụng",
}
WEIGHTS = {"error": "Lỗi", "warning": "Nên xem lại"}
TOTAL = "Tổng {total} điểm ({groups})."
SOUND = "Bộ tiêu chí đúng, áp dụng được."
