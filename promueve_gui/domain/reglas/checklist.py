"""The live checklist of one content, and whether it may be approved or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.lectura import PALABRAS_FRASE_LARGA, frases_largas
from promueve_gui.domain.reglas import contactos, coordinacion, estructura, ligas, publicos
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from promueve_gui.domain.conjuntos import Herramienta
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas.base import Contexto, Verificacion

LECTURA = "lectura"  # the key of what advises on style and is no rule of the Guía


@frozen
class Punto:
    """One line of the checklist: the rule, the field to jump to, and whether it is well.

    ``bloquea`` tells whether the check can bar approval; it does so while ``ok`` is false.
    """

    regla: str
    campo: str
    texto: str
    ok: bool
    bloquea: bool


def revisar_contenido(contexto: Contexto, contenido: Contenido) -> tuple[Punto, ...]:
    """Return the checklist of a content as it stands, saved or not."""
    proyecto = contexto.proyecto
    return (
        *_puntos(publicos.REGLA.id, publicos.verificar(proyecto, contenido)),
        *_puntos(ligas.REGLA.id, ligas.verificar(contenido)),
        *_puntos(contactos.REGLA.id, contactos.verificar(proyecto, contenido)),
        *_puntos(estructura.REGLA.id, estructura.verificar(contexto, contenido)),
        *_puntos(coordinacion.REGLA.id, coordinacion.verificar(contenido, contexto.hoy)),
        *_frases(contexto, contenido),
    )


def _puntos(regla: str, checks: Iterable[Verificacion] | None) -> Iterator[Punto]:
    for check in checks or ():
        yield Punto(regla, check.campo, check.texto, check.ok, check.bloquea)


def _frases(contexto: Contexto, contenido: Contenido) -> Iterator[Punto]:
    texto = estructura.texto_de(contexto.proyecto, contenido)
    if not texto:
        return
    limite = contexto.perfil.frase_larga or PALABRAS_FRASE_LARGA
    cuantas = len(frases_largas(texto, limite))
    sujeto = contado(cuantas, "frase", "frases") if cuantas else "Sin frases"
    campo = "mensaje" if contenido.tipo is TipoContenido.REDES else "cuerpo"
    yield Punto(LECTURA, campo, f"{sujeto} de más de {limite} palabras", ok=not cuantas, bloquea=False)


def trabas(contexto: Contexto, contenido: Contenido) -> list[Punto]:
    """Return what bars a content from being approved, and published, in the order of the checklist."""
    return [punto for punto in revisar_contenido(contexto, contenido) if punto.bloquea and not punto.ok]


def trabas_herramienta(herramienta: Herramienta, hoy: date) -> list[str]:
    """Return what bars a tool from being marked as published: coordination with the órgano rector (R7)."""
    return [check.texto for check in coordinacion.verificar(herramienta, hoy) or () if not check.ok]


def puede_salir(contexto: Contexto, contenido: Contenido) -> bool:
    """Tell whether nothing bars approval: public data, URL, contact, sections, coordination (R2, R4-R7)."""
    return not trabas(contexto, contenido)
