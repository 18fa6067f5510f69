"""What people read of a field that came back in Word: which words differ, who changed and commented what, and when."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from promueve_gui.application.return_report import decision_on
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.ficha import campos
from promueve_gui.domain.formato import acortar, citar, mostrar
from promueve_gui.domain.palabras_diferentes import Suerte, comparar
from promueve_gui.domain.registros import POR_ENTIDAD
from promueve_gui.domain.texto import contado

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia
    from promueve_gui.domain.palabras_diferentes import Trozo
    from promueve_gui.domain.proyecto import Proyecto
    from promueve_gui.domain.texto_devuelto import CampoRevisado, Comentario, Revision

LARGO_DE_PASAJE = 120  # characters of a passage that a sentence repeats
SIN_AUTOR = "Sin nombre"
RESUELTO = "Resuelto · "  # in front of a comment that somebody marked as dealt with
LO_QUE_CAMBIA = "Lo que el archivo cambia: tachado lo que quita, subrayado lo que agrega"
EN_CONFLICTO = "Tachado lo que solo dice el proyecto hoy, subrayado lo que solo dice el archivo"
YA_ESTA = "Dice lo mismo que el proyecto"


def difference_of(devolucion: Devolucion, revisado: CampoRevisado) -> Diferencia | None:
    """Return the difference of a field, where it has one."""
    return next((d for d in devolucion.diferencias if revisado.clave and d.clave == revisado.clave), None)


def caption(diferencia: Diferencia | None) -> str:
    """Return what the marks of a field's words mean."""
    if diferencia is None:
        return YA_ESTA
    return EN_CONFLICTO if diferencia.tipo is TipoDiferencia.CONFLICTO else LO_QUE_CAMBIA


def words_of(revisado: CampoRevisado, diferencia: Diferencia | None, proyecto: Proyecto) -> tuple[Trozo, ...]:
    """Return the words of both sides: of what left and what came back or, in a conflict, of the project and the file.

    Where readers would see no difference, the marks of the format are shown.
    """
    if diferencia is None or diferencia.tipo is not TipoDiferencia.CONFLICTO:
        return comparar(revisado.antes, revisado.despues)
    campo = campos(POR_ENTIDAD[diferencia.entidad])[diferencia.campo]
    lados = [mostrar(campo, valor, proyecto) for valor in (diferencia.nuestro, diferencia.suyo)]
    if lados[0] == lados[1]:
        lados = [str(diferencia.nuestro), str(diferencia.suyo)]
    return comparar(*lados)


def told_words(trozos: tuple[Trozo, ...]) -> str:
    """Return in a sentence what differs, for those who hear it read."""
    quita, agrega = (
        "; ".join(acortar(t.texto, LARGO_DE_PASAJE) for t in trozos if t.suerte is suerte)
        for suerte in (Suerte.QUITADO, Suerte.AGREGADO)
    )
    partes = [f"{verbo}: {dicho}" for verbo, dicho in (("Se quita", quita), ("Se agrega", agrega)) if dicho]
    return ". ".join(partes) or "Sin diferencias"


def summary_of(revisado: CampoRevisado, diferencia: Diferencia | None, decididas: Mapping[str, Decision]) -> str:
    """Return a field in a few words: what will be done with it, and how much there is beside it."""
    partes = []
    if diferencia is not None:
        partes += [diferencia.tipo.etiqueta, decision_on(diferencia, decididas).etiqueta]
    for cuantos, uno, varios in (
        (sum(not comentario.resuelto for comentario in revisado.comentarios), "comentario", "comentarios"),
        (
            sum(comentario.resuelto for comentario in revisado.comentarios),
            "comentario resuelto",
            "comentarios resueltos",
        ),
        (len(revisado.revisiones), "cambio marcado", "cambios marcados"),
    ):
        if cuantos:
            partes.append(contado(cuantos, uno, varios))
    return "\n".join(partes)


def notes_of(revisado: CampoRevisado) -> str:
    """Return the comments on a field, with their answers, and its tracked changes, each with who and when."""
    lineas = [linea for comentario in revisado.comentarios for linea in _thread(comentario)]
    return "\n".join([*lineas, *(_revision(revision) for revision in revisado.revisiones)])


def _thread(comentario: Comentario) -> Iterator[str]:
    citado = f" sobre «{_short(comentario.citado)}»" if comentario.citado.strip() else ""
    yield f"{RESUELTO if comentario.resuelto else ''}{_who(comentario)} comentó{citado}: {comentario.texto}"
    for respuesta in comentario.respuestas:
        yield f"    ↳ {_who(respuesta)} respondió: {respuesta.texto}"


def _revision(revision: Revision) -> str:
    return f"{_who(revision)} {'agregó' if revision.agregado else 'quitó'} «{_short(revision.texto)}»"


def _who(hecho: Comentario | Revision) -> str:
    autor = acortar(hecho.autor, LARGO_DE_PASAJE) or SIN_AUTOR
    with suppress(ValueError):
        return f"{autor} ({datetime.fromisoformat(hecho.momento):%d/%m/%Y %H:%M})"
    return autor


def _short(texto: str) -> str:
    return citar(texto, LARGO_DE_PASAJE)
