"""Lines of the plan that the rules propose, each with its reason; nothing is added until somebody accepts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.plan_lines import called
from promueve_gui.application.plan_years import plan_year
from promueve_gui.application.proposal_maker import LineaPropuesta, Proponente
from promueve_gui.domain.cambios import alta, nuevos_ids, retiro
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.fechas import add_days, bimestre_de
from promueve_gui.domain.vistas import SugerenciaDescartada
from promueve_gui.domain.vocabularios import ObjetoRegla

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.ports import Feriados, Progress
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.proyecto import Proyecto

__all__ = ["LineaPropuesta", "accept", "dismiss", "horizon", "propose", "propose_again"]

MAXIMO_HORIZONTE = 1100  # days: three years; nobody plans further, and each day costs time


def horizon(proyecto: Proyecto, hoy: date) -> date:
    """Return until when to propose: the end of the program's year, or of the next bimestre when that is later."""
    siguiente = bimestre_de(add_days(bimestre_de(hoy).fin, 1)).fin
    return max(siguiente, date(plan_year(proyecto) or hoy.year, 12, 31))


def propose(
    proyecto: Proyecto, hoy: date, hasta: date, feriados: Feriados, progress: Progress | None = None
) -> list[LineaPropuesta]:
    """Return the lines that the project's rules propose after ``hoy`` and until ``hasta``, by date.

    What is in the plan already, was given up or was dismissed is not proposed; a rule proposes no more than its
    ``tope`` in each period, the most valuable first and each dataset in its turn. Dates stand on working days. Looks
    three years ahead at most. Raises ``Cancelled`` when ``progress`` does.
    """
    reglas = [regla for regla in proyecto.activos(ReglaPlan) if regla.tipo_contenido and regla.canal]
    proponente = Proponente(proyecto, reglas, hoy, min(hasta, add_days(hoy, MAXIMO_HORIZONTE)), feriados)
    propias = [regla for objeto in ObjetoRegla for regla in reglas if regla.objeto is objeto]
    for hechas, regla in enumerate(propias):
        if progress:
            progress(hechas, len(propias))
        proponente.apply(regla)
    return proponente.found()


def accept(propuestas: Sequence[LineaPropuesta]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that put proposals into the plan; each line remembers its rule."""
    ids = nuevos_ids(len(propuestas))
    lineas = [replace(propuesta.linea, id=i) for propuesta, i in zip(propuestas, ids, strict=True)]
    return f"Aceptar {_which(propuestas)}", [alta(linea) for linea in lineas]


def dismiss(propuestas: Sequence[LineaPropuesta], motivo: str, hoy: date) -> tuple[str, list[Cambio]]:
    """Return reason and changes after which these proposals do not come back; ``motivo`` may be empty."""
    descartadas = [
        SugerenciaDescartada(id=i, nombre=propuesta.linea.nombre, motivo=motivo, fecha=hoy, clave=propuesta.clave)
        for propuesta, i in zip(propuestas, nuevos_ids(len(propuestas)), strict=True)
    ]
    return f"Descartar {_which(propuestas)}", [alta(descartada) for descartada in descartadas]


def propose_again(descartadas: Sequence[SugerenciaDescartada]) -> tuple[str, list[Cambio]]:
    """Return reason and changes after which what was dismissed may be proposed again."""
    una = f"«{descartadas[0].nombre}»" if len(descartadas) == 1 else f"{len(descartadas):,} propuestas descartadas"
    retiros = [retiro(descartada, "Se volvió a proponer") for descartada in descartadas]
    return f"Volver a proponer {una}", [hecho for hecho in retiros if hecho is not None]


def _which(propuestas: Sequence[LineaPropuesta]) -> str:
    if len(propuestas) == 1:
        return f"la propuesta «{called(propuestas[0].linea)}»"
    return f"{len(propuestas):,} propuestas"
