"""What people keep of how they look at the plan: proposals that they do not want, and views with a name."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from promueve_gui.domain import ficha
from promueve_gui.domain.ficha import Registro
from promueve_gui.domain.frozen import frozen


@frozen(kw_only=True)
class SugerenciaDescartada(Registro):
    """A proposal that somebody dismissed: it does not come back. ``clave`` tells it from the others."""

    ENTIDAD: ClassVar[str] = "sugerencia_descartada"
    SINGULAR: ClassVar[str] = "propuesta descartada"
    PLURAL: ClassVar[str] = "propuestas descartadas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Propuesta", requerido=True, ancho=44)
    motivo: str = ficha.texto("Por qué se descartó", ancho=36)
    fecha: date | None = ficha.fecha("Descartada el")
    clave: str = ficha.texto("Clave", oculto=True)


@frozen(kw_only=True)
class VistaGuardada(Registro):
    """A way to look at the plan, by name: which view, and its filters and search as JSON."""

    ENTIDAD: ClassVar[str] = "vista_guardada"
    SINGULAR: ClassVar[str] = "vista"
    PLURAL: ClassVar[str] = "vistas"
    FEMENINO: ClassVar[bool] = True

    nombre: str = ficha.texto("Nombre de la vista", requerido=True, ancho=30)
    vista: str = ficha.texto("Forma", oculto=True)
    filtros: str = ficha.texto_largo("Filtros", oculto=True)
