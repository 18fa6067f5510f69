"""Step 3: the contents that are written here and leave for Comunicación Social."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido


@frozen(kw_only=True)
class Contenido(Registro):
    """One content of any of the six types; ``CAMPOS_POR_TIPO`` says which fields each type fills in.

    ``mensaje`` is the text for the networks, which have no formatting. ``congelado`` holds, as JSON, what the
    content took from the project when it was approved (``datos_fijados``); empty while it follows the project.
    """

    ENTIDAD: ClassVar[str] = "contenido"
    SINGULAR: ClassVar[str] = "contenido"
    PLURAL: ClassVar[str] = "contenidos"
    SIN_TITULO: ClassVar[str] = "sin título"

    nombre: str = ficha.texto("Título", requerido=True, ancho=44)
    tipo: TipoContenido | None = ficha.opcion("Tipo", TipoContenido, requerido=True, ancho=24)
    estado: EstadoContenido | None = ficha.opcion(
        "Estado", EstadoContenido, EstadoContenido.BORRADOR, requerido=True, ancho=19
    )
    linea: Id | None = ficha.referencia("Actividad del plan", "linea_plan")
    conjuntos: tuple[Id, ...] = ficha.referencias("Conjuntos de datos", "conjunto_datos")
    herramienta: Id | None = ficha.referencia("Herramienta", "herramienta")
    red: Id | None = ficha.referencia("Red social", "red_social")
    numero: str = ficha.texto("Número de comunicado", ancho=14)
    fecha: date | None = ficha.fecha("Fecha")
    lugar: str = ficha.texto("Lugar", ancho=20)
    autor: str = ficha.texto("Autoría", ancho=28)
    sector: str = ficha.texto("Sector", ancho=20)
    sumarios: str = ficha.texto_largo("Sumarios (uno por renglón)")
    entrada: str = ficha.texto_rico("Entrada: qué, quién, cuándo, dónde y por qué")
    cuerpo: str = ficha.texto_rico("Texto")
    cita: str = ficha.texto_rico("Cita textual")
    antecedentes: str = ficha.texto_rico("Antecedentes")
    retos: str = ficha.texto_rico("Retos")
    solucion: str = ficha.texto_rico("Solución")
    resultados: str = ficha.texto_rico("Resultados")
    mensaje: str = ficha.texto_largo("Mensaje")
    lleva_imagen: bool = ficha.booleano("Lleva imagen")
    texto_alternativo: str = ficha.texto("Texto alternativo de la imagen", ancho=30)
    url: str = ficha.url("URL directa de los datos", directa=True)
    correo_contacto: str = ficha.correo("Correo de contacto", requerido=True)
    contacto_tecnico: Id | None = ficha.referencia("Contacto técnico", "persona")
    coordinado_fecha: date | None = ficha.fecha("Coordinado el", seccion="Coordinado con el órgano rector")
    coordinado_persona: str = ficha.texto(
        "Con quién", ancho=28, seccion="Coordinado con el órgano rector", personal=True
    )
    coordinado_medio: str = ficha.texto("Por qué medio", ancho=20, seccion="Coordinado con el órgano rector")
    notas: str = ficha.texto_largo("Notas internas", ancho=30)
    membrete: Id | None = ficha.referencia("Membrete", "membrete", oculto=True)
    congelado: str = ficha.texto_largo("Datos fijados al aprobar", oculto=True)


# Those in which a content was approved: it keeps what it took from the project, and is no draft any more.
FIRMES = frozenset({EstadoContenido.APROBADO, EstadoContenido.PUBLICADO})
COMUNES = ("nombre", "estado", "fecha", "linea", "conjuntos")
CIERRE = ("url", "correo_contacto", "contacto_tecnico")
COORDINACION = ("coordinado_fecha", "coordinado_persona", "coordinado_medio")

CAMPOS_POR_TIPO: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.REDES: (*COMUNES, "red", "mensaje", "lleva_imagen", "texto_alternativo", *CIERRE, "notas"),
    TipoContenido.BOLETIN: (*COMUNES, "numero", "lugar", "sumarios", "entrada", "cuerpo", "cita", *CIERRE, "notas"),
    TipoContenido.PRESENTACION: (*COMUNES, "autor", "cuerpo", *CIERRE, "notas"),
    TipoContenido.HISTORIA: (
        *COMUNES,
        "autor",
        "sector",
        "antecedentes",
        "retos",
        "solucion",
        "resultados",
        *CIERRE,
        *COORDINACION,
        "notas",
    ),
    TipoContenido.HERRAMIENTA: (*COMUNES, "herramienta", "cuerpo", *CIERRE, *COORDINACION, "notas"),
    TipoContenido.ESTUDIO: (*COMUNES, "autor", "sector", "cuerpo", *CIERRE, "notas"),
}

CUERPO_POR_TIPO: dict[TipoContenido, tuple[str, ...]] = {
    TipoContenido.REDES: ("mensaje",),
    TipoContenido.BOLETIN: ("sumarios", "entrada", "cuerpo", "cita"),
    TipoContenido.PRESENTACION: ("cuerpo",),
    TipoContenido.HISTORIA: ("antecedentes", "retos", "solucion", "resultados"),
    TipoContenido.HERRAMIENTA: ("cuerpo",),
    TipoContenido.ESTUDIO: ("cuerpo",),
}
