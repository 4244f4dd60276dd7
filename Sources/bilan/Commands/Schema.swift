import Diagnostics
import FrontMatter
import Publication

extension Command {
  static let schema = Command(
    name: "schema",
    operands: [
      Operand(
        name: "FICHIER", help: "ce que le schéma décrit (sinon section)", isOptional: true,
        choices: ["section", "publication"])
    ],
    summary: "Donne le schéma JSON des clés, pour qu’un éditeur de texte les complète et les vérifie."
  ) { arguments in
    let schema = arguments.operands.first == "publication" ? Settings.schema : Header.schema
    Terminal.print(schema.json() + [.lineFeed])
    return .success
  }
}
