"""Kills builds, fills the disk, takes rights away: the published site must stay whole, and the message name a file.

    check_faults.py PROGRAM [KILLS]

Some checks need to be root (mounts); they are left out, and said to be, where that is not so."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from sites import FOLDER, ROOT, Verdict, build, leftovers, manifest

program = os.path.abspath(sys.argv[1])
kills = int(sys.argv[2]) if len(sys.argv) > 2 else 100
verdict = Verdict()
is_root = os.geteuid() == 0
shutil.rmtree(FOLDER, ignore_errors=True)
FOLDER.mkdir(parents=True)
output = FOLDER / "site" / "output"
OTHER = ["--base-url", "https://exemple.fr/autre/"]


def start(*options):
    return subprocess.Popen([program, "build", "--quiet", "--source", str(ROOT), "--output", str(output), *options],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def refused(result, what, whole):
    verdict.expect(result.returncode == 3, f"{what} : état 3", f"état {result.returncode} : {result.stderr[-300:]}")
    verdict.expect("«" in result.stderr and "impossible" in result.stderr, f"{what} : {result.stderr.strip()[-160:]}")
    verdict.expect(whole(), f"{what} : le site publié est entier")


# Two sites that differ in every page, and how long each takes.
begun = time.perf_counter()
verdict.expect(build(program, ROOT, output, "--quiet", *OTHER).returncode == 0, "l’autre site se publie")
other = manifest(output)
verdict.expect(build(program, ROOT, output, "--quiet").returncode == 0, "le site se publie")
site = manifest(output)
duration = (time.perf_counter() - begun) / 2
verdict.expect(site != other and site.keys() <= other.keys(), f"les deux diffèrent ({duration * 1000:.0f} ms chacun)")

# Killed at any moment, then at the end, where folders change places.
moments = random.Random(2024)
seen = {"ancien": 0, "nouveau": 0}
broken = []
current = site
for i in range(kills):
    process = start(*(OTHER if current is site else []))
    time.sleep(moments.uniform(0, duration * 1.3) if i % 2 else moments.uniform(duration * 0.6, duration * 1.2))
    process.send_signal(signal.SIGKILL)
    process.wait()
    found = manifest(output)
    if found not in (site, other):
        broken.append(i)
        break
    seen["ancien" if found == current else "nouveau"] += 1
    current = site if found == site else other
verdict.expect(not broken, f"tué {kills} fois : toujours l’ancien site ({seen['ancien']} fois) ou le nouveau ({seen['nouveau']})")
verdict.expect(build(program, ROOT, output, "--quiet").returncode == 0 and manifest(output) == site,
               "la publication suivante est entière")
verdict.expect(not leftovers(output), "rien ne reste des publications tuées", str(leftovers(output)))

# Two at once.
for attempt in range(5):
    pair = [start(), start()]
    states = [process.wait() for process in pair]
    verdict.expect(states == [0, 0] and manifest(output) == site, f"deux publications à la fois, essai {attempt + 1}",
                   f"états {states}")
verdict.expect(not leftovers(output), "rien ne reste des publications simultanées", str(leftovers(output)))

# A file too large for what the system lets a program write (the same path as a quota).
result = build(program, ROOT, output, *OTHER,
               preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)))
refused(result, "fichiers limités à 20 ko", lambda: manifest(output) == site)

# Few files open at once must do.
result = build(program, ROOT, output, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24)))
verdict.expect(result.returncode == 0 and manifest(output) == site, "24 fichiers ouverts suffisent", result.stderr[-200:])

# A folder that is not a site.
foreign = FOLDER / "documents"
foreign.mkdir()
(foreign / "lettre.txt").write_text("à garder")
refused(build(program, ROOT, foreign), "un dossier plein d’autre chose", lambda: (foreign / "lettre.txt").exists())
refused(build(program, ROOT, foreign / "lettre.txt"), "un fichier en guise de dossier",
        lambda: (foreign / "lettre.txt").read_text() == "à garder")
refused(build(program, FOLDER / "rien", output), "une publication absente", lambda: manifest(output) == site)

if is_root:
    # Rights do not hold root back: another user builds.
    def nobody():
        os.setgid(65534)
        os.setuid(65534)

    reader = Path("/tmp") / f"bilan-robustness-{os.getpid()}"
    shutil.copytree(ROOT / "content", reader / "content")
    copied = reader / "bilan"
    shutil.copy(program, copied)
    build(program, reader, reader / "output", "--quiet")
    before = manifest(reader / "output")
    refused(build(str(copied), reader, reader / "output", *OTHER, preexec_fn=nobody), "dossier de sortie sans droit",
            lambda: manifest(reader / "output") == before)
    secret = next((reader / "content").rglob("*.md"))
    secret.chmod(0)
    reader.chmod(0o777)
    refused(build(str(copied), reader, reader / "output", *OTHER, preexec_fn=nobody), "un texte sans droit de lecture",
            lambda: manifest(reader / "output") == before)
    shutil.rmtree(reader)

    disk = FOLDER / "disque"
    disk.mkdir()

    def mounted(options):
        return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "bilan-test", str(disk)],
                              capture_output=True).returncode == 0

    if mounted("size=64m"):
        # Another file system; then the output as the top of one, which nothing can take the place of.
        try:
            verdict.expect(build(program, ROOT, disk / "output").returncode == 0 and manifest(disk / "output") == site,
                           "sur un autre disque")
            refused(build(program, ROOT, disk, *OTHER), "le haut d’un disque en guise de dossier",
                    lambda: manifest(disk / "output") == site)
            # Full: room for what is there and a little more.
            used = sum(path.stat().st_blocks * 512 for path in disk.rglob("*"))
            subprocess.run(["mount", "-o", f"remount,size={used + 300_000}", str(disk)], check=True)
            refused(build(program, ROOT, disk / "output", *OTHER), "disque plein", lambda: manifest(disk / "output") == site)
            verdict.expect(not leftovers(disk / "output"), "disque plein : rien ne reste à moitié écrit")
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
            refused(build(program, ROOT, disk / "output", *OTHER), "disque en lecture seule",
                    lambda: manifest(disk / "output") == site)
        finally:
            subprocess.run(["umount", str(disk)])
    else:
        print("passé : les montages ne sont pas permis ici")
else:
    print("passé : les droits et les disques pleins demandent d’être root")
verdict.leave()
