"""Kills a build at each of its system calls that touch the disk, one after the other: what is published is always the old
site or the new one, whole.

    check_kill_points.py PROGRAM        (needs strace; says so and passes where it is missing)"""

import os
import shutil
import subprocess
import sys

from sites import FOLDER, ROOT, Verdict, build, leftovers, manifest

CALLS = ["mkdir", "openat", "write", "close", "link", "chmod", "rename", "renameat2", "unlink", "rmdir", "unlinkat",
         "flock", "newfstatat", "getdents64"]
MOST = 60

program = os.path.abspath(sys.argv[1])
verdict = Verdict()
if not shutil.which("strace"):
    print("passé : strace manque")
    sys.exit(0)
shutil.rmtree(FOLDER, ignore_errors=True)
source = FOLDER / "petite"
for path, text in {
    "content/publication.yaml": "titre: Bilan\nperiode: 2024-2025\norganisme:\n  nom: Délégation\nparties: [une]\n",
    "content/index.md": "Un texte.\n", "content/une/index.md": "---\ntitre: Une\n---\n",
    "content/une/essai.md": "---\ntitre: Essai\nresume: Essai.\nnote: Essai.\n---\nUn essai.\n"}.items():
    (source / path).parent.mkdir(parents=True, exist_ok=True)
    (source / path).write_text(text)
output = source / "output"
other = ["--base-url", "https://exemple.fr/autre/"]
build(program, source, output, "--quiet", *other)
old = manifest(output)
build(program, source, output, "--quiet")
new = manifest(output)
keep = FOLDER / "ancien"
build(program, source, keep, "--quiet", *other)
kills, states = 0, {"ancien": 0, "nouveau": 0}
broken = []
for call in CALLS:
    for when in range(1, MOST):
        build(program, source, output, "--quiet", *other)
        result = subprocess.run(
            ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e",
             f"inject={call}:signal=KILL:when={when}", program, "build", "--quiet", "--jobs", "1", "--source", str(source),
             "--output", str(output)], capture_output=True)
        found = manifest(output)
        if found not in (old, new):
            broken.append(f"{call} n° {when}")
        if result.returncode == 0:
            break
        kills += 1
        states["ancien" if found == old else "nouveau"] += 1
verdict.expect(not broken, f"tué à {kills} appels du système : l’ancien site ({states['ancien']} fois) ou le nouveau "
               f"({states['nouveau']})", ", ".join(broken))
build(program, source, output, "--quiet")
verdict.expect(manifest(output) == new and not leftovers(output), "la publication suivante est entière, sans reste")
verdict.leave()
