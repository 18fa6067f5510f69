"""The lines of the plan as board and timeline group them: by state and by lanes. No Qt.

The month has its own room, ``month``. All take the lines that ``plan_filter.matching`` admits.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from promueve_gui.application.plan_lines import by_date
from promueve_gui.domain.ficha import Opcion, campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reparto_plan import areas_of
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import EstadoLinea

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from promueve_gui.domain.proyecto import Proyecto

    Cambiada = tuple[LineaPlan | None, LineaPlan | None]


class Carriles(Opcion):
    """What each lane of the timeline stands for; areas are worked out, the others are what lines say themselves."""

    OBJETO = "objeto", "Qué se promueve"
    GRUPOS = "grupos", "Grupos de usuarios"
    CANAL = "canal", "Canal"
    TIPO = "tipo_contenido", "Tipo de contenido"
    ROL = "rol_responsable", "Papel responsable"
    PERSONA = "persona", "Persona responsable"
    AREA = "area", "Área"


@frozen
class Carril:
    """One lane: the stored value or identity that it stands for (empty for none), its title, its lines by date."""

    clave: str
    titulo: str
    lineas: tuple[LineaPlan, ...]


_NONE = ("",)
PARTE = 5000  # lines that are put in lanes without a pause
_CANCELADA = EstadoLinea.CANCELADA  # asked of every line: looking it up would take a part of the time
# In what a line of the plan may be about, one of three fields.
_OBJETOS = ("conjunto", "herramienta", "evento")
_SIN_CAMPO = frozenset({Carriles.OBJETO, Carriles.AREA})
_OPCIONES = frozenset({Carriles.CANAL, Carriles.TIPO, Carriles.ROL})


def board(lineas: Iterable[LineaPlan]) -> dict[EstadoLinea, list[LineaPlan]]:
    """Return the lines in use of each state, every state included, in the order in which they come."""
    columnas: dict[EstadoLinea, list[LineaPlan]] = {estado: [] for estado in EstadoLinea}
    for linea in lineas:
        columnas[linea.estado or EstadoLinea.IDEA].append(linea)
    return columnas


def lanes_in_parts(
    proyecto: Proyecto, lineas: Sequence[LineaPlan], por: Carriles
) -> Generator[None, None, list[Carril]]:
    """Return the dated lines in force by lane, that of none last; a line of several groups is in the lane of each.

    Lines come, and stay, in order; lanes come in the order of their vocabulary, or by title. There is a pause after
    every ``PARTE`` lines.
    """
    claves_de = None if por in _OPCIONES else _keys(proyecto, por)
    propias: dict[str, list[LineaPlan]] = {}
    for primera in range(0, len(lineas), PARTE):
        fechadas = [
            linea
            for linea in lineas[primera : primera + PARTE]
            if linea.fecha is not None and linea.estado is not _CANCELADA and not linea.retirado
        ]
        suyas = _by_option(fechadas, str(por)) if claves_de is None else _by_key(fechadas, claves_de)
        for clave, halladas in suyas.items():
            propias.setdefault(clave, []).extend(halladas)
        yield
    return _sorted_lanes(
        [Carril(clave, _title(proyecto, por, clave), tuple(suyas)) for clave, suyas in propias.items()], por
    )


def _by_option(lineas: Iterable[LineaPlan], campo: str) -> dict[str, list[LineaPlan]]:
    """Return lines by their choice in a field, told apart by what they are: much quicker than by their text."""
    opcion = attrgetter(campo)
    halladas: dict[int, tuple[str, list[LineaPlan]]] = {}
    for linea in lineas:
        valor = opcion(linea)
        try:
            halladas[id(valor)][1].append(linea)
        except KeyError:
            halladas[id(valor)] = "" if valor is None else str(valor), [linea]
    return dict(halladas.values())


def _by_key(lineas: Sequence[LineaPlan], claves_de: Callable[[LineaPlan], Sequence[str]]) -> dict[str, list[LineaPlan]]:
    """Return lines by each of their keys."""
    propias: dict[str, list[LineaPlan]] = {}
    for linea, claves in zip(lineas, map(claves_de, lineas), strict=True):
        for clave in claves:
            if clave in propias:
                propias[clave].append(linea)
            else:
                propias[clave] = [linea]
    return propias


def lanes_after(
    proyecto: Proyecto, carriles: Sequence[Carril], por: Carriles, cambiadas: Iterable[Cambiada]
) -> list[Carril]:
    """Return what ``lanes_in_parts`` would, given what it did before some lines changed; other lanes are the same.

    Each of ``cambiadas`` is a line before and after, ``None`` where it was not shown or is no longer.
    """
    claves_de = _keys(proyecto, por)
    nuevas: dict[str, list[LineaPlan]] = {}
    viejos = {carril.clave: carril for carril in carriles}
    for antes, despues in cambiadas:
        for linea, esta in ((antes, False), (despues, True)):
            if linea is None or linea.fecha is None or not linea.vigente:
                continue
            for clave in claves_de(linea):
                if clave not in nuevas:
                    nuevas[clave] = list(viejos[clave].lineas) if clave in viejos else []
                put_in_order(nuevas[clave], linea, present=esta)
    cambiados = [Carril(clave, _title(proyecto, por, clave), tuple(suyas)) for clave, suyas in nuevas.items() if suyas]
    return _sorted_lanes([*(c for c in carriles if c.clave not in nuevas), *cambiados], por)


def put_in_order(lineas: list[LineaPlan], linea: LineaPlan, *, present: bool) -> int:
    """Put a line where it belongs in a list by date and name, or take it out; return where that is or was.

    Taking out one that is not there changes nothing and returns -1.
    """
    lugar = bisect_left(lineas, by_date(linea), key=by_date)
    if present:
        lineas.insert(lugar, linea)
        return lugar
    if lugar < len(lineas) and lineas[lugar].id == linea.id:
        del lineas[lugar]
        return lugar
    return -1


def _sorted_lanes(carriles: list[Carril], por: Carriles) -> list[Carril]:
    orden = {str(opcion): lugar for lugar, opcion in enumerate(_options(por))}
    return sorted(carriles, key=lambda carril: (not carril.clave, orden.get(carril.clave, 0), plegar(carril.titulo)))


def line_details(proyecto: Proyecto, linea: LineaPlan) -> str:
    """Return in a few words how and for whom a line is, such as «Correo · Periodistas y 2 más · Ana Ruiz»."""
    grupos = [titulo for grupo in linea.grupos[:1] if (titulo := proyecto.titulo(GrupoUsuarios.ENTIDAD, grupo))]
    mas = f" y {len(linea.grupos) - 1} más" if len(linea.grupos) > 1 else ""
    partes = [
        linea.canal.etiqueta if linea.canal else "",
        f"{grupos[0]}{mas}" if grupos else "",
        proyecto.titulo(Persona.ENTIDAD, linea.persona),
    ]
    return " · ".join(filter(None, partes))


def to_lane(proyecto: Proyecto, linea: LineaPlan, por: Carriles, desde: str, hasta: str) -> dict[str, Any]:
    """Return what a line says of itself once it is carried from the lane ``desde`` to ``hasta``, as ``Carril.clave``.

    Nothing for lanes of areas, which follow from data and persons, and for the lane where the line is already.
    """
    if por is Carriles.AREA or desde == hasta:
        return {}
    if por is Carriles.GRUPOS:
        otros = [grupo for grupo in linea.grupos if grupo not in {desde, hasta}]
        return {"grupos": tuple([*otros, hasta] if hasta else otros)}
    if por is Carriles.OBJETO:
        destinos = {nombre: campos(LineaPlan)[nombre].destino for nombre in _OBJETOS}
        return {nombre: hasta if proyecto.registro(destinos[nombre], hasta) else None for nombre in _OBJETOS}
    if por is Carriles.PERSONA:
        return {"persona": hasta or None}
    return {str(por): next((opcion for opcion in _options(por) if str(opcion) == hasta), None)}


def _keys(proyecto: Proyecto, por: Carriles) -> Callable[[LineaPlan], Sequence[str]]:
    """Return what tells the lanes of a line."""
    if por is Carriles.AREA:
        areas = areas_of(proyecto)
        return lambda linea: sorted(areas(linea)) or _NONE
    if por is Carriles.GRUPOS:
        return lambda linea: linea.grupos or _NONE
    if por is Carriles.OBJETO:
        return lambda linea: (linea.conjunto or linea.herramienta or linea.evento or "",)
    campo = attrgetter(str(por))
    return lambda linea: _NONE if (valor := campo(linea)) is None else (str(valor),)


def _options(por: Carriles) -> Iterable[Opcion]:
    return () if por in _SIN_CAMPO else campos(LineaPlan)[str(por)].opciones or ()


def _title(proyecto: Proyecto, por: Carriles, clave: str) -> str:
    if not clave:
        return "Sin decir qué se promueve" if por is Carriles.OBJETO else f"Sin {por.etiqueta.lower()}"
    opciones = {str(opcion): opcion.etiqueta for opcion in _options(por)}
    if clave in opciones:
        return opciones[clave]
    if por is Carriles.AREA:
        return proyecto.titulo(AreaGeneradora.ENTIDAD, clave)
    destinos = [campos(LineaPlan)[nombre].destino for nombre in (_OBJETOS if por is Carriles.OBJETO else (str(por),))]
    return next((titulo for destino in destinos if (titulo := proyecto.titulo(destino, clave))), "")
