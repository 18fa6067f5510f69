"""The result of receiving a workbook as a document: what it is called, and how it is written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.application.export_documents import RESULTADO, Documento, Resultado, ignore_progress
from promueve_gui.application.nombres_archivo import nombre_de_archivo, nombre_unico
from promueve_gui.application.progress_share import share
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega, Exporter
    from promueve_gui.application.ports import Progress
    from promueve_gui.application.received import Recibido


class ResultWriter(Protocol):
    """Writes what became of one returned workbook."""

    def __call__(self, recibido: Recibido, entrega: Entrega, path: Path, progress: Progress) -> None:
        """Write to ``path``, which is temporary; may be stopped by ``progress``."""


def result_document(recibido: Recibido, usados: set[str] | None = None) -> Documento:
    """Return the document of one result; its name, after that of the file, is not one of ``usados``, and joins them."""
    archivo = recibido.archivo
    nombre = nombre_de_archivo(RESULTADO.nombre.format(archivo=archivo.rpartition(".")[0] or archivo), ".xlsx")
    return Documento(
        clave=RESULTADO.clave,
        titulo=f"{RESULTADO.titulo} «{archivo}»",
        archivo=nombre_unico(nombre, set() if usados is None else usados),
        area=recibido.area,
    )


class ResultSaver:
    """The use case: writes the results of a batch."""

    def __init__(self, exporter: Exporter, writer: ResultWriter) -> None:
        """Take who puts files in their place, and the writer."""
        self._exporter = exporter
        self._writer = writer

    def save(self, recibido: Recibido, entrega: Entrega, path: Path, progress: Progress = ignore_progress) -> None:
        """Write one result to ``path``, over whatever stands there. Raises ``UserError`` and ``Cancelled``."""
        self._exporter.put(path, lambda temporal: self._writer(recibido, entrega, temporal, progress))

    def save_all(
        self, recibidos: Sequence[Recibido], entrega: Entrega, folder: Path, progress: Progress = ignore_progress
    ) -> Resultado:
        """Write each result into ``folder``; one that fails does not stop the others.

        Raises ``UserError`` when no folder can be made, and ``Cancelled``; results finished before that stay.
        """
        self._exporter.make_folder(folder)
        escritos: list[Path] = []
        fallidos: list[UserError] = []
        usados: set[str] = set()
        for lugar, recibido in enumerate(recibidos):
            path = folder / result_document(recibido, usados).archivo
            try:
                self.save(recibido, entrega, path, share(progress, lugar, len(recibidos)))
                escritos.append(path)
            except UserError as error:
                fallidos.append(error)
        return Resultado(escritos=tuple(escritos), fallidos=tuple(fallidos))
