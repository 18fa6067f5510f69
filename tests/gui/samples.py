"""A small made-up institution for the tests of the window: areas, groups, datasets and lines of the plan."""

from __future__ import annotations

from datetime import date

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Acceso, Canal, ClaseGrupo, Eje, EstadoLinea, TipoContenido

CAMINOS = AreaGeneradora(id="caminos", nombre="Dirección de Caminos", siglas="DC")
PUENTES = AreaGeneradora(id="puentes", nombre="Subdirección de Puentes")
AREAS = (CAMINOS, PUENTES)

PLANEACION = GrupoUsuarios(
    id="planeacion",
    nombre="Planeación",
    siglas="DGP",
    clase=ClaseGrupo.DENTRO,
    area="caminos",
    prioritario=True,
    descripcion="Deciden el presupuesto\nde cada año",
    poder=4,
    interes=4,
)
SENADO = GrupoUsuarios(
    id="senado", nombre="Comisión del Senado", clase=ClaseGrupo.GOBIERNO, area="caminos", poder=5, interes=2
)
PRENSA = GrupoUsuarios(
    id="prensa",
    nombre="Periodistas",
    clase=ClaseGrupo.SOCIEDAD,
    area="puentes",
    ejes=frozenset({Eje.TRANSPARENCIA, Eje.CRECIMIENTO}),
    poder=1,
)
ESCUELAS = GrupoUsuarios(id="escuelas", nombre="Escuelas rurales")
GROUPS = (PLANEACION, SENADO, PRENSA, ESCUELAS)

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos vehiculares", area="caminos")
PESAJE = ConjuntoDatos(id="pesaje", nombre="Pesaje de camiones", acceso=Acceso.RESTRINGIDO, razon="Ley de la materia")
DATASETS = (AFOROS, PESAJE)

BOLETIN = LineaPlan(
    id="boletin",
    nombre="Boletín de aforos",
    conjunto="aforos",
    grupos=("prensa", "senado"),
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.CORREO,
    fecha=date(2026, 12, 1),
    estado=EstadoLinea.PLANEADA,
)
TALLER = LineaPlan(
    id="taller",
    nombre="Taller en escuelas",
    grupos=("escuelas",),
    canal=Canal.EVENTOS,
    fecha=date(2026, 2, 5),
    estado=EstadoLinea.HECHA,
)
VISOR = LineaPlan(id="visor", nombre="Visor de carreteras")
LINES = (BOLETIN, TALLER, VISOR)

EVERYTHING = (*AREAS, *GROUPS, *DATASETS, *LINES)


def many_groups(how_many: int) -> list[GrupoUsuarios]:
    """Return numbered groups: every third of government, every tenth without a grade."""
    return [
        GrupoUsuarios(
            id=f"g{number}",
            nombre=f"Grupo {number:05}",
            clase=ClaseGrupo.GOBIERNO if number % 3 == 0 else ClaseGrupo.SOCIEDAD,
            poder=None if number % 10 == 0 else number % 5 + 1,
        )
        for number in range(how_many)
    ]
