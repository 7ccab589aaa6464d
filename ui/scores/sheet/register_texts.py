"""The words of registering many communes at once."""

ACTION = "Đăng ký cho các xã…"
TITLE = "Đăng ký cho các xã"
ASK = (
    "Mỗi xã đăng ký đạt loại nào năm {year}? Chỉ có các xã chưa nộp phiếu ở đây. "
    "Tất cả được ghi trong một bước, hoàn tác bằng Ctrl+Z."
)
EVERY, DAY = "Xã chưa đăng ký", "Ngày"
HEADS = ("Xã", "Đã đăng ký", "Đăng ký loại")
NONE, BOX = "chưa", "Loại của {unit}"
ACCEPT = "Đăng ký"
OF_COMMUNE = "{unit}: {words}"
REGISTERED = "Đã đăng ký cho {count} xã."
NOBODY = "Mọi xã đã nộp phiếu nên không còn xã nào để đăng ký."
