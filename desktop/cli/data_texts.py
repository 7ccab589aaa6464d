"""The words of `pcmd data check`, and of what the book does not carry itself."""

CHECK = "sổ có còn nguyên vẹn không, tệp minh chứng có còn đủ và đúng như khi nhận không"
SWEEP = "xóa tệp bị bỏ lại khi máy tắt giữa chừng, không dòng nào trong sổ hay trong nhật ký nêu tên"
REINDEX = "dựng lại chỉ mục tìm kiếm từ các bản ghi trước khi kiểm tra"
SOUND = "Sổ nguyên vẹn: tệp, liên kết, cấu trúc, nhật ký, báo cáo đã duyệt và chỉ mục tìm kiếm đều đúng."
CHECKED = "Đã xem {count} tệp minh chứng: {bad} tệp thiếu hoặc đã khác."
BAD = {
    "missing": "{unit}, năm {year}, tiêu chí {criterion}: không còn tệp {name} trong thư mục minh-chung.",
    "changed": "{unit}, năm {year}, tiêu chí {criterion}: tệp {name} đã bị sửa sau khi nhận.",
    "astray": "{unit}, năm {year}, tiêu chí {criterion}: chỗ của tệp {name} dẫn ra ngoài thư mục minh-chung.",
}
HISTORY = "xem nhật ký: ai sửa gì, lúc nào, trước và sau; hoặc ghi ra Excel"
HISTORY_KIND = "chỉ một loại bản ghi: plans, outreach, establishments, scores, returns, units …"
HISTORY_FROM, HISTORY_TO = "từ ngày", "đến ngày"
HISTORY_WHO, HISTORY_TEXT = "người làm", "chữ trong giá trị cũ, mới, tên (không cần gõ dấu)"
HISTORY_UNIT = "mã đơn vị của bản ghi"
HISTORY_OUT = "tệp Excel để ghi"
STEP_LINE = "{at}  {who}: {what}"
ROW_LINE = "  {deed}: {name}"
FIELD_LINE = "    {field}: {old} → {new}"
HISTORY_COUNT = "{count} việc."
HISTORY_WRITTEN = "Đã ghi {count} dòng vào {name}."
SWEPT = "Đã xóa tệp bị bỏ lại: {name}"
LEFT_BEHIND = "Tệp bị bỏ lại, không dòng nào nêu tên: {name} (xóa bằng --sweep)"
NOT_OURS = "Tệp do người khác chép vào, được giữ nguyên: {name}"
EVIDENCE_FOLDER = (
    "Tệp minh chứng nằm ở {folder}: {count} tệp, {size} MB. Chép sổ sang máy khác thì chép cả thư mục này."
)
