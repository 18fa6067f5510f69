"""Names for the files that are handed over: what Windows, macOS and Linux all accept. Touches no disk."""

from __future__ import annotations

import re

from promueve_gui.domain.texto import sin_giros

LARGO_MAXIMO = 120  # characters, ending included: long folders must still fit in the 260 of old Windows programs

# What Windows refuses in a name, and control characters, become a hyphen; line breaks and tabs are mere spaces.
_PROHIBIDOS = re.compile(r'(?:\s*[<>:"/\\|?*\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]+)+\s*')
_RESERVADOS = re.compile(r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_SIN_NOMBRE = "Documento"


def nombre_de_archivo(texto: str, extension: str = "") -> str:
    """Return ``texto`` as the name of a file that ends in ``extension`` («.docx»); accents are kept.

    At most ``LARGO_MAXIMO`` characters. A name of which nothing would be left becomes «Documento».
    """
    junto = " ".join(_PROHIBIDOS.sub(_guion, sin_giros(texto)).split()).strip(" .-")
    if _RESERVADOS.match(junto):
        junto = f"_{junto}"
    cortado = junto[: LARGO_MAXIMO - len(extension)].rstrip(" .-")
    return (cortado or _SIN_NOMBRE) + extension


def _guion(hallado: re.Match[str]) -> str:
    """Return a hyphen with the spaces that writing asks for: «012/2026» becomes «012-2026», «a: b» becomes «a - b»."""
    return " - " if any(c.isspace() for c in hallado[0]) else "-"


def nombre_unico(nombre: str, usados: set[str]) -> str:
    """Return ``nombre``, or the same with «(2)», «(3)»… before its ending, and note it in ``usados``.

    Capitals make no difference, because they make none to Windows.
    """
    base, punto, extension = nombre.rpartition(".")
    tronco, final = (base, punto + extension) if base else (nombre, "")
    candidato, numero = nombre, 1
    while candidato.casefold() in usados:
        numero += 1
        marca = f" ({numero})"
        candidato = tronco[: LARGO_MAXIMO - len(final) - len(marca)].rstrip() + marca + final
    usados.add(candidato.casefold())
    return candidato
