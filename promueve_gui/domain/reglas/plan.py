"""R3: each plan line is complete, and no priority group or dataset is left without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.reglas.base import Regla, Severidad, Verificacion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from promueve_gui.domain.ficha import Registro
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


def _faltas(linea: LineaPlan) -> Iterator[Verificacion]:
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


def _juez(contexto: Contexto) -> Juez:
    vigentes = [linea for linea in contexto.proyecto.activos(LineaPlan) if linea.vigente]
    grupos = {grupo for linea in vigentes for grupo in linea.grupos}
    conjuntos = {linea.conjunto for linea in vigentes}

    def juzgar(registro: Registro) -> Iterable[Verificacion] | None:
        if isinstance(registro, LineaPlan):
            return _faltas(registro) if registro.vigente else None
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
    severidad=Severidad.ADVIERTE,
    tipos=(GrupoUsuarios, ConjuntoDatos, LineaPlan),
    juez=_juez,
)
