"""What the minutes of appraisal (biên bản thẩm định) say: of one commune, or of all communes of a year."""

from collections.abc import Iterable, Iterator
from datetime import date

from db.rules.formats import day_text, number_text
from db.rules.scoring.marks import APPRAISED
from db.rules.scoring.papers import PaperNames, SheetPaper, YearPaper
from db.rules.units import in_sentence
from exports.documents import score_wording as wording
from exports.documents.description import written_day
from exports.documents.forms import Form, FormPart, FormText, SignatureBlock
from exports.documents.score_minutes_tables import (
    commune_table,
    difference_table,
    group_table,
    has_differences,
    year_difference_table,
)
from exports.documents.score_results import result_lines, total_notes
from exports.documents.score_sheet_content import head_of
from exports.documents.score_summaries import class_sentence, names_of
from exports.documents.wording import BLANK

_APPRAISERS, _COMMUNE_SIDE = 3, 2


def minutes_form(paper: SheetPaper) -> Form:
    """Return the minutes of one commune's appraisal."""
    subject = wording.MINUTES_SUBJECT.format(unit=in_sentence(paper.unit_name), year=paper.year)
    leading = SignatureBlock(
        (wording.COMMUNE_SIDE.format(agency=paper.names.issuing_agency).upper(),), wording.SIGN_HINT
    )
    return _form(
        paper.appraisers,
        paper.appraised_on,
        subject,
        (*_commune_parts(paper), *_ending()),
        leading,
        sample=paper.sample,
    )


def year_minutes_form(paper: YearPaper) -> Form:
    """Return the minutes of the appraisal of all communes; their day is the last one, once all are appraised."""
    subject = wording.YEAR_MINUTES_SUBJECT.format(unit=in_sentence(paper.unit_name), year=paper.year)
    leading = SignatureBlock((wording.COMMUNES_SIDE,), wording.SIGN_HINT)
    day = _last_day(paper)
    return _form(
        paper.names, day, subject, (*_year_parts(paper, day), *_ending()), leading, sample=paper.sample
    )


def _form(
    names: PaperNames,
    day: date | None,
    subject: str,
    parts: tuple[FormPart, ...],
    leading: SignatureBlock,
    *,
    sample: bool,
) -> Form:
    others = (wording.SECRETARY_TITLE, wording.LEADER)
    signatures = (leading, *(SignatureBlock((title,), wording.SIGN_HINT) for title in others))
    head = head_of(names, day, minutes_symbol(names.symbol))
    return Form(head, wording.MINUTES_KIND, subject, parts, signatures, sample=sample)


def minutes_symbol(symbol: str) -> str:
    """Return the symbol of an office's minutes, from that of its plans: `BB-UBND` from `KH-UBND`."""
    _, _, office = symbol.partition("-")
    return f"{wording.MINUTES_SYMBOL}-{office}" if office else wording.MINUTES_SYMBOL


def _commune_parts(paper: SheetPaper) -> Iterator[FormPart]:
    yield from _opening(paper.appraisers, paper.appraised_on)
    side = wording.ATTENDED_COMMUNE.format(agency=paper.names.issuing_agency)
    yield from _attended(paper.appraisers, side)
    yield FormText(wording.GROUNDS, "title")
    yield FormText(wording.GROUND_SET.format(title=paper.title, citation=paper.citation.rstrip(".")))
    day = day_text(paper.self_on) or f"{BLANK}/{BLANK}/{paper.year}"
    unit = in_sentence(paper.unit_name)
    yield FormText(wording.GROUND_SHEET.format(year=paper.year, unit=unit, day=day))
    yield FormText(wording.RESULTS, "title")
    yield FormText(wording.BY_GROUP, "title")
    yield group_table(paper)
    yield from (FormText(line, "note") for line in total_notes(paper))
    yield FormText(wording.DIFFERENCES, "title")
    yield difference_table(paper) if has_differences(paper) else FormText(wording.NO_DIFFERENCES)
    yield FormText(wording.CONCLUSION, "title")
    yield from (FormText(line, "blank") for line in result_lines(paper))
    yield FormText(_concluded(paper))


def _year_parts(paper: YearPaper, day: date | None) -> Iterator[FormPart]:
    yield from _opening(paper.names, day)
    yield from _attended(paper.names, wording.ATTENDED_COMMUNES)
    yield FormText(wording.GROUNDS, "title")
    yield FormText(wording.GROUND_SET.format(title=paper.title, citation=paper.citation.rstrip(".")))
    submitted = len(paper.sheets) - len(paper.missing)
    yield FormText(wording.GROUND_SHEETS.format(year=paper.year, count=submitted, of=len(paper.sheets)))
    yield FormText(wording.RESULTS, "title")
    yield FormText(wording.BY_COMMUNE, "title")
    yield commune_table(paper)
    yield FormText(wording.DIFFERENCES, "title")
    differing = any(has_differences(sheet) for sheet in paper.sheets)
    yield year_difference_table(paper) if differing else FormText(wording.NO_DIFFERENCES)
    yield FormText(wording.CONCLUSION, "title")
    yield FormText(class_sentence(paper))
    waiting = [sheet for sheet in paper.sheets if not sheet.is_done(APPRAISED)]
    if waiting:
        yield FormText(wording.NOT_APPRAISED.format(names=names_of(waiting)))


def _opening(names: PaperNames, day: date | None) -> Iterator[FormText]:
    agency = names.issuing_agency.replace("\n", " ")
    held = wording.HELD.format(day=written_day(day), place=wording.DOTS, agency=in_sentence(agency))
    yield FormText(held, "blank")


def _attended(names: PaperNames, other_side: str) -> Iterator[FormText]:
    yield FormText(wording.ATTENDED, "title")
    yield FormText(wording.ATTENDED_APPRAISERS.format(agency=names.issuing_agency.replace("\n", " ")))
    yield from _lines(_APPRAISERS)
    yield FormText(other_side.replace("\n", " "))
    yield from _lines(_COMMUNE_SIDE)
    yield FormText(wording.SECRETARY, "blank")


def _lines(count: int) -> Iterable[FormText]:
    return (FormText(wording.ATTENDEE, "blank") for _ in range(count))


def _concluded(paper: SheetPaper) -> str:
    unit, result = in_sentence(paper.unit_name), paper.results[APPRAISED]
    if not paper.is_done(APPRAISED):
        return wording.NOT_CONCLUDED.format(unit=unit)
    title = paper.rule_set.class_title(result.class_code) or wording.NO_CLASS
    return wording.CONCLUDED.format(unit=unit, points=number_text(result.points), title=title)


def _ending() -> tuple[FormText, ...]:
    return FormText(wording.OTHER_OPINIONS, "blank"), FormText(wording.MINUTES_END)


def _last_day(paper: YearPaper) -> date | None:
    days = [sheet.appraised_on for sheet in paper.sheets]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None
