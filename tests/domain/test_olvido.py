"""Forgetting: which texts of which records change, and that history goes on fitting."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.domain.cambios import alta, cambio
from promueve_gui.domain.conjuntos import Evento
from promueve_gui.domain.formatos import Duda
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import AreaGeneradora, Persona
from promueve_gui.domain.olvido import Olvido, is_json, text_fields
from promueve_gui.domain.personas import BORRADO, Busqueda
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

NOMBRE = "Petra Vereda Monte"
BUSQUEDA = Busqueda.de(NOMBRE)
PETRA = Contacto(id="c", nombre=NOMBRE, cargo="Secretaria", correo="otro@x.org", fuente=f"De {NOMBRE}", grupo="g")
CLAVE = ("contacto", "c")


def project(*registros: Registro) -> Proyecto:
    made = Proyecto()
    made.apply(alta(registro) for registro in (GrupoUsuarios(id="g", nombre="Grupo"), *registros))
    return made


def forgotten(olvido: Olvido, *registros: Registro) -> Proyecto:
    made = project(*registros)
    made.apply(olvido.cambios(made))
    return made


def test_of_her_own_record_every_personal_field_goes() -> None:
    made = forgotten(Olvido(BUSQUEDA, frozenset({CLAVE})), PETRA)
    assert made.get(Contacto, "c") == replace(
        PETRA, nombre=BORRADO, cargo=BORRADO, correo=BORRADO, fuente=f"De {BORRADO}"
    )


def test_of_other_records_only_her_words_go() -> None:
    area = AreaGeneradora(id="a", nombre="Caminos", responsable=f"Mtra. {NOMBRE}", otros_nombres=f"La de {NOMBRE}")
    made = forgotten(Olvido(BUSQUEDA), area)
    assert made.get(AreaGeneradora, "a") == replace(
        area, responsable=f"Mtra. {BORRADO}", otros_nombres=f"La de {BORRADO}"
    )


def test_of_a_list_of_persons_the_line_goes_and_of_a_plain_text_the_words() -> None:
    texto = f"Ana\n{NOMBRE}, Unión"
    made = forgotten(Olvido(BUSQUEDA), Evento(id="e", asistencia=texto, desarrollo=texto))
    evento = made.get(Evento, "e")
    assert evento is not None
    assert (evento.asistencia, evento.desarrollo) == (f"Ana\n{BORRADO}", f"Ana\n{BORRADO}, Unión")


def test_records_that_were_left_out_stay() -> None:
    olvido = Olvido(BUSQUEDA, ajenos=frozenset({CLAVE}))
    assert olvido.cambios(project(PETRA)) == []
    assert olvido.spares(frozenset({CLAVE}))
    assert not olvido.spares(frozenset({CLAVE, ("contacto", "d")}))
    assert not olvido.spares(frozenset())


def test_what_is_no_text_of_a_known_record_stays() -> None:
    olvido = Olvido(BUSQUEDA, frozenset({CLAVE}))
    assert olvido.value(("marciano", "m"), "nombre", NOMBRE) == NOMBRE
    assert olvido.value(CLAVE, "grupo", NOMBRE) == NOMBRE
    assert olvido.value(CLAVE, "correo", "") == ""


@pytest.mark.parametrize("ascii_only", [True, False])
def test_inside_json_her_words_go_and_its_form_stays(ascii_only: bool) -> None:
    suyo = json.dumps({"n": [1, None, True, f"Núñez y {NOMBRE}"], "x": {"y": NOMBRE}}, ensure_ascii=ascii_only)
    made = forgotten(Olvido(BUSQUEDA), Duda(id="d", suyo=suyo))
    duda = made.get(Duda, "d")
    assert duda is not None
    assert json.loads(duda.suyo) == {"n": [1, None, True, f"Núñez y {BORRADO}"], "x": {"y": BORRADO}}


def test_json_without_her_comes_back_letter_by_letter() -> None:
    olvido = Olvido(BUSQUEDA)
    for texto in (
        '{"a":  "Ana Ruiz"}',
        '{ "a" :  "\\u00f1" }',
        '{"petra": "vereda", "x": "monte"}',
        "Petra, Vereda y Monte",
    ):
        assert olvido.json(texto) == texto
    assert olvido.json(f"no es JSON: {NOMBRE}") == f"no es JSON: {BORRADO}"


def test_hidden_long_texts_are_those_of_the_program() -> None:
    campos = {nombre: is_json(campo) for nombre, campo in text_fields(Duda).items()}
    assert campos["suyo"]
    assert not campos["texto"]
    assert not campos["registro"]


TEXTOS = st.lists(st.sampled_from([NOMBRE, "Ana Ruiz", "y", "\n", "VEREDA MONTE, PETRA", ""]), max_size=4).map(" ".join)


@given(st.lists(st.tuples(TEXTOS, TEXTOS, TEXTOS), min_size=1, max_size=5), st.booleans())
def test_history_told_otherwise_still_fits(steps: list[tuple[str, str, str]], own: bool) -> None:
    olvido = Olvido(BUSQUEDA, frozenset({("persona", "p")}) if own else frozenset())
    persona = Persona(id="p")
    history = [alta(persona)]
    for nombre, cargo, correo in steps:
        paso = cambio(persona, nombre=nombre, cargo=cargo, correo=correo)
        persona = replace(persona, nombre=nombre, cargo=cargo, correo=correo)
        history += [paso] if paso else []
    made = project(persona)
    made.apply(olvido.cambios(made))
    for paso in reversed(history):
        told = [
            None if side is None else {n: olvido.value(("persona", "p"), n, str(v)) for n, v in side.items()}
            for side in (paso.antes, paso.despues)
        ]
        made.apply([replace(paso, antes=told[0], despues=told[1]).inverso])
    assert made.get(Persona, "p") is None
