"""Links, folders and paths that lead out, loop, or stand where something else should: refused, and nothing outside is touched."""

import os
import re
import shutil

from hostile import SECRET, SECTION, WORK, link, neighbour, outcome, publication, run, verdict, wanted
from hostile_growth import csv
from sites import manifest


def check_links():
    outside = neighbour()
    out = "mène hors du dossier"
    for path in (
        "content/une/b.md",
        "content/donnees/d.csv",
        "content/images/a.png",
        "layouts/section.html",
        "assets/perso.css",
        "content/sigles.yaml",
    ):
        target = outside / ("secret." + path.rpartition(".")[2])
        outcome(f"lien vers un fichier du dehors, {path}", link(publication({}), path, target), [3], out)
        outcome(
            f"lien relatif vers le dehors, {path}",
            link(publication({}), path, os.path.relpath(target, WORK / "publication" / os.path.dirname(path))),
            [3],
            out,
        )
    for path in ("content/voisin", "content/une/voisin", "layouts/voisin", "assets/voisin", "content/images"):
        outcome(f"lien vers un dossier du dehors, {path}", link(publication({}), path, outside), [3], out)
    source = publication({})
    shutil.move(source / "content", WORK / "voisin" / "contenu")
    outcome("content/ lui-même est un lien", link(source, "content", WORK / "voisin" / "contenu"), [0, 3])
    shutil.rmtree(WORK / "voisin" / "contenu")
    for path in ("content/boucle", "content/une/boucle", "layouts/boucle", "assets/boucle"):
        outcome(f"lien vers le dossier qui le tient, {path}", link(publication({}), path, "."), [3], "emboîtent|boucle")
        outcome(
            f"lien vers le dossier du dessus, {path}", link(publication({}), path, ".."), [3], "emboîtent|boucle|dehors|hors du"
        )
        source = publication({})
        for name in "abc":
            link(source, f"{path}-{name}", ".")
        outcome(f"trois liens vers le dossier qui les tient, {path}", source, [3], "emboîtent|boucle|trop de")
        outcome(f"lien vers lui-même, {path}", link(publication({}), path, os.path.basename(path)), [0, 1, 3])
    source = publication({"content/x/a.csv": "A\n1\n", "content/y/b.csv": "A\n1\n"})
    link(link(source, "content/x/y", "../y"), "content/y/x", "../x")
    outcome("deux dossiers qui se tiennent", source, [3], "emboîtent|boucle|trop de")
    source = publication({f"content/d{i}/a.csv": "A\n1\n" for i in range(9)})
    for i in range(8):
        for name in "abcdef":
            link(source, f"content/d{i}/{name}", f"../d{i + 1}")
    outcome("liens en arbre (6⁸ chemins)", source, [3], "trop de")
    outcome("lien mort", link(publication({}), "content/une/b.md", "rien.md"), [0, 1, 3])
    outcome("lien vers /dev/zero", link(publication({}), "content/une/b.md", "/dev/zero"), [3], out)
    outcome("lien vers /proc", link(publication({}), "content/une/b.md", "/proc/self/environ"), [3], out)
    outcome("lien au dedans", link(publication({}), "content/images/a.png", "../une/a.md"), [0])
    for path in ("content/une/b.md", "content/images/a.png", "layouts/section.html", "assets/perso.css"):
        source = publication({})
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(source / path)
        outcome(f"un tube en guise de fichier, {path}", source, [0, 1, 3])
    source = publication({})
    (source / "content/une/b.md").mkdir()
    outcome("un dossier nommé b.md", source, [0, 1])
    # The output.
    for name, target in {
        "content": "content",
        "dans content": "content/site",
        "dans une partie": "content/une/site",
        "layouts": "layouts",
        "dans assets": "assets/site",
        "la source": ".",
        "le dessus": "..",
    }.items():
        source = publication({"layouts/x.html": "x", "assets/x.css": "x"}, WORK / "autre" / "publication")
        before = manifest(source)
        outcome(f"--output, {name}", source, [2, 3], "bilan|erreur", output=source / target)
        after = {k: v for k, v in manifest(source).items() if k in before}
        if wanted(f"--output, {name}"):
            verdict.expect(after == before, f"--output, {name} : la source reste entière")
    source = publication({})
    (WORK / "ailleurs").mkdir(exist_ok=True)
    (WORK / "ailleurs" / "a.txt").write_text("à garder")
    link(source, "output", WORK / "ailleurs")
    outcome("la sortie est un lien vers un dossier plein", source, [3], "n.a pas écrits")
    if wanted("la sortie est un lien"):
        verdict.expect((WORK / "ailleurs" / "a.txt").read_text() == "à garder", "la sortie est un lien : le dossier est intact")


def check_active_files():
    """What would run at the address of the site, dropped beside the texts."""
    svg = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
    for name, text in {
        "images/a.html": "<script>alert(1)</script>",
        "une/a.xhtml": "x",
        "une/a.php": "<?php ?>",
        "images/script.svg": svg.format("<script>alert(1)</script>"),
        "images/attribut.svg": svg.format("<g onclick='alert(1)'/>"),
        "images/adresse.svg": svg.format("<a href='java&#10;script:alert(1)'/>"),
        "images/dehors.svg": svg.format("<image href='https://ailleurs.invalid/a.png'/>"),
        "images/entite.svg": "<!DOCTYPE svg [<!ENTITY a '<script/>'>]>" + svg.format("&a;"),
        "images/utf-16.svg": svg.format("<script>alert(1)</script>").encode("utf-16"),
    }.items():
        outcome(f"un fichier qui agirait, {name}", publication({"content/" + name: text}), [1], "fichier-actif")
    outcome("un dessin au repos", publication({"content/images/a.svg": svg.format("<circle r='9'/>")}), [0])
    allowed = "titre: Bilan\nperiode: 2024-2025\norganisme: { nom: D }\nparties: [une]\nhtml: oui\n"
    outcome("un fichier qui agirait, admis", publication({"content/publication.yaml": allowed, "content/images/a.html": "x"}), [0])


def check_paths():
    neighbour()
    ups = [
        "../../voisin/secret",
        "../../../voisin/secret",
        "/" + str(WORK / "voisin/secret").lstrip("/"),
        "une/../../../voisin/secret",
        "%2e%2e/%2e%2e/voisin/secret",
        "..%2f..%2fvoisin/secret",
        "..\\..\\voisin\\secret",
        "./../../voisin/secret",
        "donnees/../../../voisin/secret",
        "..//..//voisin/secret",
        "\u2025/voisin/secret",
        "~/secret",
        "file:///etc/passwd",
    ]
    for up in ups:

        def markdown(text):
            return {"content/une/a.md": SECTION + "---\n\n" + text + "\n"}

        def settings(text):
            return {
                "content/publication.yaml": "titre: Bilan\nperiode: 2024-2025\norganisme: { nom: D }\nparties: [une]\n"
                + text
                + "\n"
            }

        quoted = "'" + up + "{}'"
        places = {
            "image": markdown(f"![x](<{up}.png>)"),
            "figure": markdown(f"::: figure {{image=\"{up}.png\" alt=x}}\nx\n:::"),
            "lien": markdown(f"[abc](<{up}.md>)"),
            "lien vers un fichier": markdown(f"[abc](<{up}.csv>)"),
            "tableau": markdown(f"::: tableau {{donnees=\"{up}.csv\" titre=T}}\n:::"),
            "graphique": markdown(f"::: graphique {{type=barres donnees=\"{up}.csv\"}}\nx\n:::"),
            "carte": markdown(f"::: carte {{donnees=\"{up}.csv\" lieu=a valeur=b}}\nx\n:::"),
            "fond": {
                **csv("Metz;8\n"),
                **markdown(f"::: carte {{donnees=donnees/d.csv lieu=Lieu valeur=Nombre fond=\"{up}.geojson\"}}\nx\n:::"),
            },
            "portrait": markdown(f"::: portraits\n::: portrait {{nom=x image=\"{up}.png\" alt=x}}\nx\n:::\n:::"),
            "temps fort": markdown(f"::: temps-forts\n::: temps-fort {{date=2025 image=\"{up}.png\" alt=x}}\nx\n:::\n:::"),
            "bloc": markdown(f"::: {up}\nx\n:::"),
            "identifiant": markdown(f"::: focus {{#{up}}}\nx\n:::"),
            "identifiant d’un graphique": {
                **csv("Metz;8\n"),
                **markdown(f"::: graphique {{#{up} type=barres donnees=donnees/d.csv x=Lieu y=Nombre}}\nx\n:::"),
            },
            "identifiant d’un tableau": markdown(f"::: tableau {{#{up}}}\n| A | B |\n|---|--:|\n| x | 1 |\n:::"),
            "donnees": {
                "content/une/a.md": SECTION
                + f"tableaux: {{ t: {{ donnees: {quoted.format('.csv')} }} }}\n---\n\n::: tableau {{#t}}\n:::\n"
            },
            "logo": settings(f"logo: {{ image: {quoted.format('.png')}, alt: x }}"),
            "audit": settings(f"audit_accessibilite: {quoted.format('.yaml')}"),
            "édition": settings(f"edition_precedente: {quoted.format('.json')}"),
            "police": settings(f"police: {quoted.format('')}"),
            "partie": {
                "content/publication.yaml": f"titre: Bilan\nperiode: 2024-2025\norganisme: {{ nom: D }}\nparties: [une, {quoted.format('')}]\n"
            },
            "phare": settings(f"chiffres_phares: [{quoted.format('')}]"),
            "chiffre": markdown(f":chiffre[{up}]"),
        }
        failed = []
        if not wanted("chemins qui sortent"):
            continue
        for name, files in places.items():
            code, words, _, _ = run("build", "--source", publication(files), "--quiet")
            site = WORK / "publication/output"
            shown = site.is_dir() and any(SECRET.encode() in p.read_bytes() for p in site.rglob("*") if p.is_file())
            if code != 1 or SECRET in words or shown or not re.search("aide : ", words):
                failed.append(f"{name} (code {code}) {words[:160]}")
        verdict.expect(not failed, f"chemins qui sortent, « {up} », en {len(places)} endroits : refusés", "\n".join(failed))
