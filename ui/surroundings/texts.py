"""The words of the look at the machine."""

HEADING = "Kiểm tra máy"
LOOKING = "Đang xem…"
AGAIN, AGAIN_TIP = "Xem &lại", "Xem lại máy sau khi sửa (Alt+L)"
LIST = "Những gì máy này có"
PURPOSE = "Máy này có đủ những gì Sổ PCMD cần không. Xem không làm thay đổi gì."
CLOSE = "Đóng"
