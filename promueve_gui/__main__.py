"""The front door: the window when there are no arguments or a lone file, the terminal calls for the rest.

It also says in one sentence what a computer lacks to start Promueve; so it must parse and run on Python 3.7, and may
import nothing heavy, and nothing of the program, before it has looked.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OLDEST_PYTHON = (3, 11)
LIBRARIES = ("PySide6", "openpyxl", "docx", "sqlite_utils", "holidays", "defusedxml", "platformdirs")
ROOT = Path(__file__).resolve().parent.parent
PROJECT = ".promueve"  # as application.open_project says, which an old Python cannot read
NOTHING_DONE = 2
SPELLING = "--ortografia"  # how the window starts the process that it asks about words


def main(argv: Sequence[str]) -> int:
    """Start what ``argv``, the arguments without the program's name, ask for; return the exit code.

    When this Python lacks the libraries and the project's own environment has them, that one is started instead.
    """
    if len(argv) > 1 and argv[0] == SPELLING:
        return _serve_spelling(Path(argv[1]))
    problem = python_problem(sys.version_info[:2])
    absent = missing_libraries(LIBRARIES) if problem is None else []
    if absent:
        own = own_python(ROOT, sys.prefix)
        if own is not None:
            import subprocess  # the only place that needs it, and it takes its time

            return subprocess.call([str(own), str(ROOT / "main.py"), *argv])  # noqa: S603 - our own interpreter, no shell
        problem = libraries_problem(absent)
    window = wants_window(argv)
    if problem is None and window:
        problem = screen_problem(sys.platform, os.environ)
    if problem is not None:
        show(problem)
        return NOTHING_DONE
    return _open_window(argv) if window else _run_call(argv)


def wants_window(argv: Sequence[str]) -> bool:
    """Tell whether the arguments ask for the window: there are none, or all are projects or files.

    Several are what somebody drops on the icon together. Those have an extension: a file called like a call does not
    take its place.
    """
    if len(argv) == 1 and Path(argv[0]).is_file():
        return True
    return all(name.lower().endswith(PROJECT) or (Path(name).suffix and Path(name).is_file()) for name in argv)


def python_problem(version: tuple[int, int]) -> str | None:
    """Return the sentence for a Python that is too old, or ``None``."""
    if version >= OLDEST_PYTHON:
        return None
    return (
        f"Este equipo tiene Python {version[0]}.{version[1]} y Promueve necesita Python 3.11 o más reciente. "
        "Instálelo y vuelva a abrir el programa."
    )


def missing_libraries(names: Sequence[str]) -> list[str]:
    """Return the libraries out of ``names`` that this Python does not have; none of them is imported."""
    return [name for name in names if importlib.util.find_spec(name) is None]


def libraries_problem(absent: Sequence[str]) -> str:
    """Return the sentence for libraries that are not installed."""
    return (
        f"Promueve no puede abrirse porque le faltan componentes: {', '.join(absent)}. Para instalarlos, escriba en la "
        "terminal, dentro de la carpeta de Promueve, «make run» (en Linux) o «uv sync» (en Windows y macOS)."
    )


def own_python(root: Path, prefix: str) -> Path | None:
    """Return the interpreter of the environment kept in ``root``, or ``None`` when there is none or it is running."""
    environment = root / ".venv"
    if Path(prefix).resolve() == environment.resolve():
        return None
    candidates = (environment / "bin" / "python", environment / "Scripts" / "python.exe")
    return next((path for path in candidates if path.is_file()), None)


def screen_problem(platform: str, environment: Mapping[str, str]) -> str | None:
    """Return the sentence for a Linux session without a screen, which Qt would answer by aborting, or ``None``."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not platform.startswith("linux") or any(environment.get(name) for name in named):
        return None
    return (
        "No hay una pantalla donde abrir la ventana de Promueve. Inicie una sesión gráfica, o use las órdenes de "
        "terminal: «python main.py --ayuda» las muestra."
    )


def show(sentence: str) -> None:
    """Show ``sentence`` where whoever started the program can see it: the terminal, and a box on Windows."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, sentence, "Promueve", 0x10)


def _open_window(argv: Sequence[str]) -> int:
    from promueve_gui import bootstrap

    try:
        return bootstrap.run_window([Path(name) for name in argv])
    except ImportError as error:
        show(f"Promueve no puede abrirse porque a este equipo le falta un componente: {error}.")
        return NOTHING_DONE


def _serve_spelling(dictionary: Path) -> int:
    from promueve_gui import bootstrap

    bootstrap.serve_spelling(dictionary)
    return 0


def _run_call(argv: Sequence[str]) -> int:
    from promueve_gui import cli

    return cli.main(list(argv))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
