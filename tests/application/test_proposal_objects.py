"""What rules propose for tools and events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from promueve_gui.domain.conjuntos import Evento, Herramienta
from promueve_gui.domain.grupos import UsoDatos
from promueve_gui.domain.vocabularios import (
    Canal,
    ClaseGrupo,
    EstadoLinea,
    MomentoRegla,
    ObjetoRegla,
    PeriodoRegla,
    TipoContenido,
    TipoUso,
)
from tests.application.plan_records import PUENTES, linea
from tests.application.proposal_cases import BIBLIOTECAS, NUEVO, one, proposed, regla

VISOR = Herramienta(id="visor", nombre="Visor", conjuntos=("puentes", "ido"), publicada=True)
FERIA = Evento(id="feria", nombre="Feria: datos abiertos", fecha=date(2026, 6, 12), grupos=("periodistas", "bib"))
DE_HERRAMIENTA: dict[str, Any] = {"objeto": ObjetoRegla.HERRAMIENTA, "dias": 2, "periodo": PeriodoRegla.ANIO}


def test_a_published_tool_can_be_spoken_of_soon() -> None:
    propuesta = one(PUENTES, VISOR, regla(**DE_HERRAMIENTA))
    assert (propuesta.linea.herramienta, propuesta.linea.conjunto, propuesta.linea.fecha) == (
        "visor",
        None,
        date(2026, 3, 17),
    )
    assert propuesta.razon == "La herramienta «Visor» está publicada y el plan no tiene una actividad así."
    usada = one(
        PUENTES,
        VISOR,
        UsoDatos(id="u", grupo="periodistas", conjunto="puentes", tipo=TipoUso.ACTUAL),
        regla(**DE_HERRAMIENTA),
    )
    assert usada.razon.endswith("; uno de los grupos ya usa sus datos.")
    podria = one(PUENTES, VISOR, UsoDatos(id="u", grupo="periodistas", conjunto="puentes"), regla(**DE_HERRAMIENTA))
    assert podria.razon.endswith("; uno de los grupos podría usar sus datos.")


def test_a_published_tool_is_spoken_of_tomorrow_by_a_rule_of_no_days() -> None:
    assert one(PUENTES, VISOR, regla(**{**DE_HERRAMIENTA, "dias": None})).linea.fecha == date(2026, 3, 13)


def test_a_tool_is_for_the_groups_that_it_serves() -> None:
    servida = replace(VISOR, grupos=("bib",))
    assert one(PUENTES, servida, BIBLIOTECAS, regla(**DE_HERRAMIENTA)).linea.grupos == ("bib",)


def test_a_tool_that_is_not_published_waits_for_its_sheet_or_for_coordination() -> None:
    por_publicar = replace(VISOR, publicada=False)
    propuesta = one(PUENTES, por_publicar, regla(**DE_HERRAMIENTA))
    assert propuesta.linea.fecha == date(2026, 4, 28)
    assert "está por publicarse" in propuesta.razon
    ficha = linea(
        "f", conjunto=None, herramienta="visor", tipo_contenido=TipoContenido.HERRAMIENTA, fecha=date(2026, 8, 3)
    )
    assert one(PUENTES, por_publicar, ficha, regla(**DE_HERRAMIENTA)).linea.fecha == date(2026, 8, 5)
    for otra in (replace(ficha, estado=EstadoLinea.CANCELADA), replace(ficha, fecha=None)):
        assert one(PUENTES, por_publicar, otra, regla(**DE_HERRAMIENTA)).linea.fecha == date(2026, 4, 28)


def test_a_rule_for_what_goes_first_looks_at_the_data_of_a_tool() -> None:
    prioritarios = regla(**DE_HERRAMIENTA, prioritarios=True)
    assert len(proposed(PUENTES, VISOR, prioritarios)) == 1
    assert proposed(replace(PUENTES, prioritario=False), VISOR, prioritarios) == []
    assert proposed(replace(VISOR, conjuntos=()), prioritarios) == []
    dos = replace(VISOR, conjuntos=("aforos", "puentes"))
    assert len(proposed(PUENTES, NUEVO, dos, prioritarios)) == 1


def test_an_event_is_for_its_guests() -> None:
    invitacion = regla(objeto=ObjetoRegla.EVENTO, nombre="Invitación", dias=10, momento=MomentoRegla.ANTES)
    propuesta = one(FERIA, BIBLIOTECAS, invitacion)
    assert (propuesta.linea.evento, propuesta.linea.grupos) == ("feria", ("periodistas", "bib"))
    assert (propuesta.linea.nombre, propuesta.linea.fecha) == ("Invitación: «Feria: datos abiertos»", date(2026, 6, 2))
    assert propuesta.razon == "«Feria: datos abiertos» será el 12 de junio de 2026."
    assert proposed(FERIA, BIBLIOTECAS, replace(invitacion, clase=ClaseGrupo.DENTRO)) == []


def test_an_event_without_guests_is_for_those_of_its_data() -> None:
    sin_invitados = replace(FERIA, grupos=(), conjuntos=("puentes",))
    assert one(PUENTES, sin_invitados, regla(objeto=ObjetoRegla.EVENTO)).linea.grupos == ("periodistas",)


def test_an_event_that_is_over_may_have_its_results_told() -> None:
    ayer = replace(FERIA, fecha=date(2026, 3, 11))
    assert one(ayer, regla(objeto=ObjetoRegla.EVENTO, dias=5)).razon == (
        "«Feria: datos abiertos» fue el 11 de marzo de 2026."
    )
    assert proposed(replace(FERIA, fecha=None), regla(objeto=ObjetoRegla.EVENTO)) == []


def test_guests_that_were_invited_are_not_invited_again() -> None:
    invitados = replace(FERIA, invitacion=date(2026, 3, 2))
    por_correo = regla(objeto=ObjetoRegla.EVENTO, momento=MomentoRegla.ANTES, canal=Canal.CORREO, dias=10)
    assert proposed(invitados, por_correo) == []
    assert len(proposed(invitados, replace(por_correo, canal=Canal.REDES))) == 1
    assert len(proposed(invitados, replace(por_correo, momento=MomentoRegla.DESPUES))) == 1
