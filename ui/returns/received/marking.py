"""A marked copy of a return to be sent back: what is wrong as comments and colours, and a sheet that lists all."""

from collections.abc import Sequence
from pathlib import Path

from db.rules.file_names import plain_file_name
from db.rules.returns.received_findings import ReturnFinding
from exports.marked_copies import write_marked_return as write_copy
from ui.common.finding_texts import finding_text
from ui.returns.received import texts


def marked_name(name: str) -> str:
    """Return the name of the marked copy of a file."""
    return plain_file_name(texts.MARKED_NAME.format(stem=Path(name).stem))


def write_marked_return(source: Path, findings: Sequence[ReturnFinding], target: Path) -> None:
    """Write the copy of a file; raises TargetNotWritable."""
    told = [(item.place, item.value, finding_text(item.finding)) for item in findings]
    write_copy(source, told, target)
