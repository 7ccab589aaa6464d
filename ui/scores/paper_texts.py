"""The words of what scoring prints and writes."""

MENU, MENU_TIP = "In, kết xuất", "Phiếu, biên bản thẩm định, danh sách công nhận, biểu tổng hợp"
BOARD_PRINT, BOARD_EXPORT = "In bảng điểm các xã\tCtrl+P", "Kết xuất bảng điểm các xã ra Excel\tCtrl+E"
SHEET, MINUTES = "Phiếu chấm điểm: {unit}", "Biên bản thẩm định: {unit}"
NO_COMMUNE = "xã đang chọn"
ALL_SHEETS = "Phiếu chấm điểm của mọi xã"
ALL_MINUTES = "Biên bản thẩm định chung của các xã"
LIST = "Danh sách đề nghị công nhận, xếp loại"
SUMMARY = "Biểu tổng hợp PCMD-07 ra Excel…"
NAMES = {
    "sheet": "Phiếu chấm điểm {year} {unit}",
    "minutes": "Biên bản thẩm định {year} {unit}",
    "all_sheets": "Phiếu chấm điểm {year} các xã {unit}",
    "all_minutes": "Biên bản thẩm định {year} các xã {unit}",
    "list": "Danh sách công nhận {year} {unit}",
    "summary": "PCMD-07 {year} {unit}",
}
DRAWING, WRITING = "Đang dựng {name}…", "Đang ghi {name}…"
DRAWING_PAGE = "Đang dựng {name}, trang {page}…"
SAVE_WORD, SAVE_EXCEL, SAVE_SUMMARY = (
    "Lưu thành Word (.docx)",
    "Lưu thành Excel (.xlsx)",
    "Lưu biểu tổng hợp",
)
WORD_FILES = "Văn bản Word (*.docx)"
KEYS = (("Ctrl+P trên phiếu", "Xem trước và in phiếu chấm điểm; trong bản xem trước lưu được PDF, Word"),)
