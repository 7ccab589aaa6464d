"""The words of the list of agencies."""

BUTTON, BUTTON_TIP = "Cơ quan…", "Sửa danh mục cơ quan được gợi ý ở ô Chủ trì, Phối hợp của nhiệm vụ (Ctrl+G)"
TITLE = "Danh mục cơ quan, ban ngành, đoàn thể"
WORDS = (
    "Tên trong danh mục được gợi ý khi gõ cơ quan chủ trì, phối hợp, theo kỳ đang chọn. "
    "Cơ quan giải thể thì ghi ngày cuối. "
    "Cơ quan đổi tên thì bấm Đổi tên, ghi ngày cuối của tên cũ, ngày đầu của tên mới. "
    "Nhiệm vụ đã ghi giữ nguyên tên cũ."
)
NAME, FROM, TO = "Tên cơ quan", "Từ ngày", "Đến hết ngày"
HEADS = (NAME, FROM, TO)
ADD, ADD_TIP = "+ Thêm  F5", "Thêm một cơ quan ở cuối danh mục (F5 hoặc Insert)"
RENAME, RENAME_TIP = "Đổi tên…  Ctrl+R", "Thêm tên mới của cơ quan đang chọn ngay dưới tên cũ (Ctrl+R)"
REMOVE, REMOVE_TIP = "Bỏ  F6", "Bỏ các dòng đang chọn khỏi danh mục (F6 hoặc Delete)"
KEEP, KEEP_TIP = "Lưu danh mục  Ctrl+S", "Lưu cả danh mục; hoàn tác một lần bằng Ctrl+Z (Ctrl+S)"
PLACE = "Dòng {row}: {words}"
KEPT = "Đã lưu danh mục cơ quan. Hoàn tác bằng Ctrl+Z."
LEAVE_TITLE = "Danh mục chưa lưu"
LEAVE_WORDS = "Những chỗ vừa sửa trong danh mục cơ quan chưa được lưu. Đóng lại sẽ mất những chỗ đó."
LEAVE, STAY = "Bỏ chỗ đã sửa", "Sửa tiếp"
