"""Exporting bulletins to Word, against python-docx writing the same paragraphs in its own empty document."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from docx import Document

from measures.report import Figure
from measures.sampling import MILLI, milliseconds
from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, documentos_word
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from promueve_gui.application.export_documents import Documento

MOST_TIMES, MOST_CANCEL = 1.3, 500.0
MANY, FEW = 1_000, 12
WORDS = "datos abiertos puentes caminos inventario municipio lluvia inspección carga mapa comunidad registro".split()
PARTS = 5  # into which both are cut, so that a slow moment hits one like the other


def measure(*, quick: bool) -> list[Figure]:
    """Return the figures of exporting bulletins and of cancelling it."""
    how_many = FEW if quick else MANY
    proyecto = _project(how_many)
    entrega, wanted = Entrega(proyecto=proyecto, momento=bootstrap.now()), documentos_word(proyecto)
    ours = bare = 0.0
    with TemporaryDirectory(prefix="promueve-bench-") as name:
        exporter, folder = bootstrap.build_exporter(), Path(name)
        texts = {d.contenido: _texts(d, proyecto) for d in wanted}
        exporter.export_all(wanted[:1], entrega, folder)  # libraries are imported by whoever comes first
        step = max(how_many // PARTS, 1)
        for start in range(0, how_many, step):
            part = wanted[start : start + step]
            ours += milliseconds(lambda part=part: exporter.export_all(part, entrega, folder))  # type: ignore[misc]  # called at once
            bare += milliseconds(lambda part=part: _write_bare([texts[d.contenido] for d in part], folder))  # type: ignore[misc]  # as above
        cancelled = _cancel(wanted, entrega, folder)
    name = f"Exporting {how_many:,} bulletins to Word"
    return [
        Figure(name=name, ours=ours, bare=bare, most_times=MOST_TIMES),
        Figure(name="Cancelling that, until it stops", ours=cancelled, most=MOST_CANCEL),
    ]


def _project(how_many: int) -> Proyecto:
    rng = random.Random(20260101)  # noqa: S311  # texts to measure, no secret
    proyecto = Proyecto()
    proyecto.apply([alta(Institucion(id="i", nombre="Secretaría de Puentes", siglas="SEPU", correo_prensa="p@e.org"))])
    for number in range(how_many):
        url = f"https://datos.example.org/dataset/puentes/{number}"
        conjunto = ConjuntoDatos(id=f"d{number}", nombre=f"Puentes {number}", url=url)
        proyecto.apply([alta(conjunto), alta(_bulletin(number, conjunto, rng))])
    return proyecto


def _bulletin(number: int, conjunto: ConjuntoDatos, rng: random.Random) -> Contenido:
    paragraphs = [" ".join(rng.choices(WORDS, k=60)) for _ in range(5)]
    return Contenido(
        id=f"c{number}",
        nombre=f"Se abren los datos de puentes {number}",
        tipo=TipoContenido.BOLETIN,
        conjuntos=(conjunto.id,),
        numero=f"{number}/2026",
        fecha=date(2026, 5, 4),
        sumarios="Uno\nDos\nTres",
        entrada=paragraphs[0],
        cuerpo="\n".join(paragraphs[1:]),
        cita="«Los datos son de todos», dijo.",
        correo_contacto="datos@e.org",
    )


def _texts(documento: Documento, proyecto: Proyecto) -> list[str]:
    contenido = proyecto.get(Contenido, documento.contenido)
    parrafos = [] if contenido is None else bootstrap.compose_content(contenido, proyecto)
    return ["".join(tramo.texto for tramo in tramos) for _, tramos in parrafos]


def _write_bare(bulletins: list[list[str]], folder: Path) -> None:
    for place, texts in enumerate(bulletins):
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        document.save(str(folder / f"bare{place}.docx"))


def _cancel(wanted: list[Documento], entrega: Entrega, folder: Path) -> float:
    """Return how long it takes to stop, in milliseconds, when it is asked in the middle of a document."""
    asked: list[float] = []

    def progress(done: int, total: int) -> None:
        if asked:
            raise Cancelled
        if 0 < done < total:
            asked.append(perf_counter())

    with suppress(Cancelled):
        bootstrap.build_exporter().export_all(wanted, entrega, folder, progress)
    return (perf_counter() - asked[0]) * MILLI
