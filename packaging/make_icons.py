"""Make ``recursos/iconos`` again: the glyphs that the window uses, out of QtAwesome's Material Design Icons.

Run with ``uv run --group assets python packaging/make_icons.py``. QtAwesome itself costs 0.15 s and 44 MB at start-up
(it loads every font it carries), so the program ships this subset (Apache License 2.0) instead.
"""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font, save_font
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap

TARGET = Path(__file__).parent.parent / "recursos" / "iconos"
GLYPHS = """
account account-group alert alert-circle-outline archive-arrow-down-outline arrow-left backup-restore bullhorn-outline
calendar calendar-month check check-circle chevron-down chevron-left chevron-right chevron-up circle-outline
clock-outline close cog-outline content-copy content-paste content-save-outline database-outline domain dots-horizontal
email-outline export eye-outline file-document-edit-outline file-document-outline file-excel-outline file-outline
file-word-outline filter-variant flag-outline folder-open-outline help-circle-outline history home-outline image-outline
import inbox-arrow-down-outline information-outline keyboard-outline link-variant magnify message-reply-text-outline
minus package-down paperclip pencil-outline plus redo refresh sitemap-outline star table undo
view-dashboard-outline view-grid-outline
""".split()

# Name, colour and points of each picture. The grey of the arrow reads on both themes; a tick stands on the accent.
ARROW, TICK = ((2, 4), (6, 8), (10, 4)), ((2.5, 6.5), (5, 9), (9.5, 3.5))
PICTURES = (("flecha", "#7d838b", ARROW), ("marca-clara", "#ffffff", TICK), ("marca-oscura", "#2a0711", TICK))


def main() -> None:
    """Write the font, its names and its licence note."""
    fonts = files("qtawesome") / "fonts"
    charmap_file = next(
        p for p in fonts.iterdir() if p.name.startswith("materialdesignicons6") and p.name.endswith(".json")
    )
    font_file = next(
        p for p in fonts.iterdir() if p.name.startswith("materialdesignicons6") and p.name.endswith(".ttf")
    )
    charmap = json.loads(charmap_file.read_text())
    codes = {name: int(charmap[name], 16) for name in sorted(GLYPHS)}
    options = Options()
    options.name_IDs = [1, 2]
    font = load_font(str(font_file), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes.values())
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = "Promueve Iconos"
    TARGET.mkdir(exist_ok=True)
    save_font(font, str(TARGET / "iconos.ttf"), options)
    _draw_pictures()
    lines = "".join(f'{name} = "{code:x}"\n' for name, code in codes.items())
    (TARGET / "iconos.toml").write_text(f"# Glyphs of iconos.ttf, by name.\n{lines}", encoding="utf-8")


def _draw_pictures() -> None:
    """Draw the arrow of lists and the tick of boxes, for style sheets, which only take pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    for name, colour, points in PICTURES:
        for scale, suffix in ((1, ""), (2, "@2x")):
            picture = QPixmap(12 * scale, 12 * scale)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colour), 1.6 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([QPointF(x * scale, y * scale) for x, y in points])
            painter.end()
            picture.save(str(TARGET / f"{name}{suffix}.png"))
    app.quit()


if __name__ == "__main__":
    main()
