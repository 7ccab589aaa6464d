"""The words of service establishments and of what belongs to each."""

from ui.common.screens.subject import FieldWords, SubjectWords

_COUNTS_ONLY = "Không ghi tên, địa chỉ của người nào"
_NOTE = FieldWords(
    "Ghi chú", _COUNTS_ONLY, "Không ghi tên, địa chỉ của người lao động, khách hay người báo tin."
)

ESTABLISHMENTS = SubjectWords(
    title="Cơ sở kinh doanh dịch vụ",
    one="cơ sở",
    purpose=(
        "Danh sách cơ sở kinh doanh dịch vụ trên địa bàn, bản cam kết, số lao động qua các lần đếm và các lượt "
        "kiểm tra của từng cơ sở. Danh sách cho biết tình hình đến cuối kỳ đang chọn. Không ghi tên người."
    ),
    fields={
        "name": FieldWords("Tên cơ sở", "", "Tên trên biển hiệu hoặc giấy phép."),
        "kind": FieldWords("Loại hình", "Gõ để tìm", "Loại hình dịch vụ, theo danh mục."),
        "unit_id": FieldWords("Xã", "Gõ vài chữ của tên xã", "Xã, phường, thị trấn nơi có cơ sở."),
        "address": FieldWords("Địa chỉ", "Thôn, bản, đường, số nhà của cơ sở"),
        "licence": FieldWords("Số giấy phép"),
        "opened_on": FieldWords("Ngày hoạt động", "", "Để trống nếu không rõ."),
        "closed_on": FieldWords(
            "Ngày đóng cửa", "", "Ngày hoạt động cuối cùng. Để trống nếu còn đang hoạt động."
        ),
        "note": _NOTE,
        "state": FieldWords("Tình trạng"),
    },
)
COMMITMENTS = SubjectWords(
    title="Cam kết",
    one="bản cam kết",
    purpose="Các lần cơ sở ký cam kết không để xảy ra mại dâm.",
    fields={
        "signed_on": FieldWords("Ngày ký"),
        "note": FieldWords("Ghi chú", _COUNTS_ONLY, "Không ghi tên người ký, người lao động."),
    },
)
WORKFORCES = SubjectWords(
    title="Lao động",
    one="lần đếm lao động",
    purpose="Số người làm việc tại cơ sở qua các lần đếm; số của một lần giữ đến lần đếm sau.",
    fields={
        "counted_on": FieldWords("Ngày đếm"),
        "workers": FieldWords("Số lao động", "", "Tổng số người đang làm việc tại cơ sở."),
        "female": FieldWords("Trong đó nữ", "", "Không lớn hơn số lao động."),
    },
)
INSPECTIONS = SubjectWords(
    title="Kiểm tra",
    one="lượt kiểm tra",
    purpose="Các lượt kiểm tra tại cơ sở này, của mọi năm.",
    fields={
        "held_on": FieldWords("Ngày kiểm tra"),
        "unit_id": FieldWords("Xã", "Gõ vài chữ của tên xã"),
        "team": FieldWords("Đoàn, đội", "Gõ để tìm"),
        "breach": FieldWords("Có vi phạm"),
        "task_id": FieldWords(
            "Thuộc nhiệm vụ",
            "Gõ vài chữ của nhiệm vụ",
            "Nhiệm vụ trong kế hoạch mà lượt kiểm tra này thực hiện.",
        ),
        "note": _NOTE,
    },
)
NAME, KIND, UNIT, STATE = "Tên cơ sở", "Loại hình", "Xã", "Tình trạng"
WORKERS, FEMALE, COMMITTED, INSPECTED = "Lao động", "Nữ", "Cam kết", "Kiểm tra"
SIGNED, NOTE, COUNTED = "Ngày ký", "Ghi chú", "Ngày đếm"
HELD, TEAM, BREACH, HANDLINGS = "Ngày", "Đoàn, đội", "Vi phạm", "Xử lý"
NOT_COMMITTED = "Chưa ký"
OPEN_INSPECTION = "Mở, ghi xử lý"
OPEN_INSPECTION_TIP = "Mở lượt kiểm tra đang chọn ở trang Kiểm tra để ghi hình thức xử lý (Ctrl+O)"
OPEN_KEYS = (("Ctrl+O", "Mở lượt kiểm tra đang chọn ở trang Kiểm tra để ghi hình thức xử lý"),)
