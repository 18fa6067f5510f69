"""Documents that come back, as the project receives them: of which content, against which day, and what is noted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from promueve_gui.application.export_documents import ignore_progress
from promueve_gui.application.return_batch import Leido, apply_all, compare_all, compare_one, read_all
from promueve_gui.application.return_report import SIN_ELEGIR, brought, summary, whose
from promueve_gui.application.returns import Returns, resolve_doubt
from promueve_gui.application.word_returns import SIN_CONTENIDO, SIN_EXPORTACION, candidates
from promueve_gui.domain.cambios import cambio, retiro
from promueve_gui.domain.contenidos import Contenido
from promueve_gui.domain.devueltos import LibroDevuelto, Sello
from promueve_gui.domain.diferencias import Decision, TipoDiferencia
from promueve_gui.domain.enriquecido import Bloque, Clase, Tramo, leer
from promueve_gui.domain.errors import UserError
from promueve_gui.domain.formatos import Duda, TipoDuda
from promueve_gui.domain.institucion import Institucion
from promueve_gui.domain.texto_devuelto import ParrafoDevuelto, ParrafoEscrito, TextoDevuelto
from promueve_gui.domain.vocabularios import EstadoContenido, TipoContenido
from tests.fakes import memory_session
from tests.projects import project_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from promueve_gui.application.ports import Progress
    from promueve_gui.application.session import Session
    from promueve_gui.domain.diferencias import Devolucion
    from promueve_gui.domain.proyecto import Proyecto

FAROS = Institucion(id="i", nombre="Secretaría de Faros", siglas="SF")
BOLETIN = Contenido(
    id="b", nombre="Abren los faros", tipo=TipoContenido.BOLETIN, cuerpo="Hay diez faros.\n\nSe visitan gratis."
)
HISTORIA = Contenido(id="h", nombre="Un pueblo y su río", tipo=TipoContenido.HISTORIA, retos="Nadie medía el río.")


def lines(contenido: Contenido, proyecto: Proyecto) -> list[ParrafoEscrito]:
    """Return title and body, as a document of two fields."""
    cuerpo = [ParrafoEscrito(bloque=b, campo="cuerpo", marca=f"m{n}") for n, b in enumerate(leer(contenido.cuerpo))]
    return [ParrafoEscrito(bloque=_block(contenido.nombre), campo="nombre", marca="t"), *cuerpo]


def _block(texto: str) -> Bloque:
    return Bloque(Clase.PARRAFO, (Tramo(texto),))


@dataclass
class Documento:
    """A document that left, to be edited before it comes back."""

    session: Session
    sello: Sello
    contenido: Contenido = BOLETIN
    cambios: dict[str, str] = field(default_factory=dict)

    def returned(self, huella: str = "h", archivo: str = "boletín.docx") -> LibroDevuelto:
        parrafos = []
        for escrito in lines(self.contenido, self.session.proyecto):
            texto = self.cambios.get(escrito.marca, escrito.bloque.texto)
            parrafos.append(ParrafoDevuelto(bloque=_block(texto), marcas=(escrito.marca,)))
        texto_devuelto = TextoDevuelto(parrafos=[p for p in parrafos if p.bloque.texto])
        return LibroDevuelto(archivo=archivo, huella=huella, sello=self.sello, texto=texto_devuelto)


@pytest.fixture
def session() -> Session:
    return memory_session(project_of(FAROS, BOLETIN, HISTORIA))


def leave(session: Session, contenido: Contenido = BOLETIN, numero: int = 1) -> Documento:
    """Note that a content left, and return its document."""
    documento = f"contenido:{contenido.id}"
    exportacion = f"e{numero}/{documento}"
    session.record_export(documento, "boletín.docx", None, exportacion)
    sello = Sello(proyecto="i", exportacion=exportacion, documento=documento, institucion=FAROS.nombre)
    return Documento(session, sello, contenido)


def returns(session: Session) -> Returns:
    return Returns(session, componer=lines)


def compared(session: Session, documento: Documento, contenido: str | None = None) -> Devolucion:
    return returns(session).compare(documento.returned(), area=contenido)


def content(session: Session, identidad: str = "b") -> Contenido:
    found = session.proyecto.get(Contenido, identidad)
    assert found is not None
    return found


def edit(session: Session, **valores: str) -> None:
    session.edit("Cambiar", [cambio(content(session), **valores)])


def test_the_day_it_left_is_what_counts(session: Session) -> None:
    documento = leave(session)
    edit(session, cuerpo="Hay once faros.\n\nSe visitan gratis.")
    devolucion = compared(session, documento)
    assert (devolucion.diferencias, devolucion.conservados) == ([], 1)
    documento.cambios["t"] = "Abren ya los faros"
    (diferencia,) = compared(session, documento).diferencias
    assert (diferencia.tipo, diferencia.campo) == (TipoDiferencia.CAMBIO, "nombre")


def test_it_is_taken_as_one_edition_and_the_same_file_brings_nothing_more(session: Session) -> None:
    documento = leave(session)
    documento.cambios |= {"t": "Abren ya los faros", "m1": ""}
    done = returns(session).apply(compared(session, documento), {})
    assert done.edicion is not None
    assert done.edicion.motivo == "Recibir «boletín.docx»"
    assert (content(session).nombre, content(session).cuerpo) == ("Abren ya los faros", "Hay diez faros.")
    again = compared(session, documento)
    assert again.diferencias == []
    assert any(aviso.startswith("Este mismo archivo ya se recibió el ") for aviso in again.avisos)
    session.undo()
    assert content(session) == BOLETIN
    assert len(compared(session, documento).diferencias) == 2


def test_what_was_left_is_not_proposed_twice(session: Session) -> None:
    documento = leave(session)
    documento.cambios["t"] = "Abren ya los faros"
    returns(session).apply(compared(session, documento), {"contenido:b:nombre": Decision.CONSERVAR})
    assert content(session) == BOLETIN
    assert compared(session, documento).diferencias == []
    otra = replace(documento, cambios={"t": "Los faros, abiertos"})
    assert [d.suyo for d in compared(session, otra).diferencias] == ["Los faros, abiertos"]


def test_a_conflict_waits_as_a_doubt(session: Session) -> None:
    documento = leave(session)
    documento.cambios["t"] = "Abren ya los faros"
    edit(session, nombre="Los faros abren")
    done = returns(session).apply(compared(session, documento), {})
    assert done.edicion is not None
    (duda,) = session.proyecto.activos(Duda)
    assert (duda.registro, duda.campo, duda.texto) == ("b", "nombre", "Abren ya los faros")
    assert compared(session, documento).diferencias == []


def test_a_text_that_no_longer_comes_waits_and_is_not_asked_twice(session: Session) -> None:
    documento = leave(session)
    documento.cambios |= {"m0": "", "m1": ""}
    devolucion = compared(session, documento)
    assert [d.tipo for d in devolucion.diferencias] == [TipoDiferencia.FALTANTE]
    assert brought(devolucion) == "1 que ya no viene"
    returns(session).apply(devolucion, {})
    assert content(session).cuerpo == BOLETIN.cuerpo
    (duda,) = session.proyecto.activos(Duda)
    assert (duda.nombre, duda.tipo) == ("Abren los faros: Texto", TipoDuda.FALTANTE)
    assert compared(session, documento).diferencias == []
    session.edit(*resolve_doubt(session.proyecto, duda, Decision.TOMAR))
    assert content(session).cuerpo == ""


def test_when_the_project_went_on_it_is_compared_again(session: Session) -> None:
    documento = leave(session)
    documento.cambios["t"] = "Abren ya los faros"
    devolucion = compared(session, documento)
    edit(session, nombre="Los faros abren")
    returns(session).apply(devolucion, {})
    assert content(session).nombre == "Los faros abren"
    assert len(session.proyecto.activos(Duda)) == 1


def test_an_approved_content_goes_back_to_review_and_it_is_told(session: Session) -> None:
    documento = leave(session)
    documento.cambios["t"] = "Abren ya los faros"
    session.edit("Aprobar", [cambio(content(session), estado=EstadoContenido.APROBADO)], "consolidar")
    devolucion = compared(session, documento)
    assert any("vuelve a revisión" in aviso for aviso in devolucion.avisos)
    returns(session).apply(devolucion, {})
    assert content(session).estado is EstadoContenido.EN_REVISION


def test_published_and_withdrawn_contents_say_so(session: Session) -> None:
    documento = leave(session)
    session.edit("Publicar", [cambio(content(session), estado=EstadoContenido.PUBLICADO)], "consolidar")
    assert any("ya está publicado" in aviso for aviso in compared(session, documento).avisos)
    session.edit("Retirar", [retiro(content(session), "Ya no")])
    assert any("está retirado" in aviso for aviso in compared(session, documento).avisos)


def test_an_older_export_than_the_last_one_is_told(session: Session) -> None:
    documento = leave(session)
    leave(session, numero=2)
    work = returns(session)
    avisos = work.compare(documento.returned()).avisos
    assert work.compare(documento.returned()).avisos == avisos
    assert any("se exportó otro; se comparó con lo que este traía" in aviso for aviso in avisos)


def test_an_export_that_was_not_noted_is_asked_about(session: Session) -> None:
    documento = leave(session)
    documento.sello = replace(documento.sello, exportacion="otra/contenido:b")
    documento.cambios["t"] = "Abren ya los faros"
    devolucion = compared(session, documento)
    assert [d.tipo for d in devolucion.diferencias] == [TipoDiferencia.CONFLICTO]
    assert devolucion.avisos[0].startswith("El archivo es de una exportación que este proyecto no registró")


def test_other_institutions_and_projects_are_refused(session: Session) -> None:
    documento = leave(session)
    documento.sello = replace(documento.sello, proyecto="otro", institucion="Instituto de Dunas")
    with pytest.raises(UserError, match="libro_de_otra_institucion"):
        compared(session, documento)
    ajeno = leave(memory_session(project_of(FAROS, replace(BOLETIN, id="z"))), replace(BOLETIN, id="z"))
    with pytest.raises(UserError, match="word_de_otro_proyecto"):
        returns(session).compare(ajeno.returned())


def test_a_file_without_stamp_waits_until_somebody_says_what_it_is(session: Session) -> None:
    documento = Documento(session, Sello(), HISTORIA)
    devolucion = compared(session, documento)
    assert (devolucion.sin_elegir, devolucion.diferencias) == (True, ())
    assert list(devolucion.avisos) == [SIN_CONTENIDO]
    assert [c.id for c in devolucion.candidatos] == ["h", "b"]
    assert brought(devolucion) == SIN_ELEGIR
    assert whose(devolucion, session.proyecto) == ""
    elegida = compared(session, documento, "h")
    assert (elegida.contenido, elegida.avisos[0]) == ("h", SIN_EXPORTACION)
    assert [c.id for c in elegida.candidatos] == ["h", "b"]
    assert whose(elegida, session.proyecto) == HISTORIA.nombre


def test_receptions_of_files_without_stamp_are_kept_by_content(session: Session) -> None:
    documento = Documento(session, Sello(), cambios={"t": "Abren ya los faros"})
    devolucion = compared(session, documento, "b")
    assert [d.tipo for d in devolucion.diferencias] == [TipoDiferencia.CONFLICTO]
    returns(session).apply(devolucion, {"contenido:b:nombre": Decision.TOMAR})
    assert content(session).nombre == "Abren ya los faros"
    assert compared(session, documento, "b").diferencias == []


def test_contents_are_ranked_by_the_words_in_common() -> None:
    sin_tipo = Contenido(id="s", nombre="Sin tipo", retos="Nadie medía el río ni su pueblo")
    proyecto = project_of(BOLETIN, HISTORIA, sin_tipo)
    texto = TextoDevuelto(parrafos=[ParrafoDevuelto(bloque=_block("Un pueblo y su río. Nadie medía el río."))])
    hallados = candidates(proyecto, texto)
    assert [candidato.titulo for candidato in hallados] == [HISTORIA.nombre, "Sin tipo", BOLETIN.nombre]
    assert hallados[0].parecido > hallados[1].parecido > hallados[2].parecido


def test_a_batch_leaves_out_what_nobody_chose_and_sums_up(session: Session, tmp_path: Path) -> None:
    uno = leave(session)
    uno.cambios["t"] = "Abren ya los faros"
    suelto = Documento(session, Sello())
    leidos = [Leido(path=tmp_path, libro=uno.returned()), Leido(path=tmp_path, libro=suelto.returned("otra"))]
    work = returns(session)
    comparados = compare_all(work, leidos, ignore_progress)
    hecho = apply_all(work, comparados, [{}, {}], ignore_progress)
    assert len(hecho.aplicados) == 1
    assert summary(hecho.aplicados) == "Se recibió 1 documento: 1 cambio."
    assert compare_one(work, suelto.returned(), "b").devolucion is not None


def test_without_a_composer_no_document_is_compared_as_text(session: Session) -> None:
    documento = leave(session)
    documento.cambios["t"] = "Abren ya los faros"
    assert Returns(session).compare(documento.returned()).diferencias == []


@pytest.mark.parametrize(("code", "firme"), [("word_antiguo", True), ("fuente_vacia", False)])
def test_only_what_is_wrong_with_documents_is_final(tmp_path: Path, code: str, firme: bool) -> None:
    def read(path: Path, _progress: Progress | None) -> LibroDevuelto | None:
        raise UserError(code, archivo=path.name)

    reader: Callable[[Path, Progress | None], LibroDevuelto | None] = read
    (leido,) = read_all([tmp_path / "a.doc"], reader, ignore_progress)
    assert (leido.firme, bool(leido.rechazo)) == (firme, True)


def test_an_export_in_the_open_format_is_of_its_content_too(session: Session) -> None:
    session.record_export("odt:b", "b.odt", None, "e/odt:b")
    sello = Sello(proyecto="i", exportacion="e/odt:b", documento="contenido:b", institucion=FAROS.nombre)
    devolucion = compared(session, Documento(session, sello, cambios={"t": "Abren ya los faros"}))
    assert (devolucion.contenido, [d.suyo for d in devolucion.diferencias]) == ("b", ["Abren ya los faros"])
    assert SIN_CONTENIDO not in devolucion.avisos
