from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.adapters.lengua.personal import MAX_BYTES, PersonalWords, read_words
from promueve_gui.adapters.resource_root import find_root
from promueve_gui.application.mensajes import mensaje
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def test_words_are_kept_in_order_and_once(tmp_path: Path) -> None:
    path = tmp_path / "nueva" / "diccionario.txt"
    words = PersonalWords(path)
    assert words.palabras() == frozenset()
    for word in ("Tlaxiaco", "  acueducto ", "cafe\u0301", "Tlaxiaco"):
        words.agregar(word)
    assert path.read_text(encoding="utf-8") == "acueducto\ncafé\nTlaxiaco\n"
    assert PersonalWords(path).palabras() == {"acueducto", "café", "Tlaxiaco"}
    assert [file.name for file in path.parent.iterdir()] == ["diccionario.txt"]


def test_words_are_taken_out_again(tmp_path: Path) -> None:
    path = tmp_path / "diccionario.txt"
    path.write_text("Acámbaro\ncafe\u0301\nTlaxiaco\n", encoding="utf-8")
    words = PersonalWords(path)
    words.quitar(["café", "Tlaxiaco", "nunca vista"])
    assert path.read_text(encoding="utf-8") == "Acámbaro\n"


def test_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "diccionario.txt"
    path.write_bytes("\ufeffuno\r\n\r\n dos \r\n".encode())
    assert PersonalWords(path).palabras() == {"uno", "dos"}


@pytest.mark.parametrize("codificacion", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_that_another_editor_saved_keeps_its_accents(codificacion: str, tmp_path: Path) -> None:
    path = tmp_path / "diccionario.txt"
    path.write_bytes("Ñuu Savi\r\nzacahuil\r\nTepoztlán\r\n".encode(codificacion))
    words = PersonalWords(path)
    words.agregar("Ixmiquilpan")
    assert words.palabras() == {"Ñuu Savi", "zacahuil", "Tepoztlán", "Ixmiquilpan"}


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "diccionario.txt"
    path.write_bytes(b"x" * (MAX_BYTES + 1))
    words = PersonalWords(path)
    assert words.palabras() == frozenset()
    with pytest.raises(UserError) as caught:
        words.agregar("hola")
    assert "diccionario.txt" in mensaje(caught.value)
    assert path.stat().st_size == MAX_BYTES + 1


def test_a_folder_in_its_place_is_said(tmp_path: Path) -> None:
    (tmp_path / "diccionario.txt").mkdir()
    words = PersonalWords(tmp_path / "diccionario.txt")
    assert words.palabras() == frozenset()
    with pytest.raises(UserError, match="diccionario_no_guardado"):
        words.agregar("hola")


@given(st.lists(st.text(alphabet="abcñé", min_size=1, max_size=6), max_size=6))
def test_what_is_added_is_there(tmp_path_factory: pytest.TempPathFactory, palabras: list[str]) -> None:
    words = PersonalWords(tmp_path_factory.mktemp("palabras") / "d.txt")
    for palabra in palabras:
        words.agregar(palabra)
    assert words.palabras() == set(palabras)


def test_the_words_of_open_data_ship_with_the_program() -> None:
    shipped = read_words(find_root() / "diccionarios" / "datos-abiertos.txt")
    assert {"interoperabilidad", "georreferenciación", "reutilizables"} <= shipped
    assert {"montos", "descárguelos", "compártalos"} <= shipped  # which Hunspell's dictionary of Mexico lacks
    assert {"app", "geoportal", "Excel", "anticorrupción"} <= shipped
    assert all(word == word.strip() and " " not in word for word in shipped)
