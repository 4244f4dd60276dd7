"""What grows: a text twice as long, or as deep, costs about twice the time and the memory.

The advisories are those of cmark-gfm 0.29.0.gfm.6, which bilan stands on: https://github.com/github/cmark-gfm/security/advisories
"""

from hostile import SECTION, WORK, first_message, publication, run, verdict, wanted

# Time may double and a little more; below the noise it is not looked at.
NOISE, STEEPEST = 0.25, 3.0
# Bytes of a paragraph that is still let through.
LONGEST = 60_000


def body(make):
    return lambda n: {"content/une/a.md": SECTION + "---\n\n" + make(n)}


def front(make):
    return lambda n: {"content/une/a.md": SECTION + make(n) + "---\n\nUn texte.\n"}


def table(n, columns="Lieu: texte, Nombre: entier", check="", rows=None):
    rows = rows if rows is not None else "".join(f"| L{i} | {i} |\n" for i in range(n))
    return (
        SECTION
        + "tableaux:\n  t:\n    titre: T\n    colonnes: { "
        + columns
        + " }\n"
        + (f"    controles: [ {check} ]\n" if check else "")
        + "---\n\n::: tableau {#t}\n| Lieu | Nombre |\n|---|--:|\n"
        + rows
        + ":::\n"
    )


def csv(rows, header="Lieu;Nombre", more=""):
    return {
        "content/donnees/d.csv": header + "\n" + rows,
        "content/une/a.md": SECTION + "---\n\n::: tableau {donnees=donnees/d.csv titre=T source=S}\n:::\n" + more,
    }


def chart(kind, n, more=""):
    rows = "".join(f"L{i};{i * 7919 % 1000 + 1};{i * 31 % 97 + 1}\n" for i in range(n))
    return csv(
        rows,
        "Lieu;Nombre;Autre",
        "\n::: graphique {type=" + kind + " donnees=donnees/d.csv x=Lieu y=" + (more or "Nombre") + "}\nx\n:::\n",
    )


def geo(features):
    return {
        "content/donnees/f.geojson": '{"type":"FeatureCollection","features":[' + ",".join(features) + "]}",
        "content/donnees/d.csv": "Lieu;Nombre\nMetz;8\n",
        "content/une/a.md": SECTION
        + "---\n\n::: carte {donnees=donnees/d.csv lieu=Lieu valeur=Nombre fond=donnees/f.geojson}\nx\n:::\n",
    }


def area(name, points):
    ring = ",".join(f"[{5 + i % 1000 / 1000},{48 + i // 1000 / 1000}]" for i in range(points))
    return (
        '{"type":"Feature","properties":{"nom":"'
        + name
        + '"},"geometry":{"type":"Polygon","coordinates":[['
        + ring
        + ",[5,48]]]}}"
    )


def layout(text):
    return lambda n: {"layouts/section.html": text(n)}


# Nesting, 10,000 deep and more.
NESTED = {
    "listes emboîtées": (10_000, body(lambda n: "- " * n + "a\n")),
    "listes emboîtées, une par ligne": (1_000, body(lambda n: "".join("  " * i + "- a\n" for i in range(n)))),
    "citations emboîtées": (10_000, body(lambda n: "> " * n + "a\n")),
    "citations et listes": (10_000, body(lambda n: "> - 1. " * n + "a\n")),
    "blocs emboîtés": (10_000, body(lambda n: "::: focus\n" * n + "a\n" + ":::\n" * n)),
    "blocs jamais fermés": (10_000, body(lambda n: "::: focus\n\n" * n)),
    "emphases emboîtées": (10_000, body(lambda n: "*a **b " * n + "c** d* " * n)),
    "crochets emboîtés": (10_000, body(lambda n: "[" * n + "a" + "]" * n)),
    "liens emboîtés": (10_000, body(lambda n: "[" * n + "a" + "](b)" * n)),
    "images emboîtées": (10_000, body(lambda n: "![" * n + "a" + "](b)" * n)),
    "parenthèses d’une adresse": (10_000, body(lambda n: "[a](" + "(" * n + ")" * n + ")")),
    "parenthèses d’une formule": (
        10_000,
        lambda n: {"content/une/a.md": table(2, check='{ calcul: "Nombre = ' + "(" * n + "Nombre" + ")" * n + '" }')},
    ),
    "signes d’une formule": (
        10_000,
        lambda n: {"content/une/a.md": table(2, check='{ calcul: "Nombre = ' + "-" * n + 'Nombre" }')},
    ),
    "termes d’une formule": (
        10_000,
        lambda n: {"content/une/a.md": table(2, check='{ calcul: "Nombre = Nombre' + " + 0" * n + '" }')},
    ),
    "YAML en ligne emboîté": (10_000, front(lambda n: "chiffres: " + "[" * n + "]" * n + "\n")),
    "YAML en ligne, clés emboîtées": (10_000, front(lambda n: "chiffres: " + "{a: " * n + "}" * n + "\n")),
    "YAML en ligne jamais fermé": (100_000, front(lambda n: "chiffres: " + "[" * n + "\n")),
    "YAML en retrait": (2_000, front(lambda n: "chiffres:\n" + "".join(" " * (i + 1) + "a:\n" for i in range(n)))),
    "YAML, listes sur une ligne": (10_000, front(lambda n: "chiffres:\n  " + "- " * n + "a\n")),
    "gabarit emboîté": (10_000, layout(lambda n: "{% if 1 %}" * n)),
    "GeoJSON emboîté": (
        10_000,
        lambda n: geo(
            ['{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":' + "[" * n + "]" * n + "}}"]
        ),
    ),
}

# Lines of 10 MB.
LONG = {
    "une ligne d’un mot": (5_000_000, body(lambda n: "a" * n)),
    "une ligne de mots": (5_000_000, body(lambda n: "a " * (n // 2))),
    "une ligne de signes": (5_000_000, body(lambda n: "*" * n)),
    "une ligne blanche": (5_000_000, body(lambda n: " " * n + "\n\na")),
    "une ligne d’en-tête": (5_000_000, front(lambda n: "chapitre: " + "a" * n + "\n")),
    "une ligne de tableau": (5_000_000, body(lambda n: "|a" * (n // 2) + "|\n" + "|-" * (n // 2) + "|\n")),
    "une ligne de CSV": (5_000_000, lambda n: csv("a" * n + ";1\n")),
    "une ligne de séparateurs": (5_000_000, lambda n: csv(";" * n + "\n")),
    "une ligne de guillemets": (5_000_000, lambda n: csv('"' * n + "\n")),
    "une ligne de code": (5_000_000, body(lambda n: "~~~\n" + "a" * n + "\n~~~\n")),
    "une ligne d’attributs": (1_000_000, body(lambda n: "::: focus {" + "a=b " * (n // 4) + "}\nx\n:::\n")),
    "un attribut": (5_000_000, body(lambda n: "::: focus {titre=\"" + "a" * n + "\"}\nx\n:::\n")),
    "un titre": (1_000_000, front(lambda n: "titre_court: " + "é" * n + "\n")),
}

# cmark-gfm 0.29.0.gfm.6, by advisory.
ADVISORIES = {
    "CVE-2022-39209, ![l": (100_000, body(lambda n: "![l" * n)),
    "CVE-2022-39209, adresses": (50_000, body(lambda n: "www.a.fr/))))))))" * n)),
    "CVE-2023-22483, ![[]()": (50_000, body(lambda n: "![[]()" * n)),
    "CVE-2023-22483, références": (50_000, body(lambda n: "[a]: b\n" * n + "[a]\n" * n)),
    "CVE-2023-22483, références diverses": (50_000, body(lambda n: "".join(f"[{i}]: u\n" for i in range(n)) + "[0] " * n)),
    "CVE-2023-22483, items": (10_000, body(lambda n: "- a\n" * n + "\n" * n)),
    "CVE-2023-22484, <?": (50_000, body(lambda n: "a<?" * n)),
    "CVE-2023-22484, <!A": (50_000, body(lambda n: "a<!A " * n)),
    "CVE-2023-22484, <![CDATA[": (50_000, body(lambda n: "a<![CDATA[" * n)),
    "CVE-2023-22484, <!--": (50_000, body(lambda n: "a<!--" * n)),
    "CVE-2023-22485, protocole": (10_000, body(lambda n: ":a@b.fr " * n)),
    "CVE-2023-22486, crochets et parenthèses": (20_000, body(lambda n: "[" * n + "](" * n)),
    "CVE-2023-22486, ][": (50_000, body(lambda n: "a][" * n)),
    "CVE-2023-24824, >": (10_000, body(lambda n: ">" * n + "a\n" + ">a\n" * n)),
    "CVE-2023-24824, -": (10_000, body(lambda n: "".join(" " * (i % 90) + "-\n" for i in range(n)))),
    "CVE-2023-24824, lignes paresseuses": (10_000, body(lambda n: "> " * 90 + "a\n" + "b\n" * n)),
    "CVE-2023-26485, _": (100_000, body(lambda n: "_" * n + "a" + "_" * n)),
    "CVE-2023-26485, **a": (50_000, body(lambda n: "**a" * n)),
    "CVE-2023-37463, colonnes": (5_000, body(lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n" + "a\n" * n)),
    "CVE-2023-37463, lignes": (50_000, body(lambda n: "| a |\n" * n)),
    "CVE-2023-37463, notes": (10_000, body(lambda n: "[^1] " * n + "\n\n[^1]: a\n")),
    "CVE-2023-37463, notes diverses": (10_000, body(lambda n: "".join(f"a[^{i}]\n\n[^{i}]: b\n\n" for i in range(n)))),
}

# More of the kind.
QUADRATIC = {
    "accents graves": (2_000, body(lambda n: "".join("e" + "`" * i for i in range(n)))),
    "accents graves ouverts": (100_000, body(lambda n: "`a``b" * n)),
    "esperluettes": (200_000, body(lambda n: "&" * n)),
    "entités": (100_000, body(lambda n: "&amp;" * n)),
    "contre-obliques": (500_000, body(lambda n: "\\" * n)),
    "tildes": (100_000, body(lambda n: "~~a" * n)),
    "arobases": (100_000, body(lambda n: "a@" * n)),
    "http": (50_000, body(lambda n: "http://" * n)),
    "références ouvertes": (50_000, body(lambda n: ":chiffre[" * n)),
    "accolades": (50_000, body(lambda n: "## a {" + "{" * n + "\n")),
    "titres semblables": (5_000, body(lambda n: "## a\n\n" * n)),
    "titres numérotés": (5_000, body(lambda n: "".join(f"## a {i}\n\n" for i in range(n)))),
    "blocs": (5_000, body(lambda n: "::: focus\na\n:::\n\n" * n)),
    "deux-points": (50_000, body(lambda n: ":::\n" * n)),
    "guillemets": (100_000, body(lambda n: '"a ' * n)),
    "ponctuation": (30_000, body(lambda n: "a ! b ? c ; " * n)),
    "sigles": (20_000, body(lambda n: "Le ZQX. " * n + "\n\n")),
    "sigles divers": (
        3_000,
        body(lambda n: "\n\n".join("Le ZQ" + "".join(chr(65 + i // 26**k % 26) for k in range(3)) + "." for i in range(n))),
    ),
    "accents combinants": (500_000, body(lambda n: "e" + "\u0301" * n)),
    "notes sans appel": (5_000, body(lambda n: "".join(f"[^{i}]: b\n\n" for i in range(n)))),
    "liens morts": (2_000, body(lambda n: "".join(f"[abc](rien-{i}.md)\n\n" for i in range(n)))),
    "ancres mortes": (2_000, body(lambda n: "".join(f"## t{i}\n\n[abc](#t{i}x)\n\n" for i in range(n)))),
    "chiffres mal nommés": (
        1_000,
        lambda n: {
            "content/une/a.md": SECTION
            + "chiffres:\n"
            + "".join(f"  - {i} écoles {{#ecole-{i}}}\n" for i in range(n))
            + "---\n\n"
            + "".join(f":chiffre[ecole-x{i}]\n\n" for i in range(n))
        },
    ),
    "images mal nommées": (
        500,
        lambda n: {
            **{f"content/images/i{i}.png": "x" for i in range(n)},
            **body(lambda n: "".join(f"![x](../images/j{i}.png)\n\n" for i in range(n)))(n),
        },
    ),
    "appels mal nommés": (2_000, body(lambda n: "".join(f"a[^note{i}] [^noté{i}]\n\n[^note{i}]: b\n\n" for i in range(n)))),
    "chiffres inconnus": (2_000, body(lambda n: ":chiffre[abc] \n\n" * n)),
}

# Front matters and data.
DATA = {
    "clés inconnues": (20_000, front(lambda n: "".join(f"cle-{i}: x\n" for i in range(n)))),
    "clés en double": (20_000, front(lambda n: "resum: x\n" * n)),
    "chiffres": (5_000, front(lambda n: "chiffres:\n" + "".join(f"  - {i} écoles {{#e{i}}}\n" for i in range(n)))),
    "chiffres de même nom": (5_000, front(lambda n: "chiffres:\n" + "  - 12 écoles {#e}\n" * n)),
    "colonnes mal nommées": (
        400,
        lambda n: {"content/une/a.md": table(2, columns=", ".join(f"Une colonne {i}: texte" for i in range(n)))},
    ),
    "CSV, colonnes mal nommées": (
        400,
        lambda n: {
            **csv("1;" * n + "1\n", ";".join(f"colonne numéro {i}" for i in range(n))),
            "content/une/a.md": SECTION
            + "tableaux:\n  t:\n    donnees: donnees/d.csv\n    colonnes: { "
            + ", ".join(f"Colonne numero {i}: entier" for i in range(n))
            + " }\n---\n\n::: tableau {#t}\n:::\n",
        },
    ),
    "calculs": (1_000, lambda n: {"content/une/a.md": table(2, check=", ".join(["{ calcul: Nombre = Nombre }"] * n))}),
    "fautes de calcul": (20_000, lambda n: {"content/une/a.md": table(n, check="{ calcul: Nombre = Nombre + 1 }")}),
    "lignes d’un CSV": (50_000, lambda n: csv("".join(f"L{i};{i}\n" for i in range(n)))),
    "cases illisibles": (50_000, lambda n: csv("A;1\n" * 9 + "".join(f"L{i};x{i}\n" for i in range(n)))),
    "lignes de même nom": (20_000, lambda n: {"content/une/a.md": table(n, check="{ unique: Lieu }", rows="| L | 1 |\n" * n)}),
    "sigles.yaml": (20_000, lambda n: {"content/sigles.yaml": "".join(f"Z{i}: x\n" for i in range(n))}),
    "priorités": (
        5_000,
        lambda n: {
            "content/publication.yaml": "titre: B\nperiode: 2025\norganisme: { nom: D }\nparties: [une]\npriorites:\n"
            + "".join(f"  p{i}: x\n" for i in range(n))
        },
    ),
    "secrets": (
        300,
        lambda n: {
            "content/une/a.md": table(
                n, rows="".join(f"| L{i} | {i % 9} |\n" for i in range(n)) + f"| Total | {sum(i % 9 for i in range(n))} |\n"
            ).replace("titre: T\n", "titre: T\n    secret: 5\n")
        },
    ),
    "points d’une carte": (20_000, lambda n: geo([area("Metz", n)])),
    "aires d’une carte": (2_000, lambda n: geo([area(f"Lieu {i}", 4) for i in range(n)] + [area("Metz", 4)])),
    "lieux inconnus": (
        400,
        lambda n: {
            **geo([area(f"Lieu {i}", 4) for i in range(n)]),
            "content/donnees/d.csv": "Lieu;Nombre\n" + "".join(f"Lien {i};8\n" for i in range(n)),
        },
    ),
}

# Charts of thousands.
CHARTS = {
    **{
        f"graphique, {kind}": (1_000, lambda n, kind=kind: chart(kind, n))
        for kind in [
            "barres",
            "barres-horizontales",
            "points",
            "lignes",
            "aires",
            "sparkline",
            "secteurs",
            "anneau",
            "gaufre",
            "arbre",
            "pictogrammes",
            "jauge",
            "radar",
        ]
    },
    **{
        f"graphique à deux séries, {kind}": (1_000, lambda n, kind=kind: chart(kind, n, '"Nombre,Autre"'))
        for kind in ["barres-groupees", "barres-empilees", "pente", "pyramide", "chaleur", "lignes"]
    },
    "graphique, nuage": (
        1_000,
        lambda n: csv(
            "".join(f"L{i};{i * 7919 % 1000};{i * 31 % 977}\n" for i in range(n)),
            "Lieu;Nombre;Autre",
            "\n::: graphique {type=nuage donnees=donnees/d.csv x=Nombre y=Autre}\nx\n:::\n",
        ),
    ),
    "graphique, séries": (
        50,
        lambda n: csv(
            "A;" + ";".join(str(i + 1) for i in range(n)) + "\nB;" + ";".join(str(i + 2) for i in range(n)) + "\n",
            "Lieu;" + ";".join(f"S{i}" for i in range(n)),
            "\n::: graphique {type=lignes donnees=donnees/d.csv x=Lieu y=\""
            + ",".join(f"S{i}" for i in range(n))
            + "\"}\nx\n:::\n",
        ),
    ),
    "graphique, repères": (
        300,
        lambda n: csv(
            "A;8\nB;9\n",
            more="\n::: graphique {type=barres donnees=donnees/d.csv x=Lieu y=Nombre reference=\""
            + " ; ".join(f"{i} : r{i}" for i in range(n))
            + "\"}\nx\n:::\n",
        ),
    ),
}

# Layouts.
LAYOUTS = {
    "boucles d’un gabarit": (20_000, layout(lambda n: "{% for i in range(" + str(n) + ") %}{{ i }}{% endfor %}")),
    "boucles l’une dans l’autre": (
        1_000,
        layout(lambda n: "{% for i in range(" + str(n) + ") %}{% for j in range(1000) %}{% endfor %}{% endfor %}"),
    ),
    "texte d’un gabarit": (2_000_000, layout(lambda n: "<p>" * (n // 3))),
    "sections": (500, lambda n: {f"content/une/s{i}.md": SECTION + "---\n\nUn texte.\n" for i in range(n)}),
}

GROWING = {**NESTED, **LONG, **ADVISORIES, **QUADRATIC, **DATA, **CHARTS, **LAYOUTS}


def check_growth():
    WORK.mkdir(parents=True, exist_ok=True)
    floor = min(run("build", "--source", publication({}), "--output", WORK / "site", "--quiet")[2] for _ in range(3))
    for name, (size, make) in GROWING.items():
        if not wanted(name):
            continue
        seen = []
        for n in (size, 2 * size):
            source = publication(make(n))
            best = None
            for _ in range(2):
                result = run("build", "--source", source, "--output", WORK / "site", "--quiet")
                best = result if best is None or result[2] < best[2] else best
                if result[2] < NOISE:
                    break
            seen.append(best)
        (code, words, first, small), (code2, words2, second, large) = seen
        steepness = (second - floor) / max(first - floor, 0.01)
        ends = code in (0, 1) and code2 in (0, 1)
        speaks = code2 == 0 or ": erreur: " in words2
        bounded = second < NOISE or steepness <= STEEPEST
        lean = large < 200 << 20 or large <= STEEPEST * small
        verdict.expect(
            ends and speaks and bounded and lean,
            f"{name} ({size:,}, puis le double) : {first:.2f} s, {second:.2f} s ; {large >> 20} Mio ; "
            + ("publié" if code2 == 0 else "refusé : " + first_message(words2)),
            f"code {code} puis {code2} ; ×{steepness:.1f} ; ×{large / max(small, 1):.1f} de mémoire"
            + (f"\n{words2[:300]}" if not speaks or not ends else ""),
        )


def check_below_the_limits():
    """The same shapes in a paragraph that is just let through: what cmark-gfm makes of it must stay short too."""
    for name, (_, make) in {**NESTED, **ADVISORIES, **QUADRATIC}.items():
        short, long = (make(n).get("content/une/a.md", "") for n in (64, 128))
        if not wanted(name) or len(long) <= len(short):
            continue
        size = LONGEST * 64 // (len(long.encode()) - len(short.encode()))
        code, words, seconds, memory = run("build", "--source", publication(make(size)), "--output", WORK / "site", "--quiet")
        verdict.expect(
            code in (0, 1) and seconds < 5 and memory < 200 << 20,
            f"{name}, {LONGEST >> 10} ko : {seconds:.2f} s ; {memory >> 20} Mio ; "
            + ("publié" if code == 0 else "refusé : " + first_message(words)),
            f"code {code}",
        )
