"""What of a content its readers see, wherever it is published: no internal rows, and no notes for whoever speaks.

Bulletins and stories are published as they leave in Word; the sheet of other types is for the institution alone, so
theirs is told anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo, Parrafo, paragraphs, rich_paragraphs
from promueve_gui.adapters.word.closing import contact_lines, data_lines
from promueve_gui.adapters.word.composition import compose
from promueve_gui.domain.campos_combinados import combinar, combinar_rico
from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.datos_fijados import como_se_aprobo
from promueve_gui.domain.mensajes_red import mensajes, publicado
from promueve_gui.domain.reglas.estructura import laminas
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

_COMO_EN_WORD = frozenset({TipoContenido.BOLETIN, TipoContenido.HISTORIA})


def published(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the paragraphs of a content as it is published; what is empty leaves nothing behind."""
    proyecto = como_se_aprobo(contenido, proyecto)
    if contenido.tipo in _COMO_EN_WORD:
        return compose(contenido, proyecto)
    if contenido.tipo is TipoContenido.REDES:
        return _messages(contenido, proyecto)
    herramienta = proyecto.get(Herramienta, contenido.herramienta)
    return [
        *paragraphs(Estilo.TITULO, combinar(contenido.nombre, contenido, proyecto)),
        *rich_paragraphs(Estilo.TEXTO, combinar_rico(contenido.cuerpo, contenido, proyecto)),
        *_slides(contenido, proyecto),
        *paragraphs(Estilo.DATOS, herramienta.url if herramienta else ""),
        *data_lines(contenido, proyecto, herramienta.url if herramienta else ""),
        *contact_lines(contenido, proyecto, prensa=False),
    ]


def _messages(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    """Return the message; where it goes to several networks, each under the name of its own."""
    suyos = mensajes(proyecto, contenido)
    if len({uno.texto for uno in suyos}) <= 1:
        return paragraphs(Estilo.TEXTO, suyos[0].texto if suyos else publicado(proyecto, contenido))
    return [
        parrafo
        for uno in suyos
        for parrafo in (*paragraphs(Estilo.SECCION, uno.red.nombre), *paragraphs(Estilo.TEXTO, uno.texto))
    ]


def _slides(contenido: Contenido, proyecto: Proyecto) -> list[Parrafo]:
    if contenido.tipo is not TipoContenido.PRESENTACION:
        return []
    return [
        parrafo
        for lamina in laminas(proyecto, contenido)
        for parrafo in (
            *paragraphs(Estilo.SECCION, combinar(lamina.nombre, contenido, proyecto)),
            *rich_paragraphs(Estilo.TEXTO, combinar_rico(lamina.puntos, contenido, proyecto)),
        )
    ]
