"""The live checklist of one content, and whether it may be approved or published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.lectura import PALABRAS_FRASE_LARGA, frases_largas
from promueve_gui.domain.reglas import contactos, coordinacion, estructura, ligas, publicos
from promueve_gui.domain.texto import contado
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from promueve_gui.domain.conjuntos import Herramienta
    from promueve_gui.domain.contenidos import Contenido
    from promueve_gui.domain.reglas.base import Contexto, Verificacion

ANTES_DE_PUBLICAR = coordinacion.REGLA.id
LECTURA = "lectura"  # the key of what advises on style and is no rule of the Guía


@frozen
class Punto:
    """One line of the checklist: the rule, the field to jump to, and whether it is well.

    ``bloquea`` tells whether the check can bar approval (publication, in R7); it does so while ``ok`` is false.
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


def trabas(contexto: Contexto, contenido: Contenido, estado: EstadoContenido) -> list[Punto]:
    """Return what bars a content from ``estado``, in the order of the checklist; coordination only to publish (R7)."""
    publicar = estado is EstadoContenido.PUBLICADO
    puntos = revisar_contenido(contexto, contenido)
    return [p for p in puntos if p.bloquea and not p.ok and (publicar or p.regla != ANTES_DE_PUBLICAR)]


def trabas_herramienta(herramienta: Herramienta, hoy: date) -> list[str]:
    """Return what bars a tool from being marked as published: coordination with the órgano rector (R7)."""
    return [check.texto for check in coordinacion.verificar(herramienta, hoy) or () if not check.ok]


def puede_aprobarse(contexto: Contexto, contenido: Contenido) -> bool:
    """Tell whether nothing bars approval: public data, direct URL, contact e-mail and every section (R2, R4–R6)."""
    return not trabas(contexto, contenido, EstadoContenido.APROBADO)


def puede_publicarse(contexto: Contexto, contenido: Contenido) -> bool:
    """Tell whether nothing bars publication: what approval asks for, and coordination where it is due (R7)."""
    return not trabas(contexto, contenido, EstadoContenido.PUBLICADO)
