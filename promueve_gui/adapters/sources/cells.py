"""What one cell says, as a value of the domain and, where it cannot be read, a complaint that says how to mend it.

Every reader here takes the text of the cell and returns ``(value, complaint)``; no complaint means that all is well.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import is_normalized, normalize

from promueve_gui.domain.fechas_leidas import ESCRIBA_DIA, ESCRIBA_MES, SIN_FECHA, dice_nada, leer_fecha
from promueve_gui.domain.formato import citar
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.vocabulario_leido import leer_acceso, leer_frecuencia

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from promueve_gui.domain.ficha import Valor
    from promueve_gui.domain.vocabularios import Acceso, Frecuencia

SIN_NOMBRE = "Recurso sin nombre"
LectorCelda: TypeAlias = "Callable[[str], tuple[Valor, str]]"

_CORREO = re.compile(r"[\w.+'-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}")
_ENTRE_CORREOS = re.compile(r"[\s,;/<>()|]+")
# In thousands parted by commas or spaces, or as spreadsheets write whole numbers; «12.000» may be twelve thousand.
_ENTERO = re.compile(r"(\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4})(?:\.0{1,2})?", re.ASCII)
_ENTIDAD = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
_MIME = re.compile(r"(?:application|text|image|audio|video)/[\w.+-]+", re.IGNORECASE)
_COMO_NADA = frozenset(dicho.partition(" ")[0] for dicho in SIN_FECHA)  # first words of all that says nothing


def linea(texto: str) -> tuple[str, str]:
    """Read one line of text: single spaces, nothing invisible, letters composed, no signs written as web pages do."""
    return tal_cual(_compuesto(texto))


def tal_cual(texto: str) -> tuple[str, str]:
    """Read an identifier or an address: a line whose letters stay as they are, since by them it is found elsewhere."""
    texto = _sin_entidades(texto)
    if texto.isprintable() and "  " not in texto:
        return texto.strip(), ""
    return " ".join("".join(map(_visible, texto)).split()), ""


linea_repetida = lru_cache(maxsize=4096)(linea)  # for columns that say the same in many rows


def nombre(texto: str) -> tuple[str, str]:
    """Read a name; «No aplica» is none."""
    leido = linea(texto)[0]
    return "" if no_aplica(leido) else leido, ""


nombre_repetido = lru_cache(maxsize=4096)(nombre)  # as ``linea_repetida``


def nombres(textos: Sequence[str]) -> list[str]:
    """Read many names at once, each as ``nombre`` does."""
    leidos = _leidos(linea, textos)
    if any(map(_begins_like_nothing, {leido.partition(" ")[0] for leido in leidos if leido})):
        return ["" if no_aplica(leido) else leido for leido in leidos]
    return leidos


def parrafo(texto: str) -> tuple[str, str]:
    """Read a text of several lines, each cleaned by itself."""
    texto = _sin_entidades(_compuesto(texto))
    if texto.isprintable():
        return texto.strip(), ""
    return "\n".join(linea(renglon)[0] for renglon in texto.splitlines()).strip(), ""


def parrafos(textos: Sequence[str]) -> list[str]:
    """Read many texts at once, each as ``parrafo`` does."""
    return _leidos(parrafo, textos)


def _leidos(leer: Callable[[str], tuple[str, str]], textos: Sequence[str]) -> list[str]:
    """Read texts of which nothing is complained; where none needs mending, as nearly always, in a fifth of the time."""
    juntos = "|".join(set(textos))
    if juntos.isprintable() and "  " not in juntos and "&" not in juntos and is_normalized("NFC", juntos):
        return [texto.strip() for texto in textos]
    return [leer(texto)[0] for texto in textos]


def _compuesto(texto: str) -> str:
    """Return the text with each accent in its letter: macOS writes names with accents apart, which look the same."""
    return texto if texto.isascii() else normalize("NFC", texto)


def _sin_entidades(texto: str) -> str:
    """Return ``Direcci&oacute;n`` as «Dirección»."""
    return _ENTIDAD.sub(lambda hallada: unescape(hallada[0]), texto) if "&" in texto else texto


def _visible(signo: str) -> str:
    return signo if signo.isprintable() else " " * signo.isspace()


@lru_cache(maxsize=4096)
def fecha(texto: str) -> tuple[date | None, str]:
    """Read a date; «No aplica» is none."""
    leida = leer_fecha(texto)
    return leida.fecha, f"la fecha «{citar(texto)}» {leida.error}; {leida.remedio}" if leida.error else ""


def dia(texto: str) -> tuple[date | None, str]:
    """Read a date of a column that asks for the day too."""
    leida, queja = fecha(texto)
    return leida, queja.replace(ESCRIBA_MES, ESCRIBA_DIA)


@lru_cache(maxsize=1024)
def acceso(texto: str) -> tuple[Acceso | None, str]:
    """Read a degree of publicity."""
    leido = leer_acceso(texto)
    if leido or not texto.strip():
        return leido, ""
    return None, f"el acceso «{citar(texto)}» no se conoce; escriba Público, Restringido o Privado"


@lru_cache(maxsize=1024)
def frecuencia(texto: str) -> tuple[Frecuencia | None, str]:
    """Read a frequency of update, in words or as an ISO 8601 period."""
    leida = leer_frecuencia(texto)
    if leida or dice_nada(plegar(texto)):
        return leida, ""
    return None, f"la frecuencia «{citar(texto)}» no se conoce; escriba por ejemplo mensual, anual o R/P1M"


@lru_cache(maxsize=1024)
def correo(texto: str) -> tuple[str, str]:
    """Read an e-mail address: the first sound one where there are several."""
    partes = [parte.removeprefix("mailto:").strip(".") for parte in _ENTRE_CORREOS.split(texto.strip()) if parte]
    validos = [parte for parte in partes if _CORREO.fullmatch(parte)]
    if not validos and dice_nada(plegar(texto)):
        return "", ""
    if not validos:
        return "", f"el correo «{citar(texto)}» no es válido; escríbalo como nombre@institucion.gob.mx"
    if len(validos) > 1:
        return validos[0], f"hay varios correos y se tomó el primero, {validos[0]}; deje uno solo por celda"
    return validos[0], ""


def entero(texto: str) -> tuple[int | None, str]:
    """Read a whole number, its thousands parted or not."""
    limpio = texto.strip()
    if not limpio:
        return None, ""
    if entero := _ENTERO.fullmatch(limpio):
        return int("".join(filter(str.isdecimal, entero[1]))), ""
    if limpio.isdecimal():
        return None, f"el tamaño «{citar(texto)}» es demasiado grande; escríbalo en bytes"
    return None, f"el tamaño «{citar(texto)}» no es un número entero; escríbalo en bytes, solo con cifras"


@lru_cache(maxsize=1024)
def es_tipo_mime(valor: Valor) -> bool:
    """Tell whether ``valor`` names a format (``text/csv``), which the official tool wrote where the platform goes."""
    return isinstance(valor, str) and _MIME.fullmatch(valor) is not None


def no_aplica(texto: str) -> bool:
    """Tell whether ``texto`` only says that there is nothing to say."""
    palabras = texto.split(maxsplit=1)
    return not palabras or (_begins_like_nothing(palabras[0]) and dice_nada(plegar(texto)))


def _begins_like_nothing(palabra: str) -> bool:
    """Tell whether what begins with a word may say nothing; few words do, and they repeat where whole texts do not."""
    primera = plegar(palabra).partition(" ")[0]
    return primera in _COMO_NADA or primera.rstrip(".") in _COMO_NADA


def name_resource(valores: dict[str, Valor], decir: Callable[[str, str], None]) -> None:
    """Give a name to a resource that has none, and say so: to ``decir``, what was found and the complaint."""
    if "nombre" in valores:
        return
    valores["nombre"] = valores.get("url") or SIN_NOMBRE
    usado = "su dirección" if "url" in valores else f"«{SIN_NOMBRE}»"
    decir("", f"falta el nombre del recurso y se usó {usado}; escríbalo")
