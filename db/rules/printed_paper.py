"""A document as it will be printed, as far as it is checked: `exports.documents.description.Document` fits it."""

from collections.abc import Sequence
from typing import Protocol


class PrintedHead(Protocol):
    """The head: agencies in capitals, the lines of number and of place and day."""

    @property
    def issuing_agency(self) -> str:
        """Return the agency as printed."""

    @property
    def number_line(self) -> str:
        """Return `Số: 05/KH-UBND`."""

    @property
    def place_and_day(self) -> str:
        """Return `Tuần Giáo, ngày 05 tháng 12 năm 2025`."""


class PrintedPart(Protocol):
    """A part of the body: a heading of level 1 to 5 with its label, or a paragraph of level 0."""

    @property
    def level(self) -> int:
        """Return the level, 0 for a paragraph."""

    @property
    def label(self) -> str:
        """Return the label, such as `II.` or `a)`."""

    @property
    def text(self) -> str:
        """Return the text without its label."""


class PrintedSignatory(Protocol):
    """Authority and post in capitals, a line each, and the name."""

    @property
    def authority(self) -> str:
        """Return the lines of authority."""

    @property
    def post(self) -> str:
        """Return the lines of the post."""

    @property
    def name(self) -> str:
        """Return the name."""


class PrintedAnnex(Protocol):
    """The head of an annex."""

    @property
    def label(self) -> str:
        """Return `Phụ lục I`."""

    @property
    def title(self) -> str:
        """Return its title."""

    @property
    def subtitle(self) -> str:
        """Return `(Kèm theo …)`."""


class PrintedPaper(Protocol):
    """The whole document."""

    @property
    def head(self) -> PrintedHead:
        """Return the head."""

    @property
    def kind(self) -> str:
        """Return `KẾ HOẠCH`."""

    @property
    def subject(self) -> str:
        """Return what stands under the kind."""

    @property
    def grounds(self) -> Sequence[str]:
        """Return the grounds, one a line."""

    @property
    def body(self) -> Sequence[PrintedPart]:
        """Return the parts in reading order."""

    @property
    def recipients(self) -> Sequence[str]:
        """Return the recipients without dashes."""

    @property
    def signatory(self) -> PrintedSignatory:
        """Return who signs."""

    @property
    def annexes(self) -> Sequence[PrintedAnnex]:
        """Return the annexes."""
