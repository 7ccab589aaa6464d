"""Measures of outreach: activities, people, materials, and the communes that hold some."""

from db.rules.measures import Measure, MeasureKind

_FILTERS = ("form", "audience", "programme")


def _flow(name: str, title: str, unit: str, value: str, about: str) -> Measure:
    return Measure(
        f"outreach.{name}", title, unit, MeasureKind.FLOW, "outreach", value, filters=_FILTERS, about=about
    )


OUTREACH = (
    _flow(
        "activities",
        "Số hoạt động tuyên truyền",
        "hoạt động",
        "",
        "Đếm số dòng hoạt động tuyên truyền có ngày trong kỳ.",
    ),
    _flow(
        "sessions", "Số buổi tuyên truyền", "buổi", "sessions", "Cộng cột số buổi của các hoạt động trong kỳ."
    ),
    _flow(
        "people",
        "Số lượt người được tuyên truyền",
        "lượt người",
        "people",
        "Cộng số người dự của các hoạt động trong kỳ; một người dự hai lần là hai lượt.",
    ),
    _flow(
        "female",
        "Số lượt nữ được tuyên truyền",
        "lượt người",
        "female",
        "Cộng số nữ dự của các hoạt động trong kỳ.",
    ),
    _flow(
        "leaflets",
        "Số tờ rơi, tờ gấp đã phát",
        "tờ",
        "leaflets",
        "Cộng số tờ rơi, tờ gấp đã phát trong các hoạt động của kỳ.",
    ),
    _flow(
        "panels",
        "Số pa nô, băng rôn, khẩu hiệu",
        "chiếc",
        "panels",
        "Cộng số pa nô, băng rôn, khẩu hiệu đã treo, dựng trong kỳ.",
    ),
    _flow("news_items", "Số tin, bài", "tin, bài", "news_items", "Cộng số tin, bài đã đăng, phát trong kỳ."),
    _flow(
        "broadcasts",
        "Số lượt phát thanh, truyền hình",
        "lượt",
        "broadcasts",
        "Cộng số lượt phát trên loa, đài, truyền hình trong kỳ.",
    ),
    _flow(
        "cost",
        "Kinh phí tuyên truyền",
        "đồng",
        "cost",
        "Cộng kinh phí ghi ở các hoạt động tuyên truyền của kỳ.",
    ),
    Measure(
        "outreach.communes",
        "Số xã có ít nhất một hình thức tuyên truyền",
        "đơn vị",
        MeasureKind.DISTINCT,
        "outreach_communes",
        "lasting",
        filters=_FILTERS,
        about=(
            "Đếm các xã có ít nhất một hoạt động tuyên truyền trong kỳ; mỗi xã tính một lần. Trong kỳ có sáp nhập, hoạt"
            " động của xã cũ tính cho xã đã nhận toàn bộ xã đó."
        ),
    ),
    Measure(
        "outreach.share_of_communes",
        "Tỷ lệ xã có ít nhất một hình thức tuyên truyền",
        "%",
        MeasureKind.RATIO,
        filters=_FILTERS,
        parts=("outreach.communes", "units.communes"),
        scale=100,
        about="Số xã có ít nhất một hoạt động tuyên truyền trong kỳ chia cho tổng số xã.",
    ),
    Measure(
        "outreach.communes_every_quarter",
        "Số xã quý nào cũng có tuyên truyền",
        "đơn vị",
        MeasureKind.DISTINCT,
        "outreach_quarters",
        "unit_id",
        about="Đếm các xã có ít nhất một hoạt động tuyên truyền trong từng quý tính đến hết kỳ.",
    ),
    Measure(
        "outreach.share_every_quarter",
        "Tỷ lệ xã quý nào cũng có tuyên truyền",
        "%",
        MeasureKind.RATIO,
        parts=("outreach.communes_every_quarter", "units.communes"),
        scale=100,
        about="Số xã có tuyên truyền trong từng quý tính đến hết kỳ chia cho tổng số xã.",
    ),
    Measure(
        "outreach.people_per_session",
        "Số lượt người bình quân một buổi",
        "lượt người/buổi",
        MeasureKind.RATIO,
        filters=_FILTERS,
        parts=("outreach.people", "outreach.sessions"),
        about="Tổng số lượt người chia cho tổng số buổi trong kỳ.",
    ),
)
