"""Contents that come back in Word, through the window: dropped, looked at field by field, taken or left, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from promueve_gui.application.return_report import EN_LOS_PROBLEMAS, NADA, NADA_QUE_TOMAR
from promueve_gui.application.word_returns import SIN_CONTENIDO
from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.diferencias import Decision
from promueve_gui.domain.flow import CONTENIDOS
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.vocabularios import EstadoContenido
from promueve_gui.gui.dialogs.return_preview import ReturnPreview
from promueve_gui.gui.dialogs.return_text import CHOOSE, NOTHING_CHOSEN, NOTHING_DIFFERENT, ReturnText
from tests.adapters.word.devueltos import paragraph, say
from tests.adapters.word.muestras import BOLETIN, HISTORIA
from tests.galeria import EDITED, FOLDER
from tests.gui.desk import Desk, press, shown_dialogs
from tests.gui.looking import labels
from tests.gui.test_importing import press_menu
from tests.returned_word import RECORDS, anonymous, edit, leave, review

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")
NUEVO = BOLETIN.nombre.replace("Abre", "Publica")
CUERPO = (
    "\n".join(BOLETIN.cuerpo.split("\n")[:-1])
    .replace("nueve municipios", "doce municipios")
    .replace("carretera vieja.", "carretera vieja. La lista completa está en el portal.")
)


@pytest.fixture(autouse=True)
def opened(desk: Desk) -> None:
    desk.open(desk.make(RECORDS))


@pytest.fixture
def reviewed(desk: Desk, tmp_path: Path) -> Path:
    """Return the bulletin as Comunicación Social sends it back."""
    return edit(leave(desk.project.session, tmp_path / "revisado.docx"), review)


def preview(desk: Desk) -> ReturnPreview:
    desk.settle()
    (dialog,) = shown_dialogs(ReturnPreview)
    assert isinstance(dialog, ReturnPreview)
    return dialog


def content(desk: Desk, identidad: str = BOLETIN.id) -> Contenido:
    found = desk.project.proyecto.get(Contenido, identidad)
    assert found is not None
    return found


def fields(text: ReturnText) -> list[list[str]]:
    return [text.fields.item(place).text().split("\n") for place in range(text.fields.count())]


def accept(desk: Desk) -> None:
    preview(desk).go.click()
    desk.settle()


def told(desk: Desk) -> str:
    return desk.window.banner.accessibleName() if desk.window.banner.isVisible() else ""


def offered(desk: Desk) -> list[str]:
    return [b.text() for b in desk.window.banner.findChildren(QPushButton) if b.text() and not b.isHidden()]


def test_a_document_dropped_is_shown_field_by_field(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    shown = preview(desk)
    assert shown.windowTitle() == "Documentos devueltos"
    assert shown.files.list.item(0).text().split("\n") == ["revisado.docx", BOLETIN.nombre, "2 cambios"]
    assert fields(shown.detail.text) == [
        ["Título", "Cambia", "Lo del archivo"],
        ["Texto", "Cambia", "Lo del archivo", "1 comentario", "2 cambios marcados"],
    ]
    assert shown.detail.text.words.toPlainText() == BOLETIN.nombre.replace("Abre", "AbrePublica")
    assert shown.detail.text.words.accessibleDescription() == "Se quita: Abre. Se agrega: Publica"
    assert not shown.detail.text.notes.isVisible()


def test_comments_and_tracked_changes_stand_beside_the_field(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    text = preview(desk).detail.text
    text.fields.setCurrentRow(1)
    comentario, agregado, quitado = text.notes.toPlainText().split("\n")
    assert comentario.startswith("Laura Ejemplo (")
    assert comentario.endswith("¿De dónde sale este dato?")
    assert agregado == "Comunicación Social (20/11/2026 10:30) agregó «La lista completa está en el portal.»"
    assert quitado.startswith("Comunicación Social (20/11/2026 10:30) quitó «Con esta publicación la institución")
    assert not text.buttons[Decision.AMBOS].isEnabled()


def test_what_is_taken_is_one_edition_that_can_be_undone(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    accept(desk)
    assert (content(desk).nombre, content(desk).cuerpo) == (NUEVO, CUERPO)
    assert told(desk) == "Se recibió 1 documento: 2 cambios."
    assert offered(desk) == ["Ver el contenido"]
    desk.project.undo()
    assert content(desk) == BOLETIN


def test_the_way_to_the_content_leads_there(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    accept(desk)
    press(desk.window.banner, "Ver el contenido")
    assert desk.wizard.current_step() is CONTENIDOS


def test_the_same_file_again_brings_nothing(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    accept(desk)
    desk.drop(reviewed)
    shown = preview(desk)
    assert shown.files.list.item(0).text().endswith("Sin diferencias")
    assert any("ya se recibió" in dicho for dicho in labels(shown.detail))
    assert shown.go.text() == "Recibir sin cambios"
    accept(desk)
    assert content(desk).cuerpo == CUERPO


def test_what_was_written_where_there_is_no_text_is_told_before_and_after(desk: Desk, tmp_path: Path) -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph("Vo. Bo. de la titular.")

    desk.drop(edit(leave(desk.project.session, tmp_path / "suelto.docx"), write))
    shown = preview(desk)
    assert shown.files.list.item(0).text().split("\n")[-1] == "Nada que tomar, 1 problema"
    assert {NADA_QUE_TOMAR, EN_LOS_PROBLEMAS} <= set(labels(shown.detail))
    assert NADA not in labels(shown)
    accept(desk)
    assert offered(desk) == ["Ver el contenido", "Ver 1 problema"]
    press(desk.window.banner, "Ver 1 problema")
    assert desk.answers.said == [
        "Problemas de lo que se recibió",
        (
            "«Vo. Bo. de la titular.» se escribió fuera de los textos del contenido y no se tomó; si hace falta, "
            "cópielo en un campo."
        ),
    ]


def test_one_field_may_be_left(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed)
    text = preview(desk).detail.text
    text.fields.setFocus()
    QTest.keyClick(text.fields, Qt.Key.Key_2)
    assert fields(text)[0] == ["Título", "Cambia", "Lo del proyecto"]
    assert text.buttons[Decision.CONSERVAR].isChecked()
    accept(desk)
    assert (content(desk).nombre, content(desk).cuerpo) == (BOLETIN.nombre, CUERPO)


def test_what_both_changed_waits_as_a_doubt(desk: Desk, reviewed: Path) -> None:
    desk.project.edit("Cambiar", [cambio(content(desk), nombre="Los puentes, en datos abiertos")])
    desk.drop(reviewed)
    text = preview(desk).detail.text
    assert fields(text)[0] == ["Título", "En conflicto", "Decidir después"]
    assert any("también se cambió en el proyecto" in dicho for dicho in labels(text))
    accept(desk)
    (duda,) = desk.project.proyecto.activos(Duda)
    assert (duda.registro, duda.campo) == (BOLETIN.id, "nombre")
    assert content(desk).nombre == "Los puentes, en datos abiertos"
    assert "Ver las dudas" in offered(desk)


def test_both_texts_may_be_kept(desk: Desk, reviewed: Path) -> None:
    desk.project.edit("Cambiar", [cambio(content(desk), cuerpo="Otro texto.")])
    desk.drop(reviewed)
    text = preview(desk).detail.text
    text.fields.setCurrentRow(1)
    text.buttons[Decision.AMBOS].click()
    accept(desk)
    assert content(desk).cuerpo == f"Otro texto.\n{CUERPO}"


def test_an_approved_content_says_that_it_goes_back_to_review(desk: Desk, reviewed: Path) -> None:
    desk.project.edit("Aprobar", [cambio(content(desk), estado=EstadoContenido.APROBADO)], "consolidar")
    desk.drop(reviewed)
    assert any("vuelve a revisión" in dicho for dicho in labels(preview(desk).detail))
    accept(desk)
    assert content(desk).estado is EstadoContenido.EN_REVISION


def test_a_file_that_does_not_say_what_it_is_of_is_offered_for_matching(desk: Desk, tmp_path: Path) -> None:
    path = edit(leave(desk.project.session, tmp_path / "pegado.docx", HISTORIA.id), anonymous)
    edit(path, lambda document: say(paragraph(document, "Un mapa"), "Un mapa", "El mapa"))
    desk.drop(path)
    shown = preview(desk)
    text = shown.detail.text
    assert not shown.go.isEnabled()
    assert text.content.currentText() == CHOOSE
    assert {SIN_CONTENIDO, NOTHING_CHOSEN} <= set(labels(shown.detail))
    assert text.content.itemText(1).startswith(f"{HISTORIA.nombre} · ")
    text.content.setCurrentIndex(1)
    text.content.activated.emit(1)
    desk.settle()
    assert fields(text) == [["Título", "En conflicto", "Decidir después"]]
    text.decide(Decision.TOMAR)
    accept(desk)
    assert content(desk, HISTORIA.id).nombre == "El mapa de puentes para llegar antes que la lluvia"


def test_choosing_none_again_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = edit(leave(desk.project.session, tmp_path / "pegado.docx"), anonymous)
    desk.drop(path)
    text = preview(desk).detail.text
    text.content.activated.emit(0)
    desk.settle()
    assert NOTHING_CHOSEN in labels(text)
    text.content.setCurrentIndex(1)
    text.content.activated.emit(1)
    desk.settle()
    assert NOTHING_DIFFERENT in labels(text)


def test_a_document_of_a_chosen_content_with_nothing_to_take_says_so(desk: Desk, tmp_path: Path) -> None:
    def work(document: WordDocument) -> None:
        anonymous(document)
        say(paragraph(document, "Contacto"), "Contacto", "Para saber más")

    desk.drop(edit(leave(desk.project.session, tmp_path / "pegado.docx"), work))
    text = preview(desk).detail.text
    text.content.setCurrentIndex(1)
    text.content.activated.emit(1)
    desk.settle()
    assert EN_LOS_PROBLEMAS in labels(text)


def test_a_document_among_workbooks(desk: Desk, reviewed: Path) -> None:
    desk.drop(reviewed, FOLDER / EDITED)
    shown = preview(desk)
    assert shown.files.list.count() == 2
    assert shown.windowTitle() == "Documentos devueltos"  # the workbook is of another institution, and left out
    assert shown.files.list.item(1).text() == f"{EDITED}\nNo se recibe"


def test_several_documents_at_once(desk: Desk, reviewed: Path, tmp_path: Path) -> None:
    otro = edit(
        leave(desk.project.session, tmp_path / "historia.docx", HISTORIA.id),
        lambda document: say(paragraph(document, "Un mapa"), "Un mapa", "El mapa"),
    )
    desk.drop(reviewed, otro)
    assert preview(desk).files.list.count() == 2
    accept(desk)
    assert told(desk) == "Se recibieron 2 documentos: 3 cambios."
    assert content(desk, HISTORIA.id).nombre.startswith("El mapa")


def test_the_menu_asks_for_documents(desk: Desk, reviewed: Path) -> None:
    desk.answers.answer([reviewed])
    press_menu(desk, "Documentos de Word devueltos…")
    assert preview(desk).files.list.count() == 1
    assert "open_documents" in desk.answers.said


def test_the_page_of_contents_asks_for_documents(desk: Desk, reviewed: Path) -> None:
    desk.answers.answer([reviewed])
    desk.wizard.go(CONTENIDOS)
    press(desk.wizard, "Recibir de Word…")
    assert preview(desk).files.list.count() == 1


def test_an_old_document_is_refused_with_what_to_do(desk: Desk, tmp_path: Path) -> None:
    viejo, otro = tmp_path / "viejo.doc", tmp_path / "otro.doc"
    viejo.write_bytes(OLE)
    otro.write_bytes(OLE)
    desk.drop(viejo)
    desk.settle()
    assert any("formato antiguo de Word (.doc)" in dicho for dicho in desk.answers.said)
    desk.drop(viejo, otro)
    desk.settle()
    assert any("otro.doc" in str(dicho) for dicho in desk.answers.said)
    assert shown_dialogs() == []


def test_a_document_of_another_project_is_refused(desk: Desk, reviewed: Path) -> None:
    desk.open(desk.make([r for r in RECORDS if r.id != BOLETIN.id], "otro.promueve"))
    desk.drop(reviewed)
    shown = preview(desk)
    assert shown.files.list.item(0).text() == "revisado.docx\nNo se recibe"
    assert any("no está en este proyecto" in dicho for dicho in labels(shown.detail))
