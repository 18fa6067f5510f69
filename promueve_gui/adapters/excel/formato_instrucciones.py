"""«Instrucciones»: what an area is asked for, how to fill it in, a filled example, and where to send it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from promueve_gui.adapters.excel.estilos import (
    ACENTO_CLARO,
    CABECERA,
    CABECERA_CENTRADA,
    GRIS,
    SUBTITULO,
    TEXTO,
    TITULO,
    Aspecto,
    aspecto_de,
)
from promueve_gui.adapters.excel.filas import ALTO_MARGEN, Fila, count_lines
from promueve_gui.adapters.excel.formato_layout import COLUMNAS_DATOS, COLUMNAS_GRUPOS, HOJA_DATOS, HOJA_GRUPOS
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.diccionario import Ayudas
    from promueve_gui.adapters.excel.filas import Dato
    from promueve_gui.adapters.excel.layout import Columna
    from promueve_gui.adapters.excel.libro import Libro
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.domain.ficha import Registro
    from promueve_gui.domain.institucion import AreaGeneradora

# Characters. The first column holds the numbers of the steps; the example of groups has a cell in each of the others.
_ANCHOS = (5, 27, 10, 22, 27, 36, 9, 9, 24)
_TEXTO_HASTA = 6  # columns that a sentence runs over: longer lines are hard to read
_ALTO_TITULO = 30.0
_ALTO_RENGLON = 15.0  # points of a line of 11 points

_PARRAFO = Aspecto(tamano=11, vertical="center")
_NUMERO = Aspecto(tamano=11, negrita=True, color=SUBTITULO.color, horizontal="center", vertical="center")
_PLAZO = Aspecto(tamano=12, negrita=True, relleno=ACENTO_CLARO, vertical="center", sangria=1)
_QUIEN = Aspecto(tamano=11, color=GRIS, ajusta=False, vertical="center")

_PARA_QUE = (
    "Para promover los datos abiertos necesitamos saber quiénes usan, o podrían usar, los datos que genera su área. "
    "El libro ya trae los grupos y los conjuntos de datos que conocemos: revíselos y complételos. Toma unas dos horas."
)
PASOS = (
    "Abra la hoja «Grupos». Cada renglón es un grupo de personas u organizaciones: nombre al grupo, no a una persona.",
    "Corrija lo que haga falta en los grupos que ya vienen y agregue abajo los que falten, uno por renglón.",
    (
        "En «Clase» elija un valor de la lista. Si elige «Otros sectores de la sociedad», anote también al menos un "
        "eje estratégico; si son varios, sepárelos con punto y coma."
    ),
    "Si los conoce, califique el poder y el interés del grupo del 1 al 5. Puede dejarlos en blanco.",
    (
        "Abra la hoja «Datos». Junto a cada conjunto de datos de su área elija qué grupo lo usa o podría usarlo, y "
        "cuente para qué. Si le sirve a varios grupos, repita el conjunto en otro renglón."
    ),
    "Guarde el libro como archivo de Excel (.xlsx) y devuélvalo como respuesta al correo con el que lo recibió.",
)
CONVIENE_SABER = (
    "Puede ordenar, filtrar, agregar y borrar renglones. Si borra uno que ya venía, preguntaremos antes de quitarlo.",
    "Al poner el cursor sobre el título de una columna aparece una nota que la explica. No cambie los títulos.",
    "No anote nombres, correos ni teléfonos de personas: aquí no hacen falta.",
)


def add_instructions(libro: Libro, hoja: Worksheet, area: AreaGeneradora, entrega: Entrega, ayudas: Ayudas) -> None:
    """Fill ``hoja``, on a page of its own and not to be written in. The example is that of the help of each field."""
    institucion = entrega.proyecto.unico(Institucion)
    texto = _Instructivo(libro, hoja)
    texto.line("Grupos de usuarios de sus datos", TITULO, _ALTO_TITULO)
    texto.line(" · ".join(filter(None, (area.nombre, institucion.nombre if institucion else ""))), _QUIEN)
    texto.paragraph(_PARA_QUE)
    texto.notice(_return_by(entrega, institucion))
    texto.heading("Cómo llenarlo")
    for numero, paso in enumerate(PASOS, start=1):
        texto.paragraph(paso, str(numero))
    texto.heading(f"Un renglón de la hoja «{HOJA_GRUPOS}», ya lleno")
    texto.example(GrupoUsuarios, COLUMNAS_GRUPOS, (1,) * 8, ayudas)
    texto.heading(f"Un renglón de la hoja «{HOJA_DATOS}», ya lleno")
    texto.example(UsoDatos, COLUMNAS_DATOS, (2, 2, 1, 3), ayudas)
    texto.heading("Conviene saber")
    for consejo in CONVIENE_SABER:
        texto.paragraph(consejo, "•")
    texto.finish()


def _return_by(entrega: Entrega, institucion: Institucion | None) -> str:
    cuando = f"a más tardar el {fecha_larga(entrega.vence)}" if entrega.vence else "en cuanto pueda"
    correo = institucion.correo_contacto if institucion else ""
    a_quien = f" También puede enviarlo a {correo}." if correo else ""
    return f"Devuélvalo {cuando}, como respuesta al correo con el que lo recibió.{a_quien}"


class _Instructivo:
    """Rows put one after another, of sentences that run over several columns and of small tables."""

    def __init__(self, libro: Libro, hoja: Worksheet) -> None:
        self._libro, self._hoja = libro, hoja
        self._filas: list[Fila] = []

    def line(self, texto: str, aspecto: Aspecto, alto: float = _ALTO_RENGLON + ALTO_MARGEN) -> None:
        """Add one line, which may run over the cells beside it."""
        self._add([texto], [aspecto], alto)

    def heading(self, texto: str) -> None:
        """Add the title of a part."""
        self.line(texto, SUBTITULO, _ALTO_TITULO)

    def paragraph(self, texto: str, marca: str = "") -> None:
        """Add sentences, after the number of a step or a bullet; without, from the edge."""
        desde = 2 if marca else 1
        alto = self._height(texto, sum(_ANCHOS[desde - 1 : _TEXTO_HASTA]))
        self._add([marca, texto] if marca else [texto], [_NUMERO, _PARRAFO] if marca else [_PARRAFO], alto)
        self._merge(desde, _TEXTO_HASTA)

    def notice(self, texto: str) -> None:
        """Add what must not be overlooked, in a band over the whole page."""
        alto = self._height(texto, sum(_ANCHOS)) + 2 * ALTO_MARGEN
        self._add([texto, *[None] * (len(_ANCHOS) - 1)], [_PLAZO] * len(_ANCHOS), alto)
        self._merge(1, len(_ANCHOS))

    def example(self, tipo: type[Registro], columnas: Sequence[Columna], celdas: Sequence[int], ayudas: Ayudas) -> None:
        """Add the titles of a sheet and a filled row; ``celdas`` says how many columns each takes here."""
        textos = ayudas(tipo.ENTIDAD)
        visibles = [columna for columna in columnas if not columna.oculta]
        titulos: list[Dato] = [None]
        valores: list[Dato] = [None]
        de_titulos, de_valores = [_PARRAFO], [_PARRAFO]
        alto = 0.0
        for columna, cuantas in zip(visibles, celdas, strict=True):
            desde = len(titulos)
            ejemplo = textos[columna.clave].ejemplo if columna.clave in textos else ""
            relleno: list[Dato] = [None] * (cuantas - 1)
            titulos += [columna.campo.etiqueta, *relleno]
            valores += [ejemplo, *relleno]
            aspecto = aspecto_de(columna.campo.tipo)
            de_titulos += [CABECERA if aspecto is TEXTO else CABECERA_CENTRADA] * cuantas
            de_valores += [replace(aspecto, linea=True)] * cuantas
            alto = max(alto, self._height(ejemplo, sum(_ANCHOS[desde : desde + cuantas])))
        for fila, aspectos, altura in ((titulos, de_titulos, 24.0), (valores, de_valores, alto)):
            self._add(fila, aspectos, altura)
            desde = 2
            for cuantas in celdas:
                self._merge(desde, desde + cuantas - 1)
                desde += cuantas

    def finish(self) -> None:
        """Give the rows to the sheet, which prints on one page."""
        hoja = self._hoja
        for numero, ancho in enumerate(_ANCHOS, start=1):
            hoja.column_dimensions[get_column_letter(numero)].width = ancho
        hoja.page_setup.fitToHeight = 1
        self._libro.protect(hoja)
        self._libro.fill(hoja, self._filas, len(self._filas))

    def _add(self, valores: Sequence[Dato], aspectos: Sequence[Aspecto], alto: float) -> None:
        self._filas.append(Fila(valores, [self._libro.estilos.get(a) for a in aspectos], alto, rellena=True))

    def _merge(self, desde: int, hasta: int) -> None:
        if hasta > desde:
            renglon = len(self._filas)
            # Not by ``merge_cells``, which makes and dresses cells that are written here anyway.
            self._hoja.merged_cells.add(f"{get_column_letter(desde)}{renglon}:{get_column_letter(hasta)}{renglon}")

    @staticmethod
    def _height(texto: str, ancho: int) -> float:
        # Letters of 11 points are as wide as those that columns are measured in.
        return count_lines(texto, ancho * 10 // 11) * _ALTO_RENGLON + ALTO_MARGEN
