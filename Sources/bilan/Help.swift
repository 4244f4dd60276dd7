/// The texts of `--help`, made from the declarations of the commands.
enum Help {
  static var overview: String {
    let commands = Bilan.commands.filter { !$0.isHidden }
    let width = commands.map(\.name.count).max() ?? 0
    let lines = commands.map { "  " + padded($0.name, to: width) + "  " + $0.summary }
    return """
      bilan publie un bilan d’activité : un site, son édition à imprimer et ses données.

      Usage : bilan COMMANDE [options]

      Commandes :
      \(lines.joined(separator: "\n"))

      bilan COMMANDE --help décrit une commande ; bilan --version donne la version.
      État de sortie : 0 tout va bien, 1 le contenu a des erreurs, 2 commande mal écrite, 3 le disque refuse.
      """
  }

  static func text(for command: Command) -> String {
    let operands = command.operands.map { (name: $0.name, help: $0.help + list($0.choices)) }
    let options = command.options.map { option in
      (name: option.name + (option.value.map { " " + $0 } ?? ""), help: option.help + list(option.choices))
    }
    let rows = operands + options + [(name: "--help", help: "cette aide")]
    let width = rows.map(\.name.count).max() ?? 0
    return """
      \(command.summary)

      Usage : \(command.usage)

      \(rows.map { "  " + padded($0.name, to: width) + "  " + $0.help }.joined(separator: "\n"))
      """
  }

  private static func list(_ choices: [String]) -> String {
    choices.isEmpty ? "" : " (" + choices.joined(separator: ", ") + ")"
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
