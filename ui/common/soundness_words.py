"""Turn what a check found into sentences. No Qt: the command line reads it too."""

from db.checks.faults import CheckReport, Fault
from ui.common import soundness_texts as texts


def table_word(table: str) -> str:
    """Return what the rows of a table are to an officer."""
    return texts.TABLES.get(table) or texts.OTHER_TABLE.format(name=table)


def fault_line(fault: Fault) -> str:
    """Return what is wrong, what it means and what to do."""
    table = table_word(fault.place)
    table = table[:1].upper() + table[1:] if texts.FAULTS[fault.kind].startswith("{table}") else table
    return texts.FAULTS[fault.kind].format(
        place=fault.place, table=table, count=fault.count, example=fault.example
    )


def report_lines(report: CheckReport) -> tuple[str, ...]:
    """Return a sentence for each thing that is wrong or could not be looked at."""
    skipped = (texts.SKIPPED.format(subject=texts.SUBJECTS[subject].lower()) for subject in report.skipped)
    return (*map(fault_line, report.faults), *skipped)
