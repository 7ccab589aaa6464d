"""The head of a read plan as fields of a plan."""

import re
from collections.abc import Iterator

from db.rules.findings import Finding
from db.rules.formats import day_text
from db.rules.numbering import DECIMAL, LETTERED
from db.rules.plan_reading.blocks import Place
from db.rules.plan_reading.result import Item, ReadPlan, ReadText
from db.rules.plan_review.items import Part, ReviewItem, Whose

_DIGITS = re.compile(r"(\d+)\s*[/-]")
_DECIMAL_LABEL = re.compile(r"\d+\.\d+\.?")


def head_items(plan: ReadPlan, issuer: str) -> Iterator[ReviewItem]:
    """Yield what the plan itself is: subject, years, number, day, grounds, recipients, who signed.

    Subject and years come even where they were not read, empty. `issuer` is who most likely wrote the plan, for the
    ground that an office's own plan names it as.
    """
    yield _subject(plan)
    yield _years(plan)
    if plan.number is not None:
        raw = {"number": _digits(plan.number.number), "symbol": plan.number.symbol}
        yield _item(raw, plan.number, Whose.ISSUER)
    if plan.issued_on is not None:
        yield _item({"issued_on": day_text(plan.issued_on.day)}, plan.issued_on, Whose.ISSUER)
    yield ReviewItem(Part.HEAD, "plans", {"scheme": scheme_of(plan)})
    yield from _lines("grounds", plan.grounds)
    yield from _own_ground(plan, issuer)
    yield from _lines("recipients", plan.recipients, Whose.ISSUER)
    if plan.signatory is not None:
        signed = plan.signatory
        raw = {"authority": signed.authority, "signatory_post": signed.post, "signatory_name": signed.name}
        yield _item(raw, signed, Whose.ISSUER)


def _subject(plan: ReadPlan) -> ReviewItem:
    # A plan has to have one: where none was read there is still a field to type it in.
    if plan.subject is None:
        return ReviewItem(Part.HEAD, "plans", {"subject": ""}, certain=False)
    return _item({"subject": plan.subject.text}, plan.subject)


def _years(plan: ReadPlan) -> ReviewItem:
    first, last = plan.years or ("", "")
    raw = {"first_year": str(first), "last_year": str(last), "kind": "year" if first == last else "years"}
    place = plan.subject.place if plan.subject is not None and plan.years_certain else None
    return ReviewItem(Part.HEAD, "plans", raw, place, certain=plan.years_certain)


def _own_ground(plan: ReadPlan, issuer: str) -> Iterator[ReviewItem]:
    """Yield the ground by which an own plan rests on the one that was received; it wants a look: who issued it?"""
    if plan.number is None or plan.number.number is None or plan.subject is None:
        return
    day = f" ngày {day_text(plan.issued_on.day)}" if plan.issued_on is not None else ""
    text = f"Căn cứ Kế hoạch số {plan.number.number}{day} của {issuer} về {_inside(plan.subject.text)}"
    doubt = Finding("plan_own_ground", value=issuer)
    yield ReviewItem(
        Part.HEAD,
        "plans",
        {"grounds": text},
        plan.number.place,
        accepted=False,
        doubts=(doubt,),
        whose=Whose.OWN,
    )


def _inside(text: str) -> str:
    """Return a title as it stands within a sentence."""
    return text.lower() if text.isupper() else text[:1].lower() + text[1:]


def scheme_of(plan: ReadPlan) -> str:
    """Return the scheme of numbers that the plan's third level uses: `1.1.` or `a)`."""
    is_decimal = any(_DECIMAL_LABEL.fullmatch(section.label) for section in plan.sections)
    return (DECIMAL if is_decimal else LETTERED).name


def _item(raw: dict[str, str], read: Item, whose: Whose = Whose.ANY) -> ReviewItem:
    return ReviewItem(Part.HEAD, "plans", raw, read.place, certain=read.certain, whose=whose)


def _lines(key: str, read: tuple[ReadText, ...], whose: Whose = Whose.ANY) -> Iterator[ReviewItem]:
    if read:
        place = Place(min(item.place.first for item in read), max(item.place.last for item in read))
        certain = all(item.certain for item in read)
        raw = {key: "\n".join(item.text for item in read)}
        yield ReviewItem(Part.HEAD, "plans", raw, place, certain=certain, whose=whose)


def _digits(number: str | None) -> str:
    match = _DIGITS.match(number or "")
    return match[1] if match else ""
