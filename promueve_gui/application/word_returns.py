"""Documents of Word that come back: of which content and export each is, and how it differs from both.

Works on whichever thread has the session. It opens no files: readers give it what a document says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from promueve_gui.application.content_formats import ODT
from promueve_gui.domain.alineacion import palabras, parecido
from promueve_gui.domain.campos_combinados import texto_leido
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO, Contenido
from promueve_gui.domain.devolucion import check_institution
from promueve_gui.domain.diferencias import Devolucion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.ficha import campos_ricos
from promueve_gui.domain.texto_devuelto import Candidato
from promueve_gui.domain.visto import Memoria, Visto
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.domain.vuelta_texto import PartesTexto, compare_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.application.ports import Exportacion, Recepcion
    from promueve_gui.application.session import Session
    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.pasado import Pasado
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import Componer, TextoDevuelto

# Of the past only these tables matter to what a document says.
DEL_DOCUMENTO = frozenset(
    {
        "contenido",
        "lamina",
        "variante_red",
        "conjunto_datos",
        "herramienta",
        "area_generadora",
        "persona",
        "institucion",
        "perfil",
        "red_social",
    }
)
SIN_CONTENIDO = "El archivo no dice de qué contenido es; elija cuál y se compara con él."
SIN_EXPORTACION = (
    "El archivo no dice de qué exportación es; se comparó solo con lo que el contenido dice hoy, y lo que difiere se "
    "pregunta."
)
_AJENA = (
    "El archivo es de una exportación que este proyecto no registró; se comparó solo con lo que el contenido dice hoy, "
    "y lo que difiere se pregunta."
)
_APROBADO = "El contenido está aprobado: si toma algún cambio, vuelve a revisión."
_PUBLICADO = "El contenido ya está publicado: lo que se tome no cambia lo que salió."
_RETIRADO = "El contenido está retirado del proyecto."
_DOCUMENTOS = frozenset({"contenido", ODT.clave})  # the open format comes back saved as one of Word


def candidates(proyecto: Proyecto, texto: TextoDevuelto) -> list[Candidato]:
    """Return the contents in use, those that look most like a document first."""
    suyas = palabras(parrafo.bloque.texto for parrafo in texto.parrafos)
    hallados = [
        Candidato(contenido.id, contenido.titulo, parecido(palabras(_said(contenido, proyecto)), suyas))
        for contenido in proyecto.activos(Contenido)
    ]
    return sorted(hallados, key=lambda candidato: -candidato.parecido)


def _said(contenido: Contenido, proyecto: Proyecto) -> Iterator[str]:
    propios = campos_ricos(Contenido) if contenido.tipo is None else CUERPO_POR_TIPO[contenido.tipo]
    return (texto_leido(contenido, nombre, proyecto) for nombre in ("nombre", *propios))


class WordReturns:
    """Compares a batch of documents, with one walk back through the bitácora."""

    def __init__(self, session: Session, componer: Componer) -> None:
        """Take the open project, and what tells which paragraphs the document of a content has."""
        self._session = session
        self._componer = componer
        self._past: Pasado | None = None

    def compare(self, libro: LibroDevuelto, recibidas: Sequence[Recepcion], dado: Id | None = None) -> Devolucion:
        """Return how a document differs from its content; without any differences while nobody knows which that is.

        ``dado`` is the content that somebody chose, for a document that does not say; ``recibidas`` are the files of
        the same export that came before.

        Raises:
            UserError: ``libro_de_otra_institucion``, or ``word_de_otro_proyecto`` when its content is not here.
        """
        session = self._session
        proyecto = session.proyecto
        check_institution(proyecto, libro)
        exportacion = session.find_export(libro.sello.exportacion) if libro.sello.exportacion else None
        identidad = self.content_of(libro, dado)
        candidatos = () if libro.texto is None or _says(libro) else candidates(proyecto, libro.texto)
        if identidad is None:
            return Devolucion(
                libro=libro,
                area=None,
                diferencias=(),
                iguales={},
                conservados=0,
                problemas=libro.problemas,
                avisos=[SIN_CONTENIDO],
                posicion=session.position,
                candidatos=candidatos,
            )
        contenido = proyecto.get(Contenido, identidad)
        if contenido is None:
            raise UserError("word_de_otro_proyecto", archivo=libro.archivo)
        partes = PartesTexto(
            contenido=identidad,
            nuestro=proyecto,
            base=None if exportacion is None else self._state(exportacion.asiento),
            memoria=Memoria((recibida.asiento, Visto.of_text(recibida.visto)) for recibida in recibidas),
            componer=self._componer,
        )
        avisos = [*self._notices(libro, exportacion), *_standing(contenido)]
        return replace(compare_text(libro, partes, avisos, session.position), candidatos=candidatos)

    def content_of(self, libro: LibroDevuelto, dado: Id | None = None) -> Id | None:
        """Return which content a document is of: as the project noted, as it says itself, or as somebody says."""
        exportacion = self._session.find_export(libro.sello.exportacion) if libro.sello.exportacion else None
        documento = libro.sello.documento if exportacion is None else exportacion.documento
        clave, _, identidad = documento.partition(":")
        return identidad if clave in _DOCUMENTOS else dado

    def _state(self, asiento: int) -> Proyecto:
        if self._past is None or self._past.asiento < asiento:
            self._past = self._session.past(DEL_DOCUMENTO)
        return self._past.en(asiento)

    def _notices(self, libro: LibroDevuelto, exportacion: Exportacion | None) -> Iterator[str]:
        if exportacion is None:
            yield _AJENA if libro.sello.exportacion else SIN_EXPORTACION
        elif (ultima := self._session.exports()[exportacion.documento]) > exportacion.momento:
            salio, despues = (fecha_corta(m.astimezone().date()) for m in (exportacion.momento, ultima))
            yield f"Este archivo salió el {salio} y el {despues} se exportó otro; se comparó con lo que este traía."


def _says(libro: LibroDevuelto) -> bool:
    """Tell whether a document says itself of which content it is."""
    return libro.sello.documento.partition(":")[0] in _DOCUMENTOS


def _standing(contenido: Contenido) -> Iterator[str]:
    """Yield what people should know of a content before they change it."""
    if not contenido.activo:
        yield _RETIRADO
    elif contenido.estado is EstadoContenido.APROBADO:
        yield _APROBADO
    elif contenido.estado is EstadoContenido.PUBLICADO:
        yield _PUBLICADO
