"""What a repair saved and could not save, in words."""

from collections.abc import Mapping

FATES: Mapping[str, str] = {
    "from_log": "{count} {table}: không đọc được ở chỗ cũ, đã lấy lại nguyên vẹn từ nhật ký",
    "broken_text": "{count} {table}: có chữ bị hỏng, để lại ở sổ cũ",
    "against_rules": "{count} {table}: giá trị không thể có, để lại ở sổ cũ",
    "without_parent": "{count} {table}: thuộc về bản ghi đã mất, để lại ở sổ cũ",
    "lost": "{count} {table}: không đọc được",
}
LOST_UNCOUNTED = "{table}: có chỗ không đọc được, không rõ mấy dòng"
NAMES = "    {name}"
MORE_NAMES = "    … và {count} dòng khác"

SUMMARY = "Đã đọc được {rows} dòng vào sổ mới; {lost} dòng không cứu được."
SUMMARY_UNSURE = "Đã đọc được {rows} dòng vào sổ mới; có chỗ không đọc được, không rõ mấy dòng."
SUMMARY_WHOLE = "Đã đọc được {rows} dòng vào sổ mới; không thiếu dòng nào."
CHAINED_ANEW = (
    "Nhật ký của sổ cũ có chỗ mất, nên chuỗi nhật ký của sổ mới bắt đầu lại, có ghi rõ lần sửa này."
)
LIST_NAME = "Nhung-gi-khong-doc-duoc.txt"
LIST_HEAD = "Sửa sổ ngày {day} {time}, từ tệp {file}"
WHO = "Sửa sổ"
READING = "Đang đọc: {table}…"
NOTHING_TO_READ = (
    "Phần đầu của tệp {name} đã mất, và cùng với nó là chỉ dẫn tới mọi phần khác, nên không sửa được. Tệp được giữ "
    "nguyên. Chỉ còn cách phục hồi từ bản sao lưu mới nhất."
)
