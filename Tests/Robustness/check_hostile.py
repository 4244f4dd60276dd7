"""Gives bilan what nobody would write: too deep, too long, too many, looping, misnamed, misplaced, misspelt on purpose.

For each: it ends, with the exit code that it should have, within a memory limit; twice as much costs about twice the time and
the memory; what it says is French and says where; nothing outside the publication is read or written.

    check_hostile.py PROGRAM [WORDS…]        only the cases whose name holds one of the words"""

import re
import shutil
import threading
import time
import unicodedata
import urllib.parse

from hostile import PROGRAM, SECTION, WORK, link, outcome, publication, run, verdict, wanted
from hostile_growth import area, check_below_the_limits, check_growth, csv, geo
from hostile_places import check_active_files, check_links, check_paths
from sites import build, leftovers, manifest


def check_bombs():
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)}, *{chr(97 + i)}, *{chr(97 + i)}, *{chr(97 + i)}]\n" for i in range(12)
    )
    refused = "ancres YAML"
    outcome("bombe d’alias, en-tête", publication({"content/une/a.md": "---\n" + bomb + "---\n"}), [1], refused)
    outcome("bombe d’alias, publication.yaml", publication({"content/publication.yaml": bomb}), [1], refused)
    outcome("bombe d’alias, sigles.yaml", publication({"content/sigles.yaml": bomb}), [1], refused)
    outcome("fusion YAML <<", publication({"content/une/a.md": "---\ntitre: A\n<<: { resume: x }\n---\n"}), [1], "erreur")
    for name, text in {
        "lui-même": "{% include 'section.html' %}",
        "deux à deux": "{% include 'b.html' %}",
        "héritage": "{% extends 'section.html' %}",
        "importation": "{% import 'section.html' as m %}{{ m.x }}",
        "macro": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "bloc": "{% block a %}{{ self.a() }}{% endblock %}",
    }.items():
        source = publication({"layouts/section.html": text, "layouts/b.html": "{% include 'section.html' %}"})
        outcome(f"gabarit qui s’appelle, {name}", source, [1], "erreur")
    outcome(
        "gabarit qui double",
        publication(
            {
                "layouts/section.html": "{% set n = namespace(x='aa') %}{% for i in range(90) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            }
        ),
        [1],
        "gabarit-trop-long",
    )
    outcome(
        "gabarit sans fin",
        publication(
            {
                "layouts/section.html": "{% for i in range(99999) %}{% for j in range(99999) %}{% for k in range(99999) %}{% endfor %}{% endfor %}{% endfor %}"
            }
        ),
        [1],
        "gabarit-trop-long",
    )
    outcome(
        "gabarit sans fin, texte",
        publication(
            {
                "layouts/section.html": "{% for i in range(99999) %}{% for j in range(99999) %}xxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}"
            }
        ),
        [1],
        "gabarit-trop-long",
    )
    outcome(
        "gabarit hors du dossier",
        publication({"layouts/section.html": "{% include '../../voisin/secret.html' %}"}),
        [1],
        "n.existe pas",
    )


def check_characters():
    kinds = {
        "octets Latin-1": b"\xe9t\xe9",
        "octet NUL": b"a\0b",
        "UTF-8 trop long": b"\xc0\xaf",
        "demi-codet": b"\xed\xa0\x80",
        "octet seul": b"\x80",
        "UTF-16": "été".encode("utf-16"),
        "fin coupée": b"a\xe2\x80",
    }
    for kind, data in kinds.items():
        for name, files in {
            "texte": {"content/une/a.md": SECTION.encode() + b"---\n\n" + data + b"\n"},
            "en-tête": {"content/une/a.md": b"---\ntitre: " + data + b"\n---\n"},
            "publication.yaml": {"content/publication.yaml": b"titre: " + data + b"\n"},
            "sigles.yaml": {"content/sigles.yaml": b"ENT: " + data + b"\n"},
            "CSV": {**csv(""), "content/donnees/d.csv": b"Lieu;Nombre\n" + data + b";8\n"},
            "GeoJSON": {**geo([]), "content/donnees/f.geojson": b'{"type":"' + data + b'"}'},
            "gabarit": {"layouts/section.html": data},
        }.items():
            outcome(f"{kind}, {name}", publication(files), [1], ": erreur: ")
    bidi = "a\u202eb\u2066c\u2069"
    for name, files in {
        "texte": {"content/une/a.md": SECTION + f"---\n\n{bidi}\n"},
        "en-tête": {"content/une/a.md": f"---\ntitre: {bidi}\n---\n"},
        "clé": {"content/une/a.md": f"---\ntitre: A\n{bidi}: x\n---\n"},
        "sigle": {"content/sigles.yaml": f"ENT: {bidi}\n"},
        "CSV": csv(f"{bidi};8\n"),
        "attribut": {"content/une/a.md": SECTION + f"---\n\n::: focus {{titre=\"{bidi}\"}}\nx\n:::\n"},
        "code": {"content/une/a.md": SECTION + f"---\n\n`{bidi}`\n"},
        "GeoJSON": geo([area(bidi, 4), area("Metz", 4)]),
    }.items():
        outcome(f"sens d’écriture retourné, {name}", publication(files), [1], "U\\+202E", forbidden=["\u202e"])
    # Names.
    control = "content/images/a\x1b]0;x\x07\u202e.png"
    outcome(
        "nom de fichier avec des commandes",
        publication({control: "x", "content/une/a.md": SECTION + "---\n\n![x](../images/b.png)\n"}),
        [1],
    )
    outcome("lien au nom plein de commandes", link(publication({}), "content/a\x1b]0;x\x07\u202e", "/"), [3])
    if wanted("mot de la ligne de commande"):
        code, words, *_ = run("new", "Titre", "--partie", "a\x1b]0;x\x07", "--source", publication({}))
        verdict.expect(code == 2 and "\x1b" not in words, f"mot de la ligne de commande avec des commandes : {words.strip()[:80]}")
    outcome("nom de section avec des commandes", publication({"content/une/a\x1b[31m.md": "x"}), [1])
    outcome("nom de fichier qui n’est pas de l’UTF-8", publication({"content/images/\udce9.png": "x"}), [0, 1, 3])
    outcome("nom de section qui n’est pas de l’UTF-8", publication({"content/une/\udce9.md": "x"}), [1, 3])
    for name, text in {"composé": "NFC", "décomposé": "NFD"}.items():
        other = "NFD" if text == "NFC" else "NFC"
        file, typed = unicodedata.normalize(text, "été"), unicodedata.normalize(other, "été")
        source = publication(
            {
                f"content/images/{file}.png": "x",
                f"content/donnees/{file}.csv": "Lieu;Nombre\nMetz;8\n",
                "content/une/a.md": SECTION
                + f"---\n\n![x](../images/{typed}.png)\n\n::: figure {{image=images/{typed}.png alt=x}}\nx\n:::\n\n"
                + f"::: tableau {{donnees=donnees/{typed}.csv titre=T}}\n:::\n",
            }
        )
        outcome(f"accent {name} dans le nom, tapé autrement", source, [0])
        if wanted(f"accent {name}"):
            html = (source / "output/une/a.html").read_text() if (source / "output/une/a.html").exists() else ""
            targets = [urllib.parse.unquote(t) for t in re.findall(r'(?:src|href)="(?:\.\./)?(images/[^"]*\.png)"', html)]
            missing = [t for t in targets if not (source / "output" / t).is_file()]
            verdict.expect(
                targets and not missing, f"accent {name} dans le nom : {len(targets)} liens mènent à un fichier", f"{missing}"
            )
    outcome(
        "deux noms qui ne diffèrent que par l’accent composé",
        publication({"content/images/\u00e9.png": "x", "content/images/e\u0301.png": "y"}),
        [1],
        "même",
    )
    outcome(
        "deux images qui ne diffèrent que par la casse",
        publication({"content/images/a.png": "x", "content/images/A.png": "y"}),
        [1],
        "même",
    )
    outcome(
        "deux sections qui ne diffèrent que par la casse",
        publication({"content/une/b.md": SECTION + "---\n", "content/une/B.md": SECTION + "---\n"}),
        [1],
        "même adresse",
    )
    outcome(
        "une lettre cyrillique dans le nom d’une section",
        publication({"content/une/\u0430.md": SECTION + "---\n"}),
        [1],
        "renommez",
    )
    outcome(
        "une lettre cyrillique dans une clé",
        publication({"content/une/a.md": "---\ntitr\u0435: A\n---\n"}),
        [1],
        "vouliez-vous dire « titre »",
    )
    for place in (
        "index.html",
        "une/a.html",
        "une.html",
        "404.html",
        "une/a.html/x.png",
        "donnees/chiffres-cles.csv/x.png",
        "assets/style.css",
        "graphiques",
    ):
        outcome(
            f"un document à la place d’un fichier du site, {place}",
            publication({"content/" + place: "x"}),
            [0] if place in ("assets/style.css", "graphiques") else [1],
        )
    outcome(
        "une partie au nom impossible",
        publication(
            {
                "content/publication.yaml": "titre: B\nperiode: 2025\norganisme: { nom: D }\nparties: ['a?b#c']\n",
                "content/a?b#c/index.md": "---\ntitre: A\n---\n",
                "content/a?b#c/x.md": SECTION + "---\n",
            }
        ),
        [1],
        "adresse",
    )
    outcome(
        "une espace qui ne se voit pas dans une clé",
        publication({"content/une/a.md": "---\ntitre\u200b: A\n---\n"}),
        [1],
        "erreur",
    )


def check_races():
    """Files that come, go and change while a build reads them."""
    if not wanted("pendant la lecture"):
        return
    source = publication({f"content/une/s{i}.md": SECTION + "---\n\nUn texte.\n" for i in range(60)})
    (source / "content/images").mkdir()
    (source / "assets").mkdir()
    over = threading.Event()

    def meddle():
        i = 0
        while not over.is_set():
            i += 1
            path = source / f"content/une/s{i % 60}.md"
            try:
                if i % 5 == 0:
                    path.unlink(missing_ok=True)
                elif i % 5 == 1:
                    path.write_text(SECTION + "---\n\n" + "Un texte.\n\n" * (i % 3000))
                elif i % 5 == 2:
                    (source / f"content/images/p{i % 7}.png").write_bytes(b"x" * (i % 100_000))
                    (source / f"content/images/p{(i + 3) % 7}.png").unlink(missing_ok=True)
                elif i % 5 == 3:
                    path.with_suffix(".tmp").write_text(SECTION + "---\n")
                    path.with_suffix(".tmp").replace(path)
                else:
                    folder = source / "content/une/d"
                    shutil.rmtree(folder, ignore_errors=True) if folder.exists() else folder.mkdir()
                    (source / "assets/perso.css").write_text("x" * (i % 50_000))
            except OSError:
                pass

    thread = threading.Thread(target=meddle)
    thread.start()
    codes, odd = {}, []
    output = source / "output"
    end = time.monotonic() + 30
    while time.monotonic() < end:
        before = manifest(output) if output.exists() else {}
        result = build(PROGRAM, source, output, "--quiet", timeout=60)
        codes[result.returncode] = codes.get(result.returncode, 0) + 1
        if result.returncode not in (0, 1, 3) or "Fatal" in result.stderr:
            odd.append(f"code {result.returncode}: {result.stderr[:200]}")
        elif result.returncode != 0 and output.exists() and manifest(output) != before:
            odd.append("un échec a changé le site")
        elif result.returncode == 3 and not re.search(r"content/|assets/", result.stderr):
            odd.append(f"le message ne nomme pas le fichier : {result.stderr[:200]}")
    over.set()
    thread.join()
    verdict.expect(
        not odd and not leftovers(output),
        f"des fichiers vont et viennent pendant la lecture : {sum(codes.values())} publications, codes {codes}",
        "\n".join(odd[:5]),
    )


if __name__ == "__main__":
    WORK.mkdir(parents=True, exist_ok=True)
    check_growth()
    check_below_the_limits()
    check_bombs()
    check_links()
    check_active_files()
    check_paths()
    check_characters()
    check_races()
    verdict.leave()
