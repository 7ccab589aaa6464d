"""The program's icon, drawn from `icon.svg` in the sizes that menus ask for: PNG for Debian, one `.ico` for Windows.

`python -m installer.icons`, from the root of the project, writes them into `build/icons`.
"""

import sys
from contextlib import ExitStack
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).with_name("icon.svg")
SIZES = (16, 24, 32, 48, 64, 128, 256)
FOLDER = Path("build", "icons")


def draw_icons(folder: Path) -> dict[int, Path]:
    """Write a PNG of each size, and `pcmd.ico` with all of them; return the PNG of each size in pixels."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: _drawn(size, folder / f"pcmd-{size}.png") for size in SIZES}
    with ExitStack() as closing:
        pictures = [closing.enter_context(Image.open(path)) for path in drawn.values()]
        sizes = [(size, size) for size in SIZES]
        pictures[-1].save(folder / "pcmd.ico", sizes=sizes, append_images=pictures[:-1])
    return drawn


def _drawn(size: int, path: Path) -> Path:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    if not image.save(str(path)):
        raise OSError(f"{path} was not written")
    return path


def main() -> int:
    """Draw them where the builds look for them."""
    draw_icons(FOLDER)
    return 0


if __name__ == "__main__":
    sys.exit(main())
