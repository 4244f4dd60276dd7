"""Measures bilan against Hugo and against a floor. `make bench` runs it; see docs/performance.md for the method.

    bench.py --bilan PROGRAM [--hugo PROGRAM] [--runs N] [--work FOLDER] [--report FILE] [--only corpus,start,report,cells,charts,saves] [SIZE …]
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import corpus
import report
import saves
from measure import Cost, emptied, interleaved, listing, once

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# In memory where that can be: some file systems take long to make a file right after many were removed, and it is
# the programs that are to be measured, not the disk.
MEMORY = Path("/dev/shm")
WORK = MEMORY / "bilan-bench" if os.access(MEMORY, os.W_OK) else ROOT / ".build-bench" / "corpus"
# Hugo is not asked for more than this: the ratio is known by then, and it would need several GiB.
LARGEST_FOR_HUGO = 10_000


def made(name, make, *arguments):
    """A generated corpus, kept from one run to the next as long as its generator has not changed."""
    folder = WORK / name
    stamp = folder / ".fait"
    if not stamp.exists() or stamp.stat().st_mtime < (HERE / "corpus.py").stat().st_mtime:
        shutil.rmtree(folder, ignore_errors=True)
        make(folder, *arguments)
        stamp.write_text("")
    return folder


def floor_program():
    program = ROOT / ".build-bench" / "floor"
    source = HERE / "floor.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["cc", "-O2", "-o", program, source, "-lcmark-gfm", "-lcmark-gfm-extensions"], check=True)
    return program


def floor_of(size, content, output):
    """The command that renders `content` and writes files like those of `output`."""
    folder = WORK / f"floor-{size}"
    texts, sizes, target = folder / "texts", folder / "sizes", folder / "output"
    folder.mkdir(parents=True, exist_ok=True)
    texts.write_text("".join(f"{path}\n" for path in sorted(content.rglob("*.md"))))
    files = listing(output)
    sizes.write_text("".join(f"{length} {path}\n" for path, length in files))

    def prepare():
        emptied(target)
        for parent in {(target / path).parent for path, _ in files}:
            parent.mkdir(parents=True, exist_ok=True)

    return prepare, [str(floor_program()), str(texts), str(sizes), str(target)], None


def measure_corpus(size, options):
    plain = made(f"bilan-{size}", corpus.make_bilan, size, False)
    drawn = made(f"bilan-{size}-graphiques", corpus.make_bilan, size, True)
    build = [options.bilan, "build", "--quiet", "--source"]
    emptied(plain / "output")
    once(build + [str(plain)], Cost())
    programs = {
        "bilan": (lambda: emptied(plain / "output"), build + [str(plain)], None),
        "graphiques": (lambda: emptied(drawn / "output"), build + [str(drawn)], None),
        "floor": floor_of(size, plain / "content", plain / "output"),
    }
    if options.hugo and size <= LARGEST_FOR_HUGO:
        site = made(f"hugo-{size}", corpus.make_hugo, size)
        programs["hugo"] = (lambda: emptied(site / "public"), [options.hugo, "--quiet"], site)
    costs = interleaved(programs, options.runs if size < 5000 else min(options.runs, options.large_runs))
    costs.update(interleaved({"again": (lambda: None, build + [str(plain)], None)}, 3 if size < 5000 else 1))
    files = listing(plain / "output")
    return costs, len(files), sum(length for _, length in files)


def measure_start(options):
    return interleaved({"start": (lambda: None, [options.bilan, "--version"], None)}, 50)["start"]


def measure_report(options):
    """The report of this repository: into nothing, then again over itself."""
    output = WORK / "report"
    command = [options.bilan, "build", "--quiet", "--source", str(ROOT), "--output", str(output)]
    first = interleaved({"first": (lambda: emptied(output), command, None)}, 15)["first"]
    again = interleaved({"again": (lambda: None, command, None)}, 15)["again"]
    return first, again


def measure_saves(options, size=None):
    """Waits after a save: on a copy of the report, or on a generated publication; and of Hugo's server on the same."""
    if size is None:
        folder = WORK / "report-saves"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(ROOT / "content", folder / "content")
    else:
        folder = made(f"bilan-{size}", corpus.make_bilan, size, False)
    file = sorted((folder / "content").glob("*/[!i]*.md"))[size and size // 2 or 0]
    path = "/" + str(file.relative_to(folder / "content").with_suffix(".html"))
    with saves.Server([options.bilan, "serve", "--port", "8471"], folder, "http://127.0.0.1:8471") as server:
        own = saves.measure(server, file, path, 20)
        figures = saves.measure(server, file, path, 20, saves.figure) if size else None
    if not options.hugo or size is None:
        return own, figures, None
    site = made(f"hugo-{size}", corpus.make_hugo, size)
    file = sorted((site / "content").glob("*/[!_]*.md"))[size // 2]
    path = "/" + str(file.relative_to(site / "content").with_suffix("")) + "/"
    command = [options.hugo, "server", "--port", "8472", "--renderToMemory", "--disableLiveReload"]
    with saves.Server(command, site, "http://127.0.0.1:8472") as server:
        return own, figures, saves.measure(server, file, path, 20)


def measure_cells(options):
    folder = made("cells", corpus.make_cells, 100_000)
    small = made("cells-small", corpus.make_cells, 1_000)
    build = [options.bilan, "build", "--quiet", "--source"]
    return interleaved({
        "cells": (lambda: emptied(folder / "output"), build + [str(folder)], None),
        "small": (lambda: emptied(small / "output"), build + [str(small)], None)}, options.runs)


def measure_charts(options):
    """Charts a second on one core: a publication of tables drawn, less the same publication of tables not drawn.

    Each chart is drawn four times: twice for its page (two widths), once for the print edition, once for its file."""
    count = 1000
    drawn = made("charts", corpus.make_charts, count, True)
    bare = made("charts-none", corpus.make_charts, count, False)
    build = [options.bilan, "build", "--quiet", "--jobs", "1", "--source"]
    costs = interleaved({
        "drawn": (lambda: emptied(drawn / "output"), build + [str(drawn)], None),
        "bare": (lambda: emptied(bare / "output"), build + [str(bare)], None)}, options.runs)
    rates = {}
    for library in ("pygal", "vl-convert"):
        result = subprocess.run([sys.executable, HERE / "others.py", library], capture_output=True, text=True)
        rates[library] = float(result.stdout) if result.returncode == 0 else None
    return count, costs, rates


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int)
    parser.add_argument("--bilan", required=True)
    parser.add_argument("--hugo")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--large-runs", type=int, default=5)
    parser.add_argument("--report")
    parser.add_argument("--work", type=Path)
    parser.add_argument("--only", default="corpus,start,report,cells,charts,saves")
    options = parser.parse_args()
    options.bilan = os.path.abspath(options.bilan)
    options.hugo = options.hugo and os.path.abspath(options.hugo)
    if options.work:
        global WORK
        WORK = options.work
    wanted = options.only.split(",")
    WORK.mkdir(parents=True, exist_ok=True)
    lines = report.Report()
    if "start" in wanted:
        lines.start(measure_start(options))
    if "report" in wanted:
        lines.real(*measure_report(options))
    if "corpus" in wanted:
        for size in options.sizes or [100, 1000, 10_000, 50_000]:
            lines.corpus(size, *measure_corpus(size, options))
    if "cells" in wanted:
        lines.cells(measure_cells(options))
    if "charts" in wanted:
        lines.charts(*measure_charts(options))
    if "saves" in wanted:
        lines.saves(None, *measure_saves(options))
        for size in options.sizes or [10_000]:
            if size <= LARGEST_FOR_HUGO:
                lines.saves(size, *measure_saves(options, size))
    if options.report:
        Path(options.report).write_text(lines.document(), encoding="utf-8")


if __name__ == "__main__":
    main()
