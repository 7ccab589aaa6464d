"""The figures of the last built packages, in `installer/README.md` between two marks: written by what measured them."""

from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).with_name("README.md")
_BEGIN, _END = "<!-- {name}: measured -->", "<!-- {name}: end -->"


def keep_figures(name: str, rows: Sequence[tuple[str, str, str]], page: Path = PAGE) -> None:
    """Write the rows (what, figure, how it was measured) in place of those of the last time; raises ValueError
    where the page has no such place."""
    text = page.read_text(encoding="utf-8")
    begin, end = _BEGIN.format(name=name), _END.format(name=name)
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not (found and closed):
        raise ValueError(name)
    page.write_text(f"{before}{begin}\n{_table(rows)}{end}{after}", encoding="utf-8")


def megabytes(folder: Path) -> float:
    """Return the size of a file, or of all in a folder, in megabytes of a million bytes; links are not followed."""
    files = [folder] if folder.is_file() else folder.rglob("*")
    return sum(file.lstat().st_size for file in files if not file.is_dir() or file.is_symlink()) / 1e6


def _table(rows: Sequence[tuple[str, str, str]]) -> str:
    lines = [("what", "figure", "how"), ("---",) * 3, *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
