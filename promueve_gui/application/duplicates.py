"""Groups that may be one and the same: finding them, and remembering which are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.garbage import held_back
from promueve_gui.domain.cambios import alta, cambio, nuevo_id, retiro
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.duplicados import MINIMO, UMBRAL, buscar, cumulos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import Perfil
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.texto import contado, plegar
from promueve_gui.domain.uniones import NoDuplicado

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from promueve_gui.application.ports import Progress
    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.duplicados import Cumulo, Pareja, Similitud
    from promueve_gui.domain.ficha import Id, Registro
    from promueve_gui.domain.proyecto import Proyecto

MAXIMO = 100  # the highest threshold: only groups with the same name
_NOMBRADOS = 2  # groups that a reason names


@frozen
class Duplicados:
    """What a search found: pairs at or above ``MINIMO``, and pairs that people said are not the same."""

    parejas: Sequence[Pareja] = ()
    distintos: frozenset[frozenset[Id]] = frozenset()

    def cumulos(self, umbral: int) -> list[Cumulo]:
        """Return the clusters at a threshold, the surest first."""
        return cumulos(self.parejas, umbral, self.distintos)

    def vigentes(self, proyecto: Proyecto) -> Duplicados:
        """Return what still holds after some groups were merged, withdrawn or said to be different."""
        usados = {grupo.id for grupo in proyecto.activos(GrupoUsuarios)}
        distintos = remembered(proyecto)
        return Duplicados(
            [p for p in self.parejas if {p.uno, p.otro} <= usados and frozenset((p.uno, p.otro)) not in distintos],
            distintos,
        )


def find_duplicates(
    proyecto: Proyecto,
    similitud: Similitud,
    progress: Progress | None = None,
    shipped: Callable[[], Iterable[Registro]] = tuple,
) -> Duplicados:
    """Return the groups in use that look alike, but for pairs remembered as different. May raise ``Cancelled``.

    A project of an older version has no synonyms of its own, not even withdrawn ones: then those ``shipped`` serve.
    """
    distintos = remembered(proyecto)
    propios = proyecto.todos(Sinonimo) or [registro for registro in shipped() if isinstance(registro, Sinonimo)]
    with held_back():
        parejas = buscar(
            proyecto.activos(GrupoUsuarios),
            [sinonimo for sinonimo in propios if sinonimo.activo],
            similitud,
            distintos=distintos,
            progress=progress,
        )
    return Duplicados(parejas, distintos)


def newer_synonyms(proyecto: Proyecto, shipped: Iterable[Registro]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that add the synonyms that ship and of which a project has no term.

    Each project has its own copy: a later version of the program brings more. What the project says of a term, or
    withdrew, stays.
    """
    propios = {plegar(sinonimo.termino) for sinonimo in proyecto.todos(Sinonimo)}
    nuevos = [s for s in shipped if isinstance(s, Sinonimo) and plegar(s.termino) not in propios]
    cuantos = contado(len(nuevos), "sinónimo", "sinónimos")
    return f"Agregar {cuantos} de los que trae Promueve", [alta(sinonimo) for sinonimo in nuevos]


def remembered(proyecto: Proyecto) -> frozenset[frozenset[Id]]:
    """Return the pairs of groups that people said are not the same, each by the groups that stand for them today."""
    queda_por = Procedencias.of(proyecto).queda_por
    pares = (
        frozenset(queda_por.get(grupo, grupo) for grupo in (par.grupo, par.otro) if grupo)
        for par in proyecto.activos(NoDuplicado)
    )
    return frozenset(par for par in pares if len(par) > 1)


def threshold(proyecto: Proyecto) -> int:
    """Return the score from which groups are proposed: that of the profile, or else the program's."""
    perfil = proyecto.unico(Perfil)
    dado = perfil.umbral_duplicados if perfil else None
    return UMBRAL if dado is None else min(max(dado, MINIMO), MAXIMO)


def set_threshold(proyecto: Proyecto, umbral: int) -> tuple[str, list[Cambio]]:
    """Return reason and changes that keep a threshold in the profile; a project without profile keeps none."""
    perfil = proyecto.unico(Perfil)
    hecho = cambio(perfil, umbral_duplicados=umbral) if perfil and umbral != threshold(proyecto) else None
    return f"Proponer duplicados desde {umbral} %", [hecho] if hecho else []


def not_duplicates(
    proyecto: Proyecto, pares: Iterable[tuple[Id, Id]], hoy: date, motivo: str = ""
) -> tuple[str, list[Cambio]]:
    """Return reason and changes that remember pairs of groups in use as different, each for good."""
    sabidos = set(remembered(proyecto))
    nuevos: list[NoDuplicado] = []
    for par in pares:
        uno, otro = (proyecto.get(GrupoUsuarios, grupo) for grupo in par)
        if uno and otro and uno.activo and otro.activo and frozenset(par) not in sabidos:
            nuevos.append(NoDuplicado(id=nuevo_id(), grupo=uno.id, otro=otro.id, motivo=motivo, fecha=hoy))
            sabidos.add(frozenset(par))
    nombrados = dict.fromkeys(grupo for par in nuevos for grupo in (par.grupo, par.otro))
    titulos = [f"«{proyecto.titulo(GrupoUsuarios.ENTIDAD, grupo)}»" for grupo in nombrados]
    otros = f" y {len(titulos) - _NOMBRADOS} más" if len(titulos) > _NOMBRADOS else ""
    return f"No son duplicados: {' y '.join(titulos[:_NOMBRADOS])}{otros}", [alta(par) for par in nuevos]


def propose_again(proyecto: Proyecto, pares: Iterable[Id]) -> tuple[str, list[Cambio]]:
    """Return reason and changes that forget that pairs are different, so that they are proposed again."""
    olvidados = [par for identidad in pares if (par := proyecto.get(NoDuplicado, identidad)) and par.activo]
    hechos = [hecho for par in olvidados if (hecho := retiro(par, "Se vuelve a proponer.")) is not None]
    cuantos = "el par distinto" if len(hechos) == 1 else f"{len(hechos):,} pares distintos"
    return f"Volver a proponer {cuantos}", hechos
