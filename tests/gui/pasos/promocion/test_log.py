from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.vocabularios import Canal
from promueve_gui.gui.widgets.picker import PickerDialog
from tests.gui.conftest import HOY
from tests.gui.pasos.promocion.conftest import URL

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from promueve_gui.gui.pasos.promocion.page import PromocionPage
    from promueve_gui.gui.project import Project


def shown(page: PromocionPage) -> list[str]:
    return [registro.id for registro in page.log.panel.list.model.registros()]


def wait_for_strip(page: PromocionPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.log.strip.isHidden())


def take(dialog: PickerDialog, text: str) -> None:
    """Choose what is called ``text``."""
    (item,) = dialog.list.findItems(text, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)
    dialog.accept()


def test_the_newest_comes_first(page: PromocionPage) -> None:
    assert shown(page) == ["julio", "abril", "marzo"]


def test_the_strip_tells_the_year_in_words(page: PromocionPage, qtbot: QtBot) -> None:
    wait_for_strip(page, qtbot)
    assert [cell.accessibleName() for cell in page.log.strip.cells] == [
        "ene–feb de 2026: Falta",
        "mar–abr de 2026: 2 comunicaciones",
        "may–jun de 2026: Falta",
        "jul–ago de 2026: 1 comunicación",
        "sep–oct de 2026: Falta",
        "nov–dic de 2026: En curso: quedan 42 días",
    ]


def test_a_bimestre_filters_the_log_and_lets_go(page: PromocionPage, qtbot: QtBot) -> None:
    wait_for_strip(page, qtbot)
    cells = page.log.strip.cells
    QTest.mouseClick(cells[1], Qt.MouseButton.LeftButton)
    assert shown(page) == ["abril", "marzo"]
    cells[3].setFocus()
    QTest.keyClick(cells[3], Qt.Key.Key_Space)
    assert shown(page) == ["julio"]
    assert not cells[1].isChecked()
    QTest.keyClick(cells[3], Qt.Key.Key_Space)
    assert len(shown(page)) == 3


def test_a_jump_to_what_the_bimestre_hides_lets_go_of_it(page: PromocionPage, qtbot: QtBot) -> None:
    wait_for_strip(page, qtbot)
    page.log.strip.cells[3].click()
    page.show_record("publicacion", "marzo", "url")
    assert page.log.strip.current() is None
    assert page.log.panel.form.record_id == "marzo"


def test_the_strip_follows_what_is_registered(page: PromocionPage, qtbot: QtBot) -> None:
    wait_for_strip(page, qtbot)
    page.log.register({"nombre": "Caminos hoy", "fecha": HOY, "url": URL})
    qtbot.waitUntil(lambda: page.log.strip.cells[5].accessibleName().endswith("1 comunicación"))


def test_a_publication_can_be_registered_in_blank(page: PromocionPage, project: Project) -> None:
    page.log.register_button.click()
    assert page.log.menu.isVisible()
    page.log.menu.actions()[0].trigger()
    page.log.menu.close()
    nueva = project.proyecto.activos(Publicacion)[-1]
    assert (nueva.nombre, nueva.fecha) == ("", HOY)
    assert page.log.panel.form.record_id == nueva.id
    page.log.panel.list.add()
    assert project.proyecto.activos(Publicacion)[-1].fecha == HOY


def test_a_publication_starts_from_a_content(page: PromocionPage, project: Project) -> None:
    take(page.log.pick("contenido"), "Caminos abiertos")
    nueva = project.proyecto.activos(Publicacion)[-1]
    assert (nueva.nombre, nueva.contenido, nueva.url) == ("Caminos abiertos", "b", URL)
    assert (nueva.canal, nueva.conjuntos) == (Canal.PORTAL_INTERNET, ("c",))
    assert project.undo() == "Registrar la publicación «Caminos abiertos»"


def test_a_publication_starts_from_a_plan_line(page: PromocionPage, project: Project) -> None:
    page.log.menu.actions()[2].trigger()
    dialog = page.findChild(PickerDialog)
    assert isinstance(dialog, PickerDialog)
    take(dialog, "Mensaje de puentes")
    nueva = project.proyecto.activos(Publicacion)[-1]
    assert (nueva.linea, nueva.canal, nueva.url) == ("l", Canal.CORREO, URL)


def test_thinking_better_of_it_registers_nothing(page: PromocionPage, project: Project) -> None:
    page.log.pick("contenido").reject()
    dialog = page.log.pick("contenido")
    dialog.search.setText("nada se llama así")
    dialog.accept()
    assert len(project.proyecto.activos(Publicacion)) == 3


def test_reading_only_registers_nothing(
    make_page: Callable[[Project], PromocionPage], open_project: Callable[..., Project]
) -> None:
    page = make_page(open_project(read_only=True))
    assert not page.log.register_button.isEnabled()
    assert page.log.register({}) is None
    assert not page.log.evidence.add_button.isEnabled()
