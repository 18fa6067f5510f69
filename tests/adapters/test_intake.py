"""What kind of file each is, whatever it is called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from promueve_gui.adapters.intake import MAX_BYTES, Envase, read_bytes, tell_container
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def code_of(ruta: Path) -> str:
    """Return the code of the error with which a file is refused."""
    with pytest.raises(UserError) as refused:
        tell_container(ruta)
    assert refused.value.data["archivo"] == ruta.name
    return refused.value.code


@pytest.mark.parametrize(
    ("contenido", "code"),
    [
        (b"", "fuente_vacia"),
        (b"  \r\n\t ", "fuente_vacia"),
        (b"\xef\xbb\xbf\n", "fuente_vacia"),
        (OLE, "fuente_xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "fuente_con_contrasena"),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "fuente_correo"),
        (OLE + "WordDocument".encode("utf-16-le"), "fuente_otro_tipo"),
        (OLE + "Workbook WordDocument".encode("utf-16-le"), "fuente_xls"),
        (b"Received: from x\r\n by y\r\nSubject: Re: formato\r\nMIME-Version: 1.0\r\n\r\nHola", "fuente_correo"),
        (b"X-Unsent: 1\nTo: a@b.mx\nSubject: formato\n\nHola", "fuente_correo"),
        (b'<?xml version="1.0"?><Workbook/>', "fuente_otro_tipo"),
        (b"%PDF-1.7 ...", "fuente_otro_tipo"),
        (b"SQLite format 3\x00...", "fuente_otro_tipo"),
        (b"SQLite format 3\x00" + bytes(52) + b"PRMV" + bytes(28), "fuente_proyecto"),
        (b"\x1f\x8b\x08...", "fuente_comprimida"),
        (
            b'<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:x">',
            "fuente_otro_tipo",
        ),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "fuente_otro_tipo"),
        (b"<html><table><tr><td>Responsable</td></tr></table></html>", "fuente_pagina_web"),
        (b"\xef\xbb\xbf  <!DOCTYPE HTML><p>Inventario", "fuente_pagina_web"),
        (bytes(range(256)) * 4, "fuente_otro_tipo"),
    ],
)
def test_what_is_no_table_is_refused_by_its_bytes(tmp_path: Path, contenido: bytes, code: str) -> None:
    ruta = tmp_path / "inventario.xls"
    ruta.write_bytes(contenido)
    assert code_of(ruta) == code


@pytest.mark.parametrize("nombre", ["~$Grupos.xlsx", "~$forme.docx", ".~lock.Grupos.xlsx#"])
def test_the_mark_of_a_file_that_is_open_is_said_to_be_one(tmp_path: Path, nombre: str) -> None:
    ruta = tmp_path / nombre
    ruta.write_bytes(b"\x04In\xe9s".ljust(165, b" "))
    assert code_of(ruta) == "fuente_marca_abierto"
    ruta.write_bytes(b"PK\x03\x04".ljust(2000, b" "))
    assert tell_container(ruta) is Envase.LIBRO


def test_a_mark_that_cannot_be_read_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "~$Grupos.xlsx").mkdir()
    with pytest.raises(UserError, match="fuente_marca_abierto"):
        read_bytes(tmp_path / "~$Grupos.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "fuente_carpeta"


@pytest.mark.parametrize("nombre", ["no-existe.csv", "nulo\x00.csv"])
def test_a_missing_file_is_refused(tmp_path: Path, nombre: str) -> None:
    assert code_of(tmp_path / nombre) == "archivo_no_existe"


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("a")
    assert code_of(tmp_path / "plan.csv" / "otro.csv") == "archivo_no_existe"


def test_a_name_that_the_system_cannot_hold_is_refused(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("x" * 5000)) == "fuente_ilegible"


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        read_bytes(tmp_path)
    assert refused.value.code == "fuente_ilegible"


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    ruta = tmp_path / "inventario.csv"
    ruta.touch()
    os.truncate(ruta, MAX_BYTES + 1)
    assert code_of(ruta) == "fuente_muy_grande"


@pytest.mark.parametrize(
    ("contenido", "envase"),
    [
        (b"PK\x03\x04", Envase.LIBRO),
        (b"Responsable,Nombre del conjunto", Envase.TEXTO),
        (b'{"dataset": []}', Envase.TEXTO),
        ("﻿Responsable".encode("utf-16"), Envase.TEXTO),
        ("¿De qué es?".encode("latin-1"), Envase.TEXTO),
        ("Responsable".encode("utf-16-le"), Envase.TEXTO),
        ("¿De qué es?".encode("utf-16-be"), Envase.TEXTO),
    ],
)
def test_books_and_texts_are_told_apart(tmp_path: Path, contenido: bytes, envase: Envase) -> None:
    ruta = tmp_path / "datos.bin"
    ruta.write_bytes(contenido)
    assert tell_container(ruta) is envase
