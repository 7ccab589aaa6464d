"""Reviews of made-up plans, with few words and hints."""

from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.text_sources import source_of_text
from db.rules.plan_review.items import Part, Review, ReviewItem
from db.rules.plan_review.making import ReviewWords, review_of
from db.rules.plan_review.measured import Hint
from tests.db.rules.plan_reading.reading import END, HEAD

ISSUER = "Ủy ban nhân dân tỉnh Đồng Lam"
WORDS = ReviewWords(
    {"quarter": "Báo cáo quý", "year": "Báo cáo năm", "ad_hoc": "Báo cáo đột xuất", "other": "Báo cáo"},
    (Hint(("xã|phường", "tuyên truyền"), ("share",), "outreach.share_of_communes"),),
    ISSUER,
)


def reviewed(text: str, words: ReviewWords = WORDS) -> Review:
    """The review of a text as it stands."""
    source = source_of_text(text)
    return review_of(read_plan(source), source.lines, words)


def reviewed_body(body: str) -> Review:
    """The review of a body between an ordinary head and end."""
    return reviewed(f"{HEAD}{body}{END}")


def texts(items: tuple[ReviewItem, ...]) -> list[tuple[str, str]]:
    """Shape and text of sections."""
    return [(item.raw["shape"], item.raw["text"]) for item in items]


def head(review: Review, key: str) -> ReviewItem:
    """The item of the head that holds a field."""
    return next(item for item in review.of(Part.HEAD) if key in item.raw)
