"""The page Inicio: its tabs, and the way to each of its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QTabWidget

from promueve_gui.domain.institucion import AreaGeneradora, DiaInhabil, Institucion, Persona
from promueve_gui.gui.pasos.inicio.institution import InstitutionPanel
from tests.gui.desk import press, type_text
from tests.gui.pasos.inicio.conftest import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.pasos.inicio import InicioPage
    from promueve_gui.gui.project import Project

TABS = ["Tablero", "Institución", "Membretes", "Áreas", "Personas", "Días inhábiles"]


def tabs(page: InicioPage) -> QTabWidget:
    return page.findChildren(QTabWidget)[0]


def current(page: InicioPage) -> str:
    return tabs(page).tabText(tabs(page).currentIndex())


def test_it_begins_with_the_board_and_builds_the_rest_later(page: InicioPage) -> None:
    assert [tabs(page).tabText(place) for place in range(tabs(page).count())] == TABS
    assert current(page) == "Tablero"
    assert page.findChildren(InstitutionPanel) == []
    assert page.panels == {}


def test_looking_changes_nothing(page: InicioPage, project: Project) -> None:
    for place in range(tabs(page).count()):
        tabs(page).setCurrentIndex(place)
    page.flush()
    assert project.session.history() == []


@pytest.mark.parametrize(
    ("tipo", "tab"), [(AreaGeneradora, "Áreas"), (Persona, "Personas"), (DiaInhabil, "Días inhábiles")]
)
def test_a_list_can_be_gone_to(page: InicioPage, tipo: type[AreaGeneradora], tab: str) -> None:
    page.show_record(tipo.ENTIDAD, "", "")
    assert current(page) == tab
    assert tipo.ENTIDAD in page.panels


def test_a_record_and_its_field_can_be_gone_to(page: InicioPage) -> None:
    page.show_record("area_generadora", "a", "responsable")
    panel = page.panels["area_generadora"][0]
    assert current(page) == "Áreas"
    assert panel.form_open
    assert panel.form.record_id == "a"
    line = page.focusWidget()
    assert line is not None
    type_text(line, "Tomás Peña")
    page.flush()
    area = page.project.proyecto.get(AreaGeneradora, "a")
    assert area is not None
    assert area.responsable == "Tomás Peña"


def test_the_institution_and_its_field_can_be_gone_to(page: InicioPage, project: Project) -> None:
    page.show_record("institucion", "i", "sitio")
    assert current(page) == "Institución"
    line = page.focusWidget()
    assert line is not None
    type_text(line, "https://www.ejemplo.gob.mx")
    page.flush()
    found = project.proyecto.unico(Institucion)
    assert found is not None
    assert found.sitio == "https://www.ejemplo.gob.mx"


@pytest.mark.parametrize("entidad", ["perfil", "red_social", "cita_guia"])
def test_profile_and_catalogues_are_asked_of_the_window(page: InicioPage, entidad: str) -> None:
    asked: list[str] = []
    page.action_asked.connect(asked.append)
    page.show_record(entidad, "x", "campo")
    assert asked == [f"perfil:{entidad};x;campo"]
    assert current(page) == "Tablero"


def test_importing_is_asked_of_the_window(page: InicioPage) -> None:
    asked: list[str] = []
    page.action_asked.connect(asked.append)
    press(page, "Importar plan o inventario…")
    assert asked == ["importar"]


def test_a_jump_of_the_board_leaves_the_page(page: InicioPage) -> None:
    asked: list[tuple[str, str, str]] = []
    page.jump_asked.connect(lambda *target: asked.append(target))
    press(page, "Grupos de usuarios")
    assert asked == [("grupo_usuarios", "", "")]


def test_to_be_read_only_nothing_is_imported_or_added(
    make_page: Callable[[Project], InicioPage], open_project: Callable[..., Project]
) -> None:
    page = make_page(open_project(*RECORDS, read_only=True))
    (bring,) = [b for b in page.findChildren(QPushButton) if b.text() == "Importar plan o inventario…"]
    assert not bring.isEnabled()
    page.show_record("area_generadora", "", "")
    assert not page.panels["area_generadora"][0].list.add_button.isEnabled()
    assert len(page.project.proyecto.activos(AreaGeneradora)) == 1


def test_empty_lists_explain_and_offer_the_first_action(
    make_page: Callable[[Project], InicioPage], empty_project: Project
) -> None:
    page = make_page(empty_project)
    for tipo in (AreaGeneradora, Persona, DiaInhabil):
        page.show_record(tipo.ENTIDAD, "", "")
        page.panels[tipo.ENTIDAD][0].list.add()
        assert len(empty_project.proyecto.activos(tipo)) == 1
