"""The map of users and the texts of step 3 on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.application.export_documents import MAPA
from promueve_gui.application.print_model import (
    Bloque,
    ColumnaImpresa,
    EstiloTexto,
    Parrafos,
    Tabla,
    printed,
)
from promueve_gui.domain.derivadas import TRATAMIENTO, USO_ACTUAL, calculadas
from promueve_gui.domain.enriquecido import Tramo
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import mostrar
from promueve_gui.domain.grupos import SIN_AREA, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.texto import contado, plegar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.print_model import Impreso

_COLUMNAS = (
    ColumnaImpresa("Grupo de usuarios", 30),
    ColumnaImpresa("Clase", 17),
    ColumnaImpresa("Ejes estratégicos", 26),
    ColumnaImpresa("Poder", 7, centrada=True),
    ColumnaImpresa("Interés", 8, centrada=True),
    ColumnaImpresa("Tratamiento sugerido", 16),
    ColumnaImpresa("Datos que ya usa", 32),
)
# How the paragraphs of a text document are shown; whatever is not named is running text.
_ESTILOS = {
    "titulo": EstiloTexto.TITULO,
    "seccion": EstiloTexto.SECCION,
    "apartado": EstiloTexto.SECCION,
    "identificacion": EstiloTexto.MENOR,
    "credito": EstiloTexto.MENOR,
    "contacto": EstiloTexto.MENOR,
    "cita": EstiloTexto.CITA,
}
_CON_VINETA = frozenset({"sumario", "vineta"})
_NUMERADO = "numero"


def print_map(entrega: Entrega) -> Impreso:
    """Return the groups in use by area and name; priorities say so."""
    proyecto = entrega.proyecto
    formulas, descritos = calculadas(proyecto), campos(GrupoUsuarios)
    por_area: dict[str, list[GrupoUsuarios]] = {}
    for grupo in sorted(proyecto.activos(GrupoUsuarios), key=lambda grupo: (plegar(grupo.nombre), grupo.id)):
        por_area.setdefault(proyecto.titulo(AreaGeneradora.ENTIDAD, grupo.area) or SIN_AREA, []).append(grupo)

    def row(grupo: GrupoUsuarios) -> list[str]:
        nombre = "\n".join(filter(None, (grupo.nombre, "Prioritario" if grupo.prioritario else "")))
        propios = [mostrar(descritos[c], getattr(grupo, c), proyecto) for c in ("clase", "ejes", "poder", "interes")]
        return [nombre, *propios, formulas[TRATAMIENTO](grupo), formulas[USO_ACTUAL](grupo)]

    bloques = [
        Bloque(f"{area} · {_counted(por_area[area])}", list(map(row, por_area[area]))) for area in _by_name(por_area)
    ]
    grupos = [grupo for suyos in por_area.values() for grupo in suyos]
    detalle = _counted(grupos) if grupos else "Todavía no hay grupos de usuarios."
    return printed(MAPA.titulo, entrega, [Tabla(_COLUMNAS, bloques)] if bloques else [], detalle=detalle)


def _by_name(nombres: Iterable[str]) -> list[str]:
    return sorted(nombres, key=plegar)


def _counted(grupos: list[GrupoUsuarios]) -> str:
    return contado(len(grupos), GrupoUsuarios.SINGULAR, GrupoUsuarios.PLURAL)


def print_content(titulo: str, parrafos: Iterable[tuple[str, Sequence[Tramo]]], entrega: Entrega) -> Impreso:
    """Return a text document; ``parrafos`` are the part that each paragraph plays, and what it says."""
    return printed(titulo, entrega, [Parrafos(list(_shown(parrafos)))], apaisado=False)


def _shown(parrafos: Iterable[tuple[str, Sequence[Tramo]]]) -> Iterator[tuple[EstiloTexto, Sequence[Tramo]]]:
    """Yield the paragraphs with the signs of the lists that they are items of; each list counts from one."""
    numero = 0
    for estilo, tramos in parrafos:
        numero = numero + 1 if estilo == _NUMERADO else 0
        signo = f"{numero}. " if numero else "• " if estilo in _CON_VINETA else ""
        yield _ESTILOS.get(estilo, EstiloTexto.TEXTO), (Tramo(signo), *tramos) if signo else tramos
