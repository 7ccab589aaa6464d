"""Whether a text is a plan at all: an article about a plan speaks of targets too."""

import re
from collections.abc import Iterable

from db.rules.plan_reading.cleaning import cleaned_line, is_upper, key
from db.rules.plan_reading.heads import number_of
from db.rules.plan_reading.layout import Layout
from db.rules.plan_reading.line_kinds import is_recipients_head, is_signing
from db.rules.plan_reading.marks import Style
from db.rules.plan_reading.outlines import Node, Outline

ENOUGH = 2
_TYPICAL = re.compile(
    r"muc (?:dich|tieu)|yeu cau|chi tieu|nhiem vu|giai phap|noi dung|kinh phi|to chuc thuc hien"
    r"|phan cong|quan diem|thoi gian"
    r"|can cu|tinh hinh|bien phap|trach nhiem"
)
_ARTICLE = re.compile(
    r"\b(?:cho biet|theo do,|phong vien|tin, anh|tin, bai:|anh:|nguon:|xem them|binh luan|chia se:"
    r"|bandoc|toa soan|ban doc"
    r"|thu (?:hai|ba|tu|nam|sau|bay), \d|chu nhat, \d|pv\)|trao doi voi|vua (?:ban hanh|ky ban "
    r"hanh|co ke hoach)|anh minh hoa|xem chi tiet|tai (?:ve|file|tep)\b|luot xem|tin lien quan|tu khoa:|tac gia"
    r"|\(t/h\)|ngay cap nhat|duoc biet,|theo ke hoach(?:,| so)"
    r"|ke hoach (?:cung |nay )?(?:neu ro|de ra|dat ra|dat muc tieu))"
)
_MOST_AGAINST = 3


def plan_score(layout: Layout, read: Outline) -> int:
    """Return how much speaks for a plan (title, number, sections, recipients, signature); `ENOUGH` makes it one."""
    if layout.other:
        return 0
    score = _title_score(layout)
    score += number_of(layout.head) is not None
    score += any(is_recipients_head(line.text) for line in layout.end)
    score += any(is_signing(line.text) for line in layout.end)
    score += _sections_score(read.root.nodes, alone=score == 0)
    return score - _against(layout, read)


def _title_score(layout: Layout) -> int:
    if layout.title is None:
        return 0
    return 2 if 0 < len(cleaned_line(layout.title).text) < 40 else 1


def _sections_score(nodes: Iterable[Node], *, alone: bool) -> int:
    """Headings that are all there is must be in capitals: an article numbers its parts too."""
    typical = [node for node in nodes if node.label and _TYPICAL.search(key(node.title[:120]))]
    formal = [
        node for node in typical
        if (not alone and node.style in (Style.ROMAN, Style.PART, Style.CAPITAL))
        or is_upper(node.title.partition(":")[0])
    ]  # fmt: skip
    return 2 if len(formal) > 1 else min(1, len(typical))


def _against(layout: Layout, read: Outline) -> int:
    texts = [line.text for line in layout.head[-40:]]
    texts += [node.title for node in (*read.opening[:60], *read.root.texts[:60], *read.closing)]
    texts += [text.title for node in read.root.nodes[:20] for text in node.texts[:20]]
    return min(_MOST_AGAINST, sum(1 for text in texts if _ARTICLE.search(key(text[:1000]))))
