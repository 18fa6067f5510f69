"""The project's own copy of the profile, its networks and its citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QTabWidget

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.catalogos import Fragmento, PalabraDiccionario, Sinonimo
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.gui.dialogs.personal_words import PersonalWordsDialog
from promueve_gui.gui.dialogs.profile import ProfileDialog
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from tests.gui.desk import press, type_text
from tests.gui.dialogs.conftest import INSTITUCION, PERFIL

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project
    from tests.gui.answers import Answers
    from tests.gui.dialogs.conftest import Host


def opened(host: Host, context: Context, project: Project, messages: Answers) -> ProfileDialog:
    dialog = ProfileDialog(host.widget, context, project, messages)
    host.show(dialog)
    return dialog


def line(dialog: ProfileDialog, nombre: str) -> QLineEdit:
    editor = dialog.form.editor(nombre)
    found = editor if isinstance(editor, QLineEdit) else editor.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def retype(dialog: ProfileDialog, nombre: str, text: str) -> None:
    field = line(dialog, nombre)
    field.selectAll()
    type_text(field, text)


def perfil(project: Project) -> Perfil:
    found = project.proyecto.unico(Perfil)
    assert found is not None
    return found


def test_it_shows_the_profile_of_the_project(host: Host, context: Context, project: Project, messages: Answers) -> None:
    dialog = opened(host, context, project, messages)
    assert dialog.form.record_id == PERFIL.id
    assert line(dialog, "correo_asesoria").text() == PERFIL.correo_asesoria
    tabs = dialog.findChildren(QTabWidget)[0]
    assert [tabs.tabText(place) for place in range(3)] == ["Perfil", "Redes sociales", "Citas de la Guía"]


def test_what_is_typed_is_saved_when_it_closes_and_can_be_undone(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    dialog = opened(host, context, project, messages)
    retype(dialog, "organo_rector", "Agencia de Transformación")
    assert host.is_freed(dialog, lambda: press(dialog, "Cerrar"))
    assert perfil(project).organo_rector == "Agencia de Transformación"
    project.undo()
    assert perfil(project).organo_rector == ""


def test_what_does_not_fit_is_not_saved(host: Host, context: Context, project: Project, messages: Answers) -> None:
    dialog = opened(host, context, project, messages)
    retype(dialog, "dias_respuesta", "muchos")
    dialog.reject()
    assert perfil(project).dias_respuesta == PERFIL.dias_respuesta
    assert project.session.history() == []


def test_a_project_without_profile_can_be_given_one(
    host: Host, context: Context, open_project: Callable[..., Project], messages: Answers
) -> None:
    project = open_project(INSTITUCION)
    dialog = opened(host, context, project, messages)
    assert dialog.start.isVisible()
    assert not dialog.form.isVisible()
    press(dialog, "Registrar el perfil")
    assert dialog.form.record_id == perfil(project).id
    assert dialog.form.isVisible()
    project.undo()
    assert dialog.start.isVisible()


def test_networks_and_citations_are_lists_that_can_be_added_to(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    dialog = opened(host, context, project, messages)
    dialog.redes.add()
    dialog.citas.add()
    assert len(project.proyecto.activos(RedSocial)) == 1
    assert len(project.proyecto.activos(CitaGuia)) == 1


def test_to_be_read_only_it_can_be_looked_at(
    host: Host, context: Context, open_project: Callable[..., Project], messages: Answers
) -> None:
    dialog = opened(host, context, open_project(INSTITUCION, PERFIL, read_only=True), messages)
    assert line(dialog, "nombre").isReadOnly()
    assert not dialog.redes.add_button.isEnabled()
    bare = opened(host, context, open_project(INSTITUCION, read_only=True), messages)
    assert not bare.start.isEnabled()


def test_snippets_are_written_in_their_form_and_saved_when_it_closes(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    dialog = opened(host, context, project, messages)
    dialog.show_record(Fragmento.ENTIDAD, "")
    assert dialog.fragmentos.isVisible()
    nuevo = dialog.fragmentos.list.add()
    title = dialog.fragmentos.form.editor("nombre").findChild(QLineEdit)
    text = dialog.fragmentos.form.editor("texto")
    assert isinstance(title, QLineEdit)
    assert isinstance(text, RichTextEditor)
    type_text(title, "Despedida")
    type_text(text.box, "Escriba a ")
    text.box.insert_field("{contacto}")
    dialog.reject()
    assert [(f.id, f.nombre, f.texto) for f in project.proyecto.activos(Fragmento)] == [
        (nuevo, "Despedida", "Escriba a {contacto}")
    ]


def test_a_snippet_can_be_gone_to_and_withdrawn(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    project.edit("Agregar", [alta(Fragmento(id="f", nombre="Licencia", texto="Con {licencia}"))])
    dialog = opened(host, context, project, messages)
    dialog.show_record(Fragmento.ENTIDAD, "f", "texto")
    assert dialog.fragmentos.form.record_id == "f"
    messages.answer("Ya no se usa")
    dialog.fragmentos.list.withdraw()
    assert project.proyecto.activos(Fragmento) == []
    assert not dialog.fragmentos.form_open


def test_words_of_the_institution_are_pasted_searched_and_withdrawn(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    dialog = opened(host, context, project, messages)
    dialog.show_record(PalabraDiccionario.ENTIDAD, "")
    assert dialog.palabras.isVisible()
    dialog.palabras.paste("Palabra\nConagua\n=SUMA(A1)\nTlaxiaco\n")
    assert [p.palabra for p in project.proyecto.activos(PalabraDiccionario)] == ["Conagua", "=SUMA(A1)", "Tlaxiaco"]
    dialog.palabras.model.set_query("tlax")
    assert dialog.palabras.model.rowCount() == 1
    dialog.palabras.table.selectRow(0)
    messages.answer("Estaba mal")
    dialog.palabras.withdraw()
    assert len(project.proyecto.activos(PalabraDiccionario)) == 2
    project.undo()
    word = project.proyecto.activos(PalabraDiccionario)[0]
    dialog.show_record(PalabraDiccionario.ENTIDAD, word.id)
    assert dialog.palabras.table.current_record() == word


def test_a_project_of_an_older_version_gets_the_synonyms_that_it_has_not(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    suyo = Sinonimo(id="propio", termino="inegi", equivale="Lo que aquí se entiende")
    project.edit("Alta", [alta(suyo)])
    dialog = opened(host, context, project, messages)
    dialog.bring.click()
    terminos = [s.termino for s in project.proyecto.activos(Sinonimo)]
    assert "SHCP" in terminos
    assert [t for t in terminos if t.upper() == "INEGI"] == ["inegi"]
    antes = len(terminos)
    dialog.bring.click()
    assert len(project.proyecto.activos(Sinonimo)) == antes
    assert "Este proyecto ya tiene todos" in messages.said[-1]
    project.session.undo()
    assert [s.termino for s in project.proyecto.activos(Sinonimo)] == ["inegi"]


def test_the_words_that_only_the_user_has_are_a_button_away(
    host: Host, context: Context, project: Project, messages: Answers
) -> None:
    context.services.lengua.personal.agregar("zacahuil")
    dialog = opened(host, context, project, messages)
    next(found for found in dialog.palabras.findChildren(QPushButton) if found.text() == "Mis palabras…").click()
    words = dialog.findChild(PersonalWordsDialog)
    assert isinstance(words, PersonalWordsDialog)
    assert [words.list.item(row).text() for row in range(words.list.count())] == ["zacahuil"]
