"""What else follows when something changes, so that one fact is never typed twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import COORDINACION, FIRMES, Contenido
from promueve_gui.domain.datos_fijados import congelar
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.enriquecido import escapar, plano
from promueve_gui.domain.institucion import Membrete
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas import Contexto, puede_salir
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import Desenlace, EstadoContenido, EstadoLinea, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from promueve_gui.domain.cambios import Cambio
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto

_DECISIVOS = frozenset({"desenlace", "fecha_estimada", "conjunto"})
_SALIDA = frozenset({"contenido", "fecha"})  # of a publication
# What a sign-off does not speak of: notes, where a line came from, and the day that it was given itself.
_SIN_VISTO_BUENO = frozenset({"notas", "retirado", "serie", "regla", "propuesta", "visto_bueno_fecha"})
_MIRADOS_APARTE = _SIN_VISTO_BUENO | {"estado", "grupos"}
_AVANCE: dict[Valor, int] = {estado: lugar for lugar, estado in enumerate(EstadoLinea)}
_SIN_REVISION = frozenset({"linea", "notas", "retirado", "membrete", "congelado", *COORDINACION})  # no words of its own
_PARTES: Mapping[str, type[VarianteRed | Lamina]] = {VarianteRed.ENTIDAD: VarianteRed, Lamina.ENTIDAD: Lamina}
# What these functions look at; an import brings tens of thousands of other changes.
_CON_CONSECUENCIAS = frozenset(
    tipo.ENTIDAD
    for tipo in (
        *(ConjuntoDatos, Contenido, LineaPlan, Membrete, Publicacion, Recomendacion, UnionGrupos),
        *_PARTES.values(),
    )
)


def consecuencias(proyecto: Proyecto, cambios: Sequence[Cambio], hoy: date) -> list[Cambio]:
    """Return the changes that follow on the day ``hoy`` from ``cambios``, which are not yet in ``proyecto``."""
    mirados = [c for c in cambios if c.entidad in _CON_CONSECUENCIAS]
    seguidos = [
        *_promesas(proyecto, mirados),
        *_revisiones(proyecto, mirados),
        *_publicados(proyecto, mirados, hoy),
        *_vistos_buenos(proyecto, mirados, hoy),
        *_mensajes(proyecto, mirados),
        *_membretes(proyecto, mirados),
    ]
    return [*seguidos, *_fijados(proyecto, [*cambios, *seguidos])]


def _publicados(proyecto: Proyecto, cambios: Sequence[Cambio], hoy: date) -> list[Cambio]:
    """Return how approved contents are marked as published when the log says that they went out.

    What the rules bar from being published (R2, R4-R7) stays as it is: the log tells what happened all the same.
    """
    tocados = {c.id for c in cambios if c.entidad == Contenido.ENTIDAD}
    salidos: dict[Id, Contenido] = {}
    for pedido in cambios:
        if pedido.entidad != Publicacion.ENTIDAD or not _SALIDA.intersection(pedido.despues or ()):
            continue
        actual = proyecto.get(Publicacion, pedido.id)
        fecha, identidad = (_vigente(pedido, actual, nombre) for nombre in ("fecha", "contenido"))
        contenido = proyecto.get(Contenido, cast("Id | None", identidad))
        if contenido is not None and contenido.id not in tocados and fecha and cast("date", fecha) <= hoy:
            salidos[contenido.id] = contenido
    contexto = Contexto(proyecto, hoy)
    aprobados = (c for c in salidos.values() if c.activo and c.estado is EstadoContenido.APROBADO)
    pasos = (cambio(c, estado=EstadoContenido.PUBLICADO) for c in aprobados if puede_salir(contexto, c))
    return [paso for paso in pasos if paso is not None]


def _vistos_buenos(proyecto: Proyecto, cambios: Sequence[Cambio], hoy: date) -> list[Cambio]:
    """Return how lines of the plan lose the sign-off of what they no longer say, and the day when one is given.

    A step forward of the state alone takes nothing back: that is what was signed off being done. Nor does another
    order of its groups, or that one stands for another by now: they are the same.
    """
    pedidos: dict[Id, dict[str, Valor]] = {}
    for pedido in cambios:
        if pedido.entidad == LineaPlan.ENTIDAD and pedido.despues is not None:
            pedidos.setdefault(pedido.id, {}).update(pedido.despues)
    lineas = (
        (proyecto.get(LineaPlan, identidad) or LineaPlan(id=identidad), dado) for identidad, dado in pedidos.items()
    )
    unidos = _unidos(proyecto, cambios) if pedidos else frozenset()
    pasos = (_visto_bueno(linea, despues, unidos, hoy) for linea, despues in lineas)
    return [paso for paso in pasos if paso is not None]


def _unidos(proyecto: Proyecto, cambios: Sequence[Cambio]) -> frozenset[Id]:
    """Return the groups that are merged or parted by these changes, and those that stand for them."""
    pedidas = [c for c in cambios if c.entidad == UnionGrupos.ENTIDAD]
    if not pedidas:
        return frozenset()
    dichos = (_vigente(c, proyecto.get(UnionGrupos, c.id), nombre) for c in pedidas for nombre in ("queda", "sobrante"))
    ids = {cast("Id", grupo) for grupo in dichos if grupo}
    queda_por = Procedencias.of(proyecto).queda_por
    return frozenset(ids | {queda_por[grupo] for grupo in ids if grupo in queda_por})


def _visto_bueno(linea: LineaPlan, despues: Mapping[str, Valor], unidos: frozenset[Id], hoy: date) -> Cambio | None:
    if "visto_bueno" in despues:
        dia = hoy if despues["visto_bueno"] else None
        return None if "visto_bueno_fecha" in despues else cambio(linea, visto_bueno_fecha=dia)
    if despues.get("visto_bueno_fecha"):  # it was signed off as it now is, on that day
        return None
    if not (linea.visto_bueno or linea.visto_bueno_fecha) or not _dice_otra_cosa(linea, despues, unidos):
        return None
    return cambio(linea, visto_bueno=None, visto_bueno_fecha=None)


def _dice_otra_cosa(linea: LineaPlan, despues: Mapping[str, Valor], unidos: frozenset[Id]) -> bool:
    retrocede = "estado" in despues and _AVANCE.get(despues["estado"], -1) < _AVANCE.get(linea.estado, -1)
    sin_dia = "visto_bueno_fecha" in despues and despues["visto_bueno_fecha"] is None
    otros = set(linea.grupos) ^ set(cast("Sequence[Id]", despues.get("grupos", linea.grupos)))
    return retrocede or sin_dia or not unidos.issuperset(otros) or not _MIRADOS_APARTE.issuperset(despues)


def _revisiones(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return how contents whose approved text changes go back to review: what was approved is another text (R6).

    Coordination is no text (R7), so it takes nothing back; nor does an edit that says the state itself.
    Variants and slides are text of their content.
    """
    con_estado = {c.id for c in cambios if c.entidad == Contenido.ENTIDAD and "estado" in (c.despues or ())}
    tocados = [c.id for c in cambios if c.entidad == Contenido.ENTIDAD and _es_otro_texto(c)]
    tocados += [duenio for c in cambios if c.entidad in _PARTES for duenio in _duenios(proyecto, c)]
    unicos = (proyecto.get(Contenido, identidad) for identidad in dict.fromkeys(tocados) if identidad not in con_estado)
    aprobados = (c for c in unicos if c is not None and c.estado is EstadoContenido.APROBADO)
    pasos = (cambio(contenido, estado=EstadoContenido.EN_REVISION) for contenido in aprobados)
    return [paso for paso in pasos if paso is not None]


def _duenios(proyecto: Proyecto, pedido: Cambio) -> Iterator[Id]:
    """Yield the contents of which a variant or slide was and will be a part."""
    actual = proyecto.get(_PARTES[pedido.entidad], pedido.id)
    for duenio in (None if actual is None else actual.contenido, (pedido.despues or {}).get("contenido")):
        if duenio is not None:
            yield cast("Id", duenio)


def _fijados(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return how contents that are approved keep what they take from the project, and those that go back let go.

    What a change says of it itself, as another copy of the project does, stays.
    """
    pedidos = [c for c in cambios if c.entidad == Contenido.ENTIDAD and "estado" in (c.despues or ())]
    if not pedidos:
        return []
    despues = proyecto.snapshot()
    despues.apply(cambios)
    dichos = {c.id for c in cambios if c.entidad == Contenido.ENTIDAD and "congelado" in (c.despues or ())}
    tocados = (despues.get(Contenido, c.id) for c in pedidos if c.id not in dichos)
    pasos = (_fijado(despues, uno, proyecto.get(Contenido, uno.id)) for uno in tocados if uno is not None)
    return [paso for paso in pasos if paso is not None]


def _fijado(proyecto: Proyecto, contenido: Contenido, antes: Contenido | None) -> Cambio | None:
    if contenido.estado not in FIRMES:
        return cambio(contenido, congelado="")
    if contenido.congelado and antes is not None and antes.estado in FIRMES:
        return None
    partes = (p for tipo in _PARTES.values() for p in proyecto.referidos(tipo, "contenido", contenido.id) if p.activo)
    return cambio(contenido, congelado=congelar(contenido, proyecto, partes))


def _mensajes(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return how the text of a content goes along when it becomes one for the networks, or one of another type.

    Networks have no formatting, so their message is another field; what that field says already is left alone.
    """
    pasos = []
    for pedido in cambios:
        antes = proyecto.get(Contenido, pedido.id) if pedido.entidad == Contenido.ENTIDAD else None
        despues = pedido.despues or {}
        if antes is None or "tipo" not in despues or {"cuerpo", "mensaje"} & despues.keys():
            continue
        if despues["tipo"] is TipoContenido.REDES and antes.cuerpo and not antes.mensaje:
            pasos.append(cambio(antes, mensaje=plano(antes.cuerpo)))
        elif antes.tipo is TipoContenido.REDES and antes.mensaje and not antes.cuerpo:
            pasos.append(cambio(antes, cuerpo=escapar(antes.mensaje)))
    return [paso for paso in pasos if paso is not None]


def _membretes(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return how the letterhead in use gives way when another one is chosen: there is one, whatever door it came by."""
    dichos = {c.id: c.despues["predeterminado"] for c in cambios if _dice_membrete(c) and c.despues is not None}
    if True not in dichos.values():
        return []
    otros = (m for m in proyecto.activos(Membrete) if m.predeterminado and m.id not in dichos)
    pasos = (cambio(membrete, predeterminado=False) for membrete in otros)
    return [paso for paso in pasos if paso is not None]


def _dice_membrete(pedido: Cambio) -> bool:
    return pedido.entidad == Membrete.ENTIDAD and "predeterminado" in (pedido.despues or ())


def _es_otro_texto(pedido: Cambio) -> bool:
    despues = pedido.despues or {}
    return "estado" not in despues and not _SIN_REVISION.issuperset(despues)


def _promesas(proyecto: Proyecto, cambios: Sequence[Cambio]) -> list[Cambio]:
    """Return the dates that recommendations promise of their datasets.

    R10 (Paso 4.3, edición 2017): the estimated date of a recommendation that proceeds goes to its dataset, when the
    recommendation says something new about it; a date that somebody corrected by hand later stays.
    """
    tocados = {c.id for c in cambios if c.entidad == ConjuntoDatos.ENTIDAD}
    fechas: dict[Id, date] = {}
    for pedido in cambios:
        if pedido.entidad != Recomendacion.ENTIDAD or not _DECISIVOS.intersection(pedido.despues or ()):
            continue
        actual = proyecto.get(Recomendacion, pedido.id)
        conjunto, fecha, desenlace = (
            _vigente(pedido, actual, nombre) for nombre in ("conjunto", "fecha_estimada", "desenlace")
        )
        if desenlace is Desenlace.PROCEDE and fecha is not None and conjunto is not None and conjunto not in tocados:
            fechas[cast("Id", conjunto)] = cast("date", fecha)
    conjuntos = ((proyecto.get(ConjuntoDatos, identidad), fecha) for identidad, fecha in fechas.items())
    pasos = (cambio(conjunto, fecha_compromiso=fecha) for conjunto, fecha in conjuntos if conjunto is not None)
    return [paso for paso in pasos if paso is not None]


def _vigente(pedido: Cambio, actual: Registro | None, nombre: str) -> Valor:
    despues = pedido.despues or {}
    return despues[nombre] if nombre in despues else getattr(actual, nombre, None)
