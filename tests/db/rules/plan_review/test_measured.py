"""A measure is proposed by the words of a target and by what kind it is."""

from decimal import Decimal

import pytest

from db.rules.plan_reading.result import Quantity
from db.rules.plan_review.measured import Hint, measured_by

HINTS = (
    Hint(("cam kết", "cơ sở"), ("share",), "establishments.share_committed"),
    Hint(("cam kết", "cơ sở"), ("count",), "establishments.committed"),
    Hint(("tố giác|tin báo",), ("share",), "figures.handled", "figures.received"),
)


def quantity(kind: str = "share", operator: str = "at_least", unit: str = "%") -> Quantity:
    return Quantity(kind, operator, Decimal(50), unit=unit)


@pytest.mark.parametrize(
    ("text", "asked", "expected"),
    [
        ("100% cơ sở ký cam kết", quantity(), ("establishments.share_committed", "")),
        ("50/50 CƠ SỞ ký CAM KẾT", quantity(unit="cơ sở"), ("establishments.committed", "")),
        ("50 cơ sở ký cam kết", quantity("count", unit="cơ sở"), ("establishments.committed", "")),
        ("Dưới 3% cơ sở không ký cam kết", quantity(operator="at_most"), ("", "")),
        ("100% tin báo được xử lý", quantity(), ("figures.handled", "figures.received")),
        ("100% xã có kế hoạch", quantity(), ("", "")),
    ],
)
def test_the_first_hint_that_fits_is_proposed(text: str, asked: Quantity, expected: tuple[str, str]) -> None:
    assert measured_by(text, asked, HINTS) == expected
