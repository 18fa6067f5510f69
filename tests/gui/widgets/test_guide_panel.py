"""The panel «Guía»: introduction of the page, meaning of the field with the focus, and where it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from promueve_gui.domain.cambios import cambio
from promueve_gui.domain.flow import PASOS
from promueve_gui.domain.institucion import CitaGuia
from promueve_gui.gui.widgets.guide_panel import WIDTH, GuidePanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context
    from promueve_gui.gui.project import Project


@pytest.fixture
def guide(context: Context, empty_project: Project, show: Callable[..., QWidget]) -> GuidePanel:
    made = GuidePanel(context, empty_project)
    show(made, WIDTH, 600)
    return made


@pytest.mark.parametrize("clave", [paso.clave for paso in PASOS])
def test_every_page_has_an_introduction(guide: GuidePanel, clave: str) -> None:
    guide.show_step(clave)
    assert guide.title.text().startswith("Guía · ")
    assert len(guide.text.text()) > 40
    assert guide.example.isHidden()
    assert guide.example_title.isHidden()


def test_a_field_is_explained_with_an_example(guide: GuidePanel, context: Context) -> None:
    ayuda = context.services.textos.load_ayuda("grupo_usuarios")["nombre"]
    guide.show_field("grupo_usuarios", "nombre")
    assert guide.title.text() == "Guía · Grupo de usuarios"
    assert guide.text.text() == ayuda.ayuda
    assert guide.example.text() == ayuda.ejemplo
    assert guide.example.isVisible() is bool(ayuda.ejemplo)


def test_the_citation_is_that_of_the_project(guide: GuidePanel, empty_project: Project) -> None:
    citas = [one for one in empty_project.proyecto.activos(CitaGuia) if one.clave == "P1"]
    empty_project.edit("Cambiar la cita", [cambio(citas[0], cita="Guía de ejemplo, paso 1")])
    guide.show_step("usuarios")
    assert "Guía de ejemplo" in guide.citation.text()
    assert guide.citation.isVisible()


def test_no_citation_no_line(guide: GuidePanel, context: Context) -> None:
    uncited = [clave for clave, paso in context.services.textos.pasos.items() if not paso.cita]
    assert uncited
    guide.show_step(uncited[0])
    assert guide.citation.isHidden()


@pytest.mark.parametrize(("entidad", "nombre"), [("grupo_usuarios", "retirado"), ("grupo_usuarios", "nada")])
def test_what_has_no_help_leaves_the_panel_as_it_was(guide: GuidePanel, entidad: str, nombre: str) -> None:
    guide.show_step("plan")
    before = guide.title.text()
    guide.show_field(entidad, nombre)
    guide.show_step("ningun_paso")
    assert guide.title.text() == before


def test_all_its_text_is_plain_and_wraps(guide: GuidePanel) -> None:
    guide.show_field("grupo_usuarios", "clase")
    texts = [made for made in guide.findChildren(QLabel) if made.isVisible() and made.text()]
    assert all(made.width() <= WIDTH for made in texts)
    assert guide.accessibleName() == "Guía"
