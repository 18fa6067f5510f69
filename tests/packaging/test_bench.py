"""The bench measures what was promised, and judges it by the targets that were promised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import bench
from measures import usage
from measures.environment import clean_environment
from measures.report import Figure, table
from measures.sampling import interleaved, percentile

ROOT = Path(__file__).resolve().parents[2]
MISSED = Figure(name="edit", ours=6.0, bare=2.0, most=5.0)


def test_a_figure_is_held_to_its_own_limit_or_to_its_ratio() -> None:
    assert MISSED.met is False
    assert Figure(name="edit", ours=5.0, bare=0.1, most=5.0).met is True
    assert Figure(name="start", ours=300, bare=150, most_times=2.0).met is True
    assert Figure(name="start", ours=301, bare=150, most_times=2.0).met is False
    assert Figure(name="recall", ours=90.0, least=90.0).met is True
    assert Figure(name="recall", ours=89.9, least=90.0).met is False


def test_a_figure_without_target_or_baseline_is_only_told() -> None:
    assert Figure(name="open", ours=1.0, bare=2.0).met is None
    assert Figure(name="open", ours=1.0, most_times=2.0).met is None
    assert Figure(name="open", ours=1.0).ratio is None


def test_the_table_shows_ours_bare_ratio_target_and_verdict_in_columns() -> None:
    start = Figure(name="memory at the start", ours=1234.5, bare=1000, unit="MiB", most_times=1.6)
    head, line, first, second = table([MISSED, start]).splitlines()
    assert "≥ 90.0 %" in table([Figure(name="recall", ours=95.0, unit="%", least=90.0)])
    assert head.split() == ["Promueve", "bare", "ratio", "target"]
    assert set(line) == {"─", " "}
    assert first.split() == ["edit", "6.00", "ms", "2.00", "ms", "3.00×", "≤", "5.00", "ms", "MISSED"]
    assert second.split("  ")[0] == "memory at the start"
    assert second.endswith("1,234 MiB  1,000 MiB  1.23×     ≤ 1.6×  met")


def test_a_figure_survives_its_way_from_a_child_process() -> None:
    assert bench.figure_of(json.loads(json.dumps(MISSED.to_json()))) == MISSED


def test_percentiles_and_medians() -> None:
    assert percentile(range(101), 50) == 50
    assert percentile(range(101), 99) == 99
    calls: list[str] = []
    assert len(interleaved(2, lambda: calls.append("a"), lambda: calls.append("b"))) == 2
    assert calls == ["a", "b", "a", "b"]


def test_a_process_tells_what_it_used(capsys: pytest.CaptureFixture[str]) -> None:
    usage.tell()
    told = json.loads(capsys.readouterr().out)
    assert 0 < told["cpu"] <= usage.cpu_milliseconds()
    assert 0 < told["peak"] <= usage.peak_mebibytes()


def test_memory_is_told_where_there_is_no_proc(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(usage, "STATUS", str(tmp_path / "none"))
    assert usage.peak_mebibytes() > 0


def test_measured_processes_know_nothing_of_whoever_measures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    made = clean_environment(tmp_path)
    assert made["XDG_CONFIG_HOME"] == str(tmp_path)
    assert {"PYTHONDONTWRITEBYTECODE", "QT_SCALE_FACTOR"}.isdisjoint(made)


@pytest.mark.lento
def test_every_figure_is_measured_on_tiny_sizes(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, str(ROOT / "packaging" / "bench.py"), "--quick", "--json", str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=240)
    assert done.returncode in {0, 1}, done.stderr
    figures = json.loads(out.read_text(encoding="utf-8"))
    names = [figure["name"].strip() for figure in figures]
    for wanted in (
        "Start to start screen",
        "Start to example",
        "Opening",
        "One committed edit",
        "Exporting",
        "Importing",
        "Filtering",
        "Grouping",
        "Proposals",
        "Duplicates: precision",
        "Duplicates: recall",
        "Duplicates: searching",
        "One key in a story",
    ):
        assert any(name.startswith(wanted) for name in names), f"{wanted}\n{done.stdout}\n{done.stderr}"
    assert all(figure["ours"] > 0 for figure in figures)
    assert {figure["most"] for figure in figures} == {None, 5.0, 16.0, 30.0, 50.0, 100.0, 500.0, 1024.0, 2000.0}
    assert {figure["least"] for figure in figures} == {None, 90.0, 95.0}
    assert {figure["most_times"] for figure in figures} == {None, 1.3, 1.5, 1.6, 2.0, 5.0}
    assert all(name in done.stdout for name in names)
