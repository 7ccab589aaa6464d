"""Words about errors of the program itself, and about a run that was cut off."""

TITLE = "Có lỗi của chương trình"
WHAT = "Chương trình gặp lỗi ngoài dự kiến nên việc vừa làm có thể chưa xong."
KEPT = (
    "Những gì đã lưu vẫn còn nguyên. "
    "Chữ gõ dở cũng được giữ, trừ khoảng 2 giây cuối và ở vài hộp thoại ngắn; mở lại chỗ đó sẽ thấy."
)
KEPT_AT = (
    "Những gì đã lưu vẫn còn nguyên, lần lưu gần nhất lúc {time}. "
    "Chữ gõ dở cũng được giữ, trừ khoảng 2 giây cuối và ở vài hộp thoại ngắn; mở lại chỗ đó sẽ thấy."
)
WHAT_TO_DO = (
    "Có thể làm tiếp. Nếu lỗi lặp lại, hãy đóng chương trình rồi mở lại, và gửi báo cáo lỗi cho người hỗ trợ."
)

CUT_OFF_TITLE = "Lần trước chương trình bị đóng đột ngột"
CUT_OFF = "Lần trước chương trình bị đóng đột ngột (mất điện, máy treo hoặc lỗi)."
CUT_OFF_KEPT = (
    "Số liệu đã được kiểm tra nhanh và còn nguyên, kể cả những gì lưu sau cùng; "
    "chữ gõ dở cũng được giữ, trừ khoảng 2 giây cuối và ở vài hộp thoại ngắn; mở lại chỗ đó sẽ thấy."
)
UNSOUND = "Kiểm tra nhanh thấy tệp sổ có chỗ hỏng. Chương trình chưa sửa gì."
UNSOUND_WHAT_TO_DO = (
    "Đừng nhập thêm. Hãy chép thư mục của sổ ra nơi khác, "
    "rồi kiểm tra toàn bộ sổ hoặc khôi phục từ bản sao lưu."
)
CUT_OFF_WHAT_TO_DO = (
    "Có thể làm tiếp. Nếu việc này lặp lại mà máy không mất điện, hãy gửi báo cáo lỗi cho người hỗ trợ."
)

NOT_STARTED_TITLE = "Chưa mở được chương trình"
NOT_STARTED = "Chương trình gặp lỗi khi khởi động nên chưa mở được."
NOT_STARTED_KEPT = "Sổ của đơn vị vẫn còn nguyên, chưa bị thay đổi."
NOT_STARTED_WHAT_TO_DO = (
    "Hãy mở lại. Nếu vẫn không được, hãy khởi động lại máy, rồi gửi báo cáo lỗi cho người hỗ trợ."
)

REPORT = "Báo cáo lỗi"
REPORT_IS = "Báo cáo chỉ nói lỗi ở chỗ nào của chương trình, không có số liệu, tên người hay chữ đã gõ."
SHOW_REPORT = "&Xem báo cáo"
COPY = "&Chép báo cáo"
COPIED = "Đã chép báo cáo. Dán (Ctrl+V) vào thư gửi người hỗ trợ."
SAVE = "&Lưu báo cáo vào tệp…"
SAVE_TITLE = "Lưu báo cáo lỗi"
FILE_NAME = "bao-cao-loi {time}.txt"
FILE_KINDS = "Tệp chữ (*.txt)"
SAVED = "Đã lưu báo cáo vào {name}."
GO_ON = "Làm &tiếp"
CLOSE_PROGRAM = "Đón&g chương trình"
