from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.content_way import aprobacion_perdida, dia_de, recorrido
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.partes_contenido import VersionContenido
from promueve_gui.domain.vocabularios import EstadoContenido
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from promueve_gui.domain.proyecto import Proyecto

BORRADOR, EN_REVISION, CON_COMUNICACION, APROBADO, PUBLICADO = EstadoContenido


def versions(*estados: EstadoContenido | None) -> list[VersionContenido]:
    return [
        VersionContenido(
            id=f"v{numero}",
            contenido="c",
            numero=numero,
            estado=estado,
            momento=f"2026-11-{numero:02}T12:00:00-06:00",
            autor=f"Persona {numero}",
        )
        for numero, estado in enumerate(estados, start=1)
    ]


def content(estado: EstadoContenido | None, *estados: EstadoContenido | None) -> tuple[Proyecto, Contenido]:
    contenido = Contenido(id="c", estado=estado)
    return project_of(contenido, *versions(*estados)), contenido


@pytest.mark.parametrize(
    ("estado", "estados", "hands"),
    [
        (BORRADOR, [], ["", "", "", "", ""]),
        (CON_COMUNICACION, [EN_REVISION, CON_COMUNICACION], ["", "Persona 1", "Persona 2", "", ""]),
        (EN_REVISION, [EN_REVISION, EN_REVISION], ["", "Persona 1", "", "", ""]),
        (EN_REVISION, [EN_REVISION, CON_COMUNICACION, EN_REVISION], ["", "Persona 3", "", "", ""]),
        (BORRADOR, [EN_REVISION, BORRADOR], ["", "", "", "", ""]),
        (PUBLICADO, [], ["", "", "", "", ""]),
        (None, [EN_REVISION], ["", "", "", "", ""]),
    ],
)
def test_the_way_says_who_brought_the_content_to_each_state(
    estado: EstadoContenido | None, estados: Sequence[EstadoContenido], hands: list[str]
) -> None:
    way = recorrido(*content(estado, *estados))
    assert [etapa.quien for etapa in way] == hands
    assert [etapa.estado for etapa in way if etapa.actual] == ([estado] if estado else [])
    assert [etapa.estado for etapa in way if etapa.pasada] == list(EstadoContenido)[: max(0, _place(estado))]


def _place(estado: EstadoContenido | None) -> int:
    return -1 if estado is None else list(EstadoContenido).index(estado)


def test_a_stage_is_told_in_words() -> None:
    way = recorrido(*content(CON_COMUNICACION, EN_REVISION, CON_COMUNICACION))
    assert [etapa.texto for etapa in way] == [
        "Borrador",
        "En revisión, el 01/11/2026, por Persona 1",
        "Con Comunicación Social (ahora), el 02/11/2026, por Persona 2",
        "Aprobado (falta)",
        "Publicado (falta)",
    ]


@pytest.mark.parametrize(
    ("estado", "estados", "lost"),
    [
        (EN_REVISION, [EN_REVISION, CON_COMUNICACION, APROBADO, EN_REVISION], "v3"),
        (EN_REVISION, [EN_REVISION, APROBADO, APROBADO, EN_REVISION, EN_REVISION], "v2"),
        (APROBADO, [EN_REVISION, CON_COMUNICACION, APROBADO], None),
        (CON_COMUNICACION, [APROBADO, EN_REVISION, CON_COMUNICACION], None),
        (BORRADOR, [APROBADO, EN_REVISION], None),
        (EN_REVISION, [], None),
    ],
)
def test_a_lost_approval_is_known_by_the_versions(
    estado: EstadoContenido, estados: Sequence[EstadoContenido], lost: str | None
) -> None:
    found = aprobacion_perdida(*content(estado, *estados))
    assert (None if found is None else found.id) == lost


def test_a_version_of_another_hand_has_no_day() -> None:
    assert dia_de(VersionContenido(id="v", momento="ayer")) == ""
    assert dia_de(VersionContenido(id="v")) == ""
