"""Plans and their amendments as they go to paper: plain values, taken from records, drawn by `exports.documents`."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from db.rules.numbering import LETTERED, Scheme

# The shapes of sections that ask for an annex: models by commune, hotspots by the year they were removed.
ANNEX_MODELS, ANNEX_HOTSPOTS = "annex_models", "annex_hotspots"
ANNEX_SHAPES = (ANNEX_MODELS, ANNEX_HOTSPOTS)
SectionKind = Literal["heading", "paragraph", "targets", "annex"]
AmendmentKind = Literal["plan", "decision"]


@dataclass(frozen=True)
class Section:
    """A part in reading order: a heading of a level (1 to 5), a paragraph, the place of targets, a wish for an annex.

    The text carries no number; numbering is the scheme's. A text of several lines is as many paragraphs. A wish for an
    annex has its shape as text.
    """

    level: int
    kind: SectionKind
    text: str = ""


@dataclass(frozen=True)
class PaperTarget:
    """A target: its text, what is planned as printed (`≥ 70 %`) and the last day for it, itself counted."""

    text: str
    planned: str = ""
    deadline: date | None = None


@dataclass(frozen=True)
class PaperTask:
    """A task as a row of the annex; `money` names its source too (`15.000.000 đồng, ngân sách huyện`)."""

    content: str
    group: str = ""
    lead: str = ""
    joining: str = ""
    time: str = ""
    product: str = ""
    money: str = ""
    note: str = ""


@dataclass(frozen=True)
class PaperMoney:
    """What the tasks take from one source (empty: none was named), written as printed."""

    source: str
    money: str


@dataclass(frozen=True)
class ModelCount:
    """How many communes of a locality keep their model and how many begin one (annex A); None was not recorded."""

    locality: str
    kept: int | None = None
    new: int | None = None


@dataclass(frozen=True)
class RemovedHotspot:
    """A hotspot of a locality: the place, the year it was removed, whether it opened again (annex B)."""

    locality: str
    place: str
    year: int
    reopened: bool = False


@dataclass(frozen=True)
class PaperSignatory:
    """Who signs: authority line, post (a line each: `KT. Chủ tịch`, `Phó Chủ tịch`), name without titles."""

    authority: str
    post: str
    name: str


@dataclass(frozen=True)
class PlanPaper:
    """All that is printed of a plan. Agencies are given in ordinary case (`Ủy ban nhân dân huyện Tuần Giáo`).

    The paper's head writes them in capitals. No number or no day prints as the blank that is filled in by hand.
    Targets are printed where a section of kind `targets` stands, and nowhere without one. `money` are the parts of the
    total by source.
    """

    parent_agency: str
    issuing_agency: str
    place: str
    symbol: str
    subject: str
    signatory: PaperSignatory
    number: int | None = None
    issued_on: date | None = None
    grounds: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    targets: tuple[PaperTarget, ...] = ()
    tasks: tuple[PaperTask, ...] = ()
    money_total: str = ""
    money: tuple[PaperMoney, ...] = ()
    recipients: tuple[str, ...] = ()
    scheme: Scheme = LETTERED
    sample: bool = False
    models: tuple[ModelCount, ...] = ()
    hotspots: tuple[RemovedHotspot, ...] = ()


@dataclass(frozen=True)
class IssuedPlan:
    """The plan that an amendment changes, as it was issued; `number` and `issued_on` as on its own paper."""

    number: int | None
    symbol: str
    issued_on: date | None
    subject: str


@dataclass(frozen=True)
class Change:
    """One change of an issued plan: where (`Khoản 2 mục III`), what stood there, what stands there now.

    Without an old text something is added, without a new one something is removed. A text may have several lines.
    """

    place: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class AmendmentPaper:
    """All that is printed of an amendment of an issued plan; agencies and posts as in `PlanPaper`.

    `ordinal` counts the amendments of the plan, the first being 1. A decision (`kind`) is written in articles and
    names its `issuer` (`Chủ tịch Ủy ban nhân dân huyện Tuần Giáo`); a plan is written in sections.
    """

    parent_agency: str
    issuing_agency: str
    place: str
    symbol: str
    amended: IssuedPlan
    signatory: PaperSignatory
    changes: tuple[Change, ...]
    ordinal: int = 1
    kind: AmendmentKind = "plan"
    issuer: str = ""
    number: int | None = None
    issued_on: date | None = None
    effective_on: date | None = None
    grounds: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    sample: bool = False
