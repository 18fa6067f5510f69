"""The zip of a letterhead: what is refused before anything reads it, and with which sentence."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.word.container import MAX_BYTES, TIPOS, read_container, write_container
from promueve_gui.adapters.word.writer import check_letterhead
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from tests.adapters.word.hostiles import code_of, good, packed, with_change, with_part
from tests.adapters.word.muestras import BOLETIN, MEMBRETE, read, texts, write

if TYPE_CHECKING:
    from pathlib import Path

DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'

CODES = {f"membrete_{fin}" for fin in ("danado", "externo", "macros", "peligroso")}


def repeated() -> bytes:
    """Return a zip with the same part twice."""
    destino = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(destino, "w") as archivo:
        warnings.simplefilter("ignore")
        for nombre in (TIPOS, TIPOS):
            archivo.writestr(nombre, "<Types/>")
    return destino.getvalue()


def locked() -> bytes:
    """Return a zip that says that its parts have a password."""
    data = bytearray(packed({TIPOS: b"<Types/>"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


REFUSED = [
    (b"", "membrete_danado"),
    (b"Hola", "membrete_danado"),
    (b"%PDF-1.7 ...", "membrete_danado"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "membrete_antiguo"),
    (b"PK" + b"\x00" * MAX_BYTES, "membrete_grande"),
    (MEMBRETE.read_bytes()[:2000], "membrete_danado"),
    (packed({"hola.txt": b"Hola"}), "membrete_danado"),
    (repeated(), "membrete_danado"),
    (locked(), "membrete_danado"),
    (with_part("word/ceros.bin", b"\x00" * 3_000_000), "membrete_peligroso"),
    (packed(good() | {f"word/{n}.bin": b"" for n in range(2001)}), "membrete_peligroso"),
    (with_part("word/styles.xml", DOCTYPE), "membrete_peligroso"),
    (with_part("word/styles.xml", DOCTYPE.decode().encode("utf-16")), "membrete_peligroso"),
    (with_part("customXml/item1.xml", DOCTYPE), "membrete_peligroso"),
    (with_part("word/_rels/document.xml.rels", DOCTYPE), "membrete_peligroso"),
    (with_part(TIPOS, DOCTYPE), "membrete_peligroso"),
    (with_part(TIPOS, b"<Types>"), "membrete_danado"),
    (with_part("word/header1.xml", b""), "membrete_danado"),
    (with_part("word/header1.xml", b'<?xml version="1.0" encoding="ninguna"?><a/>'), "membrete_danado"),
    (with_part("word/vbaProject.bin", b"macro"), "membrete_macros"),
    (with_part("word/activeX/activeX1.bin", b"control"), "membrete_macros"),
    (with_change(TIPOS, "wordprocessingml.document.main", "ms-word.document.macroEnabled.main"), "membrete_macros"),
]


@pytest.mark.parametrize(("data", "code"), REFUSED, ids=range(len(REFUSED)))
def test_a_bad_letterhead_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        check_letterhead(data)
    assert refused.value.code == code
    assert mensaje(refused.value).startswith("El membrete ")


def test_the_letterhead_that_ships_is_welcome() -> None:
    check_letterhead(MEMBRETE.read_bytes())


def test_a_template_is_taken_as_the_document_it_makes() -> None:
    check_letterhead(with_change(TIPOS, "document.main+xml", "template.main+xml"))


def test_a_workbook_is_no_letterhead() -> None:
    hoja = with_change(TIPOS, "wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml")
    assert code_of(check_letterhead, hoja) == "membrete_danado"


def test_parts_survive_being_read_and_written() -> None:
    partes = good()
    assert read_container(write_container(partes).getvalue()) == partes
    assert zipfile.ZipFile(write_container(partes)).namelist()[0] == TIPOS


def refusal(data: bytes, path: Path) -> str:
    """Write on a letterhead; return the code with which it was refused, empty when the document opens."""
    try:
        write(path, BOLETIN, data)
    except UserError as refused:
        return refused.code
    assert BOLETIN.nombre in texts(read(path))
    return ""


@pytest.fixture(scope="module")
def salida(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("salida") / "boletin.docx"


@given(lugar=st.integers(0, 5000), dano=st.binary(min_size=1, max_size=8))
def test_damage_anywhere_gives_a_sentence_or_a_document(salida: Path, lugar: int, dano: bytes) -> None:
    data = bytearray(MEMBRETE.read_bytes())
    data[lugar % len(data) : lugar % len(data) + len(dano)] = dano
    assert refusal(bytes(data), salida) in {"", *CODES}


@given(
    nombre=st.sampled_from(sorted(good())),
    corte=st.tuples(st.integers(0, 4000), st.integers(0, 30)),
    dano=st.sampled_from(["", "<", '"', "0", "x", "<w:p/>", "<w:sectPr/>", 'w:val=""']),
)
def test_damage_inside_a_part_gives_a_sentence_or_a_document(
    salida: Path, nombre: str, corte: tuple[int, int], dano: str
) -> None:
    contenido = good()[nombre].decode()
    lugar = corte[0] % len(contenido)
    roto = contenido[:lugar] + dano + contenido[lugar + corte[1] :]
    assert refusal(with_part(nombre, roto.encode()), salida) in {"", *CODES}


PARTES = ("styles", "settings", "header", "footer", "numbering", "officeDocument", "fontTable")


@pytest.mark.parametrize("tipo", PARTES)
@pytest.mark.parametrize("otro", PARTES)
def test_parts_that_pass_for_others_give_a_sentence_or_a_document(salida: Path, tipo: str, otro: str) -> None:
    relaciones = "_rels/.rels" if tipo == "officeDocument" else "word/_rels/document.xml.rels"
    data = with_change(relaciones, f"relationships/{tipo}", f"relationships/{otro}")
    assert refusal(data, salida) in {"", *CODES}
