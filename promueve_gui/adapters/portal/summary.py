"""What a list of news says of a content: its title, how it begins, and where the rest and the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, paragraphs, rich_paragraphs
from promueve_gui.adapters.word.closing import data_lines
from promueve_gui.adapters.word.text import Tramo, web_target
from promueve_gui.application.content_formats import sin_aprobar
from promueve_gui.application.export_documents import SIN_REVISAR
from promueve_gui.application.publications import publicaciones_de
from promueve_gui.domain.campos_combinados import combinar, combinar_rico
from promueve_gui.domain.contenidos import CUERPO_POR_TIPO
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.ficha import campos_ricos
from promueve_gui.domain.reglas.estructura import laminas

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.partes_contenido import Lamina
    from promueve_gui.domain.proyecto import Proyecto

LEER = "Leer completo"


def summary(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the paragraphs of a content in a list of news; what nobody approved yet says so in its title."""
    marca = f"{SIN_REVISAR}: " if sin_aprobar(contenido) else ""
    publicadas = [uno.url_publicada for uno in publicaciones_de(proyecto, contenido.id)]
    direccion = next(filter(None, map(web_target, publicadas)), "")
    proyecto = como_se_aprobo(contenido, proyecto)
    return [
        *paragraphs(Estilo.SECCION, marca + combinar(contenido.nombre, contenido, proyecto)),
        *_lead(contenido, proyecto),
        *([Parrafo(Estilo.TEXTO, (Tramo(LEER, direccion),))] if direccion else []),
        *data_lines(contenido, proyecto, direccion)[1:],
    ]


def _lead(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the first paragraph that a content says, or the titles of the slides of one without text."""
    for nombre in CUERPO_POR_TIPO[contenido.tipo] if contenido.tipo else ():
        if nombre in campos_ricos(type(contenido)):
            bloques = combinar_rico(getattr(contenido, nombre), contenido, proyecto)
            dichos = [p for p in rich_paragraphs(Estilo.TEXTO, bloques) if p.estilo is Estilo.TEXTO]
            if dichos:
                return dichos[:1]
    return [parrafo for lamina in laminas(proyecto, contenido) for parrafo in _title(lamina, contenido, proyecto)]


def _title(lamina: Lamina, contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    return paragraphs(Estilo.VINETA, combinar(lamina.nombre, contenido, proyecto))
