"""Measures of training and of the officials of the field."""

from db.rules.measures import Measure, MeasureKind

_ROLE = ("role",)
_APART = "Mỗi cán bộ chỉ thuộc danh sách của một đơn vị."


def _flow(name: str, title: str, unit: str, value: str, about: str) -> Measure:
    return Measure(f"training.{name}", title, unit, MeasureKind.FLOW, "trainings", value, about=about)


TRAINING = (
    _flow("sessions", "Số lớp tập huấn", "lớp", "", "Đếm các lớp tập huấn kết thúc trong kỳ."),
    _flow(
        "attendances",
        "Số lượt người dự tập huấn",
        "lượt người",
        "attendances",
        "Cộng số cán bộ trong danh sách lớp và số người khác của các lớp kết thúc trong kỳ.",
    ),
    _flow(
        "female",
        "Số lượt nữ dự tập huấn",
        "lượt người",
        "female",
        "Cộng số nữ trong danh sách lớp và số nữ khác của các lớp kết thúc trong kỳ.",
    ),
    _flow("cost", "Kinh phí tập huấn", "đồng", "cost", "Cộng kinh phí ghi ở các lớp kết thúc trong kỳ."),
    Measure(
        "training.officials_trained",
        "Số cán bộ đã được tập huấn (mỗi người tính một lần)",
        "người",
        MeasureKind.DISTINCT,
        "attendances",
        "official_id",
        filters=_ROLE,
        about="Đếm cán bộ có tên ở ít nhất một lớp kết thúc trong kỳ; dự nhiều lớp vẫn là một người.",
        apart=_APART,
    ),
    Measure(
        "training.trained_in_post",
        "Số cán bộ làm công tác này đã được tập huấn",
        "người",
        MeasureKind.DISTINCT,
        "attendances_in_post",
        "official_id",
        filters=_ROLE,
        about="Đếm cán bộ đã được tập huấn trong kỳ và vẫn làm công tác này vào ngày cuối kỳ.",
        apart=_APART,
    ),
    Measure(
        "training.officials_in_post",
        "Số cán bộ làm công tác này",
        "người",
        MeasureKind.STOCK,
        "officials",
        filters=_ROLE,
        about="Đếm cán bộ đang làm công tác này vào ngày cuối kỳ.",
    ),
    Measure(
        "training.share_trained",
        "Tỷ lệ cán bộ đã được tập huấn",
        "%",
        MeasureKind.RATIO,
        filters=_ROLE,
        # Who has left the post since is in neither part: the share is never above 100.
        parts=("training.trained_in_post", "training.officials_in_post"),
        scale=100,
        about="Trong số cán bộ đang làm công tác này vào ngày cuối kỳ, bao nhiêu phần trăm đã được tập huấn trong kỳ.",
    ),
)
