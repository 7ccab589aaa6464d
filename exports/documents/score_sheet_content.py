"""What a commune's score sheet (phiếu chấm điểm) says."""

from collections.abc import Iterator
from datetime import date

from db.rules.formats import day_text
from db.rules.scoring.papers import PaperNames, SheetPaper, YearPaper
from db.rules.units import in_sentence
from exports.documents import score_wording as wording
from exports.documents.description import Align, Column, Head, Row, Table
from exports.documents.forms import Form, FormPart, FormText, SignatureBlock
from exports.documents.score_results import result_lines, total_notes
from exports.documents.score_rows import sheet_table

_PROOF_WIDTHS = (11, 20, 45, 25, 100, 50)
_PROOF_ALIGNS: tuple[Align, ...] = ("center", "center", "left", "center", "left", "left")
_PROOF_COLUMNS = tuple(
    Column(*column) for column in zip(wording.PROOF_HEADS, _PROOF_WIDTHS, _PROOF_ALIGNS, strict=True)
)


def sheet_form(paper: SheetPaper) -> Form:
    """Return a score sheet: table, notes, evidence, results, and who signs; issued by the commune on its day."""
    return Form(
        head=head_of(paper.names, paper.self_on),
        kind=wording.SHEET_KIND,
        subject=wording.SHEET_SUBJECT.format(unit=in_sentence(paper.unit_name), year=paper.year),
        parts=tuple(_parts(paper)),
        signatures=_signatures(paper),
        landscape=True,
        sample=paper.sample,
    )


def head_of(names: PaperNames, issued_on: date | None, symbol: str = "") -> Head:
    """Return the head of a form; one without a symbol has no number either."""
    agencies = names.parent_agency.upper(), names.issuing_agency.upper()
    return Head(*agencies, None, symbol, names.place, issued_on)


def rule_set_line(paper: SheetPaper | YearPaper) -> str:
    """Return the rule set with version and citation, as it stands under a title."""
    citation = paper.citation.rstrip(".")
    return wording.RULE_SET.format(title=paper.title, citation=citation)


def signatory_block(names: PaperNames, hint: str = wording.SEAL_HINT) -> SignatureBlock:
    """Return who signs for an office, as its plans are signed."""
    lines = f"{names.authority}\n{names.post}".upper().splitlines()
    return SignatureBlock(tuple(line for line in lines if line), hint, names.signatory)


def _parts(paper: SheetPaper) -> Iterator[FormPart]:
    yield FormText(rule_set_line(paper), "centred")
    yield sheet_table(paper)
    yield from (FormText(line, "note") for line in total_notes(paper))
    if paper.proofs:
        yield FormText(wording.PROOFS, "title")
        yield _proof_table(paper)
    yield from (FormText(line, "blank") for line in result_lines(paper))


def _proof_table(paper: SheetPaper) -> Table:
    rows = [
        (str(place), proof.criterion, proof.number, day_text(proof.on), proof.note, proof.file_name)
        for place, proof in enumerate(paper.proofs, start=1)
    ]
    return Table(_PROOF_COLUMNS, tuple(Row(cells) for cells in rows))


def _signatures(paper: SheetPaper) -> tuple[SignatureBlock, ...]:
    return (
        SignatureBlock((wording.SCORER,), wording.SIGN_HINT, paper.names.preparer),
        signatory_block(paper.names),
        SignatureBlock((wording.APPRAISERS,), wording.SIGN_HINT),
    )
