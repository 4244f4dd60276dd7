import Diagnostics

extension KeyFigureCode {
  var checkExplanation: Explanation? {
    switch self {
    case .badCheck:
      Explanation(
        "Un contrôle s'écrit avec les clés qu'il attend, et des nombres que l'on puisse comparer.",
        wrong: "- bornes: { colonne: Taux }", right: "- bornes: { colonne: Taux, min: 0 %, max: 100 % }")
    case .checkWithoutRow:
      Explanation(
        "« total » et « moyenne » nomment une ligne par sa première cellule, ou « derniere ». Sans elle, rien n'est contrôlé.",
        wrong: "- total: Totla", right: "- total: Total")
    case .badFormula:
      Explanation(
        "Un calcul s'écrit « Colonne = expression », avec + − × / et des parenthèses, somme, moyenne, min, max et arrondi. Un nom qui contient un signe se met entre guillemets ; une autre cellule se nomme tableau/ligne/colonne.",
        wrong: "- calcul: Taux = 2024-2025 / Total", right: "- calcul: Taux = «2024-2025» / Total")
    case .impossibleComputation:
      Explanation(
        "Les calculs sont exacts, jusqu'à 38 chiffres. Au-delà, la ligne n'est pas contrôlée.",
        wrong: "des montants en centimes multipliés vingt fois", right: "les mêmes en millions d'euros")
    case .wrongTotal:
      Explanation(
        "Dans les colonnes d'effectifs et de montants, la ligne de total est la somme des lignes du dessus, exactement. Les pourcentages ne s'additionnent pas : ils demandent « moyenne ».",
        wrong: "3e 10\n2de 7\nTotal 19", right: "3e 10\n2de 7\nTotal 17")
    case .wrongMean:
      Explanation(
        "La ligne est la moyenne des lignes du dessus, pondérée par la colonne « poids » s'il y en a une, aux chiffres montrés près.",
        wrong: "100 à 50 %, 300 à 90 % : moyenne 70 %", right: "100 à 50 %, 300 à 90 % : moyenne 80 %")
    case .wrongSum:
      Explanation(
        "La somme annoncée est possible, une fois chaque nombre arrondi aux chiffres montrés : 33 % trois fois peuvent faire 100 %, 68 % et 34 % non.",
        wrong: "68 % + 34 % = 100 %", right: "66 % + 34 % = 100 %")
    case .wrongComputation:
      Explanation(
        "Chaque ligne suit la formule, aux chiffres montrés près : 30,7 % accepte tout ce qui va de 30,65 compris à 30,75 exclu. Un pourcentage compte pour sa valeur (30 % = 0,3).",
        wrong: "Taux = A / B : 1, 3, 33,4 %", right: "Taux = A / B : 1, 3, 33,3 %")
    case .outOfBounds:
      Explanation(
        "Chaque cellule reste entre les bornes du contrôle, comprises.",
        wrong: "min: 0 %, max: 100 %  et  120 %",
        right: "min: 0 %, max: 100 %  et  100 %")
    case .duplicateValue:
      Explanation(
        "« unique » : la même valeur, ou le même groupe de valeurs, n'est pas deux fois dans le tableau.",
        wrong: "unique: Classe  et deux lignes 3e", right: "unique: Classe  et une ligne 3e")
    case .missingValue:
      Explanation(
        "« obligatoire » : la valeur est connue. « – » (sans objet) est une réponse ; vide et « n.d. » n'en sont pas.",
        wrong: "| 3e | |", right: "| 3e | 8 455 |")
    case .valueNotListed:
      Explanation(
        "« parmi » : chaque cellule est l'une des valeurs énumérées.", wrong: "valeurs: [CM1, CM2]  et  CM3",
        right: "valeurs: [CM1, CM2]  et  CM2")
    case .wrongOrder:
      Explanation(
        "« croissant » : les dates vont par leur début, les nombres par leur valeur, les mots par ordre alphabétique ; deux lignes égales se suivent.",
        wrong: "mai 2025\navril 2025", right: "avril 2025\nmai 2025")
    case .largeChange:
      Explanation(
        "Une valeur qui change plus que le seuil d'une édition à l'autre est vérifiée, ou expliquée au lecteur par une note. « serie: rompue » dit que les deux ne se comparent pas.",
        wrong: "max: 50 %  et  10 devient 16", right: "la même avec  note: Deux collèges de plus.")
    default: nil
    }
  }

  /// Warnings that nobody asked for, and what is left.
  var doubtExplanation: Explanation {
    switch self {
    case .doubtfulTotal:
      Explanation(
        "Une ligne qui s'appelle Total est lue comme une somme, même si rien ne le demande. La note du tableau fait taire l'avertissement, et le lecteur la voit.",
        wrong: "a 1, b 2, Total 4", right: "a 1, b 2, Total 3")
    case .doubtfulShares:
      Explanation(
        "Des parts qui font presque 100 % sans que l'arrondi l'explique en cachent sans doute une fausse.",
        wrong: "68 % et 34 %", right: "66 % et 34 %")
    case .doubtfulPercentage:
      Explanation(
        "Un pourcentage à côté de ses deux nombres est leur quotient, comme à toutes les autres lignes.",
        wrong: "1 sur 4 : 52 %", right: "1 sur 4 : 25 %")
    case .contradictoryFigures:
      Explanation(
        "Le même libellé n'a pas deux valeurs dans deux sections. Préciser ce que chacune compte, ou l'expliquer par une note.",
        wrong: "17 laboratoires numériques ouverts, puis 16 laboratoires numériques ouverts",
        right: ":chiffre[laboratoires-numeriques/laboratoires], écrit une fois et cité partout")
    case .contradictorySentence:
      Explanation(
        "« en hausse », « a doublé », « plus de la moitié » et les nombres d'une phrase s'accordent avec le chiffre qu'ils accompagnent.",
        wrong: "Plus de la moitié (48 %) a répondu.", right: "Près de la moitié (48 %) a répondu.")
    case .dateOutsidePeriod:
      Explanation(
        "Les dates des chiffres, des tableaux et des temps forts sont dans la période du bilan. Une note fait taire l'avertissement.",
        wrong: "periode: 2024-2025  et  date: 2023-05-17", right: "periode: 2024-2025  et  date: 2025-05-17")
    case .calendarOutOfOrder:
      Explanation(
        "Les étapes d'une chronologie se suivent : chacune commence au plus tôt en même temps que la précédente.",
        wrong: "- **Mai 2025** Bilan\n- **Avril 2025** Enquête",
        right: "- **Avril 2025** Enquête\n- **Mai 2025** Bilan")
    case .unreadableEdition:
      Explanation(
        "« edition_precedente » nomme le fichier chiffres-cles.json que le bilan précédent a publié.",
        wrong: "edition_precedente: donnees/bilan.pdf",
        right: "edition_precedente: donnees/edition-2023-2024.json")
    case .contradictoryPrevious:
      Explanation(
        "« precedent » est la valeur que l'édition précédente a publiée. Si elle a été revue depuis, une note le dit.",
        wrong: "precedent: 15  quand l'édition a publié 16",
        right: "precedent: 15  avec  note: Valeur revue en 2025.")
    case .secretKeepsNothing:
      Explanation(
        "« secret: 5 » masque les effectifs inférieurs à 5 et ce qui permettrait de les retrouver. Un tableau où la preuve échoue n'est pas publiable tel quel.",
        wrong: "un seul effectif de 3, son total et tous les autres effectifs",
        right: "le même, deux lignes regroupées en « Autres »")
    default: Explanation("", wrong: "", right: "")
    }
  }
}
