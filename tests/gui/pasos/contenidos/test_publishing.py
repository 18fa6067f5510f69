"""Publishing from the page of contents: the mark and the line of the log are one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.vocabularios import Canal, EstadoContenido
from promueve_gui.gui.pasos.contenidos.publish_dialog import PublishDialog
from tests.gui.conftest import HOY
from tests.gui.desk import press, type_text
from tests.gui.pasos.contenidos.conftest import COMPLETO, RECORDS, URL

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.pasos.contenidos.page import ContenidosPage
    from promueve_gui.gui.project import Project

APROBADO = replace(COMPLETO, estado=EstadoContenido.APROBADO)


@pytest.fixture
def project(open_project: Callable[..., Project]) -> Project:
    """Return the sample with an approved study."""
    return open_project(*(r for r in RECORDS if r is not COMPLETO), APROBADO)


@pytest.fixture
def asked(page: ContenidosPage) -> PublishDialog:
    """Return what is asked when the study is marked as published."""
    page.contents.show_record("estudio")
    page.editor.bar.forward.click()
    (dialog,) = page.findChildren(PublishDialog)
    assert dialog.isVisible()
    return dialog


def line(dialog: PublishDialog, nombre: str) -> QLineEdit:
    found = dialog.editors[nombre].focusProxy()
    assert isinstance(found, QLineEdit)
    return found


def estado(project: Project) -> EstadoContenido | None:
    found = project.proyecto.get(Contenido, "estudio")
    assert found is not None
    return found.estado


def test_the_log_is_proposed_from_the_content(asked: PublishDialog) -> None:
    assert line(asked, "fecha").text() == f"{HOY:%d/%m/%Y}"
    assert asked.editors["canal"].value() is Canal.PORTAL_INTERNET
    assert line(asked, "url").text() == URL


def test_both_are_one_step_and_undone_as_one(asked: PublishDialog, project: Project) -> None:
    type_text(line(asked, "url_publicada"), "https://www.ejemplo.gob.mx/nota")
    press(asked, "Publicar y registrar")
    (publicacion,) = project.proyecto.activos(Publicacion)
    assert (publicacion.contenido, publicacion.fecha, publicacion.url) == ("estudio", HOY, URL)
    assert publicacion.url_publicada == "https://www.ejemplo.gob.mx/nota"
    assert estado(project) is EstadoContenido.PUBLICADO
    assert project.undo() == "Marcar como publicado: «Camas por habitante»"
    assert project.proyecto.activos(Publicacion) == []
    assert estado(project) is EstadoContenido.APROBADO


def test_what_the_log_cannot_take_is_told_beside_its_field(asked: PublishDialog, project: Project) -> None:
    line(asked, "fecha").setText("31/02/2026")
    line(asked, "url").setText("")
    press(asked, "Publicar y registrar")
    assert asked.isVisible()
    assert asked.problems["fecha"].text().startswith("«31/02/2026» no existe")
    assert asked.problems["url"].text() == "Falta este dato."
    assert asked.focusWidget() is line(asked, "fecha")
    assert estado(project) is EstadoContenido.APROBADO
    line(asked, "fecha").setText("28/02/2026")
    line(asked, "url").setText(URL)
    press(asked, "Publicar y registrar")
    assert estado(project) is EstadoContenido.PUBLICADO


def test_it_can_be_only_marked_or_left(page: ContenidosPage, asked: PublishDialog, project: Project) -> None:
    press(asked, "Cancelar")
    assert estado(project) is EstadoContenido.APROBADO
    press(asked, "Solo marcar")
    assert estado(project) is EstadoContenido.PUBLICADO
    assert project.proyecto.activos(Publicacion) == []


def test_what_is_in_the_log_already_is_only_marked(page: ContenidosPage, project: Project) -> None:
    project.edit("Registrar", [alta(Publicacion(id="p", nombre="Salió", contenido="estudio"))])
    page.contents.show_record("estudio")
    page.editor.bar.forward.click()
    assert page.findChildren(PublishDialog) == []
    assert estado(project) is EstadoContenido.PUBLICADO


def test_a_content_that_goes_away_meanwhile_publishes_nothing(asked: PublishDialog, project: Project) -> None:
    study = project.proyecto.get(Contenido, "estudio")
    assert study is not None
    project.edit("Retirar", [cambio(study, retirado="Repetido")])
    press(asked, "Publicar y registrar")
    assert project.proyecto.activos(Publicacion) == []
