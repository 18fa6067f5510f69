"""The first page in figures: counts, remarks and the bimester clock."""

from __future__ import annotations

from datetime import date

import pytest

from promueve_gui.application.overview import overview, reloj_bimestre
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.vocabularios import EstadoContenido, EstadoLinea
from tests.projects import project_of

HOY = date(2026, 12, 19)
URL = "https://datos.ejemplo.gob.mx/aforos.csv"


def sin_feriados(year: int) -> frozenset[date]:
    return frozenset()


def test_the_figures_count_what_is_in_use_and_lead_to_their_lists() -> None:
    proyecto = project_of(
        AreaGeneradora(id="a", nombre="Caminos"),
        GrupoUsuarios(id="g1", nombre="Uno"),
        GrupoUsuarios(id="g2", nombre="Dos", retirado="Repetido"),
        LineaPlan(id="l1", nombre="Boletín", estado=EstadoLinea.HECHA),
        LineaPlan(id="l2", nombre="Mesa", estado=EstadoLinea.CANCELADA),
        LineaPlan(id="l3", nombre="Historia", estado=EstadoLinea.PLANEADA),
        Contenido(id="c1", nombre="Nota", estado=EstadoContenido.PUBLICADO),
        Contenido(id="c2", nombre="Otra", estado=EstadoContenido.BORRADOR),
        Recomendacion(id="r1", folio="R-1"),
        Recomendacion(id="r2", folio="R-2", fecha_respuesta=HOY),
    )
    made = overview(proyecto, HOY, sin_feriados)
    assert [(c.valor, c.nota, c.entidad) for c in made.cifras] == [
        (1, "1 área", "grupo_usuarios"),
        (3, "1 hecha · 1 cancelada", "linea_plan"),
        (2, "1 publicado", "contenido"),
        (1, "2 recibidas", "recomendacion"),
    ]
    assert len(made.revision.resultados) == len(made.revision.citas)
    assert len(made.por_bimestre) == 6


def test_an_empty_project_has_figures_of_zero() -> None:
    made = overview(project_of(), HOY, sin_feriados)
    assert [(c.valor, c.nota) for c in made.cifras] == [
        (0, "0 áreas"),
        (0, "0 hechas"),
        (0, "0 publicados"),
        (0, "0 recibidas"),
    ]
    assert made.proximos == ()


@pytest.mark.parametrize(
    ("hoy", "quedan"),
    [
        (date(2026, 12, 19), "quedan 12 días"),
        (date(2026, 12, 30), "queda 1 día"),
        (date(2026, 12, 31), "hoy termina"),
    ],
)
def test_the_clock_counts_the_days_left(hoy: date, quedan: str) -> None:
    assert reloj_bimestre(project_of(), hoy) == f"Sexto bimestre: {quedan} · falta comunicar"


def test_the_clock_counts_what_was_communicated() -> None:
    una = Publicacion(id="p1", fecha=date(2026, 11, 3), url=URL)
    otra = Publicacion(id="p2", fecha=date(2026, 12, 3), url=URL)
    assert reloj_bimestre(project_of(una), HOY).endswith("· 1 comunicación")
    assert reloj_bimestre(project_of(una, otra), HOY).endswith("· 2 comunicaciones")
