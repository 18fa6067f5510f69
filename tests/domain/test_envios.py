"""Where an area stands with its format, day by day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.domain.cambios import alta
from promueve_gui.domain.envios import EstadoEnvio, envios_vigentes, seguimiento, seguimientos
from promueve_gui.domain.formatos import EnvioFormato
from promueve_gui.domain.institucion import AreaGeneradora
from promueve_gui.domain.proyecto import Proyecto

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

AREA = AreaGeneradora(id="a", nombre="Puentes")
HOY = date(2026, 3, 10)


def sent(vence: date | None = None, devuelto: date | None = None) -> EnvioFormato:
    return EnvioFormato(id="e", archivo="a.xlsx", area="a", fecha=date(2026, 3, 1), vence=vence, devuelto=devuelto)


def test_an_area_without_sending_waits_for_its_first() -> None:
    where = seguimiento(AREA, None, HOY)
    assert (where.estado, where.dias, where.frase) == (EstadoEnvio.SIN_ENVIAR, None, "Sin enviar")


@pytest.mark.parametrize(
    ("vence", "estado", "frase"),
    [
        (None, EstadoEnvio.ENVIADO, "Enviado"),
        (date(2026, 3, 14), EstadoEnvio.ENVIADO, "Enviado"),
        (date(2026, 3, 13), EstadoEnvio.POR_VENCER, "Vence en 3 días"),
        (date(2026, 3, 11), EstadoEnvio.POR_VENCER, "Vence en 1 día"),
        (HOY, EstadoEnvio.POR_VENCER, "Vence hoy"),
        (date(2026, 3, 9), EstadoEnvio.ATRASADO, "Atrasado 1 día"),
        (date(2026, 2, 28), EstadoEnvio.ATRASADO, "Atrasado 10 días"),
    ],
)
def test_what_was_sent_is_awaited_until_its_day(vence: date | None, estado: EstadoEnvio, frase: str) -> None:
    where = seguimiento(AREA, sent(vence), HOY)
    assert (where.estado, where.frase) == (estado, frase)


@pytest.mark.parametrize(
    ("vence", "estado"),
    [
        (None, EstadoEnvio.DEVUELTO),
        (date(2026, 3, 5), EstadoEnvio.DEVUELTO),
        (date(2026, 3, 4), EstadoEnvio.TARDE),
    ],
)
def test_what_came_back_was_in_time_or_late(vence: date | None, estado: EstadoEnvio) -> None:
    where = seguimiento(AREA, sent(vence, devuelto=date(2026, 3, 5)), HOY)
    assert (where.estado, where.dias, where.frase) == (estado, None, estado.etiqueta)


def test_the_newest_sending_counts_and_those_withdrawn_do_not() -> None:
    registros: list[Registro] = [
        AREA,
        AreaGeneradora(id="b", nombre="Caminos"),
        AreaGeneradora(id="c", nombre="Disuelta", retirado="Ya no existe"),
        EnvioFormato(id="2", archivo="segundo", area="a", fecha=date(2026, 3, 2)),
        EnvioFormato(id="3", archivo="tercero", area="a", fecha=date(2026, 3, 2)),
        EnvioFormato(id="1", archivo="primero", area="a", fecha=date(2026, 3, 1)),
        EnvioFormato(id="0", archivo="sin fecha", area="a"),
        EnvioFormato(id="4", archivo="retirado", area="a", fecha=date(2026, 3, 9), retirado="Por error"),
        EnvioFormato(id="5", archivo="sin área"),
        EnvioFormato(id="6", archivo="devuelto antes", area="a", fecha=date(2026, 1, 1), devuelto=date(2026, 3, 1)),
    ]
    proyecto = Proyecto()
    proyecto.apply(map(alta, registros))
    assert {area: envio.archivo for area, envio in envios_vigentes(proyecto).items()} == {"a": "tercero"}
    assert [(where.area.id, where.estado) for where in seguimientos(proyecto, HOY)] == [
        ("a", EstadoEnvio.ENVIADO),
        ("b", EstadoEnvio.SIN_ENVIAR),
    ]


@pytest.mark.parametrize(("devuelto", "vigente"), [(date(2026, 3, 1), "2"), (date(2026, 3, 5), "1"), (HOY, "1")])
def test_an_earlier_sending_that_came_back_afterwards_counts(devuelto: date, vigente: str) -> None:
    proyecto = Proyecto()
    proyecto.apply(
        map(
            alta,
            [
                AREA,
                EnvioFormato(id="1", archivo="x", area="a", fecha=date(2026, 2, 1), devuelto=devuelto),
                EnvioFormato(id="2", archivo="y", area="a", fecha=date(2026, 3, 5)),
            ],
        )
    )
    assert envios_vigentes(proyecto)["a"].id == vigente
