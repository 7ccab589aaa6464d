"""The catalogue of measures. Plan targets, return cells, scores, the home page and charts read it and nothing else."""

from db.rules.measures import Measure, MeasureKind

_FLOW, _STOCK, _DISTINCT, _RATIO = (
    MeasureKind.FLOW,
    MeasureKind.STOCK,
    MeasureKind.DISTINCT,
    MeasureKind.RATIO,
)
_OUTREACH_FILTERS = ("form", "audience", "programme")


def _outreach(name: str, title: str, unit: str, value: str = "") -> Measure:
    return Measure(f"outreach.{name}", title, unit, _FLOW, "outreach", value, filters=_OUTREACH_FILTERS)


_ALL = (
    Measure(
        "units.communes",
        "Số xã, phường, thị trấn",
        "đơn vị",
        _STOCK,
        "units",
        where={"level": "3"},
        of_communes=True,
    ),
    _outreach("activities", "Số hoạt động tuyên truyền", "hoạt động"),
    _outreach("sessions", "Số buổi tuyên truyền", "buổi", "sessions"),
    _outreach("people", "Số lượt người được tuyên truyền", "lượt người", "people"),
    _outreach("female", "Số lượt nữ được tuyên truyền", "lượt người", "female"),
    _outreach("leaflets", "Số tờ rơi, tờ gấp đã phát", "tờ", "leaflets"),
    _outreach("panels", "Số pa nô, băng rôn, khẩu hiệu", "chiếc", "panels"),
    _outreach("news_items", "Số tin, bài", "tin, bài", "news_items"),
    _outreach("broadcasts", "Số lượt phát thanh, truyền hình", "lượt", "broadcasts"),
    _outreach("cost", "Kinh phí tuyên truyền", "đồng", "cost"),
    Measure(
        "outreach.communes",
        "Số xã có ít nhất một hình thức tuyên truyền",
        "đơn vị",
        _DISTINCT,
        "outreach_communes",
        "unit_id",
        filters=_OUTREACH_FILTERS,
        of_communes=True,
    ),
    Measure(
        "outreach.share_of_communes",
        "Tỷ lệ xã có ít nhất một hình thức tuyên truyền",
        "%",
        _RATIO,
        filters=_OUTREACH_FILTERS,
        parts=("outreach.communes", "units.communes"),
        scale=100,
    ),
    Measure(
        "outreach.people_per_session",
        "Số lượt người bình quân một buổi",
        "lượt người/buổi",
        _RATIO,
        filters=_OUTREACH_FILTERS,
        parts=("outreach.people", "outreach.sessions"),
    ),
    Measure("training.sessions", "Số lớp tập huấn", "lớp", _FLOW, "trainings"),
    Measure(
        "training.attendances", "Số lượt người dự tập huấn", "lượt người", _FLOW, "trainings", "attendances"
    ),
    Measure("training.female", "Số lượt nữ dự tập huấn", "lượt người", _FLOW, "trainings", "female"),
    Measure("training.cost", "Kinh phí tập huấn", "đồng", _FLOW, "trainings", "cost"),
    Measure(
        "training.officials_trained",
        "Số cán bộ đã được tập huấn (mỗi người tính một lần)",
        "người",
        _DISTINCT,
        "attendances",
        "official_id",
        filters=("role",),
    ),
    Measure(
        "training.trained_in_post",
        "Số cán bộ làm công tác này đã được tập huấn",
        "người",
        _DISTINCT,
        "attendances_in_post",
        "official_id",
        filters=("role",),
    ),
    Measure(
        "training.officials_in_post",
        "Số cán bộ làm công tác này",
        "người",
        _STOCK,
        "officials",
        filters=("role",),
    ),
    Measure(
        "training.share_trained",
        "Tỷ lệ cán bộ đã được tập huấn",
        "%",
        _RATIO,
        filters=("role",),
        # Who has left the post since is in neither part: the share is never above 100.
        parts=("training.trained_in_post", "training.officials_in_post"),
        scale=100,
    ),
    Measure("tasks.due", "Số nhiệm vụ đến hạn", "nhiệm vụ", _FLOW, "tasks_due"),
    Measure("tasks.done", "Số nhiệm vụ đã hoàn thành", "nhiệm vụ", _FLOW, "tasks_done"),
    Measure("money.planned", "Kinh phí dự kiến", "đồng", _FLOW, "tasks_due", "money_planned"),
    Measure("money.spent", "Kinh phí đã chi", "đồng", _FLOW, "tasks_done", "money_spent"),
    Measure("scores.self_sheets", "Số xã đã tự chấm điểm", "đơn vị", _STOCK, "self_scores", of_communes=True),
    Measure("scores.self_sum", "Tổng điểm tự chấm", "điểm", _STOCK, "self_scores", "self_points"),
    Measure(
        "scores.appraised_sheets",
        "Số xã đã được thẩm định",
        "đơn vị",
        _STOCK,
        "appraised_scores",
        of_communes=True,
    ),
    Measure(
        "scores.appraised_sum", "Tổng điểm thẩm định", "điểm", _STOCK, "appraised_scores", "appraised_points"
    ),
    Measure(
        "scores.self_points",
        "Điểm tự chấm (bình quân khi gộp nhiều xã)",
        "điểm",
        _RATIO,
        parts=("scores.self_sum", "scores.self_sheets"),
    ),
    Measure(
        "scores.appraised_points",
        "Điểm thẩm định (bình quân khi gộp nhiều xã)",
        "điểm",
        _RATIO,
        parts=("scores.appraised_sum", "scores.appraised_sheets"),
    ),
    Measure(
        "scores.communes",
        "Số xã được thẩm định xếp loại",
        "đơn vị",
        _STOCK,
        "appraised_scores",
        filters=("class",),
        of_communes=True,
    ),
)

MEASURES = {measure.name: measure for measure in _ALL}
