"""Step 3 through the window: from a line of the plan to a bulletin that leaves, is edited outside, and is published."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from docx import Document

from promueve_gui.application.content_start import start_from_line
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.flow import CONTENIDOS, INICIO
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.institucion import Institucion, Membrete, Persona
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.vocabularios import Canal, EstadoContenido, Rol, TipoContenido
from promueve_gui.gui.commands import Commands
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from tests.adapters.word.devueltos import add_after, delete_tracked, insert_tracked, paragraph, say
from tests.adapters.word.muestras import MEMBRETES
from tests.e2e.hands import fill
from tests.e2e.march import HOY, march_desk
from tests.gui.desk import Desk, press, shown_dialogs
from tests.gui.looking import labels
from tests.returned_word import edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.document import Document as WordDocument
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

URL = "https://datos.ejemplo.gob.mx/dataset/presas/niveles.csv"
RECORDS = (
    Institucion(
        id="i",
        nombre="Secretaría de Ríos y Presas",
        siglas="SRP",
        anio=2026,
        ciudad="Ciudad de México",
        correo_contacto="datos@ejemplo.gob.mx",
        direccion_comunicacion="Dirección de Comunicación Social",
        correo_prensa="prensa@ejemplo.gob.mx",
    ),
    Persona(id="ana", nombre="Ana Ruiz", rol=Rol.TECNICO, correo="ana@ejemplo.gob.mx"),
    ConjuntoDatos(id="presas", nombre="Niveles de presas", url=URL),
    LineaPlan(
        id="l",
        nombre="Difundir los niveles de presas",
        conjunto="presas",
        tipo_contenido=TipoContenido.BOLETIN,
        fecha=date(2026, 3, 20),
        canal=Canal.PORTAL_INTERNET,
    ),
)
ENTRADA = "La Secretaría publicó hoy {conjunto}, en formato abierto y sin registro."
CUERPO = "Cualquier persona puede consultar **cada presa** en {url}.\n\nLos datos se actualizan cada mes.\n\nHubo café."


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """Return the program as it is started, on a day of March."""
    with march_desk(qtbot, tmp_path, RECORDS) as made:
        yield made


def bulletin(desk: Desk) -> Contenido:
    (found,) = desk.project.proyecto.activos(Contenido)
    return found


def page(desk: Desk) -> ContenidosPage:
    desk.wizard.go(CONTENIDOS)
    found = desk.wizard.page_of(CONTENIDOS)
    assert isinstance(found, ContenidosPage)
    return found


def choose_letterhead(desk: Desk) -> None:
    """Give the institution a letterhead of its own."""
    desk.wizard.go(INICIO)
    desk.wizard.page_of(INICIO).show_record(Membrete.ENTIDAD, "", "")
    desk.answers.answer(MEMBRETES / "logotipos.docx")
    press(desk.window, "Agregar membrete…")
    desk.settle()
    assert [membrete.nombre for membrete in desk.project.proyecto.activos(Membrete)] == ["logotipos.docx"]


def write(desk: Desk) -> Contenido:
    """Begin a bulletin from the line of the plan, with what is known filled in, and write the rest in its form."""
    linea = desk.project.proyecto.get(LineaPlan, "l")
    assert linea is not None
    desk.project.edit("Escribir para el plan", start_from_line(desk.project.proyecto, linea, HOY).cambios)
    begun = bulletin(desk)
    assert (begun.linea, begun.conjuntos, begun.url) == ("l", ("presas",), URL)
    shown = page(desk)
    shown.show_record(Contenido.ENTIDAD, begun.id, "")
    assert shown.editor.form is not None
    fill(shown.editor.form, {"nombre": "Abren los niveles de presas"})
    shown.editor.flush()
    textos = {"entrada": ENTRADA, "cuerpo": CUERPO, "cita": "«Agua clara», dijo la titular.", "sumarios": "- Ya está"}
    actual = bulletin(desk)
    desk.project.edit("Escribir", [cambio(actual, **textos, contacto_tecnico="ana")])
    desk.settle()
    return bulletin(desk)


def move_to(desk: Desk, *buttons: str) -> None:
    """Press the button of the state, as it changes its name."""
    shown = page(desk)
    shown.show_record(Contenido.ENTIDAD, bulletin(desk).id, "")
    for text in buttons:
        desk.settle()
        shown.editor.refresh()  # at once, and not when the timer says
        press(shown.editor.bar, text)
    desk.settle()


def export(desk: Desk) -> Path:
    path = desk.folder / "boletín.docx"
    (commands,) = desk.window.findChildren(Commands)
    desk.answers.answer(path)
    commands.export(f"word:{bulletin(desk).id}")
    desk.settle()
    desk.qtbot.waitUntil(path.exists, timeout=20_000)
    desk.settle()
    return path


def outside(document: WordDocument) -> None:
    """Edit as Comunicación Social does: two words, a paragraph more, a tracked addition and one paragraph out."""
    say(paragraph(document, "Abren los niveles"), "Abren", "La Secretaría abre")
    say(paragraph(document, "Cualquier persona puede"), "Cualquier persona puede consultar ", "Ya se puede consultar ")
    insert_tracked(paragraph(document, "Los datos se actualizan"), " El próximo corte es en abril.")
    delete_tracked(paragraph(document, "Hubo café"), mark=True)
    add_after(paragraph(document, "La Secretaría publicó"), "Es la primera vez que ocurre.")
    document.add_comment(paragraph(document, "«Agua clara»").runs, text="¿Autorizó la cita?", author="Laura")


def take_back(desk: Desk, path: Path) -> ReturnPreview:
    desk.drop(path)
    desk.settle()
    (preview,) = shown_dialogs(ReturnPreview)
    assert isinstance(preview, ReturnPreview)
    return preview


def check_what_was_taken(desk: Desk, before: Contenido) -> None:
    """See that exactly the edits came in, and that what was approved is to be reviewed again."""
    taken = bulletin(desk)
    assert taken.nombre == "La Secretaría abre los niveles de presas"
    assert taken.entrada == f"{ENTRADA}\n\nEs la primera vez que ocurre."
    primero, segundo, _ = CUERPO.split("\n\n")
    primero = primero.replace("Cualquier persona puede", "Ya se puede")
    assert taken.cuerpo == f"{primero}\n\n{segundo} El próximo corte es en abril."
    assert (taken.cita, taken.estado) == (before.cita, EstadoContenido.EN_REVISION)
    assert not desk.project.proyecto.activos(Duda)


def publish(desk: Desk) -> None:
    """Approve it again, publish it and register that."""
    move_to(desk, "Enviar a Comunicación Social", "Aprobar", "Marcar como publicado")
    (dialog,) = shown_dialogs(PublishDialog)
    press(dialog, "Publicar y registrar")
    desk.settle()
    assert bulletin(desk).estado is EstadoContenido.PUBLICADO
    (publicacion,) = desk.project.proyecto.activos(Publicacion)
    assert publicacion.contenido == bulletin(desk).id
    estados = [version.estado for version in desk.project.proyecto.activos(VersionContenido)]
    assert estados[-1] is EstadoContenido.PUBLICADO
    assert estados.count(EstadoContenido.APROBADO) == 2


def test_from_a_line_of_the_plan_to_a_published_bulletin(desk: Desk) -> None:
    choose_letterhead(desk)
    write(desk)
    move_to(desk, "Enviar a revisión", "Enviar a Comunicación Social", "Aprobar")
    before = bulletin(desk)
    assert before.congelado, "merge fields stand still once it is approved"

    path = export(desk)
    document = Document(str(path))
    assert f"Cualquier persona puede consultar cada presa en {URL}." in [p.text for p in document.paragraphs]
    assert any("/media/" in part.partname for part in document.part.package.iter_parts()), "the logo is there"

    preview = take_back(desk, edit(path, outside))
    assert any("vuelve a revisión" in said for said in labels(preview.detail))
    text = preview.detail.text
    titulos = [text.fields.item(place).text().partition("\n")[0] for place in range(text.fields.count())]
    assert titulos == ["Título", "Entrada: qué, quién, cuándo, dónde y por qué", "Texto", "Cita textual"]
    text.fields.setCurrentRow(3)
    assert "¿Autorizó la cita?" in text.notes.toPlainText()
    preview.go.click()
    desk.settle()
    check_what_was_taken(desk, before)

    again = take_back(desk, path)
    assert again.files.list.item(0).text().endswith("Sin diferencias")
    again.reject()
    desk.settle()
    desk.project.undo()
    assert bulletin(desk) == before
    desk.project.redo()
    check_what_was_taken(desk, before)
    publish(desk)
