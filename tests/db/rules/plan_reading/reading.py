"""Read a text in a test, and show what was read in few words."""

from db.rules.plan_reading.reader import read_plan
from db.rules.plan_reading.result import ReadPlan
from db.rules.plan_reading.text_sources import source_of_text

HEAD = "Số: 12/KH-UBND\nAn Phú, ngày 05 tháng 01 năm 2026\nKẾ HOẠCH\nPhòng, chống mại dâm năm 2026\n"
END = "\nNơi nhận:\n- UBND tỉnh;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An\n"


def read(text: str, year: int | None = None) -> ReadPlan:
    """Read a text as it stands."""
    return read_plan(source_of_text(text), year)


def read_body(body: str) -> ReadPlan:
    """Read a body between an ordinary head and end."""
    return read(f"{HEAD}{body}{END}")


def codes(plan: ReadPlan) -> list[str]:
    """Return the codes of the warnings in their order."""
    return [warning.finding.code for warning in plan.warnings]
