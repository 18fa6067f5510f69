"""News by e-mail: who is told, what, and what can never be left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promueve_gui.application.export_documents import Entrega, Exporter, nombre_de
from promueve_gui.application.newsletters import (
    BAJA,
    NewsMaker,
    Novedades,
    PedidoNovedades,
    contenidos_de,
    destinatarios,
    redactar_novedades,
    template_change,
)
from promueve_gui.application.ports import Cancelled
from promueve_gui.domain.catalogos import PlantillaCorreo
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.difusion import Publicacion
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.grupos import Contacto, GrupoUsuarios
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.proyecto import Proyecto
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.application.test_export_documents import write_content, write_format
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.domain.ficha import Id, Registro

DIA = date(2026, 3, 1)
MOMENTO = datetime(2026, 3, 10, 12, tzinfo=UTC)
INSTITUCION = Institucion(id="i", nombre="Secretaría de Ríos", siglas="SRP", correo_contacto="datos@ejemplo.gob.mx")
GRUPO = GrupoUsuarios(id="g", nombre="Pescadores de la ribera")
OTRO = GrupoUsuarios(id="o", nombre="Periodistas", siglas="PD")
MENSAJE = PlantillaCorreo(
    id="m",
    nombre="Novedades",
    clave="novedades",
    asunto="{siglas}: {periodo}",
    cuerpo="A {grupo}:\n\n{contenidos}\n\n{remitente}",
)
BOLETIN = Contenido(
    id="b", nombre="Nuevos aforos", tipo=TipoContenido.BOLETIN, estado=EstadoContenido.APROBADO, fecha=DIA
)
PEDIDO = PedidoNovedades(grupos=("g", "o"), desde=DIA, hasta=DIA, mensaje=MENSAJE)


def contact(identidad: str, correo: str, grupo: str = "g", **otros: object) -> Contacto:
    comun = Contacto(id=identidad, nombre=identidad, grupo=grupo, correo=correo, aviso_fecha=DIA)
    return replace(comun, **otros)  # type: ignore[arg-type]  # fields by name


ANA = contact("ana", "ana@ejemplo.mx")


class Shelf:
    """Files that are kept in memory; those named refuse."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.written: dict[str, Novedades] = {}
        self.folders: list[Path] = []

    def write_atomically(self, path: Path, writer: Callable[[Path], None]) -> None:
        if self.refuses and self.refuses in path.name:
            raise PermissionError(path)
        writer(path)

    def make_folder(self, path: Path) -> None:
        self.folders.append(path)

    def write(self, novedades: Novedades, path: Path) -> None:
        self.written[path.name] = novedades


def maker(shelf: Shelf) -> NewsMaker:
    return NewsMaker(Exporter(shelf, {}, write_content, write_format), shelf.write, lambda novedades: novedades.asunto)


def entrega(*registros: Registro) -> Entrega:
    return Entrega(proyecto=project_of(*registros), momento=MOMENTO)


def test_those_who_may_be_written_to_are_told_apart_from_the_others() -> None:
    proyecto = project_of(
        GRUPO,
        OTRO,
        ANA,
        contact("dos", " ANA@ejemplo.mx "),
        contact("no", "no@ejemplo.mx", no_contactar=True),
        contact("sin", ""),
        contact("mal", "nadie"),
        contact("av", "av@ejemplo.mx", aviso_fecha=None),
        contact("ya", "ya@ejemplo.mx", retirado="Se fue"),
    )
    (suyos,) = destinatarios(proyecto)
    assert suyos.grupo is GRUPO
    assert suyos.correos == ("ana@ejemplo.mx",)
    dichos = "1 persona · 1 pidió no recibir correos, 1 sin aviso de privacidad, 1 sin correo, "
    assert suyos.frase.removeprefix(dichos) == "1 con el correo mal escrito"


def test_who_asked_not_to_be_contacted_anywhere_is_contacted_nowhere() -> None:
    vetada = contact("no", "Ana@Ejemplo.mx", grupo="o", no_contactar=True, retirado="Se fue")
    (suyos,) = destinatarios(project_of(GRUPO, OTRO, ANA, contact("b", "b@ejemplo.mx"), vetada))
    assert suyos.correos == ("b@ejemplo.mx",)
    assert suyos.frase == "1 persona · 1 pidió no recibir correos"


@pytest.mark.parametrize(
    "escrito",
    [
        "Ana Ríos <ana@ejemplo.mx>",
        "otra@ejemplo.mx; ANA@ejemplo.mx",
        "mailto:ana@ejemplo.mx.",
        '"Ríos, Ana" (ana@ejemplo.mx)',
        "ana @ ejemplo.mx",
        "'Ana@Ejemplo.mx'",
        "otra@ejemplo.mx/ana@ejemplo.mx",
        "ana@ejemplo.mx\u200b",
        "\uff21na\uff20ejemplo.mx",
        "ana (arroba) ejemplo.mx",
        "[Ana](mailto:ana@ejemplo.mx?subject=Baja)",
    ],
)
def test_who_opted_out_stays_out_however_the_address_was_typed(escrito: str) -> None:
    vetada = contact("no", escrito, grupo="o", no_contactar=True)
    suyos, _ = destinatarios(project_of(GRUPO, OTRO, ANA, contact("b", "b@ejemplo.mx"), vetada))
    assert suyos.correos == ("b@ejemplo.mx",)


def test_several_are_counted_in_the_plural() -> None:
    varios = [contact(n, f"{n}@ejemplo.mx", no_contactar=n > "b") for n in "abcd"]
    (suyos,) = destinatarios(project_of(GRUPO, *varios))
    assert suyos.frase == "2 personas · 2 pidieron no recibir correos"


@given(
    st.lists(
        st.builds(
            Contacto,
            id=st.uuids().map(str),
            grupo=st.sampled_from(["g", "o"]),
            correo=st.sampled_from(["a@ejemplo.mx", "A@ejemplo.mx", "b@ejemplo.mx", "c@ejemplo.mx", "", "x"]),
            no_contactar=st.booleans(),
            aviso_fecha=st.sampled_from([None, DIA]),
            retirado=st.sampled_from(["", "", "x"]),
        ),
        max_size=12,
    )
)
def test_nobody_who_opted_out_is_ever_written_to(contactos: list[Contacto]) -> None:
    vetados = {c.correo.lower() for c in contactos if c.no_contactar}
    for suyos in destinatarios(project_of(GRUPO, OTRO, *contactos)):
        assert not vetados & {correo.lower() for correo in suyos.correos}
        assert len({correo.lower() for correo in suyos.correos}) == len(suyos.correos)
        propios = [c for c in contactos if c.grupo == suyos.grupo.id and not c.retirado]
        fuera = suyos.no_contactar + suyos.sin_aviso + suyos.sin_correo
        assert len(suyos.correos) + fuera <= len(propios)


def test_contents_of_the_period_newest_first_and_drafts_only_when_wanted() -> None:
    borrador = replace(BOLETIN, id="d", estado=EstadoContenido.BORRADOR, fecha=date(2026, 3, 3))
    publicado = replace(BOLETIN, id="p", estado=EstadoContenido.PUBLICADO, fecha=None)
    registros = (
        BOLETIN,
        borrador,
        publicado,
        replace(BOLETIN, id="r", tipo=TipoContenido.REDES),
        replace(BOLETIN, id="x", fecha=date(2026, 2, 28)),
        replace(BOLETIN, id="y", fecha=date(2026, 4, 1)),
        replace(BOLETIN, id="z", fecha=None),
        replace(BOLETIN, id="w", retirado="No"),
        Publicacion(id="1", nombre="P", contenido="p", fecha=date(2026, 3, 5)),
        Publicacion(id="2", nombre="P", contenido="p", fecha=date(2026, 3, 2)),
        Publicacion(id="3", nombre="P", contenido="p"),
    )

    def found(*, borradores: bool) -> list[Id]:
        proyecto = project_of(*registros)
        return [c.id for c in contenidos_de(proyecto, DIA, date(2026, 3, 31), borradores=borradores)]

    assert found(borradores=False) == ["p", "b"]
    assert found(borradores=True) == ["d", "p", "b"]


def draft(cuerpo: str, *registros: Registro, **otros: object) -> Novedades:
    proyecto = project_of(INSTITUCION, GRUPO, ANA, BOLETIN, *registros)
    pedido = replace(PEDIDO, mensaje=replace(MENSAJE, cuerpo=cuerpo), **otros)  # type: ignore[arg-type]  # by name
    return redactar_novedades(proyecto, destinatarios(proyecto)[0], pedido, MOMENTO)


def test_the_message_has_its_fields_filled_in_around_the_contents() -> None:
    hecho = draft("A {Grupo} de {institucion}:\n\n{contenidos}\n\n{contacto}\n{baja}\n{nada}")
    assert hecho.asunto == "SRP: del 01/03/2026 al 01/03/2026"
    assert (hecho.para, hecho.cco) == ("datos@ejemplo.gob.mx", ("ana@ejemplo.mx",))
    assert hecho.antes == "A Pescadores de la ribera de Secretaría de Ríos:"
    assert hecho.despues == f"datos@ejemplo.gob.mx\n{BAJA}\n{{nada}}"
    assert hecho.contenidos == (BOLETIN,)
    assert hecho.desconocidos == ("nada",)


@pytest.mark.parametrize(
    "cuerpo", ["Hola", "{contenidos}", "{contenidos}{contenidos}", "", "{BAJA} y {contenidos}", "\0"]
)
def test_how_to_get_no_more_is_always_said_once(cuerpo: str) -> None:
    hecho = draft(cuerpo)
    dicho = f"{hecho.antes}\n{hecho.despues}"
    assert dicho.count(BAJA) == 1
    assert "{contenidos}" not in dicho
    assert "\0" not in dicho


def test_a_draft_among_them_is_told_in_the_subject() -> None:
    borrador = replace(BOLETIN, id="d", estado=EstadoContenido.BORRADOR)
    assert draft("", borrador, borradores=True).asunto.startswith("BORRADOR: SRP")
    assert not draft("", borrador).asunto.startswith("BORRADOR")


def test_a_content_that_is_left_out_is_not_told() -> None:
    otro = replace(BOLETIN, id="otro")
    assert draft("", otro, omitidos=frozenset({"b"})).contenidos == (otro,)


def test_without_an_institution_it_goes_to_nobody_but_its_copies() -> None:
    proyecto = project_of(GRUPO, ANA, BOLETIN)
    hecho = redactar_novedades(proyecto, destinatarios(proyecto)[0], PEDIDO, MOMENTO)
    assert (hecho.para, hecho.cco) == ("", ("ana@ejemplo.mx",))


def test_a_draft_is_written_for_each_group_that_was_chosen(tmp_path: Path) -> None:
    shelf = Shelf()
    seen: list[tuple[int, int]] = []
    hecha = entrega(INSTITUCION, GRUPO, OTRO, ANA, contact("p", "p@ejemplo.mx", grupo="o"), BOLETIN)
    hechas = maker(shelf).prepare(PEDIDO, hecha, tmp_path, lambda done, total: seen.append((done, total)))
    assert list(shelf.written) == ["Novedades - Pescadores de la ribera.eml", "Novedades - PD.eml"]
    assert [path for _, path in hechas.escritas] == [tmp_path / name for name in shelf.written]
    assert [documento.identidad for documento, _ in hechas.escritas] == ["novedades:g", "novedades:o"]
    assert shelf.written["Novedades - PD.eml"].cco == ("p@ejemplo.mx",)
    assert shelf.folders == [tmp_path]
    assert seen[-1] == (1, 1)
    assert nombre_de("novedades:g", hecha.proyecto) == "Pescadores de la ribera"
    assert hechas.desconocidos == ()
    mensaje = replace(MENSAJE, asunto="{raro}", cuerpo="{nada}")
    solo = maker(Shelf()).prepare(replace(PEDIDO, grupos=("o",), mensaje=mensaje), hecha, tmp_path)
    assert [documento.parte for documento, _ in solo.escritas] == ["o"]
    assert solo.desconocidos == ("raro", "nada")


def test_drafts_among_them_are_told_in_the_name_of_the_file(tmp_path: Path) -> None:
    shelf = Shelf()
    borrador = replace(BOLETIN, estado=EstadoContenido.BORRADOR)
    maker(shelf).prepare(replace(PEDIDO, borradores=True), entrega(INSTITUCION, GRUPO, ANA, borrador), tmp_path)
    assert list(shelf.written) == ["BORRADOR Novedades - Pescadores de la ribera.eml"]


def test_one_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    shelf = Shelf(refuses="Pescadores")
    hecha = entrega(INSTITUCION, GRUPO, OTRO, ANA, contact("p", "p@ejemplo.mx", grupo="o"), BOLETIN)
    hechas = maker(shelf).prepare(PEDIDO, hecha, tmp_path)
    assert list(shelf.written) == ["Novedades - PD.eml"]
    assert [error.code for error in hechas.fallidas] == ["exportacion_bloqueada"]


@pytest.mark.parametrize(
    ("registros", "codigo"),
    [
        ((GRUPO, ANA), "novedades_sin_contenidos"),
        ((GRUPO, BOLETIN), "novedades_sin_personas"),
        ((GRUPO, BOLETIN, contact("no", "a@b.mx", no_contactar=True)), "novedades_sin_personas"),
    ],
)
def test_nothing_to_tell_and_nobody_to_be_told(tmp_path: Path, registros: tuple[Registro, ...], codigo: str) -> None:
    with pytest.raises(UserError) as error:
        maker(Shelf()).prepare(PEDIDO, entrega(*registros), tmp_path)
    assert error.value.code == codigo


def test_it_stops_when_it_is_told_to(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    shelf = Shelf()
    with pytest.raises(Cancelled):
        maker(shelf).prepare(PEDIDO, entrega(INSTITUCION, GRUPO, ANA, BOLETIN), tmp_path, stop)
    assert shelf.written == {}


def test_the_message_is_kept_for_the_next_time() -> None:
    _, (nueva,) = template_change(PEDIDO, Proyecto())
    assert nueva is not None
    assert nueva.antes is None
    _, (otra,) = template_change(replace(PEDIDO, mensaje=replace(MENSAJE, asunto="Otro")), project_of(MENSAJE))
    assert otra is not None
    assert otra.despues == {"asunto": "Otro"}
    assert template_change(PEDIDO, project_of(MENSAJE))[1] == [None]
