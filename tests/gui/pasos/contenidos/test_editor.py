from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.institucion import Membrete
from promueve_gui.domain.reglas import Punto
from promueve_gui.domain.vocabularios import Canal, EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from promueve_gui.gui.widgets.editors.reference import ReferenceEditor
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.editors.text import LineEditor, LongTextEditor
from tests.adapters.word.muestras import MEMBRETES
from tests.gui.desk import press, type_text
from tests.gui.pasos.contenidos.conftest import CONJUNTO, URL
from tests.gui.pasos.contenidos.marked import LONG, looks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers


def contenido(project: Project, identidad: str) -> Contenido:
    found = project.proyecto.get(Contenido, identidad)
    assert found is not None
    return found


def line(page: ContenidosPage, nombre: str) -> LineEditor:
    assert page.editor.form is not None
    editor = page.editor.form.editor(nombre)
    assert isinstance(editor, LineEditor)
    return editor


def box(page: ContenidosPage, nombre: str) -> QPlainTextEdit | QTextEdit:
    assert page.editor.form is not None
    editor = page.editor.form.editor(nombre)
    assert isinstance(editor, LongTextEditor | RichTextEditor)
    return editor.box


def link(page: ContenidosPage, text: str, about: str) -> QPushButton:
    """Return the link of the checklist that says ``text`` of ``about``."""
    (made,) = [
        found
        for widget in page.editor.review.lines
        for found in widget.findChildren(QPushButton)
        if found.text() == text and about in found.accessibleName()
    ]
    return made


def test_what_is_typed_is_saved_when_another_is_chosen(page: ContenidosPage, project: Project) -> None:
    page.contents.show_record("mensaje")
    title = box(page, "nombre")
    title.clear()
    type_text(title, "Camas: ¡ya están aquí!")
    page.contents.show_record("estudio")
    assert contenido(project, "mensaje").nombre == "Camas: ¡ya están aquí!"
    project.undo()
    assert contenido(project, "mensaje").nombre == "Ya hay datos de camas"


def test_each_type_asks_for_its_own_fields(page: ContenidosPage) -> None:
    page.contents.show_record("historia")
    assert box(page, "antecedentes").toPlainText() == "Nadie sabía nada."
    page.contents.show_record("estudio")
    assert box(page, "cuerpo").toPlainText() == "Hay más camas."
    assert page.editor.form is not None
    with pytest.raises(KeyError):
        page.editor.form.editor("antecedentes")


def test_the_length_is_counted_while_typing(page: ContenidosPage, qtbot: QtBot) -> None:
    page.contents.show_record("mensaje")
    assert page.editor.measure.text() == "5 de 60 caracteres en X · quedan 55"
    type_text(box(page, "mensaje"), "¡Ya! ")
    qtbot.waitUntil(lambda: page.editor.measure.text().startswith("10 de 60"))


def test_a_text_that_does_not_fit_has_another_sign(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    page.contents.show_record("mensaje")
    project.edit("Alargar", [cambio(contenido(project, "mensaje"), mensaje="a" * 70)])
    qtbot.waitUntil(lambda: page.editor.measure.text().endswith("sobran 10"))


def length(page: ContenidosPage) -> str:
    """Return how long the content is in Word; a second line tells of typefaces that this computer lacks."""
    return page.editor.measure.toolTip().split("\n")[0]


def test_the_length_in_word_says_on_which_letterhead(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    page.contents.show_record("historia")
    assert length(page).startswith("En Word ocupa cerca de ")
    visible = page.editor.measure.text().rpartition(" · ")[2].removesuffix(" en Word")
    assert length(page) == f"En Word ocupa cerca de {visible}"
    assert "membrete" not in length(page)
    membrete = Membrete(id="m", nombre="Oficial", archivo="0" * 64, predeterminado=True)
    project.edit("Agregar membrete", [alta(membrete)])
    page.contents.show_record("mensaje")
    page.contents.show_record("historia")
    assert length(page).endswith("con «Oficial» puede variar")  # there is no such file to measure


def test_the_length_in_word_is_that_on_the_letterhead_once_it_is_measured(
    page: ContenidosPage, project: Project, qtbot: QtBot
) -> None:
    page.contents.show_record("historia")
    propia = length(page)
    archivo = project.session.put_file((MEMBRETES / "apaisado.docx").read_bytes())
    project.edit("Agregar membrete", [alta(Membrete(id="m", nombre="Largo", archivo=archivo, predeterminado=True))])
    qtbot.waitUntil(lambda: length(page).endswith("con «Largo»"))
    assert length(page) != f"{propia} con «Largo»"


def test_a_letterhead_that_cannot_be_measured_is_not_asked_for_again(
    page: ContenidosPage, project: Project, qtbot: QtBot
) -> None:
    archivo = project.session.put_file(b"no es un documento")
    project.edit("Agregar membrete", [alta(Membrete(id="m", nombre="Roto", archivo=archivo, predeterminado=True))])
    page.contents.show_record("historia")
    qtbot.waitUntil(lambda: not project.runner.busy)
    page.editor.refresh()
    assert length(page).endswith("con «Roto» puede variar")
    assert not project.runner.busy


def test_a_typeface_that_this_computer_lacks_is_told(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    document = Document()
    for nombre in ("Normal", "Body Text"):
        document.styles[nombre].font.name = "Letra de Nadie"
    data = io.BytesIO()
    document.save(data)
    archivo = project.session.put_file(data.getvalue())
    project.edit("Agregar membrete", [alta(Membrete(id="m", nombre="Raro", archivo=archivo, predeterminado=True))])
    page.contents.show_record("historia")
    qtbot.waitUntil(lambda: length(page).endswith("con «Raro»"))
    assert "«Letra de Nadie»" in page.editor.measure.toolTip()


def test_types_without_an_expected_length_are_not_measured(page: ContenidosPage) -> None:
    page.contents.show_record("estudio")
    assert page.editor.measure.text() == ""


def test_what_is_missing_can_be_inserted_with_a_click(page: ContenidosPage, project: Project) -> None:
    page.contents.show_record("mensaje")
    link(page, "Insertar", "correo").click()
    link(page, "Insertar", "URL").click()
    link(page, "Insertar", "técnico").click()
    escrito = contenido(project, "mensaje")
    assert (escrito.correo_contacto, escrito.url, escrito.contacto_tecnico) == ("datos@ejemplo.gob.mx", URL, "t")
    assert line(page, "url").line.text() == URL


def test_a_gap_leads_to_its_field(page: ContenidosPage, project: Project) -> None:
    project.edit("Vaciar", [cambio(contenido(project, "historia"), resultados="")])
    page.contents.show_record("historia")
    link(page, "Ir", "Resultados").click()
    assert page.focusWidget() is box(page, "resultados")


def test_a_long_sentence_is_marked_and_can_be_seen(page: ContenidosPage) -> None:
    page.contents.show_record("historia")
    link(page, "Ver", "frase").click()
    assert box(page, "retos").textCursor().selectedText().startswith("Una frase tan larga")


def test_how_it_reads_is_told_beside(page: ContenidosPage, qtbot: QtBot) -> None:
    page.contents.show_record("estudio")
    qtbot.waitUntil(lambda: page.editor.review.reading.text().startswith("INFLESZ "))
    assert page.editor.review.scale.accessibleName().endswith(page.editor.review.reading.text())
    page.contents.show_record("suelto")
    assert page.editor.review.reading.text() == "Sin texto que medir"


def test_the_way_forward_goes_through_the_rules(page: ContenidosPage, project: Project, messages: Answers) -> None:
    page.contents.show_record("estudio")
    for estado in list(EstadoContenido)[1:]:
        page.editor.bar.forward.click()
        for dialog in page.findChildren(PublishDialog):
            press(dialog, "Solo marcar")
        assert contenido(project, "estudio").estado is estado
        assert page.editor.bar.chip.text() == estado.etiqueta
    assert messages.said == []
    assert page.editor.bar.forward.isHidden()


@pytest.mark.parametrize(("answer", "focused"), [(0, True), (-1, False)])
def test_what_bars_the_way_is_told_with_the_way_to_mend_it(
    page: ContenidosPage, project: Project, messages: Answers, answer: int, focused: bool
) -> None:
    page.contents.show_record("historia")
    page.contents.view.setFocus()
    assert page.editor.bar.forward.text() == "Marcar como publicado"
    messages.answer(answer)
    page.editor.bar.forward.click()
    assert messages.said == ["Para publicarlo: falta coordinar con el órgano rector."]
    assert contenido(project, "historia").estado is EstadoContenido.APROBADO
    assert page.editor.form is not None
    date = page.editor.form.editor("coordinado_fecha")
    assert (page.focusWidget() is not None and date.isAncestorOf(page.focusWidget())) is focused


def test_more_actions_go_back_change_the_type_and_withdraw(
    page: ContenidosPage, project: Project, messages: Answers
) -> None:
    page.contents.show_record("historia")
    actions = {action.text(): action for action in page.editor.bar.menu().actions()}
    actions["Devolver a borrador"].trigger()
    assert contenido(project, "historia").estado is EstadoContenido.BORRADOR
    kinds = actions["Cambiar el tipo"].menu()
    assert kinds is not None
    page.editor.bar.type_asked.emit(TipoContenido.PRESENTACION)
    assert contenido(project, "historia").tipo is TipoContenido.PRESENTACION
    assert box(page, "cuerpo").toPlainText() == ""
    messages.answer("Se canceló")
    actions["Retirar…"].trigger()
    assert not contenido(project, "historia").activo


def test_a_content_without_type_is_given_one(page: ContenidosPage, project: Project) -> None:
    page.contents.show_record("suelto")
    assert not page.editor.bar.word.isEnabled()
    project.edit("Elegir tipo", [cambio(contenido(project, "suelto"), tipo=TipoContenido.REDES)])
    assert box(page, "mensaje").isVisible()
    assert page.editor.bar.word.isEnabled()


def test_word_is_asked_for_with_what_is_on_screen_saved(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    page.contents.show_record("estudio")
    type_text(box(page, "cuerpo"), "Sí: ")
    with qtbot.waitSignal(page.action_asked) as asked:
        QTest.mouseClick(page.editor.bar.word, Qt.MouseButton.LeftButton)
    assert asked.args == ["word:estudio"]
    assert contenido(project, "estudio").cuerpo == "Sí: Hay más camas."


def test_what_was_published_goes_to_the_log_once(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Publicar", [cambio(contenido(project, "estudio"), estado=EstadoContenido.PUBLICADO)])
    page.contents.show_record("estudio")
    assert page.editor.bar.log.accessibleName() == "Registrar publicación"
    with qtbot.waitSignal(page.jump_asked) as asked:
        page.editor.bar.log.click()
    (publicacion,) = project.proyecto.activos(Publicacion)
    assert asked.args == ["publicacion", publicacion.id, "url_publicada"]
    assert (publicacion.canal, publicacion.url, publicacion.contenido) == (Canal.PORTAL_INTERNET, URL, "estudio")
    page.editor.refresh()
    assert page.editor.bar.log.accessibleName() == "Ver publicación"
    page.editor.bar.log.click()
    assert project.proyecto.activos(Publicacion) == [publicacion]


def test_undoing_the_birth_of_a_content_closes_it(page: ContenidosPage, project: Project) -> None:
    nuevo = page.contents.add(TipoContenido.ESTUDIO)
    assert page.editor.record_id == nuevo
    project.undo()
    assert page.editor.record_id != nuevo


def test_without_a_content_nothing_is_done(
    make_page: Callable[[Project], ContenidosPage], empty_project: Project
) -> None:
    page = make_page(empty_project)
    page.editor.focus_field("nombre")
    page.editor.bar.word_asked.emit()
    page.editor.bar.log_asked.emit()
    page.editor.review.sentence_asked.emit()
    page.editor.review.remedy_asked.emit(Punto("R4", "url", "Falta la URL.", ok=False, bloquea=True))
    page.editor.walk.click()
    page.flush()
    assert not empty_project.proyecto.activos(Contenido)
    assert page.editor.record_id is None


def test_a_long_sentence_is_marked_where_it_is_and_counted_as_readers_see_it(
    page: ContenidosPage, project: Project
) -> None:
    text = "## 😀 Camas\n\nUna *corta*. **Sobre {conjunto} ya hay muchos más datos abiertos hoy.** Fin"
    project.edit("Escribir", [cambio(contenido(project, "estudio"), cuerpo=text)])
    page.contents.show_record("estudio")
    assert page.editor.form is not None
    marks = page.editor.form.marks["cuerpo"]
    (frase,) = (frase for parrafo in marks.parrafos() for frase in parrafo.frases if frase.palabras > 8)
    assert frase.palabras == 10  # of the field, both words of its value
    page.editor.form.show_long_sentence()
    marked = box(page, "cuerpo").textCursor().selectedText()
    assert marked == "Sobre {conjunto} ya hay muchos más datos abiertos hoy."
    assert looks(box(page, "cuerpo"), LONG) == [marked]


def test_formats_are_saved_as_they_are_given(page: ContenidosPage, project: Project) -> None:
    page.contents.show_record("historia")
    text = box(page, "retos")
    text.selectAll()
    QTest.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    page.editor.flush()
    assert contenido(project, "historia").retos.startswith("**Una frase tan larga")
    project.undo()
    assert not contenido(project, "historia").retos.startswith("**")
    assert text.toPlainText().startswith("Una frase tan larga")


def test_a_content_chooses_its_letterhead(page: ContenidosPage, project: Project) -> None:
    oficial = Membrete(id="m", nombre="Oficial", archivo="abc", predeterminado=True)
    project.edit("Agregar", [alta(oficial), alta(Membrete(id="n", nombre="Prensa", archivo="def"))])
    page.contents.show_record("historia")
    assert page.editor.form is not None
    editor = page.editor.form.editor("membrete")
    assert isinstance(editor, ReferenceEditor)
    assert editor.line.placeholderText() == "Oficial"
    type_text(editor.line, "Prensa")
    page.editor.flush()
    escrito = contenido(project, "historia")
    assert (escrito.membrete, escrito.estado) == ("n", EstadoContenido.APROBADO)


def test_what_a_remedy_began_is_gone_on_with(page: ContenidosPage, project: Project) -> None:
    project.edit("Describir", [cambio(CONJUNTO, descripcion="Camas por hospital.")])
    project.edit("Vaciar", [cambio(contenido(project, "estudio"), cuerpo="")])
    page.contents.show_record("estudio")
    page.editor.refresh()
    QTest.mouseClick(link(page, "Rellenar", "Texto"), Qt.MouseButton.LeftButton)
    type_text(box(page, "cuerpo"), " Y por turno.")
    page.editor.flush()
    assert contenido(project, "estudio").cuerpo == "Camas por hospital. Y por turno."
    project.undo()
    project.undo()
    assert contenido(project, "estudio").cuerpo == ""
