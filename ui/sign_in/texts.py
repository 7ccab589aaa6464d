"""The words of signing in."""

TITLE = "Đăng nhập"
WORDS = "Sổ này có mật khẩu. Hãy chọn tên của mình và gõ mật khẩu."
NAME, PASSWORD = "&Tên", "&Mật khẩu"
SIGN_IN, SIGN_IN_TIP = "Mở sổ  Enter", "Đăng nhập và mở sổ (Enter)"
SHOW = "&Hiện chữ đang gõ"
SHOW_TIP = "Xem lại những chữ vừa gõ trong ô mật khẩu (Alt+H)"
CAPS_LOCK = "Phím Caps Lock đang bật: chữ gõ ra là chữ hoa."
NEEDED = "Hãy gõ mật khẩu."
WAIT = "Gõ sai nhiều lần nên phải chờ. Thử lại được sau {time}."
MINUTES, SECONDS = "{minutes} phút {seconds} giây", "{seconds} giây"
FORGOTTEN = "&Quên mật khẩu…"
FORGOTTEN_TIP = "Đặt lại mật khẩu quản trị bằng khóa phục hồi đã in (Alt+Q)"

NEW_TITLE = "Đổi mật khẩu"
NEW_WORDS = "Mật khẩu này do người khác đặt. {name} hãy chọn một mật khẩu chỉ mình biết rồi làm việc."
CHANGE_WORDS = "{name} gõ mật khẩu đang dùng, rồi mật khẩu mới hai lần."
OLD, NEW, AGAIN = "Mật khẩu đ&ang dùng", "Mật khẩu &mới", "&Gõ lại mật khẩu mới"
NEW_HINT = (
    "Ít nhất 8 ký tự. Một câu ngắn dễ nhớ là tốt nhất. "
    "Bộ gõ tiếng Việt đang bật hay tắt thì lần sau cũng phải như vậy."
)
KEEP, KEEP_TIP = "Đổi mật khẩu  Enter", "Giữ mật khẩu mới (Enter)"
DIFFERS = "Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại."
CHANGED = "Đã đổi mật khẩu."
BACK, BACK_TIP = "Quay lại", "Về trang đăng nhập (Esc)"

RECOVERY_TITLE = "Đặt lại mật khẩu bằng khóa phục hồi"
RECOVERY_WORDS = (
    "Gõ khóa phục hồi đúng như trên giấy in: 6 nhóm, mỗi nhóm 5 ký tự. "
    "Viết hoa hay thường, có gạch hay không đều được.\n"
    "Khóa này đặt lại mật khẩu của tài khoản quản trị; các tài khoản khác do quản trị đặt lại."
)
RECOVERY_KEY, RECOVERY_HINT = "&Khóa phục hồi", "XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX"
CHECK, CHECK_TIP = "Tiếp  Enter", "Kiểm tra khóa phục hồi (Enter)"
RECOVERED_WORDS = "Khóa đúng. Hãy chọn tài khoản quản trị và đặt mật khẩu mới."
RECOVERED_NOBODY = "Khóa đúng. Tệp tài khoản không còn quản trị nào đáng tin: hãy ghi tên quản trị mới."
RECOVER, RECOVER_TIP = "Đặt mật khẩu và mở sổ  Enter", "Giữ mật khẩu mới rồi mở sổ (Enter)"

LOCKED = "Đã khóa"
LOCKED_WORDS = "{name} đang dùng sổ. Những gì đang gõ vẫn còn nguyên."
UNLOCK, UNLOCK_TIP = "Mở khóa  Enter", "Làm tiếp (Enter)"
OTHER, OTHER_TIP = "&Người khác đăng nhập", "Đóng sổ của {name} rồi về trang đăng nhập (Alt+N)"
OTHER_BUSY = (
    "{name} còn hộp thoại hoặc công việc đang dở nên chưa đổi người được. "
    "{name} hãy mở khóa và làm xong, hoặc chờ công việc xong."
)

FOUND_TITLE = "Tài khoản bị thay đổi từ bên ngoài"
FOUND = (
    "Tệp tài khoản so-pcmd.khoa khác với lần thay đổi cuối có trong nhật ký: có người đã chép tệp cũ vào, sửa tệp, "
    "hoặc máy tắt giữa lúc đang đổi. Sổ vẫn nguyên. Hãy xem lại danh sách tài khoản và vai trò ở trang Tài khoản."
)
UNDERSTOOD = "Đã rõ"
