"""«Pedir asesoría»: the draft of a message to whoever gives advice, at any step (mini-guide, edición 2015)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion, Perfil

if TYPE_CHECKING:
    from promueve_gui.domain.flow import Paso
    from promueve_gui.domain.proyecto import Proyecto


@frozen
class Borrador:
    """A message not yet sent. ``para`` is empty while the profile has no address."""

    para: str
    asunto: str
    texto: str


def draft_advice(proyecto: Proyecto, paso: Paso) -> Borrador:
    """Return the message that asks for advice about a step; the person completes and sends it."""
    perfil = proyecto.unico(Perfil)
    institucion = proyecto.unico(Institucion)
    nombre = institucion.nombre if institucion else ""
    quien = (perfil.nombre_asesoria or perfil.organo_rector) if perfil else ""
    lineas = (
        f"{quien or 'A quien corresponda'}:",
        "",
        (
            f"En {nombre or 'nuestra institución'} trabajamos en «{paso.titulo}» para promover los datos abiertos y "
            "solicitamos su asesoría sobre lo siguiente:"
        ),
        "",
        "[Escriba aquí su duda]",
        "",
        "Gracias.",
    )
    return Borrador(
        para=perfil.correo_asesoria if perfil else "",
        asunto=f"Solicitud de asesoría: {paso.titulo}" + (f" · {institucion.siglas}" if institucion else ""),
        texto="\n".join(lineas),
    )
