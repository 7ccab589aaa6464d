"""The words of making a plan from something that is there."""

TITLE = "Lập kế hoạch mới"
ASK = "Lập kế hoạch mới từ:"
EMPTY, EMPTY_TIP = "&Kế hoạch trống", "Tự nhập từng ô và từng mục"
SKELETON, SKELETON_TIP = "K&hung mục có sẵn", "Các đề mục thường có trong kế hoạch của các tỉnh, huyện"
PLAN, PLAN_TIP = (
    "Kế hoạch đã &có (năm trước)",
    "Chép nội dung, chỉ tiêu, nhiệm vụ; ngày tháng được dời sang năm mới, tiến độ không chép",
)
YEARS, YEARS_TIP = (
    "Kế hoạch nhiều nă&m",
    "Lấy phần của một năm trong các chỉ tiêu của kế hoạch nhiều năm",
)
SOURCE, YEAR, SUBJECT = "Từ", "Năm", "Trích yếu"
NO_SOURCE = "Chưa có kế hoạch nào để lấy"
SUBJECT_OF_YEAR = "Phòng, chống mại dâm năm {year}"
SOURCE_PLAN = "{years}: {subject}"
MAKE = "Lập kế hoạch"
MADE = "Đã lập dự thảo kế hoạch năm {year}. Hoàn tác bằng Ctrl+Z."
MADE_OUT_OF_SIGHT = "Đã lập dự thảo kế hoạch năm {year}. Hãy chọn năm {year} ở trên để thấy kế hoạch đó."

STALE_TITLE = "Năm cũ trong chữ"
STALE_WORDS = (
    "Có {count} chỗ trong kế hoạch cũ nhắc đến năm không còn hợp. Đánh dấu chỗ nào thì chỗ đó được thay trong kế hoạch "
    "mới; chỗ không đánh dấu giữ nguyên chữ. Phím cách đánh dấu dòng đang chọn."
)
STALE_LIST = "Các chỗ nhắc đến năm cũ"
STALE_COLUMNS = ("Thay", "Chỗ", "Đoạn chữ", "Thay bằng")
ALL, NONE = "Đánh dấu &tất cả", "&Bỏ đánh dấu"
MARKED = "{before}[{found}]{after}"
CUT = "…"
PLACES = {
    ("plans", "subject"): "Trích yếu",
    ("plans", "grounds"): "Căn cứ",
    ("plans", "recipients"): "Nơi nhận",
    ("sections", "text"): "Nội dung, dòng {at}",
    ("targets", "text"): "Chỉ tiêu {at}",
    ("tasks", "group"): "Nhiệm vụ {at}, nhóm",
    ("tasks", "content"): "Nhiệm vụ {at}",
    ("tasks", "product"): "Nhiệm vụ {at}, sản phẩm",
}
