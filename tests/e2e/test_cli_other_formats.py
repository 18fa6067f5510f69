"""Contents in other formats and news by e-mail from the terminal, on a real file."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from odfdo import Document
from pptx import Presentation

from promueve_gui import bootstrap
from promueve_gui.application.correos import plantilla
from promueve_gui.application.newsletters import BAJA, NOVEDADES
from promueve_gui.domain.cambios import cambio
from tests.adapters.portal.test_html import Reader
from tests.e2e.terminal import call, only_line

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("otras") / "ejemplo.promueve"
    assert call("ejemplo", path, "--fecha", "2026-05-12").code == 0
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "faros.promueve"
    assert call("nuevo", path, "--institucion", "Secretaría de Faros", "--siglas", "SF").code == 0
    return path


def test_contents_leave_in_every_format_at_once(sample: Path, tmp_path: Path) -> None:
    options = [
        part for name in ("pptx", "odt", "html", "fragmento", "texto") for part in (f"--{name}", tmp_path / name)
    ]
    answer = call("exportar", sample, *options)
    assert answer.code == 0
    found = {folder.name: sorted(folder.iterdir()) for folder in tmp_path.iterdir()}
    assert {name: {path.suffix for path in paths} for name, paths in found.items()} == {
        "pptx": {".pptx"}, "odt": {".odt"}, "html": {".html"}, "fragmento": {".html"}, "texto": {".txt"},
    }  # fmt: skip
    assert any(path.name.startswith("BORRADOR ") for path in found["html"])
    for path in found["pptx"]:
        slides = Presentation(str(path)).slides
        assert all(slide.shapes.title is not None and slide.shapes.title.text_frame.text for slide in slides)
    for path in found["odt"]:
        assert Document(path).meta.language == "es-MX"
    for path in found["html"]:
        assert Reader(path.read_text(encoding="utf-8")).tags[:2] == ["html", "head"]
    for path in found["fragmento"]:
        assert Reader(path.read_text(encoding="utf-8")).tags[0] == "article"
    session = bootstrap.build_opener().open(sample, read_only=True)
    assert {clave.partition(":")[0] for clave in session.exports()} >= found.keys()
    session.close()


@pytest.mark.parametrize(
    ("option", "titulo"), [("--pptx", "Presentaciones (PowerPoint)"), ("--odt", "Documentos OpenDocument")]
)
def test_without_any_it_says_which(empty: Path, tmp_path: Path, option: str, titulo: str) -> None:
    answer = call("exportar", empty, option, tmp_path / "x")
    assert answer.code == 2
    assert f"«{titulo}»" in only_line(answer)
    answer = call("exportar", empty, option, tmp_path / "x", "--mapa", tmp_path / "m.xlsx")
    assert answer.code == 1
    assert (tmp_path / "m.xlsx").exists()


def test_news_are_drafts_for_those_who_may_be_written_to(sample: Path, tmp_path: Path) -> None:
    answer = call("exportar", sample, "--novedades", tmp_path / "n", "--desde", "2026-01-01", "--hasta", "2026-12-31")
    assert answer.code == 0
    assert "pidió no recibir correos" in answer.out
    drafts = [message_from_bytes(path.read_bytes(), policy=default) for path in (tmp_path / "n").iterdir()]
    assert drafts
    for draft in drafts:
        assert draft["X-Unsent"] == "1"
        assert draft["Bcc"]
        parte = draft.get_body(("plain",))
        assert parte is not None
        assert BAJA in " ".join(str(parte.get_content()).split())


def test_drafts_of_contents_go_only_when_asked_for(sample: Path, tmp_path: Path) -> None:
    days = ("--desde", "2026-01-01", "--hasta", "2026-12-31")
    call("exportar", sample, "--novedades", tmp_path / "n", *days, "--borradores")
    assert all(path.name.startswith("BORRADOR ") for path in (tmp_path / "n").iterdir())


@pytest.mark.parametrize("days", [("--desde", "1999-01-01", "--hasta", "1999-12-31"), ()])
def test_nothing_to_tell_is_said(empty: Path, tmp_path: Path, days: tuple[str, ...]) -> None:
    answer = call("exportar", empty, "--novedades", tmp_path / "n", *days)
    assert answer.code == 2
    assert "No hay contenidos aprobados o publicados en esas fechas" in only_line(answer)


def test_fields_of_the_message_that_do_not_exist_are_told(tmp_path: Path) -> None:
    path = tmp_path / "ejemplo.promueve"
    assert call("ejemplo", path, "--fecha", "2026-05-12").code == 0
    session = bootstrap.build_opener().open(path)
    mensaje = plantilla(session.proyecto, NOVEDADES, ())
    session.edit("Mensaje", [cambio(mensaje, cuerpo="{raro} {contenidos}")])
    session.close()
    days = ("--desde", "2026-01-01", "--hasta", "2026-12-31")
    answer = call("exportar", path, "--novedades", tmp_path / "n", *days)
    assert answer.code == 0
    assert "El mensaje tiene campos que no se pueden llenar y salieron tal cual: {raro}." in answer.out


def test_days_the_wrong_way_round_are_said(sample: Path, tmp_path: Path) -> None:
    days = ("--desde", "2026-12-31", "--hasta", "2026-01-01")
    answer = call("exportar", sample, "--novedades", tmp_path / "n", *days)
    assert answer.code == 2
    assert "La fecha de «--desde» es posterior a la de «--hasta»." in answer.err
    assert not (tmp_path / "n").exists()


def test_everything_holds_no_address_of_anybody(sample: Path, tmp_path: Path) -> None:
    assert call("exportar", sample, "--todo", tmp_path / "t").code == 0
    assert not list((tmp_path / "t").rglob("*.eml"))
