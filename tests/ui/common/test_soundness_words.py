"""Every fault, subject and table has its words."""

from db.checks.faults import CheckReport, Fault, Kind, Subject
from db.records import Base
from tests.helpers.books import NOW
from ui.common import soundness_texts as texts
from ui.common.soundness_words import fault_line, report_lines


def test_nothing_that_can_be_found_lacks_words() -> None:
    assert set(texts.FAULTS) == set(Kind)
    assert set(texts.SUBJECTS) == set(Subject)
    assert set(texts.TABLES) == set(Base.metadata.tables)


def test_a_fault_is_a_sentence_with_its_place_and_count() -> None:
    line = fault_line(Fault(Kind.LINK, "attendance", 3))
    assert line.startswith("Học viên của lớp tập huấn: 3 bản ghi thuộc về")


def test_what_could_not_be_looked_at_is_said() -> None:
    (line,) = report_lines(CheckReport(NOW, (), (Subject.HISTORY,)))
    assert line.startswith("Chưa kiểm tra được: chuỗi nhật ký")
