"""`make screenshots`: draws the real window on every page, empty and with the sample project, light and dark.

Qt can be told its scale only before it starts, so the pictures at 200 % are made by a process of its own.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a script, only this folder is known
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pictures.camera import lighten, shrink  # noqa: E402  # after the path and the platform are set
from pictures.plan_views import draw_views  # noqa: E402  # after the path and the platform are set
from pictures.tour import Tour, opened_window  # noqa: E402  # after the path and the platform are set

if TYPE_CHECKING:
    from collections.abc import Sequence

OUTPUT = Path("build") / "capturas"
README_PICTURE = ROOT / "recursos" / "ayuda" / "captura.png"
MOST_README_BYTES = 150_000
MANUAL_PICTURES = ROOT / "recursos" / "ayuda" / "imagenes"
MANUAL_PAGES = ("inicio", "usuarios", "plan", "contenidos", "promocion", "recomendaciones", "entregables")
MANUAL_SIZE, MANUAL_WIDTH = (1180, 664), 690
# The window at 100 % and at 125 % of a screen of 1366 × 768.
SIZES = {"": (1366, 768), "-chica": (1093, 614)}


def main(arguments: Sequence[str]) -> int:
    """Draw what was asked for; return 0, or 1 when the picture of the README is too heavy."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=OUTPUT, help=f"where pictures go ({OUTPUT})")
    parser.add_argument("--fecha", type=date.fromisoformat, default=date(2026, 3, 17), help="what day it is in them")
    parser.add_argument("--readme", action="store_true", help="draw only the picture of the README, in its place")
    parser.add_argument("--manual", action="store_true", help="draw only the pictures of the manual, in their place")
    parser.add_argument("--large", action="store_true", help=argparse.SUPPRESS)  # the process with scale 2
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="promueve-capturas-") as home:
        tour = Tour(Path(home), asked.fecha)
        if asked.readme:
            return draw_readme(tour)
        if asked.manual:
            draw_manual(tour)
            return 0
        if asked.large:
            draw_large(tour, asked.folder)
            return 0
        draw_all(tour, asked.folder)
    command = [sys.executable, __file__, str(asked.folder), "--fecha", asked.fecha.isoformat(), "--large"]
    done = subprocess.call(command, env={**os.environ, "QT_SCALE_FACTOR": "2"})
    print(f"{len(list(asked.folder.rglob('*.png')))} pictures in {asked.folder}")
    return done


def draw_all(tour: Tour, folder: Path) -> None:
    """Draw everything at 100 %."""
    for theme in ("claro", "oscuro"):
        with opened_window(tour, theme) as window:
            tour.draw_start(window, folder / theme)
        for project in ("vacio", "ejemplo"):
            with opened_window(tour, theme, project) as window:
                tour.draw_pages(window, folder / theme / project)
                if project == "ejemplo":
                    tour.draw_dialogs(window, folder / theme / "dialogos")
        for name, size in SIZES.items():
            with opened_window(tour, theme, "ejemplo") as window:
                window.resize(*size)
                draw_views(window, folder / theme / f"plan{name}", tour.today)


def draw_large(tour: Tour, folder: Path) -> None:
    """Draw the pages of the sample project at the scale that this process was started with."""
    with opened_window(tour, "claro", "ejemplo") as window:
        tour.draw_pages(window, folder / "claro" / "ejemplo-200", every_tab=False)
    with opened_window(tour, "oscuro", "ejemplo") as window:
        draw_views(window, folder / "oscuro" / "plan-200", tour.today)


def draw_readme(tour: Tour) -> int:
    """Draw step 1 of the sample project where the README shows it."""
    with opened_window(tour, "claro", "ejemplo") as window:
        tour.draw_page(window, "usuarios", README_PICTURE)
    lighten(README_PICTURE)
    size = README_PICTURE.stat().st_size
    print(f"{README_PICTURE.relative_to(ROOT)}: {size:,} bytes, at most {MOST_README_BYTES:,}")
    return 0 if size <= MOST_README_BYTES else 1


def draw_manual(tour: Tour) -> None:
    """Draw the pages of the sample project where the manual shows them, as wide as its text."""
    with opened_window(tour, "claro", "ejemplo") as window:
        window.resize(*MANUAL_SIZE)
        for clave in MANUAL_PAGES:
            path = MANUAL_PICTURES / f"{clave}.png"
            tour.draw_page(window, clave, path)
            shrink(path, MANUAL_WIDTH)
            lighten(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
