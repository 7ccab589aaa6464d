"""The words of the ways on where a book does not open."""

RETRY = "Thử lại"
REPAIR = "Sửa sổ"
RESTORE = "Phục hồi từ bản sao lưu…"
CHOOSE = "Chọn thư mục khác…"
CHOOSE_TITLE = "Chọn thư mục của sổ, trên ổ đĩa của máy này"
MOVE = "Chuyển sổ về máy này"
OPEN_MOVED = "Mở sổ đã chuyển về máy"
START_HERE = "Dùng thư mục trên máy này"
MOVING = "Đang chép {name}…"
MOVED_NOTE = (
    "Sổ PCMD ở thư mục này đã được chuyển về máy của đơn vị và dùng tiếp ở đó. Sổ còn lại đây là bản cũ, không nhập "
    "tiếp vào nữa. Thư mục của sổ đang dùng:"
)
ON_STICK = "Sổ đang nằm trên ổ rời (USB), dễ hỏng và dễ mất. Hãy sao lưu ra nơi khác, và đóng Sổ PCMD trước khi rút ổ."
DAMAGED = "Sổ có chỗ hỏng trong tệp. Hãy xem trang Kiểm tra sổ: phục hồi từ bản sao lưu, hoặc sửa sổ."
LOOK = "Kiểm tra sổ"
