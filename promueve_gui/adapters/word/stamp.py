"""What a document says of itself so that it is known when it comes back: which fields its paragraphs show.

``stamp_marks`` writes it into the document, ``returned`` reads it; nothing here knows docx.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.adapters.word.text import clean
from promueve_gui.domain import enriquecido
from promueve_gui.domain.bloque_leido import renglones
from promueve_gui.domain.enriquecido import Bloque, Clase
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.texto_devuelto import PARTE, ParrafoEscrito

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

VERSION = 1  # of what the stamp says
P_EXPORTACION, P_CONTENIDO = "Promueve.Exportacion", "Promueve.Contenido"
P_PROYECTO, P_INSTITUCION, P_VERSION = "Promueve.Proyecto", "Promueve.Institucion", "Promueve.Version"
P_HOJA = "Promueve.Hoja"  # followed by a number
P_IMAGENES = "Promueve.Imagenes"
_POR_PROPIEDAD = 25  # prints; Word cuts what is longer than 255 characters
PREFIJO = "_prmv_"  # the underscore keeps bookmarks out of Word's list of them
_LARGO = 40  # characters that Word allows in the name of a bookmark
_RESUMEN = 16  # hexadecimal digits by which long names are told apart
_FIJOS = frozenset({Estilo.SECCION, Estilo.CIERRE})
_CLASES = {Estilo.APARTADO: Clase.TITULO, Estilo.VINETA: Clase.VINETA, Estilo.NUMERO: Clase.NUMERO}


def of_field(campo: str, parrafos: Iterable[Parrafo], etiqueta: str = "") -> list[Parrafo]:
    """Return the paragraphs as lines of a field («cuerpo», «lamina:<id>:puntos»); ``etiqueta`` is no part of it."""
    return [replace(parrafo, campo=campo, etiqueta=etiqueta if campo else "") for parrafo in parrafos]


def above(campo: str, parrafos: Iterable[Parrafo]) -> list[Parrafo]:
    """Return the paragraphs as the heading of a field."""
    return [replace(parrafo, campo=campo, titula=True) for parrafo in parrafos]


def written(parrafos: Iterable[Parrafo]) -> list[ParrafoEscrito]:
    """Return the paragraphs of a document as they are compared with what comes back."""
    nombres = Names()
    hechos: list[ParrafoEscrito] = []
    for parrafo in parrafos:
        marca = nombres.next_for(parrafo)
        hechos += [
            ParrafoEscrito(
                bloque=bloque,
                campo=parrafo.campo,
                titula=parrafo.titula,
                fijo=parrafo.titula or (not parrafo.campo and parrafo.estilo in _FIJOS),
                etiqueta=parrafo.etiqueta if bloque.texto.startswith(parrafo.etiqueta.strip()) else "",
                marca=marca,
                aspecto=parrafo.estilo.name,
            )
            for bloque in renglones(
                Bloque(_CLASES.get(parrafo.estilo, Clase.PARRAFO), _tramos(parrafo), parrafo.numero)
            )
        ]
    return hechos


def _tramos(parrafo: Parrafo) -> tuple[enriquecido.Tramo, ...]:
    return tuple(enriquecido.Tramo(t.texto, t.fuerte, t.enfasis, t.enlace) for t in parrafo.tramos)


class Names:
    """Gives the paragraphs of one document the names of their bookmarks, the same ones every time."""

    def __init__(self) -> None:
        """Begin a document."""
        self._vistos: dict[str, int] = {}

    def next_for(self, parrafo: Parrafo) -> str:
        """Return the bookmark of the next paragraph, empty where it needs none."""
        if not parrafo.campo or parrafo.titula:
            return ""
        lugar = self._vistos[parrafo.campo] = self._vistos.get(parrafo.campo, 0) + 1
        *duenio, nombre = parrafo.campo.split(PARTE)
        de_quien = f"{sha256(PARTE.join(duenio).encode()).hexdigest()[:_RESUMEN]}_" if duenio else ""
        return f"{PREFIJO}{de_quien}{nombre}_{lugar}"[:_LARGO]


def properties(contenido: Contenido, proyecto: Proyecto, exportacion: str) -> dict[str, str]:
    """Return the properties that say which content a document is of, and as which export it leaves, empty for none."""
    institucion = proyecto.unico(Institucion)
    propias = {
        P_EXPORTACION: exportacion,
        P_CONTENIDO: contenido.id,
        P_PROYECTO: institucion.id if institucion else "",
        P_INSTITUCION: institucion.nombre if institucion else "",
        P_VERSION: str(VERSION),
    }
    return {nombre: dicho for nombre, valor in propias.items() if (dicho := clean(valor))}


def sheet_properties(huellas: Sequence[str]) -> dict[str, str]:
    """Return the properties that say what the letterhead said by itself."""
    trozos = [huellas[desde : desde + _POR_PROPIEDAD] for desde in range(0, len(huellas), _POR_PROPIEDAD)]
    return {f"{P_HOJA}{lugar}": " ".join(trozo) for lugar, trozo in enumerate(trozos, start=1)}


def pictures_property(cuantas: int) -> dict[str, str]:
    """Return the property that says how many pictures the body of a document leaves with."""
    return {P_IMAGENES: str(cuantas)}


def pictures_left(propiedades: Mapping[str, str]) -> int | None:
    """Return how many pictures a document left with, ``None`` where an older version wrote it."""
    dichas = propiedades.get(P_IMAGENES, "")
    return int(dichas) if dichas.isascii() and dichas.isdigit() else None


def sheet_prints(propiedades: Mapping[str, str]) -> frozenset[str]:
    """Return the prints that properties hold, none where an older version wrote them."""
    dichas = (valor.split() for nombre, valor in propiedades.items() if nombre.startswith(P_HOJA))
    return frozenset(huella for trozo in dichas for huella in trozo)


def identity_marks(exportacion: str, contenido: str) -> Iterator[str]:
    """Yield bookmarks that say which export of which content it is, for programs that lose document properties."""
    for clase, identidad in (("e", exportacion.partition("/")[0]), ("c", contenido)):
        cifras = identidad.replace("-", "")
        if len(cifras) == 2 * _RESUMEN and cifras.isalnum():
            yield f"{PREFIJO}{clase}_{cifras}"


def identities_of(marcas: Iterable[str]) -> tuple[str, str]:
    """Return the hand-over and the content that bookmarks name, each empty where they do not."""
    dichos = {"e": "", "c": ""}
    for marca in marcas:
        clase, _, cifras = marca.removeprefix(PREFIJO).partition("_")
        if marca.startswith(PREFIJO) and clase in dichos and len(cifras) == 2 * _RESUMEN:
            partes = (cifras[:8], cifras[8:12], cifras[12:16], cifras[16:20], cifras[20:])
            dichos[clase] = "-".join(partes)
    return dichos["e"], dichos["c"]
