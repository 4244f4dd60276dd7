import Diagnostics
import Publication
import Site

extension Command {
  static let figures = Command(
    name: "figures", summary: "Donne tous les chiffres de la publication, comme donnees/chiffres-cles.",
    options: [
      .source,
      Option(
        name: "--format", value: "FORMAT", help: "la forme des chiffres (sinon csv)",
        choices: ["csv", "json"]
      ),
      .drafts, .jobs,
    ]
  ) { arguments in
    let draft = try await Request(arguments).assemble()
    // A figure that contradicts itself must not travel: nothing is given of a publication with errors.
    guard !draft.isFaulty(strict: false) else {
      draft.complain()
      return .contentFault
    }
    let name = "donnees/chiffres-cles." + (arguments["--format"] ?? "csv")
    for file in draft.site.data where file.path == name { Terminal.print(try file.content.bytes()) }
    return .success
  }
}
