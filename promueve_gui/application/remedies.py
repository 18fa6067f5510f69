"""The one-click remedy of a gap in a content, where there is one: what the project knows already is put in its place.

A remedy is the changes of one edition, so that it is undone like any other. Nothing is made up: a section begins with
what the records say of datasets and groups, as text with merge fields, to be gone on with.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from promueve_gui.application.content_flow import insertables
from promueve_gui.application.content_start import (
    autor_propuesto,
    de_la_herramienta,
    necesidades,
    sector_propuesto,
    titulo_propuesto,
)
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.campos_combinados import conjuntos_citados, sin_valor
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, COORDINACION, Contenido
from promueve_gui.domain.enriquecido import escapar
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.mensajes_red import mensajes
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reglas import publicos

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Punto

INSERTAR, RELLENAR, QUITAR, PROPONER, COPIAR = "Insertar", "Rellenar", "Quitar", "Proponer", "Copiar"
# How a section may begin, said with merge fields; only the lines in which each of them has a value.
COMIENZOS: Mapping[str, str] = MappingProxyType(
    {
        "mensaje": "Ya puede consultar y descargar en datos abiertos: {conjunto}.",
        "sumarios": "Ya son públicos los datos de {conjunto}\nFrecuencia de actualización: {frecuencia}"
        "\nLos genera: {area}",
        "entrada": "{institucion} publica en datos abiertos: {conjunto}.",
        "solucion": "{area} genera y publica en datos abiertos: {conjunto}. Se consulta y descarga en {url}",
    }
)


@frozen
class Remedio:
    """What the button says, and the changes of one content that it makes."""

    texto: str
    valores: tuple[tuple[str, Any], ...]

    def cambios(self, contenido: Contenido) -> list[Cambio | None]:
        """Return the changes of an edition."""
        return [cambio(contenido, **dict(self.valores))]

    def motivo(self, contenido: Contenido) -> str:
        """Return the reason of the edition: «Rellenar «Entrada» en «Camas censables»»."""
        descritos = campos(Contenido)
        nombres = ", ".join(f"«{descritos[nombre].etiqueta}»" for nombre, _ in self.valores)
        return f"{self.texto} {nombres} en «{contenido.nombre}»"


def remedio(proyecto: Proyecto, contenido: Contenido, punto: Punto) -> Remedio | None:
    """Return the remedy of a gap that the checklist found, ``None`` where a person has to write or decide."""
    if punto.ok or punto.campo not in _pedidos(contenido):
        return None
    if punto.campo == "conjuntos" and punto.regla == publicos.REGLA.id:
        return _sin_reservados(proyecto, contenido)
    valor = insertables(proyecto, contenido).get(punto.campo)
    if valor is not None:
        return Remedio(INSERTAR, ((punto.campo, valor),))
    if getattr(contenido, punto.campo):
        return None  # something is written already, and it is not ours to change
    if punto.campo in COORDINACION:
        return _coordinada(proyecto, contenido)
    texto, hacer = _MANERAS.get(punto.campo, (RELLENAR, _comienzo(punto.campo)))
    propuesto = hacer(proyecto, contenido)
    return Remedio(texto, ((punto.campo, propuesto),)) if propuesto else None


def _pedidos(contenido: Contenido) -> tuple[str, ...]:
    return () if contenido.tipo is None else CAMPOS_POR_TIPO[contenido.tipo]


def _sin_reservados(proyecto: Proyecto, contenido: Contenido) -> Remedio:
    """Return how to promote only what may be promoted (R2)."""
    citados = ((identidad, proyecto.get(ConjuntoDatos, identidad)) for identidad in contenido.conjuntos)
    quedan = tuple(i for i, conjunto in citados if conjunto is None or not publicos.motivo_no_promovible(conjunto))
    return Remedio(QUITAR, (("conjuntos", quedan),))


def _coordinada(proyecto: Proyecto, contenido: Contenido) -> Remedio | None:
    """Return how the sheet of a tool takes the coordination that is noted in its record, where that is whole (R7)."""
    if any(getattr(contenido, nombre) for nombre in COORDINACION):
        return None  # another one, perhaps, half noted
    dichos = de_la_herramienta(proyecto, contenido.tipo, contenido.herramienta)
    valores = tuple((nombre, dichos[nombre]) for nombre in COORDINACION if nombre in dichos)
    return Remedio(COPIAR, valores) if valores else None


def _comienzo(campo: str) -> Callable[[Proyecto, Contenido], str]:
    def begin(proyecto: Proyecto, contenido: Contenido) -> str:
        renglones = COMIENZOS.get(campo, "").split("\n")
        return "\n".join(renglon for renglon in renglones if not sin_valor(renglon, contenido, proyecto))

    return begin


def _descripciones(proyecto: Proyecto, contenido: Contenido) -> str:
    """Return what a tool does, or else what the datasets of a content are, as the project describes them."""
    citados = conjuntos_citados(contenido, proyecto)
    dichos = (escapar(" ".join(c.descripcion.split())) for c in citados if c.descripcion.strip())
    return de_la_herramienta(proyecto, contenido.tipo, contenido.herramienta).get("cuerpo", "") or "\n\n".join(dichos)


def _necesidades(proyecto: Proyecto, contenido: Contenido) -> str:
    linea = proyecto.get(LineaPlan, contenido.linea)
    return "" if linea is None else escapar(necesidades(proyecto, linea, contenido.conjuntos))


def _titulo(proyecto: Proyecto, contenido: Contenido) -> str:
    linea = proyecto.get(LineaPlan, contenido.linea)
    return "" if linea is None or contenido.tipo is None else titulo_propuesto(proyecto, linea, contenido.tipo)


def _red(proyecto: Proyecto, _contenido: Contenido) -> str:
    """Return the network, when the institution uses only one."""
    en_uso = [red.id for red in proyecto.activos(RedSocial) if red.en_uso]
    return en_uso[0] if len(en_uso) == 1 else ""


def _alternativo(proyecto: Proyecto, contenido: Contenido) -> str:
    """Return the description of the image that one of the networks has already, its merge fields as they stand."""
    propias = (uno.variante.texto_alternativo for uno in mensajes(proyecto, contenido) if uno.variante)
    return next(filter(str.strip, propias), "")


_MANERAS: Mapping[str, tuple[str, Callable[[Proyecto, Contenido], str]]] = MappingProxyType(
    {
        "nombre": (PROPONER, _titulo),
        "autor": (INSERTAR, lambda proyecto, contenido: autor_propuesto(proyecto, contenido.conjuntos)),
        "sector": (INSERTAR, lambda proyecto, contenido: sector_propuesto(proyecto, contenido.conjuntos)),
        "red": (INSERTAR, _red),
        "texto_alternativo": (COPIAR, _alternativo),
        "antecedentes": (RELLENAR, _descripciones),
        "cuerpo": (RELLENAR, _descripciones),
        "retos": (RELLENAR, _necesidades),
    }
)
