"""Runs the jobs of docs/ci as their hosts do: their own lines, read from the YAML, in a fresh clone. Then with an error in
the content, which must stop them, the reports written all the same.

    check_ci.py [--root DIR] [--cache]

DIR is the top folder of the system to run them in, such as debootstrap makes, with the packages of the image that the jobs
name; this system otherwise. --cache keeps what was built the time before, as the cache of a host does.

Needs to be root, as in a container; says so and passes where it is not."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from sites import FOLDER, ROOT, Verdict

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("--root", default="")
parser.add_argument("--cache", action="store_true")
options = parser.parse_args()
verdict = Verdict()
if os.geteuid() != 0:
    print("passé : les tâches installent des paquets, ce qui demande d’être root")
    sys.exit(0)

inside = "/builds/bilan" if options.root else str(FOLDER / "ci")
clone = Path(options.root + inside)
if options.cache and clone.exists():
    for command in (["fetch", "--quiet"], ["reset", "--quiet", "--hard", "FETCH_HEAD"], ["clean", "-fdxq", "-e", ".build"]):
        subprocess.run(["git", "-C", str(clone), *command], check=True)
else:
    shutil.rmtree(clone, ignore_errors=True)
    clone.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "clone", "--quiet", f"file://{ROOT}", str(clone)], check=True)
broken = clone / "content" / "publication.yaml"
sound = broken.read_text()


def run(shell, lines, **environment):
    """The lines as one script, in the clone; what it printed and its status."""
    kept = {name: os.environ[name] for name in ("PATH", "http_proxy", "https_proxy", "no_proxy") if name in os.environ}
    command = [*shell, f"cd {inside}\n" + "\n".join(lines)]
    if options.root:
        command = ["chroot", options.root, *command]
    result = subprocess.run(command, env={"HOME": "/root", "CI": "true", "LANG": "C.UTF-8", **kept, **environment},
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    return result.returncode, result.stdout


def read(name):
    """A file that a job wrote, which it then loses: the next one must write it anew."""
    path = clone / name
    if not path.exists():
        return None
    text = path.read_text()
    path.unlink()
    return text


def valid(what, **documents):
    """Whether reports were written, and as their schemas want them."""
    verdict.expect(all(documents.values()), f"{what} : les rapports sont écrits",
                   ", ".join(name for name, text in documents.items() if not text))
    question = [{"format": name, "text": text} for name, text in documents.items() if text]
    answer = subprocess.run([sys.executable, str(ROOT / "Tests/Tools/validate_formats.py")], input=json.dumps(question),
                            capture_output=True, text=True, check=True).stdout
    verdict.expect(not any(json.loads(answer)), f"{what} : les rapports suivent leurs schémas", answer)


# GitLab gives all lines of a job to one shell that stops at the first failure.
gitlab = yaml.safe_load((ROOT / "docs/ci/gitlab-ci.yml").read_text())
GITLAB = ["bash", "-eo", "pipefail", "-c"]
job, pages = gitlab["bilan"], gitlab["pages"]
status, output = run(GITLAB, job["before_script"])
verdict.expect(status == 0, "GitLab : l’installation", output[-1500:])


def gitlab_job(what, succeeds, **environment):
    status, output = run(GITLAB, job["script"], **environment)
    verdict.expect((status == 0) == succeeds, f"{what} : {'publie' if succeeds else 'refuse de publier'}", output[-1500:])
    reports = job["artifacts"]["reports"]
    quality = read(reports["codequality"])
    valid(what, gitlab=quality, junit=read(reports["junit"]))
    verdict.expect("ublié" in (read("verification.md") or ""), f"{what} : le rapport en clair")
    return output, json.loads(quality or "[]")


# GitHub gives each step to a shell of its own; in a container, to sh.
github = yaml.safe_load((ROOT / "docs/ci/github-pages.yml").read_text())
steps = {step["name"]: step for step in github["jobs"]["verification"]["steps"] if "run" in step}
VALUES = {"${{ steps.pages.outputs.base_url }}": "https://exemple.github.io/bilan"}


def github_step(name, **more):
    step = steps[name]
    environment = {key: VALUES[value] for key, value in step.get("env", {}).items()}
    return run(["sh", "-e", "-c"], [step["run"]], GITHUB_STEP_SUMMARY=inside + "/resume.md", **environment, **more)


gitlab_job("GitLab, branche", True)
verdict.expect(run(GITLAB, pages["script"])[0] == 0, "GitLab : la tâche « pages »")
gitlab_job("GitLab, branche publiée", True, CI_PAGES_URL="https://dane.exemple.io/bilan")
verdict.expect("https://dane.exemple.io/bilan/" in (clone / "public/sitemap.xml").read_text(), "GitLab : l’adresse est donnée")
shutil.rmtree(clone / "public")

for name in ("Installer bilan", "Vérifier", "Construire"):
    status, output = github_step(name)
    verdict.expect(status == 0, f"GitHub : {name}", output[-1500:])
valid("GitHub", sarif=read("bilan.sarif"))
verdict.expect("ublié" in (read("resume.md") or ""), "GitHub : le résumé")
verdict.expect("https://exemple.github.io/bilan/" in (clone / "public/sitemap.xml").read_text(), "GitHub : l’adresse est donnée")

broken.write_text(sound.replace("titre:", "titr:", 1))
output, quality = gitlab_job("GitLab, en-tête fautif", False)
verdict.expect(any(finding["location"]["path"] == "content/publication.yaml" for finding in quality), "GitLab : le fichier est nommé")
status, output = github_step("Vérifier")
verdict.expect(status != 0 and "::error file=content/publication.yaml,line=" in output, "GitHub, en-tête fautif : refuse, à la ligne", output)
valid("GitHub, en-tête fautif", sarif=read("bilan.sarif"))
verdict.leave()
