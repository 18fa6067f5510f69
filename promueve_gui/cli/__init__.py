"""The same use cases without a window: from a terminal, a script or a scheduled task (arquitectura §6).

Whatever happens ends in an exit code and, when nothing was done, one sentence: never in a traceback.
"""

from __future__ import annotations

import gc
import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from promueve_gui import __version__, bootstrap
from promueve_gui.application.mensajes import mensaje
from promueve_gui.cli.arguments import AYUDA, UsageError, parse
from promueve_gui.cli.calls import CALLS, JSON
from promueve_gui.cli.help_text import call_help, general_help
from promueve_gui.cli.self_test import self_test
from promueve_gui.cli.terminal import DONE, FINDINGS, NOTHING_DONE, Terminal, UnsaidError, in_utf8
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["main"]

CONSEJO = "Con --ayuda se muestra cómo se usa."


def main(argv: Sequence[str], out: TextIO | None = None, err: TextIO | None = None) -> int:
    """Do what ``argv`` asks, without the program's name in it, and return the exit code.

    0 done; 1 done with findings or row problems; 2 nothing done, with one line on ``err`` that says why.
    """
    terminal = Terminal(_stream(out, sys.stdout), _stream(err, sys.stderr), for_machines=JSON in argv)
    try:
        with _without_collecting():
            code = _run(argv, terminal)
        terminal.flush()
    except UsageError as error:
        terminal.problem(f"{error} {CONSEJO}")
    except UserError as error:
        terminal.problem(mensaje(error))
    except BrokenPipeError:
        terminal.abandon()
        return DONE
    except UnsaidError:
        terminal.abandon()
        terminal.problem(
            "No se pudo escribir el resultado, aunque lo pedido pudo quedar hecho; revise el espacio en el disco."
        )
        return FINDINGS
    except KeyboardInterrupt:
        terminal.problem("Se interrumpió; el proyecto queda como estaba después del último paso completo.")
    except Exception as error:  # noqa: BLE001 - the last resort: a sentence and a log instead of a traceback
        detalles = bootstrap.log_crash(error)
        terminal.problem(f"Ocurrió un error inesperado y no se completó la orden. Los detalles están en «{detalles}».")
    else:
        return code
    return NOTHING_DONE


def _stream(given: TextIO | None, own: TextIO | None) -> TextIO:
    """Return where to write; a program started on Windows without a console has no stream of its own."""
    return in_utf8(given or own or io.StringIO())


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Do without the garbage collector, which costs an import of thousands of rows a fifth of its time.

    A call lasts a moment, and what it makes is freed by counting references or by its end.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _run(argv: Sequence[str], terminal: Terminal) -> int:
    ordenes = {orden.nombre: orden for orden, _ in CALLS}
    primera = argv[0] if argv else ""
    if primera in AYUDA:
        terminal.line(general_help(ordenes.values()))
        return DONE
    if primera == "--version":
        terminal.line(f"Promueve {__version__}")
        return DONE
    if primera == "--autoprueba":
        return self_test(terminal, Path(argv[1]) if len(argv) > 1 else None)
    if primera in ordenes and not AYUDA.isdisjoint(argv):
        terminal.line(call_help(ordenes[primera]))
        return DONE
    pedido = parse(argv, ordenes)
    return next(do for orden, do in CALLS if orden is pedido.orden)(pedido, terminal)
