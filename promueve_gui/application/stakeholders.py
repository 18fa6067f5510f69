"""Groups on the power–interest grid and by their salience: how they are placed, and what is said of them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.actores import tratamiento
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.formato import ESCALA_MAXIMA
from promueve_gui.domain.prominencia import Prominencia, faltantes, prominencia, prominencia_de

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.grupos import GrupoUsuarios

    PorTipo = Sequence[tuple[Prominencia | None, list[GrupoUsuarios]]]


def place(grupo: GrupoUsuarios, poder: int, interes: int) -> tuple[str, Cambio | None]:
    """Return reason and change that give a group these grades, held between 1 and 5."""
    poder, interes = (min(max(grado, 1), ESCALA_MAXIMA) for grado in (poder, interes))
    motivo = f"Mover «{grupo.nombre}» a poder {poder}, interés {interes}"
    return motivo, cambio(grupo, poder=poder, interes=interes)


def unplace(grupo: GrupoUsuarios) -> tuple[str, Cambio | None]:
    """Return reason and change that take a group off the grid."""
    return f"Quitar «{grupo.nombre}» de la cuadrícula", cambio(grupo, poder=None, interes=None)


# Power and interest of a group, either of which may be missing; thousands of them are asked after each edit.
grades_of: Callable[[GrupoUsuarios], tuple[Any, Any]] = attrgetter("poder", "interes")


def is_placed(grupo: GrupoUsuarios) -> bool:
    """Tell whether a group stands on the grid: it has both grades."""
    return grupo.poder is not None and grupo.interes is not None


def unplaced(grupos: Iterable[GrupoUsuarios]) -> list[GrupoUsuarios]:
    """Return the groups that do not stand on the grid, in their order."""
    return [grupo for grupo in grupos if grupo.poder is None or grupo.interes is None]


def describe(grupo: GrupoUsuarios) -> str:
    """Return name, class, grades and treatment of a group, one a line, for a tooltip or a screen reader."""
    trato = tratamiento(grupo.poder, grupo.interes)
    grados = f"Poder {grupo.poder}, interés {grupo.interes}" if is_placed(grupo) else "Sin colocar en la cuadrícula"
    clase = grupo.clase.etiqueta if grupo.clase else "Sin clase"
    return "\n".join([grupo.titulo_visible, clase, grados, *([trato.etiqueta] if trato else [])])


class _PorGrados(dict[tuple[Any, Any, Any], "list[GrupoUsuarios]"]):
    """The list of the type that three grades make, worked out once for each: groups may be hundreds of thousands."""

    def __init__(self) -> None:
        super().__init__()
        self.por_tipo: dict[Prominencia | None, list[GrupoUsuarios]] = {tipo: [] for tipo in Prominencia}

    def __missing__(self, grados: tuple[Any, Any, Any]) -> list[GrupoUsuarios]:
        self[grados] = self.por_tipo.setdefault(prominencia(*grados), [])
        return self[grados]


def salience_groups(grupos: Iterable[GrupoUsuarios]) -> PorTipo:
    """Return the groups of each type, those that claim most first; last those that lack a grade, if there are any."""
    por_grados = _PorGrados()
    for grupo in grupos:
        por_grados[grupo.poder, grupo.legitimidad, grupo.urgencia].append(grupo)
    return list(por_grados.por_tipo.items())


def says_salience(por_tipo: PorTipo) -> str:
    """Return how many groups there are of each type, in words."""
    partes = [f"{tipo.etiqueta if tipo else 'Sin calificar'}: {len(suyos)}" for tipo, suyos in por_tipo]
    return "; ".join(partes)


def describe_salience(grupo: GrupoUsuarios) -> str:
    """Return name, type and grades of a group, one a line, or which grades it lacks."""
    tipo = prominencia_de(grupo)
    if tipo is None:
        faltan = ", ".join(atributo.value for atributo in faltantes(grupo))
        return f"{grupo.titulo_visible}\nSin calificar; falta: {faltan}"
    grados = f"Poder {grupo.poder}, legitimidad {grupo.legitimidad}, urgencia {grupo.urgencia}"
    return f"{grupo.titulo_visible}\n{tipo.etiqueta}\n{grados}"
