"""What the demo writes of scoring, from a small book instead of its own."""

from pathlib import Path

from db.sessions import Book
from desktop.demo.score_papers import write_score_papers
from tests.helpers.books import unit_id
from tests.helpers.sample_records import step
from tests.helpers.scoring import fill_in


def test_demo_writes_one_sheet_the_minutes_the_list_and_the_summary(book: Book, tmp_path: Path) -> None:
    step(book, lambda s: fill_in(s, unit_id(s, "99102"), 2025))
    told: list[str] = []
    with book.reading() as session:
        written = write_score_papers(session, tmp_path, 2025, told.append)
    assert [path.name for path in written] == [
        "phieu-cham-diem-2025-99102.pdf",
        "phieu-cham-diem-2025-99102.docx",
        "bien-ban-tham-dinh-2025.pdf",
        "danh-sach-cong-nhan-2025.pdf",
        "tong-hop-pcmd-07-2025.xlsx",
    ]
    assert all(path.stat().st_size > 1000 for path in written)
    assert len(told) == len(written)
