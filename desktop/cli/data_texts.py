"""The words of `pcmd data check`, and of what the book does not carry itself."""

CHECK = "sổ có còn nguyên vẹn không, tệp minh chứng có còn đủ và đúng như khi nhận không"
SWEEP = "xóa tệp bị bỏ lại khi máy tắt giữa chừng, không dòng nào trong sổ hay trong nhật ký nêu tên"
REINDEX = "dựng lại chỉ mục tìm kiếm từ các bản ghi trước khi kiểm tra"
SOUND = "Sổ nguyên vẹn: tệp, liên kết, cấu trúc, nhật ký, báo cáo đã duyệt và chỉ mục tìm kiếm đều đúng."
REPAIR = "đọc những gì còn đọc được của sổ hỏng vào một sổ mới; sổ cũ giữ nguyên"
REPAIR_OUT = "thư mục đặt sổ mới và danh sách những gì không đọc được"
REPAIRED = "Sổ mới ở {file}; danh sách ở {list}. Sổ cũ giữ nguyên."
CHECKED = "Đã xem {count} tệp minh chứng: {bad} tệp thiếu hoặc đã khác."
BAD = {
    "missing": "{unit}, năm {year}, tiêu chí {criterion}: không còn tệp {name} trong thư mục minh-chung.",
    "changed": "{unit}, năm {year}, tiêu chí {criterion}: tệp {name} đã bị sửa sau khi nhận.",
    "astray": "{unit}, năm {year}, tiêu chí {criterion}: chỗ của tệp {name} dẫn ra ngoài thư mục minh-chung.",
}
CHAIN = "Đã xem {count} việc trong nhật ký; việc cuối số {step}, mã {hash}…"
BREAKS = {
    "changed": "Nhật ký: việc số {first} không còn như khi ghi (bị sửa, thêm hoặc bớt dòng).",
    "missing": "Nhật ký: mất các việc từ số {first} đến số {last}.",
    "missing_one": "Nhật ký: mất việc số {first}.",
    "stray": "Nhật ký: có dòng của việc số {first}, nhưng việc đó không còn.",
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
BACKUP = "sao lưu cả sổ và tệp minh chứng ra một tệp, đọc lại để kiểm tra"
ENCRYPT = "mã hóa tệp bằng một mật khẩu riêng, được hỏi sau mật khẩu đăng nhập"
WITHOUT_ACCOUNTS = "không kèm tài khoản (để bàn giao); sổ đã mã hóa toàn bộ thì luôn kèm"
SLIP = "ghi thêm biên bản bàn giao dữ liệu để in và ký"
RESTORE = "phục hồi sổ từ một bản sao lưu; sổ đang có được giữ lại trước"
LOOK = "chỉ xem trong bản sao lưu có gì, không phục hồi"
RECOVERY_KEY = "mở bản sao lưu bằng khóa phục hồi thay cho mật khẩu"
BACKUP_PASSWORD = "Mật khẩu của tệp sao lưu"
BACKUP_RECOVERY_KEY = "Khóa phục hồi"
BACKED_UP = "Đã sao lưu và kiểm tra: {file}, {size} MB, mã {code}."
FILE_MISSING = "Thiếu tệp minh chứng: {name}"
LOOKED = "Bản sao lưu của {office}, làm {at} ({why}) bởi {who}, đã mở ra kiểm tra."
COUNT = "  {kind:<26}{there:>9}{here}"
COUNT_HERE = "   hiện tại {here}"
FOREIGN = "Bản này của đơn vị khác với sổ đang có ở đây nên không phục hồi vào đây được."
RESTORED = "Đã phục hồi sổ của {office} như lúc {at}."
KEPT = "Sổ trước khi phục hồi được giữ trong {file}."
ASIDE = "Các tệp của sổ cũ nằm nguyên ở {folder}."
TOOK_ACCOUNTS = "Tài khoản đi cùng bản sao lưu nay được dùng; tài khoản trước đó nằm trong thư mục sổ cũ."
