"""What people may do to the label of a line without its becoming text."""

from __future__ import annotations

import pytest

from promueve_gui.domain.etiqueta_devuelta import EtiquetaLeida, leer_etiqueta


@pytest.mark.parametrize(
    ("etiqueta", "antes", "renglon", "dicha", "texto"),
    [
        ("Autor: ", "Ana Ríos", "Autor: Ana Ríos", "Autor:", "Ana Ríos"),
        ("Autor: ", "Ana Ríos", "Autor: Luis", "Autor:", "Luis"),
        ("Autor: ", "Ana Ríos", "Autor:", "Autor:", ""),
        ("Autor: ", "Ana Ríos", "Autora: Ana Ríos", "Autora:", "Ana Ríos"),
        ("Autor: ", "Ana Ríos", "Autor (es): Ana Ríos y Luis", "Autor (es):", "Ana Ríos y Luis"),
        ("Autor: ", "Ana Ríos", "Autora Ana Ríos", "Autora", "Ana Ríos"),
        ("Autor: ", "Ana Ríos", "Ana Ríos", "", "Ana Ríos"),
        ("Autor: ", "Ana Ríos", "Escrito por Luis", "", "Escrito por Luis"),
        ("Notas: ", "Uno", "Conviene decir al final de esta lámina lo siguiente: dos", "", None),
        ("Folio: ", "5", "Folios: 15", "Folios:", "15"),
        ("Público\t", "Cabildos", "Público\tCabildos", "Público", "Cabildos"),
        ("Público\t", "Cabildos", "Públicos\tTodos", "Públicos", "Todos"),
        ("Público\t", "Cabildos", "Público y otros\tTodos", "Público y otros", "Todos"),
        ("Público\t", "Cabildos", "Público: Todos", "Público:", "Todos"),
        ("Público\t", "Cabildos", "Públicos todos", "", "Públicos todos"),
        ("1. ", "Portada", "1. Otra", "1.", "Otra"),
        ("1. ", "Portada", "2) Otra", "2)", "Otra"),
        ("1. ", "Portada", "Otra. Y más", "", "Otra. Y más"),
        ("Comunicado No. ", "012/2026", "comunicado núm. 013/2026", "comunicado núm.", "013/2026"),
        ("Comunicado No. ", "012/2026", "Boletín No. 013/2026", "", "Boletín No. 013/2026"),
    ],
)
def test_a_label_ends_where_the_text_begins(
    etiqueta: str, antes: str, renglon: str, dicha: str, texto: str | None
) -> None:
    leida = leer_etiqueta(renglon, etiqueta, antes)
    assert (leida.dicha, renglon[leida.fin :].strip()) == (dicha, renglon if texto is None else texto)


def test_where_nothing_stood_before_it_is_found_all_the_same() -> None:
    assert leer_etiqueta("Autor: Ana", "Autor: ", "") == EtiquetaLeida(7, "Autor:")
