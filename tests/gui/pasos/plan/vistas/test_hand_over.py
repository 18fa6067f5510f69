"""«Imprimir» over the views of the plan: what it offers, and that the page asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.pasos.plan.vistas.hand_over import HandOver

if TYPE_CHECKING:
    from promueve_gui.gui.context import Context
    from promueve_gui.gui.pasos.plan.page import PlanPage


def chosen(made: HandOver, text: str) -> None:
    (action,) = [action for action in made.menu().actions() if action.text().startswith(text)]
    action.trigger()


def test_each_way_asks_for_its_document(context: Context) -> None:
    made, asked = HandOver(context), list[str]()
    made.asked.connect(asked.append)
    for text in ("Vista previa", "PDF: tabla", "PDF: calendario", "Libro de Excel", "Calendario (.ics)"):
        chosen(made, text)
    assert asked == ["ver:plan", "plan_pdf", "calendario_pdf", "plan", "agenda"]
    assert made.accessibleName() == "Imprimir o guardar el plan"
    made.deleteLater()


def test_the_page_hands_on_what_is_asked(page: PlanPage) -> None:
    asked: list[str] = []
    page.action_asked.connect(asked.append)
    chosen(page.lines.bar.hand_over, "Vista previa")
    assert asked == ["ver:plan"]
    assert page.lines.bar.hand_over.isVisible()
