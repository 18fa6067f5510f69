"""Sheets of a returned map that only show what another says: whoever writes in one is told where it is taken. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from promueve_gui.domain.celdas import canonical
from promueve_gui.domain.cotejo import where
from promueve_gui.domain.derivadas import calculadas
from promueve_gui.domain.devueltos import ILEGIBLE
from promueve_gui.domain.diferencias import Lugar
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.grupos import SIN_AREA, GrupoUsuarios
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.interpretacion import Columna, cell_text
from promueve_gui.domain.procedencia import Procedencias
from promueve_gui.domain.texto import plegar
from promueve_gui.domain.voces import Voces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from promueve_gui.domain.devueltos import FilaDevuelta, HojaDevuelta
    from promueve_gui.domain.proyecto import Proyecto

EN_PALABRAS_DEL_AREA = frozenset({"area", "nombre", "clase", "ejes"})  # the rest is of the group as it is in the map
_BUSCADAS = 200  # groups that are missing among which the one that a row was is looked for
_EN_OTRA = "esta hoja es de consulta y no se tomó; escríbalo en la hoja «Consolidado»."
_FALTAN = "Hoja «{hoja}»: ya no viene {quien}; esta hoja es de consulta y nada se retiró. Bórrelo de «Consolidado»."


class _Voz(NamedTuple):
    """A group in the words of an area, and the group that stands for it in the map."""

    dicho: GrupoUsuarios
    grupo: GrupoUsuarios

    def value(self, clave: str) -> Any:  # noqa: ANN401 - a field may be of any type
        return getattr(self.dicho if clave in EN_PALABRAS_DEL_AREA else self.grupo, clave)


def written_in_copies(hojas: Sequence[HojaDevuelta], base: Proyecto) -> Iterator[Problema]:
    """Yield what somebody wrote in, or took from, the sheets that show the groups of ``base`` by area."""
    for hoja in hojas:
        yield from _Copia(hoja, base).problems()


class _Copia:
    """One sheet against what the export wrote in it."""

    def __init__(self, hoja: HojaDevuelta, base: Proyecto) -> None:
        self._hoja = hoja
        descritos = campos(GrupoUsuarios)
        self._columnas = [Columna(descritos[clave], base, base) for clave in hoja.campos]
        self._formulas = calculadas(base)
        voces = Voces(base, Procedencias.of(base))
        self._faltan = [_Voz(voz, grupo) for grupo in base.activos(GrupoUsuarios) for voz in voces.de(grupo)]

    def problems(self) -> Iterator[Problema]:
        """Yield the cells that say something else, the rows that were not there, and what is there no more."""
        por_nombre: dict[str, list[_Voz]] = {}
        for voz in self._faltan:
            por_nombre.setdefault(plegar(voz.dicho.nombre), []).append(voz)
        otras: list[FilaDevuelta] = []
        for fila in self._hoja.filas:
            suyas = por_nombre.get(plegar(self._name(fila)), [])
            igual = next((voz for voz in suyas if not self._differences(fila, voz)), None)
            if igual is None:
                otras.append(fila)
            else:
                suyas.remove(igual)
        self._faltan = [voz for suyas in por_nombre.values() for voz in suyas]
        for fila in otras:
            yield from self._changed(fila)
        if self._faltan:
            mas = len(self._faltan) - 1
            quien = f"«{self._faltan[0].dicho.nombre}»" + (f" ni {mas} más" if mas else "")
            yield Problema(self._hoja.nombre, None, "", "", _FALTAN.format(hoja=self._hoja.nombre, quien=quien))

    def _changed(self, fila: FilaDevuelta) -> Iterator[Problema]:
        """Yield the cells of a row that say something else than the likeliest of those that are missing."""
        posibles = [(self._differences(fila, voz), voz) for voz in self._faltan[:_BUSCADAS]]
        distintas, voz = min(posibles, key=lambda par: len(par[0]), default=([], None))
        nombre = next((par for par in distintas if par[0] == self._letter("nombre")), None)
        if voz is None or (nombre is not None and len(distintas) > 1):
            distintas = [(self._letter("nombre"), self._name(fila))]
        else:
            self._faltan.remove(voz)
        for letra, dicho in distintas:
            donde = where(Lugar(hoja=self._hoja.nombre, renglon=fila.renglon, columna=letra))
            que = f"se escribió «{dicho}»" if dicho else "se borró lo que decía"
            yield Problema(self._hoja.nombre, fila.renglon, letra, dicho, f"{donde}: {que}; {_EN_OTRA}")

    def _differences(self, fila: FilaDevuelta, voz: _Voz) -> list[tuple[str, str]]:
        """Return the letters of the cells that say something else of a group than the export wrote, and what."""
        distintas = [
            (letra, cell_text(celda))
            for clave, letra, celda, columna in zip(
                self._hoja.campos, self._hoja.letras, fila.celdas, self._columnas, strict=True
            )
            if celda is not ILEGIBLE
            and not columna.says(celda, voz.value(clave))
            and not (clave == "area" and cell_text(celda) == SIN_AREA)
        ]
        for (clave, letra), celda in zip(self._hoja.calculadas, fila.calculadas, strict=True):
            if celda is not ILEGIBLE and (dicho := cell_text(celda)) != canonical(self._formulas[clave](voz.grupo)):
                distintas.append((letra, dicho))
        return distintas

    def _name(self, fila: FilaDevuelta) -> str:
        return cell_text(fila.celdas[self._hoja.campos.index("nombre")])

    def _letter(self, clave: str) -> str:
        return self._hoja.letras[self._hoja.campos.index(clave)]
