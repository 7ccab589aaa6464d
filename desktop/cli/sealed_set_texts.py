"""The words for one set that goes out to a file or comes in from one."""

EXPORTED = "Đã kết xuất “{title}” ra {file}."
OUTCOMES = {
    "new": "Đã nhập “{title}” thành bản nháp mang mã {code}.",
    "same": "Sổ đã có đúng bộ “{title}” ({code}). Không có gì thay đổi.",
    "other_text": "Sổ đã có bộ cùng mã với nội dung khác. “{title}” thành bản nháp riêng mang mã {code}.",
}
