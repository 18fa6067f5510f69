"""Three sides of a document: as it left, as it came back, as the project is today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.diferencias import TipoDiferencia
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, leer
from promueve_gui.domain.lugar_y_fecha import LUGAR_Y_FECHA
from promueve_gui.domain.partes_contenido import Lamina
from promueve_gui.domain.texto_devuelto import Comentario, ParrafoDevuelto, ParrafoEscrito, Revision, TextoDevuelto
from promueve_gui.domain.visto import Memoria, Visto
from promueve_gui.domain.vuelta_texto import PartesTexto, compare_text
from tests.projects import project_of

if TYPE_CHECKING:
    from promueve_gui.domain.diferencias import Devolucion
    from promueve_gui.domain.proyecto import Proyecto

CONTENIDO = Contenido(
    id="c", nombre="Abren los ríos", cuerpo="Primero del cuerpo\n\nSegundo del cuerpo", autor="Ana", lugar="Xalapa"
)
LAMINA = Lamina(id="l", contenido="c", orden=1, nombre="Portada de la charla", puntos="- Punto primero")
REVISION = Revision(agregado=False, texto="x")
COMENTARIO = Comentario(texto="¿Y esto?")


def lines(contenido: Contenido, proyecto: Proyecto) -> list[ParrafoEscrito]:
    """Return a small document: title, author, place, body, a slide and a closing."""
    hechos = [_written(contenido.nombre, "nombre"), _written(f"Autoría: {contenido.autor}", "autor", "Autoría: ")]
    hechos.append(_written(contenido.lugar, LUGAR_Y_FECHA))
    hechos += [replace(_written("", "cuerpo"), bloque=b, marca=f"m{n}") for n, b in enumerate(leer(contenido.cuerpo))]
    for lamina in proyecto.activos(Lamina):
        hechos.append(_written(lamina.nombre, f"lamina:{lamina.id}:nombre"))
        hechos += [replace(_written("", f"lamina:{lamina.id}:puntos"), bloque=b) for b in leer(lamina.puntos)]
    return [*hechos, _written("Fin del documento", "")]


def _written(texto: str, campo: str, etiqueta: str = "") -> ParrafoEscrito:
    return ParrafoEscrito(bloque=Bloque(Clase.PARRAFO, (Tramo(texto),)), campo=campo, etiqueta=etiqueta)


def document(base: Proyecto, contenido: Contenido = CONTENIDO) -> list[ParrafoDevuelto]:
    return [ParrafoDevuelto(bloque=escrito.bloque, marcas=(escrito.marca,)) for escrito in lines(contenido, base)]


def saying(parrafo: ParrafoDevuelto, texto: str, **more: Any) -> ParrafoDevuelto:
    return replace(parrafo, bloque=replace(parrafo.bloque, tramos=(Tramo(texto),)), **more)


def compared(
    devueltos: list[ParrafoDevuelto],
    nuestro: Proyecto | None = None,
    base: Proyecto | None = None,
    memoria: Memoria | None = None,
) -> Devolucion:
    libro = LibroDevuelto(archivo="a.docx", huella="h", sello=Sello(), texto=TextoDevuelto(parrafos=devueltos))
    partes = PartesTexto(
        contenido="c",
        nuestro=nuestro or project_of(CONTENIDO, LAMINA),
        base=base,
        memoria=memoria or Memoria(),
        componer=lines,
    )
    return compare_text(libro, partes, ["aviso"], 7)


BASE = project_of(CONTENIDO, LAMINA)


def test_what_comes_from_elsewhere_and_no_longer_comes_is_told_in_one_sentence() -> None:
    otras = ["Fin del documento", "Contacto de prensa", "Tel. 55"]

    def closing(contenido: Contenido, proyecto: Proyecto) -> list[ParrafoEscrito]:
        return [*lines(contenido, proyecto)[:-1], *(_written(otra, "") for otra in otras)]

    def told() -> list[str]:
        libro = LibroDevuelto(archivo="a.docx", huella="h", sello=Sello(), texto=TextoDevuelto(parrafos=document(BASE)))
        partes = PartesTexto(contenido="c", nuestro=BASE, base=BASE, memoria=Memoria(), componer=closing)
        return [problema.mensaje for problema in compare_text(libro, partes, [], 0).problemas]

    varios = "renglón más ya no vienen; salen de otros datos y no se quitaron. Quítelos de ellos si sobran."
    assert told() == [f"«Contacto de prensa» y 1 {varios}"]
    otras.append("Otro")
    assert told() == [f"«Contacto de prensa» y 2 {varios.replace('renglón', 'renglones')}"]
    del otras[2:]
    quitado = "sale de otros datos y no se quitó. Quítelo de ellos si sobra."
    assert told() == [f"«Contacto de prensa» ya no viene en el archivo; {quitado}"]


def test_without_changes_nothing_differs() -> None:
    devolucion = compared(document(BASE), base=BASE)
    assert devolucion.diferencias == []
    assert (devolucion.iguales, devolucion.conservados, devolucion.posicion) == ({"contenido": 1}, 0, 7)
    assert (devolucion.contenido, list(devolucion.avisos), list(devolucion.revisados)) == ("c", ["aviso"], [])


def test_only_theirs_is_certain() -> None:
    devueltos = document(BASE)
    devueltos[4] = saying(devueltos[4], "Segundo del cuerpo, corregido")
    (diferencia,) = compared(devueltos, base=BASE).diferencias
    assert (diferencia.tipo, diferencia.campo, diferencia.clave) == (
        TipoDiferencia.CAMBIO,
        "cuerpo",
        "contenido:c:cuerpo",
    )
    assert diferencia.valores == {"cuerpo": "Primero del cuerpo\n\nSegundo del cuerpo, corregido"}
    assert (diferencia.base, diferencia.nuestro) == (CONTENIDO.cuerpo, CONTENIDO.cuerpo)
    assert diferencia.mensaje == ""


def test_only_ours_is_kept() -> None:
    nuestro = project_of(replace(CONTENIDO, cuerpo="Otro cuerpo nuestro"), LAMINA)
    devolucion = compared(document(BASE), nuestro, BASE)
    assert (devolucion.diferencias, devolucion.conservados) == ([], 1)


def test_both_is_a_conflict_without_default() -> None:
    nuestro = project_of(replace(CONTENIDO, nombre="Otro título nuestro"), LAMINA)
    devueltos = document(BASE)
    devueltos[0] = saying(devueltos[0], "Se abren los ríos")
    (diferencia,) = compared(devueltos, nuestro, BASE).diferencias
    assert (diferencia.tipo, diferencia.cierta) == (TipoDiferencia.CONFLICTO, False)
    assert "también se cambió en el proyecto después de exportarlo" in diferencia.mensaje


def test_the_same_change_at_both_sides_is_none_whatever_the_blank_lines() -> None:
    nuestro = project_of(replace(CONTENIDO, cuerpo="Primero del cuerpo\nSegundo corregido del cuerpo"), LAMINA)
    devueltos = document(BASE)
    devueltos[4] = saying(devueltos[4], "Segundo corregido del cuerpo")
    assert compared(devueltos, nuestro, BASE).diferencias == []


def test_what_was_dealt_with_before_is_not_proposed_again() -> None:
    devueltos = document(BASE)
    devueltos[0] = saying(devueltos[0], "Se abren los ríos")
    visto = Visto()
    visto.note_cell("contenido", "c", "nombre", "Se abren los ríos")
    assert compared(devueltos, base=BASE, memoria=Memoria([(1, visto)])).diferencias == []


def test_without_knowing_what_left_all_is_asked() -> None:
    devueltos = document(BASE)
    devueltos[0] = saying(devueltos[0], "Se abren los ríos")
    (diferencia,) = compared(devueltos).diferencias
    assert diferencia.tipo is TipoDiferencia.CONFLICTO
    assert "no se sabe de qué exportación es el archivo" in diferencia.mensaje


def test_labels_are_no_part_of_a_value_and_may_be_taken_away() -> None:
    devueltos = document(BASE)
    for dicho, autor in (
        ("Autoría: Ana Ruiz", "Ana Ruiz"),
        ("Ana de la Autoría", "Ana de la Autoría"),
        ("Autoría:", ""),
    ):
        devueltos[1] = saying(devueltos[1], dicho)
        (diferencia,) = compared(devueltos, base=BASE).diferencias
        assert (diferencia.campo, diferencia.suyo) == ("autor", autor)


def test_slides_are_compared_like_fields() -> None:
    devueltos = document(BASE)
    devueltos[5] = saying(devueltos[5], "Portada nueva de la charla", comentarios=(COMENTARIO,))
    devolucion = compared(devueltos, base=BASE)
    (diferencia,) = devolucion.diferencias
    assert (diferencia.entidad, diferencia.id, diferencia.campo) == ("lamina", "l", "nombre")
    assert [r.titulo for r in devolucion.revisados] == ["Título de la lámina: Portada de la charla"]


def test_a_slide_that_is_gone_is_told() -> None:
    devueltos = document(BASE)
    devolucion = compared(devueltos, project_of(CONTENIDO), BASE)
    assert {p.mensaje for p in devolucion.problemas} == {
        "«Título de la lámina» es de una lámina que ya no está en el proyecto y no se tomó.",
        "«Puntos» es de una lámina que ya no está en el proyecto y no se tomó.",
    }


def test_a_content_that_was_not_there_yet_is_compared_with_today() -> None:
    assert compared(document(BASE), base=project_of(LAMINA)).diferencias == []


def test_only_its_look_differs_and_the_marks_tell() -> None:
    devueltos = document(BASE)
    tramos = (Tramo("Primero", negrita=True), Tramo(" del cuerpo"))
    devueltos[3] = replace(devueltos[3], bloque=Bloque(Clase.PARRAFO, tramos))
    (revisado,) = compared(devueltos, base=BASE).revisados
    assert revisado.despues == "**Primero** del cuerpo\n\nSegundo del cuerpo"


def test_a_number_that_changed_is_a_change() -> None:
    contenido = replace(CONTENIDO, cuerpo="1. uno\n2. dos")
    base = project_of(contenido)
    devueltos = document(base, contenido)
    for lugar, numero in ((3, 4), (4, 5)):
        devueltos[lugar] = replace(devueltos[lugar], bloque=replace(devueltos[lugar].bloque, numero=numero))
    (diferencia,) = compared(devueltos, base, base).diferencias
    assert diferencia.suyo == "4. uno\n5. dos"


def test_notes_go_to_the_field_that_they_were_on() -> None:
    devueltos = document(BASE)
    devueltos[4] = replace(devueltos[4], revisiones=(REVISION,), comentarios=(COMENTARIO,))
    devueltos[2] = replace(devueltos[2], comentarios=(COMENTARIO,))
    devueltos[7] = replace(devueltos[7], revisiones=(REVISION,))
    revisados = compared(devueltos, base=BASE).revisados
    assert [(r.titulo, len(r.revisiones), len(r.comentarios)) for r in revisados] == [
        ("Lugar y fecha", 0, 1),
        ("Texto", 1, 1),
        ("Otras partes del documento", 1, 0),
    ]
    assert [r.clave for r in revisados] == ["", "contenido:c:cuerpo", ""]


def test_what_was_deleted_whole_is_told_where_it_was() -> None:
    vacio = Bloque(Clase.PARRAFO, ())
    con_marca = ParrafoDevuelto(bloque=vacio, marcas=("ajena", "m1"), revisiones=(REVISION,))
    sin_marca = ParrafoDevuelto(bloque=vacio, revisiones=(REVISION,))
    devueltos = document(BASE)
    revisados = compared([sin_marca, *devueltos[:4], *devueltos[5:], con_marca], base=BASE).revisados
    assert [(r.titulo, len(r.revisiones)) for r in revisados] == [("Texto", 1), ("Otras partes del documento", 1)]
    entre = compared([*devueltos[:5], sin_marca, *devueltos[5:]], base=BASE).revisados
    assert [r.titulo for r in entre] == ["Texto"]


def test_a_line_broken_in_two_keeps_its_notes_once() -> None:
    devueltos = document(BASE)
    devueltos[4] = saying(devueltos[4], "Segundo del\ncuerpo", comentarios=(COMENTARIO,))
    (revisado,) = compared(devueltos, base=BASE).revisados
    assert len(revisado.comentarios) == 1


def test_place_and_day_need_their_content_to_be_there() -> None:
    devueltos = document(BASE)
    devueltos[2] = saying(devueltos[2], "Puebla")
    (diferencia,) = compared(devueltos, base=BASE).diferencias
    assert (diferencia.campo, diferencia.suyo) == ("lugar", "Puebla")
    devueltos[2] = saying(devueltos[2], "Puebla, 31 de febrero de 2026")
    devolucion = compared(devueltos, base=BASE)
    assert devolucion.diferencias == []
    assert [p.valor for p in devolucion.problemas] == ["Puebla, 31 de febrero de 2026"]


def test_what_is_no_field_is_told_where_it_changed() -> None:
    devueltos = document(BASE)
    devueltos[7] = saying(devueltos[7], "Fin de todo el documento")
    suelto = saying(devueltos[0], "Algo suelto después del autor")
    devolucion = compared([devueltos[0], suelto, *devueltos[1:]], base=BASE)
    assert devolucion.diferencias == []
    suelto_dicho, fin_dicho = (problema.mensaje for problema in devolucion.problemas)
    assert suelto_dicho.startswith("«Algo suelto después del autor» se escribió fuera de los textos del contenido")
    assert suelto_dicho.endswith("no se tomó; si hace falta, cópielo en un campo.")
    assert fin_dicho.startswith("«Fin del documento» dice ahora «Fin de todo el documento»; sale de otros datos")
    assert fin_dicho.endswith("no se tomó. Corríjalo en ellos si hace falta.")


def test_what_no_longer_comes_is_asked_about() -> None:
    devueltos = document(BASE)
    (diferencia,) = compared([*devueltos[:3], *devueltos[5:]], base=BASE).diferencias
    assert (diferencia.tipo, diferencia.campo, diferencia.suyo) == (TipoDiferencia.FALTANTE, "cuerpo", "")
    assert diferencia.mensaje == (
        "«Texto» de «Abren los ríos» ya no viene en el archivo; decida si se borra o se conserva."
    )


def test_a_title_that_is_gone_stays() -> None:
    devolucion = compared(document(BASE)[1:], base=BASE)
    assert devolucion.diferencias == []
    assert [p.mensaje for p in devolucion.problemas] == [
        "«Título» ya no viene en el archivo, pero hace falta; se conserva el del proyecto."
    ]


def test_a_book_without_text_differs_in_nothing_that_it_says() -> None:
    libro = LibroDevuelto(archivo="a", huella="h", sello=Sello())
    partes = PartesTexto(contenido="c", nuestro=BASE, base=BASE, memoria=Memoria(), componer=lines)
    assert [d.campo for d in compare_text(libro, partes, (), 0).diferencias] == ["autor", "cuerpo", "puntos"]


def told_of_label(texto: str) -> tuple[dict[str, Any], list[str]]:
    """Return what is taken, and what is told, of a line that left as «Autoría: Ana»."""
    devueltos = document(BASE)
    devueltos[1] = saying(devueltos[1], texto)
    devolucion = compared(devueltos, base=BASE)
    return {d.campo: d.suyo for d in devolucion.diferencias}, [p.mensaje for p in devolucion.problemas]


def test_a_label_that_was_edited_is_told_and_no_text() -> None:
    otra = "La etiqueta «Autoría:» dice ahora «Autoras:»; no es parte del texto y no se tomó."
    assert told_of_label("Autoras: Ana") == ({}, [otra])
    assert told_of_label("Autoras: Ana y Eva") == ({"autor": "Ana y Eva"}, [otra])


def test_a_label_that_was_taken_away_is_told() -> None:
    falta = "La etiqueta «Autoría:» ya no viene en el archivo; todo lo que dice su renglón se tomó como texto."
    assert told_of_label("Ana") == ({}, [falta])
    assert told_of_label("Escribió Eva") == ({"autor": "Escribió Eva"}, [falta])
