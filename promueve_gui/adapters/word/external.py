"""What a letterhead fetches from elsewhere, taken out before it is used: nothing is downloaded, nothing is run.

Only web and e-mail links that somebody has to click stay.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from promueve_gui.adapters.word.text import web_target
from promueve_gui.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

_RELACION = re.compile(r"(?P<carpeta>.*?)_rels/(?P<parte>[^/]*)\.rels", re.IGNORECASE)
_ATRIBUTO = re.compile(r"\{[^}]*/relationships\}")
# Links to the template that a document was made from, to pictures and to lists of addresses outside are common and not
# missed.
_QUITABLES = {"attachedTemplate", "image", "hyperlink", "mailMergeSource", "mailMergeHeaderSource"}
# What stands inside and runs other programs when it is opened; pictures of objects stay, and charts as they were drawn.
_ACTIVAS = {"oleObject", "package", "control", "extensibility", "webextensiontaskpanes"}
_INCRUSTA_OTRO = "aFChunk"
# Elements that may stand without their relationship; any other goes with it.
_TOLERANTES = {qn("a:blip"), qn("w:hyperlink"), "{urn:schemas-microsoft-com:vml}imagedata"}
_VML = "urn:schemas-microsoft-com:vml"
_DIRECCIONES = ("src", "href", "{urn:schemas-microsoft-com:office:office}href")
# QUOTE can spell any of the others letter by letter.
_BUSCAN_FUERA = re.compile(
    r"\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|QUOTE)\b"
)


def without_externals(partes: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts without relationships that lead outside or nowhere, and without what refers to them.

    Raises:
        UserError: ``membrete_externo`` (a field or object that fetches another file), ``membrete_peligroso`` (another
            document stands inside), ``membrete_danado`` (an XML part cannot be read).
    """
    limpias = dict(partes)
    try:
        for nombre in partes:
            hallada = _RELACION.fullmatch(nombre)
            if hallada:
                _clean_relations(limpias, nombre, hallada["carpeta"], hallada["parte"])
            elif nombre.startswith("word/") and nombre.endswith(".xml"):
                raiz = parse_xml(limpias[nombre])
                _check_fields(raiz)
                if any((_clean_shapes(raiz), _clean_merge(raiz))):
                    limpias[nombre] = serialize_part_xml(raiz)
    except (SyntaxError, ValueError) as error:  # lxml's own errors are SyntaxErrors
        raise UserError("membrete_danado") from error
    return limpias


def fetched_kinds(partes: Mapping[str, bytes]) -> set[str]:
    """Return the kinds of relationship that ``without_externals`` takes out because they lead outside or run."""
    kinds: set[str] = set()
    for nombre, contenido in partes.items():
        hallada = _RELACION.fullmatch(nombre)
        for relacion in parse_xml(contenido) if hallada else ():
            fuera = relacion.get("TargetMode") == "External" or _kind(relacion) in _ACTIVAS
            if hallada and fuera and _unwanted(relacion, hallada["carpeta"], partes):
                kinds.add("oleObject" if _kind(relacion) in _ACTIVAS else _kind(relacion))
    return kinds


def _kind(relacion: BaseOxmlElement) -> str:
    return str(relacion.get("Type", "")).rpartition("/")[2]


def _clean_relations(partes: dict[str, bytes], nombre: str, carpeta: str, parte: str) -> None:
    relaciones = parse_xml(partes[nombre])
    sobran = [relacion for relacion in relaciones if _unwanted(relacion, carpeta, partes)]
    if not sobran:
        return
    for relacion in sobran:
        relaciones.remove(relacion)
    partes[nombre] = serialize_part_xml(relaciones)
    origen = carpeta + parte
    if origen in partes:
        partes[origen] = _without_references(partes[origen], {relacion.get("Id") for relacion in sobran})


def _unwanted(relacion: BaseOxmlElement, carpeta: str, partes: Mapping[str, bytes]) -> bool:
    tipo = _kind(relacion)
    destino = str(relacion.get("Target", ""))
    if tipo == _INCRUSTA_OTRO:
        raise UserError("membrete_peligroso")
    if relacion.get("TargetMode") != "External":
        if tipo in _ACTIVAS:
            return True
        interno = destino.lstrip("/") if destino.startswith("/") else posixpath.normpath(carpeta + destino)
        return interno not in partes
    if tipo not in _QUITABLES:
        raise UserError("membrete_externo")
    return not (tipo == "hyperlink" and (web_target(destino) or destino.startswith("mailto:")))


def _without_references(contenido: bytes, identidades: set[str]) -> bytes:
    raiz = parse_xml(contenido)
    for elemento in list(raiz.iter("*")):
        usados = [a for a, valor in elemento.attrib.items() if _ATRIBUTO.match(a) and valor in identidades]
        padre = elemento.getparent()
        if usados and elemento.tag not in _TOLERANTES and padre is not None:
            padre.remove(elemento)
            continue
        for atributo in usados:
            del elemento.attrib[atributo]
    return serialize_part_xml(raiz)


def _clean_shapes(raiz: BaseOxmlElement) -> bool:
    """Take the addresses out of old drawings (VML), which name files outside without a relationship."""
    hallados = [
        (elemento, atributo)
        for elemento in raiz.iter(f"{{{_VML}}}*")
        for atributo in _DIRECCIONES
        if elemento.get(atributo) and not web_target(elemento.get(atributo) if atributo == "href" else "")
    ]
    for elemento, atributo in hallados:
        del elemento.attrib[atributo]
    return bool(hallados)


def _clean_merge(raiz: BaseOxmlElement) -> bool:
    """Take out what a document is merged with: Word would ask to open it, and says where it is."""
    halladas = [*raiz.iterchildren(qn("w:mailMerge"))]
    for hallada in halladas:
        raiz.remove(hallada)
    return bool(halladas)


def _check_fields(raiz: BaseOxmlElement) -> None:
    """Refuse fields that fetch files or run something. Word may cut their code into pieces: they are joined first."""
    codigos = [campo.get(qn("w:instr"), "") for campo in raiz.iter(qn("w:fldSimple"))]
    for elemento in raiz.iter(qn("w:fldChar"), qn("w:instrText")):
        if elemento.tag == qn("w:instrText"):
            codigos[-1:] = ["".join([*codigos[-1:], elemento.text or ""])]
        elif elemento.get(qn("w:fldCharType")) == "begin":
            codigos.append("")
    if any(_BUSCAN_FUERA.match(codigo.upper()) for codigo in codigos):
        raise UserError("membrete_externo")
