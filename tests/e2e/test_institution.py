"""Step 1 of a whole institution, through the window: formats go to three areas, come back, and make one map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from openpyxl import load_workbook

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.catalogos import Sinonimo
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.flow import USUARIOS
from promueve_gui.domain.formatos import Duda, EnvioFormato, EstadoDuda
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.institucion import AreaGeneradora, Institucion
from promueve_gui.domain.uniones import UnionGrupos
from promueve_gui.domain.vocabularios import ClaseGrupo
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.dialogs.send_formats import SendFormatsDialog
from promueve_gui.gui.pasos.usuarios.doubts_tab import DoubtsTab
from promueve_gui.gui.pasos.usuarios.duplicados import DuplicatesTab
from promueve_gui.gui.pasos.usuarios.page import UsuariosPage
from tests.e2e.test_window import content_of
from tests.gui.desk import Desk, press, shown_dialogs
from tests.gui.looking import named

if TYPE_CHECKING:
    from pathlib import Path


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# A workbook as openpyxl reads it: more than its stubs know.
Leido: TypeAlias = Any

INEGI = "Instituto Nacional de Estadística y Geografía"
AREAS = [
    AreaGeneradora(id="aguas", nombre="Dirección de Aguas", siglas="DA", correo="aguas@ejemplo.gob.mx"),
    AreaGeneradora(id="presas", nombre="Dirección de Presas", siglas="DP", correo="presas@ejemplo.gob.mx"),
    AreaGeneradora(id="riego", nombre="Dirección de Riego", siglas="DR", correo="riego@ejemplo.gob.mx"),
]
RECORDS = [
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", anio=2026),
    *AREAS,
    GrupoUsuarios(
        id="pescadores", nombre="Pescadores de la ribera", clase=ClaseGrupo.SOCIEDAD, area="aguas", notas="Madrugan."
    ),
    GrupoUsuarios(id="municipios", nombre="Municipios ribereños", clase=ClaseGrupo.GOBIERNO, area="presas", poder=3),
    Sinonimo(id="inegi", termino="INEGI", equivale=INEGI),
    ConjuntoDatos(id="aforos", nombre="Aforos de ríos", area="aguas"),
]
NOMBRE, CLASE, PODER, NOTAS = 2, 4, 7, 9


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Return the program with a project open."""
    desk.open(desk.make(RECORDS))
    return desk


def groups(desk: Desk) -> dict[str, GrupoUsuarios]:
    return {grupo.nombre: grupo for grupo in desk.project.proyecto.activos(GrupoUsuarios)}


def page(desk: Desk) -> UsuariosPage:
    desk.wizard.go(USUARIOS)
    found = desk.wizard.page_of(USUARIOS)
    assert isinstance(found, UsuariosPage)
    return found


def send(desk: Desk) -> dict[str, Path]:
    """Send its format to every area and return where each lies."""
    (commands,) = desk.window.findChildren(Commands)
    commands.run("formatos")
    (dialog,) = shown_dialogs(SendFormatsDialog)
    assert isinstance(dialog, SendFormatsDialog)
    press(dialog, "Todas")
    dialog.go.click()
    desk.settle()
    return {area.id: desk.folder / "Formatos" / f"Grupos de usuarios {area.siglas}.xlsx" for area in AREAS}


def write(libro: Leido, renglon: int, **celdas: object) -> None:
    """Write in a row of the groups, by the columns of the format."""
    columnas = {"nombre": NOMBRE, "clase": CLASE, "poder": PODER, "notas": NOTAS}
    for campo, valor in celdas.items():
        libro["Grupos"].cell(renglon, columnas[campo]).value = valor


def fill_in(formatos: dict[str, Path]) -> list[Path]:
    """Fill the formats in as three people would, each in their own way, and return what they mail back."""
    clase = "Otras instituciones de gobierno"
    aguas = load_workbook(formatos["aguas"])
    write(aguas, 2, notas="Madrugan y piden alertas.")
    write(aguas, 3, nombre=INEGI, clase=clase)
    datos = aguas["Datos"]
    datos["C2"], datos["D2"], datos["E2"] = INEGI, "Actual", "Hace sus mapas de cuencas."
    presas = load_workbook(formatos["presas"])
    presas["Grupos"].insert_rows(1, 2)
    presas["Grupos"]["B1"] = "GRUPOS DE LA DIRECCIÓN DE PRESAS"
    write(presas, 4, poder=5)
    write(presas, 5, nombre="INEGI", clase=clase)
    riego = load_workbook(formatos["riego"])
    riego["Grupos"].title = "lo nuestro"
    riego["lo nuestro"]["B2"], riego["lo nuestro"]["D2"] = "Módulos de riego", clase
    nombres = ("RE_ formato (2).xlsx", "Presas FINAL.xlsx", "riego revisado.xlsx")
    devueltos = [formatos["aguas"].with_name(nombre) for nombre in nombres]
    for libro, path in zip((aguas, presas, riego), devueltos, strict=True):
        libro.save(path)
    return devueltos


def receive(desk: Desk, *paths: Path) -> ReturnPreview:
    """Drop files on the window and return the preview."""
    desk.drop(*paths)
    desk.settle()
    (dialog,) = shown_dialogs(ReturnPreview)
    assert isinstance(dialog, ReturnPreview)
    return dialog


def accept(desk: Desk, dialog: ReturnPreview) -> str:
    """Take what is certain and return what the window says of it."""
    dialog.go.click()
    desk.settle()
    return desk.window.banner.accessibleName()


def settle_doubt(desk: Desk) -> None:
    """Decide on the only doubt, by keeping both texts."""
    press(desk.window.banner, "Ver las dudas")
    tab = page(desk).findChild(DoubtsTab)
    assert isinstance(tab, DoubtsTab)
    assert [duda.nombre for duda in tab.list.chosen()] == ["Pescadores de la ribera: Notas"]
    tab.card.buttons[Decision.AMBOS].click()
    desk.settle()


def merge_duplicates(desk: Desk) -> None:
    """Merge the only cluster that is proposed."""
    usuarios = page(desk)
    usuarios.pages.setCurrentIndex(usuarios.pages.count() - 1)
    tab = usuarios.findChild(DuplicatesTab)
    assert isinstance(tab, DuplicatesTab)
    desk.qtbot.waitUntil(lambda: not tab.finder.searching and tab.proposals.model.rowCount() == 1, timeout=20_000)
    tab.proposals.tree.setCurrentIndex(tab.proposals.model.place_of(groups(desk)["INEGI"].id))
    named(tab.proposals.comparison, "Unir 2 grupos").click()
    desk.settle()


def export_map(desk: Desk) -> Path:
    """Export the map through the menu's action."""
    path = desk.folder / "mapa.xlsx"
    desk.answers.answer(path)
    (commands,) = desk.window.findChildren(Commands)
    commands.run("mapa")
    desk.settle()
    return path


def test_formats_go_out_come_back_and_make_one_map(desk: Desk) -> None:
    before = content_of(desk.project.path)
    formatos = send(desk)
    pescadores = groups(desk)["Pescadores de la ribera"]
    desk.project.edit("Anotar", [cambio(pescadores, notas="Salen al alba.")])

    dialog = receive(desk, *fill_in(formatos))
    assert accept(desk, dialog) == (
        "Se recibieron 3 formatos: 3 grupos nuevos, 1 uso de datos nuevo, 1 cambio, 1 duda."
    )
    assert groups(desk)["Municipios ribereños"].poder == 5
    assert {envio.area: envio.renglones for envio in desk.project.proyecto.activos(EnvioFormato)} == {
        "aguas": 2,
        "presas": 2,
        "riego": 1,
    }

    settle_doubt(desk)
    assert groups(desk)["Pescadores de la ribera"].notas == "Salen al alba.\nMadrugan y piden alertas."
    assert [duda.estado for duda in desk.project.proyecto.activos(Duda)] == [EstadoDuda.RESUELTA]

    merge_duplicates(desk)
    (union,) = desk.project.proyecto.activos(UnionGrupos)
    (uso,) = desk.project.proyecto.activos(UsoDatos)
    assert uso.grupo == union.queda  # whichever stays, what it uses follows

    mapa = export_map(desk)
    assert accept(desk, receive(desk, mapa)) == "Se recibió 1 libro; no cambió nada."
    libro = load_workbook(mapa)
    nombres = [celda.value for celda in libro["Consolidado"]["B"]][1:]
    assert len(nombres) == 4
    renglon = nombres.index("Municipios ribereños") + 2
    libro["Consolidado"].cell(renglon, [c.value for c in libro["Consolidado"][1]].index("Poder") + 1).value = 1
    libro.save(mapa)
    assert accept(desk, receive(desk, mapa)) == "Se recibió 1 libro: 1 cambio."
    assert groups(desk)["Municipios ribereños"].poder == 1

    while desk.project.undo():
        desk.settle()
    assert content_of(desk.project.path) == before


def test_files_in_any_order_and_twice_make_the_same(desk: Desk) -> None:
    formatos = send(desk)
    devueltos = fill_in(formatos)
    for path in (*reversed(devueltos), *devueltos):
        accept(desk, receive(desk, path))
    assert sorted(groups(desk)) == [
        "INEGI",
        INEGI,
        "Municipios ribereños",
        "Módulos de riego",
        "Pescadores de la ribera",
    ]
    assert desk.project.proyecto.activos(Duda) == []
