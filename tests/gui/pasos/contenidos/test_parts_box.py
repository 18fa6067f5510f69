"""Slides of a presentation and messages for other networks, beneath the form of their content."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.institucion import RedSocial
from promueve_gui.domain.partes_contenido import Lamina, VarianteRed
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from promueve_gui.gui.pasos.contenidos.content_form import fields_of
from promueve_gui.gui.pasos.contenidos.messages_box import (
    NO_ALTERNATIVE,
    NO_TEXT,
    NOTHING,
    MessageCard,
    MessagesBox,
    PreviewDialog,
)
from promueve_gui.gui.pasos.contenidos.parts_box import PartDialog, PartsBox
from promueve_gui.gui.pasos.contenidos.spelling_desk import SpellingDesk
from promueve_gui.gui.widgets.editors.paragraph import ParagraphEditor
from promueve_gui.gui.widgets.editors.rich_text import RichTextEditor
from promueve_gui.gui.widgets.editors.text import LongTextEditor
from tests.gui.desk import press, shown_dialogs, type_text
from tests.gui.looking import labels
from tests.gui.pasos.contenidos.conftest import RECORDS, URL
from tests.gui.pasos.contenidos.marked import MISSPELLED, looks

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

PRESENTACION = Contenido(id="platica", nombre="Camas para todos", tipo=TipoContenido.PRESENTACION)
LAMINAS = (
    Lamina(id="l2", contenido="platica", orden=2, nombre="Cómo se usan"),
    Lamina(id="l1", contenido="platica", orden=1, nombre="Qué son & <b>para qué</b>", puntos="- uno"),
)
VARIANTE = VarianteRed(id="v", contenido="mensaje", red="f", texto="Hay datos de camas en todo el país")
RED = RedSocial(id="f", nombre="Facebook", limite=100)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    return open_project(*RECORDS, PRESENTACION, *LAMINAS, RED, VARIANTE)


def parts(page: ContenidosPage, identidad: str) -> PartsBox:
    page.contents.show_record(identidad)
    assert page.editor.form is not None
    assert page.editor.form.parts is not None
    return page.editor.form.parts


def links(box: PartsBox) -> list[str]:
    return [line.findChildren(QPushButton)[0].accessibleName() for line in box.lines]


def dialog() -> PartDialog:
    (found,) = shown_dialogs(PartDialog)
    return cast("PartDialog", found)


def test_slides_are_listed_in_their_order(page: ContenidosPage) -> None:
    assert links(parts(page, "platica")) == ["1 · Qué son & <b>para qué</b>", "2 · Cómo se usan"]


def test_a_slide_is_opened_and_written(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "platica")
    box.lines[0].findChildren(QPushButton)[0].click()
    shown = dialog()
    points = shown.form.editor("puntos")
    assert isinstance(points, RichTextEditor)
    assert points.box.toPlainText() == "uno"
    assert points.box.value_of("{anio}") == "2026"  # as in the texts of the presentation itself
    type_text(points.box, "Los ")
    press(shown, "Cerrar")
    lamina = project.proyecto.get(Lamina, "l1")
    assert lamina is not None
    assert lamina.puntos == "- Los uno"


def test_a_slide_is_added_after_the_last(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "platica")
    box.add_button.click()
    shown = dialog()
    title = shown.form.editor("nombre")
    assert isinstance(title, ParagraphEditor)
    type_text(title.box, "Gracias")
    press(shown, "Cerrar")
    assert links(box)[-1] == "3 · Gracias"
    project.undo()
    project.undo()
    assert len(links(box)) == 2


def test_a_slide_is_taken_off_and_comes_back(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "platica")
    box.lines[0].findChildren(QToolButton)[-1].click()
    assert links(box) == ["1 · Cómo se usan"]
    project.undo()
    assert len(links(box)) == 2


def test_each_network_counts_its_own_message(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "mensaje")
    assert links(box) == ["Facebook"]
    assert "34 de 100 caracteres en Facebook · quedan 66" in labels(box)
    box.lines[0].findChildren(QPushButton)[0].click()
    shown = dialog()
    text = shown.form.editor("texto")
    assert isinstance(text, LongTextEditor)
    type_text(text.box, "¡Ya! ")
    shown.form.flush()
    said = "39 de 100 caracteres en Facebook · quedan 61"
    card = shown.findChild(MessageCard)
    assert isinstance(card, MessageCard)
    assert card.length.text() == said
    assert card.text.text() == "¡Ya! Hay datos de camas en todo el país"
    press(shown, "Cerrar")
    assert said in labels(box)


def test_a_message_without_network_asks_for_it(page: ContenidosPage) -> None:
    box = parts(page, "mensaje")
    box.add_button.click()
    shown = dialog()
    assert NOTHING in labels(shown)
    text = shown.form.editor("texto")
    assert isinstance(text, LongTextEditor)
    type_text(text.box, "Ya")
    press(shown, "Cerrar")
    assert links(box) == ["Facebook", "Elija la red"]


@pytest.mark.parametrize("identidad", ["mensaje", "platica"])
def test_a_part_that_is_closed_without_a_word_was_never_added(
    page: ContenidosPage, project: Project, identidad: str
) -> None:
    contenido = project.proyecto.get(Contenido, identidad)
    assert contenido is not None
    project.edit("Aprobar", [cambio(contenido, estado=EstadoContenido.APROBADO)], "consolidar")
    box = parts(page, identidad)
    before = links(box)
    box.add_button.click()
    dialog().reject()
    assert links(box) == before
    found = project.proyecto.get(Contenido, identidad)
    assert found is not None
    assert found.estado is EstadoContenido.APROBADO


def test_a_part_that_is_written_and_emptied_again_is_taken_off(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "mensaje")
    box.add_button.click()
    shown = dialog()
    text = shown.form.editor("texto")
    assert isinstance(text, LongTextEditor)
    for said in ("Ya", ""):
        text.box.setPlainText(said)
        shown.form.flush()
    press(shown, "Cerrar")
    assert links(box) == ["Facebook"]
    project.undo()
    assert links(box) == ["Facebook", "Elija la red"]


def test_a_network_that_is_half_typed_keeps_its_message(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "mensaje")
    box.add_button.click()
    shown = dialog()
    red = shown.form.editor("red")
    type_text(cast("QWidget", red.focusProxy()), "Ninguna así")
    press(shown, "Cerrar")
    assert links(box) == ["Facebook", "Elija la red"]
    assert len(project.drafts.waiting(project.proyecto)) == 1


def previewed(page: ContenidosPage) -> list[MessageCard]:
    """Return what each network would show of the message."""
    box = parts(page, "mensaje")
    assert isinstance(box, MessagesBox)
    box.look.click()
    (shown,) = page.findChildren(PreviewDialog)
    return shown.cards


def test_each_network_shows_its_message_as_it_will_be_posted(page: ContenidosPage, project: Project) -> None:
    mensaje = project.proyecto.get(Contenido, "mensaje")
    assert mensaje is not None
    project.edit("URL", [cambio(mensaje, url=URL, texto_alternativo="Mapa de <b>camas</b>")])
    x, facebook = previewed(page)
    assert x.text.text() == f"Camas {URL}"
    assert x.length.text() == "29 de 60 caracteres en X · quedan 31"
    assert x.image.text() == "Imagen: Mapa de <b>camas</b>"
    assert facebook.text.text() == f"Hay datos de camas en todo el país {URL}"
    assert facebook.missing.isHidden()
    assert facebook.accessibleName().startswith("Facebook: Hay datos")


def test_what_does_not_fit_or_lacks_its_alternative_text_says_so(page: ContenidosPage, project: Project) -> None:
    mensaje = project.proyecto.get(Contenido, "mensaje")
    assert mensaje is not None
    project.edit("Alargar", [cambio(mensaje, mensaje="a" * 70, lleva_imagen=True)])
    x, _ = previewed(page)
    assert x.length.text() == "70 de 60 caracteres en X · sobran 10"
    assert x.missing.text() == NO_ALTERNATIVE


def test_a_message_without_an_image_needs_no_alternative_text(page: ContenidosPage) -> None:
    assert all(card.missing.isHidden() for card in previewed(page))


def test_a_message_without_words_says_so(page: ContenidosPage, project: Project) -> None:
    mensaje = project.proyecto.get(Contenido, "mensaje")
    assert mensaje is not None
    project.edit("Vaciar", [cambio(mensaje, mensaje="")])
    assert previewed(page)[0].text.text() == NO_TEXT


def test_without_networks_there_is_nothing_to_preview(
    open_project: Callable[..., Project], make_page: Callable[[Project], ContenidosPage]
) -> None:
    page = make_page(open_project(Contenido(id="mensaje", nombre="Uno", tipo=TipoContenido.REDES)))
    assert previewed(page) == []
    assert NOTHING in labels(page.findChildren(PreviewDialog)[0])


def test_the_counters_follow_the_content_and_the_limits_of_the_networks(page: ContenidosPage, project: Project) -> None:
    box = parts(page, "mensaje")
    red = project.proyecto.get(RedSocial, "f")
    assert red is not None
    project.edit("Límite", [cambio(red, limite=30)])
    QApplication.processEvents()
    assert "34 de 30 caracteres en Facebook · sobran 4" in labels(box)


def test_the_alternative_text_is_written_with_its_message() -> None:
    order = fields_of(TipoContenido.REDES)
    place = order.index("mensaje")
    assert order[place + 1 : place + 3] == ("lleva_imagen", "texto_alternativo")


def test_other_contents_have_no_parts(page: ContenidosPage) -> None:
    page.contents.show_record("estudio")
    assert page.editor.form is not None
    assert page.editor.form.parts is None


def test_parts_are_only_read_where_nothing_is_written(
    open_project: Callable[..., Project], make_page: Callable[[Project], ContenidosPage]
) -> None:
    page = make_page(open_project(*RECORDS, PRESENTACION, *LAMINAS, read_only=True))
    box = parts(page, "platica")
    assert not box.add_button.isEnabled()
    assert not box.lines[0].findChildren(QToolButton)[0].isEnabled()


def test_the_message_for_another_network_is_followed_too(page: ContenidosPage, project: Project, qtbot: QtBot) -> None:
    project.edit("Escribir", [cambio(VARIANTE, texto="Un camion.")])
    parts(page, "mensaje").open(VARIANTE)
    shown = dialog()
    editor = shown.form.editor("texto")
    assert isinstance(editor, LongTextEditor)
    qtbot.waitUntil(lambda: looks(editor.box, MISSPELLED) == ["camion"])
    (desk,) = shown.form.findChildren(SpellingDesk)
    assert desk.go_on()
    menu = desk.menu
    assert menu is not None
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "camión")
    menu.actions()[0].trigger()
    menu.close()
    shown.close()
    assert cast("VarianteRed", project.proyecto.registro("variante_red", "v")).texto == "Un camión."


def test_messages_for_other_networks_stand_before_the_closing(page: ContenidosPage) -> None:
    box = parts(page, "mensaje")
    form = page.editor.form
    assert form is not None
    QApplication.processEvents()
    tops = [one.mapTo(form, QPoint()).y() for one in (form.editor("mensaje"), box, form.editor("url"))]
    assert tops == sorted(set(tops))
