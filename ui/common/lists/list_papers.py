"""The list of a presenter on its way out: to Excel, to the printer."""

from PySide6.QtWidgets import QWidget

from db.rules.formats import Value
from ui.common import texts
from ui.common.borders import borders_lines, told_cell
from ui.common.lists.table_papers import ReadContent, TableContent, TablePapers, period_line
from ui.common.screens.record_presenter import RecordPresenter


class ListPapers:
    """Writes and prints the list of a presenter; the work is done off the main thread."""

    def __init__(self, owner: QWidget, presenter: RecordPresenter) -> None:
        self._presenter = presenter
        self._papers = TablePapers(owner, presenter.workplace)

    def export_list(self) -> None:
        """Ask for a name and write the list there as a workbook."""
        self._papers.export(self._presenter.subject.words.title, self._reader())

    def print_list(self) -> None:
        """Draw the list and show it as it will be printed."""
        self._papers.show_print(self._presenter.subject.words.title, self._reader())

    def _reader(self) -> ReadContent:
        """Take what the list shows now; the rows are read by whoever calls it, on any thread."""
        presenter = self._presenter
        presenter.complete()
        columns, shown, title = presenter.subject.columns, presenter.shown, presenter.subject.words.title
        subtitles, sample = self._subtitles(), presenter.workplace.office.sample
        fetch = presenter.list.rows

        def read() -> TableContent:
            rows = [[told_cell(row.cells, column.key) for column in columns] for row in fetch(shown.ids)]
            sums: list[Value] = [shown.totals.get(column.key) for column in columns[1:]]
            totals = [texts.TOTAL, *sums] if shown.totals else []
            return TableContent(title, subtitles, columns, rows, totals, sample)

        return read

    def _subtitles(self) -> tuple[str, ...]:
        workplace = self._presenter.workplace
        lines = [workplace.office.unit.name]
        if self._presenter.subject.in_period:
            lines.append(period_line(workplace))
        return (*lines, *(borders_lines(workplace) if self._presenter.follows_borders else ()))
