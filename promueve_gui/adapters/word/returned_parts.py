"""Where in a returned document each part is: programs name them as they like, and its relationships tell."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

CUERPO = "officeDocument"  # the kind of relationship that leads to the text


class Parts:
    """The parts of one document."""

    def __init__(self, partes: Mapping[str, bytes]) -> None:
        """Find the text; raises ``KeyError`` when there is none."""
        self._partes = partes
        self.body = self._target("", CUERPO)
        self.xml = partes[self.body]

    def related(self, tipo: str) -> BaseOxmlElement | None:
        """Return the part of a kind («styles», «comments») that the text goes with, ``None`` without one."""
        contenido = self._partes.get(self._target(self.body, tipo))
        return None if contenido is None else parse_xml(contenido)

    def all_related(self, *tipos: str) -> list[bytes]:
        """Return the parts of some kinds («header», «footer») that the text goes with, each once."""
        nombres = dict.fromkeys(destino for tipo in tipos for destino in self._targets(self.body, tipo))
        return [self._partes[nombre] for nombre in nombres if nombre in self._partes]

    def properties(self) -> BaseOxmlElement | None:
        """Return the custom properties of the document."""
        contenido = self._partes.get(self._target("", "custom-properties"))
        return None if contenido is None else parse_xml(contenido)

    def links(self) -> dict[str, str]:
        """Return where the links of the text lead, by the name that it gives them."""
        externos = (r for r in self._relations(self.body) if r.get("TargetMode") == "External")
        return {r.get("Id", ""): r.get("Target", "") for r in externos}

    def _target(self, origen: str, tipo: str) -> str:
        return next(self._targets(origen, tipo), "")

    def _targets(self, origen: str, tipo: str) -> Iterator[str]:
        for relacion in self._relations(origen):
            if relacion.get("Type", "").endswith(f"/{tipo}") and relacion.get("TargetMode") != "External":
                destino = relacion.get("Target", "")
                carpeta = posixpath.dirname(origen)
                yield (
                    destino.lstrip("/")
                    if destino.startswith("/")
                    else posixpath.normpath(f"{carpeta}/{destino}").lstrip("/")
                )

    def _relations(self, origen: str) -> list[BaseOxmlElement]:
        carpeta, nombre = posixpath.split(origen)
        contenido = self._partes.get(posixpath.join(carpeta, "_rels", f"{nombre}.rels"))
        return [] if contenido is None else list(parse_xml(contenido))
