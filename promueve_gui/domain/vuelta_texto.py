"""A returned document compared three ways: the content as it left, as it came back, as the project says today. Pure.

Only theirs changed: certain. Only ours: kept. Both, differently: somebody decides, and about what no longer comes too,
which is never deleted by itself. What the document shows of other data (contacts, datasets) is not taken from it, and
told where it was changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, cast

from promueve_gui.domain.alineacion import alinear
from promueve_gui.domain.bloque_leido import iguales, ordenado, recortado, renglones
from promueve_gui.domain.campos_combinados import combinar
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.diferencias import Devolucion, Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.enriquecido import Clase, escribir, leer, plano
from promueve_gui.domain.etiqueta_devuelta import leer_etiqueta
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import citar
from promueve_gui.domain.frozen import frozen
from promueve_gui.domain.fuera_del_texto import (
    Cotejo,
    ajenos_escritos,
    en_los_margenes,
    imagenes_agregadas,
    sin_la_hoja,
)
from promueve_gui.domain.importacion import Problema
from promueve_gui.domain.lugar_y_fecha import LUGAR_Y_FECHA, partido
from promueve_gui.domain.mensajes_red import liga_agregada
from promueve_gui.domain.pertenencia import es_de_varios, repartir
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto_devuelto import PARTE, CampoRevisado, ClaseAjena, TextoDevuelto
from promueve_gui.domain.texto_rehecho import CampoFuente, rehacer, una_linea

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from promueve_gui.domain.devueltos import LibroDevuelto
    from promueve_gui.domain.enriquecido import Bloque
    from promueve_gui.domain.ficha import Campo, Id, Registro, Valor
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import Ajeno, Componer, ParrafoDevuelto, ParrafoEscrito
    from promueve_gui.domain.visto import Memoria

    _Mudo: TypeAlias = tuple[int, ParrafoDevuelto]  # after which paragraph it stood, -1 for the first

_EN_LOS_DOS = "«{campo}» de «{titulo}» también se cambió en el proyecto después de exportarlo; decida cuál vale."
_SIN_ENVIO = "«{campo}» de «{titulo}» difiere y no se sabe de qué exportación es el archivo; decida cuál vale."
_YA_NO_VIENE = "«{campo}» de «{titulo}» ya no viene en el archivo; decida si se borra o se conserva."
_VACIADO = "«{campo}» ya no viene en el archivo, pero hace falta; se conserva el del proyecto."
_SIN_FECHA = "«{texto}» no se entiende como lugar y fecha y no se tomó; corríjalos en el contenido."
_SIN_RENGLON = "«{texto}» ya no viene en el archivo; se conservan el lugar y la fecha del proyecto."
_SIN_LUGAR = "«{texto}» ya no dice el lugar; se conserva el del proyecto."
_MENSAJE = f"{PARTE}texto"  # how the key of what a network gets ends
_LUGAR_Y_FECHA, _LO_DEMAS = "Lugar y fecha", "Otras partes del documento"
_AJENO = "En «{campo}» hay {que}{dice}, que no se tomó; agregue al texto lo que haga falta."
_TACHADO = "En «{campo}» viene tachado «{texto}» y se tomó como si no lo estuviera; si sobra, bórrelo."
_OTRA_ETIQUETA = "La etiqueta «{antes}» dice ahora «{despues}»; no es parte del texto y no se tomó."
_SIN_ETIQUETA = "La etiqueta «{antes}» ya no viene en el archivo; todo lo que dice su renglón se tomó como texto."
_IDO = "«{campo}» es de {que} que ya no está en el proyecto y no se tomó."


@frozen(kw_only=True)
class PartesTexto:
    """The sides of a comparison. ``base`` is the project as the document left it, ``None`` when nobody knows."""

    contenido: Id
    nuestro: Proyecto
    base: Proyecto | None
    memoria: Memoria
    componer: Componer


def compare_text(libro: LibroDevuelto, partes: PartesTexto, avisos: Sequence[str], posicion: int) -> Devolucion:
    """Return how a document differs from its content, field by field."""
    comparacion = _Comparacion(libro, partes)
    comparacion.compare()
    return Devolucion(
        libro=libro,
        area=None,
        diferencias=comparacion.diferencias,
        iguales={} if comparacion.diferencias else {Contenido.ENTIDAD: 1},
        conservados=comparacion.conservados,
        problemas=[*libro.problemas, *comparacion.problemas],
        avisos=avisos,
        posicion=posicion,
        contenido=partes.contenido,
        revisados=comparacion.revisados,
    )


@dataclass(slots=True)
class _Campo:
    """The lines of a field, as they left and as they came back with the place of the line that each was."""

    escritos: list[ParrafoEscrito] = field(default_factory=list)
    devueltos: list[tuple[ParrafoDevuelto, int | None]] = field(default_factory=list)


class _Comparacion:
    def __init__(self, libro: LibroDevuelto, partes: PartesTexto) -> None:
        self._partes = partes
        self._base = partes.nuestro if partes.base is None else partes.base
        contenido = self._base.get(Contenido, partes.contenido)
        # A document of a content that was taken back and made again since is compared with the one of today.
        self._contenido = contenido or cast("Contenido", partes.nuestro.get(Contenido, partes.contenido))
        self._texto = libro.texto or TextoDevuelto(parrafos=())
        self._devueltos: list[ParrafoDevuelto] = []
        self._callados: dict[str, list[ParrafoDevuelto]] = {}  # what says nothing any more, by field
        self.diferencias: list[Diferencia] = []
        self.problemas: list[Problema] = []
        self.revisados: list[CampoRevisado] = []
        self.conservados = 0

    def compare(self) -> None:
        """Compare every field of the document."""
        escritos = self._partes.componer(self._contenido, self._base)
        dichos, de_la_hoja = sin_la_hoja(self._texto.parrafos, escritos, self._texto.hoja)
        self._devueltos, mudos = _con_palabras(dichos)
        pares = alinear(escritos, self._devueltos)
        propios = repartir(escritos, self._devueltos, pares)
        por_marca = {escrito.marca: escrito.campo for escrito in escritos if escrito.marca}
        ultimo = max((lugar for lugar, par in enumerate(pares) if par is not None), default=-1)
        for lugar, mudo in mudos:
            de_marca = next((por_marca[marca] for marca in mudo.marcas if marca in por_marca), "")
            campo = de_marca or (propios[lugar] if lugar >= 0 else "")
            if not de_marca and lugar >= ultimo:  # what a letterhead ends with
                campo = ""
            self._callados.setdefault(campo, []).append(mudo)
        self._callados.setdefault("", []).extend(de_la_hoja)
        for nombre, hallado in self._campos(escritos, pares, propios).items():
            if nombre == LUGAR_Y_FECHA:
                self._place_and_day(hallado)
            else:
                self._field(nombre, hallado)
        self._tell_rest(Cotejo(escritos, self._devueltos, pares, propios, self._texto.hoja))

    def _campos(
        self, escritos: Sequence[ParrafoEscrito], pares: Sequence[int | None], propios: Sequence[str]
    ) -> dict[str, _Campo]:
        hallados: dict[str, _Campo] = {}
        lugares: dict[int, int] = {}
        for lugar, escrito in enumerate(escritos):
            if escrito.campo and not escrito.titula:
                suyos = hallados.setdefault(escrito.campo, _Campo()).escritos
                lugares[lugar] = len(suyos)
                suyos.append(escrito)
        for devuelto, par, propio in zip(self._devueltos, pares, propios, strict=True):
            if propio:
                lugar_suyo = None if par is None else lugares[par]
                hallados.setdefault(propio, _Campo()).devueltos.append((devuelto, lugar_suyo))
        return hallados

    def _field(self, clave: str, hallado: _Campo) -> None:
        entidad, identidad, nombre = _partida(clave, self._partes.contenido)
        tipo = POR_ENTIDAD[entidad]
        campo = campos(tipo)[nombre]
        antes = self._base.registro(entidad, identidad)
        ahora = self._partes.nuestro.registro(entidad, identidad)
        if antes is None or ahora is None:
            que = tipo.uno()
            self._problem(_IDO.format(campo=campo.etiqueta, que=que), "")
            return
        fuente = str(getattr(antes, nombre))
        liga = liga_agregada(self._base, self._contenido, fuente) if clave.endswith(_MENSAJE) else ""
        escritos, devueltos = self._values(hallado, liga)
        if _sin_cambios(escritos, [bloque for bloque, _ in devueltos], rico=campo.rico):
            suyo = fuente
        else:
            combinado = partial(combinar, contenido=self._contenido, proyecto=self._base)
            origen = CampoFuente.of(fuente, escritos, combinado, rico=campo.rico)
            suyo = (rehacer if es_de_varios(clave) else una_linea)(origen, devueltos)
        self._difference(ahora, nombre, campo, (fuente, suyo))
        textos = _leido(escritos, rico=campo.rico), _leido([bloque for bloque, _ in devueltos], rico=campo.rico)
        if textos[0] == textos[1]:
            textos = fuente, suyo  # only what it looks like differs: the marks tell
        trabajados = [*(devuelto for devuelto, _ in hallado.devueltos), *self._callados.get(clave, ())]
        self._note(ahora, nombre, campo.etiqueta, textos, trabajados)
        for ajeno in (ajeno for trabajado in trabajados for ajeno in trabajado.ajenos):
            self._tell_foreign(campo.etiqueta, ajeno)

    def _tell_foreign(self, donde: str, ajeno: Ajeno) -> None:
        if ajeno.clase is ClaseAjena.TACHADO:
            self._problem(_TACHADO.format(campo=donde, texto=citar(ajeno.texto)), ajeno.texto)
            return
        dice = f" que dice «{citar(ajeno.texto)}»" if ajeno.texto else ""
        self._problem(_AJENO.format(campo=donde, que=ajeno.clase.value, dice=dice), ajeno.texto)

    def _values(self, hallado: _Campo, liga: str) -> tuple[list[Bloque], list[tuple[Bloque, int | None]]]:
        """Return the lines of a field without what only surrounds its text; a label that was edited is told."""
        etiqueta = next((escrito.etiqueta for escrito in hallado.escritos if escrito.etiqueta), "")
        escritos = [
            _valor(e.bloque, leer_etiqueta(e.bloque.texto, e.etiqueta, "").fin if e.etiqueta else 0, liga)
            for e in hallado.escritos
        ]
        devueltos: list[tuple[Bloque, int | None]] = []
        for devuelto, lugar in hallado.devueltos:
            bloque, fin = _propio(devuelto, hallado.escritos, lugar), 0
            if etiqueta and not devueltos:  # it stands before the first line alone
                leida = leer_etiqueta(bloque.texto, etiqueta, escritos[0].texto)
                fin = leida.fin
                if leida.dicha != etiqueta.strip():
                    mensaje = _OTRA_ETIQUETA if leida.dicha else _SIN_ETIQUETA
                    self._problem(mensaje.format(antes=etiqueta.strip(), despues=citar(leida.dicha)), bloque.texto)
            devueltos.append((_valor(bloque, fin, liga), lugar))
        return escritos, devueltos

    def _place_and_day(self, hallado: _Campo) -> None:
        """Compare the line with place and date, of which each is a field."""
        ahora = self._partes.nuestro.get(Contenido, self._partes.contenido)
        propios = [devuelto for devuelto, _ in hallado.devueltos]
        trabajados = [*propios, *self._callados.get(LUGAR_Y_FECHA, ())]
        self._note_rest(_LUGAR_Y_FECHA, trabajados)
        for ajeno in (ajeno for trabajado in trabajados for ajeno in trabajado.ajenos):
            self._tell_foreign(_LUGAR_Y_FECHA, ajeno)
        dichos = " ".join(devuelto.bloque.texto for devuelto, _ in hallado.devueltos)
        escritos = " ".join(escrito.bloque.texto for escrito in hallado.escritos)
        if ahora is None or dichos == escritos:
            return
        if not dichos:
            self._problem(_SIN_RENGLON.format(texto=citar(escritos)), "")
            return
        suyos, nuestros = partido(dichos), partido(escritos)
        if suyos is None or nuestros is None or (nuestros[1] and not suyos[1]):
            self._problem(_SIN_FECHA.format(texto=citar(dichos)), dichos)
            return
        if nuestros[0] and not suyos[0]:
            self._problem(_SIN_LUGAR.format(texto=citar(dichos)), dichos)
        for nombre, suyo, nuestro in zip(("lugar", "fecha"), suyos, nuestros, strict=True):
            if suyo and suyo != nuestro:
                campo = campos(Contenido)[nombre]
                self._difference(ahora, nombre, campo, (getattr(self._contenido, nombre), suyo))
                self._note(ahora, nombre, campo.etiqueta, (escritos, dichos), ())

    def _difference(self, ahora: Registro, nombre: str, campo: Campo, lados: tuple[Valor, Valor]) -> None:
        """Note how a field differs, if it does; ``lados`` are what left and what came back."""
        enviado, suyo = lados
        nuestro = getattr(ahora, nombre)
        if _igual(campo, suyo, enviado):
            self.conservados += not _igual(campo, nuestro, enviado)
            return
        texto = plano(str(suyo)) if campo.rico else str(suyo)
        if _igual(campo, suyo, nuestro) or self._partes.memoria.said(ahora.ENTIDAD, ahora.id, nombre, str(suyo)):
            return
        if campo.requerido and not texto.strip():
            self._problem(_VACIADO.format(campo=campo.etiqueta), "")
            return
        tipo, porque = self._kind(campo, enviado, nuestro, texto)
        self.diferencias.append(
            Diferencia(
                clave=_clave(ahora, nombre),
                tipo=tipo,
                entidad=ahora.ENTIDAD,
                id=ahora.id,
                titulo=ahora.titulo,
                lugar=Lugar(hoja=""),
                campo=nombre,
                base=enviado,
                nuestro=nuestro,
                suyo=suyo,
                texto=texto,
                mensaje=porque.format(campo=campo.etiqueta, titulo=ahora.titulo),
                valores={nombre: suyo},
                fila=ahora.id,
                dichos={nombre: str(suyo)},
            )
        )

    def _kind(self, campo: Campo, enviado: Valor, nuestro: Valor, texto: str) -> tuple[TipoDiferencia, str]:
        """Return what kind of difference it is and why it is asked about; what no longer comes is never deleted so."""
        if not texto.strip():
            return TipoDiferencia.FALTANTE, _YA_NO_VIENE
        if self._partes.base is None:
            return TipoDiferencia.CONFLICTO, _SIN_ENVIO
        if _igual(campo, nuestro, enviado):
            return TipoDiferencia.CAMBIO, ""
        return TipoDiferencia.CONFLICTO, _EN_LOS_DOS

    def _note(
        self,
        ahora: Registro,
        nombre: str,
        etiqueta: str,
        textos: tuple[str, str],
        devueltos: Sequence[ParrafoDevuelto],
    ) -> None:
        """Keep what people did to a field, where they did something."""
        clave = _clave(ahora, nombre)
        revisiones = tuple(revision for devuelto in devueltos for revision in devuelto.revisiones)
        comentarios = tuple(comentario for devuelto in devueltos for comentario in devuelto.comentarios)
        difiere = any(diferencia.clave == clave for diferencia in self.diferencias)
        if difiere or revisiones or comentarios:
            titulo = etiqueta if ahora.ENTIDAD == Contenido.ENTIDAD else f"{etiqueta}: {ahora.titulo}"
            self.revisados.append(
                CampoRevisado(
                    clave=clave,
                    titulo=titulo,
                    antes=textos[0],
                    despues=textos[1],
                    revisiones=revisiones,
                    comentarios=comentarios,
                )
            )

    def _tell_rest(self, cotejo: Cotejo) -> None:
        """Say what was changed in what is no field, and what was written where there is none."""
        dichos = [*cotejo.fuera(), *en_los_margenes(self._texto.margenes, cotejo.hoja)]
        self.problemas += [Problema("", None, "", dicho.texto, dicho.mensaje) for dicho in dichos]
        sueltos = [devuelto for devuelto, propio in zip(self._devueltos, cotejo.propios, strict=True) if not propio]
        alrededor = [*sueltos, *self._callados.get("", ())]
        demas = [*alrededor, *self._texto.margenes]
        self._note_rest(_LO_DEMAS, demas)
        imagenes = imagenes_agregadas(alrededor, self._texto.imagenes)
        for ajeno in [*ajenos_escritos(demas, cotejo.hoja), *imagenes]:
            self._tell_foreign(_LO_DEMAS, ajeno)

    def _note_rest(self, titulo: str, devueltos: Sequence[ParrafoDevuelto]) -> None:
        """Keep what people did to what is not taken from the document."""
        revisiones = tuple(revision for devuelto in devueltos for revision in devuelto.revisiones)
        comentarios = tuple(comentario for devuelto in devueltos for comentario in devuelto.comentarios)
        if revisiones or comentarios:
            dicho = CampoRevisado(titulo=titulo, revisiones=revisiones, comentarios=comentarios)
            self.revisados.append(dicho)

    def _problem(self, mensaje: str, texto: str) -> None:
        self.problemas.append(Problema("", None, "", texto, mensaje))


def _con_palabras(parrafos: Sequence[ParrafoDevuelto]) -> tuple[list[ParrafoDevuelto], list[_Mudo]]:
    """Return a paragraph for each line that says something, and those that say nothing any more but were worked on."""
    hechos: list[ParrafoDevuelto] = []
    mudos: list[_Mudo] = []
    for parrafo in parrafos:
        bloques = renglones(parrafo.bloque)
        if not bloques and (parrafo.revisiones or parrafo.comentarios or parrafo.ajenos):
            mudos.append((len(hechos) - 1, parrafo))
        for lugar, bloque in enumerate(bloques):
            hecho = replace(parrafo, bloque=bloque)
            hechos.append(replace(hecho, revisiones=(), comentarios=(), ajenos=()) if lugar else hecho)
    return hechos, mudos


def _partida(clave: str, contenido: Id) -> tuple[str, Id, str]:
    """Return kind, identity and field that a key of the document names."""
    if PARTE not in clave:
        return Contenido.ENTIDAD, contenido, clave
    entidad, identidad, nombre = clave.split(PARTE)
    return entidad, identidad, nombre


def _clave(registro: Registro, nombre: str) -> str:
    return f"{registro.ENTIDAD}:{registro.id}:{nombre}"


def _propio(devuelto: ParrafoDevuelto, escritos: Sequence[ParrafoEscrito], lugar: int | None) -> Bloque:
    """Return a block as its line was, where the file only says what it looks like because of a deleted one."""
    if lugar is None or not devuelto.heredado:
        return devuelto.bloque
    escrito = escritos[lugar].bloque
    return replace(devuelto.bloque, clase=escrito.clase, numero=escrito.numero)


def _valor(bloque: Bloque, inicio: int, liga: str) -> Bloque:
    """Return a block from where its text begins, without the link put after it where it has it still."""
    texto = bloque.texto
    fin = len(texto) - len(liga) if texto.endswith(liga) else len(texto)
    return ordenado(replace(bloque, tramos=recortado(bloque.tramos, inicio, max(inicio, fin))))


def _leido(bloques: Sequence[Bloque], *, rico: bool) -> str:
    return "\n".join(bloque.leido if rico else bloque.texto for bloque in bloques)


def _sin_cambios(escritos: Sequence[Bloque], devueltos: Sequence[Bloque], *, rico: bool) -> bool:
    if not rico:
        return [uno.texto for uno in escritos] == [otro.texto for otro in devueltos]
    return len(escritos) == len(devueltos) and all(
        iguales(uno, otro) and (uno.clase is not Clase.NUMERO or uno.numero == otro.numero)
        for uno, otro in zip(escritos, devueltos, strict=True)
    )


def _igual(campo: Campo, uno: Valor, otro: Valor) -> bool:
    """Tell whether two values of a field are the same, whatever the blank lines of a rich text."""
    if uno == otro or not campo.rico:
        return uno == otro
    return escribir(leer(str(uno))) == escribir(leer(str(otro)))
