"""The words of sending score sheets to communes and taking them in."""

SEND, TAKE = "Gửi phiếu cho xã…", "Nhận phiếu từ xã…"
SEND_UP, TAKE_RESULT = "Gửi phiếu lên cấp trên…", "Nhận kết quả thẩm định…"
SEND_UP_TITLE = "Gửi phiếu chấm điểm lên cấp trên, năm {year}"
SEND_UP_WORDS = (
    "Phiếu của xã thành một tệp Excel để gửi lên cấp trên thẩm định. Kết quả gửi về thì nhận bằng “Nhận kết quả "
    "thẩm định…”. Tệp đã có trong thư mục được giữ nguyên, tệp mới mang tên khác."
)
SEND_TITLE = "Gửi phiếu chấm điểm cho xã, năm {year}"
SEND_WORDS = (
    "Mỗi xã một tệp Excel theo bộ tiêu chí của năm. Xã điền rồi gửi lại; nhận về bằng “Nhận phiếu từ xã…”. Tệp đã có "
    "trong thư mục được giữ nguyên, tệp mới mang tên khác."
)
COMMUNE, EVERY_COMMUNE = "Xã", "Mọi xã"
WITH_RESULT = "Gửi kết quả thẩm định (chỉ những xã đã thẩm định xong)"
CHOOSE_FOLDER, FOLDER_TITLE = "Chọn thư mục và ghi…", "Chọn thư mục để ghi phiếu"
WRITING = "Đang ghi phiếu {done} trên {all}…"
SENT = "Đã ghi {count} phiếu vào thư mục {folder}."
NONE_SENT = "Chưa xã nào có kết quả thẩm định nên chưa ghi tệp nào."

TAKE_TITLE = "Nhận phiếu chấm điểm từ xã"
TAKE_WORDS = (
    "Chọn hoặc thả vào đây các tệp phiếu mà xã gửi về, hoặc kết quả thẩm định mà cấp trên gửi. Chưa ghi gì vào sổ "
    "cho đến khi bấm Nhận."
)
CHOOSE, CHOOSE_TIP = "Chọn tệp…", "Chọn một hay nhiều tệp phiếu (Ctrl+O)"
FILES_TITLE, FILES = "Chọn tệp phiếu", "Sổ tính Excel (*.xlsx)"
MARKED, MARKED_TIP = (
    "Ghi bản đánh dấu…",
    "Ghi một bản của tệp đang chọn, ô cần sửa được tô màu, để gửi lại xã (Ctrl+S)",
)
MARKED_NAME = "{stem} - cần sửa.xlsx"
CLOSE = "Đóng"
GO, GO_NONE = "Nhận {count} phiếu", "Nhận"
READING = "Đang đọc {name}…"
STORING = "Đang nhận {name}…"
DONE = "Đã nhận {count} phiếu."
REASON = "Nhận phiếu khác từ tệp {name}"

FILE_HEADS = ("Tệp", "Xã", "Năm", "Phiếu", "So với sổ", "Khi nhận")
FILE_LIST = "Các tệp"
KINDS = {"self": "Tự chấm", "appraised": "Kết quả thẩm định"}
STATES = {
    "new": "Mới",
    "same": "Như trong sổ",
    "differs": "Khác {count} chỗ",
    "refused": "Không nhận được",
}
WOULD_SUBMIT, WOULD_STAY, WOULD_APPRAISE = "Nộp, chờ thẩm định", "Còn chấm dở", "Thẩm định xong"
WOULD_NOTHING, WOULD_RETURN = "Không đổi gì", "Trả lại rồi nộp lại"
ASKED = "Đánh dấu ô ở đầu dòng (phím cách) nếu lấy theo tệp này. {why}"
WHY = {
    "differs": "Phiếu khác với sổ ở những chỗ dưới đây.",
    "older": "Phiếu này cũ hơn phiếu đã nhận.",
    "rival": "Có tệp khác của cùng một xã; chỉ lấy được một.",
}
FINE = "Phiếu đúng bộ tiêu chí, không có gì sai."
REFUSED = "Có {count} chỗ cần sửa. Không có gì của tệp này được nhận."
NOTHING = "Phiếu này đã có trong sổ, nhận lại không đổi gì."
DIFFERENCE_HEADS = ("TT", "Tiêu chí", "Cột", "Trong sổ", "Trong tệp")
DIFFERENCES = "Những chỗ khác"
COLUMNS = {"self": "Tự chấm", "appraised": "Thẩm định", "note": "Ghi chú", "reason": "Lý do"}
