"""Measures of establishments, inspections, hotspots and commune models."""

from db.rules.measures import Measure, MeasureKind

_FLOW, _STOCK = MeasureKind.FLOW, MeasureKind.STOCK
_KIND, _TEAM, _KIND_TEAM = ("kind",), ("team",), ("kind", "team")
_APART = "Mỗi cơ sở chỉ thuộc sổ của một đơn vị."


def _open(name: str, title: str, unit: str, value: str, about: str) -> Measure:
    name = f"establishments.{name}"
    return Measure(name, title, unit, _STOCK, "establishments", value, filters=_KIND, about=about)


def _hotspots(name: str, title: str, unit: str, kind: MeasureKind, about: str) -> Measure:
    source = "hotspots" if kind is _STOCK else "hotspot_history"
    return Measure(f"hotspots.{name}", title, unit, kind, source, name, filters=_KIND, about=about)


def _models(name: str, title: str, states: tuple[str, ...], about: str) -> Measure:
    name = f"models.{name}"
    return Measure(
        name, title, "mô hình", _STOCK, "models", where={"state": states}, filters=_KIND, about=about
    )


ESTABLISHMENTS = (
    _open(
        "open",
        "Số cơ sở kinh doanh dịch vụ",
        "cơ sở",
        "",
        "Đếm các cơ sở đang hoạt động vào ngày cuối kỳ.",
    ),
    _open(
        "workers",
        "Số người lao động tại cơ sở",
        "người",
        "workers",
        "Cộng số người lao động theo lần đếm gần nhất đến ngày cuối kỳ của các cơ sở đang hoạt động.",
    ),
    _open(
        "female_workers",
        "Số lao động nữ tại cơ sở",
        "người",
        "female",
        "Cộng số lao động nữ theo lần đếm gần nhất đến ngày cuối kỳ của các cơ sở đang hoạt động.",
    ),
    _open(
        "committed",
        "Số cơ sở đã ký cam kết",
        "cơ sở",
        "committed",
        "Đếm các cơ sở đang hoạt động đã ký cam kết ít nhất một lần tính đến ngày cuối kỳ.",
    ),
    Measure(
        "establishments.share_committed",
        "Tỷ lệ cơ sở đã ký cam kết",
        "%",
        MeasureKind.RATIO,
        filters=_KIND,
        parts=("establishments.committed", "establishments.open"),
        scale=100,
        about="Trong số cơ sở đang hoạt động vào ngày cuối kỳ, bao nhiêu phần trăm đã ký cam kết.",
    ),
    Measure(
        "establishments.inspected",
        "Số cơ sở được kiểm tra ít nhất một lần",
        "cơ sở",
        MeasureKind.DISTINCT,
        "establishments_inspected",
        "establishment_id",
        filters=_KIND_TEAM,
        about="Đếm các cơ sở trong sổ được kiểm tra trong kỳ; tính cho xã có cơ sở, mỗi cơ sở một lần.",
        apart=_APART,
    ),
    Measure(
        "establishments.inspected_open",
        "Số cơ sở đang hoạt động được kiểm tra ít nhất một lần",
        "cơ sở",
        MeasureKind.DISTINCT,
        "establishments_inspected_open",
        "establishment_id",
        filters=_KIND_TEAM,
        about="Đếm các cơ sở được kiểm tra trong kỳ và còn hoạt động vào ngày cuối kỳ.",
        apart=_APART,
    ),
    Measure(
        "establishments.share_inspected",
        "Tỷ lệ cơ sở được kiểm tra",
        "%",
        MeasureKind.RATIO,
        filters=_KIND_TEAM,
        # What has closed since is in neither part: the share is never above 100.
        parts=("establishments.inspected_open", "establishments.open"),
        scale=100,
        about="Trong số cơ sở đang hoạt động vào ngày cuối kỳ, bao nhiêu phần trăm đã được kiểm tra trong kỳ.",
    ),
)

INSPECTIONS = (
    Measure(
        "inspections.held",
        "Số lượt kiểm tra",
        "lượt",
        _FLOW,
        "inspections",
        filters=_TEAM,
        about="Đếm các lượt kiểm tra có ngày trong kỳ, tính cho đơn vị ghi ở lượt kiểm tra.",
    ),
    Measure(
        "inspections.breaches",
        "Số lượt kiểm tra phát hiện vi phạm",
        "lượt",
        _FLOW,
        "inspections",
        "breach",
        filters=_TEAM,
        about="Đếm các lượt kiểm tra trong kỳ có đánh dấu vi phạm.",
    ),
    Measure(
        "inspections.handlings",
        "Số lượt xử lý sau kiểm tra",
        "lượt",
        _FLOW,
        "handlings",
        filters=("form", *_TEAM),
        about="Đếm các hình thức xử lý của những lượt kiểm tra trong kỳ; một lượt kiểm tra có thể có nhiều hình thức.",
    ),
    Measure(
        "inspections.fines",
        "Số tiền phạt sau kiểm tra",
        "đồng",
        _FLOW,
        "handlings",
        "fine",
        filters=_TEAM,
        about="Cộng số tiền phạt của những lượt kiểm tra trong kỳ.",
    ),
)

HOTSPOTS = (
    _hotspots(
        "open",
        "Số tụ điểm còn hoạt động",
        "tụ điểm",
        _STOCK,
        "Đếm các tụ điểm đã phát hiện mà vào ngày cuối kỳ chưa bị triệt xóa hoặc đã tái hoạt động.",
    ),
    _hotspots("found", "Số tụ điểm mới phát hiện", "tụ điểm", _FLOW, "Đếm các tụ điểm phát hiện trong kỳ."),
    _hotspots(
        "removed",
        "Số lượt triệt xóa tụ điểm",
        "lượt",
        _FLOW,
        "Đếm các lần triệt xóa có ngày trong kỳ; tụ điểm tái hoạt động rồi lại bị triệt xóa thì tính thêm một lần.",
    ),
    _hotspots(
        "reopened",
        "Số lượt tụ điểm tái hoạt động",
        "lượt",
        _FLOW,
        "Đếm các lần tụ điểm tái hoạt động có ngày trong kỳ.",
    ),
)

MODELS = (
    _models(
        "new", "Số mô hình áp dụng mới", ("new",), "Đếm các mô hình ghi là áp dụng mới trong năm của kỳ."
    ),
    _models("kept", "Số mô hình duy trì", ("kept",), "Đếm các mô hình ghi là duy trì trong năm của kỳ."),
    _models(
        "total",
        "Tổng số mô hình",
        ("new", "kept"),
        "Cộng số mô hình áp dụng mới và số mô hình duy trì trong năm của kỳ.",
    ),
    Measure(
        "models.communes",
        "Số xã có mô hình",
        "đơn vị",
        MeasureKind.DISTINCT,
        "model_communes",
        "home",
        filters=_KIND,
        about="Đếm các xã có ít nhất một mô hình áp dụng mới hoặc duy trì trong năm của kỳ.",
    ),
    Measure(
        "models.share_of_communes",
        "Tỷ lệ xã có mô hình",
        "%",
        MeasureKind.RATIO,
        filters=_KIND,
        parts=("models.communes", "units.communes"),
        scale=100,
        about="Số xã có mô hình trong năm của kỳ chia cho tổng số xã.",
    ),
)
