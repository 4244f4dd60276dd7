import Desk
import Diagnostics
import Publication

extension Command {
  static let new = Command(
    name: "new", operands: [Operand(name: "\"TITRE\"", help: "le titre de la section, entre guillemets")],
    summary: "Crée une section, à la fin d’une partie.",
    options: [
      Option(
        name: "--partie", value: "SLUG", help: "le dossier de la partie, comme dans publication.yaml",
        isRequired: true),
      .source,
    ]
  ) { arguments in
    let part = arguments["--partie"] ?? ""
    let source = arguments["--source"] ?? "."
    let folder = try await ContentFolder.read(source, jobs: 1)
    let publication = await Publication.load(folder, includesDrafts: true).publication
    do {
      let section = try NewSection(
        title: arguments.operands[0], part: part, in: publication, folder)
      try section.write(in: source)
      Terminal.print(section.path + "\nRemplissez-la : bilan check dit ce qui manque encore.")
      return .success
    } catch let refusal as NewSection.Refusal {
      throw UsageError(refusal, part: part)
    }
  }
}

extension UsageError {
  fileprivate init(_ refusal: NewSection.Refusal, part: String) {
    switch refusal {
    case .unknownPart(let parts):
      self.init(
        message: "partie inconnue « \(part) »",
        help: nearest(to: part, in: parts).map { "vouliez-vous dire « \($0) » ?" }
          ?? (parts.isEmpty
            ? "nommez-la sous « parties » dans publication.yaml"
            : "parties : " + parts.joined(separator: ", ")))
    case .unnamedFile:
      self.init(message: "ce titre ne donne pas de nom de fichier", help: "mettez-y au moins une lettre")
    case .exists(let path):
      self.init(message: "« \(path) » existe déjà", help: "choisissez un autre titre, ou modifiez ce fichier")
    }
  }
}
