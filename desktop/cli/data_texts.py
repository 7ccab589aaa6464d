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
SWEPT = "Đã xóa tệp bị bỏ lại: {name}"
LEFT_BEHIND = "Tệp bị bỏ lại, không dòng nào nêu tên: {name} (xóa bằng --sweep)"
NOT_OURS = "Tệp do người khác chép vào, được giữ nguyên: {name}"
EVIDENCE_FOLDER = (
    "Tệp minh chứng nằm ở {folder}: {count} tệp, {size} MB. Chép sổ sang máy khác thì chép cả thư mục này."
)
