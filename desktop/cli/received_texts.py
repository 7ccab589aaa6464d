"""The words of `pcmd returns check` and `pcmd returns import`."""

CHECK = "đọc và kiểm tra tệp báo cáo của cấp dưới, không ghi gì"
IMPORT = "nhận tệp báo cáo của cấp dưới vào sổ"
MARKED = "ghi vào thư mục này một bản đánh dấu của mỗi tệp có chỗ cần sửa"
REPLACE = "lấy tệp mới dù đã có báo cáo khác của cùng đơn vị và kỳ"
REASON = "nhận bằng pcmd returns import --replace"
STATES = {
    "received": "đã nhận",
    "superseded": "giữ lại, đã có tệp mới hơn",
    "refused": "không nhận được",
    "same": "đã có, không đổi gì",
    "asks": "chờ chọn",
}
OK, WRONG = "đúng", "có chỗ sai"
LINE = "{file}: {words}"
PLACED = "{file}: {unit}, {set}, kỳ {period}, lần {revision}: {words}"
