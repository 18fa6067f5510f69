"""The small pieces of every page: plain text, names for screen readers, first actions, banners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from promueve_gui.gui.theme import GRID
from promueve_gui.gui.widgets.parts import Banner, Card, EmptyState, LongLink, button, column, label, row, tool
from tests.gui.looking import colours, labels, named

if TYPE_CHECKING:
    from collections.abc import Callable

    from promueve_gui.gui.context import Context


def test_a_label_never_takes_text_for_html(show: Callable[..., QWidget]) -> None:
    made = label("<b>INEGI</b> & co.", "menor", wrap=True)
    show(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>INEGI</b> & co."
    assert made.objectName() == "menor"
    assert made.wordWrap()


def test_a_button_does_its_work_by_mouse_and_keyboard(show: Callable[..., QWidget], context: Context) -> None:
    clicks: list[None] = []
    made = button("Guardar", lambda: clicks.append(None), "primario", context.icon("check"))
    show(made, 200, 60)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert len(clicks) == 2
    assert not made.autoDefault()
    assert not made.icon().isNull()


def test_an_icon_keeps_its_distance_from_the_text(show: Callable[..., QWidget], context: Context) -> None:
    made = button("Guardar", list, "", context.icon("alert"))
    show(made, 200, 60)
    picture = made.icon().pixmap(made.iconSize()).toImage()
    inked = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y).alpha() for y in range(picture.height()))
    ]
    assert picture.width() - inked[-1] > 2
    assert inked[-1] - inked[0] > picture.height() // 2


def test_a_primary_button_is_in_the_colour_of_the_program(show: Callable[..., QWidget], context: Context) -> None:
    made = button("Guardar", list, "primario")
    plain = button("Cancelar", list)
    show(made, 200, 60)
    show(plain, 200, 60)
    assert context.colores.acento in colours(made)
    assert context.colores.acento not in colours(plain)


def test_a_button_of_an_icon_alone_says_its_name(show: Callable[..., QWidget], context: Context) -> None:
    clicks: list[None] = []
    made = tool("Cerrar la ficha", context.icon("close"), lambda: clicks.append(None))
    show(made, 40, 40)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert clicks == [None]
    assert made.accessibleName() == made.toolTip() == "Cerrar la ficha"
    assert made.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_columns_stand_below_each_other_and_rows_side_by_side(show: Callable[..., QWidget]) -> None:
    host, above, left, right = QWidget(), label("uno"), label("a"), label("b")
    layout = column(above, margins=GRID)
    layout.addLayout(row(left, None, right, spacing=2))
    host.setLayout(layout)
    show(host, 300, 100)
    assert above.x() == left.x() == GRID
    assert above.y() < left.y() == right.y()
    assert right.geometry().right() == host.width() - GRID - 1  # the stretch between them takes the room


def test_a_card_has_a_title_where_it_is_given_one(show: Callable[..., QWidget]) -> None:
    titled, plain = Card("Ligas por revisar"), Card()
    show(titled)
    show(plain)
    assert labels(titled) == ["Ligas por revisar"]
    assert labels(plain) == []
    assert titled.objectName() == "tarjeta"


def test_an_empty_list_explains_itself_and_offers_the_first_action(
    show: Callable[..., QWidget], context: Context
) -> None:
    clicks: list[None] = []
    first = button("Agregue el primero", lambda: clicks.append(None))
    made = EmptyState(context.icon("magnify"), "Todavía no hay grupos", "También puede <b>pegar</b>.", first)
    show(made)
    assert labels(made) == ["Todavía no hay grupos", "También puede <b>pegar</b>."]
    named(made, "Agregue el primero").click()
    assert clicks == [None]


def test_a_banner_is_hidden_until_there_is_trouble(show: Callable[..., QWidget], context: Context) -> None:
    host = QWidget()
    banner = Banner(context)
    host.setLayout(column(banner))
    show(host)
    assert banner.isHidden()
    banner.tell("No se pudo guardar: el disco está lleno.", button("Reintentar", list))
    assert banner.isVisible()
    assert labels(banner) == ["No se pudo guardar: el disco está lleno."]
    assert banner.accessibleName() == "No se pudo guardar: el disco está lleno."
    assert context.colores.atencion_suave in colours(banner)


def test_a_banner_shows_only_the_last_trouble(show: Callable[..., QWidget], context: Context) -> None:
    host = QWidget()
    banner = Banner(context)
    host.setLayout(column(banner))
    show(host)
    banner.tell("Uno", button("Reintentar", list))
    banner.tell("Dos", button("Guardar una copia", list))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what the event loop does
    assert [made.text() for made in banner.findChildren(QPushButton)] == ["Guardar una copia"]
    assert labels(banner) == ["Dos"]


def test_a_banner_can_be_closed(show: Callable[..., QWidget], context: Context) -> None:
    banner = Banner(context)
    show(banner)
    banner.tell("Uno")
    close = next(made for made in banner.children() if getattr(made, "toolTip", str)() == "Cerrar el aviso")
    assert isinstance(close, QWidget)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert banner.isHidden()


def test_a_long_link_says_what_fits_and_all_of_it_to_a_screen_reader(show: Callable[..., QWidget]) -> None:
    clicked: list[bool] = []
    text = "Corregir la URL & revisarla cada semana, y avisar a quien la pidió"
    link = LongLink(text, lambda: clicked.append(True))
    show(link)
    link.resize(600, 30)
    assert link.text() == text.replace("&", "&&")
    link.resize(120, 30)
    assert link.text().endswith("…")
    assert link.accessibleName() == text
    assert "&amp;" in link.toolTip()
    link.click()
    assert clicked == [True]


def test_a_success_passes_and_a_trouble_stays(show: Callable[..., QWidget], context: Context) -> None:
    banner = Banner(context)
    show(banner)
    banner.tell_success("Se exportó «boletín.docx».")
    assert (banner.objectName(), banner.isHidden()) == ("logro", False)
    banner.pass_on()
    assert banner.isHidden()
    banner.tell_success("Se exportó «boletín.docx».")
    banner.tell("No se pudo guardar.")
    banner.pass_on()
    assert (banner.objectName(), banner.isHidden()) == ("aviso", False)
