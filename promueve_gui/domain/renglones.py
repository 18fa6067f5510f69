"""Decides which record each row of a returned sheet is, whatever was done to its identities. Pure; compares nothing.

By identity, where the row has one that its sheet was sent with, unless it bears the name of another row, as sorting
without the identities leaves it; with that name alone, and the rest of its cells as they were, it is asked about.
Else by its key (``alcance.LLAVES``): with what was sent, with what rows of earlier files were seen to be, with what the
project has today. What is left is new.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from promueve_gui.domain.alcance import LLAVES, SIN_HOMONIMOS, alike, key_of, naming_fields, record_key, sent
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.grupos import GrupoUsuarios, UsoDatos
from promueve_gui.domain.hojas_copiadas import untouched_copies
from promueve_gui.domain.interpretacion import Columna, DudosoError, cell_text
from promueve_gui.domain.partes import Renglon
from promueve_gui.domain.procedencia import grupos_de_area
from promueve_gui.domain.registros import POR_ENTIDAD

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from promueve_gui.domain.devueltos import Celda, FilaDevuelta, HojaDevuelta
    from promueve_gui.domain.ficha import Id, Registro, Valor
    from promueve_gui.domain.interpretacion import Nombres
    from promueve_gui.domain.partes import Partes

_Fila: TypeAlias = "tuple[HojaDevuelta, FilaDevuelta]"
_Lugar: TypeAlias = "tuple[HojaDevuelta, int]"  # a sheet, and one of its rows

PLUS = "+"  # before the key by which a row without identity is remembered


class Acuerdo(Enum):
    """How far a row agrees with a record: in everything, in all that the row says, or in the key alone."""

    TODO = 1
    LO_DICHO = 2
    LLAVE = 3


@frozen
class Candidato:
    """A record that a row may be. ``registro`` is what it said when it was sent, seen or, else, says today.

    ``sabido`` tells that it was sent; ``visto`` that an earlier file left it so, and ``nueva`` that it made it.
    """

    registro: Registro
    id: Id
    sabido: bool = True
    visto: bool = False
    nueva: bool = False


@frozen
class Suelta:
    """A row without identity: its sheet, and the values by which it could be known; no key when they are unreadable."""

    hoja: HojaDevuelta
    fila: FilaDevuelta
    valores: Mapping[str, Valor]
    llave: str


class Emparejador:
    """Pairs the rows of one kind of record, of all sheets that hold it.

    ``renglones`` are the rows in their order; ``faltan`` the records that were sent and no longer come; ``repetidas``
    the rows that only say again what another does, with its number.
    """

    def __init__(
        self, partes: Partes, entidad: str, hojas: Sequence[HojaDevuelta], nombres: Mapping[str, Nombres]
    ) -> None:
        """Take the sheets, and by field what names mean in them; ``pair`` does the work."""
        self._partes = partes
        self._entidad = entidad
        self._tipo = POR_ENTIDAD[entidad]
        self._hojas = hojas
        self.columnas = {id(hoja): self._columns(hoja, nombres) for hoja in hojas}
        llave = LLAVES[entidad]
        self._lugares = {id(h): [n for n, campo in enumerate(h.campos) if campo in llave] for h in hojas}
        base = partes.base
        enviados = [] if base is None else sent(base, entidad, partes.documento, partes.area)
        self._enviados = {registro.id: registro for registro in enviados}
        self._propios = self._of_area(partes.area)
        self._con_nombre_ajeno: set[tuple[int, int]] = set()  # rows, by sheet and number
        self._tomados: set[Id] = set()  # records that some row is already
        self.renglones: list[Renglon] = []
        self.repetidas: list[tuple[_Lugar, _Lugar]] = []  # a row, and the one that it repeats

    def _columns(self, hoja: HojaDevuelta, nombres: Mapping[str, Nombres]) -> list[Columna]:
        descritos, partes = campos(self._tipo), self._partes
        base = partes.nuestro if partes.base is None else partes.base
        return [
            Columna(descritos[campo], base, partes.nuestro, *([nombres[campo]] if campo in nombres else []))
            for campo in hoja.campos
        ]

    def _of_area(self, area: Id | None) -> frozenset[Id | None]:
        """Return the groups that an area named, merged or not."""
        if area is None:
            return frozenset()
        nuestro = self._partes.nuestro
        suyos = nuestro.referidos(GrupoUsuarios, "area", area)
        return frozenset(g.id for g in (*suyos, *grupos_de_area(nuestro, area, self._partes.procedencias)))

    def pair(self) -> None:
        """Find out which record each row is."""
        con_identidad: dict[Id, list[_Fila]] = {}
        sueltas: list[_Fila] = []
        for hoja in self._hojas:
            for fila in hoja.filas:
                if all(celda is None or celda == "" for celda in fila.celdas):
                    continue
                if fila.id and self._is_known(fila.id):
                    con_identidad.setdefault(fila.id, []).append((hoja, fila))
                else:
                    sueltas.append((hoja, fila))
        for identidad, filas in con_identidad.items():
            con_identidad[identidad] = self._without_copies(identidad, filas)
        sueltas += self._misplaced(con_identidad)
        for identidad, filas in con_identidad.items():
            sueltas += self._keep_one(identidad, filas)
        self._pair_by_key([self._loose(hoja, fila) for hoja, fila in sueltas])
        lugares = {id(hoja): lugar for lugar, hoja in enumerate(self._hojas)}
        self.renglones.sort(key=lambda renglon: (lugares[id(renglon.hoja)], renglon.fila.renglon))

    @property
    def faltan(self) -> list[Registro]:
        """Return the records that were sent in these sheets and are in no row; a blank row is not missed."""
        sueltos = [registro for identidad, registro in self._enviados.items() if identidad not in self._tomados]
        return [registro for registro in sueltos if any(self._said_something(registro, hoja) for hoja in self._hojas)]

    def _said_something(self, enviado: Registro, hoja: HojaDevuelta) -> bool:
        columnas = zip(hoja.campos, self.columnas[id(hoja)], strict=True)
        return any(columna.written(getattr(enviado, campo)) for campo, columna in columnas)

    def _is_known(self, identidad: Id) -> bool:
        """Tell whether a row may go by this identity here: it may come from another workbook, by copying."""
        if identidad in self._enviados:
            return True
        registro = self._partes.nuestro.registro(self._entidad, identidad)
        if registro is None or self._partes.area is None:
            return registro is not None
        return (registro.grupo if isinstance(registro, UsoDatos) else registro.id) in self._propios

    def _misplaced(self, con_identidad: dict[Id, list[_Fila]]) -> list[_Fila]:
        """Take out, and return, the rows whose identity is that of another, and those that lose theirs by that.

        A name is another's only where no row of that one bears it any more: else the row was renamed.
        """
        propias = {registro.id: record_key(registro, self._partes.area) for registro in self._enviados.values()}
        duenos = {llave: self._enviados[identidad] for identidad, llave in propias.items()}
        dicen = {
            identidad: [self._key_said(fila, identidad, propias[identidad], duenos) for fila in filas]
            for identidad, filas in con_identidad.items()
            if identidad in propias
        }
        sin_nombre = {llave: identidad for identidad, llave in propias.items() if llave not in dicen.get(identidad, ())}
        perdidas = {
            sin_nombre[llave]
            for identidad, llaves in dicen.items()
            for llave in llaves
            if llave != propias[identidad] and llave in sin_nombre
        }
        sacadas: list[_Fila] = []
        for identidad, llaves in dicen.items():
            quedan: list[_Fila] = []
            for fila, llave in zip(con_identidad[identidad], llaves, strict=True):
                fuera = llave != propias[identidad] and (llave in sin_nombre or identidad in perdidas)
                (sacadas if fuera else quedan).append(fila)
            con_identidad[identidad] = quedan
        return sacadas

    def _key_said(self, fila: _Fila, identidad: Id, propia: str, duenos: Mapping[str, Registro]) -> str:
        """Return the key that a row says; its own one where its name is the one that was sent, or all but its name."""
        enviado = self._enviados[identidad]
        if self._has_its_name(*fila, enviado):
            return propia
        llave = self._loose(*fila).llave
        dueno = None if self._tipo is UsoDatos else duenos.get(llave)  # a use has no name but what it links
        if (
            dueno is None
            or dueno is enviado
            or self._says_of(fila, enviado, dueno) <= self._says_of(fila, dueno, enviado)
        ):
            return llave
        self._con_nombre_ajeno.add((id(fila[0]), fila[1].renglon))
        return propia

    def _says_of(self, fila: _Fila, uno: Registro, otro: Registro) -> int:
        """Return how many cells, but for the name, say what was sent of one record and not what was of another."""
        hoja, nombran = fila[0], naming_fields(self._tipo)
        return sum(
            columna.says(celda, getattr(uno, campo)) and not columna.says(celda, getattr(otro, campo))
            for campo, celda, columna in zip(hoja.campos, fila[1].celdas, self.columnas[id(hoja)], strict=True)
            if campo not in nombran
        )

    def _without_copies(self, identidad: Id, filas: Sequence[_Fila]) -> list[_Fila]:
        """Leave out what a sheet still says that was copied before somebody worked in it."""
        base = self._enviados.get(identidad)
        copias = [] if base is None else untouched_copies(filas, lambda fila: self._says(*fila, base, fila[0].campos))
        self.repetidas += [((hoja, fila.renglon), (otra, otro.renglon)) for (hoja, fila), (otra, otro) in copias]
        return [fila for fila in filas if all(fila is not copia for copia, _ in copias)]

    def _keep_one(self, identidad: Id, filas: Sequence[_Fila]) -> Iterator[_Fila]:
        """Give the identity to one of the rows that carry it, which copying brings about, and yield the others."""
        if not filas:
            return
        base = self._enviados.get(identidad)
        elegida = self._with_its_name(filas, base)
        self._take(*elegida, base, identidad)
        if len(filas) == 1:
            return
        dicho = self._texts(*elegida)
        otras = [fila for fila in filas if fila is not elegida]
        # A sheet that was copied, and worked on in both copies, has the same records once more.
        por_hoja = {
            id(hoja): [fila for fila in filas if fila[0] is hoja] for hoja, _ in otras if hoja is not elegida[0]
        }
        copias = [self._with_its_name(suyas, base)[1] for suyas in por_hoja.values()]
        for hoja, fila in otras:
            if self._texts(hoja, fila) == dicho:
                self.repetidas.append(((hoja, fila.renglon), (elegida[0], elegida[1].renglon)))
            elif any(fila is copia for copia in copias):
                self._take(hoja, fila, base, identidad).copia = True
            else:
                yield hoja, fila

    def _with_its_name(self, filas: Sequence[_Fila], base: Registro | None) -> _Fila:
        """Return the first of the rows of one record that has the name that was sent, or the first one."""
        if len(filas) == 1 or base is None:
            return filas[0]
        return next((fila for fila in filas if self._has_its_name(*fila, base)), filas[0])

    def _has_its_name(self, hoja: HojaDevuelta, fila: FilaDevuelta, base: Registro) -> bool:
        return self._says(hoja, fila, base, naming_fields(self._tipo))

    def _says(self, hoja: HojaDevuelta, fila: FilaDevuelta, base: Registro, de: Container[str]) -> bool:
        columnas = zip(hoja.campos, fila.celdas, self.columnas[id(hoja)], strict=True)
        return all(columna.says(celda, getattr(base, campo)) for campo, celda, columna in columnas if campo in de)

    def _texts(self, hoja: HojaDevuelta, fila: FilaDevuelta) -> dict[str, str]:
        return dict(zip(hoja.campos, map(cell_text, fila.celdas), strict=True))

    def _take(self, hoja: HojaDevuelta, fila: FilaDevuelta, base: Registro | None, identidad: Id) -> Renglon:
        queda = self._partes.standing(identidad)
        self._tomados.update((identidad, queda))
        renglon = Renglon(hoja, fila, identidad, "", base, self._partes.nuestro.registro(self._entidad, queda))
        renglon.nombre_ajeno = (id(hoja), fila.renglon) in self._con_nombre_ajeno
        self.renglones.append(renglon)
        return renglon

    def _loose(self, hoja: HojaDevuelta, fila: FilaDevuelta) -> Suelta:
        valores: dict[str, Valor] = {"area": self._partes.area}
        legible = True
        for lugar in self._lugares[id(hoja)]:
            campo = hoja.campos[lugar]
            valores[campo], leida = _tried(self.columnas[id(hoja)][lugar], fila.celdas[lugar])
            legible = legible and leida
        nombrada = all(map(valores.get, naming_fields(self._tipo)))
        return Suelta(hoja, fila, valores, key_of(self._entidad, valores) if legible and nombrada else "")

    def _pair_by_key(self, sueltas: Iterable[Suelta]) -> None:
        por_llave: dict[str, list[Suelta]] = {}
        dichas: dict[tuple[str, tuple[Celda, ...]], _Lugar] = {}
        for suelta in sueltas:
            lugar = suelta.hoja, suelta.fila.renglon
            otro = dichas.setdefault((suelta.llave, tuple(suelta.fila.celdas)), lugar)
            if otro is lugar:
                por_llave.setdefault(suelta.llave, []).append(suelta)
            else:
                self.repetidas.append((lugar, otro))
        self.renglones += [self._unpaired(suelta) for suelta in por_llave.pop("", [])]
        enviados = self._sent_by_key() if por_llave else {}
        actuales = self._of_today_by_key(por_llave.values())
        for llave, suyas in por_llave.items():
            pendientes: Sequence[Suelta] = suyas
            todos = (enviados.get(llave, []), self._seen(llave), actuales.get(llave, []))
            for candidatos in todos:
                pendientes = self._assign(pendientes, candidatos)
            if pendientes and self._entidad in SIN_HOMONIMOS:
                primeras = () if any(todos) else pendientes[:1]
                self.renglones += [self._unpaired(suelta, repite=True) for suelta in pendientes[len(primeras) :]]
                pendientes = primeras
            self.renglones += [Renglon(suelta.hoja, suelta.fila, PLUS + llave, llave) for suelta in pendientes]

    def _unpaired(self, suelta: Suelta, *, repite: bool = False) -> Renglon:
        """Return a row that its key does not tell from others, so that all that it says must."""
        ref = PLUS + "|".join(map(cell_text, suelta.fila.celdas))
        return Renglon(suelta.hoja, suelta.fila, ref, suelta.llave, repite=repite)

    def _sent_by_key(self) -> dict[str, list[Candidato]]:
        """Return what was sent, as the file would name it: a group of another area that stands for one of this, too."""
        candidatos: dict[str, list[Candidato]] = {}
        for registro in self._enviados.values():
            candidatos.setdefault(record_key(registro, self._partes.area), []).append(Candidato(registro, registro.id))
        return candidatos

    def _of_today_by_key(self, grupos: Iterable[Sequence[Suelta]]) -> dict[str, list[Candidato]]:
        candidatos: dict[str, list[Candidato]] = {}
        for registro in alike(self._partes.nuestro, self._entidad, [sueltas[0].valores for sueltas in grupos]):
            if registro.activo or self._partes.standing(registro.id) != registro.id:
                hoy = Candidato(registro, registro.id, sabido=False)
                candidatos.setdefault(record_key(registro), []).append(hoy)
        return candidatos

    def _seen(self, llave: str) -> list[Candidato]:
        """Return what rows with a key were seen to be, as it was then."""
        candidatos = []
        for conocida in self._partes.memoria.known(self._entidad, llave):
            visto = self._partes.entonces(conocida.asiento, self._entidad, conocida.id)
            queda = self._partes.nuestro.registro(self._entidad, self._partes.standing(conocida.id))
            if visto is not None and queda is not None:
                candidatos.append(Candidato(visto, conocida.id, sabido=False, visto=True, nueva=conocida.nueva))
        return candidatos

    def _assign(self, sueltas: Sequence[Suelta], candidatos: Sequence[Candidato]) -> Sequence[Suelta]:
        """Pair rows with records of the same key, those that agree most first, and return the rows that are left."""
        libres = [candidato for candidato in candidatos if candidato.id not in self._tomados]
        if not libres:
            return sueltas
        pendientes = list(sueltas)
        varias = len(pendientes) > 1 or len(libres) > 1
        for acuerdo in (Acuerdo.TODO, Acuerdo.LO_DICHO, Acuerdo.LLAVE) if varias else (Acuerdo.LLAVE,):
            for suelta in tuple(pendientes):
                elegido = next((libre for libre in libres if self._agrees(suelta, libre.registro, acuerdo)), None)
                if elegido is not None:
                    libres.remove(elegido)
                    pendientes.remove(suelta)
                    self._take_loose(suelta, elegido)
        return pendientes

    def _take_loose(self, suelta: Suelta, candidato: Candidato) -> None:
        base = candidato.registro if candidato.sabido else None
        renglon = self._take(suelta.hoja, suelta.fila, base, candidato.id)
        if not candidato.sabido:
            renglon.llave = suelta.llave
            renglon.visto = candidato.registro if candidato.visto else None
            renglon.nueva = candidato.nueva

    def _agrees(self, suelta: Suelta, registro: Registro, acuerdo: Acuerdo) -> bool:
        """Tell whether a row says what a record does: in all its cells, or in those that say something."""
        return acuerdo is Acuerdo.LLAVE or all(
            columna.says(celda, getattr(registro, campo))
            for campo, celda, columna in zip(
                suelta.hoja.campos, suelta.fila.celdas, self.columnas[id(suelta.hoja)], strict=True
            )
            if acuerdo is Acuerdo.TODO or celda is not None
        )


def _tried(columna: Columna, celda: Celda) -> tuple[Valor, bool]:
    try:
        return columna.read(celda), True
    except DudosoError:
        return None, False
