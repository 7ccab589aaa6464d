"""The words of the register of officials."""

from ui.common.screens.subject import FieldWords, SubjectWords

OFFICIALS = SubjectWords(
    title="Cán bộ",
    one="cán bộ",
    purpose=(
        "Danh sách cán bộ làm công tác phòng, chống mại dâm ở huyện và xã, để điểm danh các lớp tập huấn "
        "và tính số cán bộ đã được tập huấn."
    ),
    fields={
        "name": FieldWords("Họ và tên"),
        "unit_id": FieldWords("Đơn vị", "Gõ vài chữ của tên đơn vị"),
        "post": FieldWords("Chức vụ"),
        "role": FieldWords("Vai trò", "Gõ để tìm", "Vai trò trong công tác này, theo danh mục."),
        "female": FieldWords("Nữ"),
        "from_on": FieldWords("Từ ngày", "", "Ngày bắt đầu làm công tác này."),
        "to_on": FieldWords("Đến ngày", "", "Để trống nếu còn đang làm."),
    },
)
NAME, UNIT, POST, ROLE, FEMALE, FROM, TO = (
    "Họ và tên",
    "Đơn vị",
    "Chức vụ",
    "Vai trò",
    "Nữ",
    "Từ ngày",
    "Đến ngày",
)
