/// The texts of `--help`, made from the declarations of the commands.
enum Help {
  static var overview: String {
    let width = Bilan.commands.map(\.name.count).max() ?? 0
    let commands = Bilan.commands.map { "  " + padded($0.name, to: width) + "  " + $0.summary }
    return """
      bilan publie un bilan d’activité : un site, son édition à imprimer et ses données.

      Usage : bilan COMMANDE [options]

      Commandes :
      \(commands.joined(separator: "\n"))

      bilan COMMANDE --help décrit une commande ; bilan --version donne la version.
      État de sortie : 0 tout va bien, 1 le contenu a des erreurs, 2 commande mal écrite, 3 le disque refuse.
      """
  }

  static func text(for command: Command) -> String {
    let names = command.options.map { option in option.name + (option.value.map { " " + $0 } ?? "") }
    let width = names.map(\.count).max() ?? 0
    let options = zip(names, command.options).map { name, option in
      let choices = option.choices.isEmpty ? "" : " (" + option.choices.joined(separator: ", ") + ")"
      return "  " + padded(name, to: width) + "  " + option.help + choices
    }
    return """
      \(command.summary)

      Usage : \(command.usage)

      Options :
      \(options.joined(separator: "\n"))
      """
  }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
