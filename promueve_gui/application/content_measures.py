"""What is measured of a content while it is written: length, and how it reads. Advises and never blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.lectura import Extension, cuartillas, extension, inflesz, largo_en_red, legibilidad
from promueve_gui.domain.reglas.estructura import CUARTILLAS, mensaje_de_red, texto_de
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.lectura import Inflesz
    from promueve_gui.domain.reglas import Contexto


@frozen
class Medida:
    """A length in words, and how it compares with what is expected: ``None`` while there is nothing to compare."""

    texto: str
    grado: Extension | None = None


def medir(contexto: Contexto, contenido: Contenido) -> Medida | None:
    """Return the length of a content in the unit of its type; ``None`` for types without an expected length.

    Characters as the chosen network counts them, or cuartillas of the profile («about 1», «about 2»; dominio §6).
    """
    if contenido.tipo is TipoContenido.REDES:
        return _en_caracteres(contexto, contenido)
    esperada = CUARTILLAS.get(contenido.tipo) if contenido.tipo else None
    if esperada is None:
        return None
    medida = cuartillas(texto_de(contenido), contexto.perfil.caracteres_cuartilla)
    if not medida:
        return Medida(f"Se espera cerca de {esperada} {'cuartilla' if esperada == 1 else 'cuartillas'}")
    grado = extension(medida, esperada)
    corta = grado is Extension.FUERA and medida < esperada
    detalle = "Todavía es corto" if corta else grado.etiqueta
    unidad = "cuartilla" if medida == 1 else "cuartillas"
    return Medida(f"{medida:g} {unidad} de {esperada} · {detalle}", grado)


def _en_caracteres(contexto: Contexto, contenido: Contenido) -> Medida:
    red = contexto.proyecto.get(RedSocial, contenido.red)
    largo = largo_en_red(mensaje_de_red(contenido), red.cuenta_url if red else None)
    if red is None or not red.limite:
        return Medida(f"{largo:,} caracteres · elija la red para ver su límite")
    sobran = largo - red.limite
    detalle = f"sobran {sobran:,}" if sobran > 0 else f"quedan {-sobran:,}"
    grado = Extension.FUERA if sobran > 0 else Extension.ADECUADA
    return Medida(f"{largo:,} de {red.limite:,} caracteres en {red.nombre} · {detalle}", grado)


@frozen
class Legibilidad:
    """How a text reads: perspicuity from 0 to 100, and its degree on the INFLESZ scale."""

    indice: float
    grado: Inflesz

    @property
    def texto(self) -> str:
        """Return both as people read them: «INFLESZ 52 · algo difícil»."""
        return f"INFLESZ {self.indice:.0f} · {self.grado.etiqueta}"


def leer_contenido(contenido: Contenido) -> Legibilidad | None:
    """Return how the text of a content reads; ``None`` while it has no words."""
    indice = legibilidad(texto_de(contenido))
    return None if indice is None else Legibilidad(indice, inflesz(indice))
