"""One description of which lines of the plan are looked at, shared by all views and kept in saved ones as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from itertools import compress
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.fechas import fecha_corta
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.reparto_plan import areas_of
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from promueve_gui.application.search import SearchIndex
    from promueve_gui.domain.ficha import Id, Opcion, Registro
    from promueve_gui.domain.proyecto import Proyecto

# The filters by choice and by record, under the names of the fields that they look at, as saved views keep them.
_OPCIONES: Mapping[str, type[Opcion]] = MappingProxyType(
    {"estado": EstadoLinea, "canal": Canal, "tipo_contenido": TipoContenido, "rol_responsable": Rol}
)
_REGISTROS: Mapping[str, type[Registro]] = MappingProxyType(
    {"persona": Persona, "grupos": GrupoUsuarios, "conjunto": ConjuntoDatos, "area": AreaGeneradora}
)
_GONE = "(ya no está)"
_BUSCADOS: tuple[type[Registro], ...] = (ConjuntoDatos, Herramienta, Evento, GrupoUsuarios, Persona)


@frozen(kw_only=True)
class FiltroPlan:
    """Which lines to show. An empty set, text or date admits all; ``persona`` and the like hold identities.

    With dates, a line is shown when its period touches them; undated ones are too, unless ``sin_fecha`` says no.
    """

    texto: str = ""
    estado: frozenset[EstadoLinea] = frozenset()
    canal: frozenset[Canal] = frozenset()
    tipo_contenido: frozenset[TipoContenido] = frozenset()
    rol_responsable: frozenset[Rol] = frozenset()
    persona: frozenset[Id] = frozenset()
    grupos: frozenset[Id] = frozenset()
    conjunto: frozenset[Id] = frozenset()
    area: frozenset[Id] = frozenset()
    desde: date | None = None
    hasta: date | None = None
    sin_fecha: bool = True

    @property
    def vacio(self) -> bool:
        """Tell whether it admits every line."""
        return not self._asked()

    def to_json(self) -> str:
        """Return the filter as ``VistaGuardada.filtros`` keeps it: only what it asks for."""
        return json.dumps({nombre: _plain(valor) for nombre, valor in self._asked().items()}, ensure_ascii=False)

    @classmethod
    def from_json(cls, texto: str) -> FiltroPlan:
        """Return the filter that ``to_json`` wrote; what is not understood asks for nothing."""
        try:
            dados = json.loads(texto)
        except (ValueError, RecursionError):
            return cls()
        return cls(**dict(_read(dados))) if isinstance(dados, dict) else cls()

    def _asked(self) -> dict[str, Any]:
        pedidos = {campo.name: getattr(self, campo.name) for campo in fields(self)}
        return {campo.name: pedidos[campo.name] for campo in fields(self) if pedidos[campo.name] != campo.default}


def matching(
    proyecto: Proyecto, filtro: FiltroPlan, index: SearchIndex, lineas: Iterable[LineaPlan] | None = None
) -> list[LineaPlan]:
    """Return the lines in use that the filter admits, in their order.

    Words are looked for in the line, and in the titles of its object, groups and person.
    """
    hallada: Sequence[LineaPlan] = list(proyecto.activos(LineaPlan) if lineas is None else lineas)
    palabras = plegar(filtro.texto).split()
    if palabras:  # first, because the texts of the same lines again are at hand
        hallada = _holding(proyecto, palabras, index, hallada)
    for prueba in _tests(proyecto, filtro):
        hallada = [linea for linea in hallada if prueba(linea)]
    return list(hallada)


def describe(filtro: FiltroPlan, proyecto: Proyecto) -> str:
    """Return the filter in words, such as «Planeada o Lista · Redes sociales · desde el 01/03/2026»; empty for none."""
    partes = [f"«{filtro.texto.strip()}»"] if filtro.texto.strip() else []
    for nombre, vocabulario in _OPCIONES.items():
        partes.append(_either(opcion.etiqueta for opcion in vocabulario if opcion in getattr(filtro, nombre)))
    for nombre, tipo in _REGISTROS.items():
        partes.append(_either(chosen(proyecto, tipo.ENTIDAD, getattr(filtro, nombre))))
    partes.append(f"desde el {fecha_corta(filtro.desde)}" if filtro.desde else "")
    partes.append(f"hasta el {fecha_corta(filtro.hasta)}" if filtro.hasta else "")
    partes.append("" if filtro.sin_fecha else "con fecha")
    return " · ".join(filter(None, partes))


def chosen(proyecto: Proyecto, entidad: str, ids: Iterable[Id]) -> list[str]:
    """Return what people call the records of a filter today, by name; of merged groups, what stands for them."""
    hoy = _standing(proyecto, ids) if entidad == GrupoUsuarios.ENTIDAD else frozenset(ids)
    registros = (proyecto.registro(entidad, identidad) for identidad in hoy)
    return sorted((_GONE if r is None else r.titulo or f"({r.SIN_TITULO})" for r in registros), key=plegar)


def _standing(proyecto: Proyecto, grupos: Iterable[Id]) -> frozenset[Id]:
    """Return the groups that stand today for those that a filter was made with."""
    queda_por = Procedencias.of(proyecto).queda_por
    return frozenset(queda_por.get(grupo, grupo) for grupo in grupos)


def _either(titulos: Iterable[str]) -> str:
    *primeros, ultimo = ("", *titulos)
    return f"{', '.join(primeros[1:])} o {ultimo}" if len(primeros) > 1 else ultimo


def _plain(valor: Any) -> Any:  # noqa: ANN401  # what JSON can hold
    if isinstance(valor, frozenset):
        return sorted(map(str, valor))
    return valor.isoformat() if isinstance(valor, date) else valor


def _read(dados: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what can be understood of a saved filter."""
    for nombre, valor in dados.items():
        varios = {str(uno) for uno in valor} if isinstance(valor, list) else set()
        if nombre in _OPCIONES:
            yield nombre, frozenset(opcion for opcion in _OPCIONES[nombre] if str(opcion) in varios)
        elif nombre in _REGISTROS:
            yield nombre, frozenset(varios)
        elif nombre == "texto" and isinstance(valor, str):
            yield nombre, valor
        elif nombre == "sin_fecha":
            yield nombre, valor is not False
        elif nombre in {"desde", "hasta"} and (dia := _day(valor)) is not None:
            yield nombre, dia


def _day(valor: object) -> date | None:
    try:
        return date.fromisoformat(str(valor))
    except ValueError:
        return None


def _tests(proyecto: Proyecto, filtro: FiltroPlan) -> Iterator[Callable[[LineaPlan], bool]]:
    """Yield what each part of the filter asks of a line; nothing for parts that ask nothing."""
    for nombre in ("estado", "canal", "tipo_contenido", "rol_responsable", "persona", "conjunto"):
        if admitidos := getattr(filtro, nombre):
            yield _among(nombre, admitidos)
    if filtro.grupos:
        grupos = filtro.grupos | _standing(proyecto, filtro.grupos)
        yield lambda linea: not grupos.isdisjoint(linea.grupos)
    if filtro.area:
        areas = areas_of(proyecto)
        yield lambda linea: not filtro.area.isdisjoint(areas(linea))
    if not filtro.sin_fecha:
        yield lambda linea: linea.fecha is not None
    if filtro.desde is not None or filtro.hasta is not None:
        desde, hasta = filtro.desde or date.min, filtro.hasta or date.max
        yield lambda linea: linea.fecha is None or (linea.fecha <= hasta and (linea.ultimo_dia or hasta) >= desde)


def _among(nombre: str, admitidos: frozenset[str]) -> Callable[[LineaPlan], bool]:
    valor = attrgetter(nombre)
    return lambda linea: valor(linea) in admitidos


def _holding(
    proyecto: Proyecto, palabras: Iterable[str], index: SearchIndex, lineas: Sequence[LineaPlan]
) -> Sequence[LineaPlan]:
    """Return the lines that hold each word, or refer to a record whose title does."""
    textos = index.texts(lineas)
    for palabra in palabras:
        ids = {identidad for tipo in _BUSCADOS for identidad in index.titled(proyecto, tipo, palabra)}
        quedan = [palabra in texto for texto in textos]
        if ids:
            quedan = [
                queda
                or linea.conjunto in ids
                or linea.herramienta in ids
                or linea.evento in ids
                or linea.persona in ids
                or not ids.isdisjoint(linea.grupos)
                for linea, queda in zip(lineas, quedan, strict=True)
            ]
        lineas, textos = list(compress(lineas, quedan)), list(compress(textos, quedan))
    return lineas
