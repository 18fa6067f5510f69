"""The rules that the program checks (dominio §3): ``revisar`` judges a project, ``revisar_contenido`` one content."""

from __future__ import annotations

from promueve_gui.domain.reglas.base import (
    Contexto,
    Estado,
    Hallazgo,
    Regla,
    Resultado,
    Severidad,
    cita,
    sin_pausa,
)
from promueve_gui.domain.reglas.bimestres import anio_del_programa, cuenta_por_bimestre, inicio_del_programa
from promueve_gui.domain.reglas.catalogo import POR_ID, REGLAS, hallazgos_de, revisar
from promueve_gui.domain.reglas.checklist import (
    Punto,
    puede_salir,
    revisar_contenido,
    trabas,
    trabas_herramienta,
)
from promueve_gui.domain.reglas.desenlaces import faltas_de_respuesta
from promueve_gui.domain.reglas.plazos import fechas_limite, plazo

__all__ = [
    "POR_ID",
    "REGLAS",
    "Contexto",
    "Estado",
    "Hallazgo",
    "Punto",
    "Regla",
    "Resultado",
    "Severidad",
    "anio_del_programa",
    "cita",
    "cuenta_por_bimestre",
    "faltas_de_respuesta",
    "fechas_limite",
    "hallazgos_de",
    "inicio_del_programa",
    "plazo",
    "puede_salir",
    "revisar",
    "revisar_contenido",
    "sin_pausa",
    "trabas",
    "trabas_herramienta",
]
