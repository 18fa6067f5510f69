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
from promueve_gui.domain.reglas import POR_ID, revisar_contenido, trabas
from promueve_gui.domain.reglas.checklist import LECTURA
from promueve_gui.domain.vocabularios import EstadoContenido, Rol, TipoContenido

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
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


@frozen
class ReglaRevisada:
    """What one rule says of a content: how it stands, and the sentences on what is missing, those that bar it first."""

    regla: str
    titulo: str
    estado: EstadoRevision
    faltas: tuple[str, ...] = ()


@frozen
class Revision:
    """The checklist of a content, whole and rule by rule; a rule that does not concern its type is left out."""

    estado: EstadoRevision
    reglas: tuple[ReglaRevisada, ...]


def revision_de(contexto: Contexto, contenido: Contenido) -> Revision:
    """Return how the checklist stands."""
    puntos = revisar_contenido(contexto, contenido)
    propios = {punto.regla: [p for p in puntos if p.regla == punto.regla] for punto in puntos if punto.regla != LECTURA}
    return Revision(_estado(puntos), tuple(_regla(regla, suyos) for regla, suyos in propios.items()))


def _regla(regla: str, puntos: list[Punto]) -> ReglaRevisada:
    faltas = sorted((p for p in puntos if not p.ok), key=lambda p: not p.bloquea)
    return ReglaRevisada(regla, POR_ID[regla].titulo, _estado(puntos), tuple(p.texto for p in faltas))


def _estado(puntos: Sequence[Punto]) -> EstadoRevision:
    faltas = [p for p in puntos if not p.ok]
    if any(p.bloquea for p in faltas):
        return EstadoRevision.FALTA
    return EstadoRevision.AVISOS if faltas else EstadoRevision.CUMPLE


@frozen
class Avance:
    """A state that a content may go to, how the button says it, and the sentence on what stands in the way, if any.

    ``campo`` is where the first of what stands in the way is mended.
    """

    estado: EstadoContenido
    texto: str
    falta: str = ""
    campo: str = ""


def avances(contexto: Contexto, contenido: Contenido) -> tuple[Avance, ...]:
    """Return where a content may go from its state, the way forward first."""
    match contenido.estado:
        case EstadoContenido.EN_REVISION:
            enviar = Avance(EstadoContenido.CON_COMUNICACION, "Enviar a Comunicación Social")
            return enviar, Avance(EstadoContenido.BORRADOR, "Devolver a borrador")
        case EstadoContenido.CON_COMUNICACION:
            aprobar = _vigilado(contexto, contenido, EstadoContenido.APROBADO)
            return aprobar, Avance(EstadoContenido.EN_REVISION, "Devolver a revisión")
        case EstadoContenido.APROBADO:
            publicar = _vigilado(contexto, contenido, EstadoContenido.PUBLICADO)
            return publicar, Avance(EstadoContenido.BORRADOR, "Devolver a borrador")
        case EstadoContenido.PUBLICADO:
            return (Avance(EstadoContenido.APROBADO, "Quitar la marca de publicado"),)
        case _:
            return (Avance(EstadoContenido.EN_REVISION, "Enviar a revisión"),)


_VIGILADOS = {
    EstadoContenido.APROBADO: ("Aprobar", "aprobarlo"),
    EstadoContenido.PUBLICADO: ("Marcar como publicado", "publicarlo"),
}


def _vigilado(contexto: Contexto, contenido: Contenido, estado: EstadoContenido) -> Avance:
    """Return the step to a state that the rules guard (R2, R4–R7), with what stands in its way."""
    texto, para = _VIGILADOS[estado]
    puntos = trabas(contexto, contenido)
    return Avance(estado, texto, _frase(para, puntos), puntos[0].campo if puntos else "")


def _frase(para: str, puntos: list[Punto]) -> str:
    if not puntos:
        return ""
    primera = puntos[0].texto
    otras = len(puntos) - 1
    resto = "" if not otras else " Y otro punto de la revisión." if otras == 1 else f" Y otros {otras} puntos."
    return f"Para {para}: {primera[:1].lower()}{primera[1:]}{resto}"


def insertables(proyecto: Proyecto, contenido: Contenido) -> Mapping[str, Any]:
    """Return, by field, the value that the program can propose where the checklist finds a gap.

    Direct URL of the first dataset or tool that has a good one; contacts of the tool, or else the e-mail of the
    institution, and the person who alone is technical contact of the area of the data, or of the institution.
    """
    propuestas = {
        "correo_contacto": _correo(proyecto, contenido),
        "url": _url(proyecto, contenido),
        "contacto_tecnico": _tecnico(proyecto, contenido),
    }
    return {campo: valor for campo, valor in propuestas.items() if valor and valor != getattr(contenido, campo)}


def _correo(proyecto: Proyecto, contenido: Contenido) -> str:
    herramienta, institucion = proyecto.get(Herramienta, contenido.herramienta), proyecto.unico(Institucion)
    correos = (registro.correo_contacto for registro in (herramienta, institucion) if registro is not None)
    return next((correo for correo in correos if revisar_correo(correo) is None), "")


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


def _tecnico(proyecto: Proyecto, contenido: Contenido) -> str:
    herramienta = proyecto.get(Herramienta, contenido.herramienta)
    suyo = proyecto.get(Persona, herramienta.responsable if herramienta else None)
    if suyo is not None and suyo.activo:
        return suyo.id
    tecnicos = [persona for persona in proyecto.activos(Persona) if persona.rol is Rol.TECNICO]
    conjuntos = (proyecto.get(ConjuntoDatos, identidad) for identidad in contenido.conjuntos)
    areas = dict.fromkeys(conjunto.area for conjunto in conjuntos if conjunto is not None and conjunto.area)
    for posibles in (*([t for t in tecnicos if t.area == area] for area in areas), tecnicos):
        if len(posibles) == 1:
            return posibles[0].id
    return ""
