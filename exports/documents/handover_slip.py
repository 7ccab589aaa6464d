"""The minutes of a handed over book (biên bản bàn giao dữ liệu): counts and the file's code on one page, to sign."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from db.rules.backup_manifest import Manifest, short_code
from db.rules.formats import number_text
from exports.documents import handover_wording as wording
from exports.documents.description import Column, Row, Table, written_day
from exports.documents.form_files import write_forms
from exports.documents.forms import Form, FormPart, FormText, SignatureBlock

_COLUMNS = (
    Column(wording.NUMBER, 12, "center"),
    Column(wording.WHAT, 110),
    Column(wording.COUNT, 40, "right"),
)
_MOMENT = "%H:%M ngày %d/%m/%Y"


def write_slip(
    manifest: Manifest, file: tuple[str, int, str], kinds: Mapping[str, str], target: Path
) -> None:
    """Write the minutes of a file (name, size, SHA-256), as PDF or .docx; `kinds` are the words of what it holds."""
    write_forms([slip_form(manifest, file, kinds)], target)


def slip_form(manifest: Manifest, file: tuple[str, int, str], kinds: Mapping[str, str]) -> Form:
    """Return the minutes of a file: its name, its size in bytes and its SHA-256."""
    subject = wording.SUBJECT.format(office=manifest.contents.office_name)
    signatures = tuple(SignatureBlock((side,), wording.SIGN_HINT) for side in (wording.GIVER, wording.TAKER))
    return Form(None, wording.KIND, subject, tuple(_parts(manifest, file, kinds)), signatures)


def _parts(manifest: Manifest, file: tuple[str, int, str], kinds: Mapping[str, str]) -> Iterator[FormPart]:
    name, size, sha256 = file
    megabytes = f"{size / 2**20:.1f}".replace(".", ",")
    made = {"at": f"{manifest.made_at:{_MOMENT}}", "who": manifest.made_by}
    yield FormText(wording.DAY.format(day=written_day(manifest.made_at.date())))
    yield FormText(wording.FILE.format(name=name, size=megabytes, **made))
    yield FormText(wording.CODE.format(code=short_code(sha256)), "title")
    yield FormText(wording.COUNTED)
    yield _counts(manifest, kinds)
    if manifest.contents.changed_at:
        changed = datetime.fromisoformat(manifest.contents.changed_at)
        words = wording.CHANGED.format(at=f"{changed:{_MOMENT}}", who=manifest.contents.changed_by)
        yield FormText(words)
    yield FormText(wording.CHECKING)
    yield FormText(wording.WHOLE_CODE.format(code=sha256), "note")


def _counts(manifest: Manifest, kinds: Mapping[str, str]) -> Table:
    counts = {kinds.get(kind, kind): count for kind, count in manifest.contents.counts.items()}
    counts[wording.FILES] = len(manifest.files)
    rows = enumerate(counts.items(), start=1)
    return Table(
        _COLUMNS, tuple(Row((str(number), what, number_text(count))) for number, (what, count) in rows)
    )
