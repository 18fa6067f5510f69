"""How a content comes into being and moves on: its first values, the states it may go to, what can be inserted.

Decides nothing of its own: the rules of the domain do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import ConjuntoDatos, Herramienta, Recurso
from promueve_gui.domain.contenidos import CAMPOS_POR_TIPO, Contenido
from promueve_gui.domain.enlaces import revisar_correo, revisar_url
from promueve_gui.domain.ficha import Opcion
from promueve_gui.domain.folios import siguiente_folio
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.institucion import Institucion, Persona
from promueve_gui.domain.reglas import revisar_contenido, trabas
from promueve_gui.domain.reglas.checklist import ANTES_DE_PUBLICAR
from promueve_gui.domain.vocabularios import EstadoContenido, Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.reglas import Contexto, Punto

MODELO_NUMERO = "{numero:03}/{anio}"


def contenido_inicial(proyecto: Proyecto, tipo: TipoContenido, hoy: date) -> dict[str, Any]:
    """Return what a new content of a type starts with: day, place, contact e-mail and number, where it has them."""
    institucion = proyecto.unico(Institucion)
    conocidos: dict[str, Any] = {
        "fecha": hoy,
        "lugar": institucion.ciudad if institucion else "",
        "correo_contacto": institucion.correo_contacto if institucion else "",
    }
    if tipo is TipoContenido.BOLETIN:
        conocidos["numero"] = siguiente_numero(proyecto, hoy.year)
    pedidos = CAMPOS_POR_TIPO[tipo]
    return {"tipo": tipo} | {nombre: valor for nombre, valor in conocidos.items() if nombre in pedidos}


def siguiente_numero(proyecto: Proyecto, anio: int) -> str:
    """Return the number of the next comunicado of a year, withdrawn ones counted too: «013/2026»."""
    usados = (contenido.numero for contenido in proyecto.todos(Contenido))
    return siguiente_folio(usados, anio, MODELO_NUMERO)


class EstadoRevision(Opcion):
    """What the checklist of a content says, at a glance."""

    CUMPLE = "cumple", "Cumple la revisión"
    AVISOS = "avisos", "Tiene recomendaciones por atender"
    FALTA = "falta", "Le falta algo obligatorio"


def estado_revision(contexto: Contexto, contenido: Contenido) -> EstadoRevision:
    """Return what the checklist says: coordination counts only for what is approved or published already (R7)."""
    hecho = contenido.estado in {EstadoContenido.APROBADO, EstadoContenido.PUBLICADO}
    faltas = [p for p in revisar_contenido(contexto, contenido) if not p.ok and (hecho or p.regla != ANTES_DE_PUBLICAR)]
    if any(p.bloquea for p in faltas):
        return EstadoRevision.FALTA
    return EstadoRevision.AVISOS if faltas else EstadoRevision.CUMPLE


@frozen
class Avance:
    """A state that a content may go to, how the button says it, and the sentence on what stands in the way, if any."""

    estado: EstadoContenido
    texto: str
    falta: str = ""


def avances(contexto: Contexto, contenido: Contenido) -> tuple[Avance, ...]:
    """Return where a content may go from its state, the way forward first."""
    match contenido.estado:
        case EstadoContenido.EN_REVISION:
            enviar = Avance(EstadoContenido.CON_COMUNICACION, "Enviar a Comunicación Social")
            return enviar, Avance(EstadoContenido.BORRADOR, "Devolver a borrador")
        case EstadoContenido.CON_COMUNICACION:
            aprobar = Avance(EstadoContenido.APROBADO, "Aprobar", _falta_para_aprobar(contexto, contenido))
            return aprobar, Avance(EstadoContenido.EN_REVISION, "Devolver a revisión")
        case EstadoContenido.APROBADO:
            publicar = Avance(
                EstadoContenido.PUBLICADO, "Marcar como publicado", _falta_para_publicar(contexto, contenido)
            )
            return publicar, Avance(EstadoContenido.BORRADOR, "Devolver a borrador")
        case EstadoContenido.PUBLICADO:
            return (Avance(EstadoContenido.APROBADO, "Quitar la marca de publicado"),)
        case _:
            return (Avance(EstadoContenido.EN_REVISION, "Enviar a revisión"),)


def _falta_para_aprobar(contexto: Contexto, contenido: Contenido) -> str:
    return _frase("aprobarlo", trabas(contexto, contenido, EstadoContenido.APROBADO))


def _falta_para_publicar(contexto: Contexto, contenido: Contenido) -> str:
    return _frase("publicarlo", trabas(contexto, contenido, EstadoContenido.PUBLICADO))


def _frase(para: str, puntos: list[Punto]) -> str:
    if not puntos:
        return ""
    primera = puntos[0].texto
    otras = len(puntos) - 1
    resto = "" if not otras else " Y otro punto de la revisión." if otras == 1 else f" Y otros {otras} puntos."
    return f"Para {para}: {primera[:1].lower()}{primera[1:]}{resto}"


def insertables(proyecto: Proyecto, contenido: Contenido) -> Mapping[str, Any]:
    """Return, by field, the value that the program can propose where the checklist finds a gap.

    Contact e-mail of the institution, direct URL of the first dataset or tool that has a good one, and the technical
    contact when only one person has that role.
    """
    propuestas = {
        "correo_contacto": _correo(proyecto),
        "url": _url(proyecto, contenido),
        "contacto_tecnico": _tecnico(proyecto),
    }
    return {campo: valor for campo, valor in propuestas.items() if valor and valor != getattr(contenido, campo)}


def _correo(proyecto: Proyecto) -> str:
    institucion = proyecto.unico(Institucion)
    correo = institucion.correo_contacto if institucion else ""
    return correo if revisar_correo(correo) is None else ""


def _url(proyecto: Proyecto, contenido: Contenido) -> str:
    return next((url for url in _urls(proyecto, contenido) if revisar_url(url) is None), "")


def _urls(proyecto: Proyecto, contenido: Contenido) -> Iterator[str]:
    for identidad in contenido.conjuntos:
        conjunto = proyecto.get(ConjuntoDatos, identidad)
        yield conjunto.url if conjunto is not None else ""
    herramienta = proyecto.get(Herramienta, contenido.herramienta)
    if herramienta is not None:
        yield herramienta.url
    yield from (r.url for r in proyecto.activos(Recurso) if r.conjunto in contenido.conjuntos)


def _tecnico(proyecto: Proyecto) -> str:
    tecnicos = [persona.id for persona in proyecto.activos(Persona) if persona.rol is Rol.TECNICO]
    return tecnicos[0] if len(tecnicos) == 1 else ""
