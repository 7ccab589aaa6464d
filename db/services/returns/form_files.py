"""Sets of forms as files: one that is handed on, one that comes in as a draft."""

from datetime import date

from sqlalchemy.orm import Session

from db.rules.content_heads import unkept_findings
from db.rules.findings import Refused
from db.rules.returns.form_documents import read_form_document
from db.rules.returns.form_files import RETURN_FORM_FILES
from db.rules.returns.form_soundness import FormJudgement
from db.rules.sealed_toml import TomlFile, lined
from db.services import content_files
from db.services.content_files import TakenIn
from db.services.returns.form_editing import DRAFTS
from db.services.returns.form_lists import judged


def exported(session: Session, set_id: int) -> tuple[str, str]:
    """Return the code of a set and its file's text; raises KeyError."""
    return content_files.exported(session, set_id, RETURN_FORM_FILES)


def take_in(session: Session, read: TomlFile, *, on: date, unsound: bool = False) -> TakenIn:
    """Take a set in as a draft, judged by what the book knows in the year of a day.

    Raises Refused with every error and its line for a set that is not sound, unless `unsound` ones are wanted.
    """
    judgement = look_at(session, read, on=on)
    if judgement.errors and not unsound:
        raise Refused(lined(read, judgement.errors))
    return content_files.keep(session, DRAFTS, read, read_form_document(read.body), judgement.findings)


def look_at(session: Session, read: TomlFile, *, on: date) -> FormJudgement:
    """Judge the set of a file; raises Refused where its head is more than a book can keep."""
    document = read_form_document(read.body)
    findings = unkept_findings(document, read.code)
    if findings:
        raise Refused(lined(read, tuple(findings)))
    return judged(session, document, on)
