"""The words of amendments of issued plans."""

from ui.common.screens.subject import FieldWords, SubjectWords

TAB = "Sửa đổi"
BANNER_LOCKED = (
    "Kế hoạch đã ban hành: nội dung, chỉ tiêu, nhiệm vụ được giữ nguyên, chỉ ghi tiến độ. "
    "Muốn sửa, lập văn bản sửa đổi ở phần Sửa đổi."
)
BANNER_OPEN = (
    "Đang sửa đổi kế hoạch đã ban hành: mọi phần đều sửa được. Xong thì ban hành, hoặc bỏ, ở phần Sửa đổi."
)
BANNER_CLOSED = "Kế hoạch đã kết thúc: không sửa và không lập văn bản sửa đổi được nữa, chỉ ghi nốt tiến độ."
BANNERS = {"FREE": "", "LOCKED": BANNER_LOCKED, "CLOSED": BANNER_CLOSED, "OPEN": BANNER_OPEN}
BEGIN, BEGIN_TIP = "Lập văn bản sửa đổi", "Giữ lại bản đã ban hành rồi mở kế hoạch ra để sửa (F5)"
ISSUE, ISSUE_TIP = "Ban hành sửa đổi…", "Ghi số, ngày và lý do; kế hoạch được giữ nguyên trở lại (F2)"
DROP, DROP_TIP = "Bỏ sửa đổi", "Đưa kế hoạch trở lại đúng bản đã ban hành (F6); hoàn tác bằng Ctrl+Z"
PRINT, PRINT_TIP = (
    "Xem trước và in",
    "Dựng văn bản sửa đổi theo thể thức, xem trước, in hoặc lưu PDF (Ctrl+P)",
)
WORD, WORD_TIP = "Lưu tệp Word", "Lưu văn bản sửa đổi thành tệp .docx"
NOT_NOW = "Kế hoạch đang ở trạng thái chưa làm được việc này. Xem các nút ở phần Sửa đổi."
KEYS = (("F5, F2, F6, Ctrl+P", "Phần Sửa đổi: lập, ban hành, bỏ, in văn bản sửa đổi"),)
BEGUN = "Đã mở kế hoạch ra để sửa đổi. Hãy sửa ở các phần rồi quay lại đây để ban hành."
DROPPED = "Đã đưa kế hoạch trở lại bản đã ban hành. Hoàn tác bằng Ctrl+Z."
ISSUED = "Đã ban hành văn bản sửa đổi lần {ordinal}."

LIST, CHANGES = "Các văn bản sửa đổi", "Những chỗ đã sửa"
ORDINAL, NUMBER, ISSUED_ON, REASON, COUNT = (
    "Lần",
    "Số, ký hiệu",
    "Ngày ban hành",
    "Lý do, căn cứ",
    "Số chỗ sửa",
)
STILL_OPEN = "Đang sửa"
PART, PLACE, ACT, OLD, NEW = "Phần", "Chỗ sửa", "Việc", "Đã ban hành", "Sửa thành"
PARTS = {"field": "Thông tin", "section": "Nội dung", "target": "Chỉ tiêu", "task": "Nhiệm vụ"}
ACTS = {"added": "Bổ sung", "removed": "Bỏ", "changed": "Sửa", "moved": "Chuyển chỗ"}
EMPTY = "Kế hoạch này chưa có văn bản sửa đổi nào. Kế hoạch đã ban hành chỉ sửa được bằng văn bản sửa đổi."
NO_CHANGES = "Chưa có chỗ nào khác so với bản đã ban hành."

DIALOG_TITLE = "Ban hành văn bản sửa đổi"
DIALOG_WORDS = "Văn bản sửa đổi lần {ordinal} có {count} chỗ sửa. Lý do được in thành căn cứ của văn bản."
DRAWING = "Đang dựng văn bản sửa đổi…"
FILE_NAME = "Sửa đổi lần {ordinal} kế hoạch {number}"
UNNUMBERED = "chưa có số"
SAVE_AS, WORD_FILES = "Lưu văn bản sửa đổi", "Tệp Word (*.docx)"
WORDS = SubjectWords(
    title=DIALOG_TITLE,
    one="văn bản sửa đổi",
    purpose=EMPTY,
    fields={
        "number": FieldWords("Số", "", "Số của văn bản sửa đổi."),
        "symbol": FieldWords("Ký hiệu", "", "Để trống sẽ in ký hiệu của đơn vị."),
        "issued_on": FieldWords("Ngày ban hành", "", "Không trước ngày ban hành kế hoạch."),
        "reason": FieldWords(
            "Lý do, căn cứ", "Căn cứ …", "Mỗi dòng một căn cứ; Ctrl+Enter xuống dòng. Được in ở phần căn cứ."
        ),
    },
)
