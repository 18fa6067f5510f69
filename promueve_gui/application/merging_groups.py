"""Merging groups that are one and the same, field by field or many clusters at once, and parting them again."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, cast

from promueve_gui.domain.ficha import Tipo, campos, campos_visibles, defaults
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.fusion_grupos import Fusion, unidos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.separacion_grupos import separar, separar_varias
from promueve_gui.domain.texto import contado
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.voces import Voces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.duplicados import Cumulo
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Plan:
    """How to merge the groups of a cluster: the one that stays, the others, its fields, and why, for each other."""

    queda: Id
    sobrantes: tuple[Id, ...]
    valores: Mapping[str, Valor]
    razones: Mapping[Id, str]


@frozen
class Voz:
    """What one area said of a group: the record as it was, its area, and the merge that brought it, if any."""

    grupo: GrupoUsuarios
    area: str
    union: UnionGrupos | None


def plan_merges(proyecto: Proyecto, cumulos: Iterable[Cumulo]) -> list[Plan]:
    """Return how the groups of each cluster would be merged if nobody chose: nothing that they say is lost.

    The group that tells most stays. Texts are joined, choices and grades are its own or else the first given. Clusters
    of which fewer than two groups are in use by now are left out.
    """
    return [plan for cumulo in cumulos if (plan := plan_merge(proyecto, cumulo)) is not None]


def plan_merge(proyecto: Proyecto, cumulo: Cumulo) -> Plan | None:
    """Return the same for one cluster, ``None`` when it is none any more."""
    grupos = arranged(proyecto, cumulo)
    if len(grupos) < 2:  # noqa: PLR2004 - one group is no cluster
        return None
    queda, *otros = grupos
    valores = {nombre: joined(nombre, [queda, *otros]) for nombre in campos_visibles(GrupoUsuarios)}
    return Plan(queda.id, tuple(otro.id for otro in otros), valores, reasons(cumulo, queda.id))


def arranged(proyecto: Proyecto, cumulo: Cumulo) -> list[GrupoUsuarios]:
    """Return the groups of a cluster that are in use, the one that would stay first."""
    grupos = in_use(proyecto, cumulo.grupos)
    queda = max(grupos, key=_tells, default=None)
    return sorted(grupos, key=lambda grupo: grupo is not queda)


def in_use(proyecto: Proyecto, ids: Iterable[Id]) -> list[GrupoUsuarios]:
    """Return those of some groups that are in use."""
    return [grupo for identidad in ids if (grupo := proyecto.get(GrupoUsuarios, identidad)) and grupo.activo]


def joined(nombre: str, grupos: Sequence[GrupoUsuarios]) -> Valor:
    """Return the value of a field that loses nothing of what ``grupos`` say, the first of which counts most."""
    tipo, vacio = campos(GrupoUsuarios)[nombre].tipo, defaults(GrupoUsuarios)[nombre]
    valores: list[Any] = [getattr(grupo, nombre) for grupo in grupos]
    if tipo is Tipo.TEXTO_LARGO:
        return str(reduce(unidos, valores))
    if tipo is Tipo.OPCIONES:
        return frozenset[Any]().union(*valores)
    return cast("Valor", next((valor for valor in valores if valor != vacio), vacio))


def reasons(cumulo: Cumulo, queda: Id) -> dict[Id, str]:
    """Return why each group of a cluster is the one that stays: by the pair of both, or else by its surest pair."""
    dichas: dict[Id, str] = {}
    directas = [pareja for pareja in cumulo.parejas if queda in {pareja.uno, pareja.otro}]
    for pareja in (*directas, *cumulo.parejas):
        for grupo in (pareja.uno, pareja.otro):
            if grupo != queda and pareja.razones:
                dichas.setdefault(grupo, pareja.razones[0])
    return dichas


def merge_all(proyecto: Proyecto, planes: Iterable[Plan], hoy: date) -> tuple[str, list[Cambio]]:
    """Return reason and changes of merges; one edition, so that one undo takes all of them back.

    Links follow, and those that both had become one; the others are withdrawn, each with a record of the merge.
    """
    pedidos = list(planes)
    fusion = Fusion(proyecto, hoy, (grupo for plan in pedidos for grupo in (plan.queda, *plan.sobrantes)))
    hechas = [(plan, len(ids)) for plan in pedidos if (ids := _merged(fusion, plan))]
    if len(hechas) != 1:
        return f"Unir {sum(cuantos for _, cuantos in hechas):,} grupos duplicados", fusion.cambios()
    ((plan, cuantos),) = hechas
    nombre = plan.valores.get("nombre") or proyecto.titulo(GrupoUsuarios.ENTIDAD, plan.queda)
    return f"Unir {contado(cuantos, 'grupo', 'grupos')} con «{nombre}»", fusion.cambios()


def _merged(fusion: Fusion, plan: Plan) -> list[Id]:
    return fusion.unir(plan.queda, plan.sobrantes, plan.valores, plan.razones)


def separate(proyecto: Proyecto, union: UnionGrupos) -> tuple[str, list[Cambio], list[str]]:
    """Return reason and changes that undo one merge, whenever it was made, and what could not go back, in sentences."""
    hecha = separar(proyecto, union)
    nombre = proyecto.titulo(GrupoUsuarios.ENTIDAD, union.sobrante)
    queda = proyecto.titulo(GrupoUsuarios.ENTIDAD, union.queda)
    return f"Separar «{nombre}» de «{queda}»", hecha.cambios, hecha.avisos


def separate_all(proyecto: Proyecto, uniones: Sequence[UnionGrupos]) -> tuple[str, list[Cambio], list[str]]:
    """Return reason and changes that undo several merges as one edition, and what could not go back, in sentences."""
    if len(uniones) == 1:
        return separate(proyecto, uniones[0])
    hecha = separar_varias(proyecto, uniones)
    return f"Separar {len(uniones):,} grupos", hecha.cambios, hecha.avisos


def voices(proyecto: Proyecto, grupo: Id) -> list[Voz]:
    """Return what each area said of a group and of those merged into it, the group's own words first."""
    registro = proyecto.get(GrupoUsuarios, grupo)
    if registro is None:
        return []
    uniones = {union.sobrante: union for union in proyecto.activos(UnionGrupos)}
    return [
        Voz(voz, proyecto.titulo(AreaGeneradora.ENTIDAD, voz.area), uniones.get(voz.id))
        for voz in Voces(proyecto, Procedencias.of(proyecto)).de(registro)
    ]


def _tells(grupo: GrupoUsuarios) -> tuple[bool, int, int]:
    """Return how much a record tells: a long name rather than initials, then its fields, then the words of its name."""
    llenos = sum(getattr(grupo, nombre) != vacio for nombre, vacio in defaults(GrupoUsuarios).items())
    palabras = len(grupo.nombre.split())
    return palabras > 1 and not grupo.nombre.isupper(), llenos, palabras
