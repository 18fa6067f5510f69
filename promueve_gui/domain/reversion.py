"""Takes an old edition back while nothing depends on it, and says what does otherwise. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.cambios import DEVOLVER, Cambio
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.ficha import Tipo, campos
from promueve_gui.domain.formatos import Duda, EnvioFormato, EstadoDuda
from promueve_gui.domain.registros import POR_ENTIDAD, TIPOS
from promueve_gui.domain.texto import anidado

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from promueve_gui.domain.cambios import Edicion
    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

_DEVUELTO = "devuelto"
_DE_VUELTA = frozenset({_DEVUELTO, "renglones"})  # what is noted of a sending when it comes back
CITADOS = 3  # of what depends on an edition, how many its sentence names


@dataclass(slots=True)
class _Neto:
    """What an edition did to one record in all."""

    entidad: str
    id: Id
    antes: dict[str, Valor] | None
    despues: dict[str, Valor] | None


def reversion(proyecto: Proyecto, edicion: Edicion, recibidas: Container[Id] = ()) -> tuple[Cambio, ...]:
    """Return the changes that take ``edicion`` back.

    ``recibidas`` are the exports of which other copies came back and still count: what was sent then stays returned.

    Raises ``UserError`` («edicion_con_dependencias») when a field that it set says something else by now, a record
    that it made or took back is not as it left it, or a record of another edition refers to one that it made.
    """
    netos = _net(edicion.cambios)
    if edicion.origen == DEVOLVER:
        netos = [neto for neto in netos if not _stays_returned(proyecto, neto, recibidas)]
    trabas = list(chain(_changed(proyecto, netos), _referred(proyecto, netos)))
    if trabas:
        resto = len(trabas) - CITADOS
        mas = f" y {resto} más" if resto > 0 else ""
        dichas = "; ".join(trabas[:CITADOS]) + mas
        raise UserError("edicion_con_dependencias", motivo=anidado(edicion.motivo), trabas=dichas)
    hechos = (neto for neto in reversed(netos) if neto.antes is not None or neto.despues is not None)
    return tuple(Cambio(neto.entidad, neto.id, neto.despues, neto.antes) for neto in hechos)


def _stays_returned(proyecto: Proyecto, neto: _Neto, recibidas: Container[Id]) -> bool:
    """Tell whether an edition noted that something sent came back, which another copy of it says as well."""
    actual = proyecto.get(EnvioFormato, neto.id) if neto.entidad == EnvioFormato.ENTIDAD else None
    if actual is None or not neto.antes or neto.antes.keys().isdisjoint(_DE_VUELTA):
        return False
    if actual.exportacion in recibidas:
        return neto.antes.get(_DEVUELTO, actual.devuelto) is None or bool(_later_fields(actual, neto))
    neto.antes.setdefault(_DEVUELTO, None)  # the first copy may have noted it, and been taken back since
    (neto.despues or {}).setdefault(_DEVUELTO, actual.devuelto)
    return False


def _net(cambios: Sequence[Cambio]) -> list[_Neto]:
    netos: dict[tuple[str, Id], _Neto] = {}
    for cambio in cambios:
        neto = netos.get((cambio.entidad, cambio.id))
        if neto is None:
            antes = None if cambio.antes is None else dict(cambio.antes)
            despues = None if cambio.despues is None else dict(cambio.despues)
            netos[cambio.entidad, cambio.id] = _Neto(cambio.entidad, cambio.id, antes, despues)
        else:
            _follow(neto, cambio)
    return list(netos.values())


def _follow(neto: _Neto, cambio: Cambio) -> None:
    """Add a later change of the same record; what a field was before the first that named it is what it was."""
    if neto.antes is not None:
        neto.antes = {**(cambio.antes or {}), **neto.antes}
    neto.despues = None if cambio.despues is None else {**(neto.despues or {}), **cambio.despues}


def _changed(proyecto: Proyecto, netos: Sequence[_Neto]) -> Iterator[str]:
    """Yield what is not as the edition left it."""
    for neto in netos:
        actual = proyecto.registro(neto.entidad, neto.id)
        if neto.despues is None:
            if actual is not None:
                yield f"{_llamado(actual)} volvió al proyecto"
        elif actual is None:
            yield f"un registro ({POR_ENTIDAD[neto.entidad].SINGULAR}) ya no está"
        else:
            etiquetas = _later_fields(actual, neto)
            if etiquetas:
                yield f"{_llamado(actual)} cambió después ({', '.join(etiquetas)})"


def _later_fields(actual: Registro, neto: _Neto) -> list[str]:
    """Return the labels of the fields that were given another value since; of a new record, all its fields count."""
    tipo = type(actual)
    dejado: Mapping[str, Any] = neto.despues or {}
    if neto.antes is None:
        nuevo = tipo(id=neto.id, **dejado)
        dejado = {nombre: getattr(nuevo, nombre) for nombre in campos(tipo)}
    return [campos(tipo)[nombre].etiqueta for nombre, valor in dejado.items() if getattr(actual, nombre) != valor]


def _referred(proyecto: Proyecto, netos: Sequence[_Neto]) -> Iterator[str]:
    """Yield the records of other editions that refer to one that would be gone."""
    propios = {(neto.entidad, neto.id) for neto in netos}
    nuevos: dict[str, set[Id]] = {}
    for neto in netos:
        if neto.antes is None and neto.despues is not None:
            nuevos.setdefault(neto.entidad, set()).add(neto.id)
    for tipo in TIPOS if nuevos else ():
        enlaces = {nombre: campo for nombre, campo in campos(tipo).items() if campo.destino in nuevos}
        for registro in proyecto.todos(tipo) if enlaces else ():
            if (tipo.ENTIDAD, registro.id) not in propios and _refers(registro, enlaces, nuevos):
                yield f"{_llamado(registro)} lo usa"
    for duda in proyecto.activos(Duda) if nuevos else ():
        suya = duda.registro in nuevos.get(duda.entidad, ())
        if suya and duda.estado is EstadoDuda.PENDIENTE and (duda.ENTIDAD, duda.id) not in propios:
            yield f"{_llamado(duda)} está pendiente"


def _refers(registro: Registro, enlaces: Mapping[str, Campo], nuevos: Mapping[str, set[Id]]) -> bool:
    for nombre, campo in enlaces.items():
        valor = getattr(registro, nombre)
        if not nuevos[campo.destino].isdisjoint(valor if campo.tipo is Tipo.REFERENCIAS else (valor,)):
            return True
    return False


def _llamado(registro: Registro) -> str:
    titulo = f" «{registro.titulo}»" if registro.titulo else ""
    return f"{registro.SINGULAR}{titulo}"
