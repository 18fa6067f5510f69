"""What an approved content takes from the project is kept with it, whatever becomes of the project."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.campos_combinados import CAMPOS_COMBINADOS, conjuntos_citados
from promueve_gui.domain.conjuntos import ConjuntoDatos
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.datos_fijados import cambiados, como_se_aprobo, congelar
from promueve_gui.domain.institucion import Institucion, Persona, RedSocial
from promueve_gui.domain.partes_contenido import VarianteRed
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Acceso, EstadoContenido
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

PUENTES = ConjuntoDatos(id="p", nombre="Puentes", url="https://a.mx/p", descripcion="Muchos")
EVA = Persona(id="t", nombre="Eva", correo="eva@e.gob.mx", telefono="55")
RED = RedSocial(id="x", nombre="X")
SECRETARIA = Institucion(id="i", nombre="Secretaría", siglas="S", correo_contacto="d@e.gob.mx")
NOTA = Contenido(id="c", nombre="Nota", estado=EstadoContenido.APROBADO, conjuntos=("p", "otro"), contacto_tecnico="t")


def approved(*partes: Registro) -> Contenido:
    return replace(NOTA, congelado=congelar(NOTA, project_of(PUENTES, EVA, RED, SECRETARIA), partes))


def test_only_what_documents_show_is_kept() -> None:
    parte = VarianteRed(id="v", contenido="c", red="x")
    assert json.loads(approved(parte).congelado)["registros"] == {
        "conjunto_datos": {"p": {"nombre": "Puentes", "url": "https://a.mx/p", "palabras_clave": ""}},
        "persona": {"t": {"nombre": "Eva", "cargo": "", "correo": "eva@e.gob.mx"}},
        "red_social": {"x": {"nombre": "X"}},
        "institucion": {
            "i": {
                **dict.fromkeys(("ciudad", "direccion_comunicacion", "correo_prensa", "telefono_prensa", "sitio"), ""),
                "nombre": "Secretaría",
                "siglas": "S",
                "correo_contacto": "d@e.gob.mx",
            }
        },
    }
    assert congelar(NOTA, Proyecto()) == ""
    assert "registros" not in {campo.nombre for campo in CAMPOS_COMBINADOS}


def test_a_document_shows_the_project_as_it_was_on_approval() -> None:
    ahora = project_of(replace(PUENTES, nombre="Vados", descripcion="Más"), EVA, SECRETARIA)
    visto = como_se_aprobo(approved(), ahora)
    assert visto.get(ConjuntoDatos, "p") == replace(PUENTES, descripcion="Más")
    assert ahora.titulo(ConjuntoDatos.ENTIDAD, "p") == "Vados"
    assert como_se_aprobo(approved(), visto) is visto
    assert como_se_aprobo(NOTA, ahora) is ahora
    assert como_se_aprobo(replace(approved(), estado=EstadoContenido.BORRADOR), ahora) is ahora


def test_what_may_not_be_named_any_more_is_not() -> None:
    for ahora in (replace(PUENTES, acceso=Acceso.PRIVADO), replace(PUENTES, retirado="Repetido")):
        assert conjuntos_citados(NOTA, como_se_aprobo(approved(), project_of(ahora))) == []


def test_what_says_something_else_by_now_is_told() -> None:
    otra = replace(EVA, correo="eva.p@e.gob.mx")
    assert cambiados(approved(), project_of(PUENTES, otra, SECRETARIA)) == [(EVA, otra)]
    assert cambiados(approved(), project_of(PUENTES, replace(EVA, telefono="56"))) == []


@pytest.mark.parametrize(
    "congelado",
    [
        '{"url":"registros"}',
        '{"registros',
        '["registros"]',
        '{"registros":[]}',
        '{"registros":{"persona":{"t":7}}}',
        '{"registros":{"persona":[]}}',
        '{"registros":{"otra":{"t":{"nombre":"Ana"}},"persona":{"otra":{"nombre":"Ana"},"t":{"rol":"x"}}}}',
    ],
)
def test_what_another_hand_wrote_is_passed_over(congelado: str) -> None:
    assert cambiados(replace(NOTA, congelado=congelado), project_of(PUENTES, EVA, SECRETARIA)) == []
