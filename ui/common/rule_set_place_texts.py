"""The words for places in a rule set."""

FIELDS = {
    "title": "tên",
    "code": "mã",
    "citation": "căn cứ",
    "valid_from": "từ ngày",
    "valid_to": "đến hết ngày",
    "decimals": "số chữ số lẻ",
    "total": "tổng điểm ghi",
    "most": "điểm chuẩn",
    "least": "ít nhất",
    "points": "điểm",
    "kind": "cách chấm",
    "option": "các mức",
    "band": "các khoảng",
    "first": "từ",
    "last": "đến",
    "below": "dưới",
    "full": "đủ điểm từ",
    "each": "trừ mỗi lần",
    "floor": "trừ đến mức",
    "per": "tính cho số dân",
    "yes": "điểm khi Có",
    "no": "điểm khi Không",
    "measure": "đại lượng",
    "whole_measure": "đại lượng làm mẫu số",
    "may_not_apply": "có thể không áp dụng",
    "of": "xét",
    "count": "số điều kiện cần",
    "needs": "điều kiện cần",
    "floors": "điểm tối thiểu của nhóm",
    "condition": "điều kiện",
    "class": "loại",
    "group": "các nhóm",
    "levels": "các cấp",
}
DUE = {
    "registered": "hạn đăng ký",
    "self": "hạn xã tự chấm",
    "appraised": "hạn thẩm định",
    "recognised": "hạn công nhận",
}
ROWS = {
    "option": "mức dòng {row}",
    "band": "khoảng dòng {row}",
    "failing": "điều kiện liệt dòng {row}",
    "levels": "các cấp dòng {row}",
}
NAMED = {
    "group": "nhóm {code}",
    "criterion": "tiêu chí {code}",
    "item": "tiểu mục {code}",
    "condition": "điều kiện {code}",
    "class": "loại {code}",
}
NAMELESS = "dòng {row}"
