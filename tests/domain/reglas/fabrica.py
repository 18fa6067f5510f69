"""Made-up records for the tests of rules: each is well as it comes, and a test spoils what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.conjuntos import Acuerdo, ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Institucion, Perfil, Persona, RedSocial
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.reglas import POR_ID, Contexto
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    ClaseTecnica,
    OrigenRecomendacion,
    Rol,
    TipoContenido,
    TipoEvento,
    TipoHerramienta,
)

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.reglas import Resultado

HOY = date(2026, 11, 19)
LIGA = "https://datos.ejemplo.gob.mx/conjunto/puentes"
CORREO = "datos@ejemplo.gob.mx"

AREA = AreaGeneradora(id="area", nombre="Dirección de Puentes")
TECNICO = Persona(id="tecnico", nombre="Eva Prueba", rol=Rol.TECNICO)
CONJUNTO = ConjuntoDatos(id="puentes", nombre="Puentes y vados")
GRUPO = GrupoUsuarios(id="grupo", nombre="Periodistas", clase=ClaseGrupo.DENTRO, area="area")
RED = RedSocial(id="red", nombre="Red X", limite=280, cuenta_url=23)
HERRAMIENTA = Herramienta(
    id="visor",
    nombre="Visor de puentes",
    tipo=TipoHerramienta.VISOR,
    correo_contacto=CORREO,
    responsable="tecnico",
    liga_portal=True,
)
MESA = Evento(
    id="mesa",
    nombre="Mesa de puentes",
    tipo=TipoEvento.MESA_REDONDA,
    fecha=date(2026, 10, 1),
    lugar="Sala 1",
    hora_inicio="10:00",
    hora_fin="12:00",
    invitacion=date(2026, 9, 15),
    agenda="Puentes",
    asistencia="Once personas",
    desarrollo="Se habló de puentes",
    encuesta="Aplicada",
)
ACUERDO = Acuerdo(id="acuerdo", tarea="Publicar", evento="mesa", responsable="Dirección", fin=date(2026, 12, 1))
LINEA = LineaPlan(
    id="linea",
    nombre="Boletín de puentes",
    conjunto="puentes",
    grupos=("grupo",),
    tipo_contenido=TipoContenido.BOLETIN,
    canal=Canal.CORREO,
    fecha=date(2026, 11, 30),
    rol_responsable=Rol.ENLACE,
)
RECOMENDACION = Recomendacion(
    id="rec",
    folio="001",
    fecha_recepcion=date(2026, 11, 1),
    origen=OrigenRecomendacion.CORREO,
    texto="Agreguen el año de construcción.",
    conjunto="puentes",
    clase=ClaseTecnica.DATOS_NUEVOS,
    area="area",
)

_FRASE = "Los datos de los puentes ya están abiertos a todas las personas. "
_CUERPOS: dict[TipoContenido, dict[str, Any]] = {
    TipoContenido.REDES: {"red": "red", "mensaje": "Ya puede consultar los puentes."},
    TipoContenido.BOLETIN: {
        "sumarios": "Uno\nDos\nTres",
        "entrada": _FRASE,
        "cuerpo": _FRASE * 20,
        "cita": "«Son de todos», dijo Eva Prueba.",
    },
    TipoContenido.PRESENTACION: {"cuerpo": _FRASE},
    TipoContenido.HISTORIA: {
        "autor": "Eva Prueba",
        "sector": "Infraestructura",
        **dict.fromkeys(("antecedentes", "retos", "solucion", "resultados"), _FRASE * 12),
    },
    TipoContenido.HERRAMIENTA: {"herramienta": "visor", "cuerpo": _FRASE},
    TipoContenido.ESTUDIO: {"cuerpo": _FRASE},
}
COORDINACION: dict[str, Any] = {
    "coordinado_fecha": date(2026, 11, 2),
    "coordinado_persona": "Enlace del órgano rector",
    "coordinado_medio": "correo",
}


def contenido(tipo: TipoContenido = TipoContenido.BOLETIN, **valores: Any) -> Contenido:
    """Return a complete draft of a type, with other values where they are given."""
    base = Contenido(
        id="contenido",
        nombre="Los puentes se abren",
        tipo=tipo,
        conjuntos=("puentes",),
        url=LIGA,
        correo_contacto=CORREO,
        contacto_tecnico="tecnico",
    )
    return replace(base, **{**_CUERPOS[tipo], **valores})


def publicacion(dia: date | None, identidad: str = "pub", **valores: Any) -> Publicacion:
    """Return a communication of a day, with a direct URL."""
    dados = {"nombre": "Comunicación", "canal": Canal.REDES, "url": LIGA, "conjuntos": ("puentes",), **valores}
    return Publicacion(id=identidad, fecha=dia, **dados)


def perfil(**valores: Any) -> Perfil:
    """Return a profile with these settings."""
    return Perfil(id="perfil", nombre="De prueba", **valores)


def institucion(**valores: Any) -> Institucion:
    """Return the made-up institution."""
    base = Institucion(id="inst", nombre="Secretaría de Puentes", siglas="SP", correo_contacto=CORREO, anio=2026)
    return replace(base, **valores)


def proyecto(*registros: Registro) -> Proyecto:
    """Return a project that holds these records."""
    tablas: dict[str, dict[str, Registro]] = {}
    for registro in registros:
        tablas.setdefault(registro.ENTIDAD, {})[registro.id] = registro
    return Proyecto(tablas)


def contexto(*registros: Registro, hoy: date = HOY) -> Contexto:
    """Return what rules are told of a project that holds these records."""
    return Contexto(proyecto(*registros), hoy)


def evaluar(regla: str, *registros: Registro, hoy: date = HOY) -> Resultado:
    """Return what one rule says of a project that holds these records."""
    return POR_ID[regla].evaluar(contexto(*registros, hoy=hoy))


def faltas(resultado: Resultado) -> list[tuple[str, str]]:
    """Return the record and the field of every gap."""
    return [(hallazgo.id, hallazgo.campo) for hallazgo in resultado.hallazgos]
