"""What people do to a workbook before they send it back: one function for each misfortune, on the open workbook.

Everybody makes the same three edits besides, so that it shows whether they are found all the same.
"""

from __future__ import annotations

from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Border, Font, Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    Deed: TypeAlias = Callable[[Workbook], None]

GRUPOS, DATOS, SELLO = "Grupos", "Datos", "_promueve"
ID, NOMBRE, SIGLAS, CLASE, EJES, DESCRIPCION, PODER, INTERES, NOTAS = range(1, 10)
HOTELEROS, MUNICIPIOS, PERIODISTAS = "Hoteleros de la costa", "Municipios costeros", "Periodistas de medio ambiente"
LABORATORIO, UNIVERSIDADES = "Laboratorio de calidad del agua", "Universidades con carreras del mar"
NUEVO = "Pescadores ribereños"
FAR = "XFD1048576"
_ACENTOS = str.maketrans("áéíóúñÁÉÍÓÚÑ", "aeiounAEIOUN")


def row_of(hoja: Worksheet, nombre: str, columna: int = NOMBRE) -> int:
    """Return the row whose name is ``nombre``. Raises ``LookupError`` when there is none."""
    for renglon in range(1, hoja.max_row + 1):
        if hoja.cell(renglon, columna).value == nombre:
            return renglon
    raise LookupError(nombre)


def put(hoja: Worksheet, nombre: str, columna: int, valor: Any) -> None:  # noqa: ANN401  # what a cell holds
    """Write in a column of the row of a group."""
    hoja.cell(row_of(hoja, nombre), columna).value = valor


def add(hoja: Worksheet, *valores: object) -> None:
    """Write a row under the last one that says something, from the second column on."""
    llenos = (r for r in range(hoja.max_row, 0, -1) if any(celda.value is not None for celda in hoja[r]))
    renglon = next(llenos, 0) + 1
    for columna, valor in enumerate(valores, start=NOMBRE):
        hoja.cell(renglon, columna).value = valor  # type: ignore[assignment]  # the stubs want each type by name


def usual_edits(libro: Workbook) -> None:
    """Make the edits that everybody makes: a note, a grade, and a group that was missing."""
    hoja = libro[GRUPOS]
    put(hoja, HOTELEROS, NOTAS, "Se reúnen en marzo y en octubre.")
    put(hoja, MUNICIPIOS, INTERES, 4)
    add(
        hoja, NUEVO, "", "Otros sectores de la sociedad", "Mejora de servicios públicos", "Salen según el oleaje.", 2, 5
    )


def rename_sheets(libro: Workbook) -> None:
    """Give the sheets other names and another order."""
    libro[GRUPOS].title = "Hoja1 (2)"
    libro[DATOS].title = "usos"
    libro["Instrucciones"].title = "leeme"
    libro.move_sheet("Hoja1 (2)", 3)


def sort_rows(libro: Workbook) -> None:
    """Sort the groups by name, backwards."""
    hoja = libro[GRUPOS]
    filas = [[celda.value for celda in fila[:NOTAS]] for fila in hoja.iter_rows(min_row=2) if fila[1].value]
    for renglon, fila in enumerate(sorted(filas, key=lambda fila: str(fila[1]), reverse=True), start=2):
        for columna, valor in enumerate(fila, start=1):
            hoja.cell(renglon, columna).value = valor


def delete_columns(libro: Workbook) -> None:
    """Delete the initials and the description."""
    libro[GRUPOS].delete_cols(DESCRIPCION)
    libro[GRUPOS].delete_cols(SIGLAS)


def add_columns(libro: Workbook) -> None:
    """Put a column of one's own between the others, and one at the end that stays blank."""
    hoja = libro[GRUPOS]
    hoja.insert_cols(CLASE)
    hoja.cell(1, CLASE).value = "Teléfono"
    hoja.cell(2, CLASE).value = "55 0000 0000"
    hoja.cell(1, NOTAS + 2).value = "Observaciones de la jefa"


def move_columns(libro: Workbook) -> None:
    """Put the columns in another order, the identity last."""
    hoja = libro[GRUPOS]
    for fila in hoja.iter_rows(min_row=1):
        valores = [celda.value for celda in fila[:NOTAS]]
        for celda, valor in zip(fila, [*valores[:0:-1], valores[0]], strict=False):
            celda.value = valor
    hoja.column_dimensions["A"].hidden = False


def put_titles_above(libro: Workbook) -> None:
    """Put two lines of title over the table, merged, and a blank one."""
    hoja = libro[GRUPOS]
    hoja.insert_rows(1, 3)
    hoja.cell(1, 2).value = "SECRETARÍA DE MARES Y COSTAS"
    hoja.cell(2, 2).value = "Grupos de usuarios de la Dirección General de Playas"
    hoja.merge_cells("B1:I1")
    hoja.merge_cells("B2:I2")


def paste_over(libro: Workbook) -> None:
    """Paste values over the dropdowns: words that no list has, a grade out of the scale, a grade as text."""
    hoja = libro[GRUPOS]
    put(hoja, LABORATORIO, CLASE, "Interno")
    put(hoja, PERIODISTAS, EJES, "transparencia; Colaboracion ciudadana")
    put(hoja, HOTELEROS, PODER, "alto")
    put(hoja, MUNICIPIOS, PODER, "5")
    put(hoja, UNIVERSIDADES, INTERES, 9)


def lose_accents(libro: Workbook) -> None:
    """Write titles without accents, in capitals, with spaces and line breaks to spare."""
    for hoja in (libro[GRUPOS], libro[DATOS]):
        for celda in hoja[1][1:]:
            titulo = str(celda.value).translate(_ACENTOS).upper()
            celda.value = f"  {titulo.replace(' ', '  ', 1)} ".replace("  DE", "\nDE")
    put(libro[GRUPOS], PERIODISTAS, CLASE, "OTROS SECTORES DE LA SOCIEDAD")


def misspell_titles(libro: Workbook) -> None:
    """Misspell some titles, and have accents turned into other signs."""
    hoja = libro[GRUPOS]
    hoja.cell(1, NOMBRE).value = "Grupos de usuarios:"
    hoja.cell(1, EJES).value = "Ejes estrat?gicos"
    hoja.cell(1, DESCRIPCION).value = "Qui�nes son y qu� buscan"
    hoja.cell(1, INTERES).value = "Interes *"


def delete_ids(libro: Workbook) -> None:
    """Delete the column that nobody understands."""
    libro[GRUPOS].delete_cols(ID)


def blank_ids(libro: Workbook) -> None:
    """Delete some identities, and the title of their column, and show it."""
    hoja = libro[GRUPOS]
    put(hoja, HOTELEROS, ID, None)
    put(hoja, LABORATORIO, ID, "")
    hoja.cell(1, ID).value = None
    hoja.column_dimensions["A"].hidden = False


def copy_rows(libro: Workbook) -> None:
    """Copy whole rows, identity and all, to write another group over the copy; and one row twice over."""
    hoja = libro[GRUPOS]
    original = [celda.value for celda in hoja[row_of(hoja, HOTELEROS)]][:NOTAS]
    copia = [*original[:1], "Restauranteros de la costa", "RC", *original[3:]]
    for fila in (copia, [celda.value for celda in hoja[row_of(hoja, LABORATORIO)]][:NOTAS]):
        renglon = hoja.max_row + 1
        for columna, valor in enumerate(fila, start=1):
            hoja.cell(renglon, columna).value = valor


def delete_rows(libro: Workbook) -> None:
    """Delete a group, and clear the cells of another."""
    hoja = libro[GRUPOS]
    hoja.delete_rows(row_of(hoja, UNIVERSIDADES))
    renglon = row_of(hoja, LABORATORIO)
    for columna in range(NOMBRE, NOTAS + 1):
        hoja.cell(renglon, columna).value = None


def space_rows(libro: Workbook) -> None:
    """Leave blank rows between the groups, and a note under the table."""
    hoja = libro[GRUPOS]
    for renglon in (6, 4, 3):
        hoja.insert_rows(renglon, 2)
    hoja.cell(hoja.max_row + 3, NOTAS + 3).value = "Elaboró: la maestra Aguas"


def filter_rows(libro: Workbook) -> None:
    """Leave a filter on, which hides most rows."""
    hoja = libro[GRUPOS]
    hoja.auto_filter.add_filter_column(CLASE - 1, ["Otras instituciones de gobierno"])
    for renglon in range(2, hoja.max_row + 1):
        hoja.row_dimensions[renglon].hidden = hoja.cell(renglon, CLASE).value != "Otras instituciones de gobierno"


def drop_stamp(libro: Workbook) -> None:
    """Delete the sheet that nobody sees; the properties of the document stay."""
    del libro[SELLO]


def drop_all_stamps(libro: Workbook) -> None:
    """Copy the sheet of groups into a new workbook, as it were."""
    for nombre in set(libro.sheetnames) - {GRUPOS}:
        del libro[nombre]
    libro.custom_doc_props.props.clear()  # type: ignore[attr-defined]  # the stubs do not know it yet


def drop_tables(libro: Workbook) -> None:
    """Send back the instructions alone."""
    for nombre in (GRUPOS, DATOS):
        del libro[nombre]


def start_over(libro: Workbook) -> None:
    """Send something else: a list of one's own, without any of the titles."""
    drop_all_stamps(libro)
    hoja = libro[GRUPOS]
    hoja.delete_rows(1, hoja.max_row)
    hoja.append(["Nombre", "Correo", "Tema"])
    hoja.append(["Municipios", "a@ejemplo.gob.mx", "Playas"])


def merge_cells(libro: Workbook) -> None:
    """Merge the cells of a column that say the same in rows one after another."""
    hoja = libro[GRUPOS]
    primera = row_of(hoja, HOTELEROS)
    hoja.merge_cells(start_row=primera, end_row=primera + 2, start_column=CLASE, end_column=CLASE)


def break_formulas(libro: Workbook) -> None:
    """Leave errors behind, and formulas that were saved without their result."""
    hoja = libro[GRUPOS]
    for nombre, columna, error in ((PERIODISTAS, DESCRIPCION, "#REF!"), (LABORATORIO, PODER, "#N/A")):
        put(hoja, nombre, columna, error)
        hoja.cell(row_of(hoja, nombre), columna).data_type = "e"
    put(hoja, UNIVERSIDADES, NOTAS, '=CONCATENATE("Son ",B6)')
    put(hoja, UNIVERSIDADES, SIGLAS, "#¡REF!")


def write_formulas(libro: Workbook) -> None:
    """Write formulas; whoever saves the file next gives them their results."""
    hoja = libro[GRUPOS]
    put(hoja, UNIVERSIDADES, PODER, "=1+2")
    put(hoja, UNIVERSIDADES, DESCRIPCION, '="Forman a "&"oceanólogos"')
    put(hoja, LABORATORIO, NOTAS, "=1/0")


def format_rows(libro: Workbook) -> None:
    """Draw borders around thousands of blank rows."""
    hoja = libro[GRUPOS]
    borde = Border(bottom=Side("thin"))
    for renglon in range(20, 4_000):
        for columna in range(NOMBRE, NOTAS + 1):
            hoja.cell(renglon, columna).border = borde


def strike_and_comment(libro: Workbook) -> None:
    """Strike a row through instead of deleting it, a cell, a part of another and a new row; ask in comments."""
    hoja = libro[GRUPOS]
    add(hoja, "Buzos de la bahía", "", "Otros sectores de la sociedad")
    add(hoja, "ELIMINAR", "", "Otros sectores de la sociedad")
    tachadas = [
        *hoja[row_of(hoja, LABORATORIO)],
        *hoja[row_of(hoja, "Buzos de la bahía")],
        hoja.cell(row_of(hoja, HOTELEROS), CLASE),
    ]
    for celda in tachadas:
        celda.font = copy(celda.font) + Font(strike=True)
    descrita = hoja.cell(row_of(hoja, MUNICIPIOS), DESCRIPCION)
    antes, _, sigue = str(descrita.value).partition(" ")
    descrita.value = CellRichText(TextBlock(InlineFont(strike=True), antes), f" {sigue}")
    hoja.cell(row_of(hoja, PERIODISTAS), NOTAS).comment = Comment("¿Son los mismos del año pasado?", "Ana")


def write_far_away(libro: Workbook) -> None:
    """Leave something in the last cell of the sheet."""
    libro[GRUPOS][FAR] = "."


def split_sheet(libro: Workbook) -> None:
    """Continue on a second sheet with the same titles, and paste these in the middle of the first, too."""
    hoja = libro[GRUPOS]
    titulos = [celda.value for celda in hoja[1]][:NOTAS]
    otra = libro.create_sheet("Más grupos")
    otra.append(titulos[1:])
    otra.append(["Clubes de surf", "", "Otros sectores de la sociedad", "Colaboración ciudadana"])
    hoja.append(titulos)
    hoja.append([None, "Marinas turísticas", None, "Otros sectores de la sociedad", "Crecimiento económico"])


def fill_uses(libro: Workbook) -> None:
    """Say who uses the dataset that nobody used yet, and that another group uses one, too."""
    hoja = libro[DATOS]
    renglon = row_of(hoja, "Banderas de advertencia por día")
    for columna, valor in ((3, MUNICIPIOS), (4, "Actual"), (5, "Ponen las banderas.")):
        hoja.cell(renglon, columna).value = valor
    add(hoja, "Calidad del agua de las playas", "Pescadores ribereños", "Potencial", "")


def other_institution(libro: Workbook) -> None:
    """Come from another institution that works with the program, too."""
    nueva = "Secretaría de Bosques"
    for fila in libro[SELLO].iter_rows():
        if fila[0].value == "proyecto":
            fila[1].value = "0199b9f0-0000-7000-8000-000000000002"
        elif fila[0].value == "institucion":
            fila[1].value = nueva
    for propiedad in libro.custom_doc_props.props:  # type: ignore[attr-defined]  # the stubs do not know it yet
        if propiedad.name == "PromueveProyecto":
            propiedad.value = "0199b9f0-0000-7000-8000-000000000002"
        elif propiedad.name == "PromueveInstitucion":
            propiedad.value = nueva


def edit_map(libro: Workbook) -> None:
    """Edit the map of the whole institution: a grade, and a column that the program works out."""
    hoja = libro["Consolidado"]
    titulos = [celda.value for celda in hoja[1]]
    put(hoja, "Agentes navieros", titulos.index("Poder") + 1, 4)
    put(hoja, HOTELEROS, titulos.index("Tratamiento sugerido") + 1, "Como siempre")


def edit_plan(libro: Workbook) -> None:
    """Edit the plan: a day as text, another as the number that it is inside."""
    hoja = libro["Plan"]
    fecha = [celda.value for celda in hoja[1]].index("Fecha") + 1
    put(hoja, "Comunicado de la temporada", fecha, "9 de marzo de 2026")
    celda = hoja.cell(row_of(hoja, "Mensaje de banderas"), fecha)
    celda.value, celda.number_format = 46211, "General"


def work_on_plan(libro: Workbook) -> None:
    """Work on a plan with a sheet per month: other groups, a slip, a line less and one more, and a note in a month."""
    hoja = libro["Plan"]
    titulos = [celda.value for celda in hoja[1]]

    def column(titulo: str) -> int:
        return titulos.index(titulo) + 1

    put(hoja, "Comunicado de la temporada", column("Grupos de usuarios"), "municipios costeros; Hoteleros de la costa")
    put(hoja, "Comunicado de la temporada", column("Conjunto de datos"), "Arribo de crusero")
    hoja.delete_rows(row_of(hoja, "Mensaje de banderas"))
    nueva: dict[str, Any] = {
        "Actividad": "Aviso de mareas",
        "Grupos de usuarios": "Agentes navieros",
        "Canal": "Redes sociales",
        "Fecha": datetime(2026, 9, 8),  # noqa: DTZ001 - a day, as openpyxl writes it
    }
    for titulo, valor in nueva.items():
        hoja.cell(3, column(titulo)).value = valor
    mes = libro["Marzo 2026"]
    mes.protection.disable()
    mes.title = "marzo revisado"
    mes["A4"] = "Otro nombre"
