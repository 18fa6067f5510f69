"""The search field over every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from promueve_gui.gui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from promueve_gui.gui.context import Context


def test_where_its_words_do_not_fit_it_says_less_and_is_still_called_the_same(
    context: Context, show: Callable[..., QWidget]
) -> None:
    search = SearchBox(context, "Buscar en recomendaciones")
    show(search, 400, 32)
    assert search.placeholderText() == "Buscar en recomendaciones"
    search.resize(150, 32)
    assert search.placeholderText() == "Buscar"
    assert search.accessibleName() == "Buscar en recomendaciones"
    search.resize(400, 32)
    assert search.placeholderText() == "Buscar en recomendaciones"
