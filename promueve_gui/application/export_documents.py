"""Handing over: which documents a project gives, under which names, and how they are written whole or not at all.

Works on a snapshot in any thread. It knows no format: writers are given to it, and files are left to a port.
"""

from __future__ import annotations

from dataclasses import field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeAlias

from promueve_gui.application.agenda_options import OpcionesAgenda, Recuerdos
from promueve_gui.application.letterheads import default_letterhead, letterhead_of
from promueve_gui.application.nombres_archivo import nombre_de_archivo, nombre_unico
from promueve_gui.application.progress_share import share
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.contenidos import FIRMES, Contenido
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Persona
from promueve_gui.domain.reparto_plan import Reparto
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from promueve_gui.application.ports import AtomicFiles, Progress
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto

    # Writes one content in a format other than Word, to a path that is temporary; may raise UserError.
    FormatWriter: TypeAlias = Callable[[Contenido, "Entrega", Path, Progress], None]

CARPETA_CONTENIDOS = "Contenidos"


@frozen(kw_only=True)
class Entrega:
    """What a writer is told: a snapshot, the moment (aware, local) that documents show, and what was chosen.

    ``personales`` asks for data of persons, left out otherwise (dominio §8); ``membretes`` are the letterheads of the
    institution by identity, each a ``.docx``: without one, the one that ships serves; ``membrete`` is one that this
    time goes before all of them. ``vence`` is the day by which areas are asked to return their formats. ``por_mes``
    asks for a sheet per month in the plan; ``agenda`` is how its calendar is made, and ``recuerdos`` what earlier ones
    told of. ``parte`` is the part of the plan that is written («area:<id>»), empty for all of it. ``plantilla`` is the
    institution's own template of presentations, a ``.pptx``; ``None`` for the one that ships. ``identidad`` tells this
    hand-over from others.
    """

    proyecto: Proyecto
    momento: datetime
    personales: bool = False
    membretes: Mapping[Id, bytes] = field(default_factory=dict)
    membrete: bytes | None = None
    vence: date | None = None
    por_mes: bool = False
    agenda: OpcionesAgenda = OpcionesAgenda()
    recuerdos: Recuerdos = Recuerdos()
    parte: str = ""
    plantilla: bytes | None = None
    identidad: Id = field(default_factory=nuevo_id)

    def membrete_de(self, contenido: Contenido | None) -> bytes | None:
        """Return the letterhead of a content, or of what speaks of none; ``None`` for the one that ships."""
        if self.membrete is not None:
            return self.membrete
        elegido = default_letterhead(self.proyecto) if contenido is None else letterhead_of(self.proyecto, contenido)
        return None if elegido is None else self.membretes.get(elegido.id)

    def exportacion(self, documento: str) -> Id:
        """Return the identity under which ``documento`` leaves: file and project meet by it."""
        return f"{self.identidad}/{documento}"


class BookWriter(Protocol):
    """Writes one document about the whole project."""

    def __call__(self, entrega: Entrega, path: Path, progress: Progress) -> None:
        """Write to ``path``, which is temporary; may be stopped by ``progress``."""


class ContentWriter(Protocol):
    """Writes one content as a text document."""

    def __call__(
        self, contenido: Contenido, proyecto: Proyecto, path: Path, letterhead: bytes | None, exportacion: Id
    ) -> None:
        """Write to ``path``, which is temporary, a document that carries the identity ``exportacion``.

        Raises ``UserError`` for a letterhead that does not serve.
        """


class AreaWriter(Protocol):
    """Writes the document of one area."""

    def __call__(self, area: Id, entrega: Entrega, path: Path, progress: Progress) -> None:
        """Write to ``path``, which is temporary; may be stopped by ``progress``."""


@frozen(kw_only=True)
class TipoDocumento:
    """A kind of document about the whole project or an area. ``nombre`` is the pattern of its file name."""

    clave: str
    titulo: str
    descripcion: str
    nombre: str
    extension: str


MAPA = TipoDocumento(
    clave="mapa",
    titulo="Mapa de usuarios",
    descripcion="Grupos de usuarios de la institución, por área, con su análisis y el diccionario de columnas.",
    nombre="Mapa de usuarios {siglas} {anio}",
    extension=".xlsx",
)
PLAN = TipoDocumento(
    clave="plan",
    titulo="Plan de promoción",
    descripcion="Actividades del plan, calendario, cobertura de grupos y conjuntos, y catálogos para llenarlo.",
    nombre="Plan de promoción {siglas} {anio}",
    extension=".xlsx",
)
AGENDA = TipoDocumento(
    clave="agenda",
    titulo="Calendario del plan",
    descripcion="Las actividades con fecha, para el calendario de Outlook, Google o el teléfono.",
    nombre="Calendario {siglas} {anio}",
    extension=".ics",
)
PLAN_PDF = TipoDocumento(
    clave="plan_pdf",
    titulo="Plan de promoción (PDF)",
    descripcion="Las actividades por mes, para imprimir.",
    nombre="Plan de promoción {siglas} {anio}",
    extension=".pdf",
)
CALENDARIO_PDF = TipoDocumento(
    clave="calendario_pdf",
    titulo="Calendario del plan (PDF)",
    descripcion="Una página por mes, para imprimir.",
    nombre="Calendario del plan {siglas} {anio}",
    extension=".pdf",
)
# All the ways in which the plan is handed over.
DEL_PLAN: tuple[TipoDocumento, ...] = (PLAN, PLAN_PDF, CALENDARIO_PDF, AGENDA)
# A new document about the whole project is one line here and one writer.
DOCUMENTOS: tuple[TipoDocumento, ...] = (MAPA, PLAN)
FORMATO = TipoDocumento(
    clave="formato",
    titulo="Formato del área",
    descripcion="Libro que cada área llena con sus grupos de usuarios y lo que usan, y devuelve por correo.",
    nombre="Grupos de usuarios {area}",
    extension=".xlsx",
)
RESULTADO = TipoDocumento(
    clave="resultado",
    titulo="Resultado de",
    descripcion="Qué pasó con cada renglón de un libro que se recibió, para enviarlo de regreso a quien lo llenó.",
    nombre="Resultado - {archivo}",
    extension=".xlsx",
)

# What a content of each type is called outside: in the name of its file, and in what is written about it.
NOMBRES: Mapping[TipoContenido, str] = {
    **{tipo: tipo.etiqueta for tipo in TipoContenido},
    TipoContenido.BOLETIN: "Comunicado",
    TipoContenido.HISTORIA: "Historia de uso",
}
SIN_REVISAR = "BORRADOR"  # before the file name of what nobody approved yet, so that it is not taken for final
_CONTENIDO = "contenido"


@frozen(kw_only=True)
class Documento:
    """A file that can be exported now: its kind, what people call it, and the folder and name it should have.

    ``contenido`` is the identity of the content in a text document, ``area`` that of the area in its format, ``parte``
    the part of the plan («area:<id>»); ``carpeta`` is relative, empty for none.
    """

    clave: str
    titulo: str
    archivo: str
    carpeta: str = ""
    contenido: Id | None = None
    area: Id | None = None
    parte: str = ""

    @property
    def identidad(self) -> str:
        """Return what tells it from others, whatever its file is called: «mapa», «contenido:<id>», «plan:area:<id>»."""
        de_quien = self.contenido or self.area or self.parte
        return f"{self.clave}:{de_quien}" if de_quien else self.clave


@frozen(kw_only=True)
class Resultado:
    """What became of an export of several documents: files written, and what stopped each of the others.

    ``avisos`` is what to look at in those that were written.
    """

    escritos: tuple[Path, ...]
    fallidos: tuple[UserError, ...]
    avisos: tuple[UserError, ...] = ()


def documentos(proyecto: Proyecto) -> list[Documento]:
    """Return every document that the project gives: map, plan, and a text per content."""
    return [*documentos_generales(proyecto), *documentos_word(proyecto)]


def documentos_generales(proyecto: Proyecto) -> list[Documento]:
    """Return the documents about the whole project, in the order of ``DOCUMENTOS``."""
    institucion = proyecto.unico(Institucion)
    siglas = institucion.siglas if institucion else ""
    anio = institucion.anio if institucion and institucion.anio else ""
    return [
        Documento(
            clave=tipo.clave,
            titulo=tipo.titulo,
            archivo=nombre_de_archivo(tipo.nombre.format(siglas=siglas, anio=anio), tipo.extension),
        )
        for tipo in DOCUMENTOS
    ]


def documentos_word(proyecto: Proyecto) -> list[Documento]:
    """Return a text document per content in use whose type is known; no two have the same name."""
    usados: set[str] = set()
    return [documento_de(contenido, usados) for contenido in proyecto.activos(Contenido) if contenido.tipo]


def documento_de(
    contenido: Contenido, usados: set[str] | None = None, clave: str = _CONTENIDO, extension: str = ".docx"
) -> Documento:
    """Return the text document of one content, of any type; its name is not one of ``usados``, and joins them.

    The name of what is not approved yet says so. ``clave`` and ``extension`` are those of Word unless told otherwise.
    """
    principio = NOMBRES[contenido.tipo] if contenido.tipo else "Contenido"
    marca = "" if contenido.estado in FIRMES else SIN_REVISAR
    nombre = nombre_de_archivo(f"{marca} {principio} {contenido.numero} {contenido.nombre}", extension)
    return Documento(
        clave=clave,
        titulo=contenido.nombre,
        archivo=nombre_unico(nombre, set() if usados is None else usados),
        carpeta=CARPETA_CONTENIDOS,
        contenido=contenido.id,
    )


def documentos_formato(areas: Iterable[AreaGeneradora]) -> list[Documento]:
    """Return the format of each area; no two have the same name. They leave when asked for, not with everything."""
    usados: set[str] = set()
    return [
        Documento(
            clave=FORMATO.clave,
            titulo=f"{FORMATO.titulo}: {area.nombre}",
            archivo=nombre_unico(
                nombre_de_archivo(FORMATO.nombre.format(area=area.siglas or area.nombre), FORMATO.extension), usados
            ),
            area=area.id,
        )
        for area in areas
    ]


def nombre_de(documento: str, proyecto: Proyecto) -> str:
    """Return what people call the document of an ``identidad``; its kind when the project has none such."""
    tipos = {tipo.clave: tipo.titulo for tipo in (*DOCUMENTOS, *DEL_PLAN)}
    clave, _, identidad = documento.partition(":")
    if clave in tipos and identidad:
        return f"{tipos[clave]}: {nombre_parte(identidad, proyecto)}"
    if clave in {FORMATO.clave, RESULTADO.clave}:
        area = proyecto.titulo(AreaGeneradora.ENTIDAD, identidad)
        return f"{FORMATO.titulo} «{area}»" if clave == FORMATO.clave else f"Resultado de lo que devolvió «{area}»"
    titulos = (proyecto.titulo(tipo.ENTIDAD, identidad) for tipo in (Contenido, AreaGeneradora, GrupoUsuarios))
    return tipos.get(documento) or next(filter(None, titulos), clave)


def nombre_parte(parte: str, proyecto: Proyecto) -> str:
    """Return whose a part of the plan is, as people call it."""
    clase, _, identidad = parte.partition(":")
    if clase == Reparto.PERSONA:
        return proyecto.titulo(Persona.ENTIDAD, identidad) or "sin persona responsable"
    return proyecto.titulo(AreaGeneradora.ENTIDAD, identidad) or "sin área"


def ignore_progress(done: int, total: int) -> None:
    """Take a report of progress that nobody waits for."""


class Exporter:
    """The use case. ``libros`` gives the writer of each ``TipoDocumento`` by its ``clave``."""

    def __init__(
        self,
        files: AtomicFiles,
        libros: Mapping[str, BookWriter],
        contenido: ContentWriter,
        formato: AreaWriter,
        otros: Mapping[str, FormatWriter] = MappingProxyType({}),
    ) -> None:
        """Take the port of files and the writers; ``otros`` write contents in other formats, by their ``clave``."""
        self._files = files
        self._otros = otros
        self._libros = libros
        self._contenido = contenido
        self._formato = formato

    def export(self, documento: Documento, entrega: Entrega, path: Path, progress: Progress = ignore_progress) -> None:
        """Write one document to ``path``, over whatever stands there; see ``put``.

        Raises ``UserError`` also for a document that is gone («contenido_no_existe») and what its writer says.
        """
        self.put(path, self._writer(documento, entrega, progress))

    def put(self, path: Path, writer: Callable[[Path], None]) -> None:
        """Let ``writer`` write the file ``path``, over whatever stands there.

        Raises ``UserError`` («exportacion_bloqueada», «exportacion_fallida»), ``Cancelled``, and what ``writer`` does;
        in all cases ``path`` is as it was and nothing else is left.
        """
        try:
            self._files.write_atomically(path, writer)
        except PermissionError as error:
            raise UserError("exportacion_bloqueada", archivo=path.name) from error
        except OSError as error:
            raise UserError("exportacion_fallida", archivo=path.name) from error

    def export_all(
        self,
        pedidos: Sequence[Documento],
        entrega: Entrega,
        folder: Path,
        progress: Progress = ignore_progress,
    ) -> Resultado:
        """Write several documents under ``folder``, each whole or not at all, and say which could not be written.

        One that fails does not stop the others. Raises ``UserError`` when no folder can be made, and ``Cancelled``;
        the documents finished before that stay, the one in hand leaves nothing.
        """
        escritos: list[Path] = []
        fallidos: list[UserError] = []
        for carpeta in {documento.carpeta for documento in pedidos}:
            self.make_folder(folder / carpeta)
        for lugar, documento in enumerate(pedidos):
            path = folder / documento.carpeta / documento.archivo
            try:
                self.export(documento, entrega, path, share(progress, lugar, len(pedidos)))
                escritos.append(path)
            except UserError as error:
                fallidos.append(error)
        return Resultado(escritos=tuple(escritos), fallidos=tuple(fallidos))

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, where missing. Raises ``UserError`` («exportacion_sin_carpeta»)."""
        try:
            self._files.make_folder(folder)
        except OSError as error:
            raise UserError("exportacion_sin_carpeta", carpeta=folder.name) from error

    def _writer(self, documento: Documento, entrega: Entrega, progress: Progress) -> Callable[[Path], None]:
        area = documento.area
        if area is not None:
            return lambda path: self._formato(area, entrega, path, progress)
        if documento.contenido is None:
            libro, suya = self._libros[documento.clave], replace(entrega, parte=documento.parte)
            return lambda path: libro(suya, path, progress)
        contenido = entrega.proyecto.get(Contenido, documento.contenido)
        if contenido is None:
            raise UserError("contenido_no_existe", contenido=documento.titulo)
        exportacion = entrega.exportacion(documento.identidad)
        entrega = replace(entrega, proyecto=como_se_aprobo(contenido, entrega.proyecto))

        def write(path: Path) -> None:
            progress(0, 1)
            if documento.clave in self._otros:
                self._otros[documento.clave](contenido, entrega, path, progress)
            else:
                self._contenido(contenido, entrega.proyecto, path, entrega.membrete_de(contenido), exportacion)
            progress(1, 1)

        return write
