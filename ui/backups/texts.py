"""The words of the page of backups and its windows."""

BACKUP_FILES = "Sao lưu Sổ PCMD (*.pcmdbak)"

TITLE = "Sao lưu"
PURPOSE = (
    "Sổ tự sao lưu khi đóng nếu có thay đổi, mỗi ngày khi cửa sổ mở lâu, và trước khi nhập danh sách, nhận sổ bàn giao "
    "hay nâng cấp. Mỗi bản được mở lại để kiểm tra rồi mới tính là xong. Giữ 7 bản theo ngày, 4 theo tuần, 12 theo "
    "tháng; bản do người bấm sao lưu thì không tự xóa."
)
KEYS = (
    ("Ctrl+B", "Sao lưu ngay"),
    ("Ctrl+R", "Phục hồi từ một bản sao lưu"),
    ("Ctrl+G", "Ghi tệp bàn giao"),
)
BACK_UP, BACK_UP_TIP = "Sao lưu ngay", "Sao lưu và kiểm tra ngay (Ctrl+B)"
RESTORE, RESTORE_TIP = "Phục hồi…", "Xem trong một bản sao lưu rồi phục hồi (Ctrl+R)"
HAND_OVER, HAND_OVER_TIP = "Tệp bàn giao…", "Ghi cả sổ vào một tệp cho cán bộ hoặc máy mới (Ctrl+G)"
CHOOSE_SECOND, CHOOSE_SECOND_TIP = "Chọn nơi thứ hai…", "USB hoặc ổ đĩa khác để chép thêm mỗi bản sao lưu"
FORGET_SECOND, FORGET_SECOND_TIP = "Thôi chép", "Không chép sang nơi thứ hai nữa; các bản đã chép vẫn còn"
LIST = "Các bản sao lưu trong thư mục của sổ"
HEADS = ("Lúc", "Vì sao", "Cỡ", "Kiểm tra")
VERIFIED = "Đã mở kiểm tra khi ghi"
EMPTY = "Chưa có bản sao lưu nào. Bấm Sao lưu ngay để có bản đầu tiên."
SIZE = "{size} MB"

SECOND_NONE = (
    "Chưa chọn nơi thứ hai. Ổ đĩa của máy hỏng thì bản sao lưu cũng mất theo: hãy chọn một USB hoặc ổ khác."
)
SECOND_THERE = "Nơi thứ hai: {folder}. Bản chép gần nhất: {last}."
SECOND_AWAY = (
    "Nơi thứ hai ({folder}) chưa được cắm vào. Bản chép gần nhất: {last}. Cắm vào rồi sao lưu để chép thêm."
)
SECOND_LATE = "Đã quá {days} ngày chưa chép sang nơi thứ hai."
NEVER = "chưa có"
REMIND, REMIND_KEY = "Nhắc sau", "Nhắc sa&u"
DAYS = " ngày"
SEAL = "Mã hóa bản chép ở nơi thứ hai bằng tài khoản của sổ"
SEAL_TIP = "Mất USB thì người nhặt được không đọc được sổ."
NOT_SEALED = (
    "Bản chép không mã hóa: ai cầm USB cũng đọc được. Muốn mã hóa, hãy bật bảo vệ sổ ở trang Tài khoản."
)
SAME_DISK = (
    "Thư mục này nằm trên cùng ổ đĩa với sổ, nên hỏng ổ là mất cả hai. Chưa chọn gì. "
    "Hãy chọn một USB hoặc ổ khác."
)
SECOND_TITLE = "Chọn nơi thứ hai"
SECOND_FOLDER = "Sao luu So PCMD"
CLOSE = "Đóng"

TODAY, YESTERDAY, ON_DAY = "hôm nay {time}", "hôm qua {time}", "{day} {time}"
STATUS = "Sao lưu đã kiểm tra {when} · {count} bản"
STATUS_NONE = "Chưa có bản sao lưu"
STATUS_LATE = "Sao lưu đã cũ: {when} · {count} bản"
STATUS_FAILED = "Lần sao lưu vừa rồi không xong"
STATUS_SECOND = "Nhắc chép sang nơi thứ hai"
STATUS_TIP = "Mở trang Sao lưu. {more}"
DONE = "Đã sao lưu và kiểm tra {when}."
COPIED = "Đã chép sang nơi thứ hai."

EXIT_TITLE = "Đang sao lưu"
EXIT_WORDS = "Sổ có thay đổi từ bản sao lưu trước. Đang sao lưu và kiểm tra, xong thì cửa sổ tự đóng."
LEAVE_OUT, LEAVE_OUT_TIP = (
    "Đóng ngay, không sao lưu",
    "Những gì đã nhập vẫn nằm trong sổ; lần sau đóng sổ sẽ sao lưu lại",
)
AGAIN, STAY = "Thử lại", "Ở lại"

RESTORE_TITLE = "Phục hồi sổ"
RESTORE_WORDS = "Chọn một bản để xem bên trong. Chưa có gì thay đổi cho đến khi bấm Phục hồi."
CHOOSE_FILE, CHOOSE_FILE_TIP = (
    "Chọn tệp khác…",
    "Bản sao lưu hoặc tệp bàn giao ở USB hay thư mục khác (Ctrl+O)",
)
FILES = "Bản sao lưu, tệp bàn giao (*.pcmdbak);;Mọi tệp (*)"
LOOK, LOOK_TIP = "Xem bên trong", "Mở bản đang chọn, kiểm tra và so với sổ hiện tại (Enter)"
DO_RESTORE = "Phục hồi bản này"
DO_RESTORE_TIP = "Sổ hiện tại được sao lưu và giữ lại trước khi thay (Ctrl+Enter)"
PLACE_HEAD, HERE, SECOND, OTHER = "Nơi", "Máy này", "Nơi thứ hai", "Tệp chọn"
COUNT_HEADS = ("Nội dung", "Bản sao lưu", "Hiện tại", "Chênh")
STEP_HEADS = ("Lúc", "Người ghi", "Số dòng")
COUNTS, STEPS = "Số dòng trong bản sao lưu và trong sổ hiện tại", "Những lần ghi cuối trong bản sao lưu"
PASSWORD, RECOVERY_KEY = "Mật khẩu", "Hoặc khóa phục hồi"
LOOKED = "Bản sao lưu của {office}, ghi lúc {at} ({why}) bởi {who}. Đã mở ra và kiểm tra."
LACKS = "Bản này thiếu {count} dòng so với hiện tại."
HAS_MORE = "Bản này có {count} dòng mà sổ hiện tại không có."
SAME = "Số dòng bằng nhau; nội dung từng dòng có thể khác."
NO_BOOK = "Thư mục này chưa có sổ nào đọc được: bản sao lưu sẽ là sổ ở đây."
FOREIGN = "Bản này của đơn vị khác với sổ đang có ở đây, nên không phục hồi vào đây được."
MISSING = "Không còn {count} tệp minh chứng: {names}"
MORE = "…"
ACCOUNTS = (
    "Tài khoản và mật khẩu trong bản này sẽ thay cho tài khoản hiện tại; tài khoản hiện tại được giữ lại."
)
CODE = "Mã kiểm tra của tệp: {code}. Hãy so với biên bản bàn giao."
LOOKING, RESTORING = "Đang mở và kiểm tra {name}…", "Đang phục hồi…"
RESTORED_TITLE = "Đã phục hồi"
RESTORED = "Đã phục hồi sổ của {office} như lúc {at}."
KEPT = "Sổ trước khi phục hồi còn trong bản sao lưu {name}."
ASIDE = "Các tệp của sổ cũ nằm nguyên ở {folder}."
OPEN_BOOK = "Mở sổ"

HAND_OVER_TITLE = "Tệp bàn giao"
HAND_OVER_WORDS = (
    "Ghi cả sổ cùng tệp minh chứng vào một tệp, mở lại để kiểm tra, rồi in biên bản bàn giao để hai bên ký. "
    "Máy mới nhận bằng nút “Đã có bản sao lưu hoặc tệp bàn giao”."
)
JOURNEY, JOURNEY_AGAIN = "Mật khẩu của tệp", "Gõ lại mật khẩu"
JOURNEY_NOTE = (
    "Để trống thì tệp không mã hóa: ai cầm tệp cũng đọc được. Nói mật khẩu cho bên nhận bằng đường khác."
)
WITH_ACCOUNTS = "Kèm tài khoản hiện có"
WITH_ACCOUNTS_TIP = "Sổ đã mã hóa toàn bộ thì luôn kèm tài khoản: không có thì không ai mở được."
WRITE, WRITE_TIP = "Ghi tệp…", "Chọn chỗ ghi tệp bàn giao (Ctrl+S)"
DIFFER = "Hai lần gõ mật khẩu khác nhau. Chưa ghi gì. Hãy gõ lại."
SHORT = "Mật khẩu của tệp cần ít nhất {count} ký tự. Chưa ghi gì."
SLIP_TITLE = "Biên bản bàn giao dữ liệu"
FILE_NAME = "{office} - ban giao {day}"
WRITTEN = "Đã ghi và kiểm tra {name}, mã {code}."
