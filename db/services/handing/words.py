"""How the rows of a handed book are called where one is spoken of."""

from collections.abc import Mapping

TABLE_WORDS: Mapping[str, str] = {
    "unit": "Đơn vị",
    "unit_list": "Danh mục đơn vị",
    "succession": "Kế thừa",
    "office_names": "Tên in",
    "content": "Nội dung",
    "source_book": "Sổ nguồn",
    "origin": "Nguồn gốc",
    "plan": "Kế hoạch",
    "plan_amendment": "Sửa đổi kế hoạch",
    "plan_section": "Đề mục",
    "target": "Chỉ tiêu",
    "target_year": "Chỉ tiêu từng năm",
    "target_share": "Chỉ tiêu giao xã",
    "target_value": "Số theo dõi chỉ tiêu",
    "task": "Nhiệm vụ",
    "official": "Cán bộ",
    "training_session": "Lớp tập huấn",
    "attendance": "Học viên",
    "establishment": "Cơ sở",
    "commitment": "Cam kết",
    "workforce": "Lao động",
    "outreach_activity": "Tuyên truyền",
    "inspection": "Kiểm tra",
    "handling": "Xử lý",
    "hotspot": "Tụ điểm",
    "hotspot_event": "Diễn biến tụ điểm",
    "commune_model": "Mô hình",
    "model_year": "Năm của mô hình",
    "figure": "Số liệu kỳ",
    "score_sheet": "Phiếu chấm điểm",
    "score_mark": "Điểm",
    "score_step": "Bước của phiếu",
    "score_evidence": "Minh chứng",
    "return": "Báo cáo đã xuất",
    "return_mark": "Ghi nhận gửi, nhận báo cáo",
    "report_text": "Lời của báo cáo",
}
_PLACE = "{table} số {number}"
# The first of these that a row has is what it is called.
_NAMING = ("name", "title", "subject", "place", "topic", "text", "content", "criterion", "period")
_LONGEST = 60


def place_of(table: str, number: object) -> str:
    """Return how a row is named: its table and its number in the book that was handed on."""
    return _PLACE.format(table=TABLE_WORDS[table], number=number)


def called(table: str, row: Mapping[str, object]) -> str:
    """Return how a row is called: its table, its own words, its number there."""
    own = next((str(row[key]) for key in _NAMING if row.get(key)), "")
    return " – ".join(part for part in (place_of(table, row["id"]), own[:_LONGEST]) if part)
