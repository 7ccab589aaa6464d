"""The fixed words of a score sheet's workbook."""

from collections.abc import Mapping

from db.rules.scoring.marks import APPRAISED, SELF

SHEET = "Phiếu chấm điểm"
TITLES: Mapping[str, str] = {SELF: "Phiếu tự chấm điểm", APPRAISED: "Phiếu chấm điểm và kết quả thẩm định"}
HEAD_LINE = "{title} · {unit} (mã {code}) · Năm {year}"
RULE_SET_LINE = "{title} · {citation}"
GUIDE = (
    "Ghi vào các ô màu vàng. Câu trả lời của tiêu chí tính theo tỷ lệ ghi tử số và mẫu số ở hai ô cạnh nhau; phần lẻ "
    "sau dấu phẩy (7,5). Cột điểm có thể để trống, chương trình sẽ tính. Không ghi tên, địa chỉ của người dân nào."
)
RESULT_GUIDE = "Kết quả thẩm định: mọi ô đều khóa. Nhập tệp này vào sổ của xã để xã có kết quả."
SAMPLE = "SỐ LIỆU MẪU. "
SUBMITTED_ON = "Ngày nộp phiếu (ngày/tháng/năm)"
FOOTER_CODE = "Mã kiểm tra: {code}"
FOOTER_RIGHT = "{code} · {year} · Lần {revision}"
PAGE = "Trang &P/&N"

# By these keys the cells are read back.
HEADS: Mapping[str, str] = {
    "label": "TT",
    "title": "Tiêu chí",
    "how": "Cách chấm",
    "most": "Điểm chuẩn",
    "answer": "Câu trả lời (hoặc tử số)",
    "whole": "Mẫu số",
    "points": "Điểm tự chấm",
    "note": "Ghi chú, minh chứng",
    "appraised": "Kết quả thẩm định",
    "appraised_points": "Điểm thẩm định",
    "reason": "Lý do khác với tự chấm",
}
# What sheets that are typed by hand call the same columns.
OTHER_HEADS: Mapping[str, str] = {
    "STT": "label",
    "Tên tiêu chí": "title",
    "Câu trả lời": "answer",
    "Tử số": "answer",
    "Ghi chú": "note",
    "Ghi chú/Minh chứng": "note",
    "Minh chứng": "note",
}
CHOOSE = "Chọn một dòng trong danh sách."
NUMBER = "Ghi một số; phần lẻ sau dấu phẩy, như 7,5."
PART = "Ghi tử số ở ô này, mẫu số ở ô bên phải."
OR_NOT_APPLICABLE = " Hoặc ghi Không áp dụng."
WHOLE = "Ghi mẫu số, lớn hơn 0."
WRONG_CHOICE = "Hãy chọn trong danh sách, hoặc xóa ô."
