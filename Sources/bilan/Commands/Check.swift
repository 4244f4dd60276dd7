import Desk
import Diagnostics
import FrenchText
import Publication
import Site

extension Command {
  static let check = Command(
    name: "check", summary: "Vérifie la publication sans rien écrire.",
    options: [
      .source, .format, .strict,
      Option(name: "--fix", help: "corrige d’abord ce qui peut l’être sans choix, et dit ce qui a changé"),
      .drafts, .jobs,
    ]
  ) { arguments in
    let request = try Request(arguments)
    if arguments.has("--fix") { try await correct(request) }
    var draft = try await request.assemble()
    // Layouts can fail on a page only; with errors in the content there is no page to try them on.
    if !draft.isFaulty(strict: false), let failure = await draft.site.firstFailure(jobs: request.jobs) {
      draft.diagnostics.append(failure)
    }
    Terminal.print(draft.report(in: arguments["--format"] ?? "text"))
    return draft.isFaulty(strict: request.isStrict) ? .contentFault : .success
  }

  private static func correct(_ request: Request) async throws(DiskError) {
    let folder = try await ContentFolder.read(request.source, jobs: request.jobs)
    let corrections = await Corrections(of: folder, jobs: request.jobs)
    try corrections.write(in: request.source)
    // The report is what standard output is for.
    for correction in corrections.made { Terminal.complain(correction.description) }
    if !corrections.made.isEmpty {
      let counts = [
        Plural.count(corrections.made.count, "correction"), Plural.count(corrections.files.count, "fichier"),
      ]
      Terminal.complain(counts.joined(separator: " dans "))
    }
  }
}
