"""How long a message is on a network, counted as the network does. What each one does is data (``RedSocial``).

Links are those that begin with http:// or https:// and, on X, addresses without it; other networks that make links of
those count them letter by letter. Positions do not matter here, only how many.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from promueve_gui.domain.patterns import pattern
from promueve_gui.domain.vocabularios import ConteoRed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Punctuation after a URL is not part of it, nor a parenthesis that does not open in it; quotes and «<» never are.
_SIGNO = r"[^\s()<>\"«»“”]"
_FINAL = rf"(?:\([^\s()]*\)|(?![.,;:!?\]'’*…–—]){_SIGNO})"
_CAMINO = rf"(?:{_SIGNO}|\([^\s()]*\))*{_FINAL}"
URL = pattern(rf"https?://{_CAMINO}", re.IGNORECASE)
# What twitter-text takes for an address without http://: a name that ends as those of the web do. One of a country
# needs three parts, or a path: «datos.gob.mx» and «t.mx/x» are links, «gob.mx» is none. Those of .co and .tv do not.
_GENERICOS = "com|org|net|edu|gov|int|mil|info|biz|name|pro|app|dev|online|site|xyz"
_PARTE = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
_PAIS = r"[a-z]{2}(?![\w@])"
# Made when the first message is counted, and not at every start: it takes as long as all others here together.
_SIN_PROTOCOLO = (
    rf"(?<![\w@＠$#＃./-])(?:(?:{_PARTE}\.)+(?:{_GENERICOS})(?![\w@]|\.{_PAIS})|(?:{_PARTE}\.){{2,}}{_PAIS}"
    rf"|{_PARTE}\.(?:[a-z]{{2}}(?=/[^\s])|(?:co|tv)(?![\w@-]|\.\w)))(?::\d+)?(?:/{_CAMINO})?"
)
# Mastodon counts «@nombre@servidor» as «@nombre» (documentation of its users: Posting, Mentions).
_MENCION = pattern(r"(?<![\w@/.])(@\w+(?:[.-]\w+)*)@[\w-]+(?:\.[\w-]+)+")
_SE_UNE, _TECLA, _EN_COLOR = "\u200d", "\u20e3", "\ufe0f"
_PRIMER_EMOJI = "\U0001f000"
_REGION = ("\U0001f1e6", "\U0001f1ff")
# Weight 100 of 200 in the published configuration of twitter-text, version 3; all else counts two.
_LIGEROS = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))


def largo_en_red(texto: str, conteo: ConteoRed | None = None, cuenta_url: int | None = None) -> int:
    """Return how many characters a network counts in a message, each link as ``cuenta_url``.

    ``None``, or zero, counts links in full. The text is composed first (NFC), as all networks do.
    """
    compuesto = unicodedata.normalize("NFC", texto.strip())
    if conteo is ConteoRed.VISIBLES_SIN_SERVIDOR:
        compuesto = _MENCION.sub(r"\1", compuesto)
    contar = _MANERAS[conteo or ConteoRed.CARACTERES]
    if not cuenta_url:
        return contar(compuesto)
    sin_ligas, cuantas = URL.subn("\n", compuesto)  # a line break joins with nothing
    if conteo is ConteoRed.PONDERADO:
        sin_ligas, mas = re.subn(_SIN_PROTOCOLO, "\n", sin_ligas, flags=re.IGNORECASE)
        cuantas += mas
    return contar(sin_ligas) + cuantas * (cuenta_url - 1)


def signos(texto: str) -> list[str]:
    """Return a text cut into what people see as one sign each: a letter with its accents, an emoji with its parts.

    It follows Unicode's extended grapheme clusters (UAX #29) in what is written to the public: marks, emoji joined,
    coloured, or made keys, flags, and Hangul written by its parts.
    """
    hallados: list[str] = []
    for letra in texto:
        if hallados and _sigue(hallados[-1], letra):
            hallados[-1] += letra
        else:
            hallados.append(letra)
    return hallados


def _sigue(signo: str, letra: str) -> bool:
    """Tell whether a character belongs to the sign before it."""
    if letra < "\u0300":
        return letra == "\n" and signo == "\r"
    if signo in {"\r", "\n"}:
        return False
    if letra in {_SE_UNE, "\u200c"} or unicodedata.category(letra) in {"Mn", "Me", "Mc"} or _tine(letra):
        return True
    if signo.endswith(_SE_UNE):
        return _es_pictograma(letra)
    if _es_region(letra):
        return len(signo) == 1 and _es_region(signo)
    return _es_parte_hangul(signo[-1], letra)


def _tine(letra: str) -> bool:
    """Tell whether a character colours the emoji before it, or tags it as the flag of a part of a country."""
    return "\U0001f3fb" <= letra <= "\U0001f3ff" or "\U000e0020" <= letra <= "\U000e007f"


def _es_region(letra: str) -> bool:
    return _REGION[0] <= letra[0] <= _REGION[1]


def _es_pictograma(letra: str) -> bool:
    return letra >= _PRIMER_EMOJI or unicodedata.category(letra) == "So"


def _es_parte_hangul(antes: str, letra: str) -> bool:
    if "\u1100" <= antes <= "\u115f":
        return "\u1100" <= letra <= "\u11a7" or "\uac00" <= letra <= "\ud7a3"
    return "\u1160" <= letra <= "\u11ff" and ("\u1160" <= antes <= "\u11ff" or "\uac00" <= antes <= "\ud7a3")


def _es_emoji(signo: str) -> bool:
    return signo[0] >= _PRIMER_EMOJI or _EN_COLOR in signo or signo.endswith(_TECLA) or any(map(_tine, signo))


def _ponderado(texto: str) -> int:
    return sum(2 if _es_emoji(signo) else sum(map(_peso, signo)) for signo in signos(texto))


def _peso(letra: str) -> int:
    return 1 if any(desde <= ord(letra) <= hasta for desde, hasta in _LIGEROS) else 2


def _visibles(texto: str) -> int:
    return len(signos(texto))


def _emoji_en_bytes(texto: str) -> int:
    return sum(len(signo.encode()) if _es_emoji(signo) else len(signo) for signo in signos(texto))


_MANERAS: Mapping[ConteoRed, Callable[[str], int]] = {
    ConteoRed.CARACTERES: len,
    ConteoRed.PONDERADO: _ponderado,
    ConteoRed.VISIBLES: _visibles,
    ConteoRed.VISIBLES_SIN_SERVIDOR: _visibles,
    ConteoRed.EMOJI_EN_BYTES: _emoji_en_bytes,
}
