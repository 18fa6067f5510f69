"""Whatever the bytes, a file is read or refused: nothing else ever comes out."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promueve_gui.adapters.sources.detection import read_source
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError
from tests.adapters.sources.fabrica import DATOS, TITULOS_B, con_parte, fila, libro, mensajes, parte, texto_csv

SANOS = {
    **{ruta.name: ruta.read_bytes() for ruta in sorted(DATOS.iterdir())},
    "inventario.xlsx": libro({"Inventario": [["=Otra!A1", *TITULOS_B[1:]], fila()], "Otra": [["Responsable"]]}),
}


def sentences(contenido: bytes) -> list[str]:
    """Read some bytes as a file and return what the user is told of it."""
    with tempfile.TemporaryDirectory() as carpeta:
        ruta = Path(carpeta) / "fuente"
        ruta.write_bytes(contenido)
        try:
            lectura = read_source(ruta)
        except UserError as refused:
            return [mensaje(refused)]
    assert all(conjunto.valores["nombre"] for conjunto in lectura.conjuntos)
    return mensajes(lectura)


def read_or_refuse(contenido: bytes) -> None:
    """Hold the reader to its word: sentences, and nothing else."""
    assert all(frase.endswith(".") for frase in sentences(contenido))


@given(st.binary(max_size=400))
def test_random_bytes(contenido: bytes) -> None:
    read_or_refuse(contenido)


@given(st.text(alphabet='ab,;"\n\r\t{}[]:é0-', max_size=200))
def test_random_text_under_a_sound_header(texto: str) -> None:
    read_or_refuse((texto_csv() + texto).encode())


@pytest.mark.parametrize("nombre", SANOS)
@settings(max_examples=40)
@given(datos=st.data())
def test_sound_files_spoilt_at_random(nombre: str, datos: st.DataObject) -> None:
    contenido = bytearray(SANOS[nombre])
    for _ in range(datos.draw(st.integers(1, 6))):
        donde = datos.draw(st.integers(0, len(contenido)))
        contenido[donde : donde + datos.draw(st.integers(0, 40))] = datos.draw(st.binary(max_size=12))
    read_or_refuse(bytes(contenido))


@pytest.mark.parametrize(
    "nombre", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]
)
@settings(max_examples=40)
@given(datos=st.data())
def test_parts_of_a_workbook_spoilt_at_random(nombre: str, datos: st.DataObject) -> None:
    contenido = bytearray(parte(SANOS["inventario.xlsx"], nombre))
    donde = datos.draw(st.integers(0, len(contenido)))
    cambio = datos.draw(st.sampled_from((b"", b"9", b"<", b"A", b'"')))
    contenido[donde : donde + datos.draw(st.integers(0, 60))] = cambio
    read_or_refuse(con_parte(SANOS["inventario.xlsx"], nombre, bytes(contenido)))


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), lambda hijo: st.lists(hijo, max_size=3))
)
def test_random_values_in_a_catalogue(valor: object) -> None:
    claves = (
        "title",
        "identifier",
        "modified",
        "keyword",
        "publisher",
        "distribution",
        "public",
        "resources",
        "extras",
    )
    read_or_refuse(json.dumps({"dataset": [{"title": "A", **dict.fromkeys(claves, valor)}, {"title": "B"}]}).encode())
