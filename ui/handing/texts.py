"""The words of handing a book on and taking one in."""

OTHER_COLUMNS = {
    "subject": "Trích yếu",
    "number": "Số",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "state": "Trạng thái",
    "grounds": "Căn cứ",
    "recipients": "Nơi nhận",
    "value": "Giá trị",
    "note": "Ghi chú",
    "period": "Kỳ",
    "unit_id": "Đơn vị",
    "figures": "Số liệu",
    "self_points": "Điểm tự chấm",
    "appraised_points": "Điểm thẩm định",
    "reason": "Lý do",
    "self_class": "Xếp loại tự chấm",
    "appraised_class": "Xếp loại thẩm định",
    "self_on": "Ngày tự chấm",
    "appraised_on": "Ngày thẩm định",
    "first_on": "Từ ngày",
    "last_on": "Đến ngày",
    "position": "Thứ tự",
    "task_id": "Thuộc nhiệm vụ",
    "criterion": "Tiêu chí",
    "self_answer": "Trả lời tự chấm",
    "appraised_answer": "Trả lời thẩm định",
    "step": "Bước",
    "class_code": "Loại",
    "on": "Ngày",
    "file_name": "Tên tệp",
    "stored_name": "Chỗ giữ tệp",
    "sha256": "Mã kiểm tra của tệp",
    "size": "Cỡ tệp",
}

KINDS = {
    "plans": "Kế hoạch",
    "trainings": "Tập huấn",
    "officials": "Cán bộ",
    "outreach": "Tuyên truyền",
    "establishments": "Cơ sở",
    "inspections": "Kiểm tra",
    "hotspots": "Tụ điểm",
    "models": "Mô hình",
    "figures": "Số liệu",
    "score_sheets": "Chấm điểm",
    "returns": "Báo cáo",
    "return_marks": "Gửi, nhận báo cáo",
    "report_texts": "Lời báo cáo",
    "parts": "Phần đi kèm",
}

HAND_ON_TITLE = "Bàn giao sổ"
HAND_ON_WORDS = "Sổ của {name}. {ended}Sổ này vẫn còn nguyên sau khi bàn giao."
ENDED = "Đơn vị kết thúc ngày {day}. "
WHOLE = "Cả sổ, một tệp"
SPLIT = "Chia theo xã mới, mỗi xã một tệp; kèm một tệp cả sổ để lưu trữ"
SPLIT_NOT_YET = "Chỉ chia được khi đơn vị đã kết thúc và danh mục xã mới đã đọc."
WHOLE_TOLD = "Cả sổ gồm {count} bản ghi, kèm đơn vị, kế thừa và tên in của đơn vị."
OWN_LABEL = "Phần của chính đơn vị (kế hoạch, lớp tập huấn, số liệu cấp huyện …)"
ONLY_ARCHIVE = "chỉ ở tệp lưu trữ"
NOT_DECIDED = "chưa chọn"
SHARES_TITLE = "Số bản ghi về từng xã"
RECEIVER = "Nơi nhận"
ARCHIVE_ROW = "Chỉ ở tệp lưu trữ"
TOTAL_ROW = "Cộng"
GROUPS_TITLE = "Cần chọn nơi nhận"
GROUPS_WORDS = (
    "Các xã này chia cho nhiều xã, hoặc chưa rõ vào đâu. Hãy chọn sổ nhận; Ctrl+D chép cho cả xã đó."
)
GROUP_HEADS = ("Xã cũ", "Loại", "Số dòng", "Sổ nhận")
FOR_UNIT, FOR_UNIT_TIP = (
    "Chọn cho cả xã  Ctrl+D",
    "Chép lựa chọn của dòng này cho mọi loại của xã đó (Ctrl+D)",
)
CHOICE_NAME = "Sổ nhận {kind} của {unit}"
LEFT_GROUPS = "Còn {count} mục chưa chọn nơi nhận."
STAYS = "Ở lại sổ này: nhật ký sửa đổi, các dòng đã xóa, {drafts} bản nháp."
COMPANIONS = "Kế hoạch, danh sách học viên và những gì bản ghi cần đến được gửi kèm trong từng tệp."
PERSONAL = "Có {count} chỗ giống dấu vết cá nhân; nơi nhận sẽ từ chối. Hãy xem và sửa trước khi bàn giao."
SEE_PERSONAL, SEE_PERSONAL_TITLE = "Xem các chỗ đó…", "Chỗ giống dấu vết cá nhân"
PERSONAL_TOLD = "{count} chỗ sau giống dấu vết cá nhân. Sổ chỉ giữ số lượng; hãy sửa trong sổ rồi bàn giao."
WRITE, WRITE_TIP = "Ghi tệp bàn giao…  Ctrl+S", "Chọn thư mục và ghi các tệp bàn giao (Ctrl+S)"
CHOOSE_FOLDER = "Chọn thư mục để ghi tệp bàn giao"
COLLECTING, WRITING = "Đang xem sổ…", "Đang ghi {name}: {done}/{all} dòng…"
WRITTEN = "Đã ghi {count} tệp bàn giao vào {folder}. Hãy gửi từng tệp cho đơn vị nhận."
WRITTEN_TITLE = "Đã ghi tệp bàn giao"
CLOSE = "Đóng"

TAKE_IN_TITLE = "Nhận sổ bàn giao"
TAKE_IN_WORDS = (
    "Chọn tệp .pcmd do đơn vị khác bàn giao. Tệp được kiểm tra và xem trước; chưa có gì được ghi cho đến khi bấm Nhận. "
    "Mỗi bản ghi giữ nguồn gốc: từ sổ nào, ngày nào, số nào ở sổ đó. Tệp không bị thay đổi."
)
CHOOSE, CHOOSE_TIP = "Chọn tệp…  Ctrl+O", "Chọn tệp sổ bàn giao (Ctrl+O)"
OTHER_FILE = "Chọn tệp khác…  Ctrl+O"
FILES = "Sổ bàn giao (*.pcmd);;Mọi tệp (*)"
READING, COMPARING, STORING = (
    "Đang đọc {name}…",
    "Đang so với sổ: {done}/{all} dòng…",
    "Đang ghi: {done}/{all} dòng…",
)
OF_BOOK = "{office}, bàn giao ngày {day}. {part}"
OF_WHOLE, OF_PART = "Cả sổ.", "Phần của {name} ({code})."
STATES = {"new": "Mới", "same": "Đã có", "changed": "Khác", "gone": "Đã xóa ở đây"}
KIND_HEAD = "Loại"
FILES_LEFT = (
    "{count} minh chứng chấm điểm có tệp kèm theo; tệp không đi cùng sổ bàn giao, hãy chép thư mục minh-chung ở nơi "
    "bàn giao vào thư mục của sổ này."
)
NOTHING_NEW = "Sổ này đã nhận rồi, không có gì mới."
READY = "Khi nhận, tất cả được ghi trong một bước, hoàn tác được bằng Ctrl+Z (danh mục đơn vị thì giữ lại)."
WRONG = "Có {count} chỗ không nhận được nên chưa ghi gì."
QUESTIONS = (
    "Cần xem: đánh dấu (phím cách) để lấy theo tệp, hoặc để coi là một; không đánh dấu thì giữ như ở sổ này."
)
QUESTION_HEADS = ("", "Trong tệp", "Ở sổ này", "Khác nhau")
DIFFERS = "lấy theo tệp"
ALIKE = "là một với"
SAME_ROW = "dòng đã nhận trước đây"
CHANGE, EMPTY = "{column}: ở đây “{ours}”, trong tệp “{theirs}”", "–"
NO_CHANGE = "không có ô nào khác"
LEAVE_OUT = "Bỏ trống {count} chỗ giống dấu vết cá nhân khi nhận (số lượng vẫn giữ)"
TAKE = "Nhận {count} dòng"
TAKE_NONE = "Nhận"
DONE = "Đã nhận sổ của {office}: {count} dòng mới. Hoàn tác bằng Ctrl+Z."
