"""Versions of contents: what one holds, when one is made by itself, and how it is read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from promueve_gui.domain.cambios import alta, aplicado, nuevo_id
from promueve_gui.domain.codec import decode_fields, encode_fields
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, Contenido
from promueve_gui.domain.ficha import campos_visibles, defaults
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed, VersionContenido
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Valor
    from promueve_gui.domain.proyecto import Proyecto

Parte: TypeAlias = Lamina | VarianteRed

_INICIO = frozenset({None, EstadoContenido.BORRADOR})
_PARTES: Mapping[str, type[Parte]] = {Lamina.ENTIDAD: Lamina, VarianteRed.ENTIDAD: VarianteRed}
_CON_PARTES = frozenset({TipoContenido.PRESENTACION, TipoContenido.REDES})
_CLAVE_PARTES = "partes"  # beside the fields of the content; none of them is called so


def campos_de_version(contenido: Contenido) -> tuple[str, ...]:
    """Return the fields that a version of a content holds: those of its type, and the type; not where it stands."""
    propios = campos_visibles(Contenido) if contenido.tipo is None else CAMPOS_POR_TIPO[contenido.tipo]
    return ("tipo", *(nombre for nombre in propios if nombre not in {"tipo", "estado"}))


def partes_de(proyecto: Proyecto, contenido: Id) -> list[Parte]:
    """Return the slides, in their order, and the variants of a content that are in use."""
    suyas = [p for tipo in _PARTES.values() for p in proyecto.referidos(tipo, "contenido", contenido) if p.activo]
    return sorted(suyas, key=lambda parte: (parte.ENTIDAD, getattr(parte, "orden", None) or 0, parte.id))


def campos_de_parte(tipo: type[Parte]) -> tuple[str, ...]:
    """Return the fields of a part that a version holds: all but whose it is."""
    return tuple(nombre for nombre in campos_visibles(tipo) if nombre != "contenido")


def valores_de(contenido: Contenido, partes: Iterable[Parte] = ()) -> str:
    """Return, as JSON, what a version of a content and its parts says: only the fields that say something."""
    dichos: dict[str, Any] = encode_fields(Contenido, _dichos(contenido, campos_de_version(contenido)))
    suyas = [
        [parte.ENTIDAD, parte.id, encode_fields(type(parte), _dichos(parte, campos_de_parte(type(parte))))]
        for parte in partes
    ]
    if suyas or contenido.tipo in _CON_PARTES:
        dichos[_CLAVE_PARTES] = suyas
    return json.dumps(dichos, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _dichos(registro: Contenido | Parte, nombres: Iterable[str]) -> dict[str, Valor]:
    iniciales = defaults(type(registro))
    return {n: v for n in nombres if (v := getattr(registro, n)) != iniciales[n]}


def leer_partes(version: VersionContenido) -> list[Parte] | None:
    """Return the slides and variants that a version holds; ``None`` when it does not speak of them, or badly."""
    try:
        guardadas = json.loads(version.valores or "{}").get(_CLAVE_PARTES)
        return None if guardadas is None else [_parte(version, *guardada) for guardada in guardadas]
    except (AttributeError, KeyError, TypeError, ValueError):  # somebody else's hand, or another day's
        return None


def _parte(version: VersionContenido, entidad: str, identidad: Id, dichos: Any) -> Parte:  # noqa: ANN401  # JSON
    tipo = _PARTES[entidad]
    leidos: dict[str, Any] = {**decode_fields(tipo, dichos), "contenido": version.contenido}
    return tipo(id=identidad, **leidos)


def leer_valores(version: VersionContenido) -> dict[str, Valor]:
    """Return the fields that a version holds; none that today's program does not know, or cannot read."""
    try:
        dichos = json.loads(version.valores or "{}")
        return {nombre: valor for n, v in dichos.items() for nombre, valor in _leido(n, v)}
    except (AttributeError, ValueError):  # somebody else's hand
        return {}


def _leido(nombre: str, valor: Any) -> Sequence[tuple[str, Valor]]:  # noqa: ANN401  # whatever JSON holds
    try:
        return tuple(decode_fields(Contenido, {nombre: valor}).items())
    except (KeyError, TypeError, ValueError):  # a field, or a choice, of another day
        return ()


def versiones_de(proyecto: Proyecto, contenido: Id) -> list[VersionContenido]:
    """Return the versions of a content in use, the oldest first."""
    suyas = [v for v in proyecto.referidos(VersionContenido, "contenido", contenido) if v.activo]
    return sorted(suyas, key=lambda version: (version.numero or 0, version.momento, version.id))


def nueva_version(  # what a version says
    contenido: Contenido, numero: int, momento: datetime, autor: str, motivo: str, partes: Iterable[Parte] = ()
) -> VersionContenido:
    """Return a version of a content as it stands, with its parts."""
    return VersionContenido(
        id=nuevo_id(),
        contenido=contenido.id,
        numero=numero,
        momento=momento.isoformat(timespec="seconds"),
        autor=autor,
        estado=contenido.estado,
        motivo=motivo,
        valores=valores_de(contenido, partes),
    )


def siguiente_numero(proyecto: Proyecto, contenido: Id) -> int:
    """Return the number of the next version of a content; those withdrawn count too."""
    anteriores = proyecto.referidos(VersionContenido, "contenido", contenido)
    return 1 + max((version.numero or 0 for version in anteriores), default=0)


def ultima_igual(proyecto: Proyecto, contenido: Contenido) -> VersionContenido | None:
    """Return the last version of a content when it says and is just what the content does now."""
    suyas = versiones_de(proyecto, contenido.id)
    ultima = suyas[-1] if suyas else None
    hoy = contenido.estado, valores_de(contenido, partes_de(proyecto, contenido.id))
    return ultima if ultima is not None and (ultima.estado, ultima.valores) == hoy else None


def por_cambio_de_estado(proyecto: Proyecto, cambios: Sequence[Cambio], momento: datetime, autor: str) -> list[Cambio]:
    """Return the versions that follow from ``cambios``: of each content whose state they change, as it is left.

    ``cambios`` are not yet in ``proyecto``. A version in that state that they bring themselves, as another copy of the
    project does, is enough.
    """
    traidas: dict[Valor, list[Valor]] = {}
    for pedido in cambios:
        if pedido.entidad == VersionContenido.ENTIDAD and pedido.antes is None and pedido.despues is not None:
            traidas.setdefault(pedido.despues.get("contenido"), []).append(pedido.despues.get("estado"))
    nuevas = []
    for antes, despues in _resultados(proyecto, cambios):
        suyas = traidas.get(despues.id, [])
        if antes is despues.estado or {antes, despues.estado} <= _INICIO or despues.estado in suyas:
            continue
        numero = siguiente_numero(proyecto, despues.id) + len(suyas)
        partes = _partes_resultantes(proyecto, cambios, despues.id)
        nuevas.append(alta(nueva_version(despues, numero, momento, autor, _motivo(despues.estado), partes)))
    return nuevas


def _partes_resultantes(proyecto: Proyecto, cambios: Sequence[Cambio], contenido: Id) -> list[Parte]:
    """Return the parts that a content has once ``cambios`` are done."""
    suyos = [c for c in cambios if c.entidad in _PARTES]
    if not suyos:
        return partes_de(proyecto, contenido)
    despues = proyecto.snapshot()
    despues.apply(suyos)
    return partes_de(despues, contenido)


def _resultados(proyecto: Proyecto, cambios: Sequence[Cambio]) -> Iterator[tuple[EstadoContenido | None, Contenido]]:
    """Yield the state that each touched content had, and the content that the changes make of it."""
    suyos = [c for c in cambios if c.entidad == Contenido.ENTIDAD]
    for identidad in dict.fromkeys(c.id for c in suyos if "estado" in (c.despues or ())):
        antes = proyecto.get(Contenido, identidad)
        despues: Contenido | None = antes
        for pedido in suyos:
            if pedido.id == identidad:
                despues = cast("Contenido | None", aplicado(pedido, Contenido, despues))
        if despues is not None:
            yield (None if antes is None else antes.estado), despues


def _motivo(estado: EstadoContenido | None) -> str:
    return f"Pasó a «{estado.etiqueta}»" if estado else "Quedó sin estado"


def diferentes(uno: Mapping[str, Valor], otro: Mapping[str, Valor]) -> list[str]:
    """Return the fields in which two versions differ, in the order of the record."""
    iniciales = defaults(Contenido)
    return [n for n in iniciales if uno.get(n, iniciales[n]) != otro.get(n, iniciales[n])]
