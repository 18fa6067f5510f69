"""Drafts of e-mail as ``.eml`` files: a mail program opens them ready to be looked over and sent. Nothing is sent here.

Standard: RFC 5322 and MIME; the name of the attachment as RFC 2231 asks and, for older programs, in ASCII too.
``X-Unsent`` is how Outlook knows a draft from a message that came.
"""

from __future__ import annotations

import re
import unicodedata
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import make_msgid
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from promueve_gui.application.correos import Borrador

EXCEL = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_DOMINIO = "promueve.invalid"  # of the identity of the message; reserved, so that it is nobody's (RFC 2606)
_ILEGALES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_AJENOS = re.compile(r"[^\w .()-]+", re.ASCII)
_LARGO_ASCII = 60  # characters that fit on the line of a header, beyond which the name would be cut in pieces
_HTML = """\
<!DOCTYPE html>
<html lang="es-MX">
<head><meta charset="utf-8"><title>{asunto}</title></head>
<body style="font-family: Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.4; max-width: 42em">
{parrafos}
</body>
</html>
"""


class _Policy(EmailPolicy):
    """Messages as they travel; their subject is folded by the old means, for the new one loses spaces in Spanish."""

    def header_store_parse(self, name: str, value: str) -> tuple[str, str]:
        """Return a header as it is kept: a subject ready to be written, all of it encoded if any of it must be."""
        if name != "Subject":
            return super().header_store_parse(name, value)
        plano = value.isascii() and "=?" not in value
        return name, Header(value, "us-ascii" if plano else "utf-8", header_name=name).encode()


_SMTP = _Policy(linesep="\r\n")


def write_draft(borrador: Borrador, path: Path) -> None:
    """Write a draft to ``path``. Raises ``OSError``, also when what it carries cannot be read.

    Whatever subject and text hold, they stay in their place: no line break of theirs begins a header.
    """
    texto = lines_of(borrador.texto)
    mensaje = new_draft(borrador.asunto, borrador.momento)
    if borrador.para:
        mensaje["To"] = [Address(addr_spec=correo) for correo in borrador.para]
    set_body(mensaje, texto, as_html(texto))
    _attach(mensaje, borrador.adjunto)
    save(mensaje, path)


def new_draft(asunto: str, momento: datetime) -> EmailMessage:
    """Return a draft with its subject and its date, which is aware."""
    mensaje = EmailMessage(policy=_SMTP)
    mensaje["X-Unsent"] = "1"
    mensaje["Subject"] = " ".join(_clean(asunto).split())
    mensaje["Date"] = momento
    mensaje["Message-ID"] = make_msgid(domain=_DOMINIO)
    return mensaje


def set_body(mensaje: EmailMessage, texto: str, html: str) -> None:
    """Give a draft its body twice: as text, and as the HTML that goes into a simple page."""
    pagina = _HTML.format(asunto=escape(mensaje["Subject"]), parrafos=html)
    mensaje.set_content(texto, cte="quoted-printable")
    mensaje.add_alternative(pagina, subtype="html", cte="quoted-printable")


def save(mensaje: EmailMessage, path: Path) -> None:
    """Write a draft to ``path``. Raises ``OSError``."""
    mensaje["Content-Language"] = "es-MX"  # at the end: making parts takes such headers away
    path.write_bytes(mensaje.as_bytes())


def lines_of(texto: str) -> str:
    """Return a text as a body takes it: one kind of line break, one at the end, and no control characters."""
    return _clean(texto).replace("\r\n", "\n").replace("\r", "\n").strip() + "\n"


def as_html(texto: str) -> str:
    """Return the same text as paragraphs where there were blank lines, nothing of it read as HTML."""
    parrafos = [escape(parrafo).replace("\n", "<br>\n") for parrafo in re.split(r"\n\s*\n", texto.strip())]
    return "\n".join(f"<p>{parrafo}</p>" for parrafo in parrafos)


def _attach(mensaje: EmailMessage, adjunto: Path) -> None:
    tipo, subtipo = EXCEL
    mensaje.add_attachment(adjunto.read_bytes(), maintype=tipo, subtype=subtipo, filename=adjunto.name)
    *_, parte = mensaje.iter_attachments()
    parte.set_param("name", _ascii_name(adjunto))


def _ascii_name(adjunto: Path) -> str:
    plano = unicodedata.normalize("NFKD", adjunto.stem).encode("ascii", "ignore").decode()
    tronco = " ".join(_AJENOS.sub(" ", plano).split())[:_LARGO_ASCII].rstrip()
    return f"{tronco or 'Formato'}{adjunto.suffix}"


def _clean(texto: str) -> str:
    return _ILEGALES.sub("", texto)
