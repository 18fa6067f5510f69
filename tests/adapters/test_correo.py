"""Drafts, read back by the standard library as a mail program reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.correo import EXCEL, write_draft
from promueve_gui.application.correos import Borrador

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

CONTENIDO = b"PK\x03\x04 un libro \xff\x00"
MOMENTO = datetime(2026, 3, 10, 12, 30, tzinfo=timezone(timedelta(hours=-6)))


@pytest.fixture(scope="module")
def libro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("libros") / "Grupos de usuarios Área de Caminos y Ñandúes.xlsx"
    path.write_bytes(CONTENIDO)
    return path


def draft(libro: Path, **otros: object) -> Borrador:
    comun = Borrador(
        para=("a@ejemplo.gob.mx", "b@ejemplo.gob.mx"),
        asunto="SECAPUR: grupos de usuarios de Conservación",
        texto="Estimado equipo:\n\nLe pedimos…\nGracias.",
        momento=MOMENTO,
        adjunto=libro,
    )
    return replace(comun, **otros)  # type: ignore[arg-type]  # fields by name


def written(borrador: Borrador) -> bytes:
    path = borrador.adjunto.with_name("b.eml")
    write_draft(borrador, path)
    return path.read_bytes()


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def body(mensaje: EmailMessage, kind: str) -> str:
    parte = mensaje.get_body((kind,))
    assert parte is not None
    return str(parte.get_content()).replace("\r\n", "\n")


class Reader(HTMLParser):
    """Keeps the text of a page, and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_it_is_a_draft_to_somebody_with_a_subject_and_a_date(libro: Path) -> None:
    mensaje = read(written(draft(libro)))
    assert mensaje["X-Unsent"] == "1"
    assert mensaje["To"] == "a@ejemplo.gob.mx, b@ejemplo.gob.mx"
    assert mensaje["Subject"] == "SECAPUR: grupos de usuarios de Conservación"
    assert mensaje["Date"].datetime == MOMENTO
    assert re.fullmatch(r"<[^<>@\s]+@promueve\.invalid>", mensaje["Message-ID"])
    assert mensaje["From"] is None  # whoever sends it
    assert not [parte for parte in mensaje.walk() if parte.defects]


def test_each_draft_has_an_identity_of_its_own(libro: Path) -> None:
    assert read(written(draft(libro)))["Message-ID"] != read(written(draft(libro)))["Message-ID"]


def test_an_area_without_address_gets_a_draft_to_nobody(libro: Path) -> None:
    assert read(written(draft(libro, para=())))["To"] is None


def test_it_says_the_same_as_text_and_as_a_page(libro: Path) -> None:
    mensaje = read(written(draft(libro)))
    assert body(mensaje, "plain") == "Estimado equipo:\n\nLe pedimos…\nGracias.\n"
    pagina = body(mensaje, "html")
    assert '<html lang="es-MX">' in pagina
    assert "<p>Estimado equipo:</p>\n<p>Le pedimos…<br>\nGracias.</p>" in pagina
    assert [parte.get_content_type() for parte in mensaje.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]  # fmt: skip


def test_the_workbook_goes_along_under_its_name(libro: Path) -> None:
    (adjunto,) = read(written(draft(libro))).iter_attachments()
    assert adjunto.get_content() == CONTENIDO
    assert adjunto.get_filename() == libro.name
    assert adjunto["Content-Type"].params["name"] == "Grupos de usuarios Area de Caminos y Nandues.xlsx"


@pytest.mark.parametrize(
    ("nombre", "plano"),
    [
        ("Formato 部門.xlsx", "Formato.xlsx"),
        ("部門.xlsx", "Formato.xlsx"),
        ("Raro \";' <x>.xlsx", "Raro x.xlsx"),
        (f"{'Dirección General ' * 6}.xlsx", "Direccion General Direccion General Direccion General Direcc.xlsx"),
    ],
)
def test_any_name_has_one_in_ascii_that_fits_on_a_line(tmp_path: Path, nombre: str, plano: str) -> None:
    libro = tmp_path / nombre
    libro.write_bytes(CONTENIDO)
    data = written(draft(libro))
    (adjunto,) = read(data).iter_attachments()
    assert (adjunto["Content-Type"].params["name"], adjunto.get_filename()) == (plano, nombre)
    assert plano.encode() in data  # whole, not cut in pieces


def test_all_of_it_is_ascii_in_short_lines(libro: Path) -> None:
    lineas = written(draft(libro, texto="ñ" * 5000)).split(b"\r\n")
    assert all(linea.isascii() for linea in lineas)
    # 78 as the standard advises; the type of a workbook alone takes 80.
    assert max(map(len, lineas)) == len(b"Content-Type: " + "/".join(EXCEL).encode() + b";")


def test_what_looks_like_html_is_text(libro: Path) -> None:
    mensaje = read(written(draft(libro, asunto="<b>&", texto="<script>alert('x')</script> & «ñ» \"q\"")))
    reader = Reader()
    reader.feed(body(mensaje, "html"))
    assert reader.tags == {"html", "head", "meta", "title", "body", "p"}
    assert "<script>alert('x')</script> & «ñ» \"q\"" in reader.text


@pytest.mark.parametrize(
    "asunto",
    [
        "ñ " * 60,
        "Novedades del 01/01/2026 al 28/02/2026 para la Asociación Nacional de Geógrafas y Geógrafos — «Ñu» (país)",
        "Novedades del 01/01/2026 al 28/02/2026 para los grupos de a/b y de c",
        "Lo que dice =?utf-8?q?x?= es texto",
        "👩‍👩‍👧 " * 30,
    ],
)
def test_a_subject_is_read_as_it_was_written_however_long(libro: Path, asunto: str) -> None:
    data = written(draft(libro, asunto=asunto))
    assert str(read(data)["Subject"]) == asunto.strip()
    assert max(map(len, data.partition(b"\r\nDate")[0].split(b"\r\n"))) <= 78


@pytest.mark.parametrize("salto", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_line_of_a_subject_becomes_a_header(libro: Path, salto: str) -> None:
    mensaje = read(written(draft(libro, asunto=f"Hola{salto}Bcc: todos@ejemplo.mx")))
    assert mensaje["Bcc"] is None
    assert mensaje["Subject"] == "Hola Bcc: todos@ejemplo.mx".replace(" ", "" if salto in "\x0b\x0c\x1c" else " ", 1)


LETRAS = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@given(LETRAS, LETRAS)
def test_anything_typed_gives_a_sound_draft(libro: Path, asunto: str, texto: str) -> None:
    data = written(draft(libro, asunto=asunto, texto=texto))
    mensaje = read(data)
    assert set(mensaje.keys()) == {
        "X-Unsent", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Language",
    }  # fmt: skip
    (adjunto,) = mensaje.iter_attachments()
    assert adjunto.get_content() == CONTENIDO
    assert data.isascii()


def test_a_workbook_that_is_gone_is_an_error_of_the_disk(libro: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no-esta"):
        write_draft(draft(libro, adjunto=tmp_path / "no-esta.xlsx"), tmp_path / "b.eml")


def test_the_moment_keeps_its_zone(libro: Path) -> None:
    assert (
        read(written(draft(libro, momento=datetime(2026, 1, 2, tzinfo=UTC))))["Date"].datetime.utcoffset()
        == timedelta()
    )
