"""The words of looking at numbers as reported or in the borders of a day, and of why some are not comparable."""

from db.rules.successions import GapKind

# Behind the words "Nhìn theo".
AS_REPORTED, IN_BORDERS = "như đã báo cáo", "địa giới {day}"
OTHER_DAY = "địa giới ngày khác…"
NOTE = "Số liệu quy về địa giới ngày {day}. Sổ vẫn giữ nguyên số đã báo cáo."
COMPARED = "Số của năm trước quy về địa giới ngày {day} để so sánh."
COMPARED_SIGN = "Ô có dấu ≠ là không so sánh được, chọn ô hoặc dòng để xem lý do."
NOT_YET = "{unit} chưa có vào ngày này: bảng nêu các đơn vị khi đó, nay thuộc {unit}; số chung là của {unit}."
NO_LONGER = (
    "{unit} không còn vào ngày này: bảng nêu các đơn vị khi đó đã nhận {unit}; số chung là của {unit}."
)
WITH_REASON = "{value} ({why})"

NOT_COMPARABLE = "Không so sánh được"
# Where there is no room for the words; they are told by the tooltip.
DIFFERENT = "≠"
NOT_COMPARABLE_WHY = "Không so sánh được: {why}"
FOOTNOTE_SIGN, FOOTNOTE = "{sign} {number}", "{sign}: {words}."
GAPS = {
    GapKind.PART: "{units} chia về nhiều nơi",
    GapKind.UNSETTLED: "chưa rõ nguồn gốc hoặc nơi đến của {units}",
    GapKind.JOINED: "{units} gộp từ nhiều xã",
    GapKind.MERGED: "nay nằm chung với nơi khác trong {units}",
    GapKind.OUTSIDE: "gồm cả {units} ở ngoài phạm vi của sổ",
    GapKind.ABSENT: "đơn vị này không có vào ngày của địa giới",
}
NAMES_MORE = "{names} và {rest} đơn vị khác"
UNPLACED = "không xếp được vào một đơn vị của ngày này"
RECORDED_FOR = "ghi cho {unit}"
UNDIVIDED = "{unit} (không chia được cho các đơn vị dưới)"

DAY_TITLE, DAY_LABEL = "Nhìn theo địa giới ngày khác", "Ngày"
DAY_ASK = "Quy số liệu về địa giới của ngày nào? Số đã ghi trong sổ không bị thay đổi."
LOOK = "Nhìn theo ngày này"
DAY_NEEDED = "Hãy ghi ngày."
