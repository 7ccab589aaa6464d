"""The words of handing books on and taking them in."""

HAND_ON = "bàn giao sổ của đơn vị đã kết thúc: cả sổ trong một tệp, hoặc chia theo xã mới"
TAKE_IN = "nhận sổ do đơn vị khác bàn giao; mọi tệp hoặc không tệp nào"
SPLIT = "chia sổ theo xã mới, mỗi xã một tệp; cả sổ vẫn được ghi ra một tệp để lưu trữ"
OWN = "mã xã nhận phần của chính đơn vị (kế hoạch, lớp tập huấn …); không ghi thì chỉ nằm ở tệp lưu trữ"
DECIDE = (
    "nơi nhận của một xã chia cho nhiều xã hoặc chưa rõ vào đâu, cho mọi loại hoặc một LOẠI (dùng được nhiều lần); "
    "MÃ_MỚI là archive thì chỉ nằm ở tệp lưu trữ"
)
PAIR = "MÃ_CŨ[:LOẠI]=MÃ_MỚI"
DRY_RUN_ON = "chỉ xem sổ được chia thế nào, không ghi tệp nào"
DRY_RUN_IN = "chỉ xem sẽ nhận gì, không ghi vào sổ"
ACCEPT = "với câu hỏi mang KHÓA này: lấy theo tệp, hoặc coi là một với dòng đã có (dùng được nhiều lần)"
KEY = "KHÓA"
LEAVE_OUT = "bỏ trống các chỗ giống dấu vết cá nhân khi nhận"
RENAME = "đổi tên in trên văn bản từ một ngày; văn bản của những ngày trước giữ tên cũ"
FROM_DAY = "ngày đầu tiên dùng tên mới"
NAMES = "các tên đã in trên văn bản, theo thời gian"

TO_COMMUNE = "{name} ({code})"
SHARE_LINE = "  {count:>7}  {kind}"
LEFT_IN_ARCHIVE = "Chỉ nằm ở tệp lưu trữ:"
STAYS = "Ở lại sổ này: nhật ký sửa đổi, các dòng đã xóa và {drafts} bản nháp."
WRITTEN = "Đã ghi {file}: {rows} dòng."
TAKEN = "Đã nhận {source}: sổ của {office}, bàn giao ngày {day}."
WOULD_TAKE = "{source}: sổ của {office}, bàn giao ngày {day}."
NOTHING_NEW = "Sổ này đã nhận rồi, không có gì mới."
COUNTS_LINE = "  {kind}: {new} mới, {same} đã có, {changed} khác, {gone} đã xóa ở đây"
PARTS = "phần đi kèm các dòng trên"
ASKED = {
    "differs": "  {key}: {words} – tệp ghi khác: {changes}",
    "alike": "  {key}: {words} – có thể là một với {ours}: {changes}",
}
CHANGE, NOTHING_DIFFERS = "{column}: ở đây “{ours}”, trong tệp “{theirs}”", "không có ô nào khác"
EMPTY = "–"
PERSONAL = "Có {count} chỗ giống dấu vết cá nhân; nơi nhận sẽ từ chối. Hãy sửa trong sổ rồi bàn giao lại:"
NAMES_KEPT = "Từ ngày {day} in tên mới; văn bản của những ngày trước giữ tên cũ."
NAMES_LINE = "{when}: {parent} / {agency}"
UNTIL, NOW = "đến hết ngày {day}", "hiện nay"
