import Diagnostics
import Publication
import Site

extension Command {
  static let check = Command(
    name: "check", summary: "Vérifie la publication sans rien écrire.",
    options: [.source, .format, .strict, .drafts, .jobs]
  ) { arguments in
    let request = try Request(arguments)
    var draft = try await request.assemble()
    // Layouts can fail on a page only; with errors in the content there is no page to try them on.
    if !draft.isFaulty(strict: false), let failure = await draft.site.firstFailure(jobs: request.jobs) {
      draft.diagnostics.append(failure)
    }
    Terminal.print(draft.report(in: arguments["--format"] ?? "text"))
    return draft.isFaulty(strict: request.isStrict) ? .contentFault : .success
  }
}
