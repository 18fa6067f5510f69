"""Drafts with news, read back by the standard library as a mail program reads them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.novedades import news_html, news_text, write_news
from promueve_gui.application.newsletters import Novedades
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.adapters.portal.test_html import ATTRIBUTES, TAGS, Reader
from tests.adapters.word.muestras import BOLETIN, HISTORIA, VISOR_CONTENIDO, project, sheet

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

MOMENTO = datetime(2026, 3, 10, 12, 30, tzinfo=UTC)
PUBLICADA = "https://www.secapur.example.org/prensa/012"
APROBADO = replace(BOLETIN, estado=EstadoContenido.APROBADO, entrada="Hay **datos** nuevos.\n\nY más.")
PROYECTO = project(
    Publicacion(id="p", nombre="P", contenido="boletin", url_publicada="javascript:alert(1)"),
    Publicacion(id="q", nombre="Q", contenido="boletin", url_publicada=PUBLICADA),
)
NOVEDADES = Novedades(
    para="datos@secapur.example.org",
    cco=("ana@ejemplo.mx", "luz@ejemplo.mx"),
    asunto="SECAPUR: novedades",
    antes="Estimadas personas:\n\nEsto es lo nuevo.",
    despues="Saludos.\nInés",
    contenidos=(APROBADO, HISTORIA),
    proyecto=PROYECTO,
    momento=MOMENTO,
)


def written(folder: Path, novedades: Novedades = NOVEDADES) -> EmailMessage:
    path = folder / "n.eml"
    write_news(novedades, path)
    return message_from_bytes(path.read_bytes(), policy=default)


def body(mensaje: EmailMessage, kind: str) -> str:
    parte = mensaje.get_body((kind,))
    assert parte is not None
    return str(parte.get_content()).replace("\r\n", "\n")


def test_it_is_a_draft_with_blind_copies_and_a_way_out(tmp_path: Path) -> None:
    mensaje = written(tmp_path)
    assert mensaje["X-Unsent"] == "1"
    assert mensaje["To"] == "datos@secapur.example.org"
    assert mensaje["Bcc"] == "ana@ejemplo.mx, luz@ejemplo.mx"
    assert mensaje["Cc"] is None
    assert mensaje["Subject"] == "SECAPUR: novedades"
    assert mensaje["List-Unsubscribe"] == "<mailto:datos@secapur.example.org?subject=No%20contactar>"
    assert mensaje["Content-Language"] == "es-MX"
    assert mensaje["Date"].datetime == MOMENTO
    assert mensaje.get_content_type() == "multipart/alternative"
    assert list(mensaje.iter_attachments()) == []


def test_text_and_html_say_the_same(tmp_path: Path) -> None:
    mensaje = written(tmp_path)
    text, html = body(mensaje, "plain"), Reader(body(mensaje, "html").replace(' style="', ' content="'))
    assert text == news_text(NOVEDADES)
    for dicho in ("Esto es lo nuevo.", BOLETIN.nombre, "Hay datos nuevos.", "Inés", HISTORIA.nombre):
        assert dicho in text
        assert dicho in html.said
    assert [said for _, said in html.headings] == [BOLETIN.nombre, f"BORRADOR: {HISTORIA.nombre}"]
    assert {level for level, _ in html.headings} == {2}


def test_a_content_is_its_beginning_and_where_the_rest_and_the_data_are() -> None:
    read = Reader(news_html(NOVEDADES))
    assert "Y más." not in read.said
    assert PUBLICADA in read.links()
    assert BOLETIN.url in read.links()
    assert not any(link.startswith("javascript") for link in read.links())
    assert f"Leer completo ({PUBLICADA})" in news_text(NOVEDADES)
    assert BOLETIN.correo_contacto not in read.said


def test_one_without_text_shows_its_slides_and_one_without_anything_its_title() -> None:
    presentacion = sheet(nombre="Charla", tipo=TipoContenido.PRESENTACION, estado=EstadoContenido.PUBLICADO)
    laminas = [Lamina(id=n, contenido="c", orden=1, nombre=f"Parte {n}") for n in "12"]
    con = replace(NOVEDADES, contenidos=(presentacion,), proyecto=project(*laminas), antes="", despues="")
    assert news_text(con) == "Charla\n\n- Parte 1\n- Parte 2\n"
    sin = replace(
        con, contenidos=(sheet(nombre="Nada", tipo=None, estado=EstadoContenido.APROBADO),), proyecto=PROYECTO
    )
    assert news_html(sin) == "<article>\n<h2>Nada</h2>\n</article>"
    visor = replace(VISOR_CONTENIDO, estado=EstadoContenido.APROBADO)
    assert "Muestra en un mapa" in news_text(replace(con, contenidos=(visor,)))


def test_without_an_address_of_its_own_there_is_no_way_out_by_the_header(tmp_path: Path) -> None:
    mensaje = written(tmp_path, replace(NOVEDADES, para=""))
    assert mensaje["To"] is None
    assert mensaje["List-Unsubscribe"] is None
    assert mensaje["Bcc"] is not None


@pytest.mark.parametrize(
    "hostil",
    ["a\r\nBcc: malo@ejemplo.mx\r\n\r\n<script>x</script>", "</article></html><img src=x>", "\x00\x1b\ud800\u202e"],
)
def test_hostile_text_begins_no_header_and_is_no_markup(tmp_path: Path, hostil: str) -> None:
    contenido = replace(APROBADO, nombre=hostil, entrada=hostil)
    mensaje = written(
        tmp_path, replace(NOVEDADES, asunto=hostil, antes=hostil, despues=hostil, contenidos=(contenido,))
    )
    assert mensaje["Bcc"] == "ana@ejemplo.mx, luz@ejemplo.mx"
    read = Reader(body(mensaje, "html").replace(' style="', ' content="'))
    assert set(read.tags) <= TAGS
    assert {name for _, name, _ in read.attributes} <= ATTRIBUTES


def test_many_copies_are_all_there(tmp_path: Path) -> None:
    muchos = tuple(f"persona{n}@organizacion-de-nombre-largo.example.org" for n in range(400))
    assert written(tmp_path, replace(NOVEDADES, cco=muchos))["Bcc"].split(", ") == list(muchos)
