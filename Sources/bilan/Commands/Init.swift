import Desk
import FrenchText
import Publication

extension Command {
  static let initialize = Command(
    name: "init", operands: [Operand(name: "DIR", help: "un dossier vide, ou à créer")],
    summary: "Crée une petite publication complète, à transformer en la vôtre."
  ) { arguments in
    let folder = arguments.operands[0]
    try StarterPublication.write(to: folder)
    Terminal.print(
      """
      \(Plural.count(StarterPublication.files.count, "fichier")) dans \(folder)
      Pour la voir : bilan serve --source \(folder)
      Pour commencer : \(folder)/content/publication.yaml
      """)
    return .success
  }
}
