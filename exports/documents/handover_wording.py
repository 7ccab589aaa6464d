"""The words of the minutes of a handed over book."""

KIND, SUBJECT = "BIÊN BẢN", "Bàn giao dữ liệu Sổ PCMD của {office}"
DAY = "Hôm nay, {day}, chúng tôi gồm bên giao và bên nhận ký tên dưới đây đã bàn giao dữ liệu sau:"
FILE = "Tệp {name}, {size} MB, ghi lúc {at} bởi {who}, đã được mở lại để kiểm tra."
CODE = "Mã kiểm tra của tệp (phần đầu SHA-256): {code}"
WHOLE_CODE = "SHA-256 đầy đủ: {code}"
COUNTED = "Tệp chứa toàn bộ sổ, với số dòng sau:"
NUMBER, WHAT, COUNT = "TT", "Nội dung", "Số dòng"
FILES = "Tệp minh chứng"
CHANGED = "Lần ghi cuối cùng trong sổ: {at}, bởi {who}."
CHECKING = (
    "Khi nhận, Sổ PCMD hiện mã kiểm tra và số dòng; bên nhận so với biên bản này trước khi dùng. "
    "Hai bên đã so: khớp / không khớp (gạch phần không đúng)."
)
GIVER, TAKER, SIGN_HINT = "BÊN GIAO", "BÊN NHẬN", "(Ký, ghi rõ họ tên)"
