"""The words of the short tour."""

NAME = "Làm quen nhanh"
COUNT = "{number}/{count}"
SKIP, SKIP_TIP = "Bỏ qua  Esc", "Thôi xem, vào việc ngay (Esc)"
BACK, BACK_TIP = "Quay lại", "Về bước trước (Shift+Enter)"
NEXT, NEXT_TIP = "Tiếp  Enter", "Sang bước sau (Enter)"
DONE, DONE_TIP = "Vào việc  Enter", "Thôi xem, vào việc (Enter)"

RAIL = (
    "Các mục",
    "Mỗi mục là một phần việc: kế hoạch, tập huấn, tuyên truyền, cơ sở, số liệu, chấm điểm, báo cáo. "
    "Bấm vào tên mục, hoặc giữ Alt rồi gõ số thứ tự.",
)
PERIOD = ("Năm và kỳ", "Chọn năm và kỳ một lần ở đây (Alt+N, Alt+K), mọi mục đều theo.")
LIST = (
    "Danh sách và dòng mới",
    "Trong mỗi mục, danh sách ở bên trái, phiếu của dòng đang chọn ở bên phải. "
    "F5 thêm dòng, Enter sang ô sau, F6 xóa; dán được cả bảng từ Excel bằng Ctrl+V.",
)
KEPT = (
    "Tự lưu, và hoàn tác được",
    "Rời một ô là ô đó đã được lưu, không có nút Lưu. Dòng dưới cùng báo việc vừa làm và bản sao lưu gần nhất. "
    "Làm nhầm thì Ctrl+Z.",
)
SEARCH = (
    "Tìm trong toàn bộ sổ",
    "Ctrl+K rồi gõ một phần tên, có dấu hoặc không dấu: hồ sơ, kế hoạch, cơ sở, cán bộ, xã.",
)
RETURNS = (
    "Hạn nộp báo cáo",
    "Con số ở mục Báo cáo là việc trễ hoặc đến hạn trong 7 ngày. Cần hướng dẫn thì bấm F1; "
    "xem lại phần này từ nút dấu hỏi ở trên.",
)
