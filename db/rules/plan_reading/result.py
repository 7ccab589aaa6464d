"""A plan as it was read: every item with its source lines and with whether the reader is sure of it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from db.rules.findings import Finding
from db.rules.plan_reading.blocks import Place


@dataclass(frozen=True)
class Item:
    """What all that was read has in common: where it stands, and whether an officer need look at it twice."""

    place: Place
    certain: bool = field(default=True, kw_only=True)


@dataclass(frozen=True)
class ReadText(Item):
    """A piece of text: a ground, a recipient, a subject."""

    text: str


@dataclass(frozen=True)
class ReadDay(Item):
    """The day of issue."""

    day: date


@dataclass(frozen=True)
class ReadNumber(Item):
    """Number and symbol: `number` is whole (`4256/KH-UBND`), none where the number was left blank."""

    number: str | None
    symbol: str


@dataclass(frozen=True)
class ReadSection(Item):
    """A heading with its label as printed, its level from 1 and the paragraphs below it up to the next heading."""

    label: str
    title: str
    level: int
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quantity:
    """One number of a target with what it means.

    `kind`: share, count, range, change, frequency, at_most (or nothing may happen), done (done or not).
    `operator`: at_least, at_most, between, increase, decrease, none, done. Shares are in per cent. `of` is the
    number that a share is counted from (`470/584`: part 470, of 584).
    """

    kind: str
    operator: str
    value: Decimal | None = None
    value_to: Decimal | None = None
    unit: str = ""
    part: Decimal | None = None
    of: Decimal | None = None
    certain: bool = True


@dataclass(frozen=True)
class ReadTarget(Item):
    """A target: its text as printed, its first number, the other numbers of the text, its headings from the top."""

    text: str
    quantity: Quantity
    section: str = ""
    more: tuple[Quantity, ...] = ()


@dataclass(frozen=True)
class ReadTask(Item):
    """A task: agencies as printed, first and last day (both counted) where a time was given, `time` as printed."""

    text: str
    lead: str = ""
    joining: tuple[str, ...] = ()
    starts_on: date | None = None
    ends_on: date | None = None
    time: str = ""
    product: str = ""
    group: str = ""


@dataclass(frozen=True)
class ReadAgency(Item):
    """A body with what it is charged with."""

    name: str
    duties: tuple[str, ...]


@dataclass(frozen=True)
class ReadReport(Item):
    """A report that is due. `period`: month, quarter, half_year, nine_months, year, ad_hoc, or empty.

    `due` is a day as YYYY-MM-DD, or the words where they name no one day, or none.
    """

    period: str
    due: str | None = None


@dataclass(frozen=True)
class ReadSignatory(Item):
    """Who signed: authority line, post (a line each: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`), name."""

    authority: str
    post: str
    name: str


@dataclass(frozen=True)
class ReadAnnex(Item):
    """A table of an annex, its rows without head and total; the total row apart, as printed.

    Lines that are no table are kept as rows of one column without a title, and are not certain.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReadWarning:
    """Something to look at: the source line, 0 for the text as a whole, and what it is."""

    line: int
    finding: Finding


@dataclass(frozen=True)
class ReadPlan:
    """All that was recognised; what the text does not say is none or empty, nothing is guessed silently.

    `opening` is what is said before the first heading beside the grounds: above all the sentence that issues the plan.
    """

    number: ReadNumber | None = None
    place: ReadText | None = None
    issued_on: ReadDay | None = None
    subject: ReadText | None = None
    years: tuple[int, int] | None = None
    years_certain: bool = True
    grounds: tuple[ReadText, ...] = ()
    sections: tuple[ReadSection, ...] = ()
    targets: tuple[ReadTarget, ...] = ()
    tasks: tuple[ReadTask, ...] = ()
    agencies: tuple[ReadAgency, ...] = ()
    report_due: tuple[ReadReport, ...] = ()
    recipients: tuple[ReadText, ...] = ()
    signatory: ReadSignatory | None = None
    annexes: tuple[ReadAnnex, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()
    opening: tuple[ReadText, ...] = ()

    @property
    def recognised(self) -> bool:
        """Return whether the text was a plan at all."""
        return self.subject is not None or bool(self.sections)
