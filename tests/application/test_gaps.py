from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from promueve_gui.application.gaps import gaps_of_record, gaps_of_step
from promueve_gui.application.review import Revision, review
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.flow import CONTENIDOS, PLAN, USUARIOS
from promueve_gui.domain.grupos import GrupoUsuarios
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.reglas import Severidad
from promueve_gui.domain.vocabularios import ClaseGrupo

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro


def reviewed(*registros: Registro) -> Revision:
    proyecto = Proyecto()
    proyecto.apply(alta(registro) for registro in registros)
    return review(proyecto, date(2026, 3, 12), lambda _: frozenset())


def test_a_step_has_the_gaps_of_its_own_rules() -> None:
    revision = reviewed(GrupoUsuarios(id="g", nombre="Prensa", clase=ClaseGrupo.SOCIEDAD, prioritario=True))
    assert {hallazgo.campo for hallazgo in gaps_of_step(USUARIOS, revision)} == {"area", "ejes"}
    assert {hallazgo.campo for hallazgo in gaps_of_step(PLAN, revision)} == {"prioritario"}


def test_what_must_be_attended_to_comes_first() -> None:
    revision = reviewed(Herramienta(id="h", nombre="Visor de caminos", publicada=True))
    severidades = [hallazgo.severidad for hallazgo in gaps_of_step(CONTENIDOS, revision)]
    assert set(severidades) == {Severidad.BLOQUEA, Severidad.ADVIERTE}
    assert severidades == sorted(severidades, key=lambda severidad: severidad is not Severidad.BLOQUEA)


def test_a_record_has_the_gaps_that_its_form_does_not_tell() -> None:
    revision = reviewed(LineaPlan(id="a", nombre="Boletín"), LineaPlan(id="b", nombre="Mensaje"))
    (hallazgo,) = gaps_of_record(revision, "linea_plan", "a")
    assert hallazgo.mensaje == "Falta qué se promueve: un conjunto de datos, una herramienta o un evento."


def test_a_line_that_promotes_two_things_is_told() -> None:
    herramienta, evento = Herramienta(id="h", nombre="Visor de caminos"), Evento(id="e", nombre="Mesa de caminos")
    dos = LineaPlan(id="a", nombre="Boletín", herramienta="h", evento="e")
    (hallazgo,) = gaps_of_record(reviewed(herramienta, evento, dos), "linea_plan", "a")
    assert hallazgo.mensaje.startswith("Se promueve una sola cosa")
