"""The words of inspections and of how they were handled."""

from ui.common.screens.subject import FieldWords, SubjectWords

INSPECTIONS = SubjectWords(
    title="Kiểm tra cơ sở",
    one="lượt kiểm tra",
    purpose=(
        "Ghi từng lượt kiểm tra trong kỳ: ngày, đoàn, cơ sở, có vi phạm hay không; mỗi lượt có thể có nhiều hình thức "
        "xử lý. Không ghi tên người vi phạm."
    ),
    fields={
        "held_on": FieldWords("Ngày kiểm tra", "", "Lượt kiểm tra được tính vào kỳ có ngày này."),
        "unit_id": FieldWords(
            "Xã", "Gõ vài chữ của tên xã", "Nơi kiểm tra. Để trống rồi chọn cơ sở thì lấy xã của cơ sở."
        ),
        "team": FieldWords("Đoàn, đội", "Gõ để tìm", "Đoàn, đội kiểm tra, theo danh mục."),
        "establishment_id": FieldWords(
            "Cơ sở",
            "Gõ một phần tên, địa chỉ hoặc xã",
            "Tìm trong danh sách cơ sở, có dấu hoặc không dấu.",
        ),
        "place": FieldWords(
            "Nơi khác",
            "Nơi không có trong danh sách cơ sở",
            "Chỉ ghi khi nơi kiểm tra chưa có trong danh sách cơ sở. Không ghi tên người.",
        ),
        "breach": FieldWords("Có vi phạm", "", "Đánh dấu khi phát hiện vi phạm."),
        "task_id": FieldWords(
            "Thuộc nhiệm vụ",
            "Gõ vài chữ của nhiệm vụ",
            "Nhiệm vụ trong kế hoạch của năm mà lượt kiểm tra này thực hiện. Để trống nếu không thuộc nhiệm vụ nào.",
        ),
        "note": FieldWords(
            "Ghi chú",
            "Không ghi tên, địa chỉ của người nào",
            "Không ghi tên, địa chỉ của người vi phạm, nạn nhân hay người báo tin.",
        ),
    },
)
HANDLINGS = SubjectWords(
    title="Xử lý",
    one="hình thức xử lý",
    purpose="Các hình thức xử lý sau lượt kiểm tra; một lượt có thể có nhiều hình thức.",
    fields={
        "form": FieldWords("Hình thức", "Gõ để tìm", "Hình thức xử lý, theo danh mục."),
        "fine": FieldWords("Tiền phạt (đồng)", "", "Chỉ ghi khi hình thức là phạt tiền."),
    },
)
HELD, PLACE, UNIT, TEAM = "Ngày", "Cơ sở, nơi kiểm tra", "Xã", "Đoàn, đội"
BREACH, HANDLED, FINES = "Vi phạm", "Xử lý", "Tiền phạt"
FORM, FINE = "Hình thức", "Tiền phạt"
TASK = "Thuộc nhiệm vụ"
