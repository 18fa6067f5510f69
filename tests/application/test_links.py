"""Links seen and made from their other end."""

from __future__ import annotations

from promueve_gui.application.links import point_at, pointing_at
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from tests.application.plan_records import made
from tests.projects import project_of

AFOROS = ConjuntoDatos(id="aforos", nombre="Aforos")
PUENTES = ConjuntoDatos(id="puentes", nombre="Puentes")
VISOR = Herramienta(id="visor", nombre="Visor", conjuntos=("puentes", "aforos"))
APP = Herramienta(id="app", nombre="Ábaco", conjuntos=("aforos",))
MAPA = Herramienta(id="mapa", nombre="Mapa")
RETIRADA = Herramienta(id="vieja", nombre="Vieja", conjuntos=("aforos",), retirado="Ya no existe")
PROYECTO = project_of(AFOROS, PUENTES, VISOR, APP, MAPA, RETIRADA)


def names(identidad: str) -> list[str]:
    return [registro.titulo for registro in pointing_at(PROYECTO, Herramienta, "conjuntos", identidad)]


def test_those_in_use_that_point_at_a_record_come_by_name() -> None:
    assert names("aforos") == ["Ábaco", "Visor"]
    assert names("puentes") == ["Visor"]
    assert pointing_at(PROYECTO, Evento, "conjuntos", "aforos") == []


def test_those_chosen_and_no_others_point_at_it_afterwards() -> None:
    motivo, cambios = point_at(PROYECTO, Herramienta, "conjuntos", AFOROS, ["visor", "mapa"])
    assert motivo == "Vincular herramientas con «Aforos»"
    despues = made(cambios, PROYECTO)
    assert {h.id: h.conjuntos for h in despues.activos(Herramienta)} == {
        "visor": ("puentes", "aforos"),
        "app": (),
        "mapa": ("aforos",),
    }


def test_what_they_point_at_otherwise_stays_and_the_same_choice_changes_nothing() -> None:
    (cambio,) = point_at(PROYECTO, Herramienta, "conjuntos", PUENTES, ["visor", "app"])[1]
    assert cambio.despues == {"conjuntos": ("aforos", "puentes")}
    assert point_at(PROYECTO, Herramienta, "conjuntos", AFOROS, ["app", "visor"])[1] == []


def test_a_record_without_a_name_is_called_what_it_is() -> None:
    sin_nombre = ConjuntoDatos(id="x")
    motivo, _ = point_at(project_of(sin_nombre, MAPA), Herramienta, "conjuntos", sin_nombre, ["mapa"])
    assert motivo == "Vincular herramientas con «conjunto de datos sin nombre»"
