"""What people read of a returned field: which words differ, and who did what."""

from __future__ import annotations

from promueve_gui.application.word_report import (
    EN_CONFLICTO,
    LO_QUE_CAMBIA,
    SIN_AUTOR,
    YA_ESTA,
    caption,
    difference_of,
    notes_of,
    summary_of,
    told_words,
    words_of,
)
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.diferencias import Decision, Devolucion, Diferencia, Lugar, TipoDiferencia
from promueve_gui.domain.palabras_diferentes import Suerte, Trozo
from promueve_gui.domain.texto_devuelto import CampoRevisado, Comentario, Revision
from tests.projects import project_of

CUANDO = "2026-11-20T10:30:00Z"
REVISADO = CampoRevisado(
    titulo="Texto",
    clave="contenido:b:cuerpo",
    antes="uno dos",
    despues="uno tres",
    revisiones=(Revision(agregado=True, texto=" tres", autor="Ana", momento=CUANDO),),
    comentarios=(
        Comentario(texto="¿Y esto?", citado="uno", autor="Luis", momento="ayer"),
        Comentario(texto="Sin más"),
    ),
)
PROYECTO = project_of()


def difference(tipo: TipoDiferencia, nuestro: str = "uno dos", suyo: str = "uno tres") -> Diferencia:
    return Diferencia(
        clave="contenido:b:cuerpo",
        tipo=tipo,
        entidad="contenido",
        id="b",
        titulo="T",
        lugar=Lugar(hoja=""),
        campo="cuerpo",
        nuestro=nuestro,
        suyo=suyo,
    )


def returned(*diferencias: Diferencia) -> Devolucion:
    libro = LibroDevuelto(archivo="a", huella="h", sello=Sello())
    return Devolucion(libro=libro, area=None, diferencias=diferencias, iguales={}, conservados=0, problemas=())


def test_a_field_finds_its_difference() -> None:
    cambia = difference(TipoDiferencia.CAMBIO)
    assert difference_of(returned(cambia), REVISADO) == cambia
    assert difference_of(returned(), REVISADO) is None
    assert difference_of(returned(cambia), CampoRevisado(titulo="Otras")) is None


def test_the_caption_says_what_the_marks_mean() -> None:
    assert caption(None) == YA_ESTA
    assert caption(difference(TipoDiferencia.CAMBIO)) == LO_QUE_CAMBIA
    assert caption(difference(TipoDiferencia.CONFLICTO)) == EN_CONFLICTO


def test_words_of_a_change_are_those_of_the_file() -> None:
    esperado = (Trozo(Suerte.IGUAL, "uno "), Trozo(Suerte.QUITADO, "dos"), Trozo(Suerte.AGREGADO, "tres"))
    assert words_of(REVISADO, difference(TipoDiferencia.CAMBIO), PROYECTO) == esperado
    assert words_of(REVISADO, None, PROYECTO) == esperado
    assert told_words(esperado) == "Se quita: dos. Se agrega: tres"
    assert told_words((Trozo(Suerte.IGUAL, "uno"),)) == "Sin diferencias"


def test_what_is_short_is_told_as_it_is() -> None:
    assert told_words((Trozo(Suerte.QUITADO, " … "), Trozo(Suerte.AGREGADO, "«y»"))) == "Se quita: …. Se agrega: «y»"


def test_of_a_long_address_as_much_is_told_as_fits() -> None:
    larga = "https://datos.gob.mx/" + "a" * 200
    assert told_words((Trozo(Suerte.QUITADO, larga),)) == f"Se quita: {larga[:119]}…"
    quitada = Revision(agregado=False, texto=larga, autor="Ana", momento="")
    assert notes_of(CampoRevisado(titulo="URL", revisiones=(quitada,))) == f"Ana quitó «{larga[:119]}…»"


def test_words_of_a_conflict_are_those_of_both_sides() -> None:
    dichas = words_of(REVISADO, difference(TipoDiferencia.CONFLICTO, "cuatro"), PROYECTO)
    assert "".join(t.texto for t in dichas if t.suerte is not Suerte.AGREGADO) == "cuatro"
    marcas = words_of(REVISADO, difference(TipoDiferencia.CONFLICTO, "**uno**", "uno"), PROYECTO)
    assert "".join(t.texto for t in marcas if t.suerte is not Suerte.AGREGADO) == "**uno**"


def test_a_field_in_a_few_words() -> None:
    cambia = difference(TipoDiferencia.CAMBIO)
    assert summary_of(REVISADO, cambia, {}) == "Cambia\nLo del archivo\n2 comentarios\n1 cambio marcado"
    decidida = {cambia.clave: Decision.CONSERVAR}
    assert summary_of(CampoRevisado(titulo="T"), cambia, decidida) == "Cambia\nLo del proyecto"
    assert summary_of(CampoRevisado(titulo="T"), None, {}) == ""


def test_notes_say_who_and_when() -> None:
    assert notes_of(REVISADO).split("\n") == [
        "Luis comentó sobre «uno»: ¿Y esto?",
        f"{SIN_AUTOR} comentó: Sin más",
        "Ana (20/11/2026 10:30) agregó «tres»",
    ]


def test_resolved_comments_and_answers_are_told_apart() -> None:
    respuestas = (Comentario(texto="Del INEGI", autor="Luis"), Comentario(texto="Gracias", autor="Ana"))
    hilo = Comentario(texto="¿Fuente?", autor="Ana", resuelto=True, respuestas=respuestas)
    abierto = Comentario(texto="Revisar", autor="Ana")
    revisado = CampoRevisado(titulo="T", comentarios=(hilo, abierto))
    assert notes_of(revisado).split("\n") == [
        "Resuelto · Ana comentó: ¿Fuente?",
        "    ↳ Luis respondió: Del INEGI",
        "    ↳ Ana respondió: Gracias",
        "Ana comentó: Revisar",
    ]
    assert summary_of(revisado, None, {}) == "1 comentario\n1 comentario resuelto"
    assert summary_of(CampoRevisado(titulo="T", comentarios=(hilo, hilo)), None, {}) == "2 comentarios resueltos"


def test_notes_on_what_was_taken_out() -> None:
    quitado = CampoRevisado(titulo="T", revisiones=(Revision(agregado=False, texto="dos", autor="Ana"),))
    assert notes_of(quitado) == "Ana quitó «dos»"
