"""Makes the gallery of returned workbooks among the test data: `python packaging/make_returned.py [NAME…]`.

Each is one of the workbooks of a made-up institution after somebody had it in hand; what reading it must give stands in
``esperado.json`` beside them, written by people. LibreOffice is needed for those that it saves; the rest come out alike
each time. Those with a password differ each time, so they are made anew only when asked for by name.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from openpyxl import load_workbook  # noqa: E402 - the program stands beside this folder

from promueve_gui.adapters.excel.formato import FormatWriter  # noqa: E402 - the program stands beside this folder
from promueve_gui.adapters.excel.mapa import MapWriter  # noqa: E402 - the program stands beside this folder
from promueve_gui.adapters.excel.plan import write_plan  # noqa: E402 - the program stands beside this folder
from promueve_gui.adapters.recursos import Recursos  # noqa: E402 - the program stands beside this folder
from promueve_gui.application.export_documents import ignore_progress  # noqa: E402 - the program stands beside this folder
from returned import office, people, zips  # noqa: E402 - the program stands beside this folder
from returned.institution import PLAYAS, PUERTOS, SENT, SENT_BEFORE, delivery  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable

    from returned.people import Deed

FOLDER = ROOT / "tests" / "datos" / "devueltos"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One workbook of the gallery: what it was, what was done to it, and how it was saved in the end.

    ``saved_as`` is a format in which LibreOffice saves it last; ``finish`` does what no program does on purpose.
    """

    source: str = "formato"
    deeds: tuple[Deed, ...] = ()
    usual: bool = True
    saved_as: str = ""
    password: bool = False
    finish: Callable[[Path], None] | None = None


GALLERY: dict[str, Returned] = {
    "intacto.xlsx": Returned(usual=False),
    "intacto de LibreOffice.xlsx": Returned(usual=False, saved_as=".xlsx"),
    "intacto de LibreOffice.ods": Returned(usual=False, saved_as=".ods"),
    "Copia de formato (3) FINAL ya revisado.xlsx": Returned(),
    "mismo archivo otra vez.xlsx": Returned(),
    "de LibreOffice.xlsx": Returned(saved_as=".xlsx"),
    "de LibreOffice.ods": Returned(saved_as=".ods"),
    "con macros.xlsm": Returned(finish=zips.with_macros),
    "extension que no es.xls": Returned(),
    "opendocument como xlsx.xlsx": Returned(saved_as=".ods"),
    "hojas renombradas.xlsx": Returned(deeds=(people.rename_sheets,)),
    "ordenado.xlsx": Returned(deeds=(people.sort_rows,)),
    "columnas borradas.xlsx": Returned(deeds=(people.delete_columns,)),
    "columnas agregadas.xlsx": Returned(deeds=(people.add_columns,)),
    "columnas movidas.xlsx": Returned(deeds=(people.move_columns,)),
    "titulo arriba.xlsx": Returned(deeds=(people.put_titles_above,)),
    "valores pegados.xlsx": Returned(deeds=(people.paste_over,)),
    "sin acentos.xlsx": Returned(deeds=(people.lose_accents,)),
    "titulos mal escritos.xlsx": Returned(deeds=(people.misspell_titles,)),
    "sin columna id.xlsx": Returned(deeds=(people.delete_ids,)),
    "id a medias.xlsx": Returned(deeds=(people.blank_ids,)),
    "renglones copiados.xlsx": Returned(deeds=(people.copy_rows,)),
    "renglones borrados.xlsx": Returned(deeds=(people.delete_rows,)),
    "renglones separados.xlsx": Returned(deeds=(people.space_rows,)),
    "celdas combinadas.xlsx": Returned(deeds=(people.merge_cells,)),
    "con filtro.xlsx": Returned(deeds=(people.filter_rows,)),
    "sin hoja oculta.xlsx": Returned(deeds=(people.drop_stamp,)),
    "solo la hoja.xlsx": Returned(deeds=(people.drop_all_stamps,)),
    "con errores.xlsx": Returned(deeds=(people.break_formulas,)),
    "con formulas.xlsx": Returned(deeds=(people.write_formulas,), saved_as=".xlsx"),
    "con formulas.ods": Returned(deeds=(people.write_formulas,), saved_as=".ods"),
    "renglones con formato.xlsx": Returned(deeds=(people.format_rows,)),
    "celda lejana.xlsx": Returned(deeds=(people.write_far_away,)),
    "tachado.xlsx": Returned(deeds=(people.strike_and_comment,)),
    "tachado de LibreOffice.xlsx": Returned(deeds=(people.strike_and_comment,), saved_as=".xlsx"),
    "tachado.ods": Returned(deeds=(people.strike_and_comment,), saved_as=".ods"),
    "hoja dividida.xlsx": Returned(deeds=(people.split_sheet,)),
    "usos llenos.xlsx": Returned(deeds=(people.fill_uses,)),
    "version anterior.xlsx": Returned(source="anterior"),
    "otra area.xlsx": Returned(source="otra_area", usual=False),
    "otra institucion.xlsx": Returned(deeds=(people.other_institution,)),
    "mapa editado.xlsx": Returned(source="mapa", deeds=(people.edit_map,), usual=False),
    "mapa editado.ods": Returned(source="mapa", deeds=(people.edit_map,), usual=False, saved_as=".ods"),
    "plan editado.xlsx": Returned(source="plan", deeds=(people.edit_plan,), usual=False),
    "plan por mes intacto.ods": Returned(source="plan_por_mes", usual=False, saved_as=".ods"),
    "plan por mes trabajado.xlsx": Returned(source="plan_por_mes", deeds=(people.work_on_plan,), usual=False),
    "plan por mes trabajado.ods": Returned(
        source="plan_por_mes", deeds=(people.work_on_plan,), usual=False, saved_as=".ods"
    ),
    "excel antiguo.xls": Returned(saved_as=".xls"),
    "con contrasena.xlsx": Returned(password=True),
    "con contrasena.ods": Returned(password=True),
    "cortado.xlsx": Returned(finish=zips.cut_short),
    "carta de Word.xlsx": Returned(finish=zips.as_word),
    "solo instrucciones.xlsx": Returned(deeds=(people.drop_tables,)),
    "ajeno.xlsx": Returned(deeds=(people.start_over,)),
}


def main(arguments: list[str]) -> int:
    """Make the workbooks named, or all but those with a password; return the exit code."""
    unknown = set(arguments) - GALLERY.keys()
    if unknown:
        print(f"not in the gallery: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    wanted = arguments or [name for name, made in GALLERY.items() if not made.password]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        maker = _Maker(Path(folder))
        for name in wanted:
            maker.make(name, GALLERY[name])
    print(f"{FOLDER}: {len(wanted)} workbooks")
    return 0


class _Maker:
    """Makes workbooks in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = folder / "perfil"
        self._sources: dict[str, Path] = {}

    def make(self, name: str, made: Returned) -> None:
        """Put one workbook into the gallery."""
        target = FOLDER / name
        work = self._folder / "trabajo.xlsx"
        shutil.copy(self._source(made.source), work)
        deeds = (*((people.usual_edits,) if made.usual else ()), *made.deeds)
        if deeds:
            book = load_workbook(work)
            for deed in deeds:
                deed(book)
            book.save(work)
        if made.password:
            office.save_with_password(work, target, self._profile)
            return
        if made.saved_as:
            work = office.save_as(work, made.saved_as, self._folder / "guardado", self._profile)
        if made.finish:
            made.finish(work)
        if made.saved_as != ".xls" and made.finish is not zips.cut_short:
            zips.date_alike(work)
        shutil.copy(work, target)

    def _source(self, name: str) -> Path:
        """Return the workbook as it was sent."""
        if name not in self._sources:
            path = self._folder / f"{name}.xlsx"
            ayudas = Recursos(ROOT / "recursos").load_ayuda
            if name == "mapa":
                MapWriter(ayudas)(delivery(), path, ignore_progress)
            elif name.startswith("plan"):
                write_plan(replace(delivery(), por_mes=name == "plan_por_mes"), path, ignore_progress)
            else:
                area = PUERTOS if name == "otra_area" else PLAYAS
                sent = delivery(SENT_BEFORE if name == "anterior" else SENT)
                FormatWriter(ayudas)(area, sent, path, ignore_progress)
            self._sources[name] = path
        return self._sources[name]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
