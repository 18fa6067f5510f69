"""Other names that a record itself gives to its group: «SICT (antes SCT)», or a note that says «hoy SADER»."""

from __future__ import annotations

import re
from typing import NamedTuple

_DICHO = (
    r"(?:es (?:el|la|lo)s? mism[oa]s? que|lo mismo que|igual (?:a|que)|duplicad[oa] (?:de|con)|repetid[oa] (?:de|con)|"
    r"(?:tambi[eé]n |antes |antiguamente )?(?:llamad|conocid)[oa]s? como|tambi[eé]n llamad[oa]s?|se llama(?:ba)?|"
    r"es (?:el|la|lo)s? mism[oa]s?|"
    r"antes|anteriormente|antiguamente|antigu[oa]s?|hoy|ahora|actualmente|actual|ex|alias|(?:o )?tambi[eé]n|o sea|"
    r"es decir|(?:por )?sus siglas(?: son)?|siglas|es|son|era|v[eé]ase|ver)"
)
_ENTRADA = rf"{_DICHO}\b[\s:,]*(?:(?:el|la|los|las)\s+)?"
_EN_NOMBRE = re.compile(
    rf"(?P<propio>.+?)\s*(?:\(\s*|[,;]\s+|\s[\u2013\u2014-]\s+){_ENTRADA}(?P<otro>[^()]*\w[^()]*?)\s*\)?", re.IGNORECASE
)
_APARTE = re.compile("[(,;\u2013\u2014-]")
_EN_NOTA = re.compile(rf"\s*(?:{_ENTRADA})(?P<otro>[^.;,()]+)", re.IGNORECASE)


class Nombres(NamedTuple):
    """A name as it stands, and another of the same group, or nothing."""

    propio: str
    otro: str = ""


def partir(nombre: str) -> Nombres:
    """Return a name without the other name that it gives."""
    partes = _EN_NOMBRE.fullmatch(nombre) if _APARTE.search(nombre) else None
    return Nombres(partes["propio"], partes["otro"]) if partes else Nombres(nombre)


def en_nota(notas: str) -> str:
    """Return the name that a note begins with, when it says that it is another name; nothing if it does not."""
    partes = _EN_NOTA.match(notas)
    return partes["otro"].strip() if partes else ""
