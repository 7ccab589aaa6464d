"""The words of adding returns up on the command line."""

CONSOLIDATE = "tổng hợp báo cáo nhận được của cấp dưới thành báo cáo của đơn vị"
UNIT = "mã đơn vị; không ghi thì là đơn vị của sổ này"
# By where a row comes from.
COUNTED = {
    "return": "{count} dòng theo báo cáo của chính đơn vị.",
    "upper_return": "{count} dòng theo báo cáo của cấp trên trực tiếp.",
    "records": "{count} dòng theo sổ của đơn vị này.",
    "missing": "{count} dòng chưa có số liệu.",
}
