"""The formats, other than Word, in which a content leaves: for a portal, an office package, or an audience.

A new format is one line here and one writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import documento_de
from promueve_gui.domain.contenidos import FIRMES, Contenido
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.application.export_documents import Documento
    from promueve_gui.domain.proyecto import Proyecto

_TODOS = frozenset(TipoContenido)
_PARA_PORTAL = _TODOS - {TipoContenido.REDES, TipoContenido.PRESENTACION}


@frozen(kw_only=True)
class FormatoContenido:
    """One format: what a menu calls it, what it is for, and which types of content leave in it by the many.

    ``solo`` are the types that can leave in it at all, one by one.
    """

    clave: str
    titulo: str
    menu: str
    descripcion: str
    extension: str
    tipos: frozenset[TipoContenido]
    solo: frozenset[TipoContenido] = _TODOS

    def serves(self, contenido: Contenido) -> bool:
        """Tell whether a content can leave in this format."""
        return self.solo == _TODOS if contenido.tipo is None else contenido.tipo in self.solo


PPTX = FormatoContenido(
    clave="pptx",
    titulo="Presentaciones (PowerPoint)",
    menu="Presentación de PowerPoint…",
    descripcion="Una lámina por cada una que escribió, con sus notas, y otra con la dirección de los datos.",
    extension=".pptx",
    tipos=frozenset({TipoContenido.PRESENTACION}),
    solo=frozenset({TipoContenido.PRESENTACION}),
)
HTML = FormatoContenido(
    clave="html",
    titulo="Páginas HTML",
    menu="Página HTML…",
    descripcion="Páginas completas, sin estilos propios, para abrirlas o subirlas a un portal.",
    extension=".html",
    tipos=_PARA_PORTAL,
)
FRAGMENTO = FormatoContenido(
    clave="fragmento",
    titulo="Fragmentos HTML",
    menu="Fragmento HTML para pegar…",
    descripcion="El texto con sus títulos, listas y ligas, para pegarlo en la página de un portal.",
    extension=".html",
    tipos=_PARA_PORTAL,
)
TEXTO = FormatoContenido(
    clave="texto",
    titulo="Texto simple",
    menu="Texto simple…",
    descripcion="Texto sin formato, para pegarlo donde no se admite otro.",
    extension=".txt",
    tipos=_TODOS,
)
ODT = FormatoContenido(
    clave="odt",
    titulo="Documentos OpenDocument",
    menu="OpenDocument (LibreOffice)…",
    descripcion="Lo mismo que en Word, en el formato abierto que usan LibreOffice y otros programas.",
    extension=".odt",
    tipos=_TODOS,
)
FORMATOS: tuple[FormatoContenido, ...] = (PPTX, HTML, FRAGMENTO, TEXTO, ODT)
POR_CLAVE: Mapping[str, FormatoContenido] = {formato.clave: formato for formato in FORMATOS}


def documento_en(formato: FormatoContenido, contenido: Contenido, usados: set[str] | None = None) -> Documento:
    """Return the document of one content in a format; its name is not one of ``usados``, and joins them."""
    return documento_de(contenido, usados, formato.clave, formato.extension)


def documentos_en(formato: FormatoContenido, proyecto: Proyecto) -> list[Documento]:
    """Return the documents of the contents in use that leave in a format; no two have the same name."""
    usados: set[str] = set()
    return [documento_en(formato, uno, usados) for uno in proyecto.activos(Contenido) if uno.tipo in formato.tipos]


def formatos_de(contenido: Contenido) -> list[FormatoContenido]:
    """Return the formats in which a content can leave, in their order."""
    return [formato for formato in FORMATOS if formato.serves(contenido)]


def sin_aprobar(contenido: Contenido) -> bool:
    """Tell whether a content is a draft for those who get it: nobody approved it yet."""
    return contenido.estado not in FIRMES
