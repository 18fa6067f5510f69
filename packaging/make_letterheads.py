"""Makes the letterheads among the test data: `python packaging/make_letterheads.py [NAME…]`.

They are those of imaginary offices. LibreOffice is needed for the one that it saves; the rest come out alike each time.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from letterheads import features, offices
from letterheads.pictures import png
from letterheads.zips import as_template, packed, parts_in, parts_of, without

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "datos" / "membretes"
SOURCE = Path(__file__).resolve().parent / "letterheads" / "office.fodt"
WAIT = 120  # seconds
PURPLE = (0x4A, 0x14, 0x8C)


def from_office() -> bytes:
    """Return a letterhead as LibreOffice itself saves it."""
    picture = base64.b64encode(png(90, 30, PURPLE).getvalue()).decode()
    with tempfile.TemporaryDirectory(prefix="promueve-membretes-") as name:
        folder = Path(name)
        source = folder / "libreoffice.fodt"
        source.write_text(SOURCE.read_text(encoding="utf-8").replace("{picture}", picture), encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'perfil').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", name, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=WAIT)
        return packed(parts_in(source.with_suffix(".docx").read_bytes()))


GALLERY: dict[str, Callable[[], bytes]] = {
    "espanol.docx": lambda: packed(parts_of(offices.spanish())),
    "logotipos.docx": lambda: packed(parts_of(offices.logos())),
    "marcado.docx": lambda: packed(parts_of(offices.marked())),
    "tabla.docx": lambda: packed(parts_of(offices.in_table())),
    "primera.docx": lambda: packed(parts_of(features.first_page())),
    "controles.docx": lambda: packed(parts_of(features.controls())),
    "apaisado.docx": lambda: packed(parts_of(features.landscape_annex())),
    "campos.docx": lambda: packed(parts_of(features.fields())),
    "sencillo.docx": lambda: packed(parts_of(features.plain())),
    "plantilla.dotx": lambda: packed(as_template(parts_of(features.template()))),
    "pobre.docx": lambda: packed(without(parts_of(features.poor()), "word/numbering.xml", "word/fontTable.xml")),
    "arriba.docx": lambda: packed(parts_of(features.above())),
    "fondo.docx": lambda: packed(parts_of(features.watermark())),
    "libreoffice.docx": from_office,
}


def main(names: Sequence[str]) -> int:
    """Make the letterheads of these names, or all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = names or list(GALLERY)
    for name in made:
        (FOLDER / name).write_bytes(GALLERY[name]())
    print(f"{len(made)} letterheads in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
