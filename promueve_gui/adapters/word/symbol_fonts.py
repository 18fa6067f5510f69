"""What the signs of fonts such as Symbol and Wingdings look like: there a letter is only the place of a drawing.

Word puts them in of its own accord, for «-->» or «:)», and LibreOffice saves them as letters of the private-use area.
Places and drawings are those of Unicode's table for Symbol (VENDORS/ADOBE/symbol.txt) and of its proposal for Wingdings
(ISO/IEC JTC1/SC2/WG2 N4384); where that has a drawing that few fonts know, the nearest one stands for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from promueve_gui.domain.texto import plegar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

_PRIVADA = 0xF000  # where programs put the 256 places of such a font
_POR_FUENTE: Mapping[str, Mapping[int, str]] = {
    "symbol": {
        0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
        0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑",
        0xF1: "⟩∫",
    },
    "wingdings": {
        0x20: " ",
        0x22: "✂",
        0x28: "☎✆✉",
        0x36: "⌛⌨",
        0x3F: "✍",
        0x41: "✌👌👍👎☜☞☝☟",
        0x4A: "☺😐☹💣",
        0x51: "✈☼💧❄",
        0x5E: "♈♉♊♋♌♍♎♏♐♑♒♓",
        0x6C: "●❍■□",
        0x71: "❑❒⬧⧫◆❖⬥",
        0x81: "①②③④⑤⑥⑦⑧⑨⑩",
        0x8C: "❶❷❸❹❺❻❼❽❾❿",
        0x9E: "·•",
        0xA1: "○",
        0xA7: "▪◻",
        0xAA: "✦★✶",
        0xD8: "➢",
        0xDF: "←→↑↓↖↗↙↘⬅➔⬆⬇",
        0xEF: "⇦⇨⇧⇩⬄⇳",
        0xFB: "✗✓☒☑",
    },
    "wingdings 2": {0x20: " ", 0x4F: "✗✓☒☑", 0xA3: "□"},
    "wingdings 3": {0x20: " "},
    "webdings": {0x20: " "},
}
_SIGNOS = {
    fuente: {desde + paso: signo for desde, tramo in tramos.items() for paso, signo in enumerate(tramo)}
    for fuente, tramos in _POR_FUENTE.items()
}


def font_of(run: BaseOxmlElement) -> str:
    """Return the font of a run if it is one of drawings, empty otherwise."""
    letra = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    dichas = (plegar(letra.get(qn(lado), "")) for lado in ("w:ascii", "w:hAnsi")) if letra is not None else ()
    return next((dicha for dicha in dichas if dicha in _SIGNOS), "")


def visible(texto: str, fuente: str) -> str:
    """Return what readers see of a text in such a font; signs that nobody knows are left out."""
    signos = _SIGNOS.get(fuente)
    return texto if signos is None else "".join(signos.get(_place(ord(letra)), "") for letra in texto)


def sign_of(simbolo: BaseOxmlElement) -> str:
    """Return what readers see of a symbol that was put in (``w:sym``), empty where nobody knows."""
    try:
        codigo = int(simbolo.get(qn("w:char"), ""), 16)
    except ValueError:
        return ""
    fuente = plegar(simbolo.get(qn("w:font"), ""))
    if fuente in _SIGNOS:
        return _SIGNOS[fuente].get(_place(codigo), "")
    return chr(codigo) if codigo < _PRIVADA and chr(codigo).isprintable() else ""


def _place(codigo: int) -> int:
    return codigo - _PRIVADA if codigo >= _PRIVADA else codigo
