from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.publications import (
    EstadoBimestre,
    desde_contenido,
    desde_linea,
    desde_solicitud,
    publicaciones_de,
    tira_bimestral,
    url_directa,
)
from promueve_gui.domain.cambios import alta
from promueve_gui.domain.conjuntos import ConjuntoDatos, Evento, Herramienta
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion, SolicitudComunicacion
from promueve_gui.domain.fechas import bimestres
from promueve_gui.domain.plan import LineaPlan
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import Canal, TipoContenido

if TYPE_CHECKING:
    from promueve_gui.domain.ficha import Registro

HOY = date(2026, 11, 19)
URL = "https://datos.ejemplo.gob.mx/caminos/red-rural"
CONJUNTO = ConjuntoDatos(id="c", nombre="Red de caminos", url=URL)
LINEA = LineaPlan(id="l", nombre="Mensaje de caminos", conjunto="c", canal=Canal.CORREO)
BOLETIN = Contenido(id="b", nombre="Caminos abiertos", tipo=TipoContenido.BOLETIN, linea="l")


def proyecto(*registros: Registro) -> Proyecto:
    made = Proyecto()
    made.apply(alta(registro) for registro in registros)
    return made


def test_a_content_fills_its_publication_with_what_its_line_knows() -> None:
    assert desde_contenido(proyecto(CONJUNTO, LINEA, BOLETIN), BOLETIN, HOY) == {
        "nombre": "Caminos abiertos",
        "fecha": HOY,
        "canal": Canal.CORREO,
        "url": URL,
        "contenido": "b",
        "linea": "l",
        "conjuntos": ("c",),
    }


def test_what_the_content_says_goes_before_its_line() -> None:
    otro = ConjuntoDatos(id="o", nombre="Puentes")
    propio = replace(BOLETIN, conjuntos=("o",), url=f"{URL}/puentes")
    valores = desde_contenido(proyecto(CONJUNTO, otro, LINEA, propio), propio, HOY)
    assert (valores["conjuntos"], valores["url"]) == (("o",), f"{URL}/puentes")


@pytest.mark.parametrize(
    ("tipo", "canal"),
    [(TipoContenido.BOLETIN, Canal.PORTAL_INTERNET), (TipoContenido.HISTORIA, Canal.IMPACTO), (None, None)],
)
def test_without_a_line_the_channel_is_the_usual_one(tipo: TipoContenido | None, canal: Canal | None) -> None:
    suelto = replace(BOLETIN, linea=None, tipo=tipo)
    valores = desde_contenido(proyecto(suelto), suelto, HOY)
    assert (valores["canal"], valores["conjuntos"], valores["url"]) == (canal, (), "")


def test_a_line_brings_its_only_content() -> None:
    con_liga = replace(BOLETIN, url=f"{URL}/2026")
    valores = desde_linea(proyecto(CONJUNTO, LINEA, con_liga), LINEA, HOY)
    assert (valores["contenido"], valores["url"], valores["linea"]) == ("b", f"{URL}/2026", "l")


def test_a_line_with_two_contents_brings_none() -> None:
    dos = proyecto(CONJUNTO, LINEA, BOLETIN, replace(BOLETIN, id="b2"))
    valores = desde_linea(dos, LINEA, HOY)
    assert (valores["contenido"], valores["url"]) == (None, URL)


def test_a_line_promotes_the_datasets_of_its_tool_or_event() -> None:
    visor = Herramienta(id="v", nombre="Visor", conjuntos=("c",))
    mesa = Evento(id="m", nombre="Mesa de caminos", conjuntos=("c",))
    base = proyecto(CONJUNTO, visor, mesa)
    for linea in (LineaPlan(id="x", herramienta="v"), LineaPlan(id="y", evento="m")):
        assert desde_linea(base, linea, HOY)["conjuntos"] == ("c",)
    assert desde_linea(base, LineaPlan(id="z"), HOY)["conjuntos"] == ()


def test_only_a_direct_url_is_taken() -> None:
    portada = ConjuntoDatos(id="p", nombre="Portada", url="https://datos.ejemplo.gob.mx/")
    assert url_directa(proyecto(portada, CONJUNTO), ("p", "nadie", "c")) == URL
    assert url_directa(proyecto(portada), ("p",)) == ""


def test_a_request_is_attended_by_its_publication() -> None:
    solicitud = SolicitudComunicacion(id="s", asunto="Difundir cierres")
    assert desde_solicitud(solicitud, HOY) == {"nombre": "Difundir cierres", "fecha": HOY, "solicitud": "s"}


def test_publications_of_a_content() -> None:
    una, otra = Publicacion(id="p1", contenido="b"), Publicacion(id="p2")
    assert publicaciones_de(proyecto(LINEA, BOLETIN, CONJUNTO, una, otra), "b") == [una]


def test_the_strip_says_in_words_how_each_bimestre_stands() -> None:
    cuentas = zip(bimestres(2026), (2, 1, 0, 0, 3, 0), strict=True)
    celdas = tira_bimestral(cuentas, date(2026, 9, 1))
    assert [celda.texto for celda in celdas] == [
        "2 comunicaciones",
        "1 comunicación",
        "Falta",
        "Falta",
        "3 comunicaciones",
        "Por venir",
    ]
    assert celdas[0].descripcion == "ene–feb de 2026: 2 comunicaciones"
    assert celdas[0].breve == "2 com."
    assert celdas[2].breve == "Falta"


def test_bimestres_before_the_program_do_not_apply() -> None:
    cuentas = [(bimestre, 0) for bimestre in bimestres(2026)]
    celdas = tira_bimestral(cuentas, date(2026, 7, 10), date(2026, 5, 1))
    assert [celda.estado for celda in celdas[:4]] == [
        EstadoBimestre.NO_APLICA,
        EstadoBimestre.NO_APLICA,
        EstadoBimestre.FALTA,
        EstadoBimestre.EN_CURSO,
    ]
    assert celdas[0].descripcion == "ene–feb de 2026: No aplica: antes de empezar"


@pytest.mark.parametrize(
    ("hoy", "texto", "breve"),
    [
        (date(2026, 11, 19), "En curso: quedan 42 días", "Quedan 42 días"),
        (date(2026, 12, 30), "En curso: queda 1 día", "Queda 1 día"),
        (date(2026, 12, 31), "En curso: hoy termina", "Hoy termina"),
    ],
)
def test_the_current_bimestre_says_what_is_left(hoy: date, texto: str, breve: str) -> None:
    celda = tira_bimestral([(bimestres(2026)[5], 0)], hoy)[0]
    assert (celda.estado, celda.texto, celda.breve) == (EstadoBimestre.EN_CURSO, texto, breve)
