"""The words of commune models and of their years."""

from ui.common.screens.subject import FieldWords, SubjectWords

MODELS = SubjectWords(
    title="Mô hình PCMD",
    one="mô hình",
    purpose=(
        "Ghi từng mô hình ở xã và tình trạng qua các năm: áp dụng mới, duy trì, kết thúc. Danh sách cho biết tình "
        "trạng của năm đang chọn."
    ),
    fields={
        "name": FieldWords("Tên mô hình"),
        "unit_id": FieldWords("Xã", "Gõ vài chữ của tên xã", "Xã, phường, thị trấn có mô hình."),
        "kind": FieldWords("Loại", "Gõ để tìm", "Loại mô hình, theo danh mục."),
        "started_year": FieldWords("Năm bắt đầu", "", "Để trống nếu không rõ."),
        "task_id": FieldWords(
            "Thuộc nhiệm vụ",
            "Gõ vài chữ của nhiệm vụ",
            "Nhiệm vụ trong kế hoạch mà mô hình này thực hiện. Để trống nếu không thuộc nhiệm vụ nào.",
        ),
        "note": FieldWords(
            "Ghi chú",
            "Không ghi tên thành viên",
            "Không ghi tên, địa chỉ của thành viên hay người được giúp.",
        ),
        "state": FieldWords("Tình trạng"),
    },
)
YEARS = SubjectWords(
    title="Các năm",
    one="năm",
    purpose="Tình trạng của mô hình trong từng năm.",
    fields={
        "year": FieldWords("Năm", "", "Năm báo cáo, bốn chữ số."),
        "state": FieldWords("Tình trạng", "Gõ để tìm", "Áp dụng mới, duy trì hoặc kết thúc trong năm."),
    },
)
NAME, UNIT, KIND, STARTED = "Tên mô hình", "Xã", "Loại", "Từ năm"
TASK = "Thuộc nhiệm vụ"
STATE, LAST_YEAR, YEAR = "Trong năm", "Năm ghi cuối", "Năm"
KEEP_ALL = "Chuyển sang năm {year}: duy trì"
KEEP_ALL_TIP = (
    "Ghi duy trì trong năm {year} cho mọi mô hình của năm {before} mà năm {year} chưa ghi gì (F9); "
    "hoàn tác một lần bằng Ctrl+Z"
)
KEPT_ALL = "Đã ghi duy trì cho {count} mô hình trong năm {year}. Hoàn tác bằng Ctrl+Z."
NONE_TO_KEEP = "Không có mô hình nào của năm {before} còn chưa ghi trong năm {year}."
KEYS = (("F9", "Chuyển mọi mô hình của năm trước sang năm đang chọn: duy trì"),)
