"""What people read of an import."""

from __future__ import annotations

import pytest

from promueve_gui.application.import_report import place_and_text, summary
from promueve_gui.domain.importacion import Formato, Problema
from promueve_gui.domain.propuesta import Propuesta


def propuesta(nuevos: dict[str, int], cambiados: dict[str, int], *problemas: Problema) -> Propuesta:
    return Propuesta(
        formato=Formato.INVENTARIO,
        cambios=(),
        nuevos=nuevos,
        cambiados=cambiados,
        iguales={"persona": 3},
        problemas=problemas,
        parecidas=(),
    )


def test_the_sentence_counts_what_is_new_what_changed_and_what_went_wrong() -> None:
    un_problema = Problema("", 3, "", "", "Renglón 3: sobra.")
    nuevos = {"recurso": 1530, "conjunto_datos": 7, "area_generadora": 1}
    assert summary("a.csv", propuesta(nuevos, {"persona": 1}, un_problema, un_problema)) == (
        "Se importó «a.csv». Nuevos: 1 área, 7 conjuntos de datos, 1,530 recursos. Cambiados: 1 persona. 2 problemas."
    )
    assert summary("a.csv", propuesta({}, {"persona": 2}, un_problema)) == (
        "Se importó «a.csv». Cambiados: 2 personas. 1 problema."
    )
    assert summary("a.csv", propuesta({}, {})) == "Se importó «a.csv»."


@pytest.mark.parametrize(
    ("problema", "place", "text"),
    [
        (Problema("", None, "", "", "El archivo es de «Otra»."), "", "El archivo es de «Otra»."),
        (Problema("H", 7, "C", "", "Hoja «H», renglón 7: falta."), "H, renglón 7, columna C", "Falta."),
        (Problema("H", 7, "C", "", "Hoja «H», renglón 7, columna C: falta."), "H, renglón 7, columna C", "Falta."),
        (Problema("", 3, "AB", "", "Renglón 3, columna AB: no es fecha."), "Renglón 3, columna AB", "No es fecha."),
        (Problema("", 4, "", "", "Renglón 4: «x»: sobra."), "Renglón 4", "«x»: sobra."),
        (Problema("", 5, "", "", "Sobra."), "Renglón 5", "Sobra."),
        (Problema("", 2, "url", "", "Conjunto 2, campo «url»: falta."), "Conjunto 2, campo «url»", "Falta."),
        (Problema("", 2, "", "", "Conjunto 2: falta."), "Conjunto 2", "Falta."),
        (Problema("", 2, "", "", "Conjunto 2, recurso 1: falta."), "Conjunto 2, recurso 1", "Falta."),
        (
            Problema("", 2, "url", "", "Conjunto 2, recurso 1, campo «url»: falta."),
            "Conjunto 2, recurso 1, campo «url»",
            "Falta.",
        ),
    ],
)
def test_the_place_is_told_once(problema: Problema, place: str, text: str) -> None:
    assert place_and_text(problema) == (place, text)
