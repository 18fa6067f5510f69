"""R5: every content and tool carries a contact e-mail, and a technical person is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.institucion import Persona
from promueve_gui.domain.reglas.base import Regla, Verificacion
from promueve_gui.domain.reglas.tablero import en_tablero

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Id
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas.base import Contexto, Juez


def verificar(proyecto: Proyecto, contenido: Contenido) -> list[Verificacion]:
    """Return the checks of a content's contacts. Only the e-mail bars approval: the Guía's table names it alone."""
    return [
        _verificar_correo(contenido.correo_contacto),
        _verificar_tecnico(proyecto, "contacto_tecnico", contenido.contacto_tecnico),
    ]


def _verificar_correo(correo: str) -> Verificacion:
    problema = revisar_correo(correo)
    if problema is None:
        return Verificacion("correo_contacto", "Correo de contacto", ok=True)
    return Verificacion("correo_contacto", problema, bloquea=True)


def _verificar_tecnico(proyecto: Proyecto, campo: str, identidad: Id | None) -> Verificacion:
    persona = proyecto.get(Persona, identidad)
    if persona is None:
        return Verificacion(campo, "Falta el contacto técnico.")
    if not persona.activo:
        return Verificacion(campo, "El contacto técnico ya no está en la lista de personas; elija otro.")
    return Verificacion(campo, "Contacto técnico", ok=True)


def _juez(contexto: Contexto) -> Juez:
    proyecto = contexto.proyecto

    def juzgar(registro: Contenido | Herramienta) -> list[Verificacion] | None:
        if isinstance(registro, Contenido):
            return en_tablero(registro, verificar(proyecto, registro))
        correo = _verificar_correo(registro.correo_contacto)
        return en_tablero(registro, [correo, _verificar_tecnico(proyecto, "responsable", registro.responsable)])

    return juzgar


REGLA = Regla(
    id="R5",
    paso=3,
    titulo="Correo de contacto en cada contenido",
    tipos=(Contenido, Herramienta),
    juez=_juez,
)
