"""Runs the released program where there is nothing but itself: no library, no locale, no temporary folder. And how long it
takes to start.

    check_release.py PROGRAM [ROOT…]        each ROOT is the top folder of another system, such as debootstrap makes"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from sites import FOLDER, Verdict, manifest

program = Path(sys.argv[1]).resolve()
verdict = Verdict()
bare = FOLDER / "nu"
STARTS = 200

# A root of its own takes new namespaces, which some machines refuse to give.
ENTER = ["unshare", "--mount", "--pid", "--fork"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
if subprocess.run([*ENTER, "true"], capture_output=True).returncode != 0:
    print("passé : les espaces de noms ne sont pas permis ici")
    sys.exit(0)


def run(root, *words):
    """The program with `root` as the top folder. Swift needs /proc, which every container has."""
    script = 'mount -t proc proc "$0/proc" && exec chroot "$0" /bilan "$@"'
    return subprocess.run([*ENTER, "sh", "-c", script, str(root), *words], capture_output=True, text=True, env={
        "PATH": os.environ["PATH"]})


def name(root):
    release = root / "etc" / "os-release"
    if not release.exists():
        return "un dossier vide"
    return next(line.split("=")[1].strip('"') for line in release.read_text().splitlines() if line.startswith("PRETTY_NAME"))


shutil.rmtree(bare, ignore_errors=True)
bare.mkdir(parents=True)
reference = None
for root in [bare, *map(Path, sys.argv[2:])]:
    where = name(root)
    (root / "proc").mkdir(exist_ok=True)
    shutil.rmtree(root / "essai", ignore_errors=True)
    shutil.copy(program, root / "bilan")
    for words in (["--version"], ["init", "/essai"], ["check", "--source", "/essai"],
                  ["build", "--source", "/essai", "--output", "/essai/output"]):
        result = run(root, *words)
        verdict.expect(result.returncode == 0, f"{where} : bilan {words[0]}", result.stderr[-300:])
    site = manifest(root / "essai" / "output")
    reference = reference or site
    verdict.expect(len(site) > 20 and site == reference, f"{where} : le même site, {len(site)} fichiers")

times = []
for _ in range(STARTS):
    begun = time.perf_counter()
    subprocess.run([str(program), "--version"], stdout=subprocess.DEVNULL, check=True)
    times.append((time.perf_counter() - begun) * 1000)
# What else the machine does can only make a start slower: a quarter of them is held to the limit.
quick, middle = statistics.quantiles(times, n=4)[:2]
verdict.expect(quick < 5, f"{program.stat().st_size / 1e6:.1f} Mo ; démarre en {middle:.1f} ms (médiane de {STARTS}, un quart en "
               f"{quick:.1f} ms au plus)")
verdict.leave()
