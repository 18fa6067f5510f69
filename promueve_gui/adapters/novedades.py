"""News by e-mail as a draft (``.eml``): text and HTML, blind copies, and how to get no more. Nothing is sent here.

Standards: RFC 5322 and MIME, and RFC 2369 for ``List-Unsubscribe``, by which mail programs offer to leave a list.
"""

from __future__ import annotations

from email.headerregistry import Address
from typing import TYPE_CHECKING
from urllib.parse import quote

from promueve_gui.adapters.correo import as_html, lines_of, new_draft, save, set_body
from promueve_gui.adapters.portal.html import EN_PAGINA, body
from promueve_gui.adapters.portal.plain import plain_text
from promueve_gui.adapters.portal.summary import summary
from promueve_gui.application.newsletters import ASUNTO_BAJA

if TYPE_CHECKING:
    from pathlib import Path

    from promueve_gui.application.newsletters import Novedades


def write_news(novedades: Novedades, path: Path) -> None:
    """Write a draft of news to ``path``. Raises ``OSError``."""
    mensaje = new_draft(novedades.asunto, novedades.momento)
    if novedades.para:
        mensaje["To"] = Address(addr_spec=novedades.para)
        mensaje["List-Unsubscribe"] = f"<mailto:{quote(novedades.para, safe='@.+_-')}?subject={quote(ASUNTO_BAJA)}>"
    mensaje["Bcc"] = [Address(addr_spec=correo) for correo in novedades.cco]
    set_body(mensaje, news_text(novedades), news_html(novedades))
    save(mensaje, path)


def news_text(novedades: Novedades) -> str:
    """Return the message as text."""
    dichos = [plain_text(summary(uno, novedades.proyecto)) for uno in novedades.contenidos]
    return lines_of("\n\n".join(part.strip() for part in (novedades.antes, *dichos, novedades.despues) if part.strip()))


def news_html(novedades: Novedades) -> str:
    """Return the message as HTML, without a page around it: each content is an article with its heading."""
    articulos = [body(summary(uno, novedades.proyecto), EN_PAGINA + 1) for uno in novedades.contenidos]
    partes = [
        as_html(lines_of(novedades.antes)) if novedades.antes else "",
        *(f"<article>\n{articulo}\n</article>" for articulo in articulos),
        as_html(lines_of(novedades.despues)) if novedades.despues else "",
    ]
    return "\n".join(filter(None, partes))
