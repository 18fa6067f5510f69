"""The workbooks that a large institution gets back: each area's groups as they were sent, some edited, others added."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from measures.large_project import PEOPLE, PLACES, YEAR, identity
from promueve_gui import bootstrap
from promueve_gui.application.export_documents import Entrega, documentos_formato
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro

EDITED_EVERY = 20  # of the rows that were sent, one is edited
NAMES = 1500  # different names of groups: areas name the same ones, some of them spelt otherwise


@dataclass(frozen=True)
class Batch:
    """How many workbooks come back, and how many rows each has: half were sent, half are new."""

    books: int = 300
    rows: int = 1000


TINY = Batch(books=3, rows=20)


def write_batch(project: Path, folder: Path, batch: Batch) -> list[Path]:
    """Make a project, send a workbook to each area, and write what each returns to ``folder``."""
    opener = bootstrap.build_opener()
    areas = [AreaGeneradora(id=identity("area", n), nombre=f"Dirección General {n}") for n in range(batch.books)]
    sent = [_group(area, n, place) for place, area in enumerate(areas) for n in range(batch.rows // 2)]
    institution = Institucion(id=identity("institucion", 0), nombre="Secretaría de Ejemplo", siglas="SEJ", anio=YEAR)
    opener.create(project, [institution, *areas, *sent])
    session = opener.open(project)
    entrega = Entrega(proyecto=session.snapshot(), momento=bootstrap.now())
    position = session.position
    documents = documentos_formato(areas)
    for document in documents:
        session.record_export(document.identidad, document.archivo, position, entrega.exportacion(document.identidad))
    session.close()
    exporter, paths = bootstrap.build_exporter(), []
    for place, (area, document) in enumerate(zip(areas, documents, strict=True)):
        theirs = [_group(area, n, place, edited=n % EDITED_EVERY == 0) for n in range(batch.rows // 2)]
        theirs += [_group(area, n, place) for n in range(batch.rows // 2, batch.rows)]
        returned = replace(entrega, proyecto=_project(institution, area, *theirs))
        paths.append(folder / document.archivo)
        exporter.export(document, returned, paths[-1])
    return paths


def _project(*records: Registro) -> Proyecto:
    tables: dict[str, dict[str, Registro]] = {}
    for record in records:
        tables.setdefault(record.ENTIDAD, {})[record.id] = record
    return Proyecto(tables)


def _group(area: AreaGeneradora, n: int, place: int, *, edited: bool = False) -> GrupoUsuarios:
    kind = (n * 7 + place) % NAMES
    name = f"{PEOPLE[kind % len(PEOPLE)]} de {PLACES[kind % len(PLACES)]} {kind} {n}"
    return GrupoUsuarios(
        id=identity("grupo", place * 10_000 + n),
        nombre=name.upper() if place % 7 == 0 else name,
        clase=list(ClaseGrupo)[n % len(ClaseGrupo)],
        area=area.id,
        ejes=frozenset({list(Eje)[n % len(Eje)]}),
        descripcion="Buscan datos por municipio para sus propios estudios y servicios.",
        poder=1 + n % 5,
        interes=1 + n // 5 % 5,
        notas=f"Se reúnen cada mes; contacto {n}" if edited else "",
    )
