"""The words of the steps of a sheet."""

STAGES = {
    "register": "Đăng ký",
    "self": "Tự chấm",
    "submit": "Nộp",
    "appraise": "Thẩm định",
    "recognise": "Công nhận",
}
STAGE, STAGE_LEVEL, DONE_MARK = "{title}", "{title} ({level})", "✓ {title}"
STAGE_SPOKEN = "{title}: {words}"
DONE, DONE_WITH = "{day}, {who}", "{title}, {done}"
ANSWERED, ALL_ANSWERED = "đã chấm {count}/{all}", "đã chấm đủ"
DONE_UNTOLD = "đã làm"
NOT_YET, DUE, LATE, WITHDRAWN = "chưa", "hạn {day}", "quá hạn {day}", "đã thu hồi"
WAY = "Các bước của phiếu"

TAKEN = {
    "register": "Đăng ký",
    "submit": "Nộp phiếu",
    "return": "Trả lại",
    "appraise": "Thẩm định xong",
    "reopen": "Mở lại thẩm định",
    "recognise": "Công nhận",
    "withdraw": "Thu hồi công nhận",
}
OF_CLASS, NUMBERED, BECAUSE = " loại {title}", ", số {number}", ", lý do: {reason}"
HISTORY = "{day}: {what} – {who}, ghi ngày {at}"
HISTORY_TITLE, NO_HISTORY = "Các bước đã qua", "Phiếu chưa qua bước nào."
REMARKS = {
    "return": "Phiếu được trả lại ngày {day} ({who}): {reason}",
    "reopen": "Thẩm định được mở lại ngày {day} ({who}): {reason}",
    "withdraw": "Công nhận bị thu hồi ngày {day} ({who}): {reason}",
}

# What the buttons and the menu say.
DO = {
    "register": "Đăng ký…",
    "submit": "Nộp phiếu…",
    "return": "Trả lại xã…",
    "appraise": "Thẩm định xong…",
    "reopen": "Mở lại thẩm định…",
    "recognise": "Công nhận…",
    "withdraw": "Thu hồi công nhận…",
}
DO_NEXT = "{step}  Ctrl+Enter"
NEXT_TIP = "Bước tiếp theo của phiếu (Ctrl+Enter)"
HELD_FIRST = "Còn {count} ô chữ đỏ chưa lưu vào phiếu. Hãy sửa các ô đó trước."
NOTES_MISSING = "Còn {count} tiêu chí khác số gợi ý mà chưa ghi vì sao: {codes}. Hãy ghi ở ô bên phải (F4)."

DIALOG = {
    "register": ("Đăng ký", "{unit} đăng ký đạt loại nào năm {year}?", "Đăng ký"),
    "submit": (
        "Nộp phiếu",
        "Nộp phiếu năm {year} của {unit}: {result}. Sau khi nộp, xã không sửa nữa.",
        "Nộp phiếu",
    ),
    "return": ("Trả lại xã", "Trả lại phiếu năm {year} cho {unit} để chấm lại.", "Trả lại"),
    "appraise": (
        "Thẩm định xong",
        "Kết thúc thẩm định phiếu năm {year} của {unit}: {result}.",
        "Thẩm định xong",
    ),
    "reopen": ("Mở lại thẩm định", "Mở lại thẩm định phiếu năm {year} của {unit}.", "Mở lại"),
    "recognise": ("Công nhận", "Công nhận {unit} năm {year}; sau thẩm định: {result}.", "Công nhận"),
    "withdraw": (
        "Thu hồi công nhận",
        "Thu hồi công nhận năm {year} của {unit} (số {number}).",
        "Thu hồi",
    ),
}
FIELDS = {"class_code": "Loại", "on": "Ngày", "number": "Số quyết định", "reason": "Lý do"}
UNDO_HINT = "Hoàn tác được bằng Ctrl+Z."
