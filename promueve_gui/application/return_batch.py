"""Many returned files at once: read, compared and applied one after another, on a worker. One that fails is told.

It opens no files and shows nothing: reading is given to it, and what comes out waits for somebody's decisions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.mensajes import mensaje
from promueve_gui.application.received import Recibido
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.returns import Returns
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia
    from promueve_gui.domain.ficha import Id, Valor

    ReadReturned = Callable[[Path, Progress | None], LibroDevuelto | None]

DE_WORD = "word_"  # how the codes of what is wrong with a document begin


@frozen(kw_only=True)
class Leido:
    """What reading one file gave: a file of ours, or the sentence that says why not; neither for other files.

    ``firme`` tells that no other reader would make more of it.
    """

    path: Path
    libro: LibroDevuelto | None = None
    rechazo: str = ""
    firme: bool = False

    @property
    def ajeno(self) -> bool:
        """Tell whether it is a file of some other kind, for other readers."""
        return self.libro is None and not self.rechazo


@frozen(kw_only=True)
class Comparado:
    """One file of a batch: how it differs from the project, or the sentence that says why it was left out."""

    archivo: str
    devolucion: Devolucion | None = None
    rechazo: str = ""


@frozen(kw_only=True)
class Recibidos:
    """What became of a batch. ``error`` stopped it before its last file, and says why; what came before stays."""

    aplicados: Sequence[Recibido]
    error: str = ""


def read_all(paths: Sequence[Path], read: ReadReturned, progress: Progress) -> list[Leido]:
    """Read each file; ``progress`` hears how many are done, and may raise ``Cancelled``."""
    leidos = []
    for hechos, path in enumerate(paths):
        progress(hechos, len(paths))
        leidos.append(_read_one(path, read, hechos, len(paths), progress))
    return leidos


def _read_one(path: Path, read: ReadReturned, hechos: int, total: int, progress: Progress) -> Leido:
    try:
        return Leido(path=path, libro=read(path, lambda *_: progress(hechos, total)))
    except UserError as error:
        return Leido(path=path, rechazo=mensaje(error), firme=error.code.startswith(DE_WORD))


def compare_all(returns: Returns, leidos: Sequence[Leido], progress: Progress) -> list[Comparado]:
    """Compare each workbook; the same file twice in a batch is compared once. ``progress`` as in ``read_all``.

    What a file changes that one before it will have changed otherwise is shown as the conflict that it will be.
    """
    vistos: dict[str, str] = {}
    comparados = []
    for hechos, leido in enumerate(leidos):
        progress(hechos, len(leidos))
        libro = leido.libro
        if libro is None:
            comparados.append(Comparado(archivo=leido.path.name, rechazo=leido.rechazo))
        elif libro.huella in vistos:
            repetido = f"Es el mismo archivo que «{vistos[libro.huella]}»; se recibe una sola vez."
            comparados.append(Comparado(archivo=libro.archivo, rechazo=repetido))
        else:
            vistos[libro.huella] = libro.archivo
            comparados.append(compare_one(returns, libro))
    return _foreseen(comparados)


def _foreseen(comparados: Sequence[Comparado]) -> list[Comparado]:
    """Return the files as they will differ once those before them have been taken."""
    tomados: dict[tuple[str, Id, str], Valor] = {}
    vistos = []
    for comparado in comparados:
        devolucion = comparado.devolucion
        if devolucion is not None:
            diferencias = [_after(diferencia, tomados) for diferencia in devolucion.diferencias]
            devolucion = replace(devolucion, diferencias=diferencias)
        vistos.append(replace(comparado, devolucion=devolucion))
    return vistos


def _after(diferencia: Diferencia, tomados: dict[tuple[str, Id, str], Valor]) -> Diferencia:
    if diferencia.tipo is not TipoDiferencia.CAMBIO:
        return diferencia
    anterior = tomados.setdefault((diferencia.entidad, diferencia.id, diferencia.campo), diferencia.suyo)
    if anterior == diferencia.suyo:
        return diferencia
    return replace(diferencia, tipo=TipoDiferencia.CONFLICTO, nuestro=anterior)


def compare_one(returns: Returns, libro: LibroDevuelto, area: Id | None = None) -> Comparado:
    """Compare one workbook; ``area`` is whose it is, when somebody says so."""
    try:
        return Comparado(archivo=libro.archivo, devolucion=returns.compare(libro, area=area))
    except UserError as error:
        return Comparado(archivo=libro.archivo, rechazo=mensaje(error))


def let_go(comparados: list[Comparado]) -> Iterator[Comparado]:
    """Yield each file, and leave it to whoever takes it: what hundreds of them say takes more room than the project."""
    comparados.reverse()
    while comparados:
        yield comparados.pop()


def apply_all(
    returns: Returns,
    comparados: Iterable[Comparado],
    decisiones: Sequence[Mapping[str, Decision]],
    progress: Progress,
) -> Recibidos:
    """Apply each file as an edition of its own; ``decisiones`` are those of each, by key.

    A document of which nobody said what content it is waits until it comes again. Nothing that a file said is kept.
    """
    aplicados: list[Recibido] = []
    try:
        for hechos, (comparado, decididas) in enumerate(zip(comparados, decisiones, strict=True)):
            progress(hechos, len(decisiones))
            if comparado.devolucion is not None and not comparado.devolucion.sin_elegir:
                aplicados.append(Recibido.of(returns.apply(comparado.devolucion, decididas)))
    except UserError as error:
        return Recibidos(aplicados=aplicados, error=mensaje(error))
    return Recibidos(aplicados=aplicados)
