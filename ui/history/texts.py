"""The words of the log: steps, fields, the bin."""

TITLE = "Nhật ký"
PURPOSE = (
    "Mọi thay đổi của sổ: ai làm, lúc nào, ô nào, trước và sau. Chọn một việc ở bên trái để xem từng ô ở bên phải. "
    "Thẻ Đã xóa liệt kê những gì đã xóa mà chưa khôi phục; Ctrl+R đưa dòng đang chọn về chỗ cũ, kèm những gì đi theo."
)
KEYS = (
    ("Ctrl+Tab", "Sang thẻ Các việc đã làm hoặc Đã xóa"),
    ("Ctrl+R", "Khôi phục dòng đang chọn (ở thẻ Đã xóa)"),
    ("Ctrl+F", "Tìm trong nhật ký: tên, giá trị cũ và mới, ngày, số; không cần gõ dấu"),
    ("Ctrl+M", "Xem thêm dòng của việc đang chọn"),
    ("Ctrl+E, Ctrl+P", "Kết xuất từng ô đã thay đổi ra Excel, in danh sách"),
)
STEPS, BIN = "Các việc đã làm", "Đã xóa"
VIEWS = "Nhật ký và những gì đã xóa"
AT, WHO, WHAT, NAME, ROWS = "Lúc", "Người làm", "Việc", "Bản ghi", "Dòng"
RECORD, FIELD, OLD, NEW = "Bản ghi", "Ô", "Trước", "Sau"
SPAN, KIND = "Thời gian", "Loại"
SPANS = {
    "period": "Kỳ đang chọn",
    "today": "Hôm nay",
    "week": "7 ngày qua",
    "month": "30 ngày qua",
}
MOMENT = "{day} {time}"
COUNT = "{count} việc"
COUNT_BIN = "{count} dòng đã xóa"
SEARCHING = "Đang tìm trong nhật ký: {count} dòng…"
BRING_BACK, BRING_BACK_TIP = "Khôi phục", "Đưa dòng đang chọn về chỗ cũ, kèm những gì đã đi theo (Ctrl+R)"
BROUGHT_BACK = "Đã khôi phục {name}. Hoàn tác bằng Ctrl+Z."
MORE, MORE_TIP = "Xem thêm", "Đọc tiếp các dòng của việc này (Ctrl+M)"
SHOWN = "{shown} trên {all} dòng"
EMPTY_TITLE, EMPTY = (
    "Chưa có gì trong thời gian này",
    "Mỗi thay đổi của sổ được ghi vào đây cùng người làm và lúc làm.",
)
EMPTY_BIN = "Không có gì đã xóa trong thời gian này"
EMPTY_BIN_HINT = "Những gì đã xóa nằm ở đây cho đến khi được khôi phục."
ALL_TIME = "Xem mọi thời gian"
CHOOSE_ONE = "Chọn một việc ở bên trái để xem từng ô."
UNTIL_MOST = "Chỉ ghi {count} dòng mới nhất; hãy chọn thời gian ngắn hơn để ghi hết."
ALL_DAYS = "Mọi thời gian"
DAYS = "Từ {first} đến {last}"

DEEDS = {"added": "Thêm", "changed": "Sửa", "deleted": "Xóa"}
DEED_OF = "{deed} {table}"
DEED_COUNT = "{deed} {count} {table}"
REVERTS = "Hoàn tác việc lúc {at}: {what}"
REVERTS_GONE = "Hoàn tác: {what}"
MORE_DEEDS = "{what} …"
FLAGS = {True: "Có", False: "Không"}

RECORD_TITLE = "Lịch sử – {name}"
RECORD_TOLD = "{count} thay đổi, mới nhất ở trên."
RECORD_NONE = "Nhật ký chưa có thay đổi nào của dòng này: dòng được nạp cùng danh mục hoặc có từ trước."
CLOSE = "Đóng"

# The kinds under which the log is looked for.
KINDS = {
    "plans": "Kế hoạch",
    "trainings": "Tập huấn",
    "officials": "Cán bộ",
    "outreach": "Tuyên truyền",
    "establishments": "Cơ sở",
    "inspections": "Kiểm tra",
    "hotspots": "Tụ điểm",
    "models": "Mô hình",
    "figures": "Số liệu kỳ",
    "scores": "Chấm điểm",
    "returns": "Báo cáo",
    "units": "Đơn vị",
    "office": "Đơn vị sử dụng",
    "content": "Danh mục, biểu mẫu, bộ tiêu chí",
    "handed": "Sổ bàn giao đã nhận",
    "accounts": "Tài khoản",
}
# How a row of a table is called in the middle of a sentence.
TABLES = {
    "plan": "kế hoạch",
    "plan_section": "đề mục",
    "target": "chỉ tiêu",
    "target_year": "chỉ tiêu từng năm",
    "target_share": "chỉ tiêu giao xã",
    "target_value": "số theo dõi chỉ tiêu",
    "task": "nhiệm vụ",
    "plan_amendment": "văn bản sửa đổi",
    "training_session": "lớp tập huấn",
    "attendance": "học viên",
    "official": "cán bộ",
    "outreach_activity": "hoạt động tuyên truyền",
    "establishment": "cơ sở",
    "commitment": "bản cam kết",
    "workforce": "lần đếm lao động",
    "inspection": "lượt kiểm tra",
    "handling": "hình thức xử lý",
    "hotspot": "tụ điểm",
    "hotspot_event": "diễn biến tụ điểm",
    "commune_model": "mô hình",
    "model_year": "năm của mô hình",
    "figure": "số liệu kỳ",
    "score_sheet": "phiếu chấm điểm",
    "score_mark": "điểm tiêu chí",
    "score_step": "bước của phiếu",
    "score_evidence": "minh chứng",
    "score_file": "tệp phiếu đã nhận",
    "return": "báo cáo đã duyệt",
    "return_file": "tệp báo cáo đã nhận",
    "return_template": "mẫu của tỉnh",
    "return_work": "báo cáo đang lập",
    "return_cell": "ô nhập tay của báo cáo",
    "return_word": "giải trình của báo cáo",
    "return_mark": "ghi nhận gửi, nhận báo cáo",
    "report_text": "lời của báo cáo",
    "unit": "đơn vị",
    "unit_list": "danh mục đơn vị",
    "succession": "dòng kế thừa",
    "office": "đơn vị sử dụng",
    "office_names": "tên in trước đây",
    "content": "nội dung danh mục",
    "source_book": "sổ bàn giao",
    "origin": "nguồn gốc bản ghi",
    "account": "tài khoản",
}
OTHER_TABLE = "dòng khác"
# Columns that no form shows, or that a form calls otherwise; first by table, then of all tables.
COLUMNS_OF = {
    "plan": {
        "first_year": "Từ năm",
        "last_year": "Đến năm",
        "kind": "Loại",
        "scheme": "Đánh số mục",
        "authority": "Thẩm quyền ký",
        "signatory_post": "Chức vụ người ký",
        "signatory_name": "Họ tên người ký",
        "parent_id": "Kế hoạch cấp trên",
    },
    "plan_amendment": {"before": "Bản trước khi sửa", "after": "Bản sau khi sửa"},
    "unit": {"kind": "Loại đơn vị", "parent_id": "Thuộc đơn vị"},
    "content": {"kind": "Loại nội dung", "body": "Nội dung"},
    "return": {"first": "Từ ngày", "last": "Đến ngày", "words": "Giải trình"},
    "return_file": {"body": "Tệp", "last": "Ngày cuối kỳ"},
    "return_template": {"body": "Tệp"},
    "score_file": {"body": "Tệp"},
    "report_text": {"text": "Lời"},
    "target_year": {"value": "Chỉ tiêu"},
    "target_share": {"value": "Chỉ tiêu"},
}
COLUMNS = {
    "year": "Năm",
    "official_id": "Cán bộ",
    "definition": "Số liệu",
    "rule_set_id": "Bộ tiêu chí",
    "self_points": "Điểm tự chấm",
    "registered_on": "Ngày đăng ký",
    "registered_class": "Loại đăng ký",
    "recognised_on": "Ngày công nhận",
    "recognised_class": "Loại công nhận",
    "decision_number": "Số quyết định",
    "set_code": "Bộ biểu",
    "set_version": "Phiên bản bộ biểu",
    "revision": "Lần lập",
    "check_code": "Mã kiểm tra",
    "frozen": "Bản chốt",
    "sources": "Nguồn số liệu",
    "exported_at": "Xuất tệp lúc",
    "sent_on": "Ngày gửi",
    "sent_note": "Ghi chú gửi",
    "acknowledged_on": "Ngày cấp trên nhận",
    "acknowledged_note": "Ghi chú cấp trên nhận",
    "verified": "Niêm phong còn nguyên",
    "findings": "Lỗi tìm thấy",
    "received_at": "Nhận lúc",
    "received_by": "Người nhận",
    "mapping": "Cách ghép ô",
    "title": "Tên",
    "valid_from": "Từ ngày",
    "valid_to": "Đến ngày",
    "source": "Nguồn số liệu",
    "checked_at": "Kiểm tra lúc",
    "checked_sha256": "Mã của số đã kiểm tra",
    "sheet": "Biểu",
    "row": "Dòng",
    "column": "Cột",
    "computed": "Số tính từ sổ",
    "finding": "Cảnh báo",
    "word": "Giải trình",
    "skeleton": "Khung báo cáo",
    "part": "Phần",
    "code": "Mã",
    "level": "Cấp",
    "name": "Tên",
    "rows": "Số dòng",
    "old_id": "Đơn vị cũ",
    "new_id": "Đơn vị mới",
    "extent": "Toàn bộ hay một phần",
    "written": "Như ghi trong danh sách",
    "cut_off": "Cách chốt số liệu",
    "sample": "Dữ liệu mẫu",
    "guarded": "Có tài khoản",
    "citation": "Căn cứ",
    "unit_code": "Mã đơn vị",
    "office_name": "Cơ quan bàn giao",
    "handed_on": "Ngày bàn giao",
    "source_id": "Sổ nguồn",
    "role": "Vai trò",
    "must_change": "Phải đổi mật khẩu",
    "encrypts": "Mã hóa",
    "event": "Việc",
}
# Words for codes that no catalogue of the book has.
CODES = {
    ("account", "role"): {
        "reader": "Người xem",
        "entry": "Người nhập",
        "approver": "Người duyệt",
        "administrator": "Quản trị",
    },
    ("account", "encrypts"): {"nothing": "Không", "backups": "Bản sao lưu", "book": "Cả sổ"},
    ("score_sheet", "state"): {
        "open": "Đang tự chấm",
        "returned": "Đã trả lại",
        "submitted": "Đã nộp",
        "appraised": "Đã thẩm định",
        "recognised": "Đã công nhận",
        "withdrawn": "Đã thu hồi",
    },
    ("score_step", "step"): {
        "register": "Đăng ký",
        "submit": "Nộp phiếu",
        "return": "Trả lại",
        "appraise": "Thẩm định",
        "reopen": "Mở lại",
        "recognise": "Công nhận",
        "withdraw": "Thu hồi",
    },
    ("return_file", "state"): {
        "received": "Đang dùng",
        "refused": "Phải gửi lại",
        "superseded": "Đã được thay",
    },
    ("return_mark", "state"): {
        "sent": "Đã gửi",
        "acknowledged": "Cấp trên đã nhận",
        "received": "Đã nhận",
        "excused": "Không phải nộp",
    },
    ("return_work", "source"): {"records": "Sổ này", "returns": "Báo cáo đã nhận"},
    ("succession", "extent"): {"whole": "Toàn bộ", "part": "Một phần", "unknown": "Chưa rõ"},
}
