"""The words of `pcmd returns sets` with one set."""

CHECK = "kiểm tra một tệp bộ biểu, không lưu gì"
EXPORT = "kết xuất một bộ ra tệp; nhiều bộ cùng mã thì ghi MÃ@NGÀY, như quarterly@2026-01-01"
IMPORT = "nhập một tệp đã kết xuất thành bản nháp"
OUT = "TỆP.toml"

FORMS = "{forms} biểu, {columns} cột."
SOUND = "Bộ biểu đúng, áp dụng được."
