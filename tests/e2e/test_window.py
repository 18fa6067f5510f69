"""The five steps through the real window, with mouse and keyboard, on a real file; then all of it undone and redone."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.conjuntos import ConjuntoDatos, Recurso
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.flow import CONTENIDOS, ENTREGABLES, PASOS, PLAN, PROMOCION, RECOMENDACIONES, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.recomendaciones import Recomendacion
from promueve_gui.domain.registros import TIPOS
from promueve_gui.domain.vocabularios import Canal, ClaseGrupo, Desenlace, Eje, TipoContenido
from promueve_gui.gui.dialogs.import_preview import ImportPreview
from promueve_gui.gui.dialogs.new_project import NewProjectDialog
from promueve_gui.gui.pasos.contenidos import ContenidosPage
from promueve_gui.gui.pasos.promocion import PromocionPage
from tests.e2e.hands import CTRL, click, click_button, fill
from tests.gui.desk import Desk, shown_dialogs, type_text
from tests.gui.looking import labels
from tests.gui.modal import when_asked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from promueve_gui.domain.flow import Paso
    from promueve_gui.gui.widgets.record_panel import RecordPanel

# Lists and menus that open over the window, which the platform without a screen paints but cannot raise.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FUENTES = Path(__file__).parents[1] / "datos" / "fuentes"
URL = "https://datos.ejemplo.gob.mx/dataset/aforos/recurso.csv"
CORREO = "datosabiertos@ejemplo.gob.mx"
MAPA = {"Consolidado", "Por área", "Análisis", "Diccionario"}
PLANES = {"Plan", "Calendario", "Cobertura", "Catálogos"}
Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def real_plan(datos_reales: Path) -> Path:
    return datos_reales / "plan-apertura-inah.csv"


def content_of(path: Path) -> Content:
    """Return every record that the file holds, by table; rows of the same record in the order of their fields."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    names = [tipo.ENTIDAD for tipo in TIPOS]
    read = {name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in names}  # noqa: S608  # our own names
    connection.close()
    return read


# --- the parts of a year --------------------------------------------------------------------------------------


def new_project(desk: Desk, path: Path) -> None:
    def fill_in(dialog: NewProjectDialog) -> None:
        for nombre, text in (
            ("nombre", "Instituto de Aguas Históricas"),
            ("siglas", "IAH"),
            ("correo_contacto", CORREO),
        ):
            click(dialog.lines[nombre])
            type_text(dialog.lines[nombre], text)
        click_button(dialog, "Crear…")

    desk.answers.answer(path)
    asked = when_asked(NewProjectDialog, fill_in)
    click_button(desk.window.start, "Nuevo proyecto…")
    assert not asked.isActive()
    desk.front()


def import_plan(desk: Desk, source: Path) -> None:
    desk.answers.answer([source])
    QTest.keyClick(desk.window, Qt.Key.Key_I, CTRL)
    desk.qtbot.waitUntil(lambda: bool(shown_dialogs(ImportPreview)))
    (preview,) = shown_dialogs(ImportPreview)
    click_button(preview, "Importar")
    desk.front()


def go(desk: Desk, paso: Paso) -> None:
    """Go to a page by its key."""
    desk.front()
    QTest.keyClick(desk.window, Qt.Key(Qt.Key.Key_0 + PASOS.index(paso)), CTRL)
    assert desk.wizard.current_step() is paso


def panel_of(desk: Desk, entidad: str) -> RecordPanel:
    return desk.wizard.page_of(desk.wizard.current_step()).panels[entidad][0]


def add(desk: Desk, entidad: str, values: Mapping[str, str]) -> None:
    """Add a record with the button of its list, fill in its form and put it away."""
    panel = panel_of(desk, entidad)
    desk.front()
    panel.list.take_focus()
    QTest.keyClick(panel.list, Qt.Key.Key_Insert)
    assert panel.form_open, entidad
    fill(panel.form, values)
    QTest.keyClick(panel.form, Qt.Key.Key_Escape)
    assert not panel.form_open


def identify_users(desk: Desk) -> None:
    go(desk, USUARIOS)
    area = desk.project.proyecto.activos(AreaGeneradora)[0].nombre
    ejes = [eje.etiqueta for eje in Eje]
    for number, clase in enumerate(ClaseGrupo):
        values = {"nombre": f"Grupo número {number + 1} ñandú", "clase": clase.etiqueta, "area": area}
        add(desk, "grupo_usuarios", {**values, "ejes": ejes[number], "poder": str(number + 2), "interes": "4"})


def plan_the_promotion(desk: Desk) -> None:
    go(desk, PLAN)
    conjunto = desk.project.proyecto.activos(ConjuntoDatos)[0].nombre
    hoy = desk.services.today()
    for number, (canal, tipo) in enumerate(
        ((Canal.PORTAL_INTERNET, TipoContenido.BOLETIN), (Canal.IMPACTO, TipoContenido.HISTORIA))
    ):
        values = {"nombre": f"Actividad {number + 1}", "conjunto": conjunto, "grupos": "Grupo número 1 ñandú"}
        when = {"fecha": f"{hoy:%d/%m/%Y}", "canal": canal.etiqueta, "tipo_contenido": tipo.etiqueta}
        add(desk, "linea_plan", {**values, **when})


def write_contents(desk: Desk) -> None:
    go(desk, CONTENIDOS)
    page = desk.wizard.page_of(CONTENIDOS)
    assert isinstance(page, ContenidosPage)
    closing = {"url": URL, "correo_contacto": CORREO}
    click_button(page, TipoContenido.BOLETIN.etiqueta)
    assert page.editor.form is not None
    text = "El Instituto publicó los aforos de cien ríos.\n\nCualquier persona puede descargarlos."
    fill(
        page.editor.form,
        {"nombre": "Nuevos aforos de ríos", "entrada": "Cien ríos, un solo archivo.", "cuerpo": text, **closing},
    )
    click(page.contents.add_button)
    (action,) = [a for a in page.contents.add_menu.actions() if a.text() == TipoContenido.HISTORIA.etiqueta]
    QTest.mouseClick(
        page.contents.add_menu, Qt.MouseButton.LeftButton, pos=page.contents.add_menu.actionGeometry(action).center()
    )
    assert page.editor.form is not None
    story = {
        "antecedentes": "Los pueblos medían el río a mano.",
        "retos": "No había datos.",
        "solucion": "Se abrieron.",
    }
    fill(
        page.editor.form,
        {"nombre": "El río que se pudo prever", **story, "resultados": "Se avisó a tiempo.", **closing},
    )
    QTest.keyClick(desk.window, Qt.Key.Key_3, CTRL)


def log_a_publication(desk: Desk) -> None:
    go(desk, PROMOCION)
    page = desk.wizard.page_of(PROMOCION)
    assert isinstance(page, PromocionPage)
    values = {"nombre": "Boletín de aforos", "fecha": f"{desk.services.today():%d/%m/%Y}"}
    more = {"canal": Canal.PORTAL_INTERNET.etiqueta, "url": URL, "contenido": "Nuevos aforos de ríos"}
    add(desk, "publicacion", {**values, **more})


def answer_a_recommendation(desk: Desk) -> None:
    go(desk, RECOMENDACIONES)
    conjunto = desk.project.proyecto.activos(ConjuntoDatos)[0].nombre
    hoy = f"{desk.services.today():%d/%m/%Y}"
    add(desk, "recomendacion", {"texto": "Agreguen los aforos de antes de 1990.", "conjunto": conjunto})
    panel = panel_of(desk, "recomendacion")
    panel.list.table.selectRow(0)
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    answer = {"desenlace": Desenlace.PROCEDE.etiqueta, "fecha_estimada": hoy, "respuesta": "Se agregarán este año."}
    fill(panel.form, {**answer, "fecha_respuesta": hoy})


def export_everything(desk: Desk) -> Path:
    target = desk.folder / "documentos"
    target.mkdir()
    go(desk, ENTREGABLES)
    desk.answers.answer(target)
    page = desk.wizard.page_of(ENTREGABLES)
    click_button(page, "Exportar todo…")
    desk.settle()
    assert desk.answers.said[-1] == "Elegir la carpeta de los documentos"
    # Two books and two texts.
    desk.qtbot.waitUntil(lambda: sum("· exportado el " in said for said in labels(page)) == 4, timeout=20_000)
    return target


def check_what_was_done(desk: Desk, *, datasets: int, resources: int) -> None:
    proyecto = desk.project.proyecto
    assert len(proyecto.activos(ConjuntoDatos)) == datasets
    assert len(proyecto.activos(Recurso)) == resources
    assert {grupo.clase for grupo in proyecto.activos(GrupoUsuarios)} == set(ClaseGrupo)
    assert [linea.fecha for linea in proyecto.activos(LineaPlan)] == [desk.services.today()] * 2
    assert {contenido.tipo for contenido in proyecto.activos(Contenido)} == {
        TipoContenido.BOLETIN,
        TipoContenido.HISTORIA,
    }
    (publicacion,) = proyecto.activos(Publicacion)
    boletin = next(c for c in proyecto.activos(Contenido) if c.tipo is TipoContenido.BOLETIN)
    assert (publicacion.contenido, publicacion.url) == (boletin.id, URL)
    (recomendacion,) = proyecto.activos(Recomendacion)
    assert not recomendacion.abierta
    conjunto = proyecto.get(ConjuntoDatos, recomendacion.conjunto)
    assert conjunto is not None
    assert conjunto.fecha_compromiso == recomendacion.fecha_estimada == desk.services.today()


def check_documents(target: Path) -> None:
    sheets = [set(load_workbook(path).sheetnames) for path in sorted(target.glob("*.xlsx"))]
    assert [wanted <= found for wanted, found in zip((MAPA, PLANES), sheets, strict=True)] == [True, True]
    texts = {path.stem: Document(str(path)) for path in (target / "Contenidos").glob("*.docx")}
    assert len(texts) == 2
    said = "\n".join(p.text for document in texts.values() for p in document.paragraphs)
    assert "Nuevos aforos de ríos" in said
    assert "Los pueblos medían el río a mano." in said


def step_until_nothing_is_left(desk: Desk, key: Qt.Key) -> int:
    """Undo, or redo, until there is nothing more; returns how many steps it took."""
    steps = 0
    desk.wizard.steps.list.setFocus()
    session = desk.project.session
    while (session.next_undo() if key is Qt.Key.Key_Z else session.next_redo()) is not None:
        QTest.keyClick(desk.window, key, CTRL)
        desk.settle()
        steps += 1
        assert steps < 1000
    return steps


def a_year(desk: Desk, source: Path, *, datasets: int, resources: int) -> None:
    path = desk.folder / "IAH.promueve"
    new_project(desk, path)
    empty = content_of(path)
    assert desk.window.windowTitle() == "IAH — Promueve"
    import_plan(desk, source)
    for part in (identify_users, plan_the_promotion, write_contents, log_a_publication, answer_a_recommendation):
        part(desk)
    check_documents(export_everything(desk))
    check_what_was_done(desk, datasets=datasets, resources=resources)
    desk.close()
    full = content_of(path)

    desk.start()
    recent = desk.window.start.recent
    QTest.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=recent.visualItemRect(recent.item(0)).center())
    desk.settle()
    check_what_was_done(desk, datasets=datasets, resources=resources)
    assert content_of(path) == full
    undone = step_until_nothing_is_left(desk, Qt.Key.Key_Z)
    assert content_of(path) == empty
    assert not desk.project.proyecto.activos(GrupoUsuarios)
    assert step_until_nothing_is_left(desk, Qt.Key.Key_Y) == undone
    assert content_of(path) == full
    check_what_was_done(desk, datasets=datasets, resources=resources)


def test_the_five_steps_undone_and_redone(desk: Desk) -> None:
    a_year(desk, FUENTES / "inventario_plan.csv", datasets=4, resources=5)


@pytest.mark.ventana
def test_the_five_steps_on_a_real_screen(desk: Desk) -> None:
    a_year(desk, FUENTES / "inventario_plan.csv", datasets=4, resources=5)


def test_the_five_steps_with_a_plan_as_it_was_published(desk: Desk, real_plan: Path) -> None:
    a_year(desk, real_plan, datasets=7, resources=153)
