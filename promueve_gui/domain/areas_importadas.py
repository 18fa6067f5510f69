"""Which area each name in a file is. Two spellings are joined only when somebody said so; otherwise it proposes."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.parecidos import parecidos
from promueve_gui.domain.propuesta import AreaParecida
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.unir import unir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.propuesta import Acopio
    from promueve_gui.domain.proyecto import Proyecto


def escrito(nombre: str) -> str:
    """Return a name with single spaces and composed accents: the same spelling for the eye, the same text."""
    return " ".join(unicodedata.normalize("NFC", nombre).split())


def otros_nombres(area: AreaGeneradora) -> list[str]:
    """Return the other spellings of an area, one a line; a line may also hold several between semicolons."""
    renglones = [escrito(renglon) for renglon in area.otros_nombres.splitlines()]
    partes = [escrito(parte) for renglon in renglones for parte in renglon.split(";")]
    return [nombre for nombre in dict.fromkeys([*renglones, *partes]) if nombre]


@frozen
class Directorio:
    """The areas of a project by each of their spellings."""

    por_nombre: Mapping[str, AreaGeneradora]
    activas: tuple[AreaGeneradora, ...]

    @classmethod
    def of(cls, proyecto: Proyecto) -> Directorio:
        """Index the areas: another name that somebody wrote down wins over a name, and that over an acronym."""
        activas = proyecto.activos(AreaGeneradora)
        por_nombre: dict[str, AreaGeneradora] = {}
        for grupo in (activas, [area for area in proyecto.todos(AreaGeneradora) if not area.activo]):
            for nombre, area in _nombres(grupo):
                por_nombre.setdefault(nombre, area)
        return cls(por_nombre, tuple(activas))

    def buscar(self, nombre: str) -> AreaGeneradora | None:
        """Return the area that people write exactly so, in use or withdrawn."""
        return self.por_nombre.get(nombre)

    def pedida(self, nombre: str) -> str:
        """Return the name of the area that somebody typed by hand, where accents and capitals do not matter."""
        if nombre in self.por_nombre:
            return nombre
        hallados = {a.id: a.nombre for clave, a in self.por_nombre.items() if plegar(clave) == plegar(nombre)}
        return hallados.popitem()[1] if len(hallados) == 1 else nombre

    def parecidas(self, archivo: Mapping[str, int | None]) -> list[AreaParecida]:
        """Return which names of the file (and the row of each) look like another area, before it in project or file."""
        conocidos = [nombre for area in self.activas for nombre in (escrito(area.nombre), *otros_nombres(area))]
        hallados = parecidos([*conocidos, *archivo], archivo)
        propuestas = []
        for nombre, otro in hallados.items():
            mia, suya = self.buscar(nombre), self.buscar(otro)
            if mia is None or suya is None or mia.id != suya.id:
                otra = otro if suya is None else suya.nombre
                propuestas.append(AreaParecida(nombre, otra, archivo[nombre], mia is not None and suya is not None))
        return propuestas


def _nombres(areas: Iterable[AreaGeneradora]) -> Iterator[tuple[str, AreaGeneradora]]:
    lista = list(areas)
    yield from ((nombre, area) for area in lista for nombre in otros_nombres(area))
    yield from ((escrito(area.nombre), area) for area in lista)
    yield from ((escrito(area.siglas), area) for area in lista if area.siglas)


def unir_separadas(proyecto: Proyecto, uniones: Mapping[str, str]) -> list[Cambio]:
    """Return the changes for those ``uniones`` whose two spellings are by now two areas of the project."""
    directorio = Directorio.of(proyecto)
    hechos: list[Cambio] = []
    for nombre, otra in uniones.items():
        sobrante, queda = directorio.buscar(escrito(nombre)), directorio.buscar(escrito(otra))
        if sobrante and queda and sobrante.id != queda.id and sobrante.activo and queda.activo:
            hechos += unir(proyecto, sobrante, queda)
    return hechos


def planear_areas(
    directorio: Directorio, nombres: Iterable[str], uniones: Mapping[str, str], acopio: Acopio
) -> dict[str, Id]:
    """Return the area of each name in the file, and note in ``acopio`` which are new or get another spelling."""
    unidas = {escrito(nombre): escrito(otra) for nombre, otra in uniones.items()}
    ids: dict[str, Id] = {}
    for final, escritos in _por_area(directorio, nombres, unidas).items():
        area = directorio.buscar(final)
        if area is None:
            otros = [nombre for nombre in escritos if nombre != final]
            identidad = acopio.agregar(AreaGeneradora, {"nombre": final, "otros_nombres": "\n".join(otros)})
        else:
            identidad = area.id
            otros = [nombre for nombre in escritos if directorio.buscar(nombre) is not area]
            acopio.comparar(area, {"otros_nombres": "\n".join([area.otros_nombres, *otros]).lstrip("\n")})
        ids |= dict.fromkeys(escritos, identidad)
    return ids


def _por_area(directorio: Directorio, nombres: Iterable[str], unidas: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the spellings of the file by the one that stands for their area."""
    primeros: dict[str, str] = {}
    grupos: dict[str, list[str]] = {}
    for nombre in nombres:
        final = _final(nombre, unidas)
        area = directorio.buscar(final)
        primero = final if area is None else primeros.setdefault(area.id, final)
        grupos.setdefault(primero, []).append(nombre)
    return grupos


def _final(nombre: str, unidas: Mapping[str, str]) -> str:
    """Follow the joins from name to name; a circle stops where it closes."""
    vistos = {nombre}
    while (otra := unidas.get(nombre)) is not None and otra not in vistos:
        vistos.add(nombre := otra)
    return nombre
