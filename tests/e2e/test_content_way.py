"""Step 3 through the window: from a line of the plan to a bulletin on letterhead, approved, changed, brought back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.flow import CONTENIDOS, INICIO, PLAN
from promueve_gui.domain.institucion import Institucion, Membrete, Persona
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import EstadoContenido, Rol, TipoContenido
from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from promueve_gui.gui.pasos.contenidos.versions_dialog import VersionsDialog
from promueve_gui.gui.pasos.plan.page import PlanPage
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.editors.text import LongTextEditor
from tests.e2e.march import march_desk
from tests.gui.desk import Desk, press, shown_dialogs, type_text
from tests.gui.looking import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MEMBRETE = Path(__file__).parents[1] / "datos" / "membretes" / "tabla.docx"
RECORDS = (
    Institucion(id="i", nombre="Secretaría de Ríos y Presas", siglas="SRP", correo_contacto="datos@ejemplo.gob.mx"),
    Persona(id="ana", nombre="Ana Ruiz", rol=Rol.TECNICO, correo="ana@ejemplo.gob.mx"),
    ConjuntoDatos(id="presas", nombre="Niveles de presas", url="https://datos.ejemplo.gob.mx/dataset/presas"),
    LineaPlan(
        id="l",
        nombre="Anunciar presas",
        conjunto="presas",
        tipo_contenido=TipoContenido.BOLETIN,
        fecha=date(2026, 3, 30),
    ),
)
TEXTS = {
    "sumarios": "Por primera vez, presa por presa",
    "entrada": "La Secretaría publicó hoy el nivel de cada presa.",
    "cuerpo": "Los datos se actualizan cada mes.",
}


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Return the program as it is started, on a day of March."""
    with march_desk(qtbot, tmp_path, RECORDS) as made:
        yield made


def content(desk: Desk) -> Contenido:
    (found,) = desk.project.proyecto.activos(Contenido)
    return found


def writing(desk: Desk) -> ContenidosPage:
    found = desk.wizard.page_of(CONTENIDOS)
    assert isinstance(found, ContenidosPage)
    return found


def add_letterhead(desk: Desk) -> Membrete:
    """Choose the document of the letterhead, as somebody does at the beginning of the year."""
    desk.wizard.go(INICIO)
    desk.wizard.page_of(INICIO).show_record(Membrete.ENTIDAD, "", "")
    desk.answers.answer(MEMBRETE)
    press(desk.window, "Agregar membrete…")
    desk.settle()
    (found,) = desk.project.proyecto.activos(Membrete)
    return found


def begin(desk: Desk) -> ContenidosPage:
    """Go from the line of the plan to its content."""
    desk.wizard.go(PLAN)
    plan = desk.wizard.page_of(PLAN)
    assert isinstance(plan, PlanPage)
    plan.show_record(LineaPlan.ENTIDAD, "l", "")
    press(plan.lines, "Escribirlo")
    desk.settle()
    return writing(desk)


def write(page: ContenidosPage, nombre: str, text: str) -> None:
    """Type a text at the beginning of a field."""
    assert page.editor.form is not None
    editor = page.editor.form.editor(nombre)
    assert isinstance(editor, LongTextEditor | RichTextEditor)
    type_text(editor.box, text)
    page.editor.flush()
    page.editor.refresh()


def forward(desk: Desk, page: ContenidosPage) -> EstadoContenido | None:
    page.editor.bar.forward.click()
    page.editor.refresh()
    return content(desk).estado


def approve(desk: Desk, page: ContenidosPage) -> None:
    """Send the bulletin from hand to hand, and write what turns out to be missing."""
    assert forward(desk, page) is EstadoContenido.EN_REVISION
    assert forward(desk, page) is EstadoContenido.CON_COMUNICACION
    assert page.editor.bar.notice.text() == "Para aprobarlo: falta completar: Sumarios. Y otros 2 puntos."
    desk.answers.answer(0)  # go to what is missing
    assert forward(desk, page) is EstadoContenido.CON_COMUNICACION
    for nombre, text in TEXTS.items():
        write(page, nombre, text)
    assert not page.editor.bar.notice.isVisible()
    assert forward(desk, page) is EstadoContenido.APROBADO


def change_and_go_back(page: ContenidosPage) -> None:
    """Change what was approved, look at what changed, and go back to what was approved."""
    write(page, "cuerpo", "¡Novedad! ")
    assert page.editor.bar.notice.text().startswith("Se aprobó el ")
    page.editor.bar.go.click()
    (dialog,) = shown_dialogs(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    assert "¡Novedad!" in dialog.text.toPlainText()
    assert dialog.version is not None
    named(dialog, f"Volver a la versión {dialog.version.numero}").click()
    press(dialog, "Cerrar")
    page.editor.refresh()


def test_from_a_line_of_the_plan_to_a_published_bulletin(desk: Desk, tmp_path: Path) -> None:
    assert add_letterhead(desk).predeterminado
    page = begin(desk)
    assert page.isVisible()
    assert (content(desk).linea, content(desk).numero) == ("l", "001/2026")
    approve(desk, page)

    target = tmp_path / "boletin.docx"
    desk.answers.answer(target)
    page.editor.bar.word.click()
    desk.settle()
    with ZipFile(target) as word, ZipFile(MEMBRETE) as letterhead:
        assert "presa por presa" in word.read("word/document.xml").decode()
        pictures = {name for name in letterhead.namelist() if name.startswith("word/media/")}
        assert pictures <= set(word.namelist())

    change_and_go_back(page)
    assert (content(desk).estado, content(desk).cuerpo) == (EstadoContenido.EN_REVISION, TEXTS["cuerpo"])
    assert forward(desk, page) is EstadoContenido.CON_COMUNICACION
    assert forward(desk, page) is EstadoContenido.APROBADO
    page.editor.bar.forward.click()
    (asked,) = shown_dialogs(PublishDialog)
    press(asked, "Publicar y registrar")
    assert content(desk).estado is EstadoContenido.PUBLICADO
    way = page.editor.bar.way.etapas
    assert [etapa.pasada for etapa in way] == [True, True, True, True, False]
    assert all(etapa.quien and etapa.cuando for etapa in way[1:])


def test_what_was_done_is_there_after_closing(desk: Desk) -> None:
    add_letterhead(desk)
    page = begin(desk)
    write(page, "entrada", TEXTS["entrada"])
    page.editor.bar.versions.click()
    (dialog,) = shown_dialogs(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    type_text(dialog.reason, "Antes de mandarlo")
    press(dialog, "Guardar versión")
    press(dialog, "Cerrar")
    path = desk.project.path
    desk.open(path)
    assert content(desk).entrada == TEXTS["entrada"]
    desk.wizard.go(CONTENIDOS)
    again = writing(desk)
    again.editor.bar.versions.click()
    (shown,) = [one for one in shown_dialogs(VersionsDialog) if one.isVisible()]
    assert isinstance(shown, VersionsDialog)
    assert [shown.model.item(0, column).text() for column in (0, 2, 4)] == ["1", "Borrador", "Antes de mandarlo"]
    press(shown, "Cerrar")
