"""What the parts of check_hostile.py share: small publications, and a build held to its limits."""

import os
import re
import resource
import shutil
import subprocess
import sys
import threading

from sites import FOLDER, Verdict

PROGRAM = os.path.abspath(sys.argv[1])
WORDS = sys.argv[2:]
WORK = FOLDER / "hostile"
MEMORY = 3 << 30
SECTION = "---\ntitre: Essai\nresume: Un essai.\nnote: Un essai.\n"

verdict = Verdict()
shutil.rmtree(WORK, ignore_errors=True)


def publication(files, folder=None):
    """A small publication with these files; a value of None leaves one out."""
    folder = folder or WORK / "publication"
    shutil.rmtree(folder, ignore_errors=True)
    base = {
        "content/publication.yaml": "titre: Bilan\nperiode: 2024-2025\norganisme: { nom: Délégation }\nparties: [une]\n",
        "content/index.md": "Bonjour.\n",
        "content/une/index.md": "---\ntitre: Une\n---\n",
        "content/une/a.md": SECTION + "---\n\nUn texte.\n",
    }
    for path, text in {**base, **files}.items():
        if text is None:
            continue
        target = os.path.join(os.fsencode(folder), os.fsencode(path))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape"))
    return folder


def run(*arguments, timeout=120, cwd=None):
    """Exit code, what was said, seconds of processor and bytes of memory."""

    def limit():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    with open(WORK / "said", "wb+") as said:
        process = subprocess.Popen(
            [PROGRAM, *map(str, arguments)],
            stdout=said,
            stderr=said,
            preexec_fn=limit,
            cwd=cwd,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"},
        )
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read()
    return process.returncode, words.decode("utf-8", "replace"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10


def wanted(name):
    return not WORDS or any(word in name for word in WORDS)


def first_message(words):
    lines = [line for line in words.splitlines() if ": erreur: " in line or line.startswith("bilan: ")]
    return re.sub(r"^\S*/", "", lines[0])[:110] if lines else words.strip()[:110]


SECRET = "XQ9-SECRET-DU-VOISIN"


def outcome(name, source, codes, *patterns, options=(), forbidden=(), command="build", output=None, absent=True):
    """Builds, and looks at the exit code, the words, and what is published."""
    if not wanted(name):
        return ""
    output = output or source / "output"
    options = (*options, "--output", output) if command == "build" else options
    code, words, seconds, _ = run(command, "--source", source, *options)
    published = (
        b"".join(p.read_bytes() for p in output.rglob("*") if p.is_file() and not p.is_symlink())
        if output.is_dir() and command == "build"
        else b""
    )
    problems = []
    if code not in codes:
        problems.append(f"code {code}")
    problems += [f"il manque « {p} »" for p in patterns if not re.search(p, words)]
    if SECRET in words or (absent and SECRET.encode() in published):
        problems.append("le secret est dehors")
    problems += [f"« {text} » est publié" for text in forbidden if text.encode() in published]
    if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", words):
        problems.append("le message a des caractères de commande")
    if seconds > 20:
        problems.append(f"{seconds:.0f} s")
    verdict.expect(
        not problems,
        f"{name} : " + ("publié" if code == 0 else f"code {code}, {first_message(words)}"),
        " ; ".join(problems) + "\n" + words[:400],
    )
    return words


def link(source, path, target):
    place = source / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
    return source


def neighbour():
    """A file beside the publication, that none of it may show."""
    outside = WORK / "voisin"
    outside.mkdir(parents=True, exist_ok=True)
    for name in (
        "secret.md",
        "secret.csv",
        "secret.yaml",
        "secret.geojson",
        "secret.html",
        "secret.png",
        "secret.json",
        "secret.css",
    ):
        (outside / name).write_text(SECRET + "\n")
    return outside
