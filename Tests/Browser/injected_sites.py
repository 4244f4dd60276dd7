"""The publications of check_injection.py: each text in each place, without the places where bilan refuses it.

bilan says which place it refuses by the line it names; that place is left out, and the publication checked again."""

import json
import re
import shutil
import subprocess

from injection_fields import BODY, CONTROL, FRONT, SETTINGS, Forms

HIDDEN = ("caractere-invalide", "caractere-interdit", "sens-de-lecture")
HOME = "content/index.md"
PART = "content/une/index.md"
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def run(program, command, source, *options):
    result = subprocess.run([program, command, "--source", source, *options], capture_output=True, timeout=300)
    if result.returncode not in (0, 1):
        raise SystemExit(f"{command}: code {result.returncode}: {result.stderr.decode(errors='replace')[-500:]}")
    return result


def publish(program, source):
    result = run(program, "build", source, "--quiet", "--output", source / "output")
    if result.returncode != 0:
        raise SystemExit(f"{source}: checked, and not published: {result.stderr.decode()[-800:]}")


def complaints(program, source):
    result = run(program, "check", source, "--format", "json")
    return [c for c in json.loads(result.stdout) if c["severity"] == "error"]


def write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))


def frame(source, more=""):
    """A publication of one part, for sections to come."""
    write(source / "content/publication.yaml", "titre: Bilan\nperiode: 2024-2025\norganisme: { nom: D }\nparties: [une]\n" + more)
    write(source / HOME, "Bonjour.\n")
    write(source / PART, "---\ntitre: Une\n---\n")
    write(source / "content/images/point.png", POINT)


# What must be there has an innocent value in the place of a refused one.
INNOCENT = {
    "titre": "titre: Bilan",
    "resume": "resume: R.",
    "note": "note: N.",
    "organisme": "organisme: { nom: D }",
    "priorites": "priorites: { lire: Lire }",
    "modeles": "modeles: { m: { colonnes: { Lieu: texte, Nombre: entier } } }",
}


class Section:
    """A section that has one text in every place it can."""

    def __init__(self, number, payload):
        self.number, self.forms, self.refused, self.lines = number, Forms(payload, number), set(), []

    def has(self, field):
        return field.name not in self.refused and not field.needs & self.refused

    def front(self, field):
        return self.forms.fill(field.text) if self.has(field) else INNOCENT.get(field.name)

    def text(self):
        """The file, remembering which place each line belongs to."""
        parts = [(None, "---\n")]
        parts += [(field.name, line + "\n") for field in FRONT if (line := self.front(field))]
        parts += [(None, "---\n")]
        parts += [(field.name, "\n" + self.forms.fill(field.text) + "\n") for field in BODY if self.has(field)]
        self.lines = []
        for name, chunk in parts:
            # Each of these ends a line for the program too.
            self.lines += [name] * len(re.findall(r"\r\n|\n|\r", chunk))
        return "".join(chunk for _, chunk in parts)

    def write(self, source):
        write(source / f"content/une/s{self.number}.md", self.text())
        for path, text in self.forms.files().items():
            write(source / "content" / path, text if path not in self.refused else "")

    def refuse(self, line):
        """Leaves out the place of a line: the nearest before it, where it stands in none."""
        line = min(line, len(self.lines)) - 1
        while line >= 0 and self.lines[line] is None:
            line -= 1
        if line >= 0:
            self.refused.add(self.lines[line])
        return line >= 0

    def refuse_hidden(self):
        """Leaves out all places that hold what a file may not: only the first is complained of."""
        before = len(self.refused)
        self.refused |= {field.name for field in FRONT + BODY if CONTROL.search(self.forms.fill(field.text))}
        return len(self.refused) > before

    def refuse_file(self, path):
        self.refused |= {path} | {field.name for field in BODY if path in self.forms.fill(field.text)}
        return True


def sections(program, payloads, source, tally):
    """One publication, with a section for each text."""
    frame(source, "url: https://exemple.fr/a/\npriorites: { lire: Lire }\nunites: [km]\n")
    every = [Section(i, payload) for i, payload in enumerate(payloads)]
    meanings = {section.forms.sigle: section.forms.quoted for section in every}

    def leave_out(complaint):
        path, line = complaint["file"], complaint["line"]
        if not complaint["message"] or not complaint.get("help"):
            tally.fault(f"{path}: « {complaint['message']} » does not say what to do")
        if match := re.fullmatch(r"content/une/s(\d+)\.md", path):
            section = every[int(match[1])]
            return complaint["code"] in HIDDEN and section.refuse_hidden() or section.refuse(line)
        if match := re.fullmatch(r"content/(donnees/p(\d+)\..*)", path):
            return every[int(match[2])].refuse_file(match[1])
        if path != "content/sigles.yaml":
            return False
        name = list(meanings)[min(line, len(meanings)) - 1]
        changed, meanings[name] = meanings[name] != "x", "x"
        return changed

    while True:
        write(source / "content/sigles.yaml", "".join(f"{name}: {text}\n" for name, text in meanings.items()))
        for section in every:
            section.write(source)
        found = complaints(program, source)
        if not found:
            break
        if not any([leave_out(complaint) for complaint in found]):
            raise SystemExit(f"stuck: {found[:3]}")
    for section in every:
        tally.count("sigles.yaml", meanings[section.forms.sigle] == "x")
        for field in FRONT + BODY:
            tally.count(field.name, not section.has(field))
    publish(program, source)


SECTION = """---
titre: A
resume: A.
note: A.
priorite: lire
chiffres:
  - 12 écoles {#ecoles}
tableaux: { t: { titre: T, modele: m } }
---

::: chiffres-cles
:::

::: tableau {#t}
| Lieu | Nombre |
|---|--:|
| Metz | 3 |
:::
"""


def settings(program, payload, source, number, tally):
    """A publication that has the text in every key of publication.yaml and in the files it names."""
    # An address of the web is one for the site, which may then name it.
    forms, refused = Forms(payload, number), {"url"} if payload.startswith("http") else set()
    frame(source)
    write(source / HOME, f"---\ntitre: {forms.quoted}\nresume: {forms.quoted}\n---\n\nBonjour.\n")
    write(source / PART, f"---\ntitre: {forms.quoted}\ntitre_court: {forms.quoted}\nresume: {forms.quoted}\n---\n\nBonjour.\n")
    write(source / "content/une/a.md", SECTION)
    for path, text in forms.setting_files().items():
        write(source / "content" / path, text)
    while True:
        lines, text = [], ""
        for field in SETTINGS:
            if field.name not in refused or field.name in INNOCENT:
                chunk = (INNOCENT[field.name] if field.name in refused else forms.fill(field.text)) + "\n"
                lines += [field.name] * chunk.count("\n")
                text += chunk
        write(source / "content/publication.yaml", text)
        found = complaints(program, source)
        if not found:
            break
        before = len(refused)
        for complaint in found:
            path, line = complaint["file"], complaint["line"]
            if path == "content/publication.yaml" and line <= len(lines):
                refused.add(lines[line - 1])
            elif match := re.fullmatch(r"content/donnees/(edition|audit)\..*", path):
                refused.add(match[1])
            elif path in (HOME, PART):
                refused.add("index.md")
                for name in (HOME, PART):
                    write(source / name, "---\ntitre: A\n---\n")
        if len(refused) == before:
            raise SystemExit(f"stuck: {payload!r} {found[:3]}\n{text}")
    for name in [field.name for field in SETTINGS] + ["index.md"]:
        tally.count(name, name in refused)
    publish(program, source)


def file_names(program, payloads, source, tally):
    """One publication with each text as the name of a picture, a data file, a section and a folder."""
    frame(source)
    names = [re.sub("[/\0\n\r]", "_", payload)[:80] for payload in payloads]
    names = [name for name in names if len(name.encode("utf-8", "surrogatepass")) <= 200]
    header = "---\ntitre: S\nresume: S.\nnote: S.\n---\n\n"
    for number, name in enumerate(names):
        link, attribute = Forms(f"../images/{name}.png", number), Forms(name, number).attribute
        write(source / "content/images" / (name + ".png"), POINT)
        write(
            source / f"content/une/s{number}.md",
            header + f"![x](<{link.escaped}>)\n\n::: figure {{image=\"{link.attribute[3:]}\" alt=x}}\ny\n:::\n",
        )
        write(source / f"content/donnees/{name}.csv", "Lieu;Nombre\nMetz;8\n")
        write(
            source / f"content/une/t{number}.md", header + f"::: tableau {{donnees=\"donnees/{attribute}.csv\" titre=T}}\n:::\n"
        )
        write(source / "content/une" / (name + ".md"), "---\ntitre: T\n---\n")
        write(source / "content" / name / "a.md", "---\ntitre: T\n---\n")
    refused = set()
    while found := complaints(program, source):
        before = len(refused)
        for complaint in found:
            path = source / complaint["file"]
            is_folder = path.parent.name not in ("une", "donnees", "images")
            kind = "folders" if is_folder else "pictures and data" if re.fullmatch(r"[st]\d+", path.stem) else "sections"
            refused.add((kind, path))
            if path.exists():
                shutil.rmtree(path.parent) if is_folder else path.unlink()
        if len(refused) == before:
            raise SystemExit(f"stuck: {found[:3]}")
    for kind, count in (("folders", 1), ("sections", 1), ("pictures and data", 2)):
        tally.count("names of " + kind, sum(k == kind for k, _ in refused), of=count * len(names))
    publish(program, source)


def drawings(program, payloads, source, tally):
    """One publication whose pictures have each text inside: as elements, and in place of a value."""
    frame(source)
    svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'{}>{}</svg>"
    for number, payload in enumerate(payloads):
        write(source / f"content/images/a{number}.svg", svg.format("", payload))
        write(source / f"content/images/b{number}.svg", svg.format("", f"<a xlink:href='{payload}'><text y='9'>x</text></a>"))
        write(source / f"content/images/c{number}.svg", svg.format(f" style='{payload}'", "<style>" + payload + "</style>"))
    refused = {source / complaint["file"] for complaint in complaints(program, source)}
    for path in refused:
        path.unlink()
    tally.count("drawings", len(refused), of=3 * len(payloads))
    publish(program, source)
