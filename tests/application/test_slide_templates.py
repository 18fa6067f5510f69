"""The template of presentations in use: none, one, another, and the one that ships again."""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.application.slide_templates import (
    read_slide_template,
    slide_template,
    use_shipped_slides,
    use_slide_template,
)
from promueve_gui.domain.institucion import PlantillaPresentacion
from tests.projects import project_of

SUYA = PlantillaPresentacion(id="p", nombre="Azul.potx", archivo="abc", revision="Le falta algo.")


def kept(sha256: str) -> bytes | None:
    return b"x" if sha256 == "abc" else None


def test_none_is_the_one_that_ships() -> None:
    sin_archivo = replace(SUYA, archivo="")
    retirada = replace(SUYA, retirado="Vieja")
    for registros in ((), (sin_archivo,), (retirada,)):
        proyecto = project_of(*registros)
        assert slide_template(proyecto) is None
        assert read_slide_template(proyecto, kept) is None


def test_the_one_in_use_is_read_from_the_project() -> None:
    assert slide_template(project_of(SUYA)) is SUYA
    assert read_slide_template(project_of(SUYA), kept) == b"x"
    assert read_slide_template(project_of(replace(SUYA, archivo="x")), kept) is None


def test_another_takes_its_place_and_says_what_it_lacks() -> None:
    motivo, (nueva,) = use_slide_template(project_of(), "Roja.pptx", "def", ["Uno.", "Dos."])
    assert motivo == "Usar la plantilla de presentaciones «Roja.pptx»"
    assert nueva is not None
    assert nueva.antes is None
    _, (otra,) = use_slide_template(project_of(SUYA), "Roja.pptx", "def", [])
    assert otra is not None
    assert (otra.id, otra.despues) == ("p", {"nombre": "Roja.pptx", "archivo": "def", "revision": ""})


def test_going_back_to_the_one_that_ships() -> None:
    _, (vuelta,) = use_shipped_slides(project_of(SUYA))
    assert vuelta is not None
    assert vuelta.despues == {"archivo": "", "revision": ""}
    assert use_shipped_slides(project_of())[1] == []
