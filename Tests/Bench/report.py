"""Says the measures: on the terminal as they come, and as docs/performance.md."""

import os
import platform
import statistics


def number(value, digits=0):
    """As French typography writes it."""
    return f"{value:,.{digits}f}".replace(",", "\u202f").replace(".", ",")


def seconds(value):
    return f"{number(value * 1000, 1 if value < 0.01 else 0)}\u00a0ms" if value < 1 else f"{number(value, 2)}\u00a0s"


class Report:
    def __init__(self):
        self.rows, self.notes, self.per_section = [], [], []

    def say(self, line):
        print(line.replace("\u202f", " ").replace("\u00a0", " "), flush=True)

    def note(self, line):
        self.notes.append("- " + line)
        self.say(line)

    def start(self, cost):
        self.note(f"`bilan --version` : {seconds(cost.median)} (médiane de {len(cost.wall)} lancements)")

    def real(self, first, again):
        self.note(f"Le bilan réel de ce dépôt : {seconds(first.median)} dans un dossier vide, "
                  f"{seconds(again.median)} quand rien n’a changé, {number(first.peak)}\u00a0Mio")

    def corpus(self, size, costs, files, length):
        bilan, drawn, floor, again = (costs[name] for name in ("bilan", "graphiques", "floor", "again"))
        hugo = costs.get("hugo")
        cells = [
            number(size), seconds(bilan.median), seconds(hugo.median) if hugo else "–",
            number(hugo.median / bilan.median, 1) if hugo else "–", seconds(floor.median),
            number(bilan.median / floor.median, 1), f"{number(bilan.peak)}\u00a0Mio",
            f"{number(hugo.peak)}\u00a0Mio" if hugo else "–",
            number(hugo.peak / bilan.peak, 1) if hugo else "–",
        ]
        self.rows.append("| " + " | ".join(cells) + " |")
        per = [number(size), *(f"{number(cost.median / size * 1e6)}\u00a0µs" for cost in (bilan, drawn, again)),
               f"{number(bilan.busy / size * 1e6)}\u00a0µs",
               f"{number(bilan.peak * 1024 / size, 1)}\u00a0Kio", number(files), f"{number(length / 1e6)}\u00a0Mo"]
        self.per_section.append("| " + " | ".join(per) + " |")
        self.say(f"{size} sections: bilan {seconds(bilan.median)} ({', '.join(seconds(w) for w in bilan.wall)}), "
                 f"Hugo {cells[2]} (ratio {cells[3]}), floor {cells[4]} (ratio {cells[5]}), "
                 f"memory {cells[6]} against {cells[7]} (ratio {cells[8]}); with charts {seconds(drawn.median)}, "
                 f"unchanged {seconds(again.median)}, per section {per[1]} (with charts {per[2]}), "
                 f"{per[5]} of memory, {files} files, {per[-1]}")

    def saves(self, size, own, figures, hugo):
        what = "le bilan réel" if size is None else f"{number(size)} sections"
        figure = f" ; d’une valeur de chiffre clé : {seconds(statistics.median(figures))}" if figures else ""
        other = f" ; le serveur de Hugo sur les mêmes textes : {seconds(statistics.median(hugo))}" if hugo else ""
        self.note(f"De l’enregistrement d’un texte à la page servie par `bilan serve`, {what} : "
                  f"{seconds(statistics.median(own))} (médiane de {len(own)}, de {seconds(min(own))} à "
                  f"{seconds(max(own))}){figure}{other}")

    def cells(self, costs):
        large, small = costs["cells"], costs["small"]
        self.note(f"Un tableau de 1\u202f000\u202f000 de cellules en CSV, lu, typé, contrôlé (total, unicité) et exporté : "
                  f"{seconds(large.median - small.median)} de plus qu’un tableau de 10\u202f000, "
                  f"{number(large.peak)}\u00a0Mio")

    def charts(self, count, costs, rates):
        drawn, bare = costs["drawn"], costs["bare"]
        spent = drawn.busy - bare.busy
        rate = 4 * count / spent
        self.note(f"Graphiques sur un cœur : {number(rate)} par seconde ({count} graphiques dessinés quatre fois "
                  f"chacun, avec leur page, leur légende et leur table : {seconds(spent)} de processeur de plus que "
                  "les mêmes pages sans eux)")
        for library, other in rates.items():
            if other:
                self.note(f"{library} : {number(other)} par seconde, soit {number(rate / other)} fois moins")

    def document(self):
        load = " ; ".join(number(value, 1) for value in os.getloadavg())
        return f"""# Ce que coûte une publication

Écrit par `make bench REPORT=docs/performance.md` sur une machine de {os.cpu_count()} cœurs ({platform.machine()}) ; charge à la fin
(1, 5 et 15 minutes) : {load}. Les rapports se comparent d’une machine à l’autre, les temps non.

## La méthode

Un générateur (`Tests/Bench/corpus.py`, graine fixe) écrit des sections d’environ 3 ko : trois paragraphes, une liste,
deux chiffres clés cités, deux liens, un tableau typé dont le total est contrôlé. Hugo 0.168 reçoit la même prose, la même
liste et le même tableau en Markdown ordinaire, les chiffres dans l’en-tête, et des gabarits comparables (page, liste,
accueil) ; ni flux, ni plan, ni graphique. `bilan` fait davantage dans le même temps : contrôles, typographie, édition à
imprimer, index de recherche, données ouvertes. Le plancher est un programme en C (`Tests/Bench/floor.c`) qui, sur un seul fil,
rend chaque texte par cmark-gfm et écrit autant de fichiers, des mêmes tailles, que `bilan`.

Les programmes passent à tour de rôle, chacun dans un dossier de sortie vide, en mémoire (`/dev/shm`) : sur un disque
ext4, créer des milliers de fichiers juste après en avoir supprimé autant coûte plus que les écrire. Les temps sont des médianes, la mémoire
est le plus haut niveau de mémoire résidente (`wait4`).

## Face à Hugo et au plancher

| Sections | bilan | Hugo | Hugo / bilan | Plancher | bilan / plancher | Mémoire | de Hugo | Hugo / bilan |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|
{chr(10).join(self.rows)}

## Par section

| Sections | Sans graphique | Un graphique chacune | Rien n’a changé | Processeur | Mémoire | Fichiers | Écrits |
|--:|--:|--:|--:|--:|--:|--:|--:|
{chr(10).join(self.per_section)}

## Et aussi

{chr(10).join(self.notes)}
"""
