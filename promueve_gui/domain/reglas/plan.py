"""R3: each plan line is complete, and no priority group or dataset is left without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reglas.base import Regla, Verificacion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez

_REQUERIDOS = (
    ("grupos", "Falta al menos un grupo de usuarios."),
    ("tipo_contenido", "Falta el tipo de contenido."),
    ("canal", "Falta el canal."),
    ("fecha", "Falta la fecha."),
    ("rol_responsable", "Falta el papel responsable."),
)
_SIN_GRUPO = (Verificacion("prioritario", "Es un grupo prioritario y ninguna actividad del plan lo atiende."),)
_SIN_DATO = (Verificacion("prioritario", "Es un conjunto prioritario y ninguna actividad del plan lo promueve."),)


def _faltas(linea: LineaPlan, proyecto: Proyecto) -> Iterator[Verificacion]:
    objetos = sum(objeto is not None for objeto in (linea.conjunto, linea.herramienta, linea.evento))
    if not objetos:
        yield Verificacion("conjunto", "Falta qué se promueve: un conjunto de datos, una herramienta o un evento.")
    if objetos > 1:
        yield Verificacion(
            "conjunto", "Se promueve una sola cosa: deje el conjunto de datos, la herramienta o el evento."
        )
    if linea.fecha is not None and linea.fecha_fin is not None and linea.fecha_fin < linea.fecha:
        yield Verificacion("fecha_fin", "«Hasta» es un día anterior a «Fecha»; revise las dos.")
    for campo, mensaje in _REQUERIDOS:
        if not getattr(linea, campo):
            yield Verificacion(campo, mensaje)
    if linea.abierta:
        yield from _retirados(linea, proyecto)


def _retirados(linea: LineaPlan, proyecto: Proyecto) -> Iterator[Verificacion]:
    """Look for what a line still to be done names and the project has no more; of datasets R2 tells."""
    for campo, tipo in (("herramienta", Herramienta), ("evento", Evento)):
        objeto = proyecto.get(tipo, getattr(linea, campo))
        if objeto is not None and not objeto.activo:
            yield Verificacion(campo, f"«{objeto.titulo}» se retiró del proyecto; elija otra cosa que promover.")
    grupos = [grupo for i in linea.grupos if (grupo := proyecto.get(GrupoUsuarios, i)) is not None]
    if grupos and len(grupos) == len(linea.grupos) and not any(grupo.activo for grupo in grupos):
        yield Verificacion("grupos", "Sus grupos de usuarios se retiraron del proyecto; elija al menos uno.")


def _juez(contexto: Contexto) -> Juez:
    vigentes = [linea for linea in contexto.proyecto.activos(LineaPlan) if linea.vigente]
    grupos = {grupo for linea in vigentes for grupo in linea.grupos}
    conjuntos = {linea.conjunto for linea in vigentes}

    def juzgar(registro: Registro) -> Iterable[Verificacion] | None:
        if isinstance(registro, LineaPlan):
            return _faltas(registro, contexto.proyecto) if registro.vigente else None
        if isinstance(registro, GrupoUsuarios):
            sin_linea = () if registro.id in grupos else _SIN_GRUPO
            return sin_linea if registro.prioritario else None
        if isinstance(registro, ConjuntoDatos) and registro.prioritario and registro.promovible:
            return () if registro.id in conjuntos else _SIN_DATO
        return None

    return juzgar


REGLA = Regla(
    id="R3",
    paso=2,
    titulo="Grupos y datos prioritarios con actividad",
    tipos=(GrupoUsuarios, ConjuntoDatos, LineaPlan),
    juez=_juez,
)
