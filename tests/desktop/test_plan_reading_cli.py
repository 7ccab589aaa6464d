"""`pcmd plans read`: the document it prints, the lines for people, what it refuses."""

import re
from argparse import Namespace
from pathlib import Path

import pytest

from db.rules.findings import Refused
from desktop.cli.plan_reading import read
from tests.db.rules.plan_reading import made_plans
from ui.common.plan_reading_texts import PLAN_READING

KEYS = {
    "number", "symbol", "place", "issued_on", "subject", "years", "sections", "targets", "tasks", "agencies",
    "report_due", "recipients", "signatory", "warnings",
}  # fmt: skip
PROJECT = Path(__file__).resolve().parents[2]


def arguments(path: Path, year: int | None = None) -> Namespace:
    return Namespace(file=path, year=year, json=True)


@pytest.fixture
def district(tmp_path: Path) -> Path:
    path = tmp_path / "district.txt"
    path.write_text(made_plans.DISTRICT, encoding="utf-8")
    return path


def test_values_hold_every_key_that_was_agreed(district: Path) -> None:
    values = read(arguments(district)).values
    assert values.keys() - KEYS == {"grounds", "opening", "annexes"}
    assert values.keys() >= KEYS
    assert (values["number"], values["issued_on"], values["years"]) == (
        "38/KH-UBND",
        "2024-02-09",
        [2024, 2024],
    )


def test_items_hold_the_agreed_keys(district: Path) -> None:
    values = read(arguments(district)).values
    assert values["sections"][0].keys() == {"label", "title", "level", "paragraphs"}
    assert values["targets"][0].keys() == {"text", "kind", "operator", "value", "value_to", "unit", "section"}
    assert values["tasks"][0].keys() == {"text", "lead", "joining", "from", "to", "product"}
    assert values["signatory"] == {
        "authority": "TM. ỦY BAN NHÂN DÂN",
        "post": "CHỦ TỊCH",
        "name": "Đặng Quốc Khôi",
    }
    assert values["warnings"][0].keys() == {"line", "message"}


def test_lines_name_the_source_line_of_each_target(district: Path) -> None:
    lines = read(arguments(district)).lines
    assert lines[0] == "38/KH-UBND: Công tác phòng, chống tệ nạn mại dâm trên địa bàn huyện năm 2024"
    assert "dòng 30: [11 xã, thị trấn] 11/11 xã, thị trấn mở ít nhất 02 buổi nói chuyện." in lines


def test_article_gives_a_warning_in_words_and_blanks(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(made_plans.ARTICLE, encoding="utf-8")
    values = read(arguments(path)).values
    assert (values["number"], values["years"], values["targets"], values["signatory"]) == (
        None,
        None,
        [],
        None,
    )
    assert [warning["line"] for warning in values["warnings"]] == [None]


def test_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read(arguments(tmp_path / "none.docx"))


def test_every_code_of_the_reader_has_its_words() -> None:
    rooms = ("db/rules/plan_reading", "db/rules/plan_review", "exports/readers")
    sources = [path for room in rooms for path in (PROJECT / room).glob("*.py")]
    sources.append(PROJECT / "desktop/cli/plan_reading.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    codes = set(re.findall(r'"((?:plan|document)_[a-z_]+|file_text_named_document)"', text))
    assert codes == PLAN_READING.keys()
