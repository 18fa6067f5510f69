"""A workbook being written: openpyxl makes everything but the rows, which are streamed into it as text.

It writes to the path it is given and nowhere else; putting the file in its place is the business of its caller.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC
from typing import IO, TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from promueve_gui.adapters.excel.estilos import ACENTO, LETRA, Estilos
from promueve_gui.adapters.excel.filas import row_xml
from promueve_gui.adapters.excel.huellas import Huellas
from promueve_gui.adapters.excel.layout import VERSION
from promueve_gui.domain.celdas import clean
from promueve_gui.domain.fechas import fecha_larga
from promueve_gui.domain.institucion import Institucion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from promueve_gui.adapters.excel.filas import Fila
    from promueve_gui.application.export_documents import Entrega
    from promueve_gui.application.ports import Progress

PROPIEDAD_VERSION = "PromueveFormato"
PROPIEDAD_DOCUMENTO = "PromueveDocumento"
PROPIEDAD_EXPORTACION = "PromueveExportacion"
PROPIEDAD_PROYECTO = "PromueveProyecto"
PROPIEDAD_INSTITUCION = "PromueveInstitucion"
CARTA = 1  # paper size of letter, in SpreadsheetML
MARGEN = 0.4  # inches
_LARGO_ENCABEZADO = 80  # characters of each third of the print header; all together may not pass 255
_CADA = 512  # rows between two reports of progress
_ANCHO_NOTA = 300  # pixels of the note of a header
_LETRAS_NOTA = 44  # of its text in each line
_ALTO_NOTA = 17  # pixels of each line
# openpyxl writes a sheet with nothing but the cells that carry a note or are merged, which have no content either.
_FILAS = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
# openpyxl states the size of the sheet without its rows; the element is optional, and wrong it misleads readers.
_DIMENSION = re.compile(rb"<dimension [^>]*/>")


class Libro:
    """One workbook: its sheets, the rows that each will have, and its looks."""

    def __init__(self, titulo: str, clave: str, entrega: Entrega) -> None:
        """Start an empty workbook called ``titulo``; ``clave`` tells readers which document it is."""
        self._titulo = clean(titulo)
        self._entrega = entrega
        institucion = entrega.proyecto.unico(Institucion)
        self._institucion = clean(institucion.nombre) if institucion else ""
        self._proyecto = institucion.id if institucion else ""  # of which a project has one, in all its copies
        self._libro = Workbook()
        self._vigiladas: set[str] = set()
        self._filas: list[tuple[Worksheet, Iterable[Fila], int]] = []
        primera = self._libro.worksheets[0]
        self.estilos = Estilos(primera)
        self.huellas = Huellas()
        self._libro.remove(primera)
        self._note_properties(clave)

    def add_sheet(self, nombre: str) -> Worksheet:
        """Return a new sheet called ``nombre``, set up to be printed on letter paper; it still has no rows."""
        hoja: Worksheet = self._libro.create_sheet(nombre)
        hoja.page_setup.orientation = "landscape"
        hoja.page_setup.paperSize = CARTA
        hoja.page_setup.fitToWidth = 1
        hoja.page_setup.fitToHeight = 0
        hoja.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        hoja.sheet_view.showGridLines = False
        margenes = hoja.page_margins
        margenes.left = margenes.right = MARGEN
        margenes.top = margenes.bottom = 2 * MARGEN
        margenes.header = margenes.footer = MARGEN
        self._put_headers(hoja, nombre)
        return hoja

    def hide(self, hoja: Worksheet, *, del_todo: bool = False) -> None:
        """Keep a sheet out of sight; ``del_todo``, also out of the menu that would show it again."""
        hoja.sheet_state = "veryHidden" if del_todo else "hidden"

    def protect(self, hoja: Worksheet, *, estructura: bool = True) -> None:
        """Let only the free cells of ``hoja`` be written in, without a password; rows are the user's own.

        With ``estructura`` the sheets of the workbook keep their names and places.
        """
        proteccion = hoja.protection
        # The format says what is not allowed.
        proteccion.sort = proteccion.autoFilter = proteccion.insertRows = proteccion.deleteRows = False
        proteccion.formatCells = proteccion.formatColumns = proteccion.formatRows = False
        proteccion.enable()
        if estructura:
            self._libro.security = WorkbookProtection(lockStructure=True)

    def annotate(self, hoja: Worksheet, celda: str, texto: str) -> None:
        """Put a note on a cell, shown when one points at it."""
        nota = Comment(clean(texto), self._institucion or "Promueve")
        lineas = sum(1 + len(parrafo) // _LETRAS_NOTA for parrafo in texto.split("\n"))
        nota.width, nota.height = _ANCHO_NOTA, _ALTO_NOTA * (lineas + 1)
        hoja[celda].comment = nota

    def fill(self, hoja: Worksheet, filas: Iterable[Fila], cuantas: int) -> None:
        """Say which rows a sheet will have; they are asked for only while writing. ``cuantas`` serves progress.

        The looks that rows use must be asked for before, because the workbook's formats are written first.
        """
        vigilada = hoja.title in self._vigiladas
        self._filas.append((hoja, self.huellas.taking(hoja.title, filas) if vigilada else filas, cuantas))

    def watch(self, *hojas: Worksheet) -> None:
        """Take the prints of what these sheets will say; to be called before they are filled."""
        self._vigiladas.update(hoja.title for hoja in hojas)

    def save(self, path: Path, progress: Progress) -> None:
        """Write the workbook to ``path``; ``progress`` hears rows written of all rows, and may stop it."""
        armazon = io.BytesIO()
        self._libro.save(armazon)
        self.estilos.close()
        por_parte = {hoja.path.removeprefix("/"): filas for hoja, filas, _ in self._filas}
        contador = _Contador(progress, sum(cuantas for _, _, cuantas in self._filas))
        with zipfile.ZipFile(armazon) as origen, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as destino:
            for parte in origen.infolist():
                contenido = origen.read(parte)
                if parte.filename not in por_parte:
                    destino.writestr(parte.filename, contenido)
                    continue
                with destino.open(parte.filename, "w") as salida:
                    _write_sheet(salida, contenido, por_parte[parte.filename], contador)
        contador.finish()

    def _note_properties(self, clave: str) -> None:
        momento = self._entrega.momento
        propiedades = self._libro.properties
        propiedades.title = self._titulo
        propiedades.creator = self._institucion or "Promueve"
        propiedades.language = "es-MX"
        # The format keeps UTC without saying so.
        propiedades.created = momento.astimezone(UTC).replace(tzinfo=None)
        propias = self._libro.custom_doc_props  # type: ignore[attr-defined]  # the stubs do not know it yet
        propias.append(StringProperty(name=PROPIEDAD_DOCUMENTO, value=clave))
        propias.append(IntProperty(name=PROPIEDAD_VERSION, value=VERSION))
        propias.append(StringProperty(name=PROPIEDAD_EXPORTACION, value=self._entrega.exportacion(clave)))
        propias.append(StringProperty(name=PROPIEDAD_PROYECTO, value=self._proyecto))
        propias.append(StringProperty(name=PROPIEDAD_INSTITUCION, value=self._institucion))

    def _put_headers(self, hoja: Worksheet, nombre: str) -> None:
        arriba, abajo = HeaderFooterItem(), HeaderFooterItem()
        arriba.left.text = _header_text(self._institucion)
        arriba.left.font, arriba.left.color = f"{LETRA},Bold", ACENTO
        arriba.center.text = _header_text(f"{self._titulo} · {nombre}")
        arriba.right.text = fecha_larga(self._entrega.momento.date())
        abajo.right.text = "Página &P de &N"
        for lado in (arriba.left, arriba.center, arriba.right, abajo.right):
            lado.size = 9
        hoja.oddHeader, hoja.oddFooter = arriba, abajo


class _Contador:
    """Counts rows over all sheets and tells from time to time."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._hechas = 0
        progress(0, total)

    def add(self, cuantas: int) -> None:
        self._hechas += cuantas
        self._progress(min(self._hechas, self._total), self._total)

    def finish(self) -> None:
        self._progress(self._total, self._total)


def _write_sheet(salida: IO[bytes], armazon: bytes, filas: Iterable[Fila], contador: _Contador) -> None:
    """Write a sheet that openpyxl made without content, with its rows."""
    antes, despues = _FILAS.split(_DIMENSION.sub(b"", armazon))
    salida.write(antes + b"<sheetData>")
    trozo: list[str] = []
    for numero, fila in enumerate(filas, start=1):
        trozo.append(row_xml(numero, fila))
        if len(trozo) == _CADA:
            salida.write("".join(trozo).encode())
            trozo.clear()
            contador.add(_CADA)
    salida.write("".join(trozo).encode())
    contador.add(len(trozo))
    salida.write(b"</sheetData>" + despues)


def _header_text(texto: str) -> str:
    """Return ``texto`` for a print header, where «&» begins a code and line breaks would push the page down."""
    return " ".join(texto.split())[:_LARGO_ENCABEZADO].replace("&", "&&")
