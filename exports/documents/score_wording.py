"""The words of score sheets, minutes and lists for recognition.

No regulation in hand fixes them: heads of columns follow the issued tables of criteria (TT, tên tiêu chí, nội dung,
điểm chuẩn, điểm tự chấm, điểm phúc tra, ghi chú), the rest is what such offices write.
"""

DOTS, LINE = "…" * 9, "…" * 23
SIGN_HINT = "(Ký, ghi rõ họ tên)"
SEAL_HINT = "(Ký tên, đóng dấu)"

SHEET_KIND = "PHIẾU CHẤM ĐIỂM"
SHEET_SUBJECT = "Công tác phòng, chống mại dâm năm {year} của {unit}"
RULE_SET = "({title}. {citation})"
SHEET_HEADS = (
    *("TT", "Tên tiêu chí", "Nội dung, cách chấm", "Điểm chuẩn", "Kết quả tự chấm", "Điểm tự chấm"),
    *("Kết quả thẩm định", "Điểm thẩm định", "Ghi chú"),
)
TOTAL, SCALED_TOTAL = "TỔNG ĐIỂM", "TỔNG ĐIỂM QUY VỀ {most}"
CONDITIONS = "ĐIỀU KIỆN"
NOT_APPLICABLE, BLANK_POINTS = "Không áp dụng", "–"
APPLIES, COLUMN_APPLIES = "Áp dụng {most} điểm", "{column}: áp dụng {most} điểm"
FAILING = "Điều kiện liệt: có thì không xếp loại cao hơn “{title}”"
COMMUNE_NOTE, REASON = "Xã: {text}", "Thẩm định: {text}"
SELF, APPRAISED = "Tự chấm", "Thẩm định"
SCALED = "{column}: không áp dụng {codes}; còn {most} điểm chuẩn. {points} điểm × {whole} ÷ {most} = {scaled} điểm."
NOT_SCALED = (
    "{column}: không áp dụng {codes}; điểm của tiêu chí đó không tính vào tổng, còn {most} điểm chuẩn."
)
FAILED = "{column}: có điều kiện liệt {conditions}, không xếp loại cao hơn “{title}”."
REGISTERED = "Đăng ký: {title}"
HAND_RESULT = "{column}: " + DOTS + " điểm. Xếp loại: " + DOTS
NOT_COMPLETE = "{column}: {points} điểm – chưa chấm đủ, còn {count} mục ({codes}); chưa xếp loại"
COMPLETE = "{column}: {points} điểm. Xếp loại: {title}"
NO_CLASS = "không đạt loại nào"
SELF_DAY, APPRAISED_DAY = " (nộp ngày {day})", " (ngày {day})"
SELF_OPEN, APPRAISED_OPEN = " (xã chưa nộp phiếu)", " (chưa kết thúc thẩm định)"
RECOGNISED = "Công nhận: {title}, theo Quyết định số {number} ngày {day}"
WITHDRAWN = "Công nhận đã bị thu hồi"
PROOFS = "Tài liệu kiểm chứng"
PROOF_HEADS = ("TT", "Tiêu chí", "Số, ký hiệu", "Ngày", "Nội dung", "Tệp kèm theo")
SCORER, COMMUNE_HEAD, APPRAISERS = "NGƯỜI CHẤM ĐIỂM", "CHỦ TỊCH", "ĐẠI DIỆN TỔ THẨM ĐỊNH"

MINUTES_KIND = "BIÊN BẢN"
MINUTES_SUBJECT = "Thẩm định kết quả chấm điểm, xếp loại {unit} năm {year}"
YEAR_MINUTES_SUBJECT = "Thẩm định kết quả chấm điểm, xếp loại các xã, phường, thị trấn của {unit} năm {year}"
MINUTES_SYMBOL = "BB"
HELD = "Hôm nay, hồi … giờ … phút, {day}, tại {place}, {agency} họp thẩm định kết quả chấm điểm, xếp loại."
ATTENDED = "I. THÀNH PHẦN THAM DỰ"
ATTENDED_APPRAISERS, ATTENDED_COMMUNE = "1. Bên thẩm định: {agency}", "2. Bên được thẩm định: {agency}"
ATTENDED_COMMUNES = "2. Đại diện các xã, phường, thị trấn"
ATTENDEE = f"Ông (bà): {DOTS}… Chức vụ: {DOTS}"
SECRETARY = f"3. Thư ký: {DOTS}… Chức vụ: {DOTS}"
GROUNDS = "II. CĂN CỨ"
GROUND_SET = "{title} ({citation})."
GROUND_SHEET = "Phiếu tự chấm điểm năm {year} của {unit}, nộp ngày {day}."
GROUND_SHEETS = "Phiếu tự chấm điểm năm {year} của {count}/{of} xã, phường, thị trấn đã nộp."
RESULTS = "III. KẾT QUẢ THẨM ĐỊNH"
BY_GROUP, DIFFERENCES = "1. Điểm theo nhóm tiêu chí", "2. Tiêu chí có điểm thẩm định khác điểm tự chấm"
BY_COMMUNE = "1. Điểm và xếp loại"
GROUP_HEADS = ("TT", "Nhóm tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch")
DIFFERENCE_HEADS = (
    *("TT", "Tên tiêu chí", "Điểm chuẩn", "Điểm tự chấm", "Điểm thẩm định", "Chênh lệch"),
    "Lý do chênh lệch",
)
NO_DIFFERENCES = "Không có tiêu chí nào có điểm thẩm định khác điểm tự chấm."
COMMUNE_HEADS = (
    *("TT", "Xã, phường, thị trấn", "Điểm tự chấm", "Loại tự chấm", "Điểm thẩm định"),
    *("Loại thẩm định", "Chênh lệch", "Ghi chú"),
)
CONCLUSION = "IV. KẾT LUẬN"
CONCLUDED = "Tổ thẩm định thống nhất {unit} đạt {points} điểm, xếp loại: {title}."
NOT_CONCLUDED = "Việc thẩm định {unit} chưa kết thúc; chưa xếp loại."
OTHER_OPINIONS = f"Ý kiến khác: {LINE}"
CLASS_COUNTS = "Xếp loại sau thẩm định: {classes}."
CLASS_COUNT = "{title} {count}/{of} đơn vị ({share})"
UNCLASSED = "chưa xếp loại {count}/{of} đơn vị ({share})"
NOT_APPRAISED = "Chưa thẩm định: {names}."
MINUTES_END = (
    "Biên bản lập xong hồi … giờ … phút cùng ngày, được đọc lại cho mọi người cùng nghe, thống nhất ký tên và lập "
    "thành … bản có giá trị như nhau."
)
COMMUNES_SIDE = "ĐẠI DIỆN CÁC XÃ"
COMMUNE_SIDE, SECRETARY_TITLE, LEADER = "ĐẠI DIỆN {agency}", "THƯ KÝ", "TỔ TRƯỞNG TỔ THẨM ĐỊNH"

LIST_KIND = "DANH SÁCH"
PROPOSED_SUBJECT = "Xã, phường, thị trấn đề nghị công nhận, xếp loại năm {year}"
RECOGNISED_SUBJECT = "Xã, phường, thị trấn được công nhận, xếp loại năm {year}"
ATTACHED_PROPOSAL = "(Kèm theo Tờ trình số {number} {day} của {agency})"
ATTACHED_DECISION = "(Kèm theo Quyết định số {number} {day} của {agency})"
LIST_HEADS = ("TT", "Xã, phường, thị trấn", "Điểm", "Loại", "Đăng ký", "Ghi chú")
CLASS_GROUP = "{title}: {count}/{of} đơn vị ({share})"
LIST_TOTAL = "Cộng: {count} đơn vị"
BY_DECISION = "QĐ số {number} ngày {day}"
OTHER_CLASS = "Thẩm định: {title}"
LEFT_OUT = "Không có trong danh sách: {count} đơn vị, gồm {names}."
LIST_MAKER = "NGƯỜI LẬP DANH SÁCH"

STATES = {
    "": "Chưa có phiếu",
    "open": "Đang tự chấm",
    "submitted": "Đã nộp, đang thẩm định",
    "returned": "Đã trả lại",
    "appraised": "Đã thẩm định",
    "recognised": "Đã công nhận",
    "withdrawn": "Đã thu hồi công nhận",
}
INCOMPLETE = "chưa chấm đủ"
