"""R4: a communication carries the direct URL of the data. Checked by its form, never over the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.enlaces import revisar_url
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.reglas.tablero import en_tablero
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.reglas.base import Contexto, Juez

# The types whose direct URL the Guía asks for (dominio §2, step 3); in the others a URL may stay empty.
CON_LIGA = frozenset({TipoContenido.REDES, TipoContenido.BOLETIN, TipoContenido.ESTUDIO})


def verificar(contenido: Contenido) -> list[Verificacion] | None:
    """Return the check of a content's direct URL, or ``None`` when it needs none and has none."""
    if contenido.tipo not in CON_LIGA and not contenido.url:
        return None
    return [_verificar_url(contenido.url)]


def _verificar_url(url: str) -> Verificacion:
    problema = revisar_url(url)
    if problema is None:
        return Verificacion("url", "URL directa de los datos", ok=True)
    return Verificacion("url", problema, bloquea=True)


def _juez(_contexto: Contexto) -> Juez:
    return _juzgar


def _juzgar(registro: Contenido | Publicacion) -> list[Verificacion] | None:
    if isinstance(registro, Publicacion):
        return [_verificar_url(registro.url)]
    return en_tablero(registro, verificar(registro))


REGLA = Regla(
    id="R4",
    paso=3,
    titulo="URL directa en cada comunicación",
    tipos=(Contenido, Publicacion),
    juez=_juez,
)
