"""The words of `pcmd reports`."""

REPORTS = "báo cáo bằng lời theo kỳ"
PRINT = "in báo cáo của một kỳ ra PDF hoặc Word, có sẵn số liệu của kỳ"
UNIT = "mã đơn vị (mặc định là đơn vị của sổ)"
PRINTED = "Đã ghi báo cáo {period} của {unit} ra {file}."
MISSING = "Chưa ghi nhận: {titles}."
