"""The words of hotspots and of their history."""

from ui.common.screens.subject import FieldWords, SubjectWords

HOTSPOTS = SubjectWords(
    title="Tụ điểm",
    one="tụ điểm",
    purpose=(
        "Ghi từng tụ điểm: nơi, ngày phát hiện, và diễn biến: triệt xóa, tái hoạt động. Danh sách cho biết tình trạng "
        "vào ngày cuối của kỳ đang chọn. Chỉ ghi nơi chốn, không ghi tên người."
    ),
    fields={
        "found_on": FieldWords("Ngày phát hiện"),
        "unit_id": FieldWords("Xã", "Gõ vài chữ của tên xã", "Xã, phường, thị trấn nơi có tụ điểm."),
        "place": FieldWords(
            "Nơi", "Khu vực, tuyến đường; không ghi tên người", "Chỉ ghi nơi chốn, không ghi tên người."
        ),
        "kind": FieldWords("Loại", "Gõ để tìm", "Loại tụ điểm, theo danh mục."),
        "note": FieldWords(
            "Ghi chú",
            "Không ghi tên, địa chỉ của người nào",
            "Không ghi tên, địa chỉ của người liên quan, nạn nhân hay người báo tin.",
        ),
        "state": FieldWords("Tình trạng"),
    },
)
EVENTS = SubjectWords(
    title="Diễn biến",
    one="diễn biến",
    purpose="Triệt xóa và tái hoạt động lần lượt theo ngày.",
    fields={
        "happened_on": FieldWords("Ngày", "", "Không trước ngày phát hiện."),
        "what": FieldWords("Diễn biến", "Gõ để tìm", "Triệt xóa hoặc tái hoạt động, lần lượt nhau."),
    },
)
FOUND, PLACE, UNIT, KIND = "Phát hiện", "Nơi", "Xã", "Loại"
STATE, STATE_FROM = "Tình trạng", "Từ ngày"
HAPPENED, WHAT = "Ngày", "Diễn biến"
