"""The words of narrative reports."""

TITLE = "Báo cáo bằng lời"
PURPOSE = (
    "Viết báo cáo của kỳ đang chọn: số liệu đã điền sẵn vào câu, lấy từ biểu đã duyệt hoặc từ sổ; "
    "phần nhận xét, khó khăn, phương hướng, kiến nghị do cán bộ viết. Chữ viết ở đâu được giữ ngay ở đó. "
    "Sửa một câu có số thì câu thành của cán bộ; khi số trong câu không còn khớp sổ, chương trình báo ở dưới câu."
)
KEYS = (
    ("Lên, Xuống", "Chọn phần của báo cáo"),
    ("Enter, Esc", "Vào ô viết của phần đang chọn, về danh sách phần"),
    ("Tab, Shift+Tab", "Sang ô sau, về ô trước"),
    ("Ctrl+P", "Kiểm tra thể thức, xem trước rồi in"),
    ("Ctrl+E", "Lưu báo cáo ra tệp Word hoặc PDF"),
    ("Ctrl+F", "Chọn đơn vị báo cáo"),
    ("Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại"),
)

UNIT, UNIT_HINT = "Đơn vị báo cáo", "Gõ vài chữ của tên đơn vị"
PRINT, PRINT_TIP = "Xem trước, in  Ctrl+P", "Kiểm tra thể thức, xem trước rồi in (Ctrl+P)"
SAVE, SAVE_TIP = "Lưu Word, PDF", "Lưu báo cáo ra tệp Word hoặc PDF (Ctrl+E)"
RELOAD, RELOAD_TIP = "Nạp lại", "Tính lại số liệu của báo cáo"
SAVE_AS = "Lưu báo cáo"
FILE_NAME = "BC-{unit}-{period}"
KINDS = "Văn bản Word (*.docx);;Tệp PDF (*.pdf)"
DRAWING = "Đang dựng báo cáo…"
FILLING = "Đang tính số liệu…"

PARTS = "Các phần của báo cáo"
HEAD = "Số, ngày, trích yếu, nơi nhận"
HEAD_GUIDE = (
    "Để trống số và ngày thì bản in chừa chỗ ghi tay. Tên cơ quan, người ký lấy ở Danh mục, phần đơn vị."
)
NUMBER, DAY, SUBJECT, RECIPIENTS = "Số", "Ngày ban hành", "Trích yếu", "Nơi nhận (mỗi dòng một nơi)"
SILENT = "{title} – chưa viết"
LOOK = "{title} – cần xem"
NUMBERED = "{number}. {title}"

BEFORE, AFTER = "Cán bộ viết, in trước phần có sẵn", "Cán bộ viết, in sau phần có sẵn"
ONLY_OWN = "Cán bộ viết"
SENTENCE = "Câu có số {number}"
PLAIN_SENTENCE = "Câu có sẵn"
READY_TIP = "Số trong câu điền tự động. Sửa câu thì câu thành của cán bộ, chương trình không tự sửa nữa."
UNRECORDED = "Chưa ghi nhận: {titles}. Câu đã nói rõ; nhập số liệu vào sổ thì câu tự đủ."
OWN = "Câu của cán bộ; chương trình không tự sửa."
TAKE_BACK, TAKE_BACK_TIP = "Lấy lại câu có sẵn", "Bỏ câu của cán bộ, lấy lại câu có số điền tự động: {text}"
TARGETS = "Bảng chỉ tiêu in ở đây"
NO_TARGETS = "Chưa có chỉ tiêu của kế hoạch đã ban hành trong năm; bản in nói rõ như vậy."

NO_UNIT = "{name} chưa có hoặc không còn trong kỳ này nên không có báo cáo. Hãy chọn kỳ khác."
NOT_FILLED = "Chưa tính xong số liệu của kỳ này. Hãy bấm Nạp lại."
NOT_OVER = "Kỳ chưa hết (ngày cuối là {last}): số liệu còn có thể thay đổi."
DISAGREE = "{count} chỗ trong câu của cán bộ không còn khớp số liệu: {parts}."
MISSING = "{count} câu có số chưa ghi nhận."
