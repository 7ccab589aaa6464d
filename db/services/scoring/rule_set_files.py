"""Rule sets as files: one that is handed on, one that comes in as a draft."""

from sqlalchemy.orm import Session

from db.rules.content_heads import unkept_findings
from db.rules.findings import Refused
from db.rules.scoring.documents import read_document
from db.rules.scoring.files import RULE_SET_FILES
from db.rules.scoring.soundness import Judgement
from db.rules.sealed_toml import TomlFile, lined
from db.services import content_files
from db.services.content_files import TakenIn
from db.services.scoring.rule_set_drafts import DRAFTS
from db.services.scoring.rule_set_lists import judged


def exported(session: Session, set_id: int) -> tuple[str, str]:
    """Return the code of a set and its file's text; raises KeyError."""
    return content_files.exported(session, set_id, RULE_SET_FILES)


def take_in(session: Session, read: TomlFile, *, unsound: bool = False) -> TakenIn:
    """Take a set in as a draft; one that the book has to the letter changes nothing.

    Raises Refused with every error and its line for a set that is not sound, unless `unsound` ones are wanted.
    """
    judgement = look_at(session, read)
    if judgement.errors and not unsound:
        raise Refused(lined(read, judgement.errors))
    return content_files.keep(session, DRAFTS, read, read_document(read.body), judgement.findings)


def look_at(session: Session, read: TomlFile) -> Judgement:
    """Judge the set of a file; raises Refused where its head is more than a book can keep."""
    document = read_document(read.body)
    findings = unkept_findings(document, read.code)
    if findings:
        raise Refused(lined(read, tuple(findings)))
    return judged(session, document)
