"""The words of `pcmd returns sets` with one set."""

CHECK = "kiểm tra một tệp bộ biểu, không lưu gì"
EXPORT = "kết xuất một bộ ra tệp; nhiều bộ cùng mã thì ghi MÃ@NGÀY, như quarterly@2026-01-01"
IMPORT = "nhập một tệp đã kết xuất thành bản nháp"
OUT = "TỆP.toml"

FORMS = "{forms} biểu, {columns} cột."
SOUND = "Bộ biểu đúng, áp dụng được."
EXPORTED = "Đã kết xuất “{title}” ra {file}."
OUTCOMES = {
    "new": "Đã nhập “{title}” thành bản nháp mang mã {code}.",
    "same": "Sổ đã có đúng bộ “{title}” ({code}). Không có gì thay đổi.",
    "other_text": "Sổ đã có bộ cùng mã với nội dung khác. “{title}” thành bản nháp riêng mang mã {code}.",
}
