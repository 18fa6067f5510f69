"""Step 2: the lines of the promotion plan."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Id, Registro
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.vocabularios import Canal, EstadoLinea, Rol, TipoContenido

# Asked of every line of a plan again and again: looking them up in the vocabulary would take most of the time.
_HECHA, _CANCELADA = EstadoLinea.HECHA, EstadoLinea.CANCELADA


@frozen(kw_only=True)
class LineaPlan(Registro):
    """What is promoted, for whom, as what, where, when and who answers for it (mini-guide, paso 2, edición 2015).

    The object is one of dataset, tool or event. Without ``fecha`` the line waits in the tray of undated lines; with
    ``fecha_fin`` it covers a period. ``serie`` is shared by lines that were made together by repeating one; ``regla``
    is the identity of the ``ReglaPlan`` that proposed the line, ``propuesta`` the key of that proposal. Whoever signs
    it off signs what it says that day.
    """

    ENTIDAD: ClassVar[str] = "linea_plan"
    SINGULAR: ClassVar[str] = "actividad"
    PLURAL: ClassVar[str] = "actividades"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Actividad", requerido=True, ancho=40)
    conjunto: Id | None = ficha.referencia("Conjunto de datos", "conjunto_datos", seccion="Qué se promueve")
    herramienta: Id | None = ficha.referencia("Herramienta", "herramienta", seccion="Qué se promueve")
    evento: Id | None = ficha.referencia("Evento", "evento", seccion="Qué se promueve")
    grupos: tuple[Id, ...] = ficha.referencias(
        "Grupos de usuarios", "grupo_usuarios", requerido=True, seccion="Para quién"
    )
    tipo_contenido: TipoContenido | None = ficha.opcion(
        "Tipo de contenido", TipoContenido, requerido=True, ancho=24, seccion="Cómo y cuándo"
    )
    canal: Canal | None = ficha.opcion("Canal", Canal, requerido=True, ancho=24, seccion="Cómo y cuándo")
    fecha: date | None = ficha.fecha("Fecha", requerido=True, seccion="Cómo y cuándo")
    fecha_fin: date | None = ficha.fecha("Hasta", seccion="Cómo y cuándo")
    rol_responsable: Rol | None = ficha.opcion(
        "Papel responsable", Rol, requerido=True, ancho=24, seccion="Quién responde"
    )
    persona: Id | None = ficha.referencia("Persona responsable", "persona", seccion="Quién responde")
    estado: EstadoLinea | None = ficha.opcion("Estado", EstadoLinea, EstadoLinea.IDEA, requerido=True, ancho=14)
    notas: str = ficha.texto_largo("Notas", ancho=30)
    visto_bueno: Id | None = ficha.referencia("Visto bueno de", "persona", seccion="Visto bueno")
    visto_bueno_fecha: date | None = ficha.fecha("Visto bueno el", seccion="Visto bueno")
    serie: str = ficha.texto("Serie", oculto=True)
    regla: str = ficha.texto("Regla que la propuso", oculto=True)
    propuesta: str = ficha.texto("Propuesta que la originó", oculto=True)

    @property
    def vigente(self) -> bool:
        """Tell whether the line still counts: in use and not cancelled."""
        return not self.retirado and self.estado is not _CANCELADA

    @property
    def abierta(self) -> bool:
        """Tell whether something is still to be done about the line: in force and not done."""
        return not self.retirado and self.estado is not _HECHA and self.estado is not _CANCELADA

    @property
    def ultimo_dia(self) -> date | None:
        """Return the last day of the line: the end of its period, or its only day; ``None`` without a date."""
        if self.fecha is None or self.fecha_fin is None:
            return self.fecha
        return max(self.fecha, self.fecha_fin)
