"""Where everything stands in the workbook of the plan: its sheets, their columns, and which of them are printed.

The writer follows it and the reader of returned workbooks looks for it.
"""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.adapters.excel.layout import Columna, columnas
from promueve_gui.domain.derivadas import CALCULADAS_PLAN, LUGAR_EN_SERIE
from promueve_gui.domain.ficha import Campo, Tipo
from promueve_gui.domain.plan import LineaPlan

HOJA_PLAN, HOJA_CALENDARIO, HOJA_COBERTURA, HOJA_CATALOGOS = "Plan", "Calendario", "Cobertura", "Catálogos"
# What sheets say that only show lines: a reader leaves them alone, whatever they are called by then.
AVISO_CONSULTA = "Hoja de consulta: los cambios se hacen en la hoja «Plan»; los que se hagan aquí no se leen."
# What people should know who write in one of the sheets that only show the plan.
EN_EL_PLAN = "esta hoja es de consulta y no se tomó; escríbalo en la hoja «Plan»."
ESCALA = 88  # per cent: letters of 10 points are printed as of 9, and as of 8 where a wider letter is used

DERIVADAS_PLAN = (
    Columna(
        clave=LUGAR_EN_SERIE,
        campo=Campo(CALCULADAS_PLAN[LUGAR_EN_SERIE], Tipo.TEXTO, ancho=9),
        derivada=True,
        ayuda="Qué lugar ocupa entre las actividades que se hicieron al repetir una. Se calcula; no se escribe.",
        fijo=9,
    ),
)
# Characters; those up to the sign-off fit across one letter page at ``ESCALA``; what follows is not printed, and notes
# have room to be read.
_ANCHOS = {
    "nombre": 24, "conjunto": 16, "herramienta": 11, "evento": 10, "grupos": 22, "tipo_contenido": 12, "canal": 12,
    "fecha": 10, "fecha_fin": 10, "rol_responsable": 12, "estado": 11, "visto_bueno_fecha": 10,
    "notas": 60,
}  # fmt: skip
_ANCHOS_PERSONALES = {
    **_ANCHOS,
    "nombre": 22, "conjunto": 14, "grupos": 17, "tipo_contenido": 11, "canal": 11, "rol_responsable": 11, "persona": 12,
}  # fmt: skip
_AL_FINAL = ("visto_bueno", "notas")


def plan_columns(*, personales: bool) -> tuple[Columna, ...]:
    """Return the columns of the sheet «Plan», those that are printed first."""
    anchos = _ANCHOS_PERSONALES if personales else _ANCHOS
    propias = [
        replace(columna, fijo=anchos.get(columna.clave, 0)) for columna in columnas(LineaPlan, personales=personales)
    ]
    impresas = [columna for columna in propias if columna.clave not in _AL_FINAL]
    return (*impresas, *DERIVADAS_PLAN, *(columna for columna in propias if columna.clave in _AL_FINAL))


def printed_columns(todas: tuple[Columna, ...]) -> int:
    """Return how many of the columns are printed, from the first."""
    return [columna.clave for columna in todas].index(LUGAR_EN_SERIE)
