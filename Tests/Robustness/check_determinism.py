"""Builds the report in other folders, time zones, locales and numbers of tasks: every byte must be the same.

    check_determinism.py PROGRAM"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from sites import FOLDER, ROOT, Verdict, build, manifest

program = os.path.abspath(sys.argv[1])
verdict = Verdict()
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)


# Most disks list a folder by names or their digests; the one in memory lists the newest first.
memory = Path(tempfile.mkdtemp(dir="/dev/shm")) if os.path.isdir("/dev/shm") else FOLDER


def copy(name, newest_first, folder=FOLDER):
    """The publication in a folder of its own, its files created in another order."""
    target = folder / name
    for part in ("content", "layouts", "assets"):
        paths = sorted((path for path in (ROOT / part).rglob("*") if path.is_file()), reverse=newest_first)
        for path in paths:
            place = target / path.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    return target


def listings(source):
    """The names of every folder, as the system gives them."""
    return {str(folder.relative_to(source)): os.listdir(folder) for folder in [source, *source.rglob("*")] if folder.is_dir()}


variants = {
    "un seul fil": (copy("ici", False), ["--jobs", "1"], {"TZ": "UTC", "LC_ALL": "C"}),
    "huit fils": (copy("ici", False), ["--jobs", "8"], {"TZ": "UTC", "LC_ALL": "C"}),
    "autre dossier, autre ordre": (copy("un autre/dossier à part", True, memory), ["--jobs", "8"],
                                   {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}),
    "autre fuseau": (copy("ici", False), ["--jobs", "3"], {"TZ": "America/Los_Angeles", "LC_ALL": "fr_FR.UTF-8"}),
}
here, there = (listings(variants[name][0]) for name in ("un seul fil", "autre dossier, autre ordre"))
moved = sum(names != there[folder] for folder, names in here.items())
verdict.expect(moved or memory == FOLDER, f"{moved} dossiers sur {len(here)} se lisent dans un autre ordre")
reference = None
for i, (name, (source, options, environment)) in enumerate(variants.items()):
    output = FOLDER / f"sortie {i}"
    result = build(program, source, output, "--quiet", *options, env={**os.environ, **environment})
    verdict.expect(result.returncode == 0, f"{name} : le bilan se publie", result.stderr)
    files = manifest(output)
    reference = reference or files
    different = sorted(path for path in reference.keys() | files.keys() if reference.get(path) != files.get(path))
    verdict.expect(not different, f"{name} : {len(files)} fichiers identiques", ", ".join(different[:5]))
again = build(program, ROOT, FOLDER / "sortie 0", "--quiet")
verdict.expect(again.returncode == 0 and manifest(FOLDER / "sortie 0") == reference, "publié par-dessus lui-même : identique")
shutil.rmtree(memory, ignore_errors=True)
verdict.leave()
