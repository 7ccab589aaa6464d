"""The words of the scoring screen."""

from ui.scores import paper_texts
from ui.scores.board import texts as board
from ui.scores.sheet import texts as sheet

TITLE = "Chấm điểm"
PURPOSE = (
    "Chấm điểm từng xã theo bộ tiêu chí của năm: xã tự chấm, cấp trên thẩm định. Mỗi điểm được lưu ngay khi rời ô. "
    "Xã chỉ được xếp loại khi đã chấm đủ mọi tiêu chí."
)
KEYS = (*board.KEYS, *sheet.KEYS, *paper_texts.KEYS)

SCORE, SCORE_TIP = "Chấm điểm  Enter", "Mở phiếu của xã đang chọn (Enter)"
BACK, BACK_TIP = "Danh sách xã  Esc", "Về danh sách xã, ở đúng dòng của xã này (Esc)"
OTHER, OTHER_TIP = "&Việc khác", "Những việc khác với phiếu và bảng điểm (Alt+V)"
