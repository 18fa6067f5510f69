"""Projects and rules for the tests of proposals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from promueve_gui.adapters.calendario import CalendarioOficial
from promueve_gui.application.proposals import propose
from promueve_gui.domain.catalogos import ReglaPlan
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    MomentoRegla,
    ObjetoRegla,
    PeriodoRegla,
    Rol,
    TipoContenido,
)
from tests.application.plan_records import AREA, HOY, PERIODISTAS, PUENTES
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.application.proposals import LineaPropuesta
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto

FIN = date(2026, 12, 31)
FERIADOS = CalendarioOficial()
NUEVO = ConjuntoDatos(id="aforos", nombre="Aforos", area="area", fecha_publicacion=date(2026, 4, 10))
BIBLIOTECAS = GrupoUsuarios(id="bib", nombre="Bibliotecas", clase=ClaseGrupo.SOCIEDAD, area="area")


def regla(identidad: str = "r", **valores: Any) -> ReglaPlan:
    valores = {
        "nombre": "Mensaje",
        "objeto": ObjetoRegla.PUBLICACION,
        "tipo_contenido": TipoContenido.REDES,
        "canal": Canal.REDES,
        "rol_responsable": Rol.ENLACE_COMUNICACION,
        "dias": 1,
        "momento": MomentoRegla.DESPUES,
        "periodo": PeriodoRegla.BIMESTRE,
        **valores,
    }
    return ReglaPlan(id=identidad, **valores)


def project(*registros: Registro) -> Proyecto:
    return project_of(AREA, PERIODISTAS, *registros)


def proposed(*registros: Registro, hoy: date = HOY, hasta: date = FIN) -> list[LineaPropuesta]:
    return propose(project(*registros), hoy, hasta, FERIADOS)


def days(propuestas: Sequence[LineaPropuesta]) -> list[date | None]:
    return [propuesta.linea.fecha for propuesta in propuestas]


def one(*registros: Registro, hoy: date = HOY, hasta: date = FIN) -> LineaPropuesta:
    (propuesta,) = proposed(*registros, hoy=hoy, hasta=hasta)
    return propuesta


def series(cuantos: int, **valores: Any) -> list[ConjuntoDatos]:
    """Return datasets that are updated each month, on different days, the first with most value."""
    return [
        replace(
            PUENTES,
            id=f"c{n}",
            nombre=f"Conjunto {n}",
            fecha_publicacion=date(2025, 1, 5 + n),
            estrategico=n == 0,
            **valores,
        )
        for n in range(cuantos)
    ]


def named(propuestas: Sequence[LineaPropuesta]) -> list[str | None]:
    return [propuesta.linea.conjunto for propuesta in propuestas]


ENERO = date(2026, 1, 1)
