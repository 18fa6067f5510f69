"""What a content for the networks posts on each of them, and how long that is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.conteo import largo_en_red
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.partes_contenido import VarianteRed

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.proyecto import Proyecto

_FIN_URL = r"(?![\w%&=#-]|[./?]\w)"  # «…/camas» is not in «…/camas-uci»


@frozen
class MensajeRed:
    """The message for one network, as it is posted, and its length as the network counts it.

    ``calla_imagen`` tells that the content says it has an image, and no words say here what that shows.
    """

    red: RedSocial
    texto: str
    texto_alternativo: str
    variante: VarianteRed | None
    largo: int
    calla_imagen: bool = False

    @property
    def limite(self) -> int | None:
        """Return how many characters the network takes, ``None`` where that is not known."""
        return self.red.limite or None

    @property
    def sobran(self) -> int | None:
        """Return how many characters there are too many; fewer than zero are still free."""
        return None if self.limite is None else self.largo - self.limite


def variantes(proyecto: Proyecto, contenido: Contenido) -> list[VarianteRed]:
    """Return the variants of a content in use, in the order they came."""
    return [v for v in proyecto.referidos(VarianteRed, "contenido", contenido.id) if v.activo]


def mensajes(proyecto: Proyecto, contenido: Contenido) -> list[MensajeRed]:
    """Return what is posted on each network: that of the content, unless it has a variant, and those of variants."""
    todas = variantes(proyecto, contenido)
    suyas = {una.red: una for una in sorted(todas, key=lambda variante: bool(variante.texto.strip()))}
    redes = dict.fromkeys((contenido.red, *(variante.red for variante in todas)))
    return [
        _mensaje(proyecto, contenido, red, suyas.get(red.id))
        for red in (proyecto.get(RedSocial, identidad) for identidad in redes)
        if red is not None
    ]


def publicado(proyecto: Proyecto, contenido: Contenido, texto: str = "") -> str:
    """Return a message as it is posted: filled in, and the direct URL after it unless it has it already.

    Without ``texto`` it is that of the content.
    """
    dicho = combinar(texto.strip() or contenido.mensaje.strip(), contenido, proyecto)
    return f"{dicho} {url}".strip() if (url := liga_agregada(proyecto, contenido, texto)) else dicho


def liga_agregada(proyecto: Proyecto, contenido: Contenido, texto: str = "") -> str:
    """Return the direct URL that ``publicado`` puts after a message, empty when it puts none."""
    url = contenido.url.strip()
    dicho = combinar(texto.strip() or contenido.mensaje.strip(), contenido, proyecto)
    return "" if re.search(re.escape(url) + _FIN_URL, dicho) else url


def _mensaje(proyecto: Proyecto, contenido: Contenido, red: RedSocial, variante: VarianteRed | None) -> MensajeRed:
    texto = publicado(proyecto, contenido, variante.texto if variante else "")
    alternativo = (variante.texto_alternativo if variante else "").strip() or contenido.texto_alternativo.strip()
    descrita = combinar(alternativo, contenido, proyecto)
    largo = largo_en_red(texto, red.conteo, red.cuenta_url)
    return MensajeRed(red, texto, descrita, variante, largo, contenido.lleva_imagen and not descrita)
