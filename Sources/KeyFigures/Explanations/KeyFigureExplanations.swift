import Diagnostics

extension KeyFigureCode {
  /// What `bilan explain` says of the code. The switches name every case, so that none can go unexplained.
  public var explanation: Explanation {
    csvExplanation ?? tableExplanation ?? checkExplanation ?? doubtExplanation
  }

  private var csvExplanation: Explanation? {
    switch self {
    case .wrongEncoding:
      Explanation(
        "Un fichier CSV est lu en UTF-8, le seul codage qui écrive tous les caractères. Un tableur français enregistre souvent en Windows-1252 : les accents y seraient perdus.",
        wrong: "Enregistrer sous : CSV (séparateur : point-virgule)",
        right: "Enregistrer sous : CSV UTF-8 (délimité par des virgules)")
    case .openQuote:
      Explanation(
        "Un guillemet droit en tête de cellule ouvre un texte, qui court jusqu'au guillemet suivant. S'il n'y en a pas, tout le reste du fichier serait avalé par cette cellule.",
        wrong: "Metz;\"La Fabrique\nToul;Le Lab", right: "Metz;\"La Fabrique\"\nToul;Le Lab")
    case .textAfterQuote:
      Explanation(
        "Rien ne suit le guillemet qui ferme une cellule. Les guillemets du texte lui-même se doublent.",
        wrong: "Metz;\"La Fabrique\" de Metz", right: "Metz;\"\"\"La Fabrique\"\" de Metz\"")
    case .emptyCSV:
      Explanation(
        "La première ligne d'un CSV nomme les colonnes, les suivantes donnent les valeurs.",
        wrong: "(fichier vide)",
        right: "Lieu;Élèves\nMetz;712")
    case .hugeCSV:
      Explanation(
        "Un fichier de plus de deux gigaoctets n'est pas lu.", wrong: "un seul fichier de 3 Go",
        right: "deux fichiers de 1,5 Go")
    case .raggedRow:
      Explanation(
        "Chaque ligne a autant de cellules que l'en-tête : une cellule de moins décalerait toutes les autres.",
        wrong: "Lieu;Élèves;Part\nMetz;712", right: "Lieu;Élèves;Part\nMetz;712;62,6 %")
    default: nil
    }
  }

  private var tableExplanation: Explanation? {
    switch self {
    case .figureWithoutValue:
      Explanation(
        "Un chiffre clé écrit en une phrase commence par sa valeur.",
        wrong: "- Des enseignants formés : 2 462", right: "- 2 462 enseignants formés {#formes}")
    case .figureWithoutLabel:
      Explanation(
        "Un chiffre ne dit rien sans ce qu'il compte.", wrong: "- 2 462", right: "- 2 462 enseignants formés")
    case .unreadableFigure:
      Explanation(
        "La valeur d'un chiffre est un nombre écrit comme on l'écrit : 13 000, 8,3 %, 1 sur 2, de 59 à 73 %, une dizaine.",
        wrong: "valeur: beaucoup", right: "valeur: plus de 400")
    case .duplicateFigure:
      Explanation(
        "Dans une section, un identifiant ne nomme qu'un chiffre.",
        wrong: "- 5 élèves {#a}\n- 6 classes {#a}", right: "- 5 élèves {#eleves}\n- 6 classes {#classes}")
    case .badIdentifier:
      Explanation(
        "Un identifiant sert d'ancre et de nom de fichier : minuscules sans accent, chiffres et traits d'union.",
        wrong: "- 5 élèves {#Élèves}", right: "- 5 élèves {#eleves}")
    case .unknownColumn:
      Explanation(
        "Le schéma et les contrôles nomment les colonnes comme l'en-tête du tableau, accents compris.",
        wrong: "colonnes: { Certifies: entier }  avec l'en-tête  | Certifiés |",
        right: "colonnes: { Certifiés: entier }")
    case .missingColumn:
      Explanation(
        "Une colonne annoncée par le schéma se trouve dans le tableau.",
        wrong: "colonnes: { Classe: texte, Taux: pourcentage }  avec  | Classe |", right: "| Classe | Taux |")
    case .duplicateColumn:
      Explanation(
        "Deux colonnes de même nom ne peuvent être ni citées ni contrôlées.",
        wrong: "| Année | Élèves | Élèves |",
        right: "| Année | Élèves visés | Élèves engagés |")
    case .unnamedColumn:
      Explanation(
        "Chaque colonne a un nom, sauf la première, dont le coin peut rester vide.", wrong: "| Lieu | |",
        right: "| Lieu | Élèves |")
    case .unknownModel:
      Explanation(
        "« modele » reprend les colonnes d'un modèle que publication.yaml déclare sous « modeles ».",
        wrong: "modele: suivie", right: "modele: suivi")
    case .unreadableCell:
      Explanation(
        "Une cellule contient ce que sa colonne annonce. Une valeur inconnue s'écrit « n.d. » ou rien, une valeur sans objet « – » : aucune des deux n'est zéro.",
        wrong: "| Metz | environ beaucoup |", right: "| Metz | n.d. |")
    case .wrongDecimalSign:
      Explanation(
        "En français la virgule sépare les décimales et l'espace groupe les milliers. Un point pourrait être l'un ou l'autre : il n'est jamais deviné.",
        wrong: "| Taux | 12.5 % |", right: "| Taux | 12,5 % |")
    case .wrongUnit:
      Explanation(
        "Toutes les cellules d'une colonne de nombres sont dans la même unité, sans quoi leur somme n'en a aucune.",
        wrong: "| 12 k€ |\n| 13 € |", right: "| 12 k€ |\n| 0,013 k€ |")
    case .irregularColumn:
      Explanation(
        "Dans un tableau sans schéma, une seule cellule sans nombre parmi des nombres est sans doute une faute de frappe.",
        wrong: "10, 11, l2, 13", right: "10, 11, 12, 13")
    case .emptyTable:
      Explanation(
        "Un tableau a au moins une ligne.", wrong: "| Lieu | Élèves |",
        right: "| Lieu | Élèves |\n| Metz | 712 |")
    default: nil
    }
  }
}
