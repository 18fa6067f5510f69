"""Step 5: the recommendations that arrive, their outcome, and the improvements they lead to."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import ClaseTecnica, Desenlace, EstadoAccion, OrigenRecomendacion, TipoMejora


@frozen(kw_only=True)
class Recomendacion(Registro):
    """What somebody recommends about the data, and what became of it (R10, R11)."""

    ENTIDAD: ClassVar[str] = "recomendacion"
    SINGULAR: ClassVar[str] = "recomendación"
    PLURAL: ClassVar[str] = "recomendaciones"
    FEMENINO: ClassVar[bool] = True
    TITULO: ClassVar[str] = "folio"
    SIN_TITULO: ClassVar[str] = "sin folio"

    folio: str = ficha.texto("Folio", requerido=True, ancho=15)
    fecha_recepcion: date | None = ficha.fecha("Recibida el", requerido=True)
    origen: OrigenRecomendacion | None = ficha.opcion("Origen", OrigenRecomendacion, requerido=True, ancho=24)
    texto: str = ficha.texto_largo("Qué recomienda", requerido=True)
    remitente: str = ficha.texto("Quién la envía", ancho=28, personal=True)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos", requerido=True)
    clase: ClaseTecnica | None = ficha.opcion("Clase", ClaseTecnica, requerido=True, ancho=24)
    area: Id | None = ficha.referencia("Área consultada", "area_generadora", requerido=True)
    tecnico: Id | None = ficha.referencia("Quién la revisa", "persona")
    dias_pausa: int | None = ficha.entero("Días en pausa")
    desenlace: Desenlace | None = ficha.opcion("Desenlace", Desenlace, ancho=14, seccion="Respuesta")
    fecha_estimada: date | None = ficha.fecha("Fecha estimada de publicación", seccion="Respuesta")
    fundamento: str = ficha.texto_largo("Fundamento legal", seccion="Respuesta")
    respuesta: str = ficha.texto_largo("Respuesta", seccion="Respuesta")
    fecha_respuesta: date | None = ficha.fecha("Respondida el", seccion="Respuesta")

    @property
    def abierta(self) -> bool:
        """Tell whether the recommendation still waits for its answer."""
        return self.activo and self.fecha_respuesta is None


@frozen(kw_only=True)
class AccionMejora(Registro):
    """A dated promise that a recommendation led to."""

    ENTIDAD: ClassVar[str] = "accion_mejora"
    SINGULAR: ClassVar[str] = "acción de mejora"
    PLURAL: ClassVar[str] = "acciones de mejora"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Acción", requerido=True, ancho=40)
    recomendacion: Id | None = ficha.referencia("Recomendación", "recomendacion", requerido=True)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos")
    tipo: TipoMejora | None = ficha.opcion("Tipo de mejora", TipoMejora, requerido=True, ancho=24)
    responsable: Id | None = ficha.referencia("Responsable", "persona")
    fecha_compromiso: date | None = ficha.fecha("Fecha comprometida", requerido=True)
    fecha_cumplida: date | None = ficha.fecha("Cumplida el")
    estado: EstadoAccion | None = ficha.opcion("Estado", EstadoAccion, EstadoAccion.PENDIENTE, requerido=True)
