"""A marked copy of a return to be sent back: what is wrong as comments and colours, and a sheet that lists all."""

from pathlib import Path

from exports.marked_copies import write_marked_return as write_copy
from ui.common.finding_texts import finding_text
from ui.returns.received import texts
from ui.returns.received.batches import BatchFile


def marked_name(path: Path) -> str:
    """Return the name of the marked copy of a file."""
    return texts.MARKED_NAME.format(stem=path.stem)


def write_marked_return(file: BatchFile, target: Path) -> None:
    """Write the copy of a file; raises TargetNotWritable."""
    told = [(item.place, item.value, finding_text(item.finding)) for item in file.plan.findings]
    write_copy(file.path, told, target)
