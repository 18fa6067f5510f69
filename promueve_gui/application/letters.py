"""Letters that go with the promotion: the oficio with a draft, its cover letter, and the letter to an area.

Their words are templates, Word documents that the institution may change or replace; here is what each one is for and
what stands for each field in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from promueve_gui.application.export_documents import NOMBRES, Documento, Resultado, ignore_progress
from promueve_gui.application.nombres_archivo import nombre_de_archivo, nombre_unico
from promueve_gui.domain.campos_combinados import CAMPOS_COMBINADOS, combinar, enumerar
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.vocabularios import Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega, Exporter
    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.proyecto import Proyecto

CARPETA_OFICIOS = "Oficios y cartas"
_CON_OFICIO = frozenset({TipoContenido.BOLETIN, TipoContenido.HISTORIA})  # what the press office publishes
EN_BLANCO = "__________"  # in the place of what is not known: it is filled in by hand
_FIRMAN = (Rol.ENLACE, Rol.ENLACE_COMUNICACION, Rol.ADMINISTRADOR)


@frozen(kw_only=True)
class PlantillaOficio:
    """A kind of letter: the file name of its template, without ending, what it is called, and of what it speaks.

    ``por_area`` letters go to each area with data to promote; the others go with each bulletin and story.
    """

    clave: str
    nombre: str
    por_area: bool = False


PLANTILLAS: tuple[PlantillaOficio, ...] = (
    PlantillaOficio(clave="oficio", nombre="Oficio a Comunicación Social"),
    PlantillaOficio(clave="carta-presentacion", nombre="Carta de presentación"),
    PlantillaOficio(clave="carta-area", nombre="Carta al área", por_area=True),
)


class LetterWriter(Protocol):
    """Fills in a template by the ``clave`` of its kind."""

    def __call__(
        self, clave: str, valores: Mapping[str, str], entrega: Entrega, path: Path, letterhead: bytes | None
    ) -> tuple[str, ...]:
        """Write to ``path``, which is temporary, on ``letterhead`` or the one that ships.

        Return the fields of the template that nobody knows.

        Raises ``UserError`` for a template that does not serve.
        """


class LetterExporter:
    """The use case: letters under a folder, each whole or not at all."""

    def __init__(self, exporter: Exporter, writer: LetterWriter) -> None:
        """Take how files are put in their place, and how a template is filled in."""
        self._exporter = exporter
        self._writer = writer

    def export_all(
        self, pedidos: Sequence[Documento], entrega: Entrega, folder: Path, progress: Progress = ignore_progress
    ) -> Resultado:
        """Write letters and say which could not be written; see ``Exporter.export_all``."""
        escritos: list[Path] = []
        fallidos: list[UserError] = []
        ajenos: dict[str, tuple[str, ...]] = {}
        for carpeta in {documento.carpeta for documento in pedidos}:
            self._exporter.make_folder(folder / carpeta)
        for lugar, documento in enumerate(pedidos):
            progress(lugar, len(pedidos))
            path = folder / documento.carpeta / documento.archivo
            try:
                ajenos[documento.clave] = self._put(documento, entrega, path)
                escritos.append(path)
            except UserError as error:
                fallidos.append(error)
        progress(len(pedidos), len(pedidos))
        nombres = {plantilla.clave: plantilla.nombre for plantilla in PLANTILLAS}
        avisos = tuple(
            UserError("plantilla_campos", plantilla=nombres[clave], campos=enumerar([f"{{{c}}}" for c in campos]))
            for clave, campos in ajenos.items()
            if campos
        )
        return Resultado(escritos=tuple(escritos), fallidos=tuple(fallidos), avisos=avisos)

    def _put(self, documento: Documento, entrega: Entrega, path: Path) -> tuple[str, ...]:
        valores = letter_values(documento, entrega)
        membrete = entrega.membrete_de(entrega.proyecto.get(Contenido, documento.contenido))  # as its content leaves
        ajenos: tuple[str, ...] = ()

        def write(temporal: Path) -> None:
            nonlocal ajenos
            ajenos = self._writer(documento.clave, valores, entrega, temporal, membrete)

        self._exporter.put(path, write)
        return ajenos


def letter_documents(proyecto: Proyecto) -> list[Documento]:
    """Return every letter that the project gives; no two have the same name."""
    usados: set[str] = set()
    return [
        Documento(
            clave=plantilla.clave,
            titulo=f"{plantilla.nombre}: {titulo}",
            archivo=nombre_unico(nombre_de_archivo(f"{plantilla.nombre} - {titulo}", ".docx"), usados),
            carpeta=CARPETA_OFICIOS,
            contenido=None if plantilla.por_area else identidad,
            area=identidad if plantilla.por_area else None,
        )
        for plantilla in PLANTILLAS
        for identidad, titulo in _subjects(plantilla, proyecto)
    ]


def letter_values(documento: Documento, entrega: Entrega) -> dict[str, str]:
    """Return what stands for each field of the template of a letter, ``EN_BLANCO`` where nothing is known.

    Raises:
        UserError: ``contenido_no_existe``, when what it speaks of is gone.
    """
    proyecto = entrega.proyecto
    contenido, area = proyecto.get(Contenido, documento.contenido), proyecto.get(AreaGeneradora, documento.area)
    if contenido is None and area is None:
        raise UserError("contenido_no_existe", contenido=documento.titulo)
    institucion = proyecto.unico(Institucion)
    firma = _person(proyecto, *_FIRMAN)
    valores = {
        "hoy": fecha_larga(entrega.momento.date()),
        "ciudad": institucion.ciudad if institucion else "",
        "numero_oficio": "",
        "asunto": documento.titulo,
        "remitente": firma.nombre if firma else "",
        "cargo_remitente": firma.cargo if firma else "",
        "correo_remitente": firma.correo if firma else "",
        **(_of_content(contenido, proyecto, documento.titulo) if contenido else {}),
        **(_of_area(area, proyecto) if area else {}),
    }
    return {campo: valor or EN_BLANCO for campo, valor in valores.items()}


def _subjects(plantilla: PlantillaOficio, proyecto: Proyecto) -> Iterator[tuple[str, str]]:
    """Yield identity and title of each record that a letter of this kind is written about."""
    if plantilla.por_area:
        yield from ((a.id, a.siglas or a.nombre) for a in proyecto.activos(AreaGeneradora) if _promoted(a, proyecto))
    else:
        yield from ((c.id, c.nombre) for c in proyecto.activos(Contenido) if c.tipo in _CON_OFICIO)


def _promoted(area: AreaGeneradora, proyecto: Proyecto) -> list[str]:
    return [c.nombre for c in proyecto.activos(ConjuntoDatos) if c.area == area.id and c.promovible]


def _of_content(contenido: Contenido, proyecto: Proyecto, asunto: str) -> dict[str, str]:
    suyo = como_se_aprobo(contenido, proyecto)  # a letter names the data as the document that goes with it
    valores = {campo.nombre: combinar(campo.marca, contenido, suyo) for campo in CAMPOS_COMBINADOS}
    dichos = {campo: "" if valor == f"{{{campo}}}" else valor for campo, valor in valores.items()}
    destino = _person(proyecto, Rol.COMUNICACION_SOCIAL)
    return {
        **dichos,
        "asunto": combinar(asunto, contenido, suyo),
        "titulo": combinar(contenido.nombre, contenido, suyo),
        "tipo": NOMBRES[contenido.tipo].lower() if contenido.tipo else "",
        "estado": contenido.estado.etiqueta.lower() if contenido.estado else "",
        "destinatario": destino.nombre if destino else "",
        "cargo_destinatario": (destino.cargo if destino else "") or dichos["comunicacion_social"],
    }


def _of_area(area: AreaGeneradora, proyecto: Proyecto) -> dict[str, str]:
    institucion = proyecto.unico(Institucion) or Institucion(id="")
    return {
        "area": area.nombre,
        "destinatario": area.responsable,
        "cargo_destinatario": area.nombre,
        "conjuntos": enumerar(_promoted(area, proyecto)),
        "institucion": institucion.nombre,
        "siglas": institucion.siglas,
        "anio": str(institucion.anio or ""),
        "contacto": institucion.correo_contacto,
        "sitio": institucion.sitio,
        "comunicacion_social": institucion.direccion_comunicacion,
    }


def _person(proyecto: Proyecto, *roles: Rol) -> Persona | None:
    """Return who has the first of the roles that somebody has."""
    personas = proyecto.activos(Persona)
    return next((p for rol in roles for p in personas if p.rol is rol), None)
