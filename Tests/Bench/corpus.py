"""Generates a publication of any number of sections, for bilan and for Hugo, from one seed.

The same seed gives the same bytes on every machine. A section has about 3 kB: three paragraphs with two figures quoted
and two links, a list, a typed table with a checked total, and (unless left out) a chart of that table. Hugo gets the same
prose, list and table as plain Markdown, its figures in the front matter, its links resolved, and no chart."""

import random
from pathlib import Path

SEED = 2024
SECTIONS_PER_CHAPTER = 25
PARTS = 5

NOUNS = """atelier classe collège parcours projet équipe formation ressource séance réseau concours espace outil
plateforme laboratoire journée semaine stage bilan échange partenaire territoire école lycée professeur élève
formateur référent établissement département académie enquête culture lecture écriture robotique pratique""".split()
VERBS = """accompagne rassemble prolonge soutient présente prépare propose réunit installe observe partage organise
développe ouvre relie décrit compare mesure éclaire complète""".split()
ADJECTIVES = """commun nouveau local annuel partagé ouvert utile simple durable régulier collectif pédagogique
scientifique artistique numérique continu progressif volontaire""".split()
ENDINGS = """dans les quatre départements|avec les équipes de terrain|pendant toute l’année scolaire|au plus près
des besoins|avec le soutien des collectivités|pour les élèves et leurs professeurs|en lien avec les corps
d’inspection|à la demande des établissements|selon un calendrier convenu|sans matériel particulier""".replace(
    "\n", " ").split("|")
SYLLABLES = "ba co du fe ga li mo na pe ri so tu va zé lan mar ter vil nor bel".split()
ROWS = ["Écoles", "Collèges", "Lycées généraux", "Lycées professionnels", "Centres de formation", "Autres sites"]


class Section:
    def __init__(self, number, total):
        self.random = random.Random(SEED * 1_000_003 + number)
        self.number, self.total = number, total
        self.part = number * PARTS // total
        self.slug = f"projet-{number:05d}"
        self.name = self.place(number)
        self.people = self.random.randrange(100, 90_000)
        self.share = self.random.randrange(10, 1000)
        self.table = [(name, self.random.randrange(1, 9000), self.random.randrange(100, 1000)) for name in ROWS]

    @staticmethod
    def place(number):
        """A made-up name, different for each section."""
        letters, base = "", len(SYLLABLES)
        for _ in range(4):
            letters += SYLLABLES[number % base]
            number = number // base + 7
        return letters.capitalize()

    def sentence(self):
        r = self.random
        return (f"Le {r.choice(ADJECTIVES)} {r.choice(NOUNS)} {r.choice(VERBS)} un {r.choice(NOUNS)} "
                f"{r.choice(ADJECTIVES)} et un {r.choice(NOUNS)} {r.choice(ADJECTIVES)} {r.choice(ENDINGS)}.")

    def paragraph(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))

    def other(self):
        return (self.number * 7919 + 13) % self.total

    def parts_of_text(self):
        """What both programs render: prose, list, headings."""
        self.random.seed(SEED * 7 + self.number)
        items = [f"**{self.random.choice(NOUNS).capitalize()}** : {self.sentence()}" for _ in range(6)]
        return self.paragraph(4), items, self.paragraph(4), self.paragraph(3), [self.sentence() for _ in range(3)]


def french(number):
    return f"{number:,}".replace(",", " ")


def percent(tenths):
    return f"{tenths // 10},{tenths % 10} %"


def table(section):
    lines = ["| Lieux | Personnes | Part |", "|---|--:|--:|"]
    lines += [f"| {name} | {french(count)} | {percent(part)} |" for name, count, part in section.table]
    lines.append(f"| Total | {french(sum(count for _, count, _ in section.table))} | n.d. |")
    return "\n".join(lines)


def bilan_section(section, charts):
    first, items, second, third, ahead = section.parts_of_text()
    other = Section(section.other(), section.total)
    bullets = "\n".join(f"- {item}" for item in items)
    chart = f"""
::: graphique {{#lieux type=barres-horizontales donnees=resultats x=Lieux y=Personnes}}
Les personnes réunies à {section.name}, par type de lieu
:::
""" if charts else ""
    return f"""---
titre: Le projet de {section.name}
chapitre: Les projets, {section.number // SECTIONS_PER_CHAPTER + 1}
priorite: {"abc"[section.number % 3]}
ordre: {section.number}
resume: À {section.name}, {first.split(". ")[0][0].lower() + first.split(". ")[0][1:]}.
chiffres:
  - {french(section.people)} personnes réunies à {section.name} {{#personnes}}
  - {percent(section.share)} d’avis favorables à {section.name} {{#avis}}
tableaux:
  resultats:
    titre: Les personnes réunies à {section.name}
    source: Délégation
    colonnes: {{ Lieux: texte, Personnes: entier, Part: pourcentage }}
    controles:
      - total: Total
      - unique: Lieux
      - bornes: {{ colonne: Part, min: 0 %, max: 100 % }}
---

{first} Le projet a réuni :chiffre[personnes] personnes ; l’avis est favorable à :chiffre[avis].

## Ce qui a été fait

{second} Voir aussi [le projet de {other.name}](../partie-{other.part + 1}/{other.slug}.md).

{bullets}

::: chiffres-cles
:::

## Les résultats

{third}

::: tableau {{#resultats}}
{table(section)}
:::
{chart}
::: perspectives
{chr(10).join("- " + line for line in ahead)}
:::
"""


def hugo_section(section):
    first, items, second, third, ahead = section.parts_of_text()
    other = Section(section.other(), section.total)
    bullets = "\n".join(f"- {item}" for item in items)
    return f"""---
title: Le projet de {section.name}
chapitre: Les projets, {section.number // SECTIONS_PER_CHAPTER + 1}
priorite: {"abc"[section.number % 3]}
weight: {section.number + 1}
resume: À {section.name}, {first.split(". ")[0][0].lower() + first.split(". ")[0][1:]}.
chiffres:
  - {{ valeur: "{french(section.people)}", libelle: "personnes réunies à {section.name}" }}
  - {{ valeur: "{percent(section.share)}", libelle: "d’avis favorables à {section.name}" }}
---

{first} Le projet a réuni {french(section.people)} personnes ; l’avis est favorable à {percent(section.share)}.

## Ce qui a été fait

{second} Voir aussi [le projet de {other.name}](../../partie-{other.part + 1}/{other.slug}/).

{bullets}

## Les résultats

{third}

{table(section)}

## Perspectives

{chr(10).join("- " + line for line in ahead)}
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_bilan(folder, count, charts):
    content = Path(folder) / "content"
    parts = [f"partie-{i + 1}" for i in range(PARTS)]
    write(content / "publication.yaml", f"""titre: Bilan d’essai
periode: 2024-2025
langue: fr
organisme:
  nom: Délégation d’essai
parties: [{", ".join(parts)}]
priorites:
  a: Mieux apprendre
  b: Mieux enseigner
  c: Mieux se parler
""")
    write(content / "index.md", "---\nresume: Une publication engendrée.\n---\n\nUne publication engendrée.\n")
    for i, part in enumerate(parts):
        write(content / part / "index.md", f"---\ntitre: La partie {i + 1}\nresume: Des projets.\n---\n")
    for number in range(count):
        section = Section(number, count)
        write(content / f"partie-{section.part + 1}" / f"{section.slug}.md", bilan_section(section, charts))


HUGO_CONFIG = """baseURL = "https://exemple.fr/"
languageCode = "fr"
title = "Bilan d’essai"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
[params]
periode = "2024-2025"
[markup.goldmark.extensions]
typographer = true
"""

HUGO_BASE = """<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }} {{ site.Params.periode }}</title>
{{ with .Params.resume }}<meta name="description" content="{{ . }}">{{ end }}
<meta property="og:title" content="{{ .Title }}">
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<a href="#contenu">Aller au contenu</a>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a>
<nav aria-label="Navigation principale"><ul>
{{ range site.Sections.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav></header>
<nav aria-label="Fil d’Ariane"><ol>{{ range .Ancestors.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li>{{ .Title }}</li></ol></nav>
<main id="contenu">{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }} {{ site.Params.periode }}</p></footer>
</body>
</html>
"""

HUGO_PAGE = """{{ define "main" }}
<h1>{{ .Title }}</h1>
<p>{{ .Params.chapitre }}</p><p>{{ .Params.priorite }}</p>
<p>{{ .Params.resume }}</p>
{{ .TableOfContents }}
<ul>{{ range .Params.chiffres }}<li><b>{{ .valeur }}</b> {{ .libelle }}</li>{{ end }}</ul>
{{ .Content }}
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
{{ end }}
"""

HUGO_LIST = """{{ define "main" }}
<h1>{{ .Title }}</h1>
{{ .Content }}
<ol>{{ range .Pages.ByWeight }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.resume }}</li>
{{ end }}</ol>
{{ end }}
"""


def make_hugo(folder, count):
    folder = Path(folder)
    write(folder / "hugo.toml", HUGO_CONFIG)
    write(folder / "static" / "style.css", "body{font-family:sans-serif}\n")
    for name, layout in [("baseof", HUGO_BASE), ("single", HUGO_PAGE), ("list", HUGO_LIST)]:
        write(folder / "layouts" / "_default" / f"{name}.html", layout)
    write(folder / "content" / "_index.md", "---\ntitle: Bilan d’essai\n---\nUne publication engendrée.\n")
    for i in range(PARTS):
        write(folder / "content" / f"partie-{i + 1}" / "_index.md",
              f"---\ntitle: La partie {i + 1}\nweight: {i + 1}\n---\n")
    for number in range(count):
        section = Section(number, count)
        write(folder / "content" / f"partie-{section.part + 1}" / f"{section.slug}.md", hugo_section(section))


def make_cells(folder, rows):
    """A publication of one table of `rows` rows by ten columns, read from a CSV, typed, checked and exported."""
    content = Path(folder) / "content"
    numbers = random.Random(SEED)
    columns = ["Code", "Nom"] + [f"Mesure {i}" for i in range(1, 9)]
    lines, sums = [";".join(columns)], [0] * 8
    for row in range(rows - 1):
        counts = [numbers.randrange(0, 100_000) for _ in range(8)]
        sums = [a + b for a, b in zip(sums, counts)]
        lines.append(";".join([f"C{row:06d}", Section.place(row)] + [str(count) for count in counts]))
    lines.append(";".join(["Total", ""] + [str(total) for total in sums]))
    write(content / "donnees" / "mesures.csv", "\n".join(lines) + "\n")
    types = ", ".join(["Code: texte", "Nom: texte"] + [f"Mesure {i}: entier" for i in range(1, 9)])
    write(content / "publication.yaml",
          "titre: Bilan d’essai\nperiode: 2024-2025\norganisme:\n  nom: Délégation d’essai\nparties: [mesures]\n")
    write(content / "index.md", "Une publication engendrée.\n")
    write(content / "mesures" / "index.md", "---\ntitre: Les mesures\n---\n")
    write(content / "mesures" / "grand-tableau.md", f"""---
titre: Un grand tableau
resume: Un tableau d’un million de cellules.
note: Engendré.
tableaux:
  mesures:
    titre: Les mesures
    donnees: donnees/mesures.csv
    colonnes: {{ {types} }}
    controles:
      - total: Total
      - unique: Code
      - obligatoire: [Code]
---

Le tableau est dans les données ouvertes.
""")


def make_charts(folder, count, charts):
    """A publication of `count` tables of five rows, each drawn as bars, or (to be subtracted) not drawn."""
    content = Path(folder) / "content"
    write(content / "publication.yaml",
          "titre: Bilan d’essai\nperiode: 2024-2025\norganisme:\n  nom: Délégation d’essai\nparties: [dessins]\n")
    write(content / "index.md", "Une publication engendrée.\n")
    write(content / "dessins" / "index.md", "---\ntitre: Les dessins\n---\n")
    for number in range(count // 10):
        numbers = random.Random(SEED + number)
        blocks = []
        for place in range(10):
            rows = "\n".join(f"| {name} | {french(numbers.randrange(1, 9000))} |" for name in ROWS[:5])
            blocks.append(f"::: tableau {{#t{place}}}\n| Lieux | Personnes |\n|---|--:|\n{rows}\n:::\n")
            if charts:
                blocks.append(f"::: graphique {{#g{place} type=barres donnees=t{place} x=Lieux y=Personnes}}\n"
                              "Les personnes par lieu\n:::\n")
        write(content / "dessins" / f"dessin-{number:04d}.md",
              f"---\ntitre: Dessin {number}\nresume: Dix dessins.\nnote: Engendré.\n---\n\n" + "\n".join(blocks))
