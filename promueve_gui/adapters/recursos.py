"""The door to ``recursos``: profiles, catalogues, help and sample data, read from TOML when first asked for.

Everything here is read-only and ships with the program; nothing that the user makes passes through this room.
"""

from __future__ import annotations

import tomllib
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from promueve_gui.application.ayuda import Ayuda, GrupoTipico, Termino, TextoPaso
from promueve_gui.domain.cambios import nuevo_id
from promueve_gui.domain.catalogos import Fragmento, PlantillaCorreo, ReglaPlan, Sinonimo
from promueve_gui.domain.codec import decode_fields
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.institucion import CitaGuia, Perfil, RedSocial
from promueve_gui.domain.vocabularios import ClaseGrupo, Eje

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from promueve_gui.domain.ficha import Registro


class Recursos:
    """Read-only data of the program under ``root``; each file is read when first needed and then kept."""

    def __init__(self, root: Path) -> None:
        """Remember the folder; nothing is read yet, because start-up is budgeted."""
        self._root = root
        self._ayudas: dict[str, Mapping[str, Ayuda]] = {}

    def perfiles(self) -> list[tuple[str, str]]:
        """Return key and name of each profile that ships, the one in force first."""
        leidos = [(ruta.stem, str(self._read(ruta)["perfil"]["nombre"])) for ruta in self._root.glob("perfiles/*.toml")]
        return sorted(leidos, key=lambda perfil: (perfil[0] != "vigente", perfil[1]))

    def load_perfil(self, clave: str) -> list[Registro]:
        """Return a profile as new records with new identities: one ``Perfil``, its networks, citations and catalogues.

        Raises ``UserError("perfil_desconocido")`` when no such profile ships.
        """
        ruta = self._root / "perfiles" / f"{clave}.toml"
        if not ruta.is_file():
            raise UserError("perfil_desconocido", perfil=clave)
        datos = self._read(ruta)
        return [
            _perfil(datos["perfil"]),
            *map(_red, datos["redes"]),
            *(CitaGuia(id=nuevo_id(), clave=clave, cita=cita) for clave, cita in datos["citas"].items()),
            *self._catalogos(),
        ]

    def _catalogos(self) -> list[Registro]:
        """Return the catalogues that go into every project, whatever its profile."""
        sinonimos = self._read(self._root / "catalogos" / "sinonimos.toml")["sinonimos"]
        reglas = self._read(self._root / "catalogos" / "reglas-plan.toml")["reglas"]
        return [
            *(Sinonimo(id=nuevo_id(), termino=termino, equivale=largo) for termino, largo in sinonimos.items()),
            *self.mensajes(),
            *self.fragmentos(),
            *(ReglaPlan(id=nuevo_id(), **cast("dict[str, Any]", decode_fields(ReglaPlan, fila))) for fila in reglas),
        ]

    def mensajes(self) -> list[PlantillaCorreo]:
        """Return the messages that ship, with new identities: for projects that have none of their own."""
        mensajes = self._read(self._root / "catalogos" / "correos.toml")["mensajes"]
        return [PlantillaCorreo(id=nuevo_id(), **{**fila, "cuerpo": fila["cuerpo"].strip()}) for fila in mensajes]

    def fragmentos(self) -> list[Fragmento]:
        """Return the snippets that ship, with new identities: for projects that have none of their own."""
        fragmentos = self._read(self._root / "catalogos" / "fragmentos.toml")["fragmentos"]
        return [Fragmento(id=nuevo_id(), **{**fila, "texto": fila["texto"].strip()}) for fila in fragmentos]

    def load_ayuda(self, entidad: str) -> Mapping[str, Ayuda]:
        """Return the help of each field of an entity, by field; empty when the entity has none."""
        if entidad not in self._ayudas:
            ruta = self._root / "ayuda" / f"{entidad}.toml"
            datos = self._read(ruta) if ruta.is_file() else {}
            self._ayudas[entidad] = MappingProxyType({campo: Ayuda(**valores) for campo, valores in datos.items()})
        return self._ayudas[entidad]

    @cached_property
    def pasos(self) -> Mapping[str, TextoPaso]:
        """Introductions of the pages, by the key of the page («inicio», «usuarios», …)."""
        datos = self._read(self._root / "ayuda" / "pasos.toml")
        return MappingProxyType({clave: TextoPaso(**valores) for clave, valores in datos.items()})

    @cached_property
    def glosario(self) -> Sequence[Termino]:
        """Words of the glossary, in the alphabetical order of the file."""
        return tuple(Termino(**fila) for fila in self._read(self._root / "ayuda" / "glosario.toml")["terminos"])

    @cached_property
    def manual(self) -> str:
        """The user manual, Markdown in Spanish."""
        return (self._root / "ayuda" / "manual.md").read_text(encoding="utf-8")

    @cached_property
    def licencias(self) -> str:
        """Whose work is in the program and under which licences, Markdown in Spanish."""
        return (self._root / "ayuda" / "licencias.md").read_text(encoding="utf-8")

    @cached_property
    def sectores(self) -> Sequence[str]:
        """Sectors of the national portal, in the order in which they are offered."""
        return tuple(self._read(self._root / "catalogos" / "sectores.toml")["sectores"])

    @cached_property
    def grupos_tipicos(self) -> Sequence[GrupoTipico]:
        """The starter catalogue of user groups; the user chooses from it, nothing is added by itself."""
        filas = self._read(self._root / "catalogos" / "grupos-tipicos.toml")["grupos"]
        return tuple(_grupo_tipico(fila) for fila in filas)

    def ejemplo(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Return the rows of the sample project by entity, as ``application.example_project`` wants them."""
        return {ruta.stem: _filas(self._read(ruta)) for ruta in sorted(self._root.glob("catalogos/ejemplo/*.toml"))}

    @staticmethod
    def _read(ruta: Path) -> dict[str, Any]:
        with ruta.open("rb") as archivo:
            return tomllib.load(archivo)


def _perfil(valores: Mapping[str, Any]) -> Perfil:
    return Perfil(id=nuevo_id(), **cast("dict[str, Any]", decode_fields(Perfil, valores)))


def _red(valores: Mapping[str, Any]) -> RedSocial:
    conteo = {"conteo": valores["conteo"]} if "conteo" in valores else {}
    return RedSocial(id=nuevo_id(), **cast("dict[str, Any]", {**valores, **decode_fields(RedSocial, conteo)}))


def _grupo_tipico(fila: Mapping[str, Any]) -> GrupoTipico:
    ejes = {opcion.value: opcion for opcion in Eje}
    return GrupoTipico(
        nombre=fila["nombre"],
        clase={opcion.value: opcion for opcion in ClaseGrupo}[fila["clase"]],
        ejes=frozenset(ejes[eje] for eje in fila.get("ejes", ())),
        sector=fila["sector"],
        descripcion=fila["descripcion"],
    )


def _filas(datos: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a sample file, each completed with the file's ``defecto``."""
    defecto = datos.get("defecto", {})
    return [{**defecto, **fila} for fila in datos["filas"]]
