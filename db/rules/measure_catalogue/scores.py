"""Measures of the scoring of communes."""

from db.rules.measures import Measure, MeasureKind


def _stock(name: str, title: str, unit: str, source: str, value: str, about: str) -> Measure:
    return Measure(f"scores.{name}", title, unit, MeasureKind.STOCK, source, value, about=about)


SCORES = (
    _stock(
        "self_sheets",
        "Số xã đã tự chấm điểm",
        "đơn vị",
        "self_scores",
        "",
        "Đếm các xã đã nộp phiếu tự chấm của năm tính đến ngày cuối kỳ.",
    ),
    _stock(
        "self_sum",
        "Tổng điểm tự chấm",
        "điểm",
        "self_scores",
        "self_points",
        "Cộng điểm tự chấm của các xã đã nộp phiếu; dùng để tính bình quân.",
    ),
    _stock(
        "appraised_sheets",
        "Số xã đã được thẩm định",
        "đơn vị",
        "appraised_scores",
        "",
        "Đếm các xã đã thẩm định xong của năm tính đến ngày cuối kỳ.",
    ),
    _stock(
        "appraised_sum",
        "Tổng điểm thẩm định",
        "điểm",
        "appraised_scores",
        "appraised_points",
        "Cộng điểm thẩm định của các xã đã thẩm định xong; dùng để tính bình quân.",
    ),
    Measure(
        "scores.self_points",
        "Điểm tự chấm (bình quân khi gộp nhiều xã)",
        "điểm",
        MeasureKind.RATIO,
        parts=("scores.self_sum", "scores.self_sheets"),
        about="Của một xã là điểm tự chấm của xã đó; của nhiều xã là điểm bình quân.",
    ),
    Measure(
        "scores.appraised_points",
        "Điểm thẩm định (bình quân khi gộp nhiều xã)",
        "điểm",
        MeasureKind.RATIO,
        parts=("scores.appraised_sum", "scores.appraised_sheets"),
        about="Của một xã là điểm thẩm định của xã đó; của nhiều xã là điểm bình quân.",
    ),
    Measure(
        "scores.communes",
        "Số xã được thẩm định xếp loại",
        "đơn vị",
        MeasureKind.STOCK,
        "appraised_scores",
        filters=("class",),
        about="Đếm các xã đã được thẩm định và xếp loại của năm tính đến ngày cuối kỳ.",
    ),
    Measure(
        "scores.registered",
        "Số xã đăng ký thi đua xếp loại",
        "đơn vị",
        MeasureKind.STOCK,
        "registered_scores",
        filters=("class",),
        about="Đếm các xã đã đăng ký xếp loại của năm tính đến ngày cuối kỳ.",
    ),
    Measure(
        "scores.recognised",
        "Số xã được công nhận",
        "đơn vị",
        MeasureKind.FLOW,
        "recognised_scores",
        filters=("class",),
        about="Đếm các xã có quyết định công nhận ký trong kỳ; quyết định đã thu hồi thì không đếm.",
    ),
)
