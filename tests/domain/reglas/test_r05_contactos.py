"""R5: contents and tools carry a contact e-mail and a technical person."""

from __future__ import annotations

from dataclasses import replace

from promueve_gui.domain.reglas import Estado, Severidad
from promueve_gui.domain.vocabularios import EstadoContenido
from tests.domain.reglas.fabrica import HERRAMIENTA, TECNICO, contenido, evaluar, faltas


def test_does_not_apply_without_contents_nor_tools() -> None:
    assert evaluar("R5", TECNICO).estado is Estado.NO_APLICA


def test_complies_with_both_contacts() -> None:
    assert evaluar("R5", TECNICO, HERRAMIENTA, contenido()).resumen == "2 de 2"


def test_what_is_missing_is_named_in_its_own_field() -> None:
    resultado = evaluar(
        "R5",
        replace(HERRAMIENTA, correo_contacto="", responsable=None),
        contenido(correo_contacto="datos@", contacto_tecnico=None),
    )
    assert faltas(resultado) == [
        ("contenido", "correo_contacto"),
        ("contenido", "contacto_tecnico"),
        ("visor", "correo_contacto"),
        ("visor", "responsable"),
    ]


def test_a_person_who_left_is_no_contact() -> None:
    (hallazgo,) = evaluar("R5", replace(TECNICO, retirado="cambió de área"), contenido()).hallazgos
    assert "ya no está" in hallazgo.mensaje


def test_only_the_email_weighs_and_only_once_it_left_the_drawing_board() -> None:
    registros = [
        contenido(correo_contacto="", contacto_tecnico=None, estado=EstadoContenido.APROBADO),
        contenido(id="borrador", correo_contacto=""),
        replace(HERRAMIENTA, publicada=True, correo_contacto=""),
        replace(HERRAMIENTA, id="en obra", correo_contacto=""),
    ]
    pesadas = [h.id for h in evaluar("R5", TECNICO, *registros).hallazgos if h.severidad is Severidad.BLOQUEA]
    assert pesadas == ["contenido", "visor"]
