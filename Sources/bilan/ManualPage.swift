/// `bilan.1`, made from the declarations of the commands (man(7) macros of groff).
enum ManualPage {
  static func text(_ commands: [Command]) -> String {
    """
    .TH BILAN 1 "" "bilan \(Bilan.version)" "Commandes"
    .SH NOM
    bilan \\- publie un bilan d’activité
    .SH SYNOPSIS
    .B bilan
    .I COMMANDE
    [options]
    .SH DESCRIPTION
    .B bilan
    transforme un dossier de textes Markdown en un site, son édition à imprimer et ses données ouvertes. Il vérifie
    les chiffres, les tableaux, les renvois et la langue, et dit ce qu’il faut écrire à la place.
    .SH COMMANDES
    \(commands.map(entry).joined(separator: "\n"))
    .SH "ÉTAT DE SORTIE"
    .TP
    .B 0
    Tout va bien.
    .TP
    .B 1
    Le contenu a des erreurs (avec \\-\\-strict, des avertissements).
    .TP
    .B 2
    La commande est mal écrite.
    .TP
    .B 3
    Le disque refuse.
    .SH ENVIRONNEMENT
    .TP
    .B NO_COLOR
    S’il est défini, les messages sont sans couleur.
    .SH FICHIERS
    .TP
    .I content/
    Les textes, les tableaux et les images de la publication.
    .TP
    .I layouts/, assets/
    Ce qui remplace la présentation fournie ; l’un et l’autre peuvent manquer.
    .TP
    .I output/
    Le site publié.
    """
  }

  private static func entry(_ command: Command) -> String {
    var lines = [".SS " + quoted(command.usage), escaped(command.summary)]
    for operand in command.operands {
      lines += [".TP", ".I " + escaped(operand.name), escaped(operand.help + list(operand.choices))]
    }
    for option in command.options {
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      lines += [
        ".TP", "\\fB\(escaped(option.name))\\fR" + value, escaped(option.help + list(option.choices)),
      ]
    }
    return lines.joined(separator: "\n")
  }

  private static func list(_ choices: [String]) -> String {
    choices.isEmpty ? "" : " (" + choices.joined(separator: ", ") + ")"
  }

  /// A line must not begin with a control character, and a hyphen that is typed must not become a dash.
  static func escaped(_ text: String) -> String {
    var result = text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" : ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result
  }

  private static func quoted(_ text: String) -> String {
    "\"" + escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq")
      + "\""
  }
}
