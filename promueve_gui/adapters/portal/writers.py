"""The doors of this folder: a content as a page, as a fragment or as text, in memory and on disk."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from promueve_gui.adapters.portal.html import fragment, page
from promueve_gui.adapters.portal.plain import plain_text
from promueve_gui.adapters.portal.published import published
from promueve_gui.application.content_formats import FRAGMENTO, HTML, TEXTO
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto


def content_fragment(contenido: Contenido, proyecto: Proyecto) -> str:
    """Return a content as a fragment of HTML."""
    return fragment(published(contenido, proyecto))


def content_page(contenido: Contenido, proyecto: Proyecto) -> str:
    """Return a content as a page of HTML."""
    institucion = como_se_aprobo(contenido, proyecto).unico(Institucion)
    autor = contenido.autor.strip() or (institucion.nombre if institucion else "")
    return page(published(contenido, proyecto), combinar(contenido.nombre, contenido, proyecto), autor)


def content_text(contenido: Contenido, proyecto: Proyecto) -> str:
    """Return a content as plain text."""
    return plain_text(published(contenido, proyecto))


def write_page(contenido: Contenido, entrega: Entrega, path: Path) -> None:
    """Write a content to ``path`` as a page of HTML, in UTF-8."""
    path.write_text(content_page(contenido, entrega.proyecto), encoding="utf-8", newline="\n")


def write_fragment(contenido: Contenido, entrega: Entrega, path: Path) -> None:
    """Write a content to ``path`` as a fragment of HTML, in UTF-8."""
    path.write_text(content_fragment(contenido, entrega.proyecto), encoding="utf-8", newline="\n")


def write_text(contenido: Contenido, entrega: Entrega, path: Path) -> None:
    """Write a content to ``path`` as plain text, in UTF-8 with a mark, by which old Windows programs know it."""
    path.write_text(content_text(contenido, entrega.proyecto), encoding="utf-8-sig", newline="\r\n")


WRITERS: Mapping[str, Callable[[Contenido, Entrega, Path], None]] = MappingProxyType(
    {HTML.clave: write_page, FRAGMENTO.clave: write_fragment, TEXTO.clave: write_text}
)
RENDERERS: Mapping[str, Callable[[Contenido, Proyecto], str]] = MappingProxyType(
    {HTML.clave: content_page, FRAGMENTO.clave: content_fragment, TEXTO.clave: content_text}
)
