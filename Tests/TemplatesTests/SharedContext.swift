@testable import Templates

/// What the shared cases can use.
let sharedContext: Map = [
  "titre": "L'été & <la mer>",
  "vide": "",
  "texte":
    "Le programme « Pix+Edu » accompagne les enseignants de l'académie de Nancy-Metz, de la 6e à la 3e.",
  "lignes": "un\ndeux\n\n  trois\r\nquatre",
  "html": .html("<em>déjà</em> &amp; prêt"),
  "zero": 0,
  "un": 1,
  "n": 42,
  "moins": -7,
  "pi": 3.14159,
  "demi": 0.5,
  "grand": 1e16,
  "petit": 0.00001,
  "vrai": true,
  "faux": false,
  "rien": .none,
  "liste": [3, 1, 2],
  "mots": ["pomme", "Abricot", "cerise", "banane", "abricot"],
  "lettres": ["a", "b", "c", "d", "e", "f", "g"],
  "mixte": [1, "deux", 3.5, true, .none, .html("<b>six</b>")],
  "liste_vide": [],
  "objet": ["cle": "valeur", "b": 2, "a": "<x>"],
  "objet_vide": .map(Map()),
  "publication": [
    "titre": "Bilan d'activité", "periode": "2024-2025",
    "organisme": [
      "nom": "Délégation régionale", "sigle": "DRANE",
      "contact": ["courriel": "ce.drane@exemple.fr", "site": .none],
    ],
  ],
  "sections": [
    [
      "titre": "La certification Pix", "url": "ecole/pix.html", "numero": 2, "priorite": "savoirs",
      "poids": 2.5,
      "publie": true, "notes": ["un", "deux"],
    ],
    [
      "titre": "Apprendre avec l'IA", "url": "ecole/ia.html", "numero": 1, "priorite": .none, "poids": 1.0,
      "publie": false, "notes": [],
    ],
    [
      "titre": "école ouverte", "url": "ecole/ouverte.html", "numero": 3, "priorite": "savoirs",
      "poids": 0.25,
      "publie": true, "notes": ["trois"],
    ],
  ],
  "arbre": [
    [
      "nom": "a",
      "enfants": [["nom": "b", "enfants": []], ["nom": "c", "enfants": [["nom": "d", "enfants": []]]]],
    ],
    ["nom": "e", "enfants": []],
  ],
  "paires": [["x", 1], ["y", 2]],
  "gabarit": "page.html",
]
