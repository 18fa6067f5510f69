"""What tells apart two names that are otherwise alike: numbers, Roman and ordinal ones too, and lone letters."""

from __future__ import annotations

import re

_ROMANO = re.compile(r"(?=.)(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALORES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MINUSCULAS = re.compile(r"x{0,3}(?:ix|iv|vi{0,3}|i{2,3})")  # Roman numerals that are no word when not in capitals
_ORDINAL = re.compile(r"0*(\d+)(?:a|o|er|ro|ra|do|da|ero|era|va|vo|ta|to)?")
_ORDINALES = {
    palabra: str(numero)
    for numero, palabras in enumerate(
        (
            "primer primero primera primeros primeras", "segundo segunda segundos segundas", "tercer tercero tercera",
            "cuarto cuarta", "quinto quinta", "sexto sexta", "septimo septima", "octavo octava", "noveno novena",
            "decimo decima",
        ),
        start=1,
    )
    for palabra in palabras.split()
}  # fmt: skip


def marca(plegada: str, *, mayusculas: bool, ultima: bool) -> str:
    """Return the number or letter that a folded word stands for, or nothing when it is a word like others.

    ``mayusculas`` tells that it was written in capitals, ``ultima`` that it ends the name: «Zona A», but «a las».
    """
    if plegada[0].isdigit():
        numero = _ORDINAL.fullmatch(plegada)
        return numero[1] if numero else plegada
    if plegada in _ORDINALES:
        return _ORDINALES[plegada]
    if len(plegada) == 1:
        return _letra(plegada, mayusculas=mayusculas, ultima=ultima)
    if _ROMANO.fullmatch(plegada) and (mayusculas or _MINUSCULAS.fullmatch(plegada)):
        return _arabigo(plegada)
    return plegada if any(signo.isdigit() for signo in plegada) else ""


def _letra(letra: str, *, mayusculas: bool, ultima: bool) -> str:
    if letra in "ivx" and (mayusculas or ultima):
        return _arabigo(letra)
    return letra if ultima or (mayusculas and letra not in "aeouy") else ""


def _arabigo(romano: str) -> str:
    valores = [_VALORES[letra] for letra in romano]
    siguientes = [*valores[1:], 0]
    return str(sum(-v if v < s else v for v, s in zip(valores, siguientes, strict=True)))
