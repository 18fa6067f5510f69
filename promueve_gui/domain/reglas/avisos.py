"""R13: every publication of a high-value dataset has a dated notice to the Enlaces de Comunicación Digital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.difusion import AvisoAltoValor, Publicacion
from promueve_gui.domain.reglas.base import Regla, Verificacion

if TYPE_CHECKING:
    from promueve_gui.domain.reglas.base import Contexto, Juez

_SIN_AVISO = "Es de alto valor y ya se publicó: falta avisar a los Enlaces de Comunicación Digital."
_POR_ENVIAR = "Ya se publicó, y la fecha de envío de su aviso todavía no llega."
_SIN_FECHA = "El aviso de su publicación no tiene fecha de envío."


def _juez(contexto: Contexto) -> Juez:
    avisos = contexto.proyecto.activos(AvisoAltoValor)
    avisados = {aviso.conjunto for aviso in avisos}
    fechados = {aviso.conjunto for aviso in avisos if aviso.fecha is not None}
    enviados = {aviso.conjunto for aviso in avisos if aviso.fecha is not None and aviso.fecha <= contexto.hoy}
    difundidos = {
        conjunto
        for publicacion in contexto.proyecto.activos(Publicacion)
        if publicacion.fecha is not None and publicacion.fecha <= contexto.hoy
        for conjunto in publicacion.conjuntos
    }

    def juzgar(conjunto: ConjuntoDatos) -> list[Verificacion] | None:
        publicado = conjunto.fecha_publicacion is not None and conjunto.fecha_publicacion <= contexto.hoy
        if not (conjunto.alto_valor and conjunto.promovible and (publicado or conjunto.id in difundidos)):
            return None
        if conjunto.id in enviados:
            return []
        falta = _POR_ENVIAR if conjunto.id in fechados else _SIN_FECHA if conjunto.id in avisados else _SIN_AVISO
        return [Verificacion("alto_valor", falta)]

    return juzgar


REGLA = Regla(
    id="R13",
    paso=4,
    titulo="Aviso de cada publicación de alto valor",
    tipos=(ConjuntoDatos,),
    juez=_juez,
)
