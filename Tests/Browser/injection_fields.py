"""The places of a publication that take a text, for check_injection.py.

In each line, `§q` stands for the text as a quoted YAML scalar, `§j` for it there after a number, `§a` for it inside a quoted
attribute of a block, `§e` for it in Markdown with everything escaped, `§1` for it as it is, on one line, `§r` as it is, `§c`
in a code span, `§s` for a sigle of its own, `§n` for a number of its own."""

import json
import re
from dataclasses import dataclass, field


# What no file may hold, however it is written.
CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


@dataclass(frozen=True)
class Field:
    name: str
    text: str
    # Places that must be there too.
    needs: frozenset = field(default_factory=frozenset)


class Forms:
    """One text as each place wants it written."""

    def __init__(self, payload, number):
        line = re.sub(r"[\n\r\x0b\x0c\u2028\u2029\x85]+", " ", payload)
        self.payload, self.number = payload, number
        self.quoted = json.dumps(payload, ensure_ascii=False).replace("\x7f", "\\x7f")
        self.escaped = re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)
        self.attribute = line.replace("\\", "\\\\").replace('"', '\\"')
        self.sigle = "X" + "".join(chr(65 + int(digit)) for digit in f"{number:03}")
        self.cell = '"' + line.replace('"', '""') + '"'
        self.values = {
            "q": self.quoted, "a": self.attribute, "e": self.escaped, "1": line, "r": payload, "c": line.replace("`", "'"),
            "n": str(number), "s": self.sigle, "j": json.dumps("12 " + payload, ensure_ascii=False),
        }

    def fill(self, text):
        return re.sub("§([qae1rcnsj])", lambda match: self.values[match[1]], text)

    def files(self):
        """The data files of a section, by their paths."""
        areas = [area("57", "Metz", 6), area(self.payload, self.payload, 5)]
        return {
            f"donnees/p{self.number}.csv": f"{self.cell};Nombre\n{self.cell};8\nMetz;9\n",
            f"donnees/p{self.number}.geojson": json.dumps({"type": "FeatureCollection", "features": areas}, ensure_ascii=False),
        }

    def setting_files(self):
        """The files that publication.yaml names."""
        text = self.payload
        edition = {
            "edition": "2023-2024", "titre": text, "source": text,
            "chiffres": [
                {"section": "une/a", "id": "ecoles", "valeur": "10", "nombre": 10, "unite": None, "libelle": text, "date": text},
                {"section": "une/" + text, "id": "perdu", "valeur": text, "nombre": 10, "unite": text, "libelle": text}],
            "tableaux": [{"id": "t", "section": "une/a", "colonnes": ["Lieu", text], "lignes": [[text, "1"]]}],
        }
        return {
            "donnees/edition.json": json.dumps(edition, ensure_ascii=False),
            "donnees/audit.yaml": f"auteur: {self.quoted}\ndate: 2025-05-12\ntaux: 82 %\n",
        }


def area(code, name, longitude):
    ring = [[longitude, 48], [longitude + 1, 48], [longitude + 1, 49], [longitude, 48]]
    return {"type": "Feature", "properties": {"code": code, "nom": name}, "geometry": {"type": "Polygon", "coordinates": [ring]}}


FRONT = [
    Field("titre", "titre: §q"), Field("titre_court", "titre_court: §q"), Field("resume", "resume: §q"),
    Field("chapitre", "chapitre: §q"), Field("note", "note: §q"), Field("priorite", "priorite: §q"),
    Field("date_maj", "date_maj: §q"), Field("clé de section", "§q: x"),
    Field("chiffres", "chiffres:\n  Groupe:\n    - 12 écoles {#e§n}"), Field("chiffre, phrase", "    - §j"),
    Field("chiffre, phrase nue", "    - 12 §1"), Field("chiffre, valeur", "    - { valeur: §q, libelle: x }"),
    Field("chiffre, libellé", '    - { valeur: "12", libelle: §q }'),
    Field("chiffre, unité", '    - { valeur: "12", unite: §q, libelle: x }'),
    Field("chiffre, source", '    - { valeur: "12", libelle: x, source: §q }'),
    Field("chiffre, note", '    - { valeur: "12", libelle: x, note: §q }'),
    Field("chiffre, date", '    - { valeur: "12", libelle: x, date: §q }'),
    Field("chiffre, cible", '    - { valeur: "12", libelle: x, cible: §q }'),
    Field("chiffre, précédent", '    - { valeur: "12", libelle: x, precedent: §q }'),
    Field("chiffre, identifiant", '    - { id: §q, valeur: "12", libelle: x }'),
    Field("chiffres, groupe", "  §q:\n    - 13 lycées"),
    Field("tableaux", "tableaux:\n  u: { titre: U }\n  t:\n    colonnes: { Lieu: texte, Nombre: entier }"),
    Field("tableau, titre", "    titre: §q"), Field("tableau, source", "    source: §q"), Field("tableau, note", "    note: §q"),
    Field("tableau, unité", "    unite: §q"), Field("tableau, date", "    date: §q"),
    Field("tableau, données", "    donnees: §q"), Field("tableau, modèle", "    modele: §q"),
    Field("tableau, fusion", "    fusionner: §q"), Field("tableau, contrôle", "    controles: [ { calcul: §q } ]"),
    Field("tableau, identifiant", "  §q: { titre: x }"),
]

T = frozenset(["tableaux"])
CSV = "donnees=donnees/p§n.csv"
GRAPH = "::: graphique {type=barres donnees=t x=Lieu y=Nombre "
BODY = [
    Field("tableau", "::: tableau {#t}\n| Lieu | Nombre |\n|---|--:|\n| Metz | 8 |\n| Nancy | 9 |\n:::", T),
    Field("tableau, en-tête et cases", "::: tableau {#u}\n| §e | Nombre |\n|---|--:|\n| §e | 8 |\n| `§c` | 9 |\n:::", T),
    Field("chiffres clés", "::: chiffres-cles\n:::", frozenset(["chiffres"])), Field("sigle", "Le §s existe."),
    Field("CSV, tableau", "::: tableau {" + CSV + " titre=T source=S date=2025}\n:::"),
    Field("CSV, graphique", "::: graphique {type=barres " + CSV + " y=Nombre}\nx\n:::"),
    Field("CSV, secteurs", "::: graphique {type=secteurs " + CSV + " y=Nombre}\nx\n:::"),
    Field("CSV, arbre", "::: graphique {type=arbre " + CSV + " y=Nombre}\nx\n:::"),
    Field("CSV, colonne", "::: graphique {type=barres-horizontales " + CSV + " x=\"§a\" y=Nombre}\nx\n:::"),
    Field("carte, fond", "::: carte {donnees=t lieu=Lieu valeur=Nombre fond=donnees/p§n.geojson}\nx\n:::", T),
    Field("carte, aires", "::: carte {" + CSV + " lieu=\"§a\" valeur=Nombre fond=donnees/p§n.geojson titre=\"§a\" unite=\"§a\" source=\"§a\"}\nx\n:::"),
    Field("graphique, légende", GRAPH + "}\n§e\n:::", T), Field("graphique, titre", GRAPH + "titre=\"§a\"}\n:::", T),
    Field("graphique, unité", GRAPH + "unite=\"§a\"}\nx\n:::", T), Field("graphique, axe", GRAPH + "axe=\"§a\"}\nx\n:::", T),
    Field("graphique, repère", GRAPH + "reference=\"8 : §a\"}\nx\n:::", T),
    Field("graphique, remarque", GRAPH + "annotation=\"Metz : §a\"}\nx\n:::", T),
    Field("graphique, couleurs", GRAPH + "couleurs=\"§a\"}\nx\n:::", T),
    Field("graphique, source", GRAPH + "source=\"§a\"}\nx\n:::", T), Field("graphique, note", GRAPH + "note=\"§a\"}\nx\n:::", T),
    Field("graphique, tri", GRAPH + "tri=\"§a\"}\nx\n:::", T),
    Field("graphique, type", "::: graphique {type=\"§a\" donnees=t x=Lieu y=Nombre}\nx\n:::", T),
    Field("graphique, données", "::: graphique {type=barres donnees=\"§a\"}\nx\n:::"),
    Field("graphique, identifiant", "::: graphique {#§1 type=barres donnees=t x=Lieu y=Nombre}\nx\n:::", T),
    Field("graphique, hauteur", GRAPH + "hauteur=\"§a\"}\nx\n:::", T), Field("focus, titre", "::: focus {titre=\"§a\"}\nx\n:::"),
    Field("focus, note", "::: focus {note=\"§a\"}\nx\n:::"), Field("focus, titre nu", "::: focus {titre=\"§1\"}\nx\n:::"),
    Field("bloc, identifiant", "::: focus {#§1}\nx\n:::"), Field("bloc, classe", "::: focus {.§1}\nx\n:::"),
    Field("bloc, attribut", "::: focus {§1=x}\nx\n:::"), Field("bloc, valeur nue", "::: focus {titre=§1}\nx\n:::"),
    Field("bloc, nom", "::: §1\nx\n:::"), Field("bloc, reste", "::: focus §1\nx\n:::"),
    Field("citation, auteur", "::: citation {auteur=\"§a\"}\nx\n:::"),
    Field("citation, source", "::: citation {source=\"§a\"}\nx\n:::"),
    Field("temps fort, titre", "::: temps-forts {titre=\"§a\"}\n::: temps-fort {titre=\"§a\" date=\"mai 2025\"}\nx\n:::\n:::"),
    Field("temps fort, lieu", "::: temps-forts\n::: temps-fort {lieu=\"§a\" date=\"mai 2025\"}\nx\n:::\n:::"),
    Field("temps fort, date", "::: temps-forts\n::: temps-fort {date=\"§a\"}\nx\n:::\n:::"),
    Field("temps fort, crédit", "::: temps-forts\n::: temps-fort {date=\"mai 2025\" image=images/point.png alt=x credit=\"§a\"}\nx\n:::\n:::"),
    Field("chronologie", "::: chronologie {titre=\"§a\"}\n- **Mai 2025** §e\n:::"),
    Field("chronologie, date", "::: chronologie\n- **§e** x\n:::"), Field("étapes", "::: etapes {titre=\"§a\"}\n1. §e\n:::"),
    Field("indicateurs", "::: indicateurs {titre=\"§a\" " + CSV + " indicateur=\"§a\" objectif=Nombre}\n:::"),
    Field("axes", "::: axes {titre=\"§a\"}\n## §e\n- x\n:::"), Field("signature, nom", "::: signature {nom=\"§a\"}\n:::"),
    Field("signature, fonction", "::: signature {nom=x fonction=\"§a\"}\n:::"),
    Field("portrait, nom", "::: portraits {titre=\"§a\"}\n::: portrait {nom=\"§a\" fonction=\"§a\"}\nx\n:::\n:::"),
    Field("portrait, alternative", "::: portraits\n::: portrait {nom=x image=images/point.png alt=\"§a\"}\nx\n:::\n:::"),
    Field("figure, alternative", "::: figure {image=images/point.png alt=\"§a\"}\nx\n:::"),
    Field("figure, crédit", "::: figure {image=images/point.png alt=x credit=\"§a\"}\nx\n:::"),
    Field("figure, image", "::: figure {image=\"§a\" alt=x}\nx\n:::"),
    Field("figure, légende", "::: figure {image=images/point.png alt=x}\n§e\n:::"),
    Field("objectifs", "::: objectifs {titre=\"§a\"}\n- §e\n:::"),
    Field("perspectives", "::: perspectives {titre=\"§a\"}\n- §e\n:::"),
    Field("tableau, attributs", "::: tableau {titre=\"§a\" source=\"§a\"}\n| A | B |\n|---|--:|\n| x | 1 |\n:::"),
    Field("paragraphe échappé", "x §e y"), Field("titre échappé", "## §e"), Field("code", "`§c`"),
    Field("bloc de code", "~~~~~~ §1\n§1\n~~~~~~"), Field("lien, texte", "[§e](https://exemple.fr/)"),
    Field("lien, adresse", "[x](§1)"), Field("lien, adresse entre chevrons", "[x](<§1>)"),
    Field("lien, adresse échappée", "[x](§e)"), Field("lien, titre", "[x](https://exemple.fr/ \"§1\")"),
    Field("lien, titre échappé", "[x](https://exemple.fr/ \"§e\")"), Field("lien par référence", "[x][r§n]\n\n[r§n]: §1"),
    Field("lien vers une ancre", "[x](#§1)"), Field("image, alternative", "![§e](../images/point.png)"),
    Field("image, adresse", "![x](§1)"), Field("image, adresse échappée", "![x](<§e>)"),
    Field("image, titre", "![x](../images/point.png \"§e\")"), Field("adresse entre chevrons", "<§1>"),
    Field("référence à un chiffre", ":chiffre[§1]"), Field("référence à une case", ":cellule[§1]"),
    Field("note, nom", "x[^§1]\n\n[^§1]: y"), Field("note, texte", "x[^n§n]\n\n[^n§n]: §e"),
    Field("emphase", "**§e** *§e* ~~§e~~"), Field("liste", "- §e"), Field("citation Markdown", "> §e"),
    Field("paragraphe", "x §1 y"), Field("liste nue", "- §1"), Field("titre nu", "## §1"),
    Field("case nue", "| A |\n|---|\n| §1 |"), Field("texte entier", "§r"),
]

SETTINGS = [
    Field("titre", "titre: §q"), Field("sous_titre", "sous_titre: §q"), Field("resume du bilan", "resume: §q"),
    Field("periode", "periode: 2024-2025"), Field("langue", "langue: §q"), Field("url", "url: §q"),
    Field("organisme", "organisme:\n  nom: §q"), Field("organisme, sigle", "  sigle: §q"),
    Field("organisme, région", "  region: §q"), Field("contact", "  contact:\n    adresse: §q"),
    Field("contact, courriel", "    courriel: §q"), Field("contact, site", "    site: §q"), Field("parties", "parties: [une]"),
    Field("priorites", "priorites:\n  lire: §q"), Field("priorité, clé", "  §q: x"),
    Field("phares", "chiffres_phares: [une/a/ecoles]"),
    Field("modeles", "modeles:\n  m:\n    colonnes: { Lieu: texte, Nombre: entier }"), Field("modèle, source", "    source: §q"),
    Field("modèle, unité", "    unite: §q"), Field("modèle, nom", "  §q: { source: x }"), Field("unites", "unites: [§q]"),
    Field("mentions", "mentions:\n  editeur: §q"), Field("mentions, directeur", "  directeur: §q"),
    Field("mentions, hébergeur", "  hebergeur: §q"), Field("mentions, licence", "  licence: §q"),
    Field("logo", "logo: { image: images/point.png, alt: §q }"), Field("edition", "edition_precedente: donnees/edition.json"),
    Field("audit", "audit_accessibilite: donnees/audit.yaml"), Field("couleurs", "couleurs:\n  p1: \"#000091\""),
    Field("couleur, valeur", "  p2: §q"), Field("couleur, nom", "  §q: \"#000091\""), Field("police", "police: §q"),
    Field("menu", "menu: [ { titre: §q, url: \"https://exemple.fr/\" } ]"),
    Field("pied, adresse", "pied: [ { titre: x, url: §q } ]"), Field("format", "impression: { format: §q }"),
    Field("clé inconnue", "§q: x"),
]
