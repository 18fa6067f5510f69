"""Paragraphs as HTML: plain, semantic elements that any portal takes and dresses in its own styles.

Nothing of what users wrote is markup here: all of it is escaped, and links lead to the web or to a mailbox alone.
Standard: HTML Living Standard; headings in order, one level at a time (WCAG 2.2, 1.3.1 and 2.4.6).
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from promueve_gui.adapters.word.blocks import Estilo
from promueve_gui.domain.enlaces import revisar_correo
from promueve_gui.domain.enriquecido import limpio

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from promueve_gui.adapters.word.blocks import Parrafo
    from promueve_gui.adapters.word.text import Tramo

IDIOMA = "es-MX"
EN_PAGINA, EN_FRAGMENTO = 1, 2  # level of the title: a portal's page has a first heading of its own
_NIVELES = {Estilo.TITULO: 0, Estilo.SECCION: 1, Estilo.APARTADO: 2}
_LISTAS = {Estilo.SUMARIO: "ul", Estilo.VINETA: "ul", Estilo.NUMERO: "ol"}
_LARGO_DESCRIPCION = 300  # characters of the description that searching shows
_PAGINA = """\
<!DOCTYPE html>
<html lang="{idioma}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{titulo}</title>
{datos}</head>
<body>
<main>
{cuerpo}
</main>
</body>
</html>
"""


def fragment(parrafos: Iterable[Parrafo]) -> str:
    """Return paragraphs as an article to put into a page: its title is a heading of the second level."""
    return f'<article lang="{IDIOMA}">\n{body(parrafos, EN_FRAGMENTO)}\n</article>\n'


def page(parrafos: Sequence[Parrafo], titulo: str, autor: str) -> str:
    """Return paragraphs as a whole page, with title, author and description; without styles or scripts."""
    descripcion = next((p.texto for p in parrafos if p.estilo is Estilo.TEXTO), "")
    datos = {"author": " ".join(autor.split()), "description": _cut(descripcion)}
    metas = "".join(f'<meta name="{nombre}" content="{_said(dicho)}">\n' for nombre, dicho in datos.items() if dicho)
    cuerpo = f"<article>\n{body(parrafos, EN_PAGINA)}\n</article>"
    return _PAGINA.format(idioma=IDIOMA, titulo=_said(" ".join(titulo.split())), datos=metas, cuerpo=cuerpo)


def body(parrafos: Iterable[Parrafo], nivel: int) -> str:
    """Return paragraphs as elements, a line each; titles are headings of ``nivel`` and parts of those beneath."""
    lineas: list[str] = []
    arriba: list[int] = []  # the headings that the next one may stand under, so that no level is skipped
    for estilo, iguales in groupby(parrafos, key=lambda parrafo: parrafo.estilo):
        if estilo in _LISTAS:
            lineas += _list(_LISTAS[estilo], list(iguales))
        elif estilo in _NIVELES:
            propio = _NIVELES[estilo]
            arriba = [*(otro for otro in arriba if otro < propio), propio]
            etiqueta = f"h{nivel + len(arriba) - 1}"
            lineas += [f"<{etiqueta}>{_inline(parrafo.tramos)}</{etiqueta}>" for parrafo in iguales]
        elif estilo is Estilo.CITA:
            lineas += ["<blockquote>", *map(_paragraph, iguales), "</blockquote>"]
        else:
            lineas += map(_paragraph, iguales)
    return "\n".join(lineas)


def _list(etiqueta: str, items: list[Parrafo]) -> list[str]:
    inicio = items[0].numero
    desde = f' start="{inicio}"' if etiqueta == "ol" and inicio > 1 else ""
    return [f"<{etiqueta}{desde}>", *(f"<li>{_inline(item.tramos)}</li>" for item in items), f"</{etiqueta}>"]


def _paragraph(parrafo: Parrafo) -> str:
    return f"<p>{_inline(parrafo.tramos)}</p>"


def _inline(tramos: Iterable[Tramo]) -> str:
    return "".join(map(_stretch, tramos))


def _stretch(tramo: Tramo) -> str:
    dicho = _said(tramo.texto).replace("\n", "<br>").replace("\t", " ")
    if tramo.enfasis:
        dicho = f"<em>{dicho}</em>"
    if tramo.fuerte:
        dicho = f"<strong>{dicho}</strong>"
    return f'<a href="{_said(tramo.enlace)}">{dicho}</a>' if _may_be_followed(tramo.enlace) else dicho


def _may_be_followed(enlace: str) -> bool:
    """Tell whether a link leads to the web or to a mailbox, whoever made it."""
    esquema, _, resto = enlace.partition(":")
    if esquema == "mailto":
        return revisar_correo(resto) is None
    return esquema in {"http", "https"} and resto.startswith("//")


def _said(texto: str) -> str:
    return escape(limpio(texto))


def _cut(texto: str) -> str:
    junto = " ".join(texto.split())
    if len(junto) <= _LARGO_DESCRIPCION:
        return junto
    return f"{junto[:_LARGO_DESCRIPCION].rpartition(' ')[0] or junto[:_LARGO_DESCRIPCION]}…"
