"""«Pedir asesoría»: a draft that says who asks, about what, and leaves the question to the person."""

from __future__ import annotations

from promueve_gui.application.advice import draft_advice
from promueve_gui.domain.flow import PLAN
from promueve_gui.domain.institucion import Institucion, Perfil
from tests.projects import project_of

INSTITUCION = Institucion(id="i", nombre="Secretaría de Ejemplo", siglas="SE")


def test_the_draft_goes_to_whoever_the_profile_names() -> None:
    perfil = Perfil(
        id="p", nombre="V", organo_rector="Agencia", nombre_asesoria="Mesa de ayuda", correo_asesoria="m@e.mx"
    )
    draft = draft_advice(project_of(INSTITUCION, perfil), PLAN)
    assert draft.para == "m@e.mx"
    assert draft.asunto == f"Solicitud de asesoría: {PLAN.titulo} · SE"
    assert draft.texto.startswith("Mesa de ayuda:")
    assert "En Secretaría de Ejemplo trabajamos en «2 · Planear la promoción»" in draft.texto
    assert "[Escriba aquí su duda]" in draft.texto


def test_without_a_name_it_goes_to_the_body_in_charge() -> None:
    draft = draft_advice(project_of(INSTITUCION, Perfil(id="p", nombre="V", organo_rector="Agencia")), PLAN)
    assert draft.texto.startswith("Agencia:")
    assert draft.para == ""


def test_a_project_that_says_nothing_still_gets_a_draft() -> None:
    draft = draft_advice(project_of(), PLAN)
    assert draft.texto.startswith("A quien corresponda:")
    assert "nuestra institución" in draft.texto
    assert draft.asunto == f"Solicitud de asesoría: {PLAN.titulo}"
